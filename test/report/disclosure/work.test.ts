/** Work by worker and team is not about children, until something else is known of them; the threshold is 5. */
import { describe, expect, test } from 'vitest';
import { sexMix } from '../../../src/metrics/sex-mix.ts';
import { workload } from '../../../src/metrics/workload.ts';
import { cellsOf, metricOf, tableOf } from '../../support/reports.ts';
import { type Alike, type SharedAsked, shared } from './shared.ts';

describe('work by worker and team', () => {
  const cases = (): Alike[] => [
    { times: 2, worker_id: 'W1', team: 'North', ethnicity: 'Irish', sex: 'M' },
    { times: 30, worker_id: 'W2', team: 'South', ethnicity: 'Irish', sex: 'M' },
    { times: 25, worker_id: 'W3', team: 'East', ethnicity: 'African', sex: 'M' },
  ];
  /** Few rows out of a filter would be as telling as few in it. */
  const girls: Alike = { times: 20, worker_id: 'W4', team: 'West', ethnicity: 'Irish', sex: 'F' };
  const teams = (asked: SharedAsked) =>
    cellsOf(shared(cases(), { metrics: [workload], ...asked }), 'workload', 'teams', 'team', 'cases');

  test('is not about children: 2 cases of a team are shown, with the spread over its workers', () => {
    expect(teams({})).toEqual([
      ['East', 25],
      ['North', 2],
      ['South', 30],
    ]);
    const summary = tableOf(shared(cases(), { metrics: [workload] }), 'workload', 'summary').rows;
    expect(summary).toContainEqual({ measure: 'median', value: 25 });
  });

  test('is so by team and under a filter by team, of any size', () => {
    expect(teams({ by: 'team' })).toContainEqual(['North', 2]);
    expect(teams({ where: [{ column: 'team', value: 'North' }] })).toEqual([['North', 2]]);
  });

  test('by ethnicity or of one sex counts children and is withheld as such', () => {
    // East goes with North; the part Black is all of East.
    const rows = tableOf(shared(cases(), { by: 'ethnicity', metrics: [workload] }), 'workload', 'teams').rows;
    const all = rows.filter(({ by }) => by === 'All').map(({ team, cases }) => [team, cases]);
    expect(all).toEqual([
      ['East', '[c]'],
      ['North', '[c]'],
      ['South', 30],
    ]);
    const boys = shared([...cases(), girls], {
      where: [{ column: 'sex', value: 'Male' }],
      metrics: [workload],
    });
    expect(cellsOf(boys, 'workload', 'teams', 'team', 'cases')).toEqual(all);
  });

  test('and then nothing but the count is left, no spread and no number of workers', () => {
    const report = shared([...cases(), girls], {
      where: [{ column: 'sex', value: 'Male' }],
      metrics: [workload],
    });
    expect(tableOf(report, 'workload', 'teams').rows[2]).toEqual({
      team: 'South',
      workers: '[c]',
      fte: '[x]',
      cases: 30,
      cases_per_fte: '[x]',
    });
    expect(tableOf(report, 'workload', 'summary').rows.every(({ value }) => value === '[c]')).toBe(true);
  });

  test('never says how many children a worker or team has', () => {
    for (const asked of [{}, { by: 'team' }, { by: 'sex' }, { byWorker: true }] as const) {
      for (const { columns, rows } of metricOf(shared(cases(), { metrics: [workload], ...asked }), 'workload')
        .tables) {
        expect(columns.map(({ key }) => key)).not.toContain('children');
        expect(rows.flatMap((row) => Object.keys(row))).not.toContain('children');
      }
    }
  });

  test('in which rows are cases and children are not told apart, all counts are as of children', () => {
    const report = shared(cases(), { countCases: true, metrics: [workload, sexMix] });
    expect(cellsOf(report, 'workload', 'teams', 'cases').flat()).toEqual(['[c]', '[c]', 30]);
    expect(metricOf(report, 'sex-mix').unit).toBe('cases');
    expect(metricOf(shared(cases().slice(0, 1), { countCases: true }), 'workload').status).toBe('withheld');
  });

  test('that is not about work any more says in its teams no size that a part hides', () => {
    // North has fewer than 10 and is hidden as a part; with 5 or more it is no small number in the table of teams.
    const boys: Alike[] = [
      { times: 9, team: 'North' },
      { times: 12, team: 'East' },
      { times: 60, team: 'South' },
    ].map((one) => ({ ...one, worker_id: 'W1', sex: 'M' }));
    const report = shared([...boys, girls], {
      by: 'team',
      where: [{ column: 'sex', value: 'Male' }],
      metrics: [sexMix, workload],
    });
    const { cohort, rows } = tableOf(report, 'workload', 'teams');
    const hidden = (cohort.parts ?? []).filter(({ n }) => n === '[c]').map(({ by }) => by);
    const told = rows.filter(
      ({ by, team, cases }) => by === 'All' && hidden.includes(String(team)) && cases !== '[c]',
    );
    expect(hidden).toContain('North');
    expect(told).toEqual([]);
  });
});
