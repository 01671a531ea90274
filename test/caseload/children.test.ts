import { describe, expect, it } from 'vitest';
import { valuesOfChildren } from '../../src/caseload/children.ts';
import type { ColumnName } from '../../src/caseload/columns.ts';
import { lines, problemsOf, read } from './reading.ts';

const HEADER = 'case_id,child_id,start_date,end_date,residence,sex,ethnicity,age';

/** What is known of each child, by child. */
function known(text: string, name: ColumnName): Record<string, string> {
  const { caseload } = read(text);
  const values = valuesOfChildren(caseload, name) ?? [];
  const column = caseload.columns.get(name);
  const children = caseload.columns.get('child_id');
  return Object.fromEntries(
    Array.from({ length: caseload.childCount }, (_, index) => [
      children?.text(index + 1) ?? '',
      column?.text(values[index + 1]) ?? '',
    ]),
  );
}

describe('the row that speaks for a child', () => {
  it('is the one with the latest start_date, open or not, home or not', () => {
    const text = lines(
      HEADER,
      'C1,K1,2026-01-05,,Home,F,Indian,14',
      'C2,K1,2026-03-01,2026-03-02,Other,M,Irish,15',
      'C3,K2,2026-02-01,,Home,M,Roma,16',
    );
    expect(known(text, 'sex')).toEqual({ K1: 'Male', K2: 'Male' });
    expect(known(text, 'ethnicity')).toEqual({ K1: 'Irish', K2: 'Roma' });
    expect(known(text, 'age')).toEqual({ K1: '15', K2: '16' });
  });

  it('is found per column: the latest with a known value', () => {
    const text = lines(
      HEADER,
      'C1,K1,2026-03-01,,,Not known,,15',
      'C2,K1,2026-02-01,,,F,unheard of,',
      'C3,K1,2026-01-01,,,M,Roma,14',
    );
    expect([known(text, 'sex'), known(text, 'ethnicity'), known(text, 'age')]).toEqual([
      { K1: 'Female' },
      { K1: 'Roma' },
      { K1: '15' },
    ]);
  });

  it('is, of one start_date, that of the smallest case_id by bytes', () => {
    const text = lines(HEADER, 'C9,K1,2026-01-05,,,F,,', 'C10,K1,2026-01-05,,,M,,', 'c1,K1,2026-01-05,,,F,,');
    expect(known(text, 'sex')).toEqual({ K1: 'Male' });
  });

  it('without start_date counts as the earliest', () => {
    expect(known(lines(HEADER, 'C1,K1,,,,F,,', 'C2,K1,1990-01-01,,,M,,'), 'sex')).toEqual({ K1: 'Male' });
    expect(known(lines(HEADER, 'C2,K1,,,,F,,', 'C1,K1,,,,M,,', 'C3,K2,2026-01-05,,,M,,'), 'sex')).toEqual({
      K1: 'Male',
      K2: 'Male',
    });
  });

  it('is never a row that was rejected', () => {
    const text = lines(HEADER, 'C1,K1,2026-01-05,,,F,,', 'C2,K1,2026-03-01,,,M,,,too many');
    expect(known(text, 'sex')).toEqual({ K1: 'Female' });
  });

  it('is none when no row knows', () => {
    expect(known(lines(HEADER, 'C1,K1,2026-01-05,,,,,', 'C2,K1,2026-03-01,,,Unknown,,'), 'sex')).toEqual({
      K1: '',
    });
  });

  it('is not asked for in a column that the file lacks', () => {
    expect(valuesOfChildren(read(lines('case_id,child_id', 'C1,K1')).caseload, 'sex')).toBeNull();
  });
});

describe('children whose known values differ', () => {
  it('are counted once per column, however many rows disagree', () => {
    const built = read(
      lines(
        HEADER,
        'C1,K1,2026-01-05,,,F,Roma,15',
        'C2,K1,2026-02-05,,,M,Roma,',
        'C3,K1,2026-03-05,,,F,Irish,15',
        'C4,K2,2026-01-05,,,M,,16',
        'C5,K2,2026-02-05,,,F,Roma,16',
        'C6,K3,2026-02-05,,,F,,16',
        'C7,K3,2026-02-06,,,,Roma,16',
      ),
    );
    expect(problemsOf(built, 'child-values-differ')).toEqual([
      { line: 3, column: 'sex', count: 2 },
      { line: 4, column: 'ethnicity', count: 1 },
    ]);
  });

  it('are none when rows are cases', () => {
    const built = read(lines(HEADER, 'C1,K1,2026-01-05,,,F,,', 'C2,K1,2026-02-05,,,M,,'), {
      countCases: true,
    });
    expect(problemsOf(built, 'child-values-differ')).toEqual([]);
    expect(built.caseload.childCount).toBe(2);
  });
});
