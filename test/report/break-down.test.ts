import { describe, expect, test } from 'vitest';
import { disposalMix } from '../../src/metrics/disposal-mix.ts';
import { ethnicityMix } from '../../src/metrics/ethnicity-mix.ts';
import { sexMix } from '../../src/metrics/sex-mix.ts';
import { workload } from '../../src/metrics/workload.ts';
import type { MetricReport } from '../../src/report/report.ts';
import { cellsOf, figuresOf, tableOf } from '../metrics/figures-of.ts';

/*
 * As at 1 October 2026. YP1 has an open case in North and one in South. YP2 has an open case in North, a closed one in
 * South. YP3's only case is in no team. YP4 of East is held for another service, and so counts in the work only.
 */
const SERVICE = `
  case_id,child_id,worker_id,team,ethnicity,sex,age,disposal,residence,start_date,end_date
  C1,YP1,W1,North,Indian,F,14,Referral order,Home,2026-10-01,
  C2,YP1,W2,South,,M,14,YRO,Home,2026-09-01,
  C3,YP2,W1,North,Roma,M,17,Fine,Home,2026-09-01,
  C4,YP2,W2,South,Roma,M,17,YRO,Home,2026-01-01,2026-02-01
  C5,YP3,,,Chinese,,,,Home,2026-09-01,
  C6,YP4,W3,East,Irish,F,18,YRO,Other,2026-09-01,
`;

const valuesOf = (report: MetricReport, table: string) => [
  ...new Set(tableOf(report, table).rows.map(({ by }) => by)),
];
const counts = (report: MetricReport, table: string, by: string, key: string) =>
  tableOf(report, table)
    .rows.filter((row) => row.by === by)
    .map((row) => row[key]);

describe('by team', () => {
  const sexes = figuresOf(sexMix, SERVICE, { by: 'team' });

  test('every table says by what and repeats for each value, All first, the blank last', () => {
    expect(tableOf(sexes, 'sexes').by).toBe('team');
    expect(valuesOf(sexes, 'sexes')).toEqual(['All', 'East', 'North', 'South', 'Not known']);
    expect(Object.keys(tableOf(sexes, 'sexes').rows[0])[0]).toBe('by');
  });

  test('a child counts once in every value in which it has a case of the cohort', () => {
    expect(counts(sexes, 'sexes', 'All', 'children')).toEqual([1, 1, 0, 1]);
    expect(counts(sexes, 'sexes', 'North', 'children')).toEqual([1, 1, 0, 0]);
    expect(counts(sexes, 'sexes', 'South', 'children')).toEqual([1, 0, 0, 0]);
    expect(counts(sexes, 'sexes', 'East', 'children')).toEqual([0, 0, 0, 0]);
    expect(counts(sexes, 'sexes', 'Not known', 'children')).toEqual([0, 0, 0, 1]);
  });

  test('the note says how many children are in several values', () => {
    expect(sexes.notes.join()).toMatch(/\b1 child(?:ren)? counts? in more than one value of team\b/);
    expect(figuresOf(disposalMix, SERVICE, { by: 'team' }).notes.join()).not.toMatch('more than one value');
  });

  test('the cohort is that of all, with the cohort of each value beside it', () => {
    const { cohort } = tableOf(sexes, 'sexes');
    expect(cohort).toMatchObject({ n: 3, known: 2, leftOut: [{ reason: 'residence Other', n: 1 }] });
    expect(cohort.parts).toContainEqual({
      by: 'South',
      n: 1,
      known: 1,
      leftOut: [{ reason: 'closed or not yet open', n: 1 }],
    });
  });

  test('shares are of the children of the value', () => {
    const [girls] = tableOf(sexes, 'sexes').rows.filter((row) => row.by === 'North');
    expect(girls).toMatchObject({ sex: 'Female', share: 0.5 });
  });
});

test('by a column for which one row speaks, the value of the child is used and each counts once', () => {
  const bySex = figuresOf(ethnicityMix, SERVICE, { by: 'sex' });
  // YP1 is a girl: her latest case says so. Her other case, of a boy by its own cell, goes with her.
  expect(valuesOf(bySex, 'groups')).toEqual(['All', 'Female', 'Male', 'Not known']);
  expect(counts(bySex, 'groups', 'Female', 'children')).toEqual([1, 0, 0, 0, 0, 0]);
  expect(counts(bySex, 'groups', 'Male', 'children')).toEqual([0, 0, 0, 0, 1, 0]);
  expect(bySex.notes.join()).not.toMatch('more than one value');
  const cases = figuresOf(disposalMix, SERVICE, { by: 'sex' });
  expect(counts(cases, 'groups', 'Female', 'cases')).toEqual([0, 0, 1, 1, 0, 0, 0]);
});

test('by ethnicity means its groups, by age and birth_month the bands, by disposal the disposal groups', () => {
  const valuesBy = (by: 'ethnicity' | 'age' | 'disposal') =>
    valuesOf(figuresOf(workload, SERVICE, { by }), 'summary');
  expect(valuesBy('ethnicity')).toEqual(['All', 'Asian', 'White']);
  expect(valuesBy('age')).toEqual(['All', '10-14', '15-17', '18 and over', 'Not known']);
  expect(valuesBy('disposal')).toEqual(['All', 'First-tier', 'Community', 'Not mapped']);
  const months = figuresOf(
    sexMix,
    'case_id,child_id,sex,birth_month,start_date\nC1,YP1,F,2011-01,2026-10-01',
    {
      by: 'birth_month',
    },
  );
  expect(valuesOf(months, 'sexes')).toEqual(['All', '15-17']);
  const byAgeOfMonths = figuresOf(
    sexMix,
    'case_id,child_id,sex,birth_month,start_date\nC1,YP1,F,2008-01,2026-10-01',
    { by: 'age' },
  );
  expect(valuesOf(byAgeOfMonths, 'sexes')).toEqual(['All', '18 and over']);
});

test('by Chinese counts as the list says', () => {
  const old = figuresOf(sexMix, SERVICE, { by: 'ethnicity', ethnicityList: '2001' });
  expect(valuesOf(old, 'sexes')).toEqual(['All', 'Asian', 'Other', 'White']);
});

test('by worker, a case that nobody holds is Unallocated and comes last', () => {
  const byWorker = figuresOf(disposalMix, SERVICE, { by: 'worker_id' });
  expect(valuesOf(byWorker, 'groups')).toEqual(['All', 'W1', 'W2', 'W3', 'Unallocated']);
  expect(counts(byWorker, 'groups', 'W2', 'cases')).toEqual([0, 0, 0, 1, 0, 0, 0]);
});

test('by residence the work held for others is a value of its own', () => {
  const byResidence = figuresOf(workload, SERVICE, { by: 'residence' });
  expect(cellsOf(byResidence, 'workers', ['by', 'worker', 'cases']).slice(4)).toEqual([
    ['Home', 'W1', 2],
    ['Home', 'W2', 1],
    ['Home', 'Unallocated', 1],
    ['Other', 'W3', 1],
  ]);
});

describe('what is no breakdown is refused in one line', () => {
  const asked = (by: 'start_date' | 'case_id' | 'child_id' | 'send') => () =>
    figuresOf(sexMix, SERVICE, { by });

  test('dates, and the identifiers of cases and children', () => {
    expect(asked('start_date')).toThrow('--by start_date: dates');
    expect(asked('case_id')).toThrow('--by case_id: identifiers');
    expect(asked('child_id')).toThrow('--by child_id: identifiers');
  });

  test('a column that the files lack', () => {
    expect(asked('send')).toThrow('--by send: the files have no column send');
  });
});

describe('values of the data that are called as ours are', () => {
  const SERVICE_OF_ODD_TEAMS = `
    case_id,child_id,worker_id,team,sex,start_date
    C1,K1,W1,All,F,2026-05-01
    C2,K2,W1,Not known,M,2026-05-01
    C3,K3,W1,,M,2026-05-01
  `;

  test('stand apart from the whole and from the blanks', () => {
    const { rows } = tableOf(figuresOf(sexMix, SERVICE_OF_ODD_TEAMS, { by: 'team' }), 'sexes');
    expect([...new Set(rows.map(({ by }) => by))]).toEqual([
      'All',
      'All (team)',
      'Not known (team)',
      'Not known',
    ]);
    const teams = tableOf(figuresOf(workload, SERVICE_OF_ODD_TEAMS), 'teams').rows;
    expect(teams.map(({ team, cases }) => [team, cases])).toEqual([
      ['All', 1],
      ['Not known (team)', 1],
      ['Not known', 1],
    ]);
  });
});
