/** What the words beside the figures say, where a reader would be misled if they were wrong. */
import { describe, expect, it } from 'vitest';
import { fixture } from '../support/files.ts';
import { tableOf } from '../support/reports.ts';
import { runCli, runInternal } from '../support/run-cli.ts';

const CASES = fixture('tiny-service/caseload.csv');

// Three workers hold ten of eleven open cases; five court cases were audited or could have been.
describe('who a table is about', () => {
  it('is three workers or eleven cases, never eleven workers', async () => {
    const { unit, cohort } = tableOf(await runInternal(['report', CASES]), 'workload', 'summary');
    expect([unit, cohort.n]).toEqual([unit, unit === 'workers' ? 3 : 11]);
  });

  it.each(['terminal', 'markdown'])('is said in its own unit in %s', async (format) => {
    const { stdout } = await runCli(['report', CASES, '--internal', '--format', format]);
    expect(stdout).not.toContain('11 workers');
    expect(stdout).not.toContain('5 judgements');
  });

  it('is what its shares are of', async () => {
    const { stdout } = await runCli(['ethnicity', CASES, '--internal']);
    expect(stdout).toMatch(/9 children.*1 closed.*1 residence\s+Other.*shares are\s+of the 8/s);
  });
});

it('court quality is always called an indicative self-audit, not an inspection rating', async () => {
  for (const format of ['terminal', 'markdown', 'json']) {
    const { stdout } = await runCli(['quality', CASES, '--format', format]);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('indicative self-audit, not an inspection rating');
  }
});

it('the options that change figures are said in the report', async () => {
  const { stdout } = await runCli([
    'report',
    CASES,
    '--where',
    'team=North',
    '--by',
    'sex',
    '--ethnicity-list',
    '2001',
  ]);
  for (const option of ['--where team=North', '--by sex', '--ethnicity-list 2001'])
    expect(stdout).toContain(option);
});

it('the reading of a file that is not as most are is said', async () => {
  const { stdout } = await runCli(['report', fixture('encodings-and-delimiters/utf-16le-tabs-crlf.csv')]);
  expect(stdout).toContain('utf-16le with tabs');
});

it('the rows are said to add up, with the command that shows why some were not used', async () => {
  const { stdout } = await runCli(['report', fixture('messy-export/caseload.csv')]);
  expect(stdout).toContain('29 rows = 24 used + 1 duplicate + 4 rejected');
  expect(stdout).toContain('yos-caseload validate caseload.csv');
});
