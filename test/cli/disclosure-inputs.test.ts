/** What a shareable report says of the rows it was made of: problems by rule alone, few rows under a filter not at all. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Report, ReportedProblem } from '../../src/report/report.ts';
import { fixture, folderWith } from '../support/files.ts';
import { runCli, runFormats, runInternal, runJson } from '../support/run-cli.ts';
import { service } from './fixtures.ts';

const TINY = fixture('tiny-service/caseload.csv');
const MESSY = fixture('messy-export/caseload.csv');
const shareable = (file: string, ...flags: string[]) => runJson<Report>(['report', file, ...flags]);

describe('the problems of a report', async () => {
  const internal = await runInternal(['report', MESSY]);
  const { problems } = await shareable(MESSY);
  const totals = (all: readonly ReportedProblem[]) => {
    const counts = new Map<string, number>();
    for (const { rule, count } of all) counts.set(rule, (counts.get(rule) ?? 0) + Number(count));
    return Object.fromEntries(counts);
  };

  it('are given by rule, severity and count, without file, line, column and label', () => {
    expect(new Set(problems.flatMap((problem) => Object.keys(problem)))).toEqual(
      new Set(['rule', 'severity', 'message', 'count']),
    );
    expect(new Set(problems.map(({ rule }) => rule)).size).toBe(problems.length);
    expect(totals(problems)).toEqual(totals(internal.problems));
  });

  it('show no label of the files in any format, beside a CSV neither', async () => {
    const labels = internal.problems.flatMap(({ label }) => label ?? []);
    expect(labels).toContain('Supervision order');
    const folder = folderWith();
    await runCli(['report', MESSY, '-o', `${folder}/report.csv`]);
    const beside = readFileSync(`${folder}/report.csv.provenance.json`, 'utf8');
    const pages = Object.values(await runFormats(['report', MESSY]));
    for (const page of [...pages, beside]) expect(labels.filter((label) => page.includes(label))).toEqual([]);
  });

  it('are left to validate, which gives lines and labels', async () => {
    const validated = await runJson<Report>(['validate', MESSY]);
    expect(validated.problems).toEqual(internal.problems);
  });
});

describe('with --where on what is known of children', () => {
  const rows = async (stdin: string, where: string, ...flags: string[]) => {
    const { provenance } = await runJson<Report>(['report', '-', '--where', where, ...flags], { stdin });
    return provenance.inputs.map(({ used, outOfScope }) => [used, outOfScope]);
  };

  it.each([
    ['few rows in it', service(9, 30), 'sex=Female', ['[c]', '[c]']],
    ['few rows out of it', service(30, 9), 'sex=Female', ['[c]', '[c]']],
    ['no row in it', service(30, 10), 'sex=Other', ['[c]', '[c]']],
    ['enough in and out of it', service(10, 10), 'sex=Female', [10, 10]],
    ['few rows of a team', service(2, 30), 'team=North', [2, 30]],
  ])('%s: used and out of scope', async (_what, stdin, where, counts) => {
    expect(await rows(stdin, where)).toEqual([counts]);
  });

  it('what is few is twice the threshold, whatever it is', async () => {
    expect(await rows(service(6, 30), 'sex=Female', '--threshold', '3')).toEqual([[6, 30]]);
    expect(await rows(service(10, 30), 'sex=Female', '--threshold', '6')).toEqual([['[c]', '[c]']]);
  });

  // 33 rows are read; were 30 cases of boys told beside them, 3 of girls would be left.
  it('few rows out of it cannot be worked out from the cases in it', async () => {
    const stdin = service(3, 30);
    const { provenance, metrics } = await runJson<Report>(['report', '-', '--where', 'sex=Male'], { stdin });
    const [{ read, duplicates, rejected, outOfScope }] = provenance.inputs;
    expect(outOfScope).toBe('[c]');
    const ofCases = metrics.flatMap(({ tables }) => tables).filter(({ unit }) => unit === 'cases');
    const counted = ofCases.map(({ cohort: { n, leftOut } }) =>
      leftOut.reduce((sum, reason) => sum + Number(reason.n), Number(n)),
    );
    expect(counted.map((cases) => read - duplicates - rejected - cases)).not.toContain(3);
  });

  // Two of the thirteen rows of the tiny service are of girls.
  it('few rows are withheld in words too, and with them the counts of the problems', async () => {
    const { terminal, markdown } = await runFormats(['report', TINY, '--where', 'sex=Female']);
    for (const page of [terminal, markdown])
      expect(page.replaceAll(/\s+/g, ' ')).toContain(
        '13 rows = [c] used + [c] out of scope + 0 duplicates + 0 rejected',
      );
    const { problems } = await shareable(MESSY, '--where', 'sex=Female');
    expect(problems.length).toBeGreaterThan(0);
    expect(new Set(problems.map(({ count }) => count))).toEqual(new Set(['[c]']));
  });
});
