import type { Row } from '../report.ts';

/** Rows by what each is called, in the order in which the names first come. */
export function groupedBy(rows: readonly Row[], nameOfRow: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = nameOfRow(row);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
}
