/** A metric of a report: question, charts, tables, notes; in the order and words of the other formats. */
import type { MetricReport, Table } from '../../report/report.ts';
import { wholeRows } from '../charts/chart-rows.ts';
import { drawChart } from '../charts/draw-chart.ts';
import type { Draw } from '../charts/easel.ts';
import { type CohortWords, cohortWords } from '../cohort-words.ts';
import { commentaryBlock } from '../commentary/html.ts';
import { statusSentence } from '../describe-report.ts';
import { formatCount } from '../format-cell.ts';
import { ALL } from '../row-blocks.ts';
import { keyInWords } from '../shown-words.ts';
import { isWithheldWhole, type WithheldWords, withheldWords } from '../withheld-words.ts';
import { figure } from './figure.ts';
import { type Html, html } from './markup.ts';
import { figures, isForLandscape } from './table.ts';

/** All rows of a table in brief go into the page up to so many: a service of 400 cases has fewer. */
const MOST_ROWS = 1000;
/** So many notes are read; with two more than that, those after them can be opened. */
const NOTES_IN_VIEW = 3;

/** A metric in brief, and as a whole: charts are drawn of all rows. */
export interface ShownMetric {
  readonly brief: MetricReport;
  readonly whole: MetricReport;
  readonly isRounded: boolean;
  readonly draw: Draw;
}

export function metricId({ name }: MetricReport): string {
  return `metric-${name}`;
}

export async function metricSection(shown: ShownMetric): Promise<Html> {
  const { brief } = shown;
  const id = metricId(brief);
  const caveat = brief.caveat === undefined ? null : html`<p class="caveat">${brief.caveat}</p>`;
  const body = brief.status === 'ok' ? await tableBlocks(shown) : html`<p>${statusSentence(brief)}</p>`;
  return html`<section id="${id}"${setting(brief)} aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${brief.title}</h2>
<p class="question">${brief.question}</p>
${caveat}${commentaryBlock(brief.commentary)}${body}${notesBlock(brief.notes)}</section>
`;
}

/** How it is printed: a metric without a table needs no page of its own, one with many columns a page on its side. */
function setting({ status, tables }: MetricReport): Html | null {
  if (status !== 'ok' || tables.every(isWithheldWhole)) return html` class="short"`;
  return tables.some(isForLandscape) ? html` class="landscape"` : null;
}

/** The first notes and every warning in view, the others opened by the reader and by print. */
function notesBlock(notes: readonly string[]): Html | null {
  const isInView = (note: string, place: number) => place < NOTES_IN_VIEW || note.startsWith('Warning:');
  const others = notes.filter((note, place) => !isInView(note, place));
  if (others.length < 3) return list(notes, 'notes');
  return html`${list(notes.filter(isInView), 'notes')}<details class="more"><summary>${others.length} more notes</summary>
${list(others, 'notes')}</details>
`;
}

async function tableBlocks({ brief, whole, isRounded, draw }: ShownMetric): Promise<Html> {
  const words = cohortWords(brief, isRounded);
  const withheld = withheldWords(brief);
  const tables: Html[] = [];
  for (const [index, table] of brief.tables.entries()) {
    tables.push(await tableBlock(table, whole.tables[index], { metric: brief, words, withheld, draw }));
  }
  return html`${sentence(words.metric)}${list(words.metricParts)}${sentence(withheld.metric)}${tables}`;
}

interface Said {
  readonly metric: MetricReport;
  readonly words: CohortWords;
  readonly withheld: WithheldWords;
  readonly draw: Draw;
}

async function tableBlock(
  brief: Table,
  whole: Table,
  { metric, words, withheld, draw }: Said,
): Promise<Html> {
  const title = html`<h3>${brief.title}</h3>\n`;
  const notShown = sentence(withheld.table(brief));
  if (isWithheldWhole(brief)) return html`${title}${notShown}`;
  const label = `${metric.title}: ${brief.title}`;
  const picture = await drawChart(draw, whole);
  const isInFull = picture !== null && brief.rows.length < whole.rows.length;
  const drawn =
    picture === null
      ? null
      : figure(picture, {
          id: `chart-${metric.name}-${brief.name}`,
          title: `${metric.title}, ${brief.title}`,
          table: tableWords(brief, whole),
          scope: scopeOf(brief),
        });
  return html`${title}${sentence(words.table(brief))}${list(words.tableParts(brief))}${notShown}${drawn}${
    brief.brief === undefined ? null : html`<p>${brief.brief}</p>\n`
  }${figures(brief, label)}${isInFull ? allRows(whole, label) : null}`;
}

/** Where the figures of a chart can be read. */
function tableWords({ rows, brief }: Table, whole: Table): string {
  if (rows.length === whole.rows.length) return 'The table that follows has these figures.';
  const drawn = drawnRowsOf(whole);
  return drawn.rows.length > MOST_ROWS ? (brief ?? '') : `${allRowsTitle(drawn)} can be opened below.`;
}

function scopeOf({ by }: Table): string | null {
  if (by === null) return null;
  return `The chart is of the whole; the table below has it as ${ALL}, and then by ${keyInWords(by).toLowerCase()}.`;
}

/** Every row that a chart is drawn of, to be opened where the table lists some of them. */
function allRows(whole: Table, label: string): Html | null {
  const drawn = drawnRowsOf(whole);
  if (drawn.rows.length > MOST_ROWS) return null;
  return html`<details class="rows"><summary>${allRowsTitle(drawn)}</summary>
${figures(drawn, `${label}, all rows`)}</details>
`;
}

/** A chart is of the whole, also where there is a breakdown. */
function drawnRowsOf(whole: Table): Table {
  return whole.by === null ? whole : { ...whole, by: null, rows: wholeRows(whole) };
}

function allRowsTitle({ rows }: Table): string {
  return `All ${formatCount(rows.length)} rows of the chart as a table`;
}

/** "374 children; left out: 34 closed" as a sentence. */
function sentence(text: string | null): Html | null {
  return text === null ? null : html`<p>${text.charAt(0).toUpperCase()}${text.slice(1)}.</p>\n`;
}

export function list(texts: readonly string[], kind = 'plain'): Html | null {
  if (texts.length === 0) return null;
  return html`<ul class="${kind}">${texts.map((text) => html`<li>${text}</li>\n`)}</ul>\n`;
}
