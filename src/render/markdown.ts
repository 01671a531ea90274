import { type Input, type MetricReport, NOT_AVAILABLE, type Report, type Table } from '../report/report.ts';
import { cleanReport } from './clean-report.ts';
import { cohortSentence, partSentences, sharedCohortSentence } from './describe-cohort.ts';
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
  const head = [`## ${escapeMarkdown(metric.title)}`, escapeMarkdownLine(metric.question)];
  if (metric.status !== 'ok')
    return [...head, escapeMarkdownLine(statusSentence(metric)), list(metric.notes)];
  const cohort = sharedCohortSentence(metric);
  const parts = sharedParts(metric);
  return [
    ...head,
    cohort === null ? '' : sentenceBlock(cohort),
    parts ?? '',
    ...metric.tables.flatMap((table) => [
      ...tableHeadBlocks(table, cohort === null, parts === null),
      ...figureBlocks(table),
    ]),
    list(metric.notes),
  ];
}

/** A number at the start of a line is no list as long as no point follows it. */
function sentenceBlock(sentence: string): string {
  return escapeMarkdownLine(`${sentence}.`);
}

/** The cohorts of a breakdown's values as a list, or null when the tables differ and each must say its own. */
function sharedParts(metric: MetricReport): string | null {
  const lists = new Set(metric.tables.map((table) => list(partSentences(table))));
  const [only] = lists;
  return lists.size === 1 && only !== undefined ? only : null;
}

function tableHeadBlocks(table: Table, saysCohort: boolean, saysParts: boolean): string[] {
  return [
    `### ${escapeMarkdown(table.title)}`,
    saysCohort ? sentenceBlock(cohortSentence(table, table.cohort)) : '',
    saysParts ? list(partSentences(table)) : '',
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
    table.rows.map((row) => [
      ...(table.by === null ? [] : [String(row.by)]),
      ...columns.map((column) => column.format(row)),
    ]),
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
