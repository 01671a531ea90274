/** Targets of the config that the files cannot answer. */
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/files.ts';
import { runCli } from '../support/run-cli.ts';

const TARGET =
  'targets:\n  - {name: Our panel, from: sentence_date, to: panel_date, within: 20, source: ours}\n';
const OF_FINES = TARGET.replace('source: ours', 'source: ours, disposals: [Fine]');
const HEADER = 'case_id,child_id,start_date,sentence_date,panel_date';
const ROW = 'C1,Y1,2026-10-01,2026-09-01,2026-09-10';

async function run(command: readonly string[], csv: string, config = TARGET) {
  const folder = folderWith({ 'cases.csv': csv, 'own.yaml': config });
  return runCli([...command, `${folder}/cases.csv`, '--internal', '--config', `${folder}/own.yaml`]);
}

describe.each([[['report']], [['late']], [['court-timeliness']]])('%s', (command) => {
  it.each([
    [
      'a column that no file has',
      'case_id,child_id,start_date,sentence_date\nC1,Y1,2026-10-01,2026-09-01\n',
      TARGET,
      /target "Our panel" needs panel_date, which no file has; add it to the export/,
    ],
    [
      'disposals, where the files have none',
      `${HEADER}\n${ROW}\n`,
      OF_FINES,
      /target "Our panel" needs disposal, which no file has/,
    ],
    [
      'a column in which nothing is a date',
      `${HEADER}\nC1,Y1,2026-10-01,2026-09-01,next week\nC2,Y2,2026-10-01,2026-09-01,\n`,
      TARGET,
      /target "Our panel" needs panel_date, in which no cell is a date that can be read; write dates as/,
    ],
  ])('refuses a target that needs %s', async (_what, csv, config, message) => {
    const { code, stdout, stderr } = await run(command, csv, config);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('next week');
  });

  it.each([
    ['one date among what is none', `${HEADER}\n${ROW}\nC2,Y2,2026-10-01,2026-09-01,next week\n`],
    ['no panel so far', `${HEADER}\nC1,Y1,2026-10-01,2026-09-01,\n`],
    ['a stand-in for no date', `${HEADER}\nC1,Y1,2026-10-01,2026-09-01,1900-01-01\n`],
  ])('takes %s', async (_what, csv) => {
    expect((await run(command, csv)).code).toBe(0);
  });
});

it('a report without figures of targets needs nothing of them; examples are left out with a note', async () => {
  const bare = 'case_id,child_id,start_date,sex\nC1,Y1,2026-10-01,F\n';
  expect((await run(['report', '--only', 'sex-mix'], bare)).code).toBe(0);
  expect((await run(['report'], bare, 'framework: 2018-2024\n')).code).toBe(0);
});
