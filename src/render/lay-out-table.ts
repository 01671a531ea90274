import type { Row } from '../report/report.ts';
import { barScale, drawBar } from './draw-bar.ts';
import { type Demand, fitWidths, total } from './fit-widths.ts';
import { ellipsize, longestWordWidth, padRight, textWidth, wrapText } from './measure-text.ts';
import type { PresentedColumn } from './present-columns.ts';

/** Columns that stand beside each other, each with its width. A table too wide for the line takes several blocks. */
export interface Block {
  readonly gap: number;
  readonly columns: readonly PlacedColumn[];
}

/** A column with its place: every cell is the lines it takes, each no wider than the column. */
export interface PlacedColumn {
  readonly role: PresentedColumn['role'];
  readonly width: number;
  readonly heading: readonly string[];
  readonly cells: readonly (readonly string[])[];
  /** How many characters at the start of each line are a bar. */
  readonly barCells: number;
}

/** What a layout may use. */
export interface Space {
  readonly width: number;
  readonly unicode: boolean;
}

interface TextColumn {
  readonly role: PresentedColumn['role'];
  readonly heading: string;
  readonly cells: readonly string[];
  readonly barCells: number;
}

const GAP = 2;
const WIDE_GAP = 3;
const LONGEST_BAR = 20;
const SHORTEST_BAR = 8;
const LEAST_TEXT = 12;
/** Stands for the phrase of a yes-or-nothing column where the phrase has no room. */
export const PHRASE_MARK = '*';

/** Places the columns of a table in the space: bars go first, then words wrap, then labels are cut, then it breaks. */
export function layOutTable(
  columns: readonly PresentedColumn[],
  rows: readonly Row[],
  space: Space,
): { blocks: Block[]; isMarked: boolean } {
  const full = columns.map((column) => textColumn(column, rows, false));
  const roomLeft = space.width - total(full.map(naturalWidth)) - GAP * (full.length - 1);
  if (roomLeft >= 0) return { blocks: [roomyBlock(columns, full, rows, roomLeft, space)], isMarked: false };
  const short = columns.map((column) => textColumn(column, rows, true));
  return {
    blocks: breakIntoBlocks(short, space),
    isMarked: columns.some((column) => column.phrase !== undefined),
  };
}

function textColumn(column: PresentedColumn, rows: readonly Row[], isShort: boolean): TextColumn {
  const cells = rows.map(column.format);
  const marked = isShort ? cells.map((cell) => (cell === column.phrase ? PHRASE_MARK : cell)) : cells;
  return { role: column.role, heading: column.heading, cells: marked, barCells: 0 };
}

/** Everything fits as it is: what room is left goes to wider gaps and to a bar. */
function roomyBlock(
  columns: readonly PresentedColumn[],
  full: readonly TextColumn[],
  rows: readonly Row[],
  roomLeft: number,
  space: Space,
): Block {
  const gaps = full.length - 1;
  const gap = roomLeft >= gaps ? WIDE_GAP : GAP;
  const barCells = Math.min(LONGEST_BAR, roomLeft - (gap - GAP) * gaps - 1);
  const shown = full.map((column, index) => {
    const share = columns[index]?.share;
    if (share === undefined || barCells < SHORTEST_BAR) return column;
    return withBars(column, rows.map(share), barScale(rows.map(share)), barCells, space.unicode);
  });
  return { gap, columns: shown.map((column) => placed(column, naturalWidth(column), space)) };
}

function withBars(
  column: TextColumn,
  shares: readonly (number | null)[],
  scale: number,
  barCells: number,
  unicode: boolean,
): TextColumn {
  const figureWidth = Math.max(...column.cells.map(textWidth));
  const cells = column.cells.map((cell, index) => {
    const bar = drawBar(shares[index] ?? null, scale, barCells, unicode);
    return `${padRight(bar, barCells)} ${cell.padStart(figureWidth)}`;
  });
  return { ...column, cells, barCells };
}

/** Fills blocks from left to right; every block begins with the labels, so that its rows can be read alone. */
function breakIntoBlocks(columns: readonly TextColumn[], space: Space): Block[] {
  const labels = columns.filter((column) => column.role === 'label');
  const whole = fittedBlock(columns, labels.length, space);
  if (whole) return [whole];
  const blocks: Block[] = [];
  let taken: TextColumn[] = [];
  for (const column of columns.filter((one) => one.role !== 'label')) {
    const wider = fittedBlock([...labels, ...taken, column], labels.length, space);
    if (wider === null && taken.length > 0) {
      blocks.push(forcedBlock([...labels, ...taken], labels.length, space));
      taken = [];
    }
    taken.push(column);
  }
  return [...blocks, forcedBlock([...labels, ...taken], labels.length, space)];
}

function fittedBlock(columns: readonly TextColumn[], labels: number, space: Space): Block | null {
  const available = space.width - GAP * (columns.length - 1);
  const leastText = Math.min(LEAST_TEXT, Math.max(1, Math.floor(available / (labels + 1))));
  const widths = fitWidths(
    columns.map((column) => demand(column, leastText)),
    available,
  );
  return (
    widths && { gap: GAP, columns: columns.map((column, index) => placed(column, widths[index] ?? 1, space)) }
  );
}

/** A block that is shown whatever it takes: what cannot be narrowed otherwise is cut. */
function forcedBlock(columns: readonly TextColumn[], labels: number, space: Space): Block {
  const fitted = fittedBlock(columns, labels, space);
  if (fitted) return fitted;
  const share = Math.max(1, Math.floor((space.width - GAP * (columns.length - 1)) / columns.length));
  return { gap: GAP, columns: columns.map((column) => placed(column, share, space)) };
}

function naturalWidth(column: TextColumn): number {
  return Math.max(1, textWidth(column.heading), ...column.cells.map(textWidth));
}

function demand(column: TextColumn, leastText: number): Demand {
  const cellWidth = Math.max(1, ...column.cells.map(textWidth));
  const headingWord = longestWordWidth(column.heading);
  const natural = Math.max(cellWidth, textWidth(column.heading));
  if (column.role === 'figure') {
    const wrapped = Math.max(cellWidth, headingWord);
    return { role: column.role, natural, wrapped, least: wrapped };
  }
  const wrapped = Math.max(1, headingWord, ...column.cells.map(longestWordWidth));
  return { role: column.role, natural, wrapped, least: Math.min(wrapped, leastText) };
}

function placed(column: TextColumn, width: number, space: Space): PlacedColumn {
  const lines = (text: string) => cellLines(text, width, space.unicode);
  const cells = column.cells.map(column.barCells > 0 ? (cell) => [cell] : lines);
  return { role: column.role, width, heading: lines(column.heading), cells, barCells: column.barCells };
}

/** Words wrap; a word that is wider than the column is cut, and so is all that follows it. */
function cellLines(text: string, width: number, unicode: boolean): string[] {
  const mark = unicode ? '…' : '...';
  if (textWidth(text) > width && longestWordWidth(text) > width) return [ellipsize(text, width, mark)];
  return wrapText(text, width);
}
