/** What is said on stderr beside a report that is there all the same. */
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/files.ts';
import { runCli } from '../support/run-cli.ts';

async function run(args: readonly string[], csv: string, config: string) {
  const folder = folderWith({ 'cases.csv': csv, 'own.yaml': config });
  return runCli([...args, '--config', `${folder}/own.yaml`, `${folder}/cases.csv`, '--internal']);
}

describe.each([[['report']], [['late']]])('%s', (command) => {
  const csv =
    'Ref,child_id,start_date,sentence_date,panel_date\nC1,Y1,2026-10-01,2026-09-01,\nC2,Y2,2026-10-02,,\n';
  const targets =
    'targets:\n  - {name: Our panel, from: sentence_date, to: panel_date, within: 20, days: calendar, source: ours}\n';

  it('names each header that the config maps and no file has, and goes on', async () => {
    const config = `columns: {ref: case_id, Nope: team, "Old team": team}\n${targets}`;
    const { code, stdout, stderr } = await run(command, csv, config);
    expect([code, stdout === '']).toEqual([0, false]);
    expect(stderr.trimEnd().split('\n')).toEqual([
      'yos-caseload: own.yaml maps "Nope", which no file has',
      'yos-caseload: own.yaml maps "Old team", which no file has',
    ]);
  });

  it('says nothing where every header is there', async () => {
    expect((await run(command, csv, `columns: {Ref: case_id}\n${targets}`)).stderr).toBe('');
  });
});

describe('a warning among the notes', () => {
  // The list of bank holidays ends long before 2095.
  const csv =
    'case_id,child_id,start_date,sentence_date,panel_date\nC1,Y1,2094-10-01,2094-09-01,\nC2,Y2,2095-01-01,,\n';
  const targets =
    'targets:\n  - {name: Our panel, from: sentence_date, to: panel_date, within: 20, source: ours}\n';

  it.each([[['court-timeliness']], [['late']]])(
    '%s: stands on stderr too, once and in one line',
    async (command) => {
      const { code, stdout, stderr } = await run(command, csv, targets);
      expect(code).toBe(0);
      expect(stdout.replace(/\s+/g, ' ')).toContain('Warning: some days of Our panel lie outside');
      expect(stderr).toMatch(
        /^yos-caseload: Warning: some days of Our panel lie outside the list of bank holidays [^\n]*\n$/,
      );
    },
  );

  it('is none of a report that does not show its metric', async () => {
    expect((await run(['ethnicity-mix'], csv, targets)).stderr).toBe('');
  });
});
