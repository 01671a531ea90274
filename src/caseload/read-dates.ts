/** Dates and months as people write them, to whole days and months. No clock, no time zone, no guessing of American order. */

/** A date is days since 1970-01-01; 0 stands for missing, as the years read are 1990 to 2100. */
export type Day = number;
export const MISSING = 0;

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
/** Excel counts days from 30 December 1899 (its own 1900 leap year error included). */
const EXCEL_DAY_OF_1970 = 25569;
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG_MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const TIME = String.raw`(?:[T ,]\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/])(\d{1,2})\2(\d{1,2})${TIME}$`);
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${TIME}$`);
const DAY_NAMED_MONTH = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?[ -/]([A-Za-z]{3,9})\.?,?[ -/](\d{4})${TIME}$`,
);
/** What most cells are, told apart quickly. */
const ISO_DAY = /^\d{4}-\d\d-\d\d$/;
const NUMBER = /^\d+(?:\.\d+)?$/;

/** What a cell said: a day, or why there is none. */
export type ReadDay = { day: Day } | 'unreadable' | 'sentinel';

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/** Days since 1970-01-01 of a date in the Gregorian calendar, or null when there is no such day. */
export function dayNumber(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const longer = isLeap && month === 2 ? 1 : 0;
  if (day > DAYS_BEFORE_MONTH[month] - DAYS_BEFORE_MONTH[month - 1] + longer) return null;
  const before = year - 1;
  const leapDays =
    Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - LEAP_DAYS_BEFORE_1970;
  return (
    (year - 1970) * 365 + leapDays + DAYS_BEFORE_MONTH[month - 1] + (isLeap && month > 2 ? 1 : 0) + day - 1
  );
}
const LEAP_DAYS_BEFORE_1970 = 477;

/**
 * Year, month (1 to 12) and day of the month of a day number from 1970 on. Reckoned without Date, which would look up
 * the time zone first.
 */
export function calendarDay(day: Day): { year: number; month: number; day: number } {
  const firstOf = (year: number, month: number) => dayNumber(year, month, 1) ?? 0;
  let year = 1970 + Math.floor(day / 366);
  while (firstOf(year + 1, 1) <= day) year++;
  let month = 12;
  while (firstOf(year, month) > day) month--;
  return { year, month, day: day - firstOf(year, month) + 1 };
}

/** `2026-10-31`; the empty string for missing. */
export function isoDate(day: Day): string {
  if (day === MISSING) return '';
  const { year, month, day: dayOfMonth } = calendarDay(day);
  return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

export function isPlainNumber(cell: string): boolean {
  return NUMBER.test(cell);
}

/** Reads a trimmed cell. `isSerial` says that the whole column is numbers, so days as Excel counts them. */
export function readDay(cell: string, isSerial: boolean): ReadDay {
  if (isSerial) return inYears(Math.floor(Number(cell)) - EXCEL_DAY_OF_1970);
  if (ISO_DAY.test(cell)) return fromParts(cell.slice(0, 4), cell.slice(5, 7), cell.slice(8));
  const yearFirst = YEAR_FIRST.exec(cell);
  if (yearFirst) return fromParts(yearFirst[1], yearFirst[3], yearFirst[4]);
  const dayFirst = DAY_FIRST.exec(cell);
  if (dayFirst) return fromParts(dayFirst[4], dayFirst[3], dayFirst[1]);
  const named = DAY_NAMED_MONTH.exec(cell);
  if (named) return fromParts(named[3], String(monthOfName(named[2])), named[1]);
  return 'unreadable';
}

function fromParts(year: string, month: string, day: string): ReadDay {
  const number = dayNumber(Number(year), Number(month), Number(day));
  return number === null ? 'unreadable' : inYears(number);
}

const FIRST_DAY = dayNumber(FIRST_YEAR, 1, 1) ?? 0;
const LAST_DAY = dayNumber(LAST_YEAR, 12, 31) ?? 0;

function inYears(day: Day): ReadDay {
  return day < FIRST_DAY || day > LAST_DAY ? 'sentinel' : { day };
}

/** 1 to 12, or 0 for no name of a month. */
function monthOfName(name: string): number {
  const lower = name.toLowerCase();
  if (lower === 'sept') return 9;
  return Math.max(MONTH_NAMES.indexOf(lower), LONG_MONTH_NAMES.indexOf(lower)) + 1;
}

const YEAR_MONTH = /^(\d{4})[-/ ](\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})[-/ ](\d{4})$/;
const NAMED_MONTH_YEAR = /^([A-Za-z]{3,9})[-/ ](\d{4})$/;

/** Months since January 1970 (0 is missing). A full date is told apart: it would be a date of birth. */
export function readMonth(cell: string): { month: number } | 'unreadable' | 'full-date' {
  const yearMonth = YEAR_MONTH.exec(cell);
  if (yearMonth) return monthFromParts(yearMonth[1], Number(yearMonth[2]));
  const monthYear = MONTH_YEAR.exec(cell);
  if (monthYear) return monthFromParts(monthYear[2], Number(monthYear[1]));
  const named = NAMED_MONTH_YEAR.exec(cell);
  if (named) return monthFromParts(named[2], monthOfName(named[1]));
  const isSerial = /^\d{5}(\.\d+)?$/.test(cell) && typeof readDay(cell, true) === 'object';
  const isDate = isSerial || readDay(cell, false) !== 'unreadable' || hasDayMonthAndYear(cell);
  return isDate ? 'full-date' : 'unreadable';
}

const TIME_OF_DAY = /[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}.*)?(?:\s*[AaPp]\.?[Mm]\.?)?$/;
const LONGEST_DATE = 60;

/** A day, a month and a year in any order and style, American too, or their eight digits: more than a month. */
function hasDayMonthAndYear(cell: string): boolean {
  if (cell.length > LONGEST_DATE) return false;
  const parts = cell.replace(TIME_OF_DAY, '').match(/\d+|[A-Za-z]{3,}/g) ?? [];
  if (parts.some((part) => /^\d{8}$/.test(part))) return true;
  const numbers = parts.filter((part) => /^(?:\d{1,2}|\d{4})$/.test(part)).length;
  const months = parts.filter((part) => monthOfName(part) > 0).length;
  const days = parts.filter((part) => /^(?:mon|tue|wed|thu|fri|sat|sun)/i.test(part)).length;
  return numbers + Math.min(months, 1) === 3 && numbers + months + days === parts.length;
}

function monthFromParts(year: string, month: number): { month: number } | 'unreadable' {
  const number = (Number(year) - 1970) * 12 + month - 1;
  return month >= 1 && month <= 12 && number > 0 && Number(year) <= LAST_YEAR
    ? { month: number }
    : 'unreadable';
}

/** `2010-05` of months since January 1970; the empty string for missing. */
export function isoMonth(month: number): string {
  if (month === MISSING) return '';
  return `${1970 + Math.floor(month / 12)}-${twoDigits((month % 12) + 1)}`;
}

/** Completed years at a day of somebody born in a month; the age is reached on the 1st of the month. */
export function ageInYears(birthMonth: number, at: Day): number {
  const { year, month } = calendarDay(at);
  return Math.floor(((year - 1970) * 12 + month - 1 - birthMonth) / 12);
}
