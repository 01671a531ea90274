/** Who is open in each of some months: what a trend shows and compares, from one file or from one per month. */

import { groupingOf } from '../caseload/groups.ts';
import { isoDate } from '../caseload/read-dates.ts';
import { firstDayOfMonth } from '../reference/quarter.ts';
import type { Cell } from '../report/report.ts';
import { type ChildCohort, tally } from './cohorts.ts';
import type { View } from './define-metric.ts';

/** How the open children of a month are divided. */
export const DIMENSIONS = ['ethnicity', 'sex'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** All lists are by month, in the order of time; a place is a position in them. */
export interface OpenByMonth {
  /** Months since January 1970. */
  readonly months: readonly number[];
  /** The children open at the latest of them, and who is not among them. */
  readonly latest: ChildCohort;
  /** Open children, each once. */
  readonly open: readonly number[];
  /** Cases that started and ended in the month; [x] where each month is a file of its own. */
  readonly starts: readonly Cell[];
  readonly ends: readonly Cell[];
  /** How many are open in one of two months only; null where children are not told apart. */
  moves(before: number, after: number): { joined: number; left: number } | null;
  /** Those that every file tells. */
  readonly dimensions: readonly Dimension[];
  /** Open children in each group of one of these dimensions, the last of those not known. */
  countBy(dimension: Dimension, place: number): number[];
}

/** The dimensions that a file tells: it has the column, and its values are in groups of ours. */
export function dimensionsOf(view: View): Dimension[] {
  return DIMENSIONS.filter(
    (dimension) =>
      view.column(dimension) !== null && (dimension !== 'ethnicity' || view.ethnicityList !== 'as-recorded'),
  );
}

/** How many of the children are in each group of the dimension. */
export function tallyGroups(view: View, dimension: Dimension, children: Uint32Array): number[] {
  const column = view.column(dimension);
  const values = view.childValues(dimension);
  if (column === null || values === null) throw new Error(`no file tells ${dimension}`);
  const { labels, of } = groupingOf(column, view.ethnicityList);
  const counts = new Array<number>(labels.length).fill(0);
  tally(children, values, column.size).forEach((count, value) => {
    counts[of(value)] += count;
  });
  return counts;
}

/** `2026-09` */
export function monthLabel(month: number): string {
  return isoDate(firstDayOfMonth(month)).slice(0, 7);
}

/** The month of a label such as `2026-09`. */
export function monthOfLabel(label: string): number {
  const [year, month] = label.split('-').map(Number);
  return (year - 1970) * 12 + month - 1;
}
