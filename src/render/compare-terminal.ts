import type {
  ComparedMetric,
  ComparedTable,
  ComparedTables,
  Comparison,
  Pair,
} from '../compare/comparison.ts';
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
import { flowPieces, hangText } from './flow-pieces.ts';
import { widestOf } from './measure-text.ts';
import { paletteOf } from './palette.ts';
import type { TerminalOptions } from './terminal.ts';
import { NAME_WIDTH } from './terminal-names.ts';
import { type Canvas, planTable, tableLines } from './terminal-table.ts';

const MARGIN = '  ';
/** Two shares in a row are compared by their numbers: bars would show one of them. */
const NO_BARS = { scale: 1, cells: Number.POSITIVE_INFINITY };
const NO_WORDS = {
  words: { metric: null, metricParts: [], table: () => null, tableParts: () => [], part: () => null },
  withheld: { metric: null, table: () => null },
};

/** A comparison for people at a terminal, no line longer than the width. Its texts are safe to print already. */
export function renderComparisonTerminal(comparison: Comparison, options: TerminalOptions): string {
  const canvas: Canvas = {
    width: options.width - MARGIN.length,
    unicode: options.unicode ?? true,
    palette: paletteOf(options.colorLevel),
  };
  const sections = [
    headLines(comparison, canvas),
    ...comparison.pairs.map((pair) => pairLines(pair, canvas)),
    ...comparison.metrics.map((metric) => metricLines(metric, canvas)),
    ...closingSections(comparison, canvas),
  ].filter((lines) => lines.length > 0);
  return `${sections.map((lines) => lines.map(withMargin).join('\n')).join('\n\n')}\n`;
}

function withMargin(line: string): string {
  return line === '' ? '' : (MARGIN + line).trimEnd();
}

function headLines(comparison: Comparison, { width, palette }: Canvas): string[] {
  const isInternal = comparison.disclosure === 'internal';
  const padTo = widestOf(comparison.inputs.map(({ name }) => name));
  return [
    ...flowPieces(
      [
        ...(isInternal ? [{ text: 'INTERNAL', paint: palette.alert }] : []),
        { text: 'Caseload comparison', paint: palette.title },
        { text: directionSentence(comparison) },
        { text: disclosureWords(comparison), paint: isInternal ? palette.alert : palette.quiet },
      ],
      width,
    ),
    ...comparison.inputs.flatMap((input) =>
      flowPieces(
        [{ text: input.name, paint: palette.title, padTo }, ...inputTexts(input).map((text) => ({ text }))],
        width,
      ),
    ),
  ];
}

function pairLines(pair: Pair, canvas: Canvas): string[] {
  const { width, palette } = canvas;
  const movement = movementSentence(pair);
  return [
    ...flowPieces([{ text: `${pair.first} and ${pair.other}`, paint: palette.title }], width),
    ...flowPieces([{ text: pair.basis }], width),
    ...pair.warnings.flatMap((warning) => hangText('Warning: ', warning, width).map(palette.alert)),
    ...(pair.sizes.length === 0 ? [] : ['', ...drawn(sizesTable(pair), canvas)]),
    ...(movement === null ? [] : flowPieces([{ text: movement }], width)),
  ];
}

function drawn(table: Table, canvas: Canvas): string[] {
  return tableLines(planTable(table, canvas), NO_BARS, { hasTitle: false, ...NO_WORDS }, canvas);
}

function metricLines(metric: ComparedMetric, canvas: Canvas): string[] {
  const texts = [metric.question, metric.caveat].filter((text) => text !== undefined);
  const { width, palette } = canvas;
  const alike = sameReason(metric);
  const isAlone = metric.tables.length === 1 && metric.tables[0].pairs.length === 1;
  const once = saidOnce();
  return [
    ...flowPieces(
      [{ text: metric.title, paint: palette.title, padTo: NAME_WIDTH }, ...texts.map((text) => ({ text }))],
      width,
    ),
    ...(alike === null ? [] : flowPieces([{ text: alike }], width)),
    ...metric.tables.flatMap((tables) => [
      ...tables.pairs.flatMap((pair) =>
        pair.status === 'not-comparable' && alike !== null
          ? []
          : ['', ...pairTableLines(tables, pair, isAlone, once, canvas)],
      ),
      ...tables.own.flatMap((one) => ['', ...ownLines(one, canvas)]),
    ]),
  ];
}

/** What is said once where no table of the metric can be compared, for one reason. */
function sameReason({ tables }: ComparedMetric): string | null {
  const pairs = tables.flatMap((one) => one.pairs);
  const reasons = new Set(
    pairs.map((pair) => (pair.status === 'not-comparable' ? notComparableSentence(pair) : null)),
  );
  const [only = null] = reasons;
  return reasons.size === 1 ? only : null;
}

/** Keeps the sentences that were not said of the metric before. */
function saidOnce(): (texts: readonly string[]) => string[] {
  const said = new Set<string>();
  return (texts) => {
    const fresh = texts.filter((text) => !said.has(text));
    for (const text of fresh) said.add(text);
    return fresh;
  };
}

function pairTableLines(
  tables: ComparedTables,
  pair: ComparedTable,
  isAlone: boolean,
  once: (texts: readonly string[]) => string[],
  canvas: Canvas,
): string[] {
  const { width, palette } = canvas;
  const heading =
    tables.pairs.length > 1 ? `${tables.title}: ${pair.first} less ${pair.other}` : tables.title;
  const title = isAlone ? [] : flowPieces([{ text: heading, paint: palette.title }], width);
  if (pair.status === 'not-comparable') {
    return [...title, ...flowPieces([{ text: notComparableSentence(pair) }], width)];
  }
  const reasons = pair.reason === null ? [] : [pair.reason];
  return [
    ...title,
    ...once(cohortSentences(tables, pair)).flatMap((text) => flowPieces([{ text }], width)),
    ...once(reasons).flatMap((text) => flowPieces([{ text, paint: palette.quiet }], width)),
    ...drawn(readableTable(tables, pair), canvas),
    ...pair.notes.flatMap((note) => hangText('- ', note, width).map(palette.quiet)),
  ];
}

function ownLines(one: ComparedTables['own'][number], canvas: Canvas): string[] {
  const { width, palette } = canvas;
  return [
    ...flowPieces([{ text: `${one.table.title} of ${one.input}`, paint: palette.title }], width),
    ...flowPieces([{ text: ownSentence(one) }], width),
    ...drawn(ownTable(one.table), canvas),
  ];
}

function closingSections(comparison: Comparison, { width, palette }: Canvas): string[][] {
  const codes = codesIn(comparison).map((text) => ({ text, paint: palette.quiet }));
  const padTo = NAME_WIDTH;
  const { tool, version, threshold, disclosure, inputs } = comparison;
  const made = [
    `${tool} ${version}`,
    threshold === null ? disclosure : `${disclosure}, threshold ${threshold}`,
  ];
  return [
    comparison.notes.flatMap((note) => hangText('- ', note, width)),
    flowPieces(codes, width),
    [
      ...flowPieces(
        [{ text: 'Made by', paint: palette.title, padTo }, ...made.map((text) => ({ text }))],
        width,
      ),
      ...inputs.flatMap(({ provenance }) =>
        provenance.inputs.flatMap((input) =>
          flowPieces(
            [
              { text: inputName(input), padTo },
              { text: `SHA-256 ${input.sha256}`, paint: palette.quiet },
            ],
            width,
          ),
        ),
      ),
    ],
  ];
}
