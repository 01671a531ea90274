/** Sums of some rows of a table that no row of it shows, and that the cohort of another metric tells all the same. */
import type { Tells } from '../../metrics/define-metric.ts';
import { ALL } from '../break-down.ts';
import type { Cohort, CohortPart, Row } from '../report.ts';
import type { CrossedColumn, NamedSubtotal } from './crossed-table.ts';
import { type Mix, nameOf, rowsOf } from './mix.ts';

/** What one cohort tells of the rows of a table. */
export interface Told {
  readonly tells: Tells;
  readonly cohort: Cohort<number>;
}

/** Rows by name that are set apart: what they add up to is known, and so is what the others do. */
export type SetApart = ReadonlySet<string>;

/**
 * The rows of some parts taken together that are set apart from the others of the table.
 *
 * A reader knows that they, and the others, cannot be more than the cohort has. Where that leaves less than the threshold
 * of room, both sums are taken to be known.
 */
export function setsApart(
  mix: Mix,
  told: readonly Told[],
  parts: readonly (string | null)[],
  threshold: number,
): SetApart[] {
  const { table, about } = mix.detail ?? mix.top;
  const rows = parts.flatMap((part) => rowsOf(table, part));
  const sum = (some: readonly Row[]) =>
    some.reduce((total, row) => total + Number(row[about.count ?? '']), 0);
  const isRecord = (row: Row) => about.record?.includes(nameOf(row, table)) ?? false;
  const ofTable = told.filter(({ tells }) => tells.table === table.name);
  return ofTable.flatMap(({ tells, cohort }) => {
    const among = rows.filter((row) => !isRecord(row) && tells.among(row));
    const apart = among.filter(tells.apart);
    const others = among.filter((row) => !tells.apart(row));
    if (apart.length === 0 || others.length === 0) return [];
    const most = parts.map((part) => tells.most(cohortOf(cohort, part)));
    const rooms = [apart, others].map(
      (some, at) => most.reduce((total, pair) => total + pair[at], 0) - sum(some),
    );
    return rooms.every((room) => room >= threshold) ? [] : [new Set(apart.map((row) => nameOf(row, table)))];
  });
}

function cohortOf(cohort: Cohort<number>, part: string | null): CohortPart<number> {
  const found = cohort.parts?.find(({ by }) => by === part);
  return found ?? { by: ALL, n: cohort.n, known: cohort.known, leftOut: cohort.leftOut };
}

/** The column with the rows that are set apart under sums of their own. */
export function withSums(column: CrossedColumn, sets: readonly SetApart[]): CrossedColumn {
  if (sets.length === 0) return column;
  return { ...column, subtotals: column.subtotals.flatMap((subtotal) => divided(subtotal, sets)) };
}

/**
 * A subtotal stays under the sum of most of what it is made of: that of the rows that are least set apart. What is set
 * apart within it is known, so it cannot be less than that.
 */
function divided(subtotal: NamedSubtotal, sets: readonly SetApart[]): NamedSubtotal[] {
  const sumOf = (rowName: string) => sets.map((set, at) => (set.has(rowName) ? `apart ${at} ` : '')).join('');
  const sums = [...new Set(subtotal.rowNames.map(sumOf))].sort((one, other) => one.length - other.length);
  if (sums.length === 0) return [subtotal];
  const countOf = (rowName: string) => subtotal.rows[subtotal.rowNames.indexOf(rowName)].value;
  const known = subtotal.rowNames
    .filter((name) => sumOf(name) !== sums[0])
    .reduce((sum, name) => sum + countOf(name), 0);
  if (subtotal.cell !== null) subtotal.cell.lowest = Math.max(subtotal.cell.lowest, known);
  return sums.map((sum, index) => {
    const chosen = subtotal.rowNames.flatMap((name, at) => (sumOf(name) === sum ? [at] : []));
    return {
      ...subtotal,
      sum,
      cell: index === 0 ? subtotal.cell : null,
      rowNames: chosen.map((at) => subtotal.rowNames[at]),
      rows: chosen.map((at) => subtotal.rows[at]),
    };
  });
}
