import { NOT_AVAILABLE, type Table } from '../report/report.ts';
import type { CohortWords } from './cohort-words.ts';
import { drawBlock } from './draw-table.ts';
import { flowPieces, hangText } from './flow-pieces.ts';
import { groupRows, type RowGroup } from './group-rows.ts';
import { type Block, layOutTable, PHRASE_MARK } from './lay-out-table.ts';
import { type Bars, type MeasuredTable, measureTable } from './measure-table.ts';
import { cutMark, shorten } from './measure-text.ts';
import type { Palette } from './palette.ts';
import { absentHeadings, hasOnlyNames, type PresentedColumn, presentColumns } from './present-columns.ts';
import { sparklineLines } from './sparkline.ts';
import { isWithheldWhole, type WithheldWords } from './withheld-words.ts';

/** What is drawn on: the width inside the margin, the characters and the colours there are. */
export interface Canvas {
  readonly width: number;
  readonly unicode: boolean;
  readonly palette: Palette;
}

/** A table that is known as far as it can be before the others are. */
export interface PlannedTable {
  readonly table: Table;
  readonly measured: MeasuredTable;
}

/** The longest name of a value that a heading gives in full. */
export const LONGEST_HEADING = 200;

/** Laid out once for all values of a breakdown, so that their columns can be compared. */
export function planTable(table: Table, canvas: Canvas): PlannedTable {
  return { table, measured: measureTable(presentColumns(table), table.rows, canvas) };
}

/** What is said of the tables of a metric. */
export interface TableWords {
  readonly hasTitle: boolean;
  readonly words: CohortWords;
  readonly withheld: WithheldWords;
}

/** A table under its title; with a breakdown, once for each value that is shown under a heading of its own. */
export function tableLines(
  { table, measured }: PlannedTable,
  bars: Bars,
  { hasTitle, words, withheld }: TableWords,
  canvas: Canvas,
): string[] {
  const { width, palette } = canvas;
  const title = hasTitle ? flowPieces([{ text: table.title, paint: palette.title }], width) : [];
  const notShown = withheld.table(table);
  const notShownLines =
    notShown === null ? [] : flowPieces([{ text: notShown, paint: palette.quiet }], width);
  if (isWithheldWhole(table)) return [...title, ...notShownLines];
  const cohort = words.table(table);
  const layout = layOutTable(measured, bars, canvas);
  return [
    ...title,
    ...(cohort === null ? [] : flowPieces([{ text: cohort }], width)),
    ...notShownLines,
    ...(table.brief === undefined ? [] : flowPieces([{ text: table.brief, paint: palette.quiet }], width)),
    ...(hasOnlyNames(table) || isEmptied(table) ? [] : groupLines(table, layout.blocks, words, canvas)),
    ...footLines(table, layout.isMarked ? measured.columns : [], canvas),
  ];
}

/** Whether all rows are left to other formats. */
function isEmptied({ rows, brief }: Table): boolean {
  return rows.length === 0 && brief !== undefined;
}

function groupLines(table: Table, blocks: readonly Block[], words: CohortWords, canvas: Canvas): string[] {
  const shown = groupRows(table).filter(({ isWithheld }) => !isWithheld);
  const lists = shown.map(({ rows }) => rows);
  const drawn = blocks.map((block) => drawBlock(block, lists, canvas.palette));
  return shown.flatMap((group, index) => [
    ...(index === 0 ? [] : ['']),
    ...groupHeadingLines(group, words.part(table, group), canvas),
    ...sparklineLines(table, group.rows, canvas),
    ...(group.rows.length === 0 ? ['Nothing to count.'] : blockLines(drawn.map((lines) => lines[index]))),
  ]);
}

function groupHeadingLines(
  group: RowGroup,
  cohort: string | null,
  { width, unicode, palette }: Canvas,
): string[] {
  if (group.heading === '') return [];
  const heading = shorten(group.heading, LONGEST_HEADING, cutMark(unicode));
  return flowPieces(
    [{ text: heading, paint: palette.title }, ...(cohort === null ? [] : [{ text: cohort }])],
    width,
  );
}

function blockLines(blocks: readonly (readonly string[])[]): string[] {
  return blocks.flatMap((lines, index) => [...(index === 0 ? [] : ['']), ...lines]);
}

/** What the marks of the table mean, and which columns it does without. */
function footLines(table: Table, marked: readonly PresentedColumn[], { width, palette }: Canvas): string[] {
  const phrases = marked.flatMap((column) => column.phrase ?? []);
  const absent = absentHeadings(table);
  return [
    ...phrases.flatMap((phrase) => hangText(`${PHRASE_MARK} `, phrase, width)),
    ...(absent.length === 0
      ? []
      : hangText(`${NOT_AVAILABLE} `, `not available: ${absent.join(', ')}`, width)),
  ].map(palette.quiet);
}
