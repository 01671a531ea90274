/** Tables of counts that add up to a cohort, as cells: a mix of children or cases, and the table that divides it. */
import type { About, ColumnSpec } from '../../metrics/define-metric.ts';
import { type Cell as Figure, isNumber, NOT_AVAILABLE, type Row, type Table } from '../report.ts';
import type { Cell } from './cell.ts';
import type { CrossedColumn, NamedSubtotal } from './crossed-table.ts';

/** A table with what was declared of it. */
export interface DeclaredTable {
  readonly table: Table<number>;
  readonly about: About;
  readonly columns: readonly ColumnSpec[];
}

export interface Mix {
  readonly top: DeclaredTable;
  /** The table within it; null where there is none. */
  readonly detail: DeclaredTable | null;
  /** The tables it is of, where it is some rows of each; else its own. */
  readonly of: readonly DeclaredTable[];
  /** It is one of several mixes in the same tables: those do not go where it is withheld whole. */
  readonly isSlice: boolean;
}

/** The cell of each row that can be withheld. */
export type CellsOfRows = Map<Row, Cell>;

/** The mixes among some tables: each that is not within another, with the one within it. */
export function mixesOf(tables: readonly DeclaredTable[]): Mix[] {
  const isWithin = ({ about }: DeclaredTable, name: string) => about.within?.table === name;
  const isTop = (one: DeclaredTable) => !tables.some(({ table }) => isWithin(one, table.name));
  return tables.filter(isTop).flatMap((top): Mix[] => {
    const detail = tables.find((one) => isWithin(one, top.table.name)) ?? null;
    const of = detail === null ? [top] : [top, detail];
    const { apart } = top.about;
    if (apart === undefined) return [{ top, detail, of, isSlice: false }];
    return [...new Set(top.table.rows.map((row) => row[apart]))].map((value) => ({
      top: sliceOf(top, apart, value),
      detail: detail && sliceOf(detail, apart, value),
      of,
      isSlice: true,
    }));
  });
}

/** Some rows of a table as a table of its own, named without what they have in common. */
function sliceOf({ table, ...declared }: DeclaredTable, apart: string, value: Figure): DeclaredTable {
  const columns = table.columns.filter(({ key }) => key !== apart);
  return {
    ...declared,
    table: { ...table, columns, rows: table.rows.filter((row) => row[apart] === value) },
  };
}

export function tablesOf({ top, detail }: Mix): DeclaredTable[] {
  return detail === null ? [top] : [top, detail];
}

/** The name of a row: its first text. */
export function nameOf(row: Row, { columns }: Table): string {
  return String(row[columns[0].key]);
}

/** A cell for each row that is not about the record. */
export function cellsOf(tables: readonly DeclaredTable[]): CellsOfRows {
  const cells: CellsOfRows = new Map();
  for (const { table, about } of tables) {
    for (const row of table.rows) {
      if (!about.record?.includes(nameOf(row, table))) cells.set(row, cellOf(row, table, about.count ?? ''));
    }
  }
  return cells;
}

function cellOf(row: Row, { columns, name }: Table, count: string): Cell {
  const value = row[count];
  if (!isNumber(value)) throw new Error(`${name} has no count ${count}`);
  const figures = columns.filter(({ key, type }) => type !== 'text' && row[key] !== NOT_AVAILABLE).length;
  return { value, lowest: Math.min(value, 1), figures, why: null };
}

/**
 * A part as one column of the crossed table; `part` is null without a breakdown. It has all the rows that the column
 * of all has: one that the part lacks is a 0 that no table shows.
 */
export function columnOf(
  mix: Mix,
  cells: CellsOfRows,
  kind: 'all' | 'part',
  part: string | null,
  all: CrossedColumn | null,
): CrossedColumn {
  const names = all === null ? namesOf(mix, cells, part) : all.subtotals;
  const tops = byName(mix.top, cells, part);
  const details = mix.detail === null ? tops : byName(mix.detail, cells, part);
  const subtotals = names.map(({ name, rowNames }) => ({
    name,
    sum: '',
    cell: mix.detail === null ? null : (tops.get(name) ?? unseen()),
    rowNames,
    rows: rowNames.map((rowName) => details.get(rowName) ?? unseen()),
  }));
  return { kind, subtotals, shows: 'all' };
}

function unseen(): Cell {
  return { value: 0, lowest: 0, figures: 0, why: null };
}

function byName({ table }: DeclaredTable, cells: CellsOfRows, part: string | null): Map<string, Cell> {
  const found = new Map<string, Cell>();
  for (const row of rowsOf(table, part)) {
    const cell = cells.get(row);
    if (cell !== undefined) found.set(nameOf(row, table), cell);
  }
  return found;
}

export function rowsOf(table: Table<number>, part: string | null): readonly Row[] {
  return part === null ? table.rows : table.rows.filter((row) => row.by === part);
}

/** The subtotals of a mix and the rows under each; without a table within, all rows are under the cohort. */
function namesOf({ top, detail }: Mix, cells: CellsOfRows, part: string | null) {
  const names = (one: DeclaredTable) => rowsOf(one.table, part).filter((row) => cells.has(row));
  if (detail === null) {
    return [{ name: '', rowNames: names(top).map((row) => nameOf(row, top.table)) }];
  }
  const tops = names(top).map((row) => nameOf(row, top.table));
  return tops.map((name) => {
    const own = names(detail).filter((one) => detail.about.within?.row(one, tops) === name);
    return { name, rowNames: own.map((one) => nameOf(one, detail.table)) };
  });
}

/**
 * Parts that are not shown, as one column: what a reader can take from all once the other parts are shown. Beside one
 * part alone, whoever is in all and not in it is in one of them; the others in them are in it, too.
 */
export function restOf(
  all: CrossedColumn,
  shown: readonly CrossedColumn[],
  hidden: readonly CrossedColumn[],
  isOfRecord: boolean,
): CrossedColumn | null {
  if (hidden.length === 0) return null;
  const [one] = shown;
  const restCell = (whole: Cell, of: (column: CrossedColumn) => Cell): Cell => {
    const value = hidden.reduce((sum, part) => sum + of(part).value, 0);
    const notInOne = shown.length === 1 ? whole.value - of(one).value : value;
    const cell = { value, lowest: value - notInOne, figures: 0, why: 'table' as const };
    return isOfRecord ? { ...cell, isOfRecord } : cell;
  };
  const subtotals = all.subtotals.map(
    (subtotal, at): NamedSubtotal => ({
      ...subtotal,
      cell: subtotal.cell && restCell(subtotal.cell, (column) => column.subtotals[at].cell ?? unseen()),
      rows: subtotal.rows.map((row, index) => restCell(row, (column) => column.subtotals[at].rows[index])),
    }),
  );
  return { kind: 'rest', subtotals, shows: 'nothing', ...(hidden.length > 1 ? { isSeveral: true } : {}) };
}
