/** --count-cases: each row is a case, children are not told apart, and nothing says children. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { fixture } from '../support/files.ts';
import { cellsOf, metricOf, tableOf } from '../support/reports.ts';
import { runCli, runInternal, runJson } from '../support/run-cli.ts';

const CITY = [
  fixture('partner-city/arrests.csv'),
  '--map',
  fixture('partner-city/map.csv'),
  '--ethnicity-list',
  'as-recorded',
];

/** Every key and every text of tables, notes and units: what a program or a reader takes a count to be of. */
function words({ provenance, metrics }: Report): string[] {
  return [
    provenance.unit,
    ...metrics.flatMap(({ unit, notes, tables }) => [
      unit,
      ...notes,
      ...tables.flatMap((table) => [
        table.unit,
        table.title,
        ...table.columns.map((column) => Object.values(column).join(' ')),
        ...table.rows.flatMap((row) => Object.keys(row)),
      ]),
    ]),
  ];
}

describe('a file without identifiers', () => {
  it('is refused without the flag, which is named', async () => {
    const { code, stderr } = await runCli(['report', ...CITY]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/case_id and child_id.*--count-cases/)]);
  });

  // Thirty rows, three of them UNKNOWN, two the same in every cell: two arrests are two arrests.
  it('counts rows, twins included', async () => {
    const city = await runInternal(['report', ...CITY, '--count-cases']);
    expect(city.provenance).toMatchObject({ unit: 'cases', inputs: [{ read: 30, used: 30, duplicates: 0 }] });
    expect(tableOf(city, 'ethnicity-mix', 'categories').cohort).toMatchObject({ n: 30, known: 27 });
    expect(cellsOf(city, 'ethnicity-mix', 'categories', 'category', 'group', 'cases', 'share')).toEqual([
      ['GREEN HILL', '[z]', 9, 9 / 27],
      ['HARBOR', '[z]', 5, 5 / 27],
      ['OLD TOWN', '[z]', 4, 4 / 27],
      ['RIVERSIDE', '[z]', 9, 9 / 27],
      ['Not known', '[z]', 3, '[z]'],
    ]);
  });

  it('says cases wherever something is counted', async () => {
    for (const flags of [['--internal'], [], ['--round', '5']]) {
      const city = await runJson<Report>(['report', ...CITY, '--count-cases', '--by', 'team', ...flags]);
      expect(words(city).filter((word) => /child/i.test(word))).toEqual([]);
    }
  });
});

describe('a file with identifiers', () => {
  const CASES = [fixture('tiny-service/caseload.csv'), '--count-cases'];

  // Ten open cases at home, of nine children.
  it('ignores them: a child with two cases counts twice', async () => {
    const report = await runInternal(['report', ...CASES]);
    expect(cellsOf(report, 'sex-mix', 'sexes', 'sex', 'cases')).toEqual([
      ['Female', 2],
      ['Male', 8],
      ['Other', 0],
      ['Not known', 0],
    ]);
    expect(words(report).filter((word) => /child(?!_safety)/i.test(word))).toEqual([]);
  });

  it('has no children column in workload', async () => {
    const report = await runInternal(['workload', ...CASES]);
    const keys = metricOf(report, 'workload').tables.map((table) => table.columns.map(({ key }) => key));
    expect(keys[0]).toEqual([
      'worker',
      'team',
      'fte',
      'cases',
      'points',
      'cases_per_fte',
      'points_per_fte',
      'status',
    ]);
    expect(keys[1]).toEqual(['team', 'workers', 'fte', 'cases', 'cases_per_fte']);
    expect(cellsOf(report, 'workload', 'workers', 'worker', 'cases')[0]).toEqual(['W1', 4]);
  });

  it('knows no duplicates, no missing and no repeated identifiers', async () => {
    const file =
      'case_id,child_id,sex,start_date\nK1,Y1,Male,2026-05-11\nK1,Y1,Male,2026-05-11\nK1,,Female,2026-05-12\n';
    const { code, stdout } = await runCli(['report', '-', '--count-cases', '--format', 'json'], {
      stdin: file,
    });
    const report: Report = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(report.provenance.inputs).toMatchObject([{ read: 3, used: 3, duplicates: 0, rejected: 0 }]);
    expect(report.problems).toEqual([]);
  });

  it.each(['terminal', 'markdown', 'csv'])('says cases in %s', async (format) => {
    // On a screen so wide that no name is cut or goes on in the next line.
    const wide = { columns: 300 };
    const { stdout } = await runCli(['report', ...CASES, '--internal', '--format', format], wide);
    const counted = stdout
      .replaceAll(/Who are the children on the caseload\?|How old are the children\?/g, '')
      .replaceAll(/safety of the child|child_safety/g, '');
    expect(counted).not.toMatch(/child/i);
  });
});
