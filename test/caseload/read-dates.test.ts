import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ageInYears,
  calendarDay,
  dayNumber,
  isoDate,
  isoMonth,
  isPlainNumber,
  readDay,
  readMonth,
} from '../../src/caseload/read-dates.ts';
import { dayOf } from './reading.ts';

function isoOf(cell: string, isSerial = false): string {
  const read = readDay(cell, isSerial);
  return typeof read === 'object' ? isoDate(read.day) : read;
}

describe('the calendar', () => {
  it('counts days from 1 January 1970', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    // 30 years of 365 days and the leap days of 1972, 76, 80, 84, 88, 92, 96: 10 950 + 7.
    expect(dayNumber(2000, 1, 1)).toBe(10_957);
    expect(dayNumber(1990, 1, 1)).toBe(7305);
  });

  it('knows every day of 1900 to 2110 as the engine does, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2110 }), fc.nat(14), fc.nat(33), (year, month, day) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
        expect(dayNumber(year, month, day)).toBe(exists ? date.getTime() / 86_400_000 : null);
      }),
      { numRuns: 2000 },
    );
  });

  it('has 29 February in leap years only: by 4, not by 100, but by 400', () => {
    const hasLeapDay = (year: number) => dayNumber(year, 2, 29) !== null;
    expect([2000, 2004, 2024, 2028, 2400].filter(hasLeapDay)).toEqual([2000, 2004, 2024, 2028, 2400]);
    expect([1900, 2025, 2026, 2027, 2100].filter(hasLeapDay)).toEqual([]);
  });

  it('gives back the day it was given', () => {
    expect(calendarDay(dayOf('2024-02-29'))).toEqual({ year: 2024, month: 2, day: 29 });
    expect(isoDate(dayOf('2026-10-31'))).toBe('2026-10-31');
    expect(isoDate(0)).toBe('');
  });

  it('writes every day of 1970 to 2110 as the engine does', () => {
    for (let day = 1; day < 51_500; day++) {
      expect(isoDate(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
    }
  });
});

describe('dates', () => {
  it.each([
    ['2026-10-31'],
    ['2026-10-31T09:05:00'],
    ['2026-10-31T09:05:00Z'],
    ['2026-10-31T09:05:00.123+01:00'],
    ['2026-10-31 23:59'],
    ['2026-10-31 00:00:00'],
    ['2026/10/31'],
    ['2026/10/31 12:30'],
    ['31/10/2026'],
    ['31/10/2026 09:05'],
    ['31/10/2026 09:05:00'],
    ['31/10/2026 9:05 PM'],
    ['31-10-2026'],
    ['31-10-2026 23:59:59'],
    ['31.10.2026'],
    ['31.10.2026 10:00'],
    ['31 Oct 2026'],
    ['31 October 2026'],
    ['31 OCT 2026'],
    ['31 oct 2026 14:30'],
    ['31-Oct-2026'],
  ])('are read: %s', (cell) => {
    expect(isoOf(cell)).toBe('2026-10-31');
  });

  it('are British: the day comes first, with or without a leading zero', () => {
    expect(isoOf('03/04/2026')).toBe('2026-04-03');
    expect(isoOf('3/4/2026')).toBe('2026-04-03');
    expect(isoOf('1 Sept 2026')).toBe('2026-09-01');
    expect(isoOf('1 May 2026')).toBe('2026-05-01');
  });

  it('know leap days', () => {
    expect(isoOf('29/02/2024')).toBe('2024-02-29');
    expect(isoOf('29 Feb 2028')).toBe('2028-02-29');
    expect(isoOf('29/02/2025')).toBe('unreadable');
    expect(isoOf('2100-02-29')).toBe('unreadable');
  });

  it.each([
    ['10/31/2026', 'American order is never guessed'],
    ['2026-31-10', 'a year first and American order'],
    ['Oct 31 2026', 'American order in words'],
    ['October 31, 2026', 'American order in words'],
    ['31/10/26', 'two-digit year'],
    ['31-10-26', 'two-digit year'],
    ['26-10-31', 'two-digit year'],
    ['31 Oct 26', 'two-digit year'],
    ['31/11/2026', 'no such day'],
    ['00/10/2026', 'no such day'],
    ['2026-13-01', 'no such month'],
    ['2026-00-10', 'no such month'],
    ['31/10-2026', 'two separators'],
    ['31102026', 'no separator'],
    ['20261031', 'no separator'],
    ['2026-10', 'a month'],
    ['2026', 'a year'],
    ['31 Okt 2026', 'no English month'],
    ['tomorrow', 'a word'],
    ['46326', 'a number among dates'],
    ['-1', 'a negative number'],
    ['31/10/2026 or later', 'more behind it'],
    ['', 'nothing'],
  ])('are refused: %j (%s)', (cell) => {
    expect(isoOf(cell)).toBe('unreadable');
  });

  it.each([
    '1900-01-01',
    '01/01/1900',
    '1 Jan 1900',
    '1899-12-30',
    '0001-01-01',
    '31/12/1989',
    '2101-01-01',
    '9999-12-31',
  ])('%s stands for no date', (cell) => {
    expect(isoOf(cell)).toBe('sentinel');
  });

  it('are of the years 1990 to 2100, both ends included', () => {
    expect(isoOf('1990-01-01')).toBe('1990-01-01');
    expect(isoOf('31/12/2100')).toBe('2100-12-31');
  });
});

describe('days as Excel counts them', () => {
  it.each([
    // As Excel shows them.
    ['32874', '1990-01-01'],
    ['36526', '2000-01-01'],
    ['45292', '2024-01-01'],
    ['45351', '2024-02-29'],
    ['73415', '2100-12-31'],
    ['45292.99999', '2024-01-01'],
  ])('%s is %s, a fraction of the day dropped', (cell, iso) => {
    expect(isoOf(cell, true)).toBe(iso);
  });

  it.each(['0', '1', '32873', '73416', '2958465', '99999999999999999999'])(
    '%s stands for no date',
    (cell) => {
      expect(isoOf(cell, true)).toBe('sentinel');
    },
  );

  it('are plain numbers, and no other form is', () => {
    expect(['45292', '45292.5', '0'].every(isPlainNumber)).toBe(true);
    expect(['', '-1', '1e5', '45,292', '45292.', '2026-10-31', '４５'].some(isPlainNumber)).toBe(false);
  });
});

describe('months of birth', () => {
  it.each(['2010-05', '2010-5', '2010/05', '05/2010', '05-2010', 'May 2010', 'may-2010'])(
    '%s is read',
    (cell) => {
      const read = readMonth(cell);
      // 40 years and 4 months after January 1970.
      expect(read).toEqual({ month: 40 * 12 + 4 });
      expect(typeof read === 'object' && isoMonth(read.month)).toBe('2010-05');
    },
  );

  it.each([
    '2010-05-14',
    '14/05/2010',
    '14 May 2010',
    '14.05.2010',
    '2010-05-14T00:00:00',
    '40312',
    '1900-01-01',
    // Styles that no date is read in, some of them American.
    ...[
      '1-May-10',
      '01/05/10',
      '01.05.10',
      '10-05-01',
      '01 05 2010',
      '2010.05.01',
      '2010 May 1',
      '01MAY2010',
    ],
    ...['01052010', '20100501', '20100501 00:00', '05/31/2010', '5/31/10 12:00:00 AM', 'May 1, 2010'],
    ...['May 1st, 2010', 'Sat 1 May 2010', 'Saturday, 1 May 2010', '1st of May 2010', '14.05.2010 09:30'],
  ])('%s is a full date, so a date of birth', (cell) => {
    expect(readMonth(cell)).toBe('full-date');
  });

  it.each([
    ...['2010-13', '13/2010', '05/10', '2010', 'Mai 2010', 'unknown', '1900-01', '2101-01', ''],
    ...['May 10', 'May 2010 00:00', '05/2010 00:00', 'Year 9', '201005', '2010-05-xx', 'seen 1 May in 2010'],
  ])('%j is not read', (cell) => {
    expect(readMonth(cell)).toBe('unreadable');
  });

  it('are written as year and month', () => {
    expect(isoMonth(0)).toBe('');
    expect(isoMonth(1)).toBe('1970-02');
    expect(isoMonth(11)).toBe('1970-12');
    expect(isoMonth(12)).toBe('1971-01');
  });
});

describe('the age of somebody born in a month', () => {
  const bornInMay2010 = 40 * 12 + 4;

  it.each([
    ['2026-04-30', 15],
    ['2026-05-01', 16],
    ['2026-05-31', 16],
    ['2027-04-30', 16],
    ['2028-05-01', 18],
  ])('at %s is %i: it is reached on the 1st of the month', (iso, age) => {
    expect(ageInYears(bornInMay2010, dayOf(iso))).toBe(age);
  });
});
