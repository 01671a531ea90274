/** How far back one file holds the cases that ended, so that the months before its day can be looked back at. */
import type { Day } from '../caseload/read-dates.ts';
import { monthOfDay } from '../reference/quarter.ts';
import { ofWholeCaseload } from './whole-caseload.ts';

const OTHER_RESIDENCE = 2;
/** Under one in so many ended: an export of open cases, with a few that were closed in error or by chance. */
const ENDED_OF = 20;
/**
 * Where so many would be expected to end in months in which none did, the file does not hold what ended before them:
 * of a Poisson count with mean 5 nothing at all has the probability e^-5, under 1 %.
 */
const EXPECTED_IN_GAP = 5;
export const EXPECTED_IN_WORDS = 'five';

/**
 * The month from which on the file holds the cases that ended, residence Other left out: the earliest with an end to
 * which no gap leads back that is too long for the rate of ends from it on, so that an old case that stands alone does
 * not count. Null for an export of open cases only.
 */
export const firstMonthWithEnds = ofWholeCaseload((view) => {
  const starts = view.column('start_date')?.values;
  const ends = view.column('end_date')?.values;
  if (view.asAt === null || starts === undefined || ends === undefined) return null;
  const { rows, asAt } = view;
  const residence = view.column('residence')?.values;
  const perDay = new Uint32Array(asAt + 1);
  let [started, ended] = [0, 0];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    const end = ends[row];
    if (starts[row] > 0) started++;
    if (starts[row] > 0 && end > 0 && end < asAt) ended++;
    if (end > 0 && end <= asAt && residence?.[row] !== OTHER_RESIDENCE) perDay[end]++;
  }
  return ended * ENDED_OF < started || ended === 0 ? null : startOfSpan(perDay, asAt);
});

function startOfSpan(perDay: Uint32Array, asAt: Day): number | null {
  const last = monthOfDay(asAt);
  const perMonth = new Uint32Array(last + 1);
  perDay.forEach((count, day) => {
    if (count > 0) perMonth[monthOfDay(day)] += count;
  });
  let first: number | null = null;
  let ended = 0;
  for (let month = last; month >= 0; month--) {
    if (perMonth[month] === 0) continue;
    ended += perMonth[month];
    const gap = first === null ? 0 : first - month - 1;
    if ((gap * ended) / (last - month + 1) >= EXPECTED_IN_GAP) break;
    first = month;
  }
  return first;
}
