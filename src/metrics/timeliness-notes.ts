/** What must be known to read the figures of court timeliness. */
import type { Day } from '../caseload/read-dates.ts';
import { BANK_HOLIDAY_LIST } from '../reference/bank-holidays.ts';
import { onlyWithInWords, shownName, type Target } from '../reference/targets.ts';
import type { View } from './define-metric.ts';
import type { CasesDue } from './tally-timeliness.ts';
import { goesBeyondBankHolidays, type TimedCases } from './timeliness-of-cases.ts';

/** A loud one where working days were counted over years whose bank holidays are not known. */
export function bankHolidayNotes(
  timed: readonly TimedCases[],
  { rows }: View,
  { counted, isInPeriod }: CasesDue,
  asAt: Day,
): string[] {
  const beyond = timed.filter((cases) =>
    goesBeyondBankHolidays(
      cases,
      rows,
      asAt,
      (index) => counted === null || (counted[index] === 1 && isInPeriod(cases.dueDays[index])),
    ),
  );
  return beyond.length === 0 ? [] : [bankHolidayWarning(beyond.map(({ target }) => target))];
}

export function bankHolidayWarning(targets: readonly Target[]): string {
  const { from, to } = BANK_HOLIDAY_LIST;
  return `Warning: some days of ${targets.map(shownName).join(', ')} lie outside the list of bank holidays (${from} to ${to}); there only weekends are left out, so working days, due days and who is late may be wrong.`;
}

/** @param targets those that were worked out */
export function timelinessNotes(targets: readonly Target[], hasPeriod: boolean): string[] {
  return [
    ...(targets.some(({ isExample }) => isExample)
      ? [
          'The targets are examples, not your standard, each with its source; write your own as targets in yos-caseload.yaml.',
        ]
      : []),
    'Share on time: of the cases whose due day is on or before the as-at date. Those due on that very day and not done yet are among them, in a row of their own; they may still be done that day, so they are not yet late.',
    'Not recorded: the date counted from or the due date is missing, or a thing that follows it was done before it.',
    ...targets.flatMap((target) => onlyWithInWords(target) ?? []),
    'Due later: the due day lies after the as-at date; done before its due day is done.',
    'A thing done after the as-at date is not done yet. Cases that have ended are counted like any other.',
    daysNote(targets),
    DAYS_LATE_NOTE,
    'Median and 90th percentile of days taken are of cases done; those not done yet are not in them, so read them beside the cases late and outstanding.',
    ...(targets.some(({ rule }) => rule.kind === 'at-least')
      ? [
          'Where something must be done before a date, days taken below 0 lie before it: -3 is three days before.',
        ]
      : []),
    ...(hasPeriod
      ? [
          'Counted are the cases with a due day in the period by one target or more; a case whose due day by another target lies outside it stands there as due outside the period.',
        ]
      : []),
  ];
}

/** In working days some would be late by 0. */
export const DAYS_LATE_NOTE = 'Lateness is in calendar days since the due day, whatever a target counts in.';

function daysNote(targets: readonly Target[]): string {
  const first = 'The day after the event is day 1.';
  return targets.some(({ days }) => days === 'working')
    ? `${first} Working days are Monday to Friday without the bank holidays of England and Wales.`
    : `${first} Days are calendar days.`;
}
