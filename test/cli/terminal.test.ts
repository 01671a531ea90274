/** What reaches a terminal: colours when they are wanted, lines that fit, no control sequence from the data. */
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { fixture, folderWith } from '../support/files.ts';
import { type RunOptions, runCli } from '../support/run-cli.ts';
import { FIXTURE_RUNS } from './fixtures.ts';

const CASES = fixture('tiny-service/caseload.csv');
const MESSY = fixture('messy-export/caseload.csv');
const ESCAPE = '\u001b';

describe('colours', () => {
  const terminal = { isTTY: true };
  it.each<[string, readonly string[], RunOptions, boolean]>([
    ['a terminal', [], terminal, true],
    ['a pipe', [], {}, false],
    ['a terminal with NO_COLOR', [], { ...terminal, env: { NO_COLOR: '1' } }, false],
    ['a terminal with an empty NO_COLOR, which is none', [], { ...terminal, env: { NO_COLOR: '' } }, true],
    ['a pipe with FORCE_COLOR', [], { env: { FORCE_COLOR: '1' } }, true],
    ['a terminal with FORCE_COLOR=0', [], { ...terminal, env: { FORCE_COLOR: '0' } }, false],
    ['a terminal with --no-color', ['--no-color'], terminal, false],
    ['a terminal with --color never', ['--color', 'never'], terminal, false],
    ['a pipe with --color always', ['--color', 'always'], {}, true],
    ['a pipe with --color auto', ['--color', 'auto'], {}, false],
    ['--color always against NO_COLOR', ['--color', 'always'], { env: { NO_COLOR: '1' } }, true],
    ['--no-color against FORCE_COLOR', ['--no-color'], { env: { FORCE_COLOR: '1' } }, false],
    ['a terminal that is dumb', [], { ...terminal, env: { TERM: 'dumb' } }, false],
  ])('for %s', async (_what, flags, options, isColoured) => {
    for (const command of ['report', 'validate']) {
      const { stdout } = await runCli([command, CASES, ...flags], options);
      expect([command, stdout.includes(ESCAPE)]).toEqual([command, isColoured]);
    }
  });

  it('are never in a format for files', async () => {
    for (const format of ['markdown', 'csv', 'json']) {
      const { stdout } = await runCli(['report', CASES, '--format', format, '--color', 'always'], {
        isTTY: true,
      });
      expect(stdout).not.toContain(ESCAPE);
    }
  });
});

async function longestLine(args: readonly string[], columns: number): Promise<string> {
  const { stdout } = await runCli(args, { columns, isTTY: true, env: { NO_COLOR: '1' } });
  return stdout.split('\n').reduce((one, other) => (stringWidth(other) > stringWidth(one) ? other : one));
}

describe.each([60, 80, 120, 200])('at %d columns no line is longer', (columns) => {
  const longest = (args: readonly string[]) => longestLine(args, columns);
  const fits = { asymmetricMatch: (line: unknown) => stringWidth(String(line)) <= columns };

  it.each(FIXTURE_RUNS)(
    'in the report on $fixture, all numbers shown or small ones withheld',
    async ({ args }) => {
      expect(await longest(['report', ...args, '--internal'])).toEqual(fits);
      expect(await longest(['report', ...args])).toEqual(fits);
    },
  );

  it.each([
    ['what is wrong with a messy export', ['validate', MESSY]],
    ['the dictionary', ['columns']],
    ['what headers were taken for', ['columns', fixture('messy-export/needs-choices.csv')]],
    ['the catalogue', ['metrics']],
  ])('in %s', async (_what, args) => {
    expect(await longest(args)).toEqual(fits);
  });
});

it('fits at every width from 60 to 110', async () => {
  const tooLong: string[] = [];
  for (let columns = 60; columns <= 110; columns++) {
    const line = await longestLine(['report', CASES, '--internal', '--only', 'workload,quality'], columns);
    if (stringWidth(line) > columns) tooLong.push(`${columns}: ${line}`);
  }
  expect(tooLong).toEqual([]);
});

it('takes 60 columns when a terminal is narrower, and COLUMNS when a pipe does not say', async () => {
  const narrow = await runCli(['report', CASES], { columns: 20 });
  expect(narrow.stdout).toBe((await runCli(['report', CASES], { columns: 60 })).stdout);
  const told = await runCli(['report', CASES], { env: { COLUMNS: '100' } });
  expect(told.stdout).toBe((await runCli(['report', CASES], { columns: 100 })).stdout);
});

// ESC starts a control sequence; U+009B does the same in one character; BEL ends one; U+202E turns the text about.
const EVIL = `${ESCAPE}[2J\u009b31m\u0007\u202eevil`;
const EVIL_ALONE = `${ESCAPE}\n\u202e`;
const CONTROL = /(?![\n\r])[\p{Cc}\p{Cf}]/u;

describe('a control character never reaches the terminal raw', () => {
  const cases = [
    `case_id,child_id,worker_id,team,ethnicity,disposal,start_date,Odd${EVIL}`,
    `K1,Y1,"${EVIL}\nW1","T${EVIL}","E${EVIL}",Referral order,2026-05-11,${EVIL}`,
    `,Y2,W2,"T${EVIL}",Indian,"D${EVIL}",2026-05-12,x`,
    '',
  ].join('\n');

  it.each([
    ['report', ['report', '--internal', '--by', 'team']],
    ['report with small numbers withheld', ['report', '--by', 'team', '--by-worker']],
    ['report in markdown', ['report', '--internal', '--format', 'markdown']],
    ['report of labels as recorded', ['report', '--internal', '--ethnicity-list', 'as-recorded']],
    ['report on some rows', ['report', '--internal', '--where', `team=T${EVIL}`]],
    ['validate', ['validate']],
    ['columns', ['columns']],
  ])('from cells and headers, in %s', async (_what, [command, ...flags]) => {
    const { code, stdout, stderr } = await runCli([command, '-', ...flags], { stdin: cases });
    expect([code < 2, stderr]).toEqual([true, '']);
    expect(stdout).not.toMatch(CONTROL);
  });

  it('in a CSV that is shown on a screen, though a file or a program gets it as it is', async () => {
    const args = ['report', '-', '--internal', '--format', 'csv'];
    const shown = await runCli(args, { stdin: cases, isTTY: true });
    expect(shown.stdout).not.toMatch(CONTROL);
    expect((await runCli(args, { stdin: cases })).stdout).toContain(`T${EVIL}`);
  });

  it.each([
    ['report', ['report', '--internal']],
    ['report with small numbers withheld', ['report']],
    ['validate', ['validate']],
  ])(
    'from cells and headers, in the JSON of %s, where ESC is an escape',
    async (_what, [command, ...flags]) => {
      const { stdout } = await runCli([command, '-', ...flags, '--format', 'json'], { stdin: cases });
      expect(stdout).toContain('evil');
      for (const raw of [ESCAPE, '\u0007']) expect(stdout).not.toContain(raw);
    },
  );

  it.each(['report', 'validate', 'columns'])('from the name of a file, in %s', async (command) => {
    const folder = folderWith({ [`${EVIL}\n.csv`]: cases });
    const { stdout } = await runCli([command, `${folder}/${EVIL}\n.csv`]);
    expect(stdout).toContain('evil');
    expect(stdout).not.toMatch(CONTROL);
    expect(stdout).not.toMatch(/evil\n\.csv/);
  });

  it.each([
    ['a file that is missing', ['report', `${EVIL}\n.csv`]],
    ['a folder that does not exist', ['report', CASES, '-o', `${EVIL}\n/report.md`]],
    ['a column', ['report', CASES, '--by', `${EVIL}\n`]],
    ['a format', ['report', CASES, '--format', `${EVIL}\n`]],
    ['a value', ['report', CASES, '--where', `sex=${EVIL}\n`]],
    ['a date', ['report', CASES, '--as-at', `${EVIL}\n`]],
    ['a metric', ['report', CASES, '--only', `${EVIL}\n`]],
    ['a command', [`${EVIL}\n`]],
    ['a flag', ['report', `--${EVIL}\n`]],
  ])('from the message about %s', async (_what, args) => {
    const { code, stderr } = await runCli(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).not.toMatch(CONTROL);
  });

  it.each([
    [
      'a header that identifies people',
      `case_id,child_id,"Sur${EVIL_ALONE}name",start_date\nK1,Y1,A,2026-05-11\n`,
    ],
    ['a column of e-mails', `case_id,child_id,"X${EVIL}\n"\n${'K1,Y1,a@example.org\n'.repeat(6)}`],
    ['two headers', `case_id,child_id,"Te${EVIL_ALONE}am",team\nK1,Y1,A,B\n`],
    ['a header near to one of ours', `case_id,"chyld${EVIL_ALONE}id"\nK1,Y1\n`],
  ])('from the message about %s', async (_what, content) => {
    const { code, stderr } = await runCli(['report', '-'], { stdin: content });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).not.toMatch(CONTROL);
  });
});
