import { BANK_HOLIDAY_LIST, BANK_HOLIDAYS } from './bank-holidays.ts';

/**
 * Working days: Monday to Friday without the bank holidays of England and Wales. Days are numbers, counted from
 * 1970-01-01.
 *
 * The day after an event is day 1. An event on Friday and 1 working day is Monday; an event on Saturday and 1 working
 * day is Monday too. Outside the list of bank holidays only weekends are left out, which is wrong by eight days and
 * more a year: ask `isOutsideBankHolidays` of both ends and warn.
 */

const MS_PER_DAY = 86_400_000;
/** 29 December 1969. */
const MONDAY_BEFORE_1970 = -3;
/** Read as UTC, as dates alone are: no time zone has a say. */
const dayOf = (date: string) => Date.parse(date) / MS_PER_DAY;

const HOLIDAYS: readonly number[] = BANK_HOLIDAYS.map(dayOf);
const FIRST_DAY = dayOf(BANK_HOLIDAY_LIST.from);
const LAST_DAY = dayOf(BANK_HOLIDAY_LIST.to);

/** Whether nobody told us the bank holidays of that day's year. */
export function isOutsideBankHolidays(day: number): boolean {
  return day < FIRST_DAY || day > LAST_DAY;
}

export function isWorkingDay(day: number): boolean {
  return workingDaysThrough(day) > workingDaysThrough(day - 1);
}

/**
 * The day that is `count` working days after an event, the day after it being day 1; with a `count` below 0 as many
 * before it, the day before being day 1. With 0 it is the day itself, working day or not.
 *
 * @example addWorkingDays(dayOf('2021-12-24'), 1) // 29 December 2021: a weekend, then two substitute days
 * @throws RangeError when the day or the count is no whole number
 */
export function addWorkingDays(day: number, count: number): number {
  if (!(Number.isSafeInteger(day) && Number.isSafeInteger(count))) {
    throw new RangeError('addWorkingDays requires whole numbers');
  }
  if (count === 0) return day;
  if (count > 0) return workingDay(workingDaysThrough(day) + count);
  return workingDay(workingDaysThrough(day - 1) + count + 1);
}

/**
 * The number of working days from an event to a later day, the day after the event being day 1 and the later day
 * counted: 0 on the day itself. When `to` is before `from`, as many working days before it, below 0.
 */
export function workingDaysBetween(from: number, to: number): number {
  if (to < from) return workingDaysThrough(to - 1) - workingDaysThrough(from - 1);
  return workingDaysThrough(to) - workingDaysThrough(from);
}

/** Working days from the Monday before 1970 up to and with a day: weekdays less the bank holidays among them. */
function workingDaysThrough(day: number): number {
  const days = day - MONDAY_BEFORE_1970 + 1;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5) - holidaysThrough(day);
}

/** The first, second, ... working day from the Monday before 1970 on. */
function workingDay(number: number): number {
  let day = weekdayNumber(number);
  for (;;) {
    // With each bank holiday passed, a weekday more is needed, which may pass another.
    const later = weekdayNumber(number + holidaysThrough(day));
    if (later === day) return day;
    day = later;
  }
}

/** The same for weekdays: the first is that Monday, the sixth the Monday after. */
function weekdayNumber(number: number): number {
  const weeks = Math.floor((number - 1) / 5);
  return MONDAY_BEFORE_1970 + weeks * 7 + (number - 1 - weeks * 5);
}

/** How many bank holidays there are up to and with a day. */
function holidaysThrough(day: number): number {
  let [from, to] = [0, HOLIDAYS.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (HOLIDAYS[middle] <= day) from = middle + 1;
    else to = middle;
  }
  return from;
}
