/** A metric of a report: question, charts, tables, notes; in the order and words of the other formats. */
import type { MetricReport, Table } from '../../report/report.ts';
import { drawChart } from '../charts/draw-chart.ts';
import type { Draw } from '../charts/easel.ts';
import { type CohortWords, cohortWords } from '../cohort-words.ts';
import { statusSentence } from '../describe-report.ts';
import { isWithheldWhole, type WithheldWords, withheldWords } from '../withheld-words.ts';
import { figure } from './figure.ts';
import { type Html, html } from './markup.ts';
import { figures } from './table.ts';

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
  return html`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${brief.title}</h2>
<p class="question">${brief.question}</p>
${caveat}${body}${list(brief.notes, 'notes')}</section>
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
  const picture = await drawChart(draw, whole);
  const drawn =
    picture === null
      ? null
      : figure(picture, `chart-${metric.name}-${brief.name}`, `${metric.title}, ${brief.title}`);
  return html`${title}${sentence(words.table(brief))}${list(words.tableParts(brief))}${notShown}${drawn}${
    brief.brief === undefined ? null : html`<p>${brief.brief}</p>\n`
  }${figures(brief, `${metric.title}: ${brief.title}`)}`;
}

/** "374 children; left out: 34 closed" as a sentence. */
function sentence(text: string | null): Html | null {
  return text === null ? null : html`<p>${text.charAt(0).toUpperCase()}${text.slice(1)}.</p>\n`;
}

export function list(texts: readonly string[], kind = 'plain'): Html | null {
  if (texts.length === 0) return null;
  return html`<ul class="${kind}">${texts.map((text) => html`<li>${text}</li>\n`)}</ul>\n`;
}
