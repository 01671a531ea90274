import type { ColumnName } from './columns.ts';
import type { CombinedRows } from './combine-files.ts';

/**
 * By column the rows, used or not, whose cell holds something that is taken as missing, ascending.
 * @param impossible rows of a birth month that no child on a caseload can have
 */
export function unreadableRows(
  { brokenCells, starts }: CombinedRows,
  impossible: readonly number[],
): ReadonlyMap<ColumnName, Uint32Array> {
  const found = new Map<ColumnName, number[]>();
  for (const { file, column, codes, rules } of brokenCells) {
    const rows = found.get(column) ?? [];
    found.set(column, rows);
    const largest = Math.max(...rules.keys());
    const isBroken = Uint8Array.from({ length: largest + 1 }, (_, code) => (rules.has(code) ? 1 : 0));
    for (let row = 0; row < codes.length; row++)
      if (isBroken[codes[row]] === 1) rows.push(starts[file] + row);
  }
  if (impossible.length > 0) found.set('birth_month', [...(found.get('birth_month') ?? []), ...impossible]);
  return new Map([...found].map(([column, rows]) => [column, Uint32Array.from(rows).sort()]));
}
