import type { Row } from '../report/report.ts';
import { barScale } from './draw-bar.ts';
import { total } from './fit-widths.ts';
import { cutMark, shorten, textWidth, widestOf } from './measure-text.ts';
import type { PresentedColumn } from './present-columns.ts';

/** What a layout may use. */
export interface Space {
  readonly width: number;
  readonly unicode: boolean;
}

/** A column with its texts. */
export interface TextColumn {
  readonly role: PresentedColumn['role'];
  readonly heading: string;
  readonly cells: readonly string[];
  /** The width of the widest cell. */
  readonly cellWidth: number;
  /** How many characters at the start of each cell are a bar. */
  readonly barCells: number;
  readonly givesWay: PresentedColumn['givesWay'];
}

/** A table as it is, before it is placed. */
export interface MeasuredTable {
  readonly columns: readonly PresentedColumn[];
  readonly rows: readonly Row[];
  readonly full: readonly TextColumn[];
  /** What the line has left beside it; below zero it does not fit. */
  readonly roomLeft: number;
}

/** How bars are drawn, the same in all tables of a report so that they can be compared. */
export interface Bars {
  /** The share at which a bar is full. */
  readonly scale: number;
  /** The length of a full bar. */
  readonly cells: number;
}

export const GAP = 2;
const WIDE_GAP = 3;
const LONGEST_BAR = 20;
const SHORTEST_BAR = 8;
/** More of one cell nobody reads in a table, and a cell of the data may be of any length. */
const LONGEST_CELL = 300;

/** Formats the cells of a table and finds the room it leaves. */
export function measureTable(
  columns: readonly PresentedColumn[],
  rows: readonly Row[],
  space: Space,
): MeasuredTable {
  const full = columns.map((column) => textColumn(column, rows.map(column.format), space));
  const roomLeft = space.width - total(full.map(naturalWidth)) - GAP * (full.length - 1);
  return { columns, rows, full, roomLeft };
}

function textColumn(column: PresentedColumn, texts: readonly string[], { unicode }: Space): TextColumn {
  const cells = texts.map((text) => shorten(text, LONGEST_CELL, cutMark(unicode)));
  const { role, heading, givesWay } = column;
  return { role, heading, cells, cellWidth: widestOf(cells), barCells: 0, givesWay };
}

/** The bars of a report: as long as the tables that have room for bars allow. */
export function barsOf(tables: readonly MeasuredTable[]): Bars {
  const shares = tables.flatMap(({ columns, rows }) =>
    columns.flatMap(({ share }) => (share === undefined ? [] : rows.map(share))),
  );
  const cells = tables
    .filter(({ columns }) => columns.some(({ share }) => share !== undefined))
    .map(barRoom)
    .filter((room) => room >= SHORTEST_BAR)
    .reduce((least, room) => Math.min(least, room), LONGEST_BAR);
  return { scale: barScale(shares), cells };
}

/** What a table has left for a bar once the gaps are wide. */
export function barRoom({ full, roomLeft }: MeasuredTable): number {
  return roomLeft - (gapOf(full, roomLeft) - GAP) * (full.length - 1) - 1;
}

/** The gap between columns: wide where there is room. */
export function gapOf(full: readonly TextColumn[], roomLeft: number): number {
  return roomLeft >= full.length - 1 ? WIDE_GAP : GAP;
}

/** The width at which nothing of a column wraps. */
export function naturalWidth(column: TextColumn): number {
  return Math.max(1, textWidth(column.heading), column.cellWidth);
}
