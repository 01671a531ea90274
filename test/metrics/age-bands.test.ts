import { expect, test } from 'vitest';
import { ageBands } from '../../src/metrics/age-bands.ts';
import { cellsOf, figuresOf, rowOf, tableOf } from './figures-of.ts';

/*
 * Ages at 31 October 2026, worked by hand. YP1 was born in November 2008: 17, and 18 the day after. YP2 in October
 * 2008: 18 since the 1st. YP3 in October 2016: 10. YP4 says 12 in age, but the month of birth (15) wins. YP5 has an age
 * only, 14. YP6 is 25. YP7 says nothing; YP8 says 9 and YP9 26, which no child of a youth justice service is.
 * Known are six: 10, 14, 15, 17 and two of 18 and over.
 */
const SERVICE = `
  case_id,child_id,birth_month,age,start_date
  C1,YP1,2008-11,,2026-10-31
  C2,YP2,2008-10,,2026-05-01
  C3,YP3,2016-10,,2026-05-01
  C4,YP4,2011-03,12,2026-05-01
  C5,YP5,,14,2026-05-01
  C6,YP6,,25,2026-05-01
  C7,YP7,,,2026-05-01
  C8,YP8,,9,2026-05-01
  C9,YP9,,26,2026-05-01
`;
const ages = figuresOf(ageBands, SERVICE);

test('years are listed from 10 to 18 and over, zeros included, Not known last and outside the shares', () => {
  expect(cellsOf(ages, 'years', ['age', 'children', 'share'])).toEqual([
    ['10', 1, 1 / 6],
    ['11', 0, 0],
    ['12', 0, 0],
    ['13', 0, 0],
    ['14', 1, 1 / 6],
    ['15', 1, 1 / 6],
    ['16', 0, 0],
    ['17', 1, 1 / 6],
    ['18 and over', 2, 2 / 6],
    ['Not known', 3, '[z]'],
  ]);
  expect(tableOf(ages, 'years').cohort).toEqual({ n: 9, known: 6, leftOut: [] });
});

test('bands are shares of known age, with their range', () => {
  expect(cellsOf(ages, 'bands', ['band', 'children', 'share'])).toEqual([
    ['10-14', 2, 2 / 6],
    ['15-17', 2, 2 / 6],
    ['18 and over', 2, 2 / 6],
  ]);
});

test('three of seven in a band lie in the published range', () => {
  const rows = [11, 12, 13, 15, 16, 17, 17].map((age, i) => `C${i},YP${i},${age},2026-05-01`);
  const figures = figuresOf(ageBands, ['case_id,child_id,age,start_date', ...rows].join('\n'));
  const young = rowOf(figures, 'bands', { band: '10-14' });
  expect(young.share).toBe(3 / 7);
  expect(young.share_lower).toBeCloseTo(0.15822, 6);
  expect(young.share_upper).toBeCloseTo(0.749542, 6);
  expect(rowOf(figures, 'bands', { band: '18 and over' })).toMatchObject({ share: 0, share_lower: 0 });
});

test('an age is reached on the 1st of the month of birth', () => {
  const bandAt = (asAt: string) => {
    const figures = figuresOf(
      ageBands,
      'case_id,child_id,birth_month,start_date\nC1,YP1,2008-11,2026-05-01',
      {
        asAt,
      },
    );
    return tableOf(figures, 'years').rows.find(({ children }) => children === 1)?.age;
  };
  expect(bandAt('2026-10-31')).toBe('17');
  expect(bandAt('2026-11-01')).toBe('18 and over');
});

test('a month of birth that cannot be leaves the age to speak', () => {
  const figures = figuresOf(
    ageBands,
    `case_id,child_id,birth_month,age,start_date
     C1,YP1,2017-01,13,2026-10-31
     C2,YP2,1999-01,,2026-10-31`,
  );
  expect(rowOf(figures, 'years', { age: '13' }).children).toBe(1);
  expect(rowOf(figures, 'years', { age: 'Not known' }).children).toBe(1);
});

test('a snapshot without dates takes the ages as they are given', () => {
  const figures = figuresOf(ageBands, 'case_id,child_id,age\nC1,YP1,14\nC2,YP2,18\nC3,YP2,18');
  expect(cellsOf(figures, 'bands', ['children']).flat()).toEqual([1, 0, 1]);
  expect(tableOf(figures, 'bands').cohort).toEqual({ n: 2, known: 2, leftOut: [] });
});

test('when no age is known the shares are not applicable, and when nobody is open neither', () => {
  const unknown = figuresOf(ageBands, 'case_id,child_id,age,start_date\nC1,YP1,,2026-05-01');
  expect(cellsOf(unknown, 'bands', ['children', 'share', 'share_lower', 'share_upper'])).toEqual(
    Array(3).fill([0, '[z]', '[z]', '[z]']),
  );
  const nobody = figuresOf(ageBands, 'case_id,child_id,age,start_date\nC1,YP1,15,2026-05-01', {
    asAt: '2026-04-30',
  });
  expect(tableOf(nobody, 'years').cohort).toEqual({
    n: 0,
    known: 0,
    leftOut: [{ reason: 'closed or not yet open', n: 1 }],
  });
  expect(new Set(cellsOf(nobody, 'years', ['share']).flat())).toEqual(new Set(['[z]']));
});

test('birth_month or age is enough; without either it is said which are missing', () => {
  const figures = figuresOf(ageBands, 'case_id,child_id,start_date\nC1,YP1,2026-05-01');
  expect(figures).toMatchObject({ status: 'missing-columns', missing: ['birth_month or age'] });
});
