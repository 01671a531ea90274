/** --ethnicity-list: only the place of Chinese depends on the list, and as-recorded keeps the file's own labels. */
import { describe, expect, it } from 'vitest';
import { filledRows, metricOf } from '../support/reports.ts';
import { runCli, runInternal } from '../support/run-cli.ts';

const FILE = [
  'case_id,child_id,ethnicity,start_date',
  'K1,Y1,Chinese,2026-05-11',
  'K2,Y2,O1,2026-05-12',
  'K3,Y3,A1,2026-05-13',
  'K4,Y4,Black,2026-05-14',
  'K5,Y5,Refused,2026-05-15',
  'K6,Y6,chinese,2026-05-16',
  'K7,Y7,,2026-05-17',
].join('\n');

const mix = (...flags: string[]) => runInternal(['ethnicity', '-', ...flags], { stdin: FILE });

// O1 is Chinese in the old 16+1 list; A1 is Indian.
describe.each([
  ['2021', 'Asian'],
  ['2011', 'Asian'],
  ['2001', 'Other'],
])('the list of %s', (list, group) => {
  it(`counts Chinese as ${group}, and prints that it does`, async () => {
    const report = await mix('--ethnicity-list', list);
    expect(filledRows(report, 'ethnicity-mix', 'categories', 'category', 'group', 'children')).toContainEqual(
      ['Chinese', group, 3],
    );
    expect(metricOf(report, 'ethnicity-mix').notes.join(' ')).toMatch(
      new RegExp(`${list}.*Chinese.*${group}`),
    );
    expect(report.provenance.options).toEqual({ '--ethnicity-list': list });
  });
});

it('is that of 2021 by default, which is printed', async () => {
  const { metrics } = await mix();
  expect(metrics).toEqual((await mix('--ethnicity-list', '2021')).metrics);
  expect((await runCli(['ethnicity', '-', '--internal'], { stdin: FILE })).stdout).toContain('2021');
});

it('calls a label that names a group only by the group', async () => {
  const report = await mix();
  expect(filledRows(report, 'ethnicity-mix', 'categories', 'category', 'group', 'children')).toContainEqual([
    'Black, not further specified',
    'Black',
    1,
  ]);
});

describe('as-recorded', () => {
  it('has the labels as first written, no groups, and says why', async () => {
    const report = await mix('--ethnicity-list', 'as-recorded');
    const { tables, notes } = metricOf(report, 'ethnicity-mix');
    expect(tables.map(({ name }) => name)).toEqual(['categories']);
    expect(filledRows(report, 'ethnicity-mix', 'categories', 'category', 'group', 'children')).toEqual([
      ['A1', '[z]', 1],
      ['Black', '[z]', 1],
      ['Chinese', '[z]', 2],
      ['O1', '[z]', 1],
      ['Not known', '[z]', 2],
    ]);
    expect(notes.join(' ')).toMatch(/no table of groups/);
    expect(report.problems).toEqual([]);
  });
});
