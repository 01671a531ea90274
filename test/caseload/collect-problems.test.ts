import { describe, expect, it } from 'vitest';
import { fileFinder, problemList } from '../../src/caseload/collect-problems.ts';
import { NO_MAPPING } from '../../src/caseload/map-columns.ts';
import { dayOf, lines, problemsOf, read } from './reading.ts';

describe('a list of problems', () => {
  it('has one entry per file, column, rule and label: how often, and the first line', () => {
    const list = problemList(['a.csv', 'b.csv']);
    list.add(1, 7, 'sex', 'unknown-label', 'Q');
    list.add(1, 4, 'sex', 'unknown-label', 'Q');
    list.add(1, 5, 'sex', 'unknown-label', 'B');
    list.add(0, 9, '', 'stray-quote', undefined, 3);
    list.add(1, 3, '', 'missing-case-id');
    const found = list
      .problems()
      .map(({ file, line, rule, label, count }) => [file, line, rule, label, count]);
    expect(found).toEqual([
      ['a.csv', 9, 'stray-quote', undefined, 3],
      ['b.csv', 3, 'missing-case-id', undefined, 1],
      ['b.csv', 4, 'unknown-label', 'Q', 2],
      ['b.csv', 5, 'unknown-label', 'B', 1],
    ]);
  });

  it('carries the severity and the words of the rule', () => {
    const list = problemList(['a.csv']);
    list.add(0, 2, 'age', 'age-out-of-range');
    expect(list.problems()).toEqual([
      {
        file: 'a.csv',
        line: 2,
        column: 'age',
        rule: 'age-out-of-range',
        severity: 'warning',
        message: expect.stringContaining('under 10 or over 25'),
        count: 1,
      },
    ]);
  });
});

describe('the file of a row', () => {
  it('is found by the first rows of all files, also when one has none', () => {
    const fileOf = fileFinder([0, 2, 2, 5]);
    expect([0, 1, 2, 4].map(fileOf)).toEqual([0, 0, 2, 2]);
  });
});

describe('dates that do not fit together', () => {
  const HEADER =
    'case_id,child_id,start_date,end_date,offence_date,first_hearing_date,audit_date,review_due_date,release_date';

  it('are warned of and kept: an end before its start, a hearing before the offence', () => {
    const built = read(
      lines(
        HEADER,
        'C1,K1,2026-03-01,2026-02-28,2026-02-02,2026-02-01,,,',
        'C2,K2,2026-03-01,2026-03-01,2026-02-01,2026-02-01,,,',
        'C3,K3,2026-03-01,2026-01-01,,2026-02-01,,,',
      ),
    );
    expect(problemsOf(built, 'date-order')).toEqual([
      { line: 2, column: 'end_date', count: 2 },
      { line: 2, column: 'first_hearing_date', count: 1 },
    ]);
    expect(built.caseload.columns.get('end_date')?.values[0]).toBe(dayOf('2026-02-28'));
  });

  it('are warned of when a thing was done after the as-at date; what is only due may lie there', () => {
    const built = read(
      lines(
        HEADER,
        'C1,K1,2026-03-01,2027-01-01,,,2026-03-02,2026-09-01,2026-09-01',
        'C2,K2,2026-03-01,,,2026-03-02,2026-03-01,,',
      ),
    );
    expect(problemsOf(built, 'after-as-at-date')).toEqual([
      { line: 2, column: 'audit_date', count: 1 },
      { line: 3, column: 'first_hearing_date', count: 1 },
    ]);
  });

  it('are not looked for after the as-at date in a snapshot, which has none', () => {
    const built = read(lines('case_id,child_id,audit_date', 'C1,K1,2026-03-02'));
    expect(problemsOf(built, 'after-as-at-date')).toEqual([]);
  });
});

describe('headers', () => {
  it('that are not matched are listed once each, blank ones are not', () => {
    const built = read(lines('case_id,child_id,Hobby,,Hobby,Shoe size', 'C1,K1,x,,y,7'));
    expect(problemsOf(built, 'header-not-matched')).toEqual([
      { line: 1, column: 'Hobby', count: 2 },
      { line: 1, column: 'Shoe size', count: 1 },
    ]);
  });

  it('that are not matched name the nearest guess', () => {
    const { problems } = read(lines('case_id,child_id,ethnicitty', 'C1,K1,A1')).caseload;
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      rule: 'header-not-matched',
      severity: 'information',
      column: 'ethnicitty',
    });
    expect(problems[0].message).toMatch(/\bethnicity\b/);
  });

  it('such as __proto__ and constructor are plain names, and their cells text', () => {
    const built = read(lines('__proto__,case_id,constructor,child_id,toString', 'a,C1,b,K1,c'));
    expect(problemsOf(built, 'header-not-matched').map(({ column }) => column)).toEqual([
      '__proto__',
      'constructor',
      'toString',
    ]);
    const keyed = read(lines('case_id,child_id,team,sex', 'constructor,__proto__,toString,__proto__'));
    expect(keyed.caseload.columns.get('team')?.text(1)).toBe('toString');
    expect(problemsOf(keyed, 'unknown-label')).toEqual([
      { line: 2, column: 'sex', count: 1, label: '__proto__' },
    ]);
  });

  it('that another beats by hand are said to be ignored', () => {
    const headers = new Map([['workgroup', 'team'] as const]);
    const built = read(lines('case_id,child_id,team,Workgroup', 'C1,K1,x,y'), {
      mapping: { ...NO_MAPPING, headers },
    });
    expect(problemsOf(built, 'header-overridden')).toEqual([{ line: 1, column: 'team', count: 1 }]);
  });
});

describe('no problem', () => {
  it('ever shows a cell, but the label of a category', () => {
    const secret = 'Confidential9';
    const built = read(
      lines(
        'case_id,child_id,age,start_date,birth_month,send,sex',
        `C1,K1,${secret},${secret},${secret},${secret},${secret}`,
        `,${secret},,,,,`,
        `C2,K2,,,,,,${secret}`,
      ),
    );
    const showing = built.caseload.problems.filter((problem) => JSON.stringify(problem).includes(secret));
    expect(showing.map(({ rule, column }) => [rule, column])).toEqual([['unknown-label', 'sex']]);
    expect(built.caseload.problems.length).toBeGreaterThan(6);
  });
});
