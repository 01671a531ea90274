/** What a shareable report withholds: decided here from its numbers, carried out in withhold.ts. */

import { ALL } from '../break-down.ts';
import type { Row } from '../report.ts';
import { isWithheld, type Why, withholdSmall, withholdTable } from './cell.ts';
import { type CrossedColumn, chooseCrossed } from './crossed-table.ts';
import {
  type CellsOfRows,
  cellsOf,
  columnOf,
  type DeclaredTable,
  type Mix,
  nameOf,
  restOf,
  rowsOf,
  tablesOf,
} from './mix.ts';
import { isRecord } from './parts.ts';
import type { Rules } from './rules.ts';
import { setsApart, type Told, withSums } from './told-sums.ts';

/** What is withheld of some tables. */
export interface TablePlan {
  /** Counts by row; those with a reason are withheld, and all that follows from them. */
  readonly cells: CellsOfRows;
  /** Per table the parts of which nothing is shown; null stands for all rows of a report without a breakdown. */
  readonly gone: ReadonlyMap<string, ReadonlySet<string | null>>;
  /** Rows that are not shown at all, and what they divide by. */
  readonly removed?: { readonly rows: ReadonlySet<Row>; readonly names: readonly string[] };
  /** By row, of counts that add up to nothing those that are withheld for their own size. */
  readonly alone?: ReadonlyMap<Row, ReadonlyMap<string, Why>>;
}

/** The parts of a breakdown; without one there is none, and `all` is null. */
export interface Parts {
  readonly all: string | null;
  readonly shown: readonly string[];
  readonly hidden: readonly string[];
  /** Those not even named: nobody is in them, or they are the not known and few. */
  readonly unnamed: ReadonlySet<string>;
}

/**
 * Decides for one mix.
 * @param forced rows of the column of all, by name, that are withheld since they are the size of a hidden part
 */
export function planMix(
  mix: Mix,
  parts: Parts,
  forced: ReadonlySet<string>,
  told: readonly Told[],
  rules: Rules,
): TablePlan {
  let best: ReturnType<typeof tryPlan> = null;
  for (const way of waysOf(mix, parts)) {
    // What cannot show more than another plan does is not tried.
    if (best !== null && best.figures >= mostFigures(mix, way)) continue;
    const plan = tryPlan(mix, parts, way, forced, told, rules);
    if (plan !== null && plan.figures > (best?.figures ?? -1)) best = plan;
  }
  if (best === null) throw new Error(`${mix.top.table.name} cannot be withheld`);
  return best;
}

/** A mix of which nothing is shown. */
export function planNothing(mix: Mix, { all, shown }: Parts): TablePlan {
  const tables = tablesOf(mix);
  const cells = cellsOf(tables);
  withholdTable([...cells.values()]);
  return { cells, gone: new Map(tables.map(({ table }) => [table.name, new Set([all, ...shown])])) };
}

function waysOf({ detail }: Mix, { shown }: Parts): readonly CrossedColumn['shows'][] {
  if (shown.length === 0) return ['nothing'];
  return detail === null ? ['all', 'nothing'] : ['all', 'subtotals', 'nothing'];
}

/** All figures that the tables have, where parts show no more than `way`. */
function mostFigures(mix: Mix, way: CrossedColumn['shows']): number {
  const shown = way === 'all' ? tablesOf(mix) : [mix.top];
  const all = tablesOf(mix).map(({ table }) => figuresOf(table, (row) => row.by === ALL));
  const parts = shown.map(({ table }) => figuresOf(table, (row) => way !== 'nothing' && row.by !== ALL));
  return [...all, ...parts].reduce((sum, figures) => sum + figures, 0);
}

function figuresOf({ rows, columns }: DeclaredTable['table'], isCounted: (row: Row) => boolean): number {
  return rows.filter(isCounted).length * columns.filter(({ type }) => type !== 'text').length;
}

/**
 * A plan in which parts show no more than `way`; null when that cannot be done. Of several, the one that shows the most
 * figures is best: small parts may reveal so much that fewer of their tables leave more of the others.
 */
function tryPlan(
  mix: Mix,
  parts: Parts,
  way: CrossedColumn['shows'],
  forced: ReadonlySet<string>,
  told: readonly Told[],
  rules: Rules,
): (TablePlan & { figures: number }) | null {
  const tables = tablesOf(mix);
  const cells = cellsOf(tables);
  withholdSmall([...cells.values()], rules.threshold, rules.hidesZeros);
  force(mix, cells, parts.all, forced);
  const all = columnOf(mix, cells, 'all', parts.all, null);
  const shown = parts.shown.map((part) => columnOf(mix, cells, 'part', part, all));
  const hidden = parts.hidden.map((part) => columnOf(mix, cells, 'part', part, all));
  const rest = restOf(all, shown, hidden, parts.hidden.every(isRecord));
  for (const part of shown) limit(part, way);
  if (rules.hidesZeros && mix.detail !== null && hasZeroGroup(all)) {
    limit(all, 'subtotals');
    for (const part of shown) limit(part, way === 'all' ? 'subtotals' : way);
  }
  const others = way === 'nothing' ? [] : [...shown, ...(rest === null ? [] : [rest])];
  const partsOf = [[parts.all], ...parts.shown.map((part) => [part]), parts.hidden];
  const columns = [all, ...others].map((column, at) =>
    withSums(column, setsApart(mix, told, partsOf[at], rules.threshold)),
  );
  if (!chooseCrossed(columns, rules.threshold)) return null;
  // Where no part is tried, all of them show nothing.
  const gone = goneOf(tables, way === 'nothing' ? [columns[0], ...shown] : columns, [
    parts.all,
    ...parts.shown,
  ]);
  return { cells, gone, figures: shownFigures(tables, cells, gone, parts) };
}

/** A row of a table within is not listed when it is 0: a subtotal without any would be known to be 0. */
function hasZeroGroup({ subtotals }: CrossedColumn): boolean {
  return subtotals.some(({ cell }) => cell?.value === 0);
}

function limit(column: CrossedColumn, way: CrossedColumn['shows']): void {
  column.shows = way;
  for (const { cell, rows } of column.subtotals) {
    if (way !== 'all') withholdTable(rows);
    if (way === 'nothing' && cell !== null) withholdTable([cell]);
  }
}

function shownFigures(
  tables: readonly DeclaredTable[],
  cells: CellsOfRows,
  gone: TablePlan['gone'],
  { all, shown }: Parts,
): number {
  let figures = 0;
  for (const { table } of tables) {
    for (const part of [all, ...shown]) {
      if (gone.get(table.name)?.has(part)) continue;
      for (const row of rowsOf(table, part)) {
        const cell = cells.get(row);
        if (cell !== undefined && !isWithheld(cell)) figures += cell.figures;
      }
    }
  }
  return figures;
}

/** Withholds rows by name, and the rows within them: what is shown of these would be the least that they can be. */
function force(
  { top, detail }: Mix,
  cells: CellsOfRows,
  part: string | null,
  names: ReadonlySet<string>,
): void {
  const isForced = (row: Row) => names.has(nameOf(row, top.table));
  const tops = top.table.rows.map((row) => nameOf(row, top.table));
  const isWithin = (row: Row) => names.has(detail?.about.within?.row(row, tops) ?? '');
  const within = detail === null ? [] : rowsOf(detail.table, part).filter(isWithin);
  for (const row of [...rowsOf(top.table, part).filter(isForced), ...within]) {
    const cell = cells.get(row);
    if (cell !== undefined && (cell.value > 0 || top.about.same !== undefined)) cell.why ??= 'secondary';
  }
}

/** The table within is gone where only subtotals are shown, both where nothing is. */
function goneOf(
  [top, detail]: readonly DeclaredTable[],
  columns: readonly CrossedColumn[],
  names: readonly (string | null)[],
): Map<string, Set<string | null>> {
  const where = (isGone: (shows: CrossedColumn['shows']) => boolean) =>
    new Set(names.filter((_, index) => isGone(columns[index].shows)));
  const gone = new Map([[top.table.name, where((shows) => shows === 'nothing')]]);
  if (detail !== undefined)
    gone.set(
      detail.table.name,
      where((shows) => shows !== 'all'),
    );
  return gone;
}
