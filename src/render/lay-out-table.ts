import { drawBar } from './draw-bar.ts';
import { type Demand, fitWidths } from './fit-widths.ts';
import {
  type Bars,
  barRoom,
  GAP,
  gapOf,
  type MeasuredTable,
  naturalWidth,
  type Space,
  type TextColumn,
} from './measure-table.ts';
import {
  cutMark,
  ellipsize,
  longestWordWidth,
  padRight,
  textWidth,
  widestOf,
  wrapText,
} from './measure-text.ts';
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

const LEAST_TEXT = 12;
/** Of labels that are sentences. */
const SENTENCE = 60;
const LEAST_SENTENCE = 28;
/** Stands for the phrase of a yes-or-nothing column where the phrase has no room. */
export const PHRASE_MARK = '*';

/** Places the columns of a table in the space: bars go first, then words wrap, then labels are cut, then it breaks. */
export function layOutTable(
  measured: MeasuredTable,
  bars: Bars,
  space: Space,
): { blocks: Block[]; isMarked: boolean } {
  if (measured.roomLeft >= 0) return { blocks: [roomyBlock(measured, bars, space)], isMarked: false };
  const { columns, full } = measured;
  const short = full.map((column, index) => withMarks(column, columns[index]?.phrase));
  return {
    blocks: blocksOf(short, space),
    isMarked: columns.some((column) => column.phrase !== undefined),
  };
}

function withMarks(column: TextColumn, phrase: string | undefined): TextColumn {
  if (phrase === undefined) return column;
  const cells = column.cells.map((cell) => (cell === phrase ? PHRASE_MARK : cell));
  return { ...column, cells, cellWidth: widestOf(cells) };
}

/** Everything fits as it is: what room is left goes to wider gaps and to a bar. */
function roomyBlock(measured: MeasuredTable, bars: Bars, space: Space): Block {
  const { columns, rows, full, roomLeft } = measured;
  const hasBars = barRoom(measured) >= bars.cells;
  const shown = full.map((column, index) => {
    const share = columns[index]?.share;
    return share === undefined || !hasBars ? column : withBars(column, rows.map(share), bars, space);
  });
  return {
    gap: gapOf(full, roomLeft),
    columns: shown.map((column) => placed(column, naturalWidth(column), space)),
  };
}

function withBars(
  column: TextColumn,
  shares: readonly (number | null)[],
  { scale, cells: barCells }: Bars,
  { unicode }: Space,
): TextColumn {
  const cells = column.cells.map((cell, index) => {
    const bar = drawBar(shares[index] ?? null, scale, barCells, unicode);
    return `${padRight(bar, barCells)} ${cell.padStart(column.cellWidth)}`;
  });
  return { ...column, cells, cellWidth: barCells + 1 + column.cellWidth, barCells };
}

/**
 * A verdict belongs into the row of its share: where the line is too short for all, columns that give way stand in a
 * block of their own below, as few as will do; only then words wrap. Otherwise columns fill blocks as they come.
 */
function blocksOf(columns: readonly TextColumn[], space: Space): Block[] {
  for (const mayWrap of [false, true]) {
    for (const kept of choicesOf(columns)) {
      const block = fittedBlock(kept, space, mayWrap);
      if (block === null) continue;
      const later = columns.filter((column) => column.role === 'label' || !kept.includes(column));
      return kept.length === columns.length ? [block] : [block, ...breakIntoBlocks(later, space)];
    }
  }
  return breakIntoBlocks(columns, space);
}

/** All columns, then ever fewer of those that give way. */
function choicesOf(columns: readonly TextColumn[]): TextColumn[][] {
  const choices = [0, 1, 2].map((gone) =>
    columns.filter(({ givesWay }) => givesWay === undefined || givesWay > gone),
  );
  return choices.filter((choice, index) => index === 0 || choice.length < choices[index - 1].length);
}

/** Fills blocks from left to right; every block begins with the labels, so that its rows can be read alone. */
function breakIntoBlocks(columns: readonly TextColumn[], space: Space): Block[] {
  const labels = columns.filter((column) => column.role === 'label');
  const blocks: Block[] = [];
  let taken: TextColumn[] = [];
  for (const column of columns.filter((one) => one.role !== 'label')) {
    const wider = fittedBlock([...labels, ...taken, column], space, true);
    if (wider === null && taken.length > 0) {
      blocks.push(forcedBlock([...labels, ...taken], space));
      taken = [];
    }
    taken.push(column);
  }
  return [...blocks, forcedBlock([...labels, ...taken], space)];
}

function fittedBlock(columns: readonly TextColumn[], space: Space, mayWrap: boolean): Block | null {
  const available = space.width - GAP * (columns.length - 1);
  const labels = columns.filter(({ role }) => role === 'label').length;
  const leastText = Math.min(LEAST_TEXT, Math.max(1, Math.floor(available / (labels + 1))));
  const widths = fitWidths(
    columns.map((column) => demand(column, leastText, mayWrap)),
    available,
  );
  return (
    widths && { gap: GAP, columns: columns.map((column, index) => placed(column, widths[index] ?? 1, space)) }
  );
}

/** A block that is shown whatever it takes: what cannot be narrowed otherwise is cut. */
function forcedBlock(columns: readonly TextColumn[], space: Space): Block {
  const fitted = fittedBlock(columns, space, true);
  if (fitted) return fitted;
  const share = Math.max(1, Math.floor((space.width - GAP * (columns.length - 1)) / columns.length));
  return { gap: GAP, columns: columns.map((column) => placed(column, share, space)) };
}

/** Headings of figures may always wrap, words and labels only when they must. */
function demand(column: TextColumn, leastText: number, mayWrap: boolean): Demand {
  const headingWord = longestWordWidth(column.heading);
  const natural = naturalWidth(column);
  const { role } = column;
  if (role === 'figure') {
    const wrapped = Math.max(1, column.cellWidth, headingWord);
    return { role, natural, wrapped, least: wrapped };
  }
  if (!mayWrap) return { role, natural, wrapped: natural, least: natural };
  const wrapped = column.cells.reduce(
    (most, cell) => Math.max(most, longestWordWidth(cell)),
    Math.max(1, headingWord),
  );
  const isSentence = role === 'label' && column.cellWidth > SENTENCE && leastText === LEAST_TEXT;
  return { role, natural, wrapped, least: isSentence ? LEAST_SENTENCE : Math.min(wrapped, leastText) };
}

function placed(column: TextColumn, width: number, space: Space): PlacedColumn {
  const lines = (text: string) => cellLines(text, width, space.unicode);
  const cells = column.cells.map(column.barCells > 0 ? (cell) => [cell] : lines);
  return { role: column.role, width, heading: lines(column.heading), cells, barCells: column.barCells };
}

/** Text wraps, long words within it too; a name of one word that is wider than the column is cut. */
function cellLines(text: string, width: number, unicode: boolean): string[] {
  if (textWidth(text) > width && longestWordWidth(text) === textWidth(text))
    return [ellipsize(text, width, cutMark(unicode))];
  return wrapText(text, width);
}
