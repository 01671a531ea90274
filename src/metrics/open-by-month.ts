/** Who is open in each of some months: what a trend shows and compares, from one file or from one per month. */
import { groupingOf } from '../caseload/groups.ts';
import { firstDayOfMonth } from '../reference/quarter.ts';
import type { Cell } from '../report/report.ts';
import type { View } from './define-metric.ts';
import { isoDay } from './iso-day.ts';

/** How the open children of a month are divided. */
export const DIMENSIONS = ['ethnicity', 'sex'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** All lists are by month, in the order of time; a place is a position in them. */
export interface OpenByMonth {
  /** Months since January 1970. */
  readonly months: readonly number[];
  /** Open children, each once. */
  readonly open: readonly number[];
  /** Cases that started and ended in the month; [x] where each month is a file of its own. */
  readonly starts: readonly Cell[];
  readonly ends: readonly Cell[];
  /** How many are open in one of two months only; null where children are not told apart. */
  moves(before: number, after: number): { joined: number; left: number } | null;
  /** Open children in each group of the dimension, the last of those not known; null where a file does not tell. */
  countBy(dimension: Dimension, place: number): number[] | null;
}

/** The children's groups: what they are called, and the group of each child. */
export interface ChildGroups {
  readonly labels: readonly string[];
  /** Per child. */
  readonly of: Uint8Array;
}

/** Null without the column, and for ethnicities that are in no groups. */
export function childGroups(view: View, dimension: Dimension): ChildGroups | null {
  const column = view.column(dimension);
  const values = view.childValues(dimension);
  if (column === null || values === null) return null;
  if (dimension === 'ethnicity' && view.ethnicityList === 'as-recorded') return null;
  const { labels, of } = groupingOf(column, view.ethnicityList);
  const groupOfValue = Uint8Array.from({ length: column.size }, (_, value) => of(value));
  const groups = new Uint8Array(values.length);
  for (let child = 0; child < values.length; child++) groups[child] = groupOfValue[values[child]];
  return { labels, of: groups };
}

/** `2026-09` */
export function monthLabel(month: number): string {
  return isoDay(firstDayOfMonth(month)).slice(0, 7);
}

/** The month of a label such as `2026-09`. */
export function monthOfLabel(label: string): number {
  const [year, month] = label.split('-').map(Number);
  return (year - 1970) * 12 + month - 1;
}
