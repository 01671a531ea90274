import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addMonths,
  firstDayOfMonth,
  firstDayOfQuarter,
  lastDayOfMonth,
  lastDayOfQuarter,
  lastWholeMonth,
  lastWholeQuarter,
  monthOfDay,
  quarterLabel,
  quarterOfMonth,
} from '../../src/reference/quarter.ts';

const dayOf = (date: string) => Date.parse(date) / 86_400_000;
const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const labelOf = (date: string) => quarterLabel(quarterOfMonth(monthOfDay(dayOf(date))));

test.each([
  // The Youth Justice Board's: Q1 is April to June, and the year is that in which the financial year starts.
  ['2024-02-15', '2023Q4'],
  ['2024-03-31', '2023Q4'],
  ['2024-04-01', '2024Q1'],
  ['2026-06-30', '2026Q1'],
  ['2026-07-01', '2026Q2'],
  ['2026-09-30', '2026Q2'],
  ['2026-10-01', '2026Q3'],
  ['2026-12-31', '2026Q3'],
  ['2027-01-01', '2026Q4'],
  ['1970-01-01', '1969Q4'],
  ['1999-12-31', '1999Q3'],
])('%s lies in %s', (date, label) => {
  expect(labelOf(date)).toBe(label);
});

test('a quarter runs from its first day to its last, and four of them are a financial year', () => {
  const third = quarterOfMonth(monthOfDay(dayOf('2026-10-31')));
  expect(quarterLabel(third)).toBe('2026Q3');
  expect([firstDayOfQuarter(third), lastDayOfQuarter(third)].map(dateOf)).toEqual([
    '2026-10-01',
    '2026-12-31',
  ]);
  expect([0, 1, 2, 3, 4].map((back) => quarterLabel(third - back))).toEqual([
    '2026Q3',
    '2026Q2',
    '2026Q1',
    '2025Q4',
    '2025Q3',
  ]);
});

test.each([
  ['2026-09-15', '2026-09-01', '2026-09-30'],
  ['2024-02-29', '2024-02-01', '2024-02-29'],
  ['2026-02-01', '2026-02-01', '2026-02-28'],
  ['2100-02-10', '2100-02-01', '2100-02-28'], // no leap year
  ['2026-12-31', '2026-12-01', '2026-12-31'],
])('%s lies in the month from %s to %s', (date, first, last) => {
  const month = monthOfDay(dayOf(date));
  expect([firstDayOfMonth(month), lastDayOfMonth(month)].map(dateOf)).toEqual([first, last]);
});

test('every day of 1970 to 2100 is in the month that the calendar says', () => {
  for (let day = 0; day <= dayOf('2100-12-31'); day++) {
    const date = new Date(day * 86_400_000);
    if (monthOfDay(day) !== (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth())
      expect.fail(dateOf(day));
  }
});

test.each([
  ['2026-10-31', '2026-10', '2026Q2'], // a month-end is the end of a whole month
  ['2026-10-30', '2026-09', '2026Q2'],
  ['2026-12-31', '2026-12', '2026Q3'],
  ['2026-12-30', '2026-11', '2026Q2'],
  ['2027-01-01', '2026-12', '2026Q3'],
])('on %s the latest whole month is %s and the latest whole quarter %s', (date, month, quarter) => {
  expect(dateOf(firstDayOfMonth(lastWholeMonth(dayOf(date)))).slice(0, 7)).toBe(month);
  expect(quarterLabel(lastWholeQuarter(dayOf(date)))).toBe(quarter);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-10-31', 12, '2027-10-31'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-10-15', -12, '2025-10-15'],
  ['2026-10-15', 3, '2027-01-15'],
  ['2026-10-15', 0, '2026-10-15'],
])('%s and %i months is %s', (date, months, expected) => {
  expect(dateOf(addMonths(dayOf(date), months))).toBe(expected);
});

test('months follow one another without a gap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 131 * 12 }), (month) => {
      expect(lastDayOfMonth(month) + 1).toBe(firstDayOfMonth(month + 1));
      expect(monthOfDay(firstDayOfMonth(month))).toBe(month);
      expect(monthOfDay(lastDayOfMonth(month))).toBe(month);
    }),
  );
});
