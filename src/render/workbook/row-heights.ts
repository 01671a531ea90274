import { countLines } from './text-lengths.ts';
import {
  columnWidths,
  isAfterFigure,
  isProse,
  type Line,
  type Sheet,
  type SheetTable,
  textOf,
} from './workbook.ts';

interface Height {
  /** Of a line, in points. */
  readonly line: number;
  /** What the row has besides, so that its text does not touch the row above it. */
  readonly space: number;
  /** How much larger its letters are than plain ones. */
  readonly size: number;
}

const TEXT: Height = { line: 14, space: 4, size: 1 };
const HEIGHTS: Readonly<Record<Line['role'], Height>> = {
  text: TEXT,
  subheading: TEXT,
  title: { line: 20, space: 4, size: 16 / 12 },
  heading: { line: 18, space: 12, size: 14 / 12 },
};
/** Excel opens no file with a higher row; what does not fit is in the cell all the same. */
export const HIGHEST = 409;

/** The height of a row with one line of plain text. */
export const ONE_LINE = TEXT.line + TEXT.space;

/**
 * The heights of a sheet's rows, in points, with room for wrapped text: not every program that opens a workbook fits
 * them to the text by itself.
 */
export function rowHeights(sheet: Sheet): number[] {
  const widths = columnWidths(sheet);
  const room = isProse(sheet) ? roomIn(widths[0]) : Number.POSITIVE_INFINITY;
  return [
    ...sheet.lines.map(({ text, role }) => {
      const lines = countLines(text, room / HEIGHTS[role].size, role !== 'text');
      return heightOf(lines, HEIGHTS[role]);
    }),
    ...(sheet.table === null ? [] : tableHeights(sheet.table, widths)),
  ];
}

function tableHeights({ columns, rows }: SheetTable, widths: readonly number[]): number[] {
  // Figures, and words behind figures, stand a little inside their cell.
  const rooms = columns.map(({ isFigure }, place) =>
    roomIn(widths[place], isFigure || isAfterFigure(columns, place)),
  );
  const most = (texts: readonly string[], isBold: boolean) =>
    texts.reduce((lines, text, place) => Math.max(lines, countLines(text, rooms[place], isBold)), 1);
  const headings = most(
    columns.map(({ heading }) => heading),
    true,
  );
  return [heightOf(headings), ...rows.map((row) => heightOf(most(row.map(textOf), false)))];
}

function heightOf(lines: number, { line, space } = TEXT): number {
  return Math.min(HIGHEST, lines * line + space);
}

/** Widths are counted in figures, of nine pixels each where letters are of sixteen; a little less, as programs differ. */
const FIGURE = (9 / 16) * 0.99;
/** What no text stands on, at the edges of a cell and before an indented text. */
const EDGES = 0.3;
const INDENT = 0.9;

/** How long a line of a column can be, in units of the size of plain letters. */
function roomIn(width = 0, isIndented = false): number {
  return width * FIGURE - EDGES - (isIndented ? INDENT : 0);
}
