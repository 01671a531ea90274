import type { Column, Values } from '../caseload/caseload.ts';
import { compareUtf8 } from '../caseload/compare-utf8.ts';
import { openCases } from './cohorts.ts';
import type { View } from './define-metric.ts';

/** Columns in which a case is assessed, and the child by its latest one. */
export const LEVEL_COLUMNS = ['likelihood_of_reoffending', 'safety_wellbeing', 'risk_to_others'] as const;
export type Levels = Readonly<Record<(typeof LEVEL_COLUMNS)[number], Uint8Array | null>>;

/** By the rows, which all metrics of a part share. */
const found = new WeakMap<Uint32Array, Levels>();

/**
 * Per child the level of the open home case with the latest start_date that has a known one; of the same start_date, of
 * the smallest case_id by UTF-8 bytes. 0 where no such case knows; null when the files lack the column. The metric
 * declares the columns, residence, start_date and case_id.
 */
export function levelsOfChildren(view: View): Levels {
  const before = found.get(view.rows);
  if (before !== undefined) return before;
  const { rows } = openCases(view, true);
  const of = (name: (typeof LEVEL_COLUMNS)[number]) => levelOfChildren(view, rows, view.column(name)?.values);
  const levels: Levels = {
    likelihood_of_reoffending: of('likelihood_of_reoffending'),
    safety_wellbeing: of('safety_wellbeing'),
    risk_to_others: of('risk_to_others'),
  };
  found.set(view.rows, levels);
  return levels;
}

function levelOfChildren(view: View, rows: Uint32Array, levels: Values | undefined): Uint8Array | null {
  if (levels === undefined) return null;
  const starts = view.column('start_date')?.values;
  const cases = view.column('case_id');
  const { children, childCount } = view;
  const speaking = new Uint32Array(childCount + 1);
  const ofChildren = new Uint8Array(childCount + 1);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (levels[row] === 0) continue;
    const child = children[row];
    if (speaking[child] !== 0 && !speaksFirst(row, speaking[child] - 1, starts, cases)) continue;
    speaking[child] = row + 1;
    ofChildren[child] = levels[row];
  }
  return ofChildren;
}

function speaksFirst(row: number, other: number, starts: Values | undefined, cases: Column | null): boolean {
  const later = starts === undefined ? 0 : starts[row] - starts[other];
  if (later !== 0 || cases === null) return later > 0;
  return compareUtf8(cases.text(cases.values[row]), cases.text(cases.values[other])) < 0;
}
