import { describe, expect, it } from 'vitest';
import { dayOf, lines, problemsOf, read, refusalOf } from './reading.ts';

const HEADER = 'case_id,child_id,start_date,end_date,birth_month';

function starts(...dates: readonly string[]): string {
  return lines(HEADER, ...dates.map((date, index) => `C${index},K${index},${date},,`));
}

function asAtOf(text: string, changes: Parameters<typeof read>[1] = {}) {
  const { asAt, asAtFrom } = read(text, changes).caseload;
  return { asAt, asAtFrom };
}

describe('the as-at date', () => {
  it('is the latest start_date', () => {
    expect(asAtOf(starts('2026-01-05', '2026-10-27', '', '2026-03-01'))).toEqual({
      asAt: dayOf('2026-10-27'),
      asAtFrom: 'latest-start-date',
    });
  });

  it('is what was asked for', () => {
    const asAt = { day: dayOf('2026-06-30'), from: 'flag' } as const;
    expect(asAtOf(starts('2026-10-27'), { asAt })).toEqual({ asAt: asAt.day, asAtFrom: 'flag' });
    expect(asAtOf(starts('2026-10-27'), { asAt: { ...asAt, from: 'config' } }).asAtFrom).toBe('config');
  });

  it('is found before --where, so that filtered figures speak of the same day', () => {
    const where = [{ column: 'case_id', value: 'C0' } as const];
    expect(asAtOf(starts('2026-01-05', '2026-10-27'), { where }).asAt).toBe(dayOf('2026-10-27'));
  });

  it('looks at rows that are not rejected only', () => {
    const text = lines(
      HEADER,
      'C1,K1,2026-01-05,,',
      ',K2,2026-05-05,,',
      'C3,,2026-06-05,,',
      'C4,K4,2026-07-05,,,x',
    );
    expect(asAtOf(text).asAt).toBe(dayOf('2026-01-05'));
  });

  it('is the latest over all files', () => {
    const built = read({ 'a.csv': starts('2026-01-05'), 'b.csv': lines(HEADER, 'D1,L1,2026-04-01,,') });
    expect(built.caseload.asAt).toBe(dayOf('2026-04-01'));
  });
});

describe('a start_date long after all others', () => {
  it('may lie 366 days after the next latest one, and no more', () => {
    // 2025-10-26 and 366 days are 2026-10-27.
    expect(asAtOf(starts('2026-10-27', '2025-10-26')).asAt).toBe(dayOf('2026-10-27'));
    expect(refusalOf(() => read(starts('2026-10-27', '2025-10-25')))).toMatch(
      /^cases\.csv line 2: .*--as-at/,
    );
  });

  it('is measured against the next latest distinct one', () => {
    expect(refusalOf(() => read(starts('2024-01-05', '2026-10-27', '2023-01-05', '2026-10-27')))).toContain(
      'line 3',
    );
    expect(asAtOf(starts('2026-10-27', '2024-01-05', '2026-10-26')).asAt).toBe(dayOf('2026-10-27'));
  });

  it('is no matter when it is the only one, or when the date is given', () => {
    expect(asAtOf(starts('2026-10-27', '2026-10-27')).asAt).toBe(dayOf('2026-10-27'));
    const asAt = { day: dayOf('2024-06-30'), from: 'flag' } as const;
    expect(asAtOf(starts('2024-01-05', '2062-10-27'), { asAt }).asAt).toBe(asAt.day);
  });

  it('is an error in a list of problems when that is asked for', () => {
    const built = read(starts('2024-01-05', '2062-10-27'), { listImplausibleAsAt: true });
    expect(problemsOf(built, 'as-at-implausible')).toEqual([{ line: 3, column: 'start_date', count: 1 }]);
    expect(built.caseload.problems.find(({ rule }) => rule === 'as-at-implausible')?.severity).toBe('error');
  });

  it('names the file in which it stands', () => {
    const files = { 'a.csv': starts('2024-01-05'), 'b.csv': lines(HEADER, 'D1,L1,,,', 'D2,L2,2062-10-27,,') };
    expect(refusalOf(() => read(files))).toMatch(/^b\.csv line 3: /);
  });
});

describe('a snapshot, a file without a usable start_date', () => {
  it('has no as-at date, and all its cases are open', () => {
    for (const text of [lines('case_id,child_id', 'C1,K1', 'C2,K2'), starts('', '1900-01-01')]) {
      const { caseload } = read(text);
      expect({ asAt: caseload.asAt, from: caseload.asAtFrom }).toEqual({ asAt: null, from: 'none' });
      expect([...caseload.alwaysOpen]).toEqual([1, 1]);
    }
  });

  it.each([
    ['end_date', 'C1,K1,,2026-01-05,'],
    ['birth_month', 'C1,K1,,,2010-05'],
  ])('with %s needs --as-at', (name, row) => {
    const message = refusalOf(() => read(lines(HEADER, row)));
    expect(message).toContain(name);
    expect(message).toContain('--as-at');
    const asAt = { day: dayOf('2026-06-30'), from: 'flag' } as const;
    expect(asAtOf(lines(HEADER, row), { asAt }).asAt).toBe(asAt.day);
  });

  it('beside a file with dates stays open whatever the day; a row without a date there does not', () => {
    const built = read({
      'a.csv': lines('case_id,child_id', 'C1,K1'),
      'b.csv': lines('case_id,child_id,start_date', 'C2,K2,2026-01-05', 'C3,K3,'),
    });
    expect([...built.caseload.alwaysOpen]).toEqual([1, 0, 0]);
  });
});
