import { describe, expect, it } from 'vitest';
import { isPossibleAge } from '../../src/caseload/read-values.ts';
import { lines, problemsOf, read, textsOf } from './reading.ts';

/** A file with one column of cells beside the identifiers. */
function column(header: string, ...cells: readonly string[]): string {
  return lines(
    `case_id,child_id,start_date,${header}`,
    ...cells.map((cell, index) => `C${index},K${index},2026-01-05,${cell}`),
  );
}

describe('ages', () => {
  it('are whole numbers from 10 to 25; the others are missing, each with its warning', () => {
    const built = read(
      column('age', '10', '17', '25', '15.0', '9', '26', '0', '200', 'fifteen', '15.5', '-15', ''),
    );
    expect(textsOf(built, 'age')).toEqual(['10', '17', '25', '15', '', '', '', '', '', '', '', '']);
    expect(problemsOf(built, 'age-out-of-range')).toEqual([{ line: 6, column: 'age', count: 4 }]);
    expect(problemsOf(built, 'unreadable-number')).toEqual([{ line: 10, column: 'age', count: 3 }]);
  });

  it('18 to 25 are real', () => {
    expect([9, 10, 18, 25, 26].filter(isPossibleAge)).toEqual([10, 18, 25]);
  });
});

describe('dates', () => {
  it('that are none are missing, unreadable ones and stand-ins told apart', () => {
    const built = read(
      column('audit_date', '05/01/2026', '31/13/2026', '1900-01-01', '05/01/26', '', ' 2026-01-05 '),
    );
    expect(textsOf(built, 'audit_date')).toEqual(['2026-01-05', '', '', '', '', '2026-01-05']);
    expect(problemsOf(built, 'unreadable-date')).toEqual([{ line: 3, column: 'audit_date', count: 2 }]);
    expect(problemsOf(built, 'sentinel-date')).toEqual([{ line: 4, column: 'audit_date', count: 1 }]);
  });

  it('are Excel serials when every cell that is not empty is a number', () => {
    // 46027 is 5 January 2026.
    const serials = read(column('audit_date', '46027', '', '46027.75', '1'));
    expect(textsOf(serials, 'audit_date')).toEqual(['2026-01-05', '', '2026-01-05', '']);
    expect(problemsOf(serials, 'sentinel-date')).toEqual([{ line: 5, column: 'audit_date', count: 1 }]);
    const mixed = read(column('audit_date', '46027', '2026-01-04'));
    expect(textsOf(mixed, 'audit_date')).toEqual(['', '2026-01-04']);
    expect(problemsOf(mixed, 'unreadable-date')).toEqual([{ line: 2, column: 'audit_date', count: 1 }]);
  });
});

describe('labels', () => {
  it('of no known category are listed one by one with their counts', () => {
    const built = read(column('sex', 'F', 'B', 'Q', 'B', 'Unknown', 'Male'));
    expect(textsOf(built, 'sex')).toEqual(['Female', '', '', '', '', 'Male']);
    expect(problemsOf(built, 'unknown-label')).toEqual([
      { line: 3, column: 'sex', count: 2, label: 'B' },
      { line: 4, column: 'sex', count: 1, label: 'Q' },
    ]);
  });

  it('of a yes/no column are never shown', () => {
    const built = read(column('send', 'Y', 'perhaps', '0', 'Not known', 'N/A'));
    expect(textsOf(built, 'send')).toEqual(['Yes', '', 'No', '', '']);
    expect(problemsOf(built, 'unreadable-yes-no')).toEqual([{ line: 3, column: 'send', count: 1 }]);
  });

  it('keep NA as an answer of its own in judgements', () => {
    const built = read(column('planning_desistance', 'Y', 'n/a', 'no', '', 'unknown'));
    expect(textsOf(built, 'planning_desistance')).toEqual(['Yes', 'NA', 'No', '', '']);
  });

  it('of residence: blank, unknown and unheard-of are Home, the last with a warning', () => {
    const built = read(column('residence', 'Other', 'Local', '', 'Not known', 'Mars'));
    expect(textsOf(built, 'residence')).toEqual(['Other', 'Home', 'Home', 'Home', 'Home']);
    expect(problemsOf(built, 'unknown-label')).toEqual([
      { line: 6, column: 'residence', count: 1, label: 'Mars' },
    ]);
  });
});

describe('identifiers', () => {
  it('are read without the spaces around them, and else as they are', () => {
    const built = read(column('team', 'North', ' North', 'North\u00a0', 'north', '"No rth"', '  '));
    expect(textsOf(built, 'team')).toEqual(['North', 'North', 'North', 'north', 'No rth', '']);
  });

  it('are the same in several files, whatever the order there', () => {
    const built = read({
      'a.csv': lines('case_id,child_id,team', 'C1,K1,South', 'C2,K2,North '),
      'b.csv': lines('team,case_id,child_id', 'North,C3,K1', 'South,C4,K3'),
    });
    expect(textsOf(built, 'team')).toEqual(['South', 'North', 'North', 'South']);
    const teams = built.caseload.columns.get('team')?.values ?? [];
    expect(teams[0]).toBe(teams[3]);
    expect(teams[1]).toBe(teams[2]);
    expect(built.caseload.childCount).toBe(3);
  });

  it('of workers: a word for none is none', () => {
    const built = read(
      column('worker_id', 'W1', 'Unallocated', 'not allocated', 'Un-allocated', 'Unassigned', 'W2'),
    );
    expect(textsOf(built, 'worker_id')).toEqual(['W1', '', '', '', '', 'W2']);
    const teams = read(column('team', 'Unallocated'));
    expect(textsOf(teams, 'team')).toEqual(['Unallocated']);
  });
});

describe('months of birth', () => {
  it('that are none are missing with a warning', () => {
    const built = read(column('birth_month', '2010-05', '05/2010', 'spring', '2010', ''), {});
    expect(textsOf(built, 'birth_month')).toEqual(['2010-05', '2010-05', '', '', '']);
    expect(problemsOf(built, 'unreadable-month')).toEqual([{ line: 4, column: 'birth_month', count: 2 }]);
  });
});
