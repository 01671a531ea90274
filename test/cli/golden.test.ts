/** Whole outputs, read by a person and kept: every fixture in every format. */
import { describe, expect, it } from 'vitest';
import { csvFilesOf, fixture } from '../support/files.ts';
import { runCli } from '../support/run-cli.ts';
import { FIXTURE_RUNS } from './fixtures.ts';

const FORMATS = [
  ['terminal', 'txt'],
  ['markdown', 'md'],
  ['csv', 'csv'],
  ['json', 'golden.json'],
];

describe.each(FIXTURE_RUNS)('the report on $fixture', (run) => {
  it.each(FORMATS)('in %s', async (format, ending) => {
    const { code, stdout, stderr } = await runCli(['report', ...run.args, '--format', format], {
      columns: 80,
    });
    expect([code, stderr]).toEqual([run.exitCode, '']);
    await expect(stdout).toMatchFileSnapshot(`__golden__/${run.fixture}/report.${ending}`);
  });
});

describe('what is wrong with messy-export', () => {
  it.each(FORMATS.filter(([format]) => format === 'terminal' || format === 'json'))(
    'in %s',
    async (format, ending) => {
      const file = fixture('messy-export/caseload.csv');
      const { stdout } = await runCli(['validate', file, '--format', format], { columns: 80 });
      await expect(stdout).toMatchFileSnapshot(`__golden__/messy-export/validate.${ending}`);
    },
  );
});

describe('the refusals of identifiers', () => {
  it('name columns and kinds, one line each', async () => {
    const refusals: string[] = [];
    for (const name of csvFilesOf('identifiers')) {
      const { stderr } = await runCli(['report', fixture(`identifiers/${name}`)]);
      refusals.push(stderr || `${name}: read\n`);
    }
    await expect(refusals.join('')).toMatchFileSnapshot('__golden__/identifiers/refusals.txt');
  });
});
