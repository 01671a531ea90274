/** What may be asked of a shareable report, and what not: one line, exit code 2, nothing written. */
import { describe, expect, it } from 'vitest';
import { fixture, folderWith, namesIn } from '../support/files.ts';
import { runCli } from '../support/run-cli.ts';

const CASES = fixture('tiny-service/caseload.csv');

describe.each(['report', 'workload'])('%s refuses', (command) => {
  it.each([
    ['--threshold 0', /--threshold 0: .*whole number from 1 to 100/],
    ['--threshold 101', /--threshold 101: .*whole number from 1 to 100/],
    ['--threshold 2.5', /--threshold 2\.5: .*whole number from 1 to 100/],
    ['--threshold abc', /--threshold abc: .*whole number from 1 to 100/],
    ['--threshold -3', /--threshold -3: .*whole number from 1 to 100/],
    ['--threshold 1e1', /--threshold 1e1: .*whole number from 1 to 100/],
    ['--round 7', /--round 7: .*5 or to 10/],
    ['--round 0', /--round 0: .*5 or to 10/],
    ['--round 5 --threshold 5', /--round and --threshold .*either rounded or withheld/],
    ['--round 10 --zeros hide', /--round and --zeros/],
    ['--zeros never', /--zeros.*never.*show, hide/],
    ['--internal --threshold 10', /--internal shows all numbers; without it, --threshold/],
    ['--internal --zeros hide', /--internal shows all numbers; without it, .*--zeros/],
    ['--internal --round 5', /--internal and --round do not fit/],
    ['--disclosure-log log.json', /--disclosure-log .* needs --internal/],
    ['--by worker_id', /--by worker_id names members of staff; add --by-worker .*--internal/],
  ])('%s', async (flags, says) => {
    const folder = folderWith();
    const at = flags.split(' ').map((flag) => (flag === 'log.json' ? `${folder}/log.json` : flag));
    const args = [command, CASES, ...at, '-o', `${folder}/report.csv`];
    const { code, stdout, stderr } = await runCli(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^yos-caseload: [^\n]+\n$/);
    expect(stderr).toMatch(says);
    expect(namesIn(folder)).toEqual([]);
  });

  it('--disclosure-log where it cannot be written, before anything is', async () => {
    const folder = folderWith({ 'there.json': 'older' });
    const run = (log: string) =>
      runCli([command, CASES, '--internal', '-o', `${folder}/report.json`, '--disclosure-log', log]);
    expect((await run(`${folder}/there.json`)).stderr).toMatch(/there\.json: is there already.*--force/);
    expect((await run(`${folder}/report.json`)).stderr).toMatch(/two outputs/);
    expect((await run(`${folder}/none/log.json`)).stderr).toMatch(/does not exist; make it/);
    expect((await run(CASES)).stderr).toMatch(/one of the files to read/);
    expect(namesIn(folder)).toEqual(['there.json']);
  });

  // Two kinds of data on one stream can be read by nobody.
  it('--disclosure-log on stdout when the report goes there too', async () => {
    const { code, stdout } = await runCli([command, CASES, '--internal', '--disclosure-log', '-']);
    expect([code, stdout]).toEqual([2, '']);
  });
});

describe('validate and columns', () => {
  it.each(['validate', 'columns'])('%s takes no flag of these: it is internal as it is', async (command) => {
    for (const flag of ['--internal', '--by-worker'])
      expect((await runCli([command, CASES, flag])).stderr).toMatch(new RegExp(`unknown option '${flag}'`));
  });
});

describe('flags that fit one another', () => {
  it.each([
    ['--internal --by-worker'],
    ['--internal --by worker_id'],
    ['--by-worker --by worker_id'],
    ['--round 10 --by-worker'],
    ['--threshold 10 --zeros hide'],
  ])('%s', async (flags) => {
    const { code, stderr } = await runCli(['report', CASES, ...flags.split(' ')]);
    expect([code, stderr]).toEqual([0, '']);
  });
});
