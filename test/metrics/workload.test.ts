import { expect, test } from 'vitest';
import { workload } from '../../src/metrics/workload.ts';
import { cellsOf, figuresOf, rowOf, tableOf } from './figures-of.ts';

/*
 * Worked by hand: fourteen open cases. W1 holds 1, W2 2 (both of YP2), W3 3 (one held for another service, in two teams
 * and none), W10 6; nobody holds 2. Left out: no start_date 1, closed 1. Without nobody's: 1, 2, 3, 6.
 */
const SERVICE = `
  case_id,child_id,worker_id,team,residence,start_date,end_date
  C01,YP1,W1,North,Home,2026-05-01,
  C02,YP2,W2,North,Home,2026-05-01,
  C03,YP2,W2,East,Home,2026-05-01,
  C04,YP3,W3,South,Home,2026-05-01,
  C05,YP4,W3,South,Other,2026-05-01,
  C06,YP5,W3,,Home,2026-05-01,
  C07,YP6,W10,North,Home,2026-05-01,
  C08,YP7,W10,North,Home,2026-05-01,
  C09,YP8,W10,North,Home,2026-05-01,
  C10,YP8,W10,South,Home,2026-05-01,
  C11,YP9,W10,South,Home,2026-05-01,
  C12,YP10,W10,South,Home,2026-05-01,
  C13,YP11,,East,Home,2026-05-01,
  C14,YP12,,,Home,2026-05-01,
  C15,YP13,W4,North,Home,2026-01-01,2026-02-01
  C16,YP14,W4,North,Home,,
`;
const work = figuresOf(workload, SERVICE);
const spreadOf = (csv: string) =>
  Object.fromEntries(cellsOf(figuresOf(workload, csv), 'summary', ['measure', 'value']));

test('workers are listed by name as bytes, each with the team of most cases, and Unallocated last', () => {
  expect(cellsOf(work, 'workers', ['worker', 'team', 'cases', 'children', 'status'])).toEqual([
    ['W1', 'North', 1, 1, 'no limit'],
    ['W10', 'North', 6, 5, 'no limit'], // three in North, three in South: the first by name
    ['W2', 'East', 2, 1, 'no limit'],
    ['W3', 'South', 3, 3, 'no limit'],
    ['Unallocated', 'East', 2, 2, 'unallocated'],
  ]);
});

test('without a staff file hours and points are not available and nobody is over a limit', () => {
  for (const key of ['fte', 'points', 'cases_per_fte', 'points_per_fte']) {
    expect(new Set(cellsOf(work, 'workers', [key]).flat())).toEqual(new Set(['[x]']));
  }
  for (const key of ['fte', 'cases_per_fte']) {
    expect(new Set(cellsOf(work, 'teams', [key]).flat())).toEqual(new Set(['[x]']));
  }
  expect(work.notes.join()).toMatch('without a staff file');
});

test('a team has the cases that name it; a worker counts in each of their teams; a blank team is Not known', () => {
  expect(cellsOf(work, 'teams', ['team', 'workers', 'cases', 'children'])).toEqual([
    ['East', 1, 2, 2], // W2 and nobody
    ['North', 3, 5, 5], // W1, W2, W10
    ['South', 2, 5, 5], // W3, W10
    ['Not known', 1, 2, 2], // W3 and nobody
  ]);
});

test('the summary counts all cases, and the spread is over workers with an open case', () => {
  expect(cellsOf(work, 'summary', ['measure', 'value'])).toEqual([
    ['workers', 4],
    ['cases', 14],
    ['unallocated', 2],
    ['mean', 3], // (1 + 2 + 3 + 6) / 4
    ['median', 2.5],
    ['lower_quartile', 1.75], // R type 7: 1 + 0.75 x 1
    ['upper_quartile', 3.75], // 3 + 0.25 x 3
    ['maximum', 6],
    ['gini', 1 / 3], // 2 (1 + 2 + 5 + 1 + 4 + 3) / (2 x 16 x 3)
  ]);
});

test('cases held for another service count, closed ones do not', () => {
  expect(tableOf(work, 'workers').cohort).toEqual({
    n: 14,
    known: 14,
    leftOut: [
      { reason: 'no start_date', n: 1 },
      { reason: 'closed or not yet open', n: 1 },
    ],
  });
});

test('when nobody holds a case there is no spread; when all hold as many there is no inequality', () => {
  expect(spreadOf('case_id,child_id,worker_id,start_date\nC1,YP1,,2026-05-01')).toEqual({
    workers: 0,
    cases: 1,
    unallocated: 1,
    mean: '[z]',
    median: '[z]',
    lower_quartile: '[z]',
    upper_quartile: '[z]',
    maximum: '[z]',
    gini: '[z]',
  });
  const even = 'case_id,child_id,worker_id,start_date\nC1,YP1,A,2026-05-01\nC2,YP2,B,2026-05-01';
  expect(spreadOf(even)).toMatchObject({ mean: 1, lower_quartile: 1, upper_quartile: 1, gini: 0 });
});

test('when no case is open the tables are empty and the summary stands', () => {
  const none = figuresOf(
    workload,
    'case_id,child_id,worker_id,start_date,end_date\nC1,YP1,W1,2026-05-01,2026-05-01',
  );
  expect(tableOf(none, 'workers').rows).toEqual([]);
  expect(tableOf(none, 'teams').rows).toEqual([]);
  expect(rowOf(none, 'summary', { measure: 'cases' }).value).toBe(0);
});

test('a service without teams has all its work in the team Not known', () => {
  const figures = figuresOf(workload, 'case_id,child_id,worker_id,start_date\nC1,YP1,W1,2026-05-01');
  expect(cellsOf(figures, 'teams', ['team', 'workers', 'cases'])).toEqual([['Not known', 1, 1]]);
  expect(cellsOf(figures, 'workers', ['team'])).toEqual([['Not known']]);
});

test('most cases without a team outweigh the one team that is named', () => {
  const figures = figuresOf(
    workload,
    `case_id,child_id,worker_id,team,start_date
     C1,YP1,W1,,2026-05-01
     C2,YP2,W1,,2026-05-01
     C3,YP3,W1,North,2026-05-01`,
  );
  expect(cellsOf(figures, 'workers', ['team'])).toEqual([['Not known']]);
});

test('a worker who is called Unallocated on the file is nobody', () => {
  const figures = figuresOf(
    workload,
    `case_id,child_id,worker_id,start_date
     C1,YP1,Unallocated,2026-05-01
     C2,YP2,,2026-05-01`,
  );
  expect(cellsOf(figures, 'workers', ['worker', 'cases', 'status'])).toEqual([
    ['Unallocated', 2, 'unallocated'],
  ]);
});

test('with --count-cases there is no column of children', () => {
  const counted = figuresOf(workload, SERVICE, { countCases: true });
  for (const name of ['workers', 'teams']) {
    const { columns, rows } = tableOf(counted, name);
    expect(columns.map(({ key }) => key)).not.toContain('children');
    for (const row of rows) expect(row).not.toHaveProperty('children');
  }
  expect(rowOf(counted, 'workers', { worker: 'W10' }).cases).toBe(6);
});

test('a file without workers is told so', () => {
  const figures = figuresOf(workload, 'case_id,child_id,team,start_date\nC1,YP1,North,2026-05-01');
  expect(figures).toMatchObject({ status: 'missing-columns', missing: ['worker_id'] });
});
