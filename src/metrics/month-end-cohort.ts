/** The children open at a month-end, as the cohort of what a trend says of children. */
import type { Day } from '../caseload/read-dates.ts';
import { monthOfDay } from '../reference/quarter.ts';
import { type ChildCohort, childrenWithOpenCase } from './cohorts.ts';
import type { View } from './define-metric.ts';
import { monthLabel } from './open-by-month.ts';

const OTHER_RESIDENCE = 2;
const [COUNTED, NO_START, NOT_OPEN, OTHER] = [0, 1, 2, 3];

/** On the as-at date the children that the other metrics count; else found by the same rules for the last day of the month. */
export function childrenOpenAtMonthEnd(view: View, monthEnd: Day): ChildCohort {
  if (monthEnd === view.asAt) return childrenWithOpenCase(view);
  const { perChild, base } = view.scratch();
  const rankOf = rankAt(view, monthEnd);
  const met: number[] = [];
  for (let index = 0; index < view.rows.length; index++) {
    const child = view.children[view.rows[index]];
    const value = base + rankOf(view.rows[index]);
    const before = perChild[child];
    if (before < base) met.push(child);
    if (before < base || value < before) perChild[child] = value;
  }
  const ofRank = (rank: number) => met.filter((child) => perChild[child] - base === rank);
  const leftOut = [
    { reason: 'no start_date', n: ofRank(NO_START).length },
    {
      reason: `closed or not yet open at the end of ${monthLabel(monthOfDay(monthEnd))}`,
      n: ofRank(NOT_OPEN).length,
    },
    { reason: 'residence Other', n: ofRank(OTHER).length },
  ];
  return { children: Uint32Array.from(ofRank(COUNTED)), leftOut: leftOut.filter(({ n }) => n > 0) };
}

/** Per row 0 for a case that is open and at home, else the first reason that fits it. */
function rankAt(view: View, day: Day): (row: number) => number {
  const starts = view.column('start_date')?.values;
  const ends = view.column('end_date')?.values;
  const residence = view.column('residence')?.values;
  return (row) => {
    const [start, end] = [starts?.[row] ?? 0, ends?.[row] ?? 0];
    if (start === 0) return NO_START;
    if (start > day || (end > 0 && end <= day)) return NOT_OPEN;
    return residence?.[row] === OTHER_RESIDENCE ? OTHER : COUNTED;
  };
}
