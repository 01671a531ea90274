/** What is drawn of a row: the numbers that are shown, and a word in the place of one that is not. */
import {
  NOT_APPLICABLE,
  NOT_AVAILABLE,
  ROUNDS_TO_ZERO,
  type Row,
  type ShownColumn,
  type Table,
  WITHHELD,
} from '../../report/report.ts';
import { decimalPlaces, formatCell, formatInterval } from '../format-cell.ts';
import { groupRows } from '../group-rows.ts';
import { monthInWords } from '../stands-out/finding.ts';

export interface DrawnRow {
  /** The names of the row in words, of what a breakdown or a table names it by. */
  readonly label: string;
  readonly row: Row;
  /** Missing where a code stands in its place. */
  readonly value?: number;
  readonly lower?: number;
  readonly upper?: number;
  /** The figure as the table shows it, or a word in its place: "withheld". */
  readonly shown: string;
  /** Its 95 % range in words, where it has one: "31.2 to 42.8". */
  readonly range: string | null;
  /** The word in the place of the figure; empty where there is one. */
  readonly word: string;
}

const CODE_WORDS: ReadonlyMap<unknown, string> = new Map([
  [WITHHELD, 'withheld'],
  [ROUNDS_TO_ZERO, 'rounds to 0'],
  [NOT_AVAILABLE, 'not available'],
  [NOT_APPLICABLE, 'not applicable'],
]);

const HIDDEN = new Set([CODE_WORDS.get(WITHHELD), CODE_WORDS.get(ROUNDS_TO_ZERO)]);

/** The rows of the whole, not those of the values of a breakdown. */
export function wholeRows(table: Table): readonly Row[] {
  const whole = groupRows(table).find(({ isWhole }) => isWhole);
  return (whole?.rows ?? []).map((place) => table.rows[place]);
}

/** The rows of the whole as they are drawn for a figure. @param names the columns a row is named by */
export function drawnRows(table: Table, of: string, names: readonly string[]): DrawnRow[] {
  const column = columnOf(table, of);
  const places = decimalPlaces(column, table.rows);
  const bound = (type: 'lower' | 'upper') =>
    table.columns.find((one) => one.type === type && one.of === of)?.key ?? '';
  const [lower, upper] = [bound('lower'), bound('upper')];
  return wholeRows(table).map((row) => {
    const word = CODE_WORDS.get(row[of]) ?? '';
    const hasRange = typeof row[lower] === 'number' && typeof row[upper] === 'number';
    return {
      label: names.map((name) => formatCell(columnOf(table, name), row[name])).join(', '),
      row,
      ...numbersOf({ value: row[of], lower: row[lower], upper: row[upper] }),
      shown: word === '' ? formatCell(column, row[of], places) : word,
      range: hasRange ? formatInterval(row[lower], row[upper], column.type).replace(' - ', ' to ') : null,
      word,
    };
  });
}

/** Whether it has a number, shown or not: what is not counted at all is not drawn. */
export function hasFigure({ value, word }: DrawnRow): boolean {
  return value !== undefined || HIDDEN.has(word);
}

/** Those of the cells that are numbers. */
export function numbersOf<K extends string>(cells: Readonly<Record<K, unknown>>): Partial<Record<K, number>> {
  const numbers: Partial<Record<K, number>> = {};
  for (const key in cells) {
    const cell = cells[key];
    if (typeof cell === 'number') numbers[key] = cell;
  }
  return numbers;
}

export function columnOf(table: Table, key: string): ShownColumn {
  const found = table.columns.find((column) => column.key === key);
  if (found === undefined) throw new Error(`the chart of ${table.name} has no column ${key}`);
  return found;
}

/** The columns that name the rows of a table: its texts, to the first figure. */
export function namingColumns({ columns }: Table): string[] {
  const end = columns.findIndex(({ type }) => type !== 'text');
  return columns.slice(0, end < 0 ? columns.length : end).map(({ key }) => key);
}

/** The first of them: of others (the team of a worker, the group of a category) a bar says nothing. */
export function firstName({ columns }: Table): string[] {
  return columns.slice(0, 1).map(({ key }) => key);
}

/** "Share of residents" within a sentence. */
export function lowerFirst(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

const ONE: ReadonlyMap<string, string> = new Map([
  ['children', 'child'],
  ['cases', 'case'],
  ['workers', 'worker'],
  ['judgements', 'judgement'],
]);

/** "15 children", "34.9%", "withheld": a count with what it counts. */
export function countInWords(table: Table, column: ShownColumn, { value, shown }: DrawnRow): string {
  if (column.type !== 'count' || value === undefined) return shown;
  const unit = column.unit ?? table.unit;
  return `${shown} ${value === 1 ? (ONE.get(unit) ?? unit) : unit}`;
}

/** "Age 13", "November 2025": what a row is called where its heading is not beside it. */
export function nameInWords({ columns: [{ label: heading }] }: Table, { label }: DrawnRow): string {
  if (/^\d{4}-\d{2}$/.test(label)) return monthInWords(label);
  return /^\d+( |$)/.test(label) ? `${heading} ${label}` : label;
}
