import { describe, expect, test } from 'vitest';
import { ageBands } from '../../src/metrics/age-bands.ts';
import { ethnicityMix } from '../../src/metrics/ethnicity-mix.ts';
import { caseloadOf, cellsOf, csvInput, figuresOf } from './figures-of.ts';

const categoriesOf = (...rows: string[]) =>
  cellsOf(
    figuresOf(
      ethnicityMix,
      ['case_id,child_id,ethnicity,residence,start_date,end_date', ...rows].join('\n'),
      {
        asAt: '2026-10-31',
      },
    ),
    'categories',
    ['category'],
  ).flat();

describe('of the rows of a child the one speaks', () => {
  test('that started last', () => {
    expect(
      categoriesOf('C1,YP1,Irish,Home,2026-01-01,', 'C2,YP1,Roma,Home,2026-03-01,', 'C3,YP1,Arab,Home,,'),
    ).toEqual(['Roma']);
  });

  test('that knows: a later row that does not is passed over', () => {
    expect(
      categoriesOf(
        'C1,YP1,Irish,Home,2026-01-01,',
        'C2,YP1,Not stated,Home,2026-03-01,',
        'C3,YP1,IC1,Home,2026-02-01,',
      ),
    ).toEqual(['Irish']);
  });

  test('that has the smallest case_id as bytes when they started on one day: C10 before C9', () => {
    expect(categoriesOf('C9,YP1,Irish,Home,2026-01-01,', 'C10,YP1,Roma,Home,2026-01-01,')).toEqual(['Roma']);
    // U+1D49C is above U+FF5A as a code point and as UTF-8, below it as UTF-16.
    expect(categoriesOf('\u{1D49C},YP1,Irish,Home,2026-01-01,', '\uFF5A,YP1,Roma,Home,2026-01-01,')).toEqual([
      'Roma',
    ]);
  });

  test('though its case is closed, not yet open or held for another service', () => {
    expect(categoriesOf('C1,YP1,,Home,2026-01-01,', 'C2,YP1,Roma,Other,2026-02-01,2026-03-01')).toEqual([
      'Roma',
    ]);
    expect(categoriesOf('C1,YP1,Irish,Home,2026-01-01,', 'C2,YP1,Roma,Home,2027-01-01,')).toEqual(['Roma']);
  });

  test('without a start_date when no other knows', () => {
    expect(categoriesOf('C1,YP1,,Home,2026-01-01,', 'C2,YP1,Roma,Home,,')).toEqual(['Roma']);
  });

  test('and nobody does when none knows', () => {
    expect(categoriesOf('C1,YP1,,Home,2026-01-01,', 'C2,YP1,NS,Home,2026-02-01,')).toEqual(['Not known']);
  });
});

test('each column is spoken for by itself: an older month of birth beats a newer age', () => {
  const figures = figuresOf(
    ageBands,
    `case_id,child_id,birth_month,age,start_date
     C1,YP1,2011-06,,2026-01-01
     C2,YP1,,17,2026-10-31`,
  );
  const years = cellsOf(figures, 'years', ['age', 'children']).filter(([, children]) => children === 1);
  expect(years).toEqual([['15', 1]]);
});

test('a warning counts the children whose known values differ', () => {
  const { problems } = caseloadOf([
    csvInput(`case_id,child_id,sex,start_date
              C1,YP1,F,2026-01-01
              C2,YP1,M,2026-02-01
              C3,YP2,F,2026-01-01
              C4,YP2,Unknown,2026-02-01
              C5,YP3,F,2026-01-01
              C6,YP3,M,2026-01-01`),
  ]);
  const [differing] = problems.filter(({ column, severity }) => column === 'sex' && severity === 'warning');
  expect(differing.count).toBe(2);
});
