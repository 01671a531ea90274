import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageBands } from '../../src/metrics/age-bands.ts';
import { courtQuality } from '../../src/metrics/court-quality.ts';
import type { Metric } from '../../src/metrics/define-metric.ts';
import { disposalMix } from '../../src/metrics/disposal-mix.ts';
import { sexMix } from '../../src/metrics/sex-mix.ts';
import { workload } from '../../src/metrics/workload.ts';
import type { Cell, InternalReport, MetricReport, Row } from '../../src/report/report.ts';
import { type Asked, caseloadOf, csvInput, reportOf, tableOf } from './figures-of.ts';

const AS_AT: Asked = { asAt: '2026-10-31' };
/** Seeded, so that a run can be had again. */
const RUNS = { numRuns: 40, seed: 20261031 };
const day = (...extra: string[]) =>
  fc.constantFrom('2025-12-01', '2026-03-31', '2026-10-31', '01/11/2026', '', ...extra);
const answer = fc.constantFrom('Yes', 'No', 'NA', '');
/** Few different cells, so that cases repeat, children have several rows and rows differ in little. */
const row = fc.record({
  case_id: fc.constantFrom('C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10', 'C11', ''),
  child_id: fc.constantFrom('YP1', 'YP2', 'YP3', 'YP4', 'YP5', ''),
  worker_id: fc.constantFrom('W1', 'W2', 'W10', ''),
  team: fc.constantFrom('North', 'South', ''),
  ethnicity: fc.constantFrom('Indian', 'Chinese', 'Black', 'Roma', 'W1', 'Klingon', ''),
  sex: fc.constantFrom('F', 'M', 'Other', ''),
  age: fc.constantFrom('9', '10', '14', '15', '17', '18', ''),
  birth_month: fc.constantFrom('2008-10', '2008-11', '2012-01', '1990-01', ''),
  disposal: fc.constantFrom('Referral order', 'YRO', 'Fine', 'Youth caution', 'Mystery', ''),
  residence: fc.constantFrom('Home', 'Other', ''),
  start_date: day(),
  end_date: day('2026-01-01'),
  audit_date: day(),
  assessment_desistance: answer,
  planning_child_safety: answer,
});
const rowsArbitrary = fc.array(row, { minLength: 1, maxLength: 24 });
type CsvRow = Record<string, string>;

function fileOf(rows: readonly CsvRow[], name = 'cases.csv') {
  const header =
    'case_id,child_id,worker_id,team,ethnicity,sex,age,birth_month,disposal,residence,start_date,end_date,audit_date,assessment_desistance,planning_child_safety';
  const keys = header.split(',');
  return csvInput([header, ...rows.map((cells) => keys.map((key) => cells[key]).join(','))].join('\n'), name);
}

const number = (value: Cell) => (typeof value === 'number' ? value : 0);
const sum = (rows: readonly Row[], key: string) => rows.reduce((total, one) => total + number(one[key]), 0);
const metricOf = ({ metrics: all }: InternalReport, name: string): MetricReport<number> => {
  const found = all.find((metric) => metric.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const rowsOf = (report: InternalReport, metric: string, table: string) =>
  tableOf(metricOf(report, metric), table).rows;
const totalsOf = ({ provenance }: InternalReport) =>
  (['read', 'used', 'duplicates', 'rejected'] as const).map((key) =>
    provenance.inputs.reduce((total, input) => total + input[key], 0),
  );

describe('figures depend on the rows, not on where they stand', () => {
  test('the order of the rows does not matter', () => {
    const reordered = rowsArbitrary.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(reordered, ([rows, others]) => {
        const [one, other] = [rows, others].map((list) => reportOf([fileOf(list)], AS_AT));
        expect(other.metrics).toEqual(one.metrics);
        expect(totalsOf(other)).toEqual(totalsOf(one));
      }),
      RUNS,
    );
  });

  test('one file split in two, given in either order, gives the same figures and totals', () => {
    const split = rowsArbitrary.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.array(fc.boolean(), { minLength: rows.length, maxLength: rows.length })),
    );
    fc.assert(
      fc.property(split, ([rows, isFirst]) => {
        const whole = reportOf([fileOf(rows)], AS_AT);
        const parts = [
          fileOf(
            rows.filter((_, at) => isFirst[at]),
            'b.csv',
          ),
          fileOf(
            rows.filter((_, at) => !isFirst[at]),
            'a.csv',
          ),
        ];
        const inParts = reportOf(parts, AS_AT);
        expect(inParts.metrics).toEqual(whole.metrics);
        expect(totalsOf(inParts)).toEqual(totalsOf(whole));
        expect(reportOf([...parts].reverse(), AS_AT)).toEqual(inParts);
      }),
      RUNS,
    );
  });

  test('the same file given twice adds nothing but duplicates', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const once = reportOf([fileOf(rows)], AS_AT);
        const twice = reportOf([fileOf(rows, 'a.csv'), fileOf(rows, 'b.csv')], AS_AT);
        expect(twice.metrics).toEqual(once.metrics);
      }),
      RUNS,
    );
  });
});

describe('the parts add to the whole', () => {
  test('categories to groups, years to bands, disposals to their groups, rows to the cohort', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const report = reportOf([fileOf(rows)], AS_AT);
        const categories = rowsOf(report, 'ethnicity-mix', 'categories');
        for (const { group, children } of rowsOf(report, 'ethnicity-mix', 'groups')) {
          const inGroup = categories.filter((category) => category.group === group);
          expect(sum(inGroup, 'children')).toBe(children);
        }
        const years = rowsOf(report, 'age-bands', 'years').map(({ children }) => number(children));
        const bands = rowsOf(report, 'age-bands', 'bands').map(({ children }) => children);
        const [young, older, adults] = [years.slice(0, 5), years.slice(5, 8), years.slice(8, 9)];
        expect(bands).toEqual([young, older, adults].map((ages) => ages.reduce((a, b) => a + b)));
        const disposals = rowsOf(report, 'disposal-mix', 'disposals');
        for (const { group, cases } of rowsOf(report, 'disposal-mix', 'groups')) {
          const inGroup = disposals.filter((disposal) => disposal.group === group);
          expect(sum(inGroup, 'cases')).toBe(cases);
        }
        for (const [metric, table, key] of [
          ['ethnicity-mix', 'groups', 'children'],
          ['age-bands', 'years', 'children'],
          ['sex-mix', 'sexes', 'children'],
          ['disposal-mix', 'groups', 'cases'],
          ['workload', 'workers', 'cases'],
          ['workload', 'teams', 'cases'],
        ]) {
          const { rows: whole, cohort } = tableOf(metricOf(report, metric), table);
          expect(sum(whole, key)).toBe(cohort.n);
        }
      }),
      RUNS,
    );
  });

  test('the workers and teams to the cases of the summary', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const report = reportOf([fileOf(rows)], { ...AS_AT, metrics: [workload] });
        const workers = rowsOf(report, 'workload', 'workers');
        const summary = Object.fromEntries(
          rowsOf(report, 'workload', 'summary').map(({ measure, value }) => [measure, value]),
        );
        const allocated = workers.filter(({ worker }) => worker !== 'Unallocated');
        expect(summary.workers).toBe(allocated.length);
        expect(summary.cases).toBe(sum(workers, 'cases'));
        expect(summary.unallocated).toBe(number(summary.cases) - sum(allocated, 'cases'));
      }),
      RUNS,
    );
  });

  test('cases of the teams to all cases; children of the ethnic groups to all children', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const addsUp = (by: 'team' | 'ethnicity', metric: Metric, table: string, key: string) => {
          const report = reportOf([fileOf(rows)], { ...AS_AT, by, metrics: [metric] });
          const broken = rowsOf(report, metric.name, table);
          const all = broken.filter((one) => one.by === 'All');
          expect(sum(broken, key)).toBe(2 * sum(all, key));
        };
        addsUp('team', disposalMix, 'groups', 'cases');
        addsUp('team', workload, 'workers', 'cases');
        addsUp('team', courtQuality, 'questions', 'judged');
        addsUp('ethnicity', sexMix, 'sexes', 'children');
        addsUp('ethnicity', ageBands, 'years', 'children');
      }),
      RUNS,
    );
  });

  test('children of the teams to all children and those that the note counts, each as often as it has teams', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const report = reportOf([fileOf(rows)], { ...AS_AT, by: 'team', metrics: [sexMix] });
        const { notes } = metricOf(report, 'sex-mix');
        const several = Number(/^(\d+) \w+ counts? in more than one value/.exec(notes.join('\n'))?.[1] ?? 0);
        const { cohort } = tableOf(metricOf(report, 'sex-mix'), 'sexes');
        const inTeams = (cohort.parts ?? []).reduce((total, { n }) => total + n, 0);
        // Three values at most (North, South, blank): a child in several is counted once or twice too often.
        expect(inTeams - cohort.n).toBeGreaterThanOrEqual(several);
        expect(inTeams - cohort.n).toBeLessThanOrEqual(2 * several);
      }),
      RUNS,
    );
  });

  test('those counted and those left out to all the children, or all the cases, of the rows used', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const { used, children } = caseloadOf([fileOf(rows)], AS_AT);
        const childrenUsed = new Set(Array.from(used, (at) => children[at])).size;
        for (const { tables } of reportOf([fileOf(rows)], AS_AT).metrics) {
          for (const { cohort, unit } of tables) {
            const leftOut = cohort.leftOut.reduce((total, { n }) => total + n, 0);
            expect(cohort.n + leftOut).toBe(unit === 'children' ? childrenUsed : used.length);
            expect(cohort.known).toBeLessThanOrEqual(cohort.n);
          }
        }
      }),
      RUNS,
    );
  });

  test('with --count-cases every row used is counted or left out', () => {
    fc.assert(
      fc.property(rowsArbitrary, (rows) => {
        const counted = reportOf([fileOf(rows)], { ...AS_AT, countCases: true });
        expect(counted.provenance.inputs[0]).toMatchObject({ used: rows.length, duplicates: 0, rejected: 0 });
        for (const metric of counted.metrics) {
          const cohort = metric.tables.at(0)?.cohort;
          if (cohort === undefined) continue;
          expect(cohort.leftOut.reduce((total, { n }) => total + n, cohort.n)).toBe(rows.length);
        }
      }),
      RUNS,
    );
  });
});

test('every figure is what its kind can be: whole counts, shares and bounds from 0 to 1, or a code', () => {
  fc.assert(
    fc.property(rowsArbitrary, (rows) => {
      for (const { tables } of reportOf([fileOf(rows)], { ...AS_AT, by: 'sex' }).metrics) {
        for (const { columns, rows: figures } of tables) {
          for (const { key, type } of columns) {
            for (const { [key]: cell } of figures) {
              if (type === 'count' && cell !== '[x]')
                expect(Number.isInteger(cell) && number(cell) >= 0).toBe(true);
              if (type !== 'share' && type !== 'lower' && type !== 'upper') continue;
              expect(cell === '[z]' || (number(cell) >= 0 && number(cell) <= 1)).toBe(true);
            }
          }
        }
      }
    }),
    RUNS,
  );
});
