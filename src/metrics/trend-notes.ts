/** What a reader of the trend must know: where its months come from, and what can and cannot be said of a change. */
import { type Day, isoDate } from '../caseload/read-dates.ts';
import { monthOfDay, quarterLabel } from '../reference/quarter.ts';
import { CLEAR } from './compared-periods.ts';
import type { View } from './define-metric.ts';
import { EXPECTED_IN_WORDS } from './first-month-with-ends.ts';
import { DIMENSIONS, type Dimension, monthLabel, type OpenByMonth } from './open-by-month.ts';
import { FEWEST_JUDGED } from './quality-changes.ts';
import type { QualityByQuarter } from './quality-quarters.ts';

/** Months looked back at from the one file. */
export function fileNotes(view: View, firstWithEnds: number, byMonth: OpenByMonth | null): string[] {
  const since = monthLabel(firstWithEnds);
  if (byMonth === null) {
    return [
      `No months are shown: cases that ended are in the file from ${since} on, and no month has ended since.`,
    ];
  }
  const { months } = byMonth;
  const { trendMonths } = view.settings;
  const shown = monthLabel(months[Math.max(0, months.length - trendMonths)]);
  const span =
    shown === since
      ? `Month-ends begin with ${since}, the first month in which a case in the file ended, ${PASSED_OVER}: cases that ended before it are not in the file, or stand alone in it, nor perhaps all that ended in it.`
      : `Month-ends begin with ${shown}. Cases that ended are in the file from ${since} on, the first month in which one did, ${PASSED_OVER}.`;
  const yearEarlier = months[months.length - 1] - 12;
  return [
    span,
    ...(months[0] <= yearEarlier
      ? []
      : [
          `${monthLabel(yearEarlier)}, a year before the latest month-end, lies before that: there is no comparison with it.`,
        ]),
    `At a month-end the open ${view.unit} are those with a case started on or before its last day and not ended by then; residence Other and cases without a start date are left out. Past months are as this file has them, not as they were reported then.`,
    ...(view.unit === 'cases'
      ? []
      : ['Cases that started and ended are cases: a child with two counts twice.']),
    cohortNote(view, byMonth),
    ...(months.length < 2 ? [] : [startsNote(), movesNote(view.unit), ...mixNotes(view, byMonth)]),
  ];
}

/** Which ends are passed over in looking for the first month. */
const PASSED_OVER = `residence Other left out, and ends before a gap in which, at the rate of ends from them on, ${EXPECTED_IN_WORDS} or more would be expected`;

function cohortNote({ unit }: View, { months }: OpenByMonth): string {
  return `The number of ${unit} above these tables is that of the latest month, ${monthLabel(months[months.length - 1])}; each other month has its own.`;
}

function startsNote(): string {
  return `The number of cases above starts and ends is of all in the file, of which those of residence Other are not counted. Starts and ends of two months are compared as two Poisson counts over months taken as equally long: p is twice the smaller exact tail, given their sum. It reads higher or lower where p is under ${CLEAR}. Each comparison is tested by itself: of 20 in which nothing changed about one, at most, reads so.`;
}

function movesNote(unit: View['unit']): string {
  return `Open ${unit} have no test, range or verdict: the same ${unit} may be open in both months, so the two counts are not independent, as a test needs them to be. Joined are open in the later month only, left in the earlier only.`;
}

function mixNotes({ unit }: View, { dimensions }: OpenByMonth): string[] {
  const missing = DIMENSIONS.filter((dimension) => !dimensions.includes(dimension));
  return [
    ...(dimensions.length === 0
      ? []
      : [
          `Mixes are shares of the open ${unit} whose ${dimensions.join(' or ')} is known in that month, and for the same reason have a difference, but no range and no verdict.`,
        ]),
    ...missing.map((dimension) => `There is no mix by ${dimension}: ${WITHOUT[dimension]}.`),
  ];
}

const WITHOUT: Record<Dimension, string> = {
  ethnicity: 'a file lacks it, or has it in categories of its own',
  sex: 'a file lacks it',
};

/** Months from files of their own. */
export function snapshotNotes(view: View, asAt: Day, byMonth: OpenByMonth): string[] {
  const days = view.months.map(({ label, view: other }) =>
    other.asAt === null ? `${label} (no as-at date)` : `${label} (as at ${isoDate(other.asAt)})`,
  );
  return [
    `Each month is a file of its own (--month): ${days.join(', ')}; the file of this report is ${monthLabel(monthOfDay(asAt))} (as at ${isoDate(asAt)}). Who is open is of that day. Starts and ends are not counted: a file of one month does not hold them all.`,
    cohortNote(view, byMonth),
    ...(byMonth.months.length < 2 ? [] : [movesNote(view.unit), ...mixNotes(view, byMonth)]),
  ];
}

/** Court quality by quarter, of the file of the report. */
export function qualityNotes(
  quality: QualityByQuarter | null,
  holdsEnded: boolean,
  isCompared: boolean,
): string[] {
  if (quality === null) {
    const why = holdsEnded
      ? 'the file has no court case audited and judged in one of the eight latest quarters that were over at the as-at date'
      : 'the file of this report looks like an export of open cases only, and those audited that have ended are not in it';
    return [`There is no court quality by quarter: ${why}.`];
  }
  const latest = quality.quarters[quality.quarters.length - 1];
  return [
    `Quarters run from April to March and are named by the year in which that begins: 2026Q3 is October to December 2026. Court cases, those of court-quality, count in the quarter of their audit_date; shares are of the answers Yes or No. They end with ${quarterLabel(latest)}, the latest that is over at the as-at date: audits after it are left out, those dated after the as-at date counted apart.`,
    ...(isCompared
      ? [changesNote()]
      : ['Quarters are not compared: none of those listed lies just before the latest or a year earlier.']),
  ];
}

function changesNote(): string {
  return `Changes of court quality are of different audited cases. The range is Newcombe's and not corrected; p is Fisher's exact, two-sided; corrected p is by Holm's method over all changes tested here, and reads higher or lower where it is under ${CLEAR}, so a range may leave out 0 where there is no clear change. Too few to say is under ${FEWEST_JUDGED} judged in either quarter.`;
}
