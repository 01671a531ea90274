import { type Input, type MetricReport, NOT_AVAILABLE, type Report, type Table } from '../report/report.ts';
import { cleanReport } from './clean-report.ts';
import { type CohortWords, cohortWords } from './cohort-words.ts';
import {
  asAtSentence,
  codeLegend,
  disclosureSentence,
  encodingSentence,
  inputName,
  inputSentence,
  optionTexts,
  statusSentence,
  summariseProblems,
} from './describe-report.ts';
import { escapeMarkdown, escapeMarkdownLine } from './escape-markdown.ts';
import { formatCount } from './format-cell.ts';
import { groupRows } from './group-rows.ts';
import { absentHeadings, presentColumns } from './present-columns.ts';
import { keyInWords } from './shown-words.ts';

interface MarkdownColumn {
  readonly heading: string;
  readonly isRight: boolean;
}

/** A report as GitHub-flavoured Markdown, with the same figures and words as at the terminal. */
export function renderMarkdown(report: Report): string {
  const clean = cleanReport(report);
  const blocks = [
    ...headBlocks(clean),
    ...clean.metrics.flatMap(metricBlocks),
    ...problemBlocks(clean),
    '## Where these figures come from',
    provenanceTable(clean),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function headBlocks(report: Report): string[] {
  const { provenance } = report;
  const isInternal = provenance.disclosure === 'internal';
  const sentence = `${asAtSentence(provenance)}; ${disclosureSentence(provenance)}.`;
  return [
    isInternal ? '# INTERNAL: Caseload report' : '# Caseload report',
    escapeMarkdownLine(sentence.charAt(0).toUpperCase() + sentence.slice(1)),
    list(provenance.inputs.map((input) => `${inputName(input)}: ${inputSentence(input)}`)),
  ];
}

function metricBlocks(metric: MetricReport): string[] {
  const head = [
    `## ${escapeMarkdown(metric.title)}`,
    escapeMarkdownLine(metric.question),
    metric.caveat === undefined ? '' : `**${escapeMarkdown(metric.caveat)}**`,
  ];
  if (metric.status !== 'ok')
    return [...head, escapeMarkdownLine(statusSentence(metric)), list(metric.notes)];
  const words = cohortWords(metric);
  return [
    ...head,
    sentenceBlock(words.metric),
    list(words.metricParts),
    ...metric.tables.flatMap((table) => [...tableHeadBlocks(table, words), ...figureBlocks(table)]),
    list(metric.notes),
  ];
}

/** A number at the start of a line is no list as long as no point follows it. */
function sentenceBlock(sentence: string | null): string {
  return sentence === null
    ? ''
    : escapeMarkdownLine(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`);
}

function tableHeadBlocks(table: Table, words: CohortWords): string[] {
  return [
    `### ${escapeMarkdown(table.title)}`,
    sentenceBlock(words.table(table)),
    list(words.tableParts(table)),
  ];
}

function figureBlocks(table: Table): string[] {
  const absent = absentHeadings(table);
  return [
    table.rows.length === 0 ? 'Nothing to count.' : figuresTable(table),
    absent.length === 0 ? '' : escapeMarkdown(`${NOT_AVAILABLE} not available: ${absent.join(', ')}`),
  ];
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

function markdownTable(columns: readonly MarkdownColumn[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map((column) => escapeMarkdown(column.heading))),
    line(columns.map((column) => (column.isRight ? '---:' : '---'))),
    ...rows.map((cells) => line(cells.map(escapeMarkdown))),
  ].join('\n');
}

function list(texts: readonly string[]): string {
  return texts.map((text) => `- ${escapeMarkdownLine(text)}`).join('\n');
}

function problemBlocks(report: Report): string[] {
  const summaries = summariseProblems(report);
  const legend = codeLegend(report).map(escapeMarkdown).join('; ');
  if (summaries.length === 0) return [legend, '## Problems in the data', 'None found.'];
  const rows = summaries.flatMap((summary) =>
    summary.rules.map((rule) => [summary.severity, rule.rule, formatCount(rule.count)]),
  );
  const columns = [
    { heading: 'Severity', isRight: false },
    { heading: 'Rule', isRight: false },
    { heading: 'Times', isRight: true },
  ];
  return [legend, '## Problems in the data', markdownTable(columns, rows)];
}

function provenanceTable(report: Report): string {
  const { provenance } = report;
  const threshold: string[][] =
    provenance.threshold === null ? [] : [['Threshold', String(provenance.threshold)]];
  return markdownTable(
    [
      { heading: 'What', isRight: false },
      { heading: 'Value', isRight: false },
    ],
    [
      ['Made by', `${provenance.tool} ${provenance.version}`],
      ['As at', provenance.asAt ?? 'none'],
      ['Disclosure', provenance.disclosure],
      ...threshold,
      ['Counted', provenance.unit],
      ['Config', provenance.config ?? 'none'],
      ['Options', optionTexts(provenance).join(', ') || 'none'],
      ...provenance.inputs.flatMap(inputRows),
    ],
  );
}

function inputRows(input: Input): string[][] {
  return [
    [inputName(input), encodingSentence(input)],
    [`${inputName(input)}, SHA-256`, input.sha256],
  ];
}
