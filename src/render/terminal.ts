import type { ColorSupportLevel } from 'chalk';
import type { Input, MetricReport, Report } from '../report/report.ts';
import { cleanReport } from './clean-report.ts';
import { cohortWords } from './cohort-words.ts';
import {
  asAtSentence,
  codeLegend,
  disclosureSentence,
  inputName,
  inputSentence,
  optionTexts,
  readingSentence,
  statusSentence,
  summariseProblems,
} from './describe-report.ts';
import { flowPieces, hangText, type Piece } from './flow-pieces.ts';
import { formatCount } from './format-cell.ts';
import { type Bars, barsOf } from './measure-table.ts';
import { widestOf } from './measure-text.ts';
import { paletteOf } from './palette.ts';
import { type Canvas, type PlannedTable, planTable, tableLines } from './terminal-table.ts';

/** How the terminal looks: its width in columns (60 and more), its colours, whether it has block characters. */
export interface TerminalOptions {
  readonly width: number;
  readonly colorLevel: ColorSupportLevel;
  readonly unicode?: boolean;
}

const MARGIN = '  ';
const NAME_WIDTH = 15;
const LONGEST_NAME = 30;
const PLAIN_FILE_NAME = /^[\w./\\:-]+$/;

/**
 * A report for people at a terminal. No line is longer than the width, there are no colours at level 0, and no
 * text from the data reaches the terminal as a control sequence.
 */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const unicode = options.unicode ?? true;
  const clean = cleanReport(report, unicode ? undefined : '?');
  const canvas: Canvas = {
    width: options.width - MARGIN.length,
    unicode,
    palette: paletteOf(options.colorLevel),
  };
  const planned = clean.metrics.map((metric) => ({
    metric,
    tables: metric.status === 'ok' ? metric.tables.map((table) => planTable(table, canvas)) : [],
  }));
  const bars = barsOf(planned.flatMap(({ tables }) => tables.map(({ measured }) => measured)));
  const sections = [
    [...titleLines(clean, canvas), ...inputLines(clean, canvas)],
    ...planned.map(({ metric, tables }) => [
      ...headingLines(metric, canvas),
      ...(metric.status === 'ok'
        ? figureLines(metric, tables, bars, canvas)
        : statusLines(metric, clean, canvas)),
      ...noteLines(metric, canvas),
    ]),
    closingLines(clean, canvas),
  ];
  return `${sections.map((lines) => lines.map(withMargin).join('\n')).join('\n\n')}\n`;
}

function withMargin(line: string): string {
  return line === '' ? '' : (MARGIN + line).trimEnd();
}

function titleLines(report: Report, { width, palette }: Canvas): string[] {
  const { provenance } = report;
  const isInternal = provenance.disclosure === 'internal';
  const options = optionTexts(provenance);
  return [
    ...flowPieces(
      [
        ...(isInternal ? [{ text: 'INTERNAL', paint: palette.alert }] : []),
        { text: 'Caseload report', paint: palette.title },
        { text: asAtSentence(provenance) },
        { text: disclosureSentence(provenance), paint: isInternal ? palette.alert : palette.quiet },
      ],
      width,
    ),
    ...(options.length === 0
      ? []
      : flowPieces([{ text: 'With' }, ...options.map((text) => ({ text }))], width)),
  ];
}

function inputLines(report: Report, { width, palette }: Canvas): string[] {
  const { inputs } = report.provenance;
  const padTo = Math.min(LONGEST_NAME, widestOf(inputs.map(inputName), NAME_WIDTH));
  return inputs.flatMap((input) => {
    const reading = readingSentence(input);
    const pieces: Piece[] = [
      { text: inputName(input), padTo },
      { text: inputSentence(input) },
      ...(reading === null ? [] : [{ text: reading, paint: palette.quiet }]),
    ];
    if (input.rejected + input.duplicates > 0) {
      pieces.push({ text: `(${commandFor('validate', input)} shows why)`, paint: palette.quiet });
    }
    return flowPieces(pieces, width);
  });
}

function commandFor(command: string, input: Input | undefined): string {
  if (input === undefined) return `yos-caseload ${command} FILE`;
  return `yos-caseload ${command} ${PLAIN_FILE_NAME.test(input.file) ? input.file : `"${input.file}"`}`;
}

/** The one input to name in a hint, or undefined when there are several. */
function onlyInput(report: Report): Input | undefined {
  const [first, ...others] = report.provenance.inputs;
  return others.length === 0 ? first : undefined;
}

/** The metric's name, what it asks and, whatever it shows, what must be said wherever its figures are. */
function headingLines(metric: MetricReport, { width, palette }: Canvas): string[] {
  const texts = [metric.question, metric.caveat].filter((text) => text !== undefined);
  return flowPieces(
    [{ text: metric.title, paint: palette.title, padTo: NAME_WIDTH }, ...texts.map((text) => ({ text }))],
    width,
  );
}

function figureLines(
  metric: MetricReport,
  tables: readonly PlannedTable[],
  bars: Bars,
  canvas: Canvas,
): string[] {
  const words = cohortWords(metric);
  return [
    ...(words.metric === null ? [] : flowPieces([{ text: words.metric }], canvas.width)),
    ...tables.flatMap((planned) => [
      '',
      ...tableLines(planned, bars, { hasTitle: tables.length > 1, words }, canvas),
    ]),
  ];
}

function noteLines({ status, notes }: MetricReport, { width, palette }: Canvas): string[] {
  const lines = notes.flatMap((note) => hangText('- ', note, width).map(palette.quiet));
  return status === 'ok' && lines.length > 0 ? ['', ...lines] : lines;
}

function statusLines(metric: MetricReport, report: Report, { width, palette }: Canvas): string[] {
  const pieces: Piece[] = [{ text: statusSentence(metric) }];
  if (metric.status === 'missing-columns') {
    const command = commandFor('columns', onlyInput(report));
    pieces.push({ text: `(${command} shows what was found)`, paint: palette.quiet });
  }
  return flowPieces(pieces, width);
}

function closingLines(report: Report, { width, palette }: Canvas): string[] {
  const summaries = summariseProblems(report);
  const legend = codeLegend(report).map((text) => ({ text, paint: palette.quiet }));
  const legendLines = legend.length === 0 ? [] : [...flowPieces(legend, width), ''];
  if (summaries.length === 0) return [...legendLines, 'No problems found in the data.'];
  const countWidth = widestOf(summaries.map((summary) => formatCount(summary.count)));
  return [
    ...legendLines,
    ...flowPieces(
      [
        { text: 'Problems', paint: palette.title, padTo: NAME_WIDTH },
        { text: `(${commandFor('validate', onlyInput(report))} lists them)`, paint: palette.quiet },
      ],
      width,
    ),
    ...summaries.flatMap((summary) => {
      const mark = `${summary.severity.padEnd(NAME_WIDTH)}   ${formatCount(summary.count).padStart(countWidth)}   `;
      const rules = summary.rules.map((rule) => `${rule.rule} ${formatCount(rule.count)}`).join(', ');
      return hangText(mark, rules, width);
    }),
  ];
}
