/** Who holds the work: the open cases of each worker or team, and the children they are of. */
import type { Column } from '../caseload/caseload.ts';
import type { View } from './define-metric.ts';
import { groupRows, type RowsOfValue } from './group-rows.ts';
import { holderNames } from './holder-names.ts';

export interface Holder {
  /** The worker or team as a code; NOBODY for the cases of none. */
  readonly value: number;
  readonly name: string;
  readonly rows: Uint32Array;
  readonly children: number;
}

export const NOBODY = 0;

/** The rows by who holds them, in the order of the names, those held by nobody last. */
export function holders(view: View, column: Column | null, rows: Uint32Array, nobody: string): Holder[] {
  const groups = column === null ? nobodys(rows) : groupRows(rows, column.values, column.size);
  const names = namesOf(column, view, nobody);
  return groups
    .map(({ value, rows: held }) => ({
      value,
      name: names.of(value),
      rows: held,
      children: countChildren(view, held),
    }))
    .sort((one, other) => names.position(one.value) - names.position(other.value));
}

function nobodys(rows: Uint32Array): RowsOfValue[] {
  return rows.length === 0 ? [] : [{ value: NOBODY, rows }];
}

/** Without the column all cases are nobody's. */
export function namesOf(column: Column | null, { ethnicityList }: View, nobody: string) {
  if (column === null) return { of: () => nobody, position: () => 0 };
  return holderNames(column, ethnicityList, nobody);
}

function countChildren({ scratch, children }: View, rows: Uint32Array): number {
  if (rows.length < 2) return rows.length;
  const { perChild, base } = scratch();
  let count = 0;
  for (let index = 0; index < rows.length; index++) {
    const child = children[rows[index]];
    if (perChild[child] !== base) count++;
    perChild[child] = base;
  }
  return count;
}

/** The children of some cases, each once. */
export function childrenOf({ scratch, children }: View, rows: Uint32Array): Uint32Array {
  const { perChild, base } = scratch();
  const met = new Uint32Array(rows.length);
  let count = 0;
  for (let index = 0; index < rows.length; index++) {
    const child = children[rows[index]];
    if (perChild[child] === base) continue;
    perChild[child] = base;
    met[count++] = child;
  }
  return met.subarray(0, count);
}
