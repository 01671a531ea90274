/** 0 all well, 1 found something, 2 could not do its work, 70 a bug of ours; --fail-on decides what counts as found. */
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli.ts';
import { fixture } from '../support/files.ts';
import { runCli } from '../support/run-cli.ts';

const CLEAN = fixture('tiny-service/caseload.csv');
const REJECTING = fixture('messy-export/caseload.csv');
/** Header information only, and with the audit of a day after the as-at date a warning. */
const WARNING = 'case_id,child_id,start_date,audit_date\nK1,Y1,2026-05-11,2026-06-01\n';

describe.each(['report', 'validate'])('the exit code of %s', (command) => {
  it.each([
    ['clean data', CLEAN, [], 0],
    ['clean data, however strict', CLEAN, ['--fail-on', 'warning'], 0],
    ['rejected rows', REJECTING, [], 1],
    ['rejected rows that nobody minds', REJECTING, ['--fail-on', 'never'], 0],
    ['warnings', '-', [], 0],
    ['warnings that somebody minds', '-', ['--fail-on', 'warning'], 1],
    ['a missing file', 'none.csv', [], 2],
  ])('for %s', async (_what, file, flags, code) => {
    const run = await runCli([command, file, ...flags], { stdin: WARNING });
    expect(run.code).toBe(code);
  });
});

it('is 0 for help and version, and for the commands that only tell', async () => {
  for (const args of [['--help'], ['--version'], ['help', 'report'], ['columns'], ['metrics']]) {
    expect([args, (await runCli(args)).code]).toEqual([args, 0]);
  }
});

it('is not 1 for a metric whose columns the file lacks', async () => {
  const { code, stdout } = await runCli(['report', '-'], {
    stdin: 'case_id,child_id,start_date\nK1,Y1,2026-05-11\n',
  });
  expect(code).toBe(0);
  expect(stdout).toContain('no column for ethnicity');
});

it('is 70 with a stack for a fault of ours', async () => {
  let stderr = '';
  const broken = (): never => {
    throw new TypeError('not a writer');
  };
  const code = await main(['report', CLEAN], {
    stdin: (async function* () {})(),
    stdout: { write: broken },
    stderr: { write: (text) => (stderr += String(text)) },
    env: {},
  });
  expect(code).toBe(70);
  expect(stderr).toMatch(/fault of the tool.*\n.*TypeError: not a writer\n\s+at /);
});
