import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/caseload/filter-rows.ts';
import { ethnicityMix } from '../../src/metrics/ethnicity-mix.ts';
import { workload } from '../../src/metrics/workload.ts';
import { caseloadOf, cellsOf, csvInput, figuresOf } from './figures-of.ts';

const SERVICE = `
  case_id,child_id,worker_id,team,ethnicity,sex,age,birth_month,disposal,start_date
  C1,YP1,W1,North,Indian,F,14,,Referral order,2026-10-31
  C2,YP1,W2,South,,F,,,YRO,2026-10-01
  C3,YP2,w1,North,Roma,M,,2009-01,Fine,2026-10-01
  C4,YP3,,south,Black,M,9,,,2026-10-01
  C5,YP4,W3,,Chinese,Other,15,2008-01,Mystery,2026-10-01
`;

/** The cases used. */
function scopeOf(...where: Condition[]): string[] {
  const { columns, used, inputs } = caseloadOf([csvInput(SERVICE)], { where });
  expect(inputs[0]).toMatchObject({ read: 5, used: used.length, outOfScope: 5 - used.length });
  const ids = columns.get('case_id');
  if (ids === undefined) throw new Error('no case_id');
  return Array.from(used, (row) => ids.text(ids.values[row]));
}

describe('a condition matches', () => {
  test('the cell of an identifier, without regard to case', () => {
    expect(scopeOf({ column: 'team', value: 'SOUTH' })).toEqual(['C2', 'C4']);
    expect(scopeOf({ column: 'worker_id', value: 'w1' })).toEqual(['C1', 'C3']);
  });

  test('our category or our group, whatever the file calls it', () => {
    expect(scopeOf({ column: 'ethnicity', value: 'roma' })).toEqual(['C3']);
    expect(scopeOf({ column: 'ethnicity', value: 'Asian' })).toEqual(['C1', 'C5']);
    expect(scopeOf({ column: 'disposal', value: 'first-tier' })).toEqual(['C1', 'C3']);
    expect(scopeOf({ column: 'disposal', value: 'Youth rehabilitation order' })).toEqual(['C2']);
  });

  test('an age in years or a band, from the month of birth first', () => {
    expect(scopeOf({ column: 'age', value: '17' })).toEqual(['C3']);
    expect(scopeOf({ column: 'age', value: '10-14' })).toEqual(['C1']);
    expect(scopeOf({ column: 'age', value: '18 and over' })).toEqual(['C5']);
  });

  test('what is missing by the name that tables give it', () => {
    expect(scopeOf({ column: 'worker_id', value: 'unallocated' })).toEqual(['C4']);
    expect(scopeOf({ column: 'team', value: 'Not known' })).toEqual(['C5']);
    expect(scopeOf({ column: 'disposal', value: 'not mapped' })).toEqual(['C4', 'C5']);
    expect(scopeOf({ column: 'age', value: 'Not known' })).toEqual(['C2', 'C4']);
  });

  test("the row's own value, not what another row of the child knows", () => {
    expect(scopeOf({ column: 'ethnicity', value: 'Not known' })).toEqual(['C2']);
  });
});

test('of one column either value will do, of two columns both have to fit', () => {
  const north = { column: 'team', value: 'North' } as const;
  const south = { column: 'team', value: 'South' } as const;
  expect(scopeOf(north, south)).toEqual(['C1', 'C2', 'C3', 'C4']);
  expect(scopeOf(north, south, { column: 'sex', value: 'Male' })).toEqual(['C3', 'C4']);
});

test('an age that cannot be is no age: the row is Not known, or speaks with its age column', () => {
  // C1 would be 27 and C2 8, both missing by the rule for ages under 10 and over 25; C2 then has its age, 15.
  const csv = `
    case_id,child_id,sex,age,birth_month,start_date
    C1,YP1,F,,1999-01,2026-01-01
    C2,YP2,F,15,2018-01,2026-01-01
    C3,YP3,F,19,,2026-01-01`;
  const used = (value: string) =>
    caseloadOf([csvInput(csv)], { where: [{ column: 'age', value }] }).inputs[0].used;
  expect({ adults: used('18 and over'), unknown: used('Not known'), fifteen: used('15') }).toEqual({
    adults: 1,
    unknown: 1,
    fifteen: 1,
  });
});

test('figures are of the rows in scope only, while the as-at date is that of all rows', () => {
  const figures = figuresOf(workload, SERVICE, { where: [{ column: 'team', value: 'South' }] });
  expect(cellsOf(figures, 'workers', ['worker', 'cases'])).toEqual([
    ['W2', 1],
    ['Unallocated', 1],
  ]);
  const south = caseloadOf([csvInput(SERVICE)], { where: [{ column: 'team', value: 'South' }] });
  expect(south.asAt).toBe(caseloadOf([csvInput(SERVICE)]).asAt);
});

test('only rows in scope speak for a child: what YP1 is called in North is not known in South', () => {
  const figures = figuresOf(ethnicityMix, SERVICE, { where: [{ column: 'team', value: 'South' }] });
  expect(cellsOf(figures, 'categories', ['category', 'children'])).toEqual([
    ['Black, not further specified', 1],
    ['Not known', 1],
  ]);
});

test('a value that no row has leaves nobody, and a word of no fixed list is a mistake', () => {
  expect(scopeOf({ column: 'team', value: 'Nowhere' })).toEqual([]);
  expect(() => scopeOf({ column: 'sex', value: 'Femal' })).toThrow('did you mean "Female"?');
  expect(() => scopeOf({ column: 'residence', value: 'Home' })).toThrow('the files have no column residence');
});
