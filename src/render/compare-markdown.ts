import type { ComparedMetric, ComparedTables, Comparison, Pair } from '../compare/comparison.ts';
import type { Table } from '../report/report.ts';
import {
  codesIn,
  cohortSentences,
  directionSentence,
  disclosureWords,
  inputTexts,
  movementSentence,
  notComparableSentence,
  ownSentence,
  ownTable,
  readableTable,
  sizesTable,
} from './compare-words.ts';
import { inputName } from './describe-report.ts';
import { escapeMarkdown, escapeMarkdownLine } from './escape-markdown.ts';
import { markdownTable } from './markdown-table.ts';
import { presentColumns } from './present-columns.ts';

/** A comparison as GitHub-flavoured Markdown. Its texts are safe to print already. */
export function renderComparisonMarkdown(comparison: Comparison): string {
  const blocks = [
    comparison.disclosure === 'internal' ? '# INTERNAL: Caseload comparison' : '# Caseload comparison',
    sentence(`${directionSentence(comparison)}; ${disclosureWords(comparison)}`),
    list(comparison.inputs.map((input) => `${input.name}: ${inputTexts(input).join('; ')}`)),
    ...comparison.pairs.flatMap(pairBlocks),
    ...comparison.metrics.flatMap(metricBlocks),
    '## How to read it',
    list(comparison.notes),
    codesIn(comparison).map(escapeMarkdown).join('; '),
    '## Where these figures come from',
    sourcesTable(comparison),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function sentence(text: string): string {
  return escapeMarkdownLine(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
}

function list(texts: readonly string[]): string {
  return texts.map((text) => `- ${escapeMarkdownLine(text)}`).join('\n');
}

function pairBlocks(pair: Pair): string[] {
  return [
    `## ${escapeMarkdown(`${pair.first} and ${pair.other}`)}`,
    escapeMarkdownLine(pair.basis),
    ...pair.warnings.map((warning) => `**Warning:** ${escapeMarkdown(warning)}`),
    pair.sizes.length === 0 ? '' : tableBlock(sizesTable(pair)),
    escapeMarkdownLine(movementSentence(pair) ?? ''),
  ];
}

function metricBlocks(metric: ComparedMetric): string[] {
  return [
    `## ${escapeMarkdown(metric.title)}`,
    escapeMarkdownLine(metric.question),
    metric.caveat === undefined ? '' : `**${escapeMarkdown(metric.caveat)}**`,
    ...metric.tables.flatMap(tablesBlocks),
  ];
}

function tablesBlocks(tables: ComparedTables): string[] {
  const heading = (text: string) => `### ${escapeMarkdown(text)}`;
  const compared = tables.pairs.flatMap((pair) => {
    const title = heading(`${tables.title}: ${pair.first} less ${pair.other}`);
    if (pair.status === 'not-comparable') return [title, escapeMarkdownLine(notComparableSentence(pair))];
    return [
      title,
      list(cohortSentences(tables, pair)),
      escapeMarkdownLine(pair.reason ?? ''),
      tableBlock(readableTable(tables, pair)),
      list(pair.notes),
    ];
  });
  const own = tables.own.flatMap((one) => [
    heading(`${one.table.title} of ${one.input}`),
    escapeMarkdownLine(ownSentence(one)),
    tableBlock(ownTable(one.table)),
  ]);
  return [...compared, ...own];
}

function tableBlock(table: Table): string {
  if (table.rows.length === 0) return 'Nothing to count.';
  const columns = presentColumns(table);
  return markdownTable(
    columns.map(({ heading, role }) => ({ heading, isRight: role === 'figure' })),
    table.rows.map((row) => columns.map(({ format }) => format(row))),
  );
}

function sourcesTable({ tool, version, disclosure, threshold, inputs }: Comparison): string {
  const plain = (heading: string) => ({ heading, isRight: false });
  return markdownTable(
    [plain('What'), plain('Value')],
    [
      ['Made by', `${tool} ${version}`],
      ['Disclosure', threshold === null ? disclosure : `${disclosure}, threshold ${threshold}`],
      ...inputs.flatMap(({ name, provenance }) =>
        provenance.inputs.map((input) => [`${name}, ${inputName(input)}, SHA-256`, input.sha256]),
      ),
    ],
  );
}
