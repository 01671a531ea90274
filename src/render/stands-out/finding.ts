/** What a summary says of one part of a report. */
import { type Cell, isNumber, type Report, type Row, type Table, WITHHELD } from '../../report/report.ts';
import { wholeRows } from '../charts/chart-rows.ts';
import { formatCell, formatInterval } from '../format-cell.ts';
import { textInWords } from '../shown-words.ts';

export interface Finding {
  /** Each of them true by the figures that are shown. */
  readonly sentences: readonly string[];
  /** What was looked at to find them, with how much of it; null where there was nothing to look at. */
  readonly lookedAt: string | null;
}

export const NOTHING: Finding = { sentences: [], lookedAt: null };

/** A table of which something is shown; null without one. */
export function shownTable({ metrics }: Report, metric: string, table: string): Table | null {
  const found = metrics.find(({ name }) => name === metric)?.tables.find(({ name }) => name === table);
  return found === undefined || wholeRows(found).length === 0 ? null : found;
}

/** A cell in words, as its column shows it. */
export function say(table: Table, row: Row, key: string): string {
  const column = table.columns.find((one) => one.key === key);
  return column === undefined ? '' : formatCell(column, row[key]);
}

/** "31.2 - 42.8", of the bounds of a figure. */
export function sayRange(table: Table, row: Row, of: string): string {
  const bound = (type: 'lower' | 'upper') =>
    table.columns.find((column) => column.type === type && column.of === of)?.key ?? '';
  const type = table.columns.find(({ key }) => key === of)?.type;
  return formatInterval(row[bound('lower')], row[bound('upper')], type);
}

/** "Planning, safety of the child". */
export function questionInWords({ standard, question }: Row): string {
  return `${textInWords('standard', String(standard))}, ${textInWords('question', String(question))}`;
}

/** "21.7 percentage points" of a difference, without its sign. */
export function points(table: Table, row: Row, key: string): string {
  return `${say(table, row, key).replace(/^[+-]/, '')} percentage points`;
}

/** ", and 3 could not be told as small numbers are withheld"; nothing where none is withheld. */
export function withheldAmong(cells: readonly (Cell | undefined)[]): string {
  const withheld = cells.filter((cell) => cell === WITHHELD).length;
  return withheld === 0 ? '' : `, of which ${withheld} cannot be told, since small numbers are withheld`;
}

const MOST = 5;

/** The first five sentences, and how many more there are. */
export function firstOf(sentences: readonly string[], where: string): string[] {
  if (sentences.length <= MOST) return [...sentences];
  return [...sentences.slice(0, MOST), `${sentences.length - MOST} more of these are in ${where}.`];
}

/** Numbers that a row has in a column, of all rows. */
export function numbersIn(rows: readonly Row[], key: string): number[] {
  return rows.map((row) => row[key]).filter(isNumber);
}
