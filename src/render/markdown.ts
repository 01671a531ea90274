import { type MetricReport, NOT_AVAILABLE, type Report, type Table } from '../report/report.ts';
import { briefReport } from './brief-report.ts';
import { cleanReport } from './clean-report.ts';
import { type CohortWords, cohortWords } from './cohort-words.ts';
import { commentaryMarkdown } from './commentary/markdown.ts';
import {
  asAtSentence,
  disclosureSentence,
  inputName,
  inputSentence,
  isRounded,
  scopeSentence,
  statusSentence,
  titleOfReport,
} from './describe-report.ts';
import { escapeMarkdown, escapeMarkdownLine } from './escape-markdown.ts';
import { groupRows } from './group-rows.ts';
import { closingBlocks } from './markdown-closing.ts';
import { markdownTable } from './markdown-table.ts';
import { absentHeadings, hasOnlyNames, presentColumns } from './present-columns.ts';
import { sectionsOf } from './sections-of.ts';
import { keyInWords } from './shown-words.ts';
import { standsOut } from './stands-out.ts';
import { isWithheldWhole, type WithheldWords, withheldWords } from './withheld-words.ts';

/** A report as GitHub-flavoured Markdown, with the same figures and words as at the terminal. */
export function renderMarkdown(report: Report): string {
  const whole = cleanReport(report);
  const clean = briefReport(whole);
  const blocks = [
    ...headBlocks(clean),
    ...sectionsOf(clean).flatMap((section) =>
      section === 'summary' ? summaryBlocks(whole) : metricBlocks(section, isRounded(clean.provenance)),
    ),
    ...closingBlocks(clean),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function headBlocks(report: Report): string[] {
  const { provenance } = report;
  const isInternal = provenance.disclosure === 'internal';
  const scope = scopeSentence(provenance);
  const sentence = `${asAtSentence(provenance)}; ${disclosureSentence(provenance)}.`;
  return [
    `# ${isInternal ? 'INTERNAL: ' : ''}${escapeMarkdown(titleOfReport(report))}`,
    escapeMarkdownLine(report.service ?? ''),
    scope === null ? '' : `**${escapeMarkdown(scope)}.**`,
    escapeMarkdownLine(sentence.charAt(0).toUpperCase() + sentence.slice(1)),
    list(provenance.inputs.map((input) => `${inputName(input)}: ${inputSentence(input)}`)),
    commentaryMarkdown(report.commentary),
  ];
}

/** What stands out among all rows, also those that are not listed. */
function summaryBlocks(whole: Report): string[] {
  const parts = standsOut(whole) ?? [];
  if (parts.length === 0) return [];
  return [
    '## What stands out',
    ...parts.flatMap(({ lead, sentences }) => [`**${escapeMarkdown(lead)}**`, list(sentences)]),
  ];
}

function metricBlocks(metric: MetricReport, isRounded: boolean): string[] {
  const head = [
    `## ${escapeMarkdown(metric.title)}`,
    escapeMarkdownLine(metric.question),
    metric.caveat === undefined ? '' : `**${escapeMarkdown(metric.caveat)}**`,
    commentaryMarkdown(metric.commentary),
  ];
  if (metric.status !== 'ok')
    return [...head, escapeMarkdownLine(statusSentence(metric)), list(metric.notes)];
  const words = cohortWords(metric, isRounded);
  const withheld = withheldWords(metric);
  return [
    ...head,
    sentenceBlock(words.metric),
    list(words.metricParts),
    sentenceBlock(withheld.metric),
    ...metric.tables.flatMap((table) => tableBlocks(table, words, withheld)),
    list(metric.notes),
  ];
}

/** A number at the start of a line is no list as long as no point follows it. */
function sentenceBlock(sentence: string | null): string {
  return sentence === null
    ? ''
    : escapeMarkdownLine(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`);
}

function tableBlocks(table: Table, words: CohortWords, withheld: WithheldWords): string[] {
  const title = `### ${escapeMarkdown(table.title)}`;
  const notShown = sentenceBlock(withheld.table(table));
  if (isWithheldWhole(table)) return [title, notShown];
  return [
    title,
    sentenceBlock(words.table(table)),
    list(words.tableParts(table)),
    notShown,
    escapeMarkdownLine(table.brief ?? ''),
    ...figureBlocks(table),
  ];
}

function figureBlocks(table: Table): string[] {
  const absent = absentHeadings(table);
  return [
    figuresBlock(table),
    absent.length === 0 ? '' : escapeMarkdown(`${NOT_AVAILABLE} not available: ${absent.join(', ')}`),
  ];
}

function figuresBlock(table: Table): string {
  if (table.rows.length === 0) return table.brief === undefined ? 'Nothing to count.' : '';
  return hasOnlyNames(table) ? '' : figuresTable(table);
}

/** With a breakdown its value is the first column: one table can be read, sorted and pasted as a whole. */
function figuresTable(table: Table): string {
  const columns = presentColumns(table);
  const byHeading = table.by === null ? [] : [{ heading: keyInWords(table.by), isRight: false }];
  return markdownTable(
    [
      ...byHeading,
      ...columns.map((column) => ({ heading: column.heading, isRight: column.role === 'figure' })),
    ],
    groupRows(table).flatMap((group) =>
      group.rows.map((place) => [
        ...(table.by === null ? [] : [group.name]),
        ...columns.map((column) => column.format(table.rows[place])),
      ]),
    ),
  );
}

function list(texts: readonly string[]): string {
  return texts.map((text) => `- ${escapeMarkdownLine(text)}`).join('\n');
}
