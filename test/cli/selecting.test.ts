/** --where, --by, --from, --to, --as-at, --only: what they choose, and what they refuse. Figures counted on paper. */
import { describe, expect, it } from 'vitest';
import type { InternalReport } from '../../src/report/report.ts';
import { fixture } from '../support/files.ts';
import { cellsOf, filledRows, metricOf, tableOf } from '../support/reports.ts';
import { runCli, runInternal, runJson } from '../support/run-cli.ts';

const CASES = fixture('tiny-service/caseload.csv');
const report = (...flags: string[]) => runInternal(['report', CASES, ...flags]);
const usage = ({ provenance: { inputs } }: InternalReport) => [inputs[0].used, inputs[0].outOfScope];

describe('--where', () => {
  // North: K01-K06 K12 K13.
  it('leaves rows out of scope before anything else, and accounts for them', async () => {
    const north = await report('--where', 'team=North');
    expect(usage(north)).toEqual([8, 5]);
    expect(tableOf(north, 'ethnicity-mix', 'groups').cohort.n).toBe(5);
    expect(north.provenance.options).toEqual({ '--where': ['team=North'] });
  });

  it.each([
    ['a cell, whatever its case', ['team=nORTH'], 8],
    ['our category', ['ethnicity=Pakistani'], 2],
    ['our group', ['ethnicity=Black'], 3],
    ['our group of disposals', ['disposal=Custody'], 1],
    ['a disposal', ['disposal=referral ORDER'], 3],
    ['an age band', ['age=15-17'], 9],
    ['an age', ['age=16'], 3],
    ['what is not known', ['ethnicity=Not known'], 1],
    ['a blank identifier', ['worker_id=Unallocated'], 1],
    ['either value of one column', ['team=North', 'team=South'], 13],
    ['both of two columns', ['team=North', 'sex=Female'], 1],
    ['either value of one column and that of another', ['team=North', 'team=South', 'sex=Female'], 2],
    ['a date', ['start_date=11/05/2026'], 1],
    ['nobody', ['team=West'], 0],
  ])('matches %s', async (_what, conditions, used) => {
    const chosen = await report('--as-at', '2026-09-14', ...conditions.flatMap((one) => ['--where', one]));
    expect(usage(chosen)).toEqual([used, 13 - used]);
  });

  it('does not move the as-at date, which is of all rows', async () => {
    expect((await report('--where', 'team=North')).provenance.asAt).toBe('2026-09-14');
  });

  it('looks at the row’s own value, not at that of the row which speaks for the child', async () => {
    const file = 'case_id,child_id,ethnicity,start_date\nK1,Y1,Indian,2026-01-05\nK2,Y1,Irish,2026-05-11\n';
    const irish = await runInternal(['report', '-', '--where', 'ethnicity=Asian'], { stdin: file });
    expect(usage(irish)).toEqual([1, 1]);
    expect(filledRows(irish, 'ethnicity-mix', 'categories', 'category', 'children')).toEqual([['Indian', 1]]);
  });

  it('lists problems of the rows in scope only', async () => {
    const messy = fixture('messy-export/caseload.csv');
    const south = await runJson<InternalReport>(['validate', messy, '--where', 'team=South']);
    expect(south.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(south.provenance.inputs).toMatchObject([
      { read: 29, used: 17, outOfScope: 12, duplicates: 0, rejected: 0 },
    ]);
  });
});

describe('--by', () => {
  // Y02's cases are both in North, so no child is in several teams.
  it('repeats every table, All first, then each value by name', async () => {
    const teams = await report('--by', 'team');
    for (const { tables } of teams.metrics) {
      for (const table of tables) {
        expect(table.by).toBe('team');
        expect([...new Set(table.rows.map((row) => row.by))]).toEqual(['All', 'North', 'South']);
      }
    }
    expect(filledRows(teams, 'sex-mix', 'sexes', 'by', 'sex', 'children')).toEqual([
      ['All', 'Female', 2],
      ['All', 'Male', 7],
      ['North', 'Female', 1],
      ['North', 'Male', 4],
      ['South', 'Female', 1],
      ['South', 'Male', 3],
    ]);
  });

  it('counts a child once in every value in which it has a case, and says how many are in several', async () => {
    const file = [
      'case_id,child_id,team,sex,start_date',
      'K1,Y1,North,Male,2026-01-05',
      'K2,Y1,South,Male,2026-05-11',
      'K3,Y1,South,Male,2026-05-12',
      'K4,Y2,South,Female,2026-05-13',
    ].join('\n');
    const teams = await runInternal(['sex-mix', '-', '--by', 'team'], { stdin: file });
    expect(tableOf(teams, 'sex-mix', 'sexes').cohort).toMatchObject({
      n: 2,
      parts: [
        { by: 'North', n: 1 },
        { by: 'South', n: 2 },
      ],
    });
    expect(metricOf(teams, 'sex-mix').notes.join(' ')).toMatch(/\b1 (child|children)\b.*more than one.*team/);
  });

  it.each([
    ['ethnicity', ['All', 'Asian', 'Black', 'Mixed', 'Other', 'White', 'Not known']],
    ['age', ['All', '10-14', '15-17', '18 and over']],
    ['sex', ['All', 'Female', 'Male']],
    ['residence', ['All', 'Home', 'Other']],
    ['worker_id', ['All', 'W1', 'W2', 'W3', 'Unallocated']],
    [
      'disposal',
      [
        'All',
        'Diversion and prevention',
        'Pre-court',
        'First-tier',
        'Community',
        'Custody',
        'Remand and bail',
      ],
    ],
  ])('%s means its groups, in the order of the tables', async (column, values) => {
    const broken = await report('--by', column, '--only', 'disposal-mix');
    const by = tableOf(broken, 'disposal-mix', 'groups').rows.map((row) => row.by);
    expect([...new Set(by)]).toEqual(values);
  });

  it('uses the child’s value where one row speaks for the child', async () => {
    const file =
      'case_id,child_id,ethnicity,sex,start_date\nK1,Y1,Indian,Male,2026-01-05\nK2,Y1,Irish,Male,2026-05-11\n';
    const groups = await runInternal(['sex-mix', '-', '--by', 'ethnicity'], { stdin: file });
    expect([...new Set(cellsOf(groups, 'sex-mix', 'sexes', 'by').flat())]).toEqual(['All', 'White']);
  });
});

describe('--from and --to', () => {
  // K01 and K03 were audited on 3 August, K07 and K09 on 10 August; K11 never.
  it.each([
    ['both days included', ['--from', '2026-08-03', '--to', '2026-08-10'], 4],
    ['from a day on', ['--from', '2026-08-04'], 2],
    ['up to a day', ['--to', '3/8/2026'], 2],
    ['between the audits', ['--from', '2026-08-04', '--to', '2026-08-09'], 0],
  ])('choose judgements, %s', async (_what, flags, cases) => {
    const quality = await runInternal(['quality', CASES, ...flags]);
    const { cohort } = tableOf(quality, 'court-quality', 'questions');
    expect(cohort.n).toBe(cases);
    const leftOut = new Map(cohort.leftOut.map(({ reason, n }) => [reason, n]));
    expect([leftOut.get('audit_date missing'), leftOut.get('audit_date outside the period') ?? 0]).toEqual([
      1,
      4 - cases,
    ]);
  });

  it('leave metrics of one day alone in a report', async () => {
    const [plain, chosen] = [await report(), await report('--from', '2026-08-04')];
    expect(chosen.metrics.slice(0, 5)).toEqual(plain.metrics.slice(0, 5));
    expect(chosen.metrics[5]).not.toEqual(plain.metrics[5]);
  });

  it.each(['ethnicity-mix', 'ages', 'sex-mix', 'disposal-mix', 'workload'])(
    'are refused for %s alone, naming --as-at',
    async (metric) => {
      const { code, stderr } = await runCli([metric, CASES, '--to', '2026-08-10']);
      expect([code, stderr]).toEqual([2, expect.stringContaining('--as-at')]);
    },
  );
});

describe('--as-at', () => {
  // On 28 February 2026 K03 (19 January) and K09 (23 February) are open, K13 still is, K02 has ended on the 9th.
  it('says which cases are open', async () => {
    const february = await report('--as-at', '2026-02-28', '--only', 'disposal-mix');
    expect(february.provenance).toMatchObject({ asAt: '2026-02-28', asAtFrom: 'flag' });
    expect(filledRows(february, 'disposal-mix', 'disposals', 'disposal', 'cases')).toEqual([
      ['Prevention', 1],
      ['Youth rehabilitation order', 1],
      ['DTO licence', 1],
    ]);
  });

  it('counts a case on the day it starts and not on the day it ends', async () => {
    const openOn = async (day: string) =>
      tableOf(await report('--as-at', day), 'workload', 'workers').cohort.n;
    expect(await openOn('2025-11-09')).toBe(1);
    expect(await openOn('2025-11-10')).toBe(2);
    expect(await openOn('2026-01-18')).toBe(2);
    expect(await openOn('2026-02-08')).toBe(3);
    expect(await openOn('2026-02-09')).toBe(2);
  });

  it.each(['2026-09-14', '14/09/2026', '14 Sep 2026'])('reads %s', async (date) => {
    expect((await report('--as-at', date)).provenance).toMatchObject({
      asAt: '2026-09-14',
      asAtFrom: 'flag',
    });
  });

  it('settles a start date that lies too far ahead', async () => {
    const slip = fixture('messy-export/as-at-slip.csv');
    const settled = await runInternal(['report', slip, '--as-at', '2026-09-14']);
    expect(tableOf(settled, 'sex-mix', 'sexes').cohort.n).toBe(3);
  });

  it('is said in the first lines of every report, with where it came from', async () => {
    const first = (text: string) => text.split('\n').slice(0, 3).join(' ');
    expect(first((await runCli(['report', CASES])).stdout)).toContain(
      'as at 14 September 2026 (the latest start date',
    );
    const given = await runCli(['report', CASES, '--as-at', '2026-02-28']);
    expect(first(given.stdout)).toContain('as at 28 February 2026 (given by --as-at)');
    const snapshot = await runCli(['report', fixture('open-cases-snapshot/caseload.csv')]);
    expect(first(snapshot.stdout)).toContain('a snapshot');
  });
});

describe('--only', () => {
  it.each([
    ['sex-mix', ['sex-mix']],
    ['workload,ethnicity-mix', ['ethnicity-mix', 'workload']],
    ['quality, ages,ethnicity', ['ethnicity-mix', 'age-bands', 'court-quality']],
    ['ages,age-bands', ['age-bands']],
  ])('%s, in the order of the catalogue', async (only, names) => {
    expect((await report('--only', only)).metrics.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['ethnicity', 'ethnicity-mix'],
    ['ages', 'age-bands'],
    ['sex-mix', 'sex-mix'],
    ['disposal-mix', 'disposal-mix'],
    ['workload', 'workload'],
    ['quality', 'court-quality'],
  ])('is the command %s', async (command, name) => {
    const alone = await runInternal([command, CASES]);
    expect(alone.metrics).toEqual((await report('--only', name)).metrics);
  });
});
