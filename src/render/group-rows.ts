import type { Cohort, Table } from '../report/report.ts';

/** The rows of one value of a breakdown, or of the whole table where there is none. */
export interface RowGroup {
  /** The value, null without a breakdown. */
  readonly by: string | null;
  /** The places of its rows in the table. */
  readonly rows: readonly number[];
  /** The cohort of this value, when the report gives one. */
  readonly cohort: Omit<Cohort, 'parts'> | null;
}

/** A table's rows by the value of its breakdown, in the order they come; values without rows last. */
export function groupRows(table: Table): RowGroup[] {
  if (table.by === null) return [{ by: null, rows: [...table.rows.keys()], cohort: table.cohort }];
  const groups = new Map<string, number[]>();
  for (const [index, row] of table.rows.entries()) {
    const by = String(row.by);
    const rows = groups.get(by);
    if (rows) rows.push(index);
    else groups.set(by, [index]);
  }
  for (const part of table.cohort.parts ?? []) if (!groups.has(part.by)) groups.set(part.by, []);
  return [...groups].map(([by, rows]) => ({ by, rows, cohort: cohortOf(table.cohort, by) }));
}

/** The cohort that a value's shares are of. */
export function cohortOf(cohort: Cohort, by: string): Omit<Cohort, 'parts'> | null {
  return cohort.parts?.find((part) => part.by === by) ?? (by === 'All' ? cohort : null);
}
