import type { ColorSupportLevel } from 'chalk';
import type { MetricReport, Report } from '../report/report.ts';
import { briefReport } from './brief-report.ts';
import { cleanReport } from './clean-report.ts';
import { cohortWords } from './cohort-words.ts';
import { terminalCommentary } from './commentary/terminal.ts';
import { isRounded, statusSentence } from './describe-report.ts';
import { flowPieces, hangText, type Piece } from './flow-pieces.ts';
import { type Bars, barsOf } from './measure-table.ts';
import { cutMark, shorten } from './measure-text.ts';
import { paletteOf } from './palette.ts';
import { sectionsOf } from './sections-of.ts';
import { closingSections } from './terminal-closing.ts';
import { headLines } from './terminal-head.ts';
import { commandFor, NAME_WIDTH, onlyInput } from './terminal-names.ts';
import { terminalSummary } from './terminal-summary.ts';
import { type Canvas, LONGEST_HEADING, type PlannedTable, planTable, tableLines } from './terminal-table.ts';
import { isWithheldWhole, withheldWords } from './withheld-words.ts';

/** How the terminal looks: its width in columns (60 and more), its colours, whether it has block characters. */
export interface TerminalOptions {
  readonly width: number;
  readonly colorLevel: ColorSupportLevel;
  readonly unicode?: boolean;
}

/** A metric with its tables as far as each is known before the others are. */
interface PlannedMetric {
  readonly metric: MetricReport;
  readonly tables: readonly PlannedTable[];
}

const MARGIN = '  ';

/**
 * A report for people at a terminal. No line is longer than the width, there are no colours at level 0, and no
 * text from the data reaches the terminal as a control sequence.
 */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const unicode = options.unicode ?? true;
  const whole = cleanReport(report, unicode ? undefined : '?');
  const clean = briefReport(whole);
  const canvas: Canvas = {
    width: options.width - MARGIN.length,
    unicode,
    palette: paletteOf(options.colorLevel),
  };
  const sections = [
    headLines(clean, canvas),
    terminalCommentary(clean.commentary, canvas),
    ...chosenSections(clean, whole, canvas),
    ...closingSections(clean, canvas),
  ].filter((lines) => lines.length > 0);
  return `${sections.map((lines) => lines.map(withMargin).join('\n')).join('\n\n')}\n`;
}

function withMargin(line: string): string {
  return line === '' ? '' : (MARGIN + line).trimEnd();
}

/** What stands out is for those who ask for it: at a terminal all figures are in view. */
function chosenSections(report: Report, whole: Report, canvas: Canvas): string[][] {
  const ofMetrics = metricSections(report, canvas);
  if (report.sections === undefined) return ofMetrics;
  return sectionsOf(report).map((section) =>
    section === 'summary' ? terminalSummary(whole, canvas) : ofMetrics[report.metrics.indexOf(section)],
  );
}

function metricSections(report: Report, canvas: Canvas): string[][] {
  const planned = report.metrics.map((metric) => ({
    metric,
    tables: metric.status === 'ok' ? metric.tables.map((table) => planTable(table, canvas)) : [],
  }));
  const drawn = planned.flatMap(({ tables }) => tables).filter(({ table }) => !isWithheldWhole(table));
  const bars = barsOf(drawn.map(({ measured }) => measured));
  return planned.map(({ metric, tables }) => [
    ...headingLines(metric, canvas),
    ...wordsOfService(metric, canvas),
    ...(metric.status === 'ok'
      ? figureLines({ metric, tables }, bars, isRounded(report.provenance), canvas)
      : statusLines(metric, report, canvas)),
    ...noteLines(metric, canvas),
  ]);
}

/** The metric's name, what it asks and, whatever it shows, what must be said wherever its figures are. */
function headingLines(metric: MetricReport, { width, palette }: Canvas): string[] {
  const texts = [metric.question, metric.caveat].filter((text) => text !== undefined);
  return flowPieces(
    [{ text: metric.title, paint: palette.title, padTo: NAME_WIDTH }, ...texts.map((text) => ({ text }))],
    width,
  );
}

/** Parted from the words of the tool on both sides. */
function wordsOfService({ commentary }: MetricReport, canvas: Canvas): string[] {
  const lines = terminalCommentary(commentary, canvas);
  return lines.length === 0 ? [] : ['', ...lines, ''];
}

function figureLines(
  { metric, tables }: PlannedMetric,
  bars: Bars,
  isRounded: boolean,
  canvas: Canvas,
): string[] {
  const { width, unicode, palette } = canvas;
  const words = cohortWords(metric, isRounded);
  const withheld = withheldWords(metric, (name) => shorten(name, LONGEST_HEADING, cutMark(unicode)));
  return [
    ...(words.metric === null ? [] : flowPieces([{ text: words.metric }], width)),
    ...(withheld.metric === null ? [] : flowPieces([{ text: withheld.metric, paint: palette.quiet }], width)),
    ...tables.flatMap((planned) => [
      '',
      ...tableLines(planned, bars, { hasTitle: tables.length > 1, words, withheld }, canvas),
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
