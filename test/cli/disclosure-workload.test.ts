/** Workload in a shareable report: about work and not about children, and no worker is named unasked. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { fixture, readFixture } from '../support/files.ts';
import { cellsOf, metricOf, tableOf } from '../support/reports.ts';
import { runFormats, runJson } from '../support/run-cli.ts';

const BIRMINGHAM = fixture('birmingham-like/caseload.csv');
const TINY = fixture('tiny-service/caseload.csv');

describe('workload', () => {
  const tablesOf = async (...args: string[]) =>
    metricOf(await runJson<Report>(args), 'workload').tables.map(({ name, columns }) => ({
      name,
      keys: columns.map(({ key }) => key),
    }));

  it.each(['report', 'workload'])('names no worker in %s', async (command) => {
    expect((await tablesOf(command, BIRMINGHAM)).map(({ name }) => name)).toEqual([
      'teams',
      'distribution',
      'summary',
    ]);
    const codes = new Set(readFixture('birmingham-like/caseload.csv').match(/\bW\d{3}\b/g));
    expect(codes.size).toBe(40);
    for (const page of Object.values(await runFormats([command, BIRMINGHAM, '--by', 'team'])))
      expect([...codes].filter((code) => page.includes(code))).toEqual([]);
  });

  it('names them with --by-worker and with --internal', async () => {
    for (const flag of ['--by-worker', '--internal'])
      expect((await tablesOf('workload', BIRMINGHAM, flag)).map(({ name }) => name)).toEqual([
        'workers',
        'teams',
        'distribution',
        'summary',
      ]);
    const report = await runJson<Report>(['workload', TINY, '--by', 'worker_id', '--by-worker']);
    expect(tableOf(report, 'workload', 'teams').rows.map(({ by, cases }) => [by, cases])).toContainEqual([
      'W1',
      4,
    ]);
  });

  it('counts children only in an internal report', async () => {
    const hasChildren = (tables: Awaited<ReturnType<typeof tablesOf>>) =>
      tables.filter(({ keys }) => keys.includes('children')).map(({ name }) => name);
    expect(hasChildren(await tablesOf('workload', BIRMINGHAM, '--internal'))).toEqual(['workers', 'teams']);
    for (const flags of [[], ['--by-worker'], ['--by', 'team'], ['--round', '5']])
      expect([flags, hasChildren(await tablesOf('workload', BIRMINGHAM, ...flags))]).toEqual([flags, []]);
  });

  // Eleven cases in all, eight rows of them in North: work, as long as nothing but team and worker chooses.
  it('shows small numbers of cases until a filter speaks of children', async () => {
    const spread = async (...args: string[]) => {
      const report = await runJson<Report>(['workload', ...args]);
      return new Set(cellsOf(report, 'workload', 'summary', 'value').flat());
    };
    expect(await spread(TINY, '--where', 'team=North')).not.toContain('[c]');
    expect(await spread(BIRMINGHAM, '--where', 'sex=Male')).toEqual(new Set(['[c]']));
  });
});
