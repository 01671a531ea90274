/**
 * Months and quarters of days. Days are numbers counted from 1970-01-01, months from January 1970, quarters from
 * January to March 1970; the one before is one less, the same a year earlier 12 months or 4 quarters less.
 *
 * Quarters are named as the Youth Justice Board's published reporting queries do: by the year in which the financial
 * year (1 April to 31 March) starts, so `2026Q3` is October to December 2026 and February 2024 lies in `2023Q4`.
 */

const MS_PER_DAY = 86_400_000;
const MEAN_DAYS_OF_MONTH = 365.2425 / 12;

/** Day number of the 1st of a month. */
export function firstDayOfMonth(month: number): number {
  return Date.UTC(1970, month, 1) / MS_PER_DAY;
}

/** The month-end. */
export function lastDayOfMonth(month: number): number {
  return firstDayOfMonth(month + 1) - 1;
}

/** The month a day lies in. */
export function monthOfDay(day: number): number {
  const near = Math.floor(day / MEAN_DAYS_OF_MONTH);
  if (day < firstDayOfMonth(near)) return near - 1;
  return day > lastDayOfMonth(near) ? near + 1 : near;
}

/** The latest month that is over, or ends, on a day. */
export function lastWholeMonth(day: number): number {
  return monthOfDay(day + 1) - 1;
}

/** The same day some months later (or, below 0, earlier), or the last of the month where there is no such day. */
export function addMonths(day: number, months: number): number {
  const month = monthOfDay(day);
  const dayOfMonth = day - firstDayOfMonth(month);
  return Math.min(firstDayOfMonth(month + months) + dayOfMonth, lastDayOfMonth(month + months));
}

/** The quarter a month lies in. */
export function quarterOfMonth(month: number): number {
  return Math.floor(month / 3);
}

export function firstDayOfQuarter(quarter: number): number {
  return firstDayOfMonth(quarter * 3);
}

export function lastDayOfQuarter(quarter: number): number {
  return firstDayOfQuarter(quarter + 1) - 1;
}

/** The latest quarter that is over, or ends, on a day. */
export function lastWholeQuarter(day: number): number {
  return quarterOfMonth(monthOfDay(day + 1)) - 1;
}

/** `2026Q3` */
export function quarterLabel(quarter: number): string {
  const sinceApril1970 = quarter - 1;
  const years = Math.floor(sinceApril1970 / 4);
  return `${1970 + years}Q${sinceApril1970 - years * 4 + 1}`;
}
