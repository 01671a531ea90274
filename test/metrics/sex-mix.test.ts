import { expect, test } from 'vitest';
import { sexMix } from '../../src/metrics/sex-mix.ts';
import { cellsOf, figuresOf, rowOf, tableOf } from './figures-of.ts';

/*
 * Worked by hand: nine children with an open case, YP1 with two. Girls are YP1, YP2, YP3, boys YP4, YP5, YP6, Other is
 * YP7; of YP8 and YP9 the sex is not known, which leaves seven. YP10 is closed, YP11 held for another service.
 */
const SERVICE = `
  case_id,child_id,sex,residence,start_date,end_date
  C01,YP1,F,Home,2026-05-01,
  C02,YP1,Female,Home,2026-06-01,
  C03,YP2,female,Home,2026-05-01,
  C04,YP3,Girl,Home,2026-05-01,
  C05,YP4,M,Home,2026-05-01,
  C06,YP5,Male,Home,2026-05-01,
  C07,YP6,Boy,Home,2026-05-01,
  C08,YP7,Other,Home,2026-05-01,
  C09,YP8,Not known,Home,2026-05-01,
  C10,YP9,,Home,2026-05-01,
  C11,YP10,F,Home,2026-01-01,2026-05-01
  C12,YP11,M,Other,2026-05-01,
`;
const mix = figuresOf(sexMix, SERVICE);

test('sexes count each child once, always all four rows in their order', () => {
  expect(cellsOf(mix, 'sexes', ['sex', 'children', 'share'])).toEqual([
    ['Female', 3, 3 / 7],
    ['Male', 3, 3 / 7],
    ['Other', 1, 1 / 7],
    ['Not known', 2, '[z]'],
  ]);
  expect(tableOf(mix, 'sexes').cohort).toEqual({
    n: 9,
    known: 7,
    leftOut: [
      { reason: 'closed or not yet open', n: 1 },
      { reason: 'residence Other', n: 1 },
    ],
  });
});

test('three of seven lie in the published range; Not known has none', () => {
  const girls = rowOf(mix, 'sexes', { sex: 'Female' });
  expect(girls.share_lower).toBeCloseTo(0.15822, 6);
  expect(girls.share_upper).toBeCloseTo(0.749542, 6);
  expect(rowOf(mix, 'sexes', { sex: 'Not known' })).toMatchObject({ share_lower: '[z]', share_upper: '[z]' });
});

test('one girl alone: all of one and none of one', () => {
  const one = figuresOf(sexMix, 'case_id,child_id,sex,start_date\nC1,YP1,F,2026-05-01');
  const [girls, boys] = tableOf(one, 'sexes').rows;
  expect(girls).toMatchObject({ share: 1, share_upper: 1 });
  expect(girls.share_lower).toBeCloseTo(0.206549, 6); // 1 of 1 as published
  expect(boys).toMatchObject({ share: 0, share_lower: 0 });
  expect(boys.share_upper).toBeCloseTo(1 - 0.206549, 6);
});

test('an unknown word is Not known, and of nothing known there are no shares', () => {
  const figures = figuresOf(sexMix, 'case_id,child_id,sex,start_date\nC1,YP1,Purple,2026-05-01');
  expect(cellsOf(figures, 'sexes', ['children', 'share'])).toEqual([
    [0, '[z]'],
    [0, '[z]'],
    [0, '[z]'],
    [1, '[z]'],
  ]);
});

test('with --count-cases the two cases of one girl are two', () => {
  const figures = figuresOf(sexMix, SERVICE, { countCases: true });
  expect(rowOf(figures, 'sexes', { sex: 'Female' })).toMatchObject({ cases: 4, share: 4 / 8 });
});

test('a file without sex is told so', () => {
  const figures = figuresOf(sexMix, 'case_id,child_id,start_date\nC1,YP1,2026-05-01');
  expect(figures).toMatchObject({ status: 'missing-columns', missing: ['sex'] });
});
