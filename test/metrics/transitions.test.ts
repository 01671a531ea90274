import { describe, expect, test } from 'vitest';
import { ageBands } from '../../src/metrics/age-bands.ts';
import { transitions } from '../../src/metrics/transitions.ts';
import { cellsOf, figuresOf, rowOf, tableOf } from './figures-of.ts';

/*
 * Worked by hand, as at 31 October 2026; 18 is reached on the 1st of the month 18 years after the month of birth.
 * 2008-10 turned 18 on 1 October: 18 already. 2008-11 turns 18 on 1 November, two of them; 2009-10 in October 2027, the
 * last month of twelve. 2009-11 turns 18 in November 2027: 16 now, not in this time. YP6 has an age of 17 and no month.
 * YP7 has an age of 16, YP8 nothing: in no row. YP9 is closed.
 */
const SERVICE = `
  case_id,child_id,birth_month,age,start_date,end_date
  C01,YP1,2008-10,,2026-05-01,
  C02,YP2,2008-11,,2026-05-01,
  C03,YP3,2008-11,16,2026-05-01,
  C04,YP4,2009-10,,2026-05-01,
  C05,YP5,2009-11,,2026-05-01,
  C06,YP6,,17,2026-05-01,
  C07,YP7,,16,2026-05-01,
  C08,YP8,,,2026-05-01,
  C09,YP9,2008-12,,2026-01-01,2026-05-01
`;
const AS_AT = { asAt: '2026-10-31' };
const ahead = (monthsAhead: number) =>
  figuresOf(transitions, SERVICE, { ...AS_AT, settings: { monthsAhead } });
const CELLS = ['turning', 'age', 'children'];

describe('who turns 18', () => {
  test('within twelve months: every month is there, and 17 with no month of birth after them', () => {
    expect(cellsOf(ahead(12), 'months', CELLS)).toEqual([
      ['2026-11', '17', 2],
      ['2026-12', '17', 0],
      ['2027-01', '17', 0],
      ['2027-02', '17', 0],
      ['2027-03', '17', 0],
      ['2027-04', '17', 0],
      ['2027-05', '17', 0],
      ['2027-06', '17', 0],
      ['2027-07', '17', 0],
      ['2027-08', '17', 0],
      ['2027-09', '17', 0],
      ['2027-10', '17', 1],
      ['already 17, month not known', '17', 1],
    ]);
    expect(tableOf(ahead(12), 'months').cohort).toEqual({
      n: 8,
      known: 7,
      leftOut: [{ reason: 'closed or not yet open', n: 1 }],
    });
  });

  test('within fewer months: those of the same age who turn 18 later stand in a row of their own', () => {
    expect(cellsOf(ahead(2), 'months', CELLS)).toEqual([
      ['2026-11', '17', 2],
      ['2026-12', '17', 0],
      ['after 2026-12', '17', 1],
      ['already 17, month not known', '17', 1],
    ]);
  });

  test('within 13 months: the last of them is of a year younger', () => {
    const rows = cellsOf(ahead(13), 'months', CELLS);
    expect(rows.slice(13)).toEqual([
      ['2027-11', '16', 1],
      ['after 2027-11', '16', 0],
      ['already 16, month not known', '16', 1],
    ]);
  });

  test('the first month is the one after that of the as-at date, on the first of a month too', () => {
    const first = figuresOf(transitions, SERVICE, { asAt: '2026-11-01' });
    expect(cellsOf(first, 'months', CELLS)[0]).toEqual(['2026-12', '17', 0]);
    expect(rowOf(first, 'months', { turning: '2027-11' })).toMatchObject({ children: 1 });
  });
});

test.each([1, 5, 12, 17, 24, 30])(
  'within %i months the rows of an age are all children of that age',
  (months) => {
    const { rows } = tableOf(ahead(months), 'months');
    const ofAge = (age: string) =>
      rows.filter((row) => row.age === age).reduce((sum, { children }) => sum + Number(children), 0);
    const years = figuresOf(ageBands, SERVICE, AS_AT);
    const ages = [...new Set(rows.map(({ age }) => String(age)))];
    expect(ages.length).toBe(Math.ceil(months / 12));
    for (const age of ages) expect(ofAge(age)).toBe(rowOf(years, 'years', { age }).children);
  },
);

describe('from ages alone', () => {
  const snapshot = 'case_id,child_id,age\nC1,YP1,17\nC2,YP2,17\nC3,YP3,15';

  test('it is only known who is already 17: no month is said to have nobody', () => {
    const figures = figuresOf(transitions, snapshot);
    expect(cellsOf(figures, 'months', CELLS)).toEqual([['already 17, month not known', '17', 2]]);
    expect(figures.notes.join(' ')).toContain('in which month somebody turns 18 cannot be said');
  });
});

test.each([
  [12, [2]],
  [13, [2, 1]],
  [24, [2, 1]],
  [25, [2, 1, 3]],
])('with ages alone %i months ahead have a row for each age that turns 18 in them', (monthsAhead, counts) => {
  // Two of 17, one of 16, three of 15; whoever is 16 now turns 18 in 13 to 24 months.
  const ages = [17, 17, 16, 15, 15, 15].map((age, at) => `C${at},YP${at},${age}`);
  const snapshot = ['case_id,child_id,age', ...ages].join('\n');
  const rows = counts.map((children, at) => [
    `already ${17 - at}, month not known`,
    String(17 - at),
    children,
  ]);
  expect(cellsOf(figuresOf(transitions, snapshot, { settings: { monthsAhead } }), 'months', CELLS)).toEqual(
    rows,
  );
});

test('of nobody every month is 0', () => {
  const nobody = figuresOf(transitions, SERVICE, { asAt: '1999-01-01' });
  expect(tableOf(nobody, 'months').rows.map(({ children }) => children)).toEqual(new Array(13).fill(0));
});

test('a file with neither month of birth nor age is told so', () => {
  const bare = figuresOf(transitions, 'case_id,child_id,start_date\nC1,YP1,2026-05-01');
  expect(bare).toMatchObject({ status: 'missing-columns', missing: ['birth_month or age'] });
});
