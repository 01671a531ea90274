/** Whole outputs, read by a person and kept: every fixture in every format, and what may be shared of some. */
import { describe, expect, it } from 'vitest';
import { csvFilesOf, fixture } from '../support/files.ts';
import { runCli } from '../support/run-cli.ts';
import { FIXTURE_RUNS, type FixtureRun, runOf } from './fixtures.ts';

const FORMATS = [
  ['terminal', 'txt'],
  ['markdown', 'md'],
  ['csv', 'csv'],
  ['json', 'golden.json'],
] as const;

/** The report as it is run on a fixture, in one format. */
async function reportOn({ args, exitCode }: FixtureRun, flags: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(['report', ...args, ...flags], { columns: 80 });
  expect([code, stderr]).toEqual([exitCode, '']);
  return stdout;
}

/** The figures that every service is asked for; the others are kept of one fixture. */
const CORE = 'ethnicity-mix,age-bands,sex-mix,disposal-mix,workload,court-quality';

describe.each(FIXTURE_RUNS)('the internal report on $fixture', (run) => {
  it.each(FORMATS)('in %s', async (format, ending) => {
    const report = await reportOn(run, ['--only', CORE, '--internal', '--format', format]);
    await expect(report).toMatchFileSnapshot(`__golden__/${run.fixture}/report.${ending}`);
  });
});

describe('all there is to say of a service like Birmingham', () => {
  const beside = ['--baseline', 'birmingham', '--combined', '--four-fifths'];

  it.each(FORMATS.filter(([format]) => format === 'terminal' || format === 'markdown'))(
    'internal, in %s',
    async (format, ending) => {
      const report = await reportOn(runOf('birmingham-like'), [...beside, '--internal', '--format', format]);
      await expect(report).toMatchFileSnapshot(`__golden__/birmingham-like/all.${ending}`);
    },
  );

  it('as it may be shared', async () => {
    const report = await reportOn(runOf('birmingham-like'), beside);
    await expect(report).toMatchFileSnapshot('__golden__/birmingham-like/all-shareable.txt');
  });
});

describe.each(['birmingham-like', 'tiny-service', 'messy-export', 'partner-city'])(
  'what may be shared of %s',
  (name) => {
    it.each(FORMATS)('in %s', async (format, ending) => {
      const report = await reportOn(runOf(name), ['--only', CORE, '--format', format]);
      await expect(report).toMatchFileSnapshot(`__golden__/${name}/shareable.${ending}`);
    });
  },
);

describe('what may be shared of a service like Birmingham', () => {
  it.each([
    ['for each sex', 'by-sex', ['--by', 'sex']],
    ['for each team', 'by-team', ['--by', 'team']],
    ['with counts rounded to 5', 'round-5', ['--round', '5']],
  ])('%s', async (_what, name, flags) => {
    const report = await reportOn(runOf('birmingham-like'), ['--only', CORE, ...flags]);
    await expect(report).toMatchFileSnapshot(`__golden__/birmingham-like/shareable-${name}.txt`);
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
