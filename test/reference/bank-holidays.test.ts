import { describe, expect, it } from 'vitest';
import { BANK_HOLIDAY_LIST, BANK_HOLIDAYS } from '../../src/reference/bank-holidays.ts';

const YEARS = Array.from({ length: 2028 - 2012 + 1 }, (_, index) => 2012 + index);
const utc = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day));
const iso = (date: Date) => date.toISOString().slice(0, 10);
const plus = (date: Date, days: number) => new Date(date.getTime() + days * 86_400_000);

/** Easter Sunday by the Gregorian computus ("A New York correspondent", Nature 13, 1876, 487). */
function easter(year: number): Date {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return utc(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

/** The first (or, with 0 for the day before the month, the last of the month before) Monday at or after a day. */
const mondayFrom = (date: Date) => plus(date, (8 - date.getUTCDay()) % 7);
const lastMondayOf = (year: number, month: number) => mondayFrom(plus(utc(year, month + 1, 0), -6));

/** Days that fall on a weekend move to the next weekday that is not taken. */
function withSubstitutes(dates: readonly Date[]): string[] {
  const isWeekday = (date: Date) => date.getUTCDay() % 6 !== 0;
  const taken = dates.filter(isWeekday).map(iso);
  for (const date of dates.filter((date) => !isWeekday(date))) {
    let moved = date;
    while (!isWeekday(moved) || taken.includes(iso(moved))) moved = plus(moved, 1);
    taken.push(iso(moved));
  }
  return taken;
}

/** By royal proclamation, instead of or besides the regular days. */
const MOVED: Record<string, string> = {
  '2012-05-28': '2012-06-04', // for the Diamond Jubilee
  '2020-05-04': '2020-05-08', // VE Day
  '2022-05-30': '2022-06-02', // for the Platinum Jubilee
};
const ADDED = ['2012-06-05', '2022-06-03', '2022-09-19', '2023-05-08'];

/** Banking and Financial Dealings Act 1971, schedule 1, with New Year's Day and the first Monday in May as proclaimed. */
function regular(year: number): string[] {
  return [
    ...withSubstitutes([utc(year, 1, 1)]),
    iso(plus(easter(year), -2)),
    iso(plus(easter(year), 1)),
    iso(mondayFrom(utc(year, 5, 1))),
    iso(lastMondayOf(year, 5)),
    iso(lastMondayOf(year, 8)),
    ...withSubstitutes([utc(year, 12, 25), utc(year, 12, 26)]),
  ];
}

describe('the bank holidays of England and Wales', () => {
  it('are the days that law and calendar give, computed anew for every year, and the four extra ones', () => {
    const expected = YEARS.flatMap(regular).map((day) => MOVED[day] ?? day);
    expect(BANK_HOLIDAYS).toEqual([...expected, ...ADDED].sort());
    expect(BANK_HOLIDAYS).toHaveLength(140);
  });

  it.each([
    ['2021-12-27', 'for Christmas Day on a Saturday'],
    ['2021-12-28', 'for Boxing Day on a Sunday'],
    ['2022-06-03', 'the Platinum Jubilee'],
    ['2022-09-19', 'the state funeral of Queen Elizabeth II'],
    ['2023-05-08', 'the coronation of King Charles III'],
  ])('hold %s, %s', (day) => {
    expect(BANK_HOLIDAYS).toContain(day);
  });

  it.each([
    ['2012-05-28', 'the spring bank holiday, moved'],
    ['2020-05-04', 'the early May bank holiday, moved'],
    ['2021-12-25', 'a Saturday'],
    ['2022-05-30', 'the spring bank holiday, moved'],
  ])('do not hold %s, %s', (day) => {
    expect(BANK_HOLIDAYS).not.toContain(day);
  });

  it('are weekdays, so that taking them off Monday to Friday takes none off twice', () => {
    expect(BANK_HOLIDAYS.filter((day) => new Date(day).getUTCDay() % 6 === 0)).toEqual([]);
    expect(new Set(BANK_HOLIDAYS).size).toBe(BANK_HOLIDAYS.length);
  });

  it('say where they come from, under which licence, and from when to when they are known', () => {
    expect(BANK_HOLIDAY_LIST).toEqual({
      source: 'GOV.UK bank holidays, England and Wales, Open Government Licence v3.0',
      from: '2012-01-01',
      to: '2028-12-31',
    });
    expect(BANK_HOLIDAYS.at(0)).toBe('2012-01-02');
    expect(BANK_HOLIDAYS.at(-1)).toBe('2028-12-26');
  });
});
