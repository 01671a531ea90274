/** How many cases a target has of each outcome, and how many days they took or are late. */
import type { Day } from '../caseload/read-dates.ts';
import type { LeftOut } from '../report/report.ts';
import type { Period } from './define-metric.ts';
import {
  DONE_AHEAD,
  DONE_LATE,
  daysBetween,
  ON_TIME,
  OUTSTANDING,
  type TimedCases,
  TO_COME,
} from './timeliness-of-cases.ts';

/** The cases counted: all, or with a period those that have a due day in it by any of the targets. */
export interface CasesDue {
  readonly n: number;
  readonly leftOut: readonly LeftOut<number>[];
  /** Whether the case at a place is counted; null when all are. */
  readonly counted: Uint8Array | null;
  readonly isInPeriod: (dueDay: Day) => boolean;
}

export interface Tally {
  /** Cases per outcome of the rule. */
  readonly counts: readonly number[];
  /** Cases counted for another target, whose due day by this one lies outside the period. */
  readonly outside: number;
  /** Of cases done, as the target counts days, ascending. */
  readonly daysTaken: readonly number[];
  /** Of cases late and outstanding, calendar days since the due day, ascending: in working days some would be late by 0. */
  readonly daysLate: readonly number[];
}

const NO_DUE_DAY = 0;
const DUE_OUTSIDE = 1;
const DUE_INSIDE = 2;

/** @param length how many rows there are */
export function casesDue(timed: readonly TimedCases[], length: number, period: Period | null): CasesDue {
  if (period === null) return { n: length, leftOut: [], counted: null, isInPeriod: () => true };
  const isInPeriod = (day: Day) => day >= (period.from ?? 0) && day <= (period.to ?? day);
  const found = new Uint8Array(length);
  for (const { dueDays } of timed) {
    for (let index = 0; index < length; index++) {
      const day = dueDays[index];
      if (day !== 0) found[index] = Math.max(found[index], isInPeriod(day) ? DUE_INSIDE : DUE_OUTSIDE);
    }
  }
  const counts = [0, 0, 0];
  for (let index = 0; index < length; index++) counts[found[index]]++;
  const leftOut = [
    { reason: 'no due day', n: counts[NO_DUE_DAY] },
    { reason: 'due day outside the period', n: counts[DUE_OUTSIDE] },
  ].filter(({ n }) => n > 0);
  const counted = found.map((place) => (place === DUE_INSIDE ? 1 : 0));
  return { n: counts[DUE_INSIDE], leftOut, counted, isInPeriod };
}

export function tallyOf(
  cases: TimedCases,
  rows: Uint32Array,
  { counted, isInPeriod }: CasesDue,
  asAt: Day,
): Tally {
  const { target, outcomes, dueDays, from, to } = cases;
  const counts = new Array<number>(TO_COME + 1).fill(0);
  const taken = new Int32Array(rows.length);
  const late = new Int32Array(rows.length);
  let [outside, done, outstanding] = [0, 0, 0];
  for (let index = 0; index < rows.length; index++) {
    const outcome = outcomes[index];
    if (counted !== null) {
      if (counted[index] === 0) continue;
      if (outcome >= ON_TIME && !isInPeriod(dueDays[index])) {
        outside++;
        continue;
      }
    }
    counts[outcome]++;
    if (outcome === OUTSTANDING) late[outstanding++] = asAt - dueDays[index];
    else if (outcome === ON_TIME || outcome === DONE_LATE || outcome === DONE_AHEAD)
      taken[done++] = daysBetween(target, from[rows[index]], to[rows[index]]);
  }
  return { counts, outside, daysTaken: ascending(taken, done), daysLate: ascending(late, outstanding) };
}

/** The first values in order: typed arrays sort numbers as numbers, and quickly. */
function ascending(values: Int32Array, length: number): number[] {
  return Array.from(values.subarray(0, length).sort());
}
