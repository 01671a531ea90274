import type { Column, Values } from '../caseload/caseload.ts';
import { compareUtf8 } from '../caseload/compare-utf8.ts';
import { openCases } from './cohorts.ts';
import type { View } from './define-metric.ts';

/** Columns in which a case is assessed, and the child by its latest one. */
export const LEVEL_COLUMNS = ['likelihood_of_reoffending', 'safety_wellbeing', 'risk_to_others'] as const;
export type LevelColumn = (typeof LEVEL_COLUMNS)[number];

/**
 * Per child the level of the open home case with the latest start_date that has a known one; of the same start_date, of
 * the smallest case_id by UTF-8 bytes. 0 where no such case knows; null when the files lack the column. The metric
 * declares the column, residence, start_date and case_id.
 */
export function levelsOfChildren(view: View, name: LevelColumn): Uint8Array | null {
  const levels = view.column(name)?.values;
  if (levels === undefined) return null;
  const starts = view.column('start_date')?.values;
  const cases = view.column('case_id');
  const { rows } = openCases(view, true);
  const speaking = new Uint32Array(view.childCount + 1);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (levels[row] === 0) continue;
    const child = view.children[row];
    if (speaking[child] === 0 || speaksFirst(row, speaking[child] - 1, starts, cases)) speaking[child] = row + 1;
  }
  return Uint8Array.from(speaking, (row) => (row === 0 ? 0 : levels[row - 1]));
}

function speaksFirst(row: number, other: number, starts: Values | undefined, cases: Column | null): boolean {
  const later = starts === undefined ? 0 : starts[row] - starts[other];
  if (later !== 0 || cases === null) return later > 0;
  return compareUtf8(cases.text(cases.values[row]), cases.text(cases.values[other])) < 0;
}
