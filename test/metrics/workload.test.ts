import { describe, expect, test } from 'vitest';
import { workload } from '../../src/metrics/workload.ts';
import type { Report } from '../../src/report/report.ts';
import { fixture, folderWith } from '../support/files.ts';
import { metricOf } from '../support/reports.ts';
import { runCli, runJson } from '../support/run-cli.ts';
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

/** A case for each number, of a worker of that name: `{ A: 3 }` is three cases of A. */
function serviceOf(cases: Readonly<Record<string, number>>): string {
  const workers = Object.entries(cases).flatMap(([worker, count]) => Array<string>(count).fill(worker));
  const lines = workers.map((worker, at) => `C${at},YP${at},${worker},2026-05-01`);
  return ['case_id,child_id,worker_id,start_date', ...lines].join('\n');
}

describe('the distribution', () => {
  const bandsOf = (csv: string) => cellsOf(figuresOf(workload, csv), 'distribution', ['cases', 'workers']);

  test('says how many workers hold how many cases, none of them Unallocated, and bands without any are there', () => {
    expect(cellsOf(work, 'distribution', ['cases', 'workers'])).toEqual([
      ['1', 1], // W1
      ['2', 1], // W2
      ['3', 1], // W3
      ['4', 0],
      ['5', 0],
      ['6', 1], // W10
    ]);
  });

  test('has bands of five cases, each with both of its ends', () => {
    expect(bandsOf(serviceOf({ A: 1, B: 5, C: 6, D: 10, E: 11, F: 31, G: 0 }))).toEqual([
      ['1-5', 2],
      ['6-10', 2],
      ['11-15', 1],
      ['16-20', 0],
      ['21-25', 0],
      ['26-30', 0],
      ['31-35', 1],
    ]);
  });

  // Twelve bands reach to 12, 24, 60, 120, 240, 600 when they are 1, 2, 5, 10, 20, 50 wide.
  test.each([
    [12, 12, '12'],
    [13, 7, '13-14'],
    [24, 12, '23-24'],
    [25, 5, '21-25'],
    [60, 12, '56-60'],
    [61, 7, '61-70'],
    [120, 12, '111-120'],
    [121, 7, '121-140'],
    [241, 5, '201-250'],
    [601, 7, '601-700'],
  ])('of a service whose largest caseload is %d has %d bands, the last of them %s', (most, count, last) => {
    const bands = bandsOf(serviceOf({ A: most, B: 1 }));
    expect(bands).toHaveLength(count);
    expect(bands.at(-1)).toEqual([last, 1]);
    expect(bands[0][1]).toBe(1);
  });

  test('is empty when nobody holds a case', () => {
    expect(bandsOf('case_id,child_id,worker_id,start_date\nC1,YP1,,2026-05-01')).toEqual([]);
  });

  test('counts workers, though the table is about cases', () => {
    const { columns, unit, cohort } = tableOf(work, 'distribution');
    expect(columns).toContainEqual({ key: 'workers', label: 'Workers', type: 'count', unit: 'workers' });
    expect([unit, cohort.n]).toEqual(['cases', 14]);
  });
});

describe('a limit of three cases', () => {
  const limited = figuresOf(workload, SERVICE, { settings: { caseLimit: 3 } });

  test('has those over it who hold more; whoever holds as many is within, and Unallocated has none', () => {
    expect(cellsOf(limited, 'workers', ['worker', 'cases', 'status'])).toEqual([
      ['W1', 1, 'within'],
      ['W10', 6, 'over'],
      ['W2', 2, 'within'],
      ['W3', 3, 'within'],
      ['Unallocated', 2, 'unallocated'],
    ]);
  });

  test('ends the summary with itself and how many workers are over it', () => {
    const plain = cellsOf(work, 'summary', ['measure', 'value']);
    expect(cellsOf(limited, 'summary', ['measure', 'value'])).toEqual([
      ...plain,
      ['limit', 3],
      ['over_limit', 1],
    ]);
  });

  test('is marked in the charts of workers and of their distribution, and in no other', () => {
    const charts = limited.tables.map(({ name, chart }) => [name, chart]);
    expect(charts).toEqual([
      ['workers', { kind: 'bars', of: 'cases', nobody: 'Unallocated', limit: 3 }],
      ['teams', { kind: 'bars', of: 'cases', nobody: 'Not known' }],
      ['distribution', { kind: 'distribution', of: 'workers', limit: 3 }],
      ['summary', undefined],
    ]);
  });

  test("is said to be the service's own and one of cases; nobody has one unless they set it", () => {
    expect(limited.notes.join()).toMatch('The limit of 3 open cases for a worker');
    expect(limited.notes.join()).not.toMatch('no limit applies');
    expect(work.notes.join()).toMatch('no limit applies');
    expect(work.tables.map(({ chart }) => JSON.stringify(chart)).join()).not.toMatch('limit');
  });
});

describe('in a report that is shared the distribution', () => {
  const BIRMINGHAM = fixture('birmingham-like/caseload.csv');
  const tablesOf = async (flags: readonly string[]) => {
    const config = `${folderWith({ 'own.yaml': 'case-limit: 14' })}/own.yaml`;
    const report = await runJson<Report>(['workload', BIRMINGHAM, '--config', config, ...flags]);
    const found = metricOf(report, 'workload');
    return { distribution: tableOf(found, 'distribution'), summary: tableOf(found, 'summary') };
  };

  // Counted apart from the program, by the lines of the file: 40 workers with 413 open cases, seven with over 14.
  test('is shown as long as all is about work', async () => {
    const { distribution, summary } = await tablesOf([]);
    expect(distribution.rows.map(({ cases, workers }) => [cases, workers])).toEqual([
      ['1-5', 6],
      ['6-10', 19],
      ['11-15', 8],
      ['16-20', 5],
      ['21-25', 1],
      ['26-30', 0],
      ['31-35', 1],
    ]);
    expect(summary.rows).toContainEqual({ measure: 'over_limit', value: 7 });
  });

  test.each(['--by team', '--where team=North', '--by worker_id --by-worker', '--round 5'])(
    'has its rows with %s',
    async (flags) => {
      const { distribution } = await tablesOf(flags.split(' '));
      expect(distribution.withheld).toBeUndefined();
      expect(distribution.rows.length).toBeGreaterThan(0);
    },
  );

  test('is in an internal report whatever it is about', async () => {
    const { distribution } = await tablesOf(['--where', 'sex=Male', '--internal']);
    expect(distribution.rows.length).toBeGreaterThan(0);
  });

  test('is rounded with the other counts', async () => {
    const { distribution } = await tablesOf(['--round', '5']);
    expect(distribution.rows.map(({ workers }) => workers)).toEqual([5, 20, 10, 5, '[k]', 0, '[k]']);
  });

  test.each([
    '--where ethnicity=Black',
    '--where sex=Male --by-worker',
    '--where sex=Female --threshold 3',
    '--where sex=Female --threshold 1',
    '--where age=15-17 --zeros hide',
    '--where sex=Male --round 5',
    '--by sex',
    '--by ethnicity --by-worker',
    '--count-cases',
  ])('is withheld whole with %s, its bands too, as no spread is shown', async (flags) => {
    const { distribution, summary } = await tablesOf(flags.split(' '));
    expect([distribution.withheld, distribution.rows]).toEqual([true, []]);
    const spread = summary.rows.filter(({ measure }) => measure === 'maximum' || measure === 'mean');
    expect(spread.every(({ value }) => value === '[c]' || value === '[x]')).toBe(true);
    const { stdout } = await runCli(['workload', BIRMINGHAM, ...flags.split(' ')]);
    expect(stdout).toContain('Workers by how many cases they hold');
    expect(stdout).not.toMatch(/\b(6-10|3-4|11-15)\b/);
  });
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
