/** Which row speaks for a child. */
import { type Caseload, type Values, valuesFor } from './caseload.ts';
import type { ColumnName } from './columns.ts';
import { compareUtf8 } from './compare-utf8.ts';

/**
 * A child's value of a column: that of the used row with the latest start_date that has a known value; of the same
 * start_date, the smallest case_id by UTF-8 bytes. A row without start_date counts as earliest.
 *
 * @returns per child (index 1 to childCount) the value, 0 where no row knows; null when the file lacks the column
 */
export function valuesOfChildren(caseload: Caseload, name: ColumnName): Values | null {
  const column = caseload.columns.get(name);
  if (column === undefined) return null;
  const speaking = speakingRows(caseload, column.values);
  const valuesByChild = valuesFor(column.size, caseload.childCount + 1);
  for (let child = 1; child <= caseload.childCount; child++) {
    if (speaking[child] > 0) valuesByChild[child] = column.values[speaking[child] - 1];
  }
  return valuesByChild;
}

/** Per child the row that speaks, plus one; 0 where no row has a known value. */
function speakingRows(caseload: Caseload, values: Values): Uint32Array {
  const { used, children } = caseload;
  const starts = caseload.columns.get('start_date')?.values;
  const speaking = new Uint32Array(caseload.childCount + 1);
  for (const row of used) {
    if (values[row] === 0) continue;
    const child = children[row];
    const before = speaking[child];
    if (before === 0) {
      speaking[child] = row + 1;
      continue;
    }
    const later = starts === undefined ? 0 : starts[row] - starts[before - 1];
    if (later > 0 || (later === 0 && hasSmallerCase(caseload, row, before - 1))) speaking[child] = row + 1;
  }
  return speaking;
}

function hasSmallerCase({ columns }: Caseload, row: number, other: number): boolean {
  const cases = columns.get('case_id');
  return (
    cases !== undefined && compareUtf8(cases.text(cases.values[row]), cases.text(cases.values[other])) < 0
  );
}
