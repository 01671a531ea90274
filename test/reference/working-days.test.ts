import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BANK_HOLIDAYS } from '../../src/reference/bank-holidays.ts';
import {
  addWorkingDays,
  isOutsideBankHolidays,
  isWorkingDay,
  workingDaysBetween,
} from '../../src/reference/working-days.ts';

const dayOf = (date: string) => Date.parse(date) / 86_400_000;
const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

test.each([
  ['2021-12-23', 1, '2021-12-24'],
  ['2021-12-24', 1, '2021-12-29'], // Saturday, Sunday, and the substitute days of 27 and 28 December
  ['2021-12-24', 2, '2021-12-30'],
  ['2022-09-16', 1, '2022-09-20'], // Friday, the funeral on Monday
  ['2023-05-05', 1, '2023-05-09'], // Friday, the coronation's bank holiday on Monday
  ['2022-06-01', 1, '2022-06-06'], // Wednesday, the jubilee on Thursday and Friday
  ['2026-10-31', 1, '2026-11-02'], // an event on a Saturday: Monday is day 1
  ['2026-10-30', 1, '2026-11-02'],
  ['2026-10-26', 5, '2026-11-02'], // Monday to Monday
  // 27, 30 and 31 May, 1 June; not 2 and 3 June; 6 to 10, 13 to 17 and 20 to 24 June; 27 June is day 20.
  ['2022-05-26', 20, '2022-06-27'],
  ['2026-10-31', 0, '2026-10-31'],
])('the day after is day 1: %s and %i working days is %s', (event, count, expected) => {
  expect(dateOf(addWorkingDays(dayOf(event), count))).toBe(expected);
});

test.each([
  ['2023-05-09', -1, '2023-05-05'], // Tuesday; Monday is a bank holiday
  ['2023-05-09', -2, '2023-05-04'],
  ['2021-12-29', -1, '2021-12-24'],
  ['2026-11-01', -1, '2026-10-30'], // a Sunday
])('backwards the day before is day 1: %s and %i is %s', (event, count, expected) => {
  expect(dateOf(addWorkingDays(dayOf(event), count))).toBe(expected);
});

test.each([
  ['2021-12-24', '2021-12-24', 0],
  ['2021-12-24', '2021-12-28', 0],
  ['2021-12-24', '2021-12-29', 1],
  ['2022-05-26', '2022-06-27', 20],
  ['2026-10-30', '2026-11-01', 0], // Friday to Sunday
  ['2026-10-31', '2026-11-02', 1],
  ['2023-05-09', '2023-05-04', -2], // before: Friday and Thursday
  ['2023-01-01', '2023-12-31', 251], // from Monday 2 January 52 weeks of 5, less 9 bank holidays
])('from %s to %s are %i working days', (from, to, expected) => {
  expect(workingDaysBetween(dayOf(from), dayOf(to))).toBe(expected);
});

const holidays = new Set(BANK_HOLIDAYS);
/** Day by day, by the calendar of the language. */
const isFree = (day: number) => new Date(day * 86_400_000).getUTCDay() % 6 === 0 || holidays.has(dateOf(day));

const day = fc.integer({ min: dayOf('1990-01-01'), max: dayOf('2100-12-31') });

test('a working day is Monday to Friday and no bank holiday', () => {
  for (let one = dayOf('2011-12-01'); one <= dayOf('2029-01-31'); one++)
    expect(isWorkingDay(one)).toBe(!isFree(one));
});

test('counting on arrives where walking day by day does, forwards and back', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -60, max: 60 }), (from, count) => {
      let walked = from;
      for (let left = Math.abs(count); left > 0; ) {
        walked += Math.sign(count);
        if (!isFree(walked)) left--;
      }
      expect(addWorkingDays(from, count)).toBe(walked);
      expect(workingDaysBetween(from, walked)).toBe(count);
    }),
  );
});

test('between two days are as many as walking day by day meets', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 400 }), (from, length) => {
      let met = 0;
      for (let one = from + 1; one <= from + length; one++) if (!isFree(one)) met++;
      expect(workingDaysBetween(from, from + length)).toBe(met);
    }),
  );
});

test('days outside the list of bank holidays are told apart, so that somebody can warn', () => {
  expect(isOutsideBankHolidays(dayOf('2011-12-31'))).toBe(true);
  expect(isOutsideBankHolidays(dayOf('2012-01-01'))).toBe(false);
  expect(isOutsideBankHolidays(dayOf('2028-12-31'))).toBe(false);
  expect(isOutsideBankHolidays(dayOf('2029-01-01'))).toBe(true);
  // There only weekends are left out: New Year's Day 2029, a Monday, counts.
  expect(dateOf(addWorkingDays(dayOf('2028-12-29'), 1))).toBe('2029-01-01');
});

test.each([
  [1.5, 1],
  [Number.NaN, 1],
  [1, 0.5],
  [1, Number.POSITIVE_INFINITY],
])('%d and %d working days is no day', (from, count) => {
  expect(() => addWorkingDays(from, count)).toThrow(new RangeError('addWorkingDays requires whole numbers'));
});
