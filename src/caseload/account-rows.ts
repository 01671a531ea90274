/** What becomes of every row: used, out of scope, a duplicate or rejected. */

import { type Column, type Values, valuesFor } from './caseload.ts';
import { TOO_MANY_CELLS } from './code-rows.ts';
import type { ColumnName } from './columns.ts';
import { columnDefinitions } from './columns.ts';
import { compareUtf8 } from './compare-utf8.ts';
import type { RuleName } from './problem-rules.ts';

export const USED = 0;
export const OUT_OF_SCOPE = 1;
export const DUPLICATE = 2;
export const REJECTED = 3;

/** Per row what became of it, and for rejected rows the rule. */
export interface Account {
  readonly fates: Uint8Array;
  readonly rejections: ReadonlyMap<number, RuleName>;
}

/**
 * Accounts for all rows.
 *
 * @param marks per row, from reading (too many cells)
 * @param isInScope the `--where` filter, which works before anything else; null keeps all rows
 */
export function accountRows(
  columns: ReadonlyMap<ColumnName, Column>,
  rowCount: number,
  marks: Uint8Array,
  countCases: boolean,
  isInScope: ((row: number) => boolean) | null,
): Account {
  const fates = new Uint8Array(rowCount);
  const rejections = new Map<number, RuleName>();
  const reject = (row: number, rule: RuleName) => {
    fates[row] = REJECTED;
    rejections.set(row, rule);
  };
  const cases = columns.get('case_id')?.values;
  const children = columns.get('child_id')?.values;
  for (let row = 0; row < rowCount; row++) {
    if (isInScope !== null && !isInScope(row)) fates[row] = OUT_OF_SCOPE;
    else if ((marks[row] & TOO_MANY_CELLS) !== 0) reject(row, 'too-many-cells');
    else if (countCases) continue;
    else if (cases === undefined || cases[row] === 0) reject(row, 'missing-case-id');
    else if (children === undefined || children[row] === 0) reject(row, 'missing-child-id');
  }
  if (cases !== undefined && !countCases) settleRepeatedCases(columns, cases, fates, reject);
  return { fates, rejections };
}

function settleRepeatedCases(
  columns: ReadonlyMap<ColumnName, Column>,
  cases: Values,
  fates: Uint8Array,
  reject: (row: number, rule: RuleName) => void,
): void {
  const inOrder = columnDefinitions().flatMap(({ name }) => columns.get(name) ?? []);
  for (const rows of repeatedCases(cases, columns.get('case_id')?.size ?? 0, fates)) {
    // In order of content, rows of the same content follow one another, the first of them first.
    rows.sort((row, other) => differenceOf(inOrder, row, other) || row - other);
    const distinct = rows.filter((row, at) => at === 0 || differenceOf(inOrder, row, rows[at - 1]) !== 0);
    for (const row of rows) fates[row] = DUPLICATE;
    for (const row of distinct) fates[row] = USED;
    const kept = distinct.reduce((best, row) => (isKeptBefore(columns, inOrder, row, best) ? row : best));
    for (const row of distinct) if (row !== kept) reject(row, 'different-row-for-case');
  }
}

/** The rows in question of each case_id that more than one of them has. */
function repeatedCases(cases: Values, size: number, fates: Uint8Array): Iterable<number[]> {
  const counts = valuesFor(255, size);
  let repeated = 0;
  for (let row = 0; row < cases.length; row++) {
    if (fates[row] === USED && counts[cases[row]] < 2 && ++counts[cases[row]] === 2) repeated++;
  }
  const groups = new Map<number, number[]>();
  if (repeated === 0) return groups.values();
  for (let row = 0; row < cases.length; row++) {
    if (fates[row] !== USED || counts[cases[row]] < 2) continue;
    const group = groups.get(cases[row]);
    if (group === undefined) groups.set(cases[row], [row]);
    else group.push(row);
  }
  return groups.values();
}

/** 0 for rows of the same content; else the difference of their values in the first column that differs. */
function differenceOf(columns: readonly Column[], row: number, other: number): number {
  for (const { values } of columns) {
    if (values[row] !== values[other]) return values[row] - values[other];
  }
  return 0;
}

/** The latest start_date is kept; of the same, the greatest row of texts in dictionary order. */
function isKeptBefore(
  columns: ReadonlyMap<ColumnName, Column>,
  inOrder: readonly Column[],
  row: number,
  other: number,
): boolean {
  const starts = columns.get('start_date')?.values;
  const later = starts === undefined ? 0 : starts[row] - starts[other];
  if (later !== 0) return later > 0;
  for (const { values, text } of inOrder) {
    const order = compareUtf8(text(values[row]), text(values[other]));
    if (order !== 0) return order > 0;
  }
  return false;
}
