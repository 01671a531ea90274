import { describe, expect, it } from 'vitest';
import { dayOf, lines, problemsOf, read, textsOf, totalsOf } from './reading.ts';

const HEADER = 'case_id,child_id,start_date,sex,team';

describe('rows without identifiers', () => {
  it('are rejected, each with its rule', () => {
    const built = read(
      lines(
        HEADER,
        'C1,K1,2026-01-05,F,North',
        ',K2,2026-01-05,F,North',
        'C3, ,2026-01-05,F,North',
        ',,2026-01-05,F,',
      ),
    );
    expect(totalsOf(built)).toEqual({ read: 4, used: 1, outOfScope: 0, duplicates: 0, rejected: 3 });
    expect(problemsOf(built, 'missing-case-id')).toEqual([{ line: 3, column: '', count: 2 }]);
    expect(problemsOf(built, 'missing-child-id')).toEqual([{ line: 4, column: '', count: 1 }]);
  });

  it('are used when rows are counted as cases', () => {
    const built = read(lines(HEADER, 'C1,,2026-01-05,F,', 'C1,,2026-01-05,F,', ',,2026-01-05,M,'), {
      countCases: true,
    });
    expect(totalsOf(built)).toEqual({ read: 3, used: 3, outOfScope: 0, duplicates: 0, rejected: 0 });
  });
});

describe('rows with one case_id', () => {
  it('are duplicates when they are equal after reading, however they are written', () => {
    const built = read(
      lines(
        HEADER,
        'C1,K1,2026-01-05,F,North',
        ' C1 ,K1,05/01/2026,female,North',
        'C1,K1,5 Jan 2026 09:00,GIRL," North "',
      ),
    );
    expect(totalsOf(built)).toMatchObject({ used: 1, duplicates: 2, rejected: 0 });
    expect([...built.caseload.used]).toEqual([0]);
    expect(problemsOf(built, 'duplicate-row')).toEqual([{ line: 3, column: '', count: 2 }]);
  });

  it('are duplicates when they differ only in a column that is not ours', () => {
    const built = read(lines('case_id,child_id,notes', 'C1,K1,first', 'C1,K1,second'));
    expect(totalsOf(built)).toMatchObject({ used: 1, duplicates: 1 });
  });

  it('are duplicates when an unreadable cell of one is blank in the other: both are missing', () => {
    const built = read(lines(HEADER, 'C1,K1,2026-01-05,,North', 'C1,K1,2026-01-05,Q,North'));
    expect(totalsOf(built)).toMatchObject({ used: 1, duplicates: 1 });
  });

  it('are duplicates when a month of birth that gives no possible age is blank in the other: both are missing', () => {
    const asAt = { day: dayOf('2026-10-31'), from: 'flag' } as const;
    const built = read(lines('case_id,child_id,birth_month', 'C1,K1,1990-01', 'C1,K1,'), { asAt });
    expect(totalsOf(built)).toMatchObject({ used: 1, duplicates: 1, rejected: 0 });
  });

  it('and other content: the latest start_date is kept, the others are rejected', () => {
    const built = read(
      lines(
        HEADER,
        'C1,K1,,F,North',
        'C1,K1,2026-03-01,F,South',
        'C1,K1,2026-01-05,F,East',
        'C2,K2,2026-01-05,M,West',
      ),
    );
    expect(textsOf(built, 'team')).toEqual(['South', 'West']);
    expect(totalsOf(built)).toMatchObject({ used: 2, duplicates: 0, rejected: 2 });
    expect(problemsOf(built, 'different-row-for-case')).toEqual([{ line: 2, column: '', count: 2 }]);
    expect(built.rejections).toEqual([
      { file: 0, line: 2, rule: 'different-row-for-case' },
      { file: 0, line: 4, rule: 'different-row-for-case' },
    ]);
  });

  it('duplicates of the row kept and of a row rejected are duplicates alike', () => {
    const built = read(
      lines(
        HEADER,
        'C1,K1,2026-01-05,F,A',
        'C1,K1,2026-03-01,F,B',
        'C1,K1,2026-01-05,F,A',
        'C1,K1,2026-03-01,F,B',
      ),
    );
    expect(totalsOf(built)).toEqual({ read: 4, used: 1, outOfScope: 0, duplicates: 2, rejected: 1 });
    expect(textsOf(built, 'team')).toEqual(['B']);
  });

  it('and one start_date: the greatest values in the order of the dictionary decide, as UTF-8 bytes', () => {
    const kept = (...rows: readonly string[]) => {
      const built = read(lines(HEADER, ...rows));
      return `${textsOf(built, 'child_id')} ${textsOf(built, 'sex')} ${textsOf(built, 'team')}`;
    };
    // child_id comes first: K9 is after K10 as bytes.
    expect(kept('C1,K10,2026-01-05,M,Z', 'C1,K9,2026-01-05,F,A')).toBe('K9 Female A');
    // Then team, which stands before sex in the dictionary though not in the file: "north" is after "South".
    expect(kept('C1,K1,2026-01-05,M,South', 'C1,K1,2026-01-05,F,north')).toBe('K1 Female north');
    // Then sex by what was read (Male after Female), not by what was written (F, boy).
    expect(kept('C1,K1,2026-01-05,boy,A', 'C1,K1,2026-01-05,F,A')).toBe('K1 Male A');
    // A value is greater than none.
    expect(kept('C1,K1,2026-01-05,,A', 'C1,K1,2026-01-05,F,A')).toBe('K1 Female A');
    // U+1F600 is after U+FF5E as bytes, and before it as UTF-16.
    expect(kept('C1,K1,2026-01-05,F,😀', 'C1,K1,2026-01-05,F,～')).toBe('K1 Female 😀');
  });

  it('may be many: 100,000 that differ and 100,000 that do not are settled without comparing every pair', () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `C1,K1,2026-01-05,F,T${index}`);
    const built = read([HEADER, ...rows, ...rows.slice().reverse()].join('\n'));
    expect(totalsOf(built)).toMatchObject({ read: 200_000, used: 1, duplicates: 100_000, rejected: 99_999 });
    expect(textsOf(built, 'team')).toEqual(['T99999']);
    expect([...built.caseload.used]).toEqual([99_999]);
  });

  it('are told apart by case: c1 is not C1', () => {
    expect(totalsOf(read(lines(HEADER, 'C1,K1,,F,', 'c1,K1,,F,'))).used).toBe(2);
  });

  it('that are rejected for another reason do not compete', () => {
    const built = read(
      lines(HEADER, 'C1,K1,2026-01-05,F,North', 'C1,,2026-03-01,F,South', 'C1,K1,2026-04-01,F,East,x'),
    );
    expect(textsOf(built, 'team')).toEqual(['North']);
    expect(totalsOf(built)).toMatchObject({ used: 1, rejected: 2 });
  });

  it('in several files: the first in the order of the names is used', () => {
    const row = 'C1,K1,2026-01-05,F,North';
    const built = read({ 'b.csv': lines(HEADER, row), 'a.csv': lines(HEADER, 'C2,K2,2026-01-05,F,', row) });
    expect(built.caseload.inputs.map(({ file, used, duplicates }) => ({ file, used, duplicates }))).toEqual([
      { file: 'a.csv', used: 2, duplicates: 0 },
      { file: 'b.csv', used: 0, duplicates: 1 },
    ]);
  });
});

describe('rows out of scope', () => {
  const where = [{ column: 'team', value: 'North' } as const];

  it('are left out before anything else: they neither compete nor are rejected', () => {
    const built = read(
      lines(
        HEADER,
        'C1,K1,2026-01-05,F,North',
        'C1,K1,2026-03-01,F,South',
        ',K2,,F,South',
        'C3,K3,,F,South,x',
      ),
      { where },
    );
    expect(totalsOf(built)).toEqual({ read: 4, used: 1, outOfScope: 3, duplicates: 0, rejected: 0 });
  });
});
