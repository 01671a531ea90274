import { describe, expect, test } from 'vitest';
import { resettlement } from '../../src/metrics/resettlement.ts';
import { cellsOf, figuresOf, rowOf, tableOf } from './figures-of.ts';

/*
 * Worked by hand, as at 31 October 2026. Released by then: C01 to C06.
 * Plans: C01 10 days before, C02 20 days, C03 40 days; C04 on the day, C05 a day after; C06 has no plan date.
 * Days of the three before release: 10, 20, 40: median 20; 90th percentile at 0.9 x 2 = 1.8, so 20 + 0.8 x 20 = 36.
 * Accommodation: Yes, Yes, No, Unknown, blank, Yes. C06 is held for another service and closed: it counts.
 * Left out: C07 will be released in November, C08 has no release date, C09 is no Custody disposal, C10 of none we know.
 */
const SERVICE = `
  case_id,child_id,disposal,residence,start_date,end_date,release_date,resettlement_plan_date,release_accommodation_suitable,release_ete_suitable
  C01,YP1,DTO,Home,2026-01-01,,2026-05-31,2026-05-21,Yes,No
  C02,YP2,Section 250,Home,2026-01-01,,2026-10-31,2026-10-11,Yes,No
  C03,YP3,DTO licence,Home,2026-01-01,,2026-08-31,2026-07-22,No,No
  C04,YP4,DTO,Home,2026-01-01,,2026-05-31,2026-05-31,Unknown,No
  C05,YP5,DTO,Home,2026-01-01,,2026-05-31,2026-06-01,,No
  C06,YP5,DTO,Other,2025-01-01,2026-01-31,2025-07-31,,Yes,No
  C07,YP6,DTO,Home,2026-01-01,,2026-11-01,2026-10-01,,
  C08,YP7,DTO,Home,2026-01-01,,,,,
  C09,YP8,Referral order,Home,2026-01-01,,2026-05-31,2026-05-01,Yes,Yes
  C10,YP9,Mystery,Home,2026-01-01,,2026-05-31,2026-05-01,Yes,Yes
`;
const AS_AT = { asAt: '2026-10-31' };
const figures = figuresOf(resettlement, SERVICE, AS_AT);

test('counts Custody cases released by the as-at date, and says what is left out and why', () => {
  expect(tableOf(figures, 'answers').cohort).toEqual({
    n: 6,
    known: 6,
    leftOut: [
      { reason: 'other disposal groups', n: 1 },
      { reason: 'disposal blank or not mapped', n: 1 },
      { reason: 'no release_date', n: 1 },
      { reason: 'release_date after the as-at date', n: 1 },
    ],
  });
});

test('a plan on the day of release is too late; no plan date is no plan, of all cases', () => {
  expect(cellsOf(figures, 'answers', ['aspect', 'answer', 'cases', 'answered', 'share'])).toEqual([
    ['plan_before_release', 'before release', 3, 6, 3 / 6],
    ['plan_before_release', 'on the day of release or after', 2, 6, 2 / 6],
    ['plan_before_release', 'no plan date', 1, 6, 1 / 6],
    ['plan_before_release', 'Unknown', 0, 6, '[z]'],
    ['accommodation_suitable', 'Yes', 3, 4, 3 / 4],
    ['accommodation_suitable', 'No', 1, 4, 1 / 4],
    ['accommodation_suitable', 'Unknown', 2, 4, '[z]'],
    ['ete_suitable', 'Yes', 0, 6, 0],
    ['ete_suitable', 'No', 6, 6, 1],
    ['ete_suitable', 'Unknown', 0, 6, '[z]'],
  ]);
});

test('3 of 6 lie in the range that SciPy 1.17 gives: binomtest(3, 6), proportion_ci by wilson', () => {
  const before = rowOf(figures, 'answers', { aspect: 'plan_before_release', answer: 'before release' });
  expect(before.share_lower).toBeCloseTo(0.187616, 6);
  expect(before.share_upper).toBeCloseTo(0.812384, 6);
});

describe('days from plan to release', () => {
  test('are of the plans before release only; quantiles as R works them out, type 7', () => {
    expect(cellsOf(figures, 'days', ['measure', 'value'])).toEqual([
      ['planned_before_release', 3],
      ['median_days', 20],
      ['ninetieth_percentile_days', 36],
    ]);
  });

  test('of one plan are its days, of none there are none', () => {
    const ofRange = (from: string, to: string) =>
      cellsOf(figuresOf(resettlement, SERVICE, { ...AS_AT, from, to }), 'days', ['value']).flat();
    expect(ofRange('2026-10-01', '2026-10-31')).toEqual([1, 20, 20]);
    expect(ofRange('2025-07-31', '2025-07-31')).toEqual([0, '[z]', '[z]']);
  });
});

test('a period chooses by release_date, both days included', () => {
  const may = figuresOf(resettlement, SERVICE, { ...AS_AT, from: '2026-05-31', to: '2026-05-31' });
  const { n, leftOut } = tableOf(may, 'answers').cohort;
  expect(n).toBe(3);
  expect(leftOut).toContainEqual({ reason: 'release_date outside the period', n: 3 });
});

test('an aspect whose column the files lack is left out and named; without plan dates there are no days', () => {
  const one = figuresOf(
    resettlement,
    `case_id,child_id,disposal,start_date,release_date,release_ete_suitable
     C1,YP1,DTO,2026-01-01,2026-05-31,Yes`,
    AS_AT,
  );
  expect(cellsOf(one, 'answers', ['aspect', 'answer', 'cases'])).toEqual([
    ['ete_suitable', 'Yes', 1],
    ['ete_suitable', 'No', 0],
    ['ete_suitable', 'Unknown', 0],
  ]);
  expect(one.tables.map(({ name }) => name)).toEqual(['answers']);
  expect(one.notes).toContain(
    'Left out, since the files have no such column: resettlement_plan_date, release_accommodation_suitable.',
  );
});

test('of nobody released there are zeros and no shares', () => {
  const nobody = figuresOf(resettlement, SERVICE, { asAt: '1999-01-01' });
  expect(tableOf(nobody, 'answers').cohort.n).toBe(0);
  expect(rowOf(nobody, 'answers', { aspect: 'ete_suitable', answer: 'Yes' })).toMatchObject({
    cases: 0,
    share: '[z]',
  });
});

test('a snapshot without a date cannot say who has been released', () => {
  const snapshot = figuresOf(
    resettlement,
    `case_id,child_id,disposal,release_date,resettlement_plan_date
     C1,YP1,DTO,2026-05-31,2026-05-01`,
  );
  expect(snapshot).toMatchObject({ status: 'refused', tables: [] });
  expect(snapshot.message).toContain('--as-at');
});

test('a file without what is asked is told so', () => {
  const bare = figuresOf(resettlement, 'case_id,child_id,start_date\nC1,YP1,2026-05-01');
  expect(bare).toMatchObject({
    status: 'missing-columns',
    missing: [
      'disposal',
      'release_date',
      'resettlement_plan_date or release_accommodation_suitable or release_ete_suitable',
    ],
  });
});
