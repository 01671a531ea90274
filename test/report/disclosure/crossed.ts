/** Crossed tables for tests: counts of some rows in all and in each part, some of them withheld, and what is known of them. */
import fc from 'fast-check';
import type { Cell, Why } from '../../../src/report/disclosure/cell.ts';
import type { CrossedColumn, NamedSubtotal } from '../../../src/report/disclosure/crossed-table.ts';
import type { Sum, Unknown } from './exhaustive.ts';

/** A count as a table has it: where a zero would be shown, a withheld one is at least 1. */
export function counted(value: number, why: Why | null = null, figures = 1): Cell {
  return { value, lowest: Math.min(value, 1), figures, why };
}

/** A 0 that no table lists. */
export function unseen(): Cell {
  return { value: 0, lowest: 0, figures: 0, why: null };
}

/** A count of parts of which nothing is shown. */
export function hiddenCount(value: number): Cell {
  return { value, lowest: 0, figures: 0, why: 'table' };
}

/** A column of a table whose rows are under one total. */
export function columnOf(kind: CrossedColumn['kind'], rows: readonly Cell[]): CrossedColumn {
  const rowNames = rows.map((_, at) => `row ${at}`);
  return { kind, subtotals: [{ name: '', sum: '', cell: null, rowNames, rows }], shows: shownOf(kind) };
}

/** A column whose rows are under subtotals; each is its count, then the counts of its rows. */
export function nestedColumnOf(
  kind: CrossedColumn['kind'],
  subtotals: readonly (readonly [Cell, ...Cell[]])[],
): CrossedColumn {
  const named = subtotals.map(([cell, ...rows], at): NamedSubtotal => {
    return { name: `group ${at}`, sum: '', cell, rows, rowNames: rows.map((_, row) => `row ${at} ${row}`) };
  });
  return { kind, subtotals: named, shows: shownOf(kind) };
}

function shownOf(kind: CrossedColumn['kind']): CrossedColumn['shows'] {
  return kind === 'rest' ? 'nothing' : 'all';
}

export function cellsOf(columns: readonly CrossedColumn[]): Cell[] {
  return columns.flatMap(({ subtotals }) =>
    subtotals.flatMap(({ cell, rows }) => (cell === null ? rows : [cell, ...rows])),
  );
}

/** What a reader knows of the cells that are withheld. */
export interface Known {
  readonly unknowns: ReadonlyMap<Cell, Unknown>;
  readonly sums: readonly Sum[];
}

interface Terms {
  readonly plus: readonly Cell[];
  readonly minus: readonly Cell[];
  readonly surplus?: Unknown;
}

/**
 * Every column adds up to its total, every subtotal is the sum of its rows, and each row of all is the sum of the parts,
 * less the children who are in several: how many these are is known in all, but not row by row.
 */
export function knownOf(columns: readonly CrossedColumn[]): Known {
  return knownFrom(columns, linesOf(columns));
}

/** The same to a reader who also remembers that no part has more children than all. */
export function knownWithin(columns: readonly CrossedColumn[]): Known {
  const lines = linesOf(columns);
  const within = lines.flatMap(({ plus, minus: all }) =>
    plus.map((one) => ({ plus: all, minus: [one], surplus: { least: 0 } })),
  );
  return knownFrom(columns, [...lines, ...within]);
}

function knownFrom(columns: readonly CrossedColumn[], across: readonly Terms[]): Known {
  const unknowns = new Map(
    cellsOf(columns)
      .filter(({ why }) => why !== null)
      .map((cell) => [cell, { least: cell.lowest }] as const),
  );
  const along = columns.flatMap(({ subtotals }) => [
    { plus: subtotals.flatMap(({ cell, rows }) => cell ?? rows), minus: [] },
    ...subtotals.flatMap(({ cell, rows }) =>
      cell && rows.length > 0 ? [{ plus: rows, minus: [cell] }] : [],
    ),
  ]);
  const sums = [...along, ...across].map((terms) => sumOf(terms, unknowns));
  return { unknowns, sums };
}

/** Rows across the columns; a subtotal without rows stands for itself. */
function linesOf(columns: readonly CrossedColumn[]): Terms[] {
  const lines = new Map<string, { plus: Cell[]; minus: Cell[] }>();
  for (const { kind, subtotals } of columns) {
    for (const { name, cell, rows, rowNames } of subtotals) {
      const named = rows.length > 0 ? rows.map((row, at) => [rowNames[at], row] as const) : [];
      const own = rows.length === 0 && cell !== null ? [[name, cell] as const] : [];
      for (const [line, one] of [...named, ...own]) {
        const found = lines.get(line) ?? { plus: [], minus: [] };
        lines.set(line, found);
        found[kind === 'all' ? 'minus' : 'plus'].push(one);
      }
    }
  }
  if (columns.length === 1) return [];
  const isOver = [...lines.values()].some(({ plus, minus }) => total(plus) !== total(minus));
  return [...lines.values()].map((line) => (isOver ? { ...line, surplus: { least: 0 } } : line));
}

function sumOf({ plus, minus, surplus }: Terms, unknowns: Known['unknowns']): Sum {
  const unknown = (cells: readonly Cell[]) => cells.flatMap((cell) => unknowns.get(cell) ?? []);
  const known = (cells: readonly Cell[]) => total(cells.filter((cell) => !unknowns.has(cell)));
  // The total of a column is published; a subtotal and its rows, a row of all and its parts differ by nothing.
  const isColumn = minus.length === 0 && surplus === undefined;
  const all = isColumn ? total(plus) : 0;
  return {
    plus: unknown(plus),
    minus: [...unknown(minus), ...(surplus === undefined ? [] : [surplus])],
    total: all - known(plus) + known(minus),
  };
}

export function total(cells: readonly Cell[]): number {
  return cells.reduce((sum, { value }) => sum + value, 0);
}

/** Counts of children by row and part; with `several`, some rows of all have fewer children than their parts together. */
export interface Crossed {
  readonly counts: readonly (readonly number[])[];
  readonly several: readonly number[];
}

export function crossedCounts(rows: number, parts: number, most: number, isOver: boolean) {
  return fc.record({
    counts: fc.array(fc.array(fc.nat(most), { minLength: parts, maxLength: parts }), {
      minLength: rows,
      maxLength: rows,
    }),
    several: fc.array(isOver ? fc.nat(2) : fc.constant(0), { minLength: rows, maxLength: rows }),
  });
}

/** How many children there are of a row: no fewer than in its largest part. */
export function allOf({ counts, several }: Crossed, row: number): number {
  const sum = counts[row].reduce((total, count) => total + count, 0);
  return Math.max(sum - several[row], ...counts[row]);
}
