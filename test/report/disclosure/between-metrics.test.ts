/** What one metric says of a number that another withholds, by hand and in reports of generated caseloads. */
import { describe, expect, test } from 'vitest';
import type { ColumnName } from '../../../src/caseload/columns.ts';
import { courtQuality } from '../../../src/metrics/court-quality.ts';
import { disposalMix } from '../../../src/metrics/disposal-mix.ts';
import { ethnicityMix } from '../../../src/metrics/ethnicity-mix.ts';
import type { Count, Report } from '../../../src/report/report.ts';
import { metricOf, tableOf } from '../../support/reports.ts';
import { disposalGroups, partSizes, usedRows } from './between-metrics.ts';
import { narrowOf, openCasesOf, SERVICES, serviceOf, type Told } from './services.ts';
import { type Alike, fileOf, reported, type SharedAsked, sharedFiles } from './shared.ts';

const METRICS = [ethnicityMix, disposalMix, courtQuality];
const narrow = (all: readonly Told[]) => all.filter(({ smallest, largest }) => largest - smallest < 5);

/** Reports in which all three metrics are shown; others tell nothing. */
const ofAll = (work: (report: Report) => Told[]) => (report: Report) =>
  report.metrics.every(({ status }) => status === 'ok') ? work(report) : [];
const METRICS_OF = { metrics: METRICS };

describe('cases by disposal group, beside those that court quality leaves out', () => {
  test('worked by hand: 35 cases are no court’s, 20 of Diversion and 12 of Remand, and so 3 of Pre-court', () => {
    const cases: Alike[] = [
      { times: 20, disposal: 'Community resolution' },
      { times: 3, disposal: 'Youth caution' },
      { times: 30, disposal: 'Referral order', planning_desistance: 'Yes' },
      { times: 25, disposal: 'YRO', planning_desistance: 'Yes' },
      { times: 6, disposal: 'DTO', planning_desistance: 'Yes' },
      { times: 12, disposal: 'Bail supervision' },
    ];
    const report = sharedFiles([fileOf(cases)], { metrics: [disposalMix, courtQuality] });
    expect(narrow(disposalGroups(report))).toEqual([]);
  });

  test.each([
    ['open cases only', openCasesOf],
    ['all cases', serviceOf],
  ])('of generated services, %s', (_, fileOfService) => {
    expect(narrowOf(METRICS_OF, ofAll(disposalGroups), fileOfService)).toEqual([]);
  });
});

describe('the parts of a breakdown, each metric with its own', () => {
  test('worked by hand: 46 court cases less 30 and the 12 that the mix shows are 4', () => {
    const cases = [
      { times: 4, disposal: 'DTO' },
      { times: 12, disposal: 'YRO' },
      { times: 30, disposal: 'Referral order' },
      { times: 11, disposal: 'Youth caution' },
      { times: 30, disposal: 'Bail supervision' },
    ].map((one): Alike => ({ ...one, ethnicity: 'Irish', planning_desistance: 'Yes' }));
    const report = sharedFiles([fileOf(cases)], { by: 'disposal', metrics: METRICS });
    expect(narrow(partSizes(report))).toEqual([]);
  });

  test('worked by hand: 16 cases of Black and Other less the 12 court cases of Black are 4', () => {
    const cases = [
      { times: 4, ethnicity: 'Arab', disposal: 'YRO' },
      { times: 10, ethnicity: 'White and Asian', disposal: 'YRO' },
      { times: 11, ethnicity: 'White and Asian', disposal: 'Youth caution' },
      { times: 12, ethnicity: 'African', disposal: 'YRO' },
      { times: 12, ethnicity: 'Irish', disposal: 'YRO' },
      { times: 40, ethnicity: 'Indian', disposal: 'YRO' },
    ].map((one): Alike => ({ ...one, planning_desistance: 'Yes' }));
    const report = sharedFiles([fileOf(cases)], { by: 'ethnicity', metrics: METRICS });
    expect(narrow(partSizes(report))).toEqual([]);
  });

  const CHILD_COLUMNS: readonly ColumnName[] = ['ethnicity', 'sex', 'age'];
  test.each(
    CHILD_COLUMNS.flatMap((by) => [
      [by, 'open cases only', openCasesOf] as const,
      [by, 'all cases', serviceOf] as const,
    ]),
  )('of generated services, by %s, %s', (by, _, fileOfService) => {
    expect(narrowOf({ ...METRICS_OF, by }, ofAll(partSizes), fileOfService)).toEqual([]);
  });

  test.each(CHILD_COLUMNS)('of generated services that count cases, by %s', (by) => {
    expect(narrowOf({ ...METRICS_OF, by, countCases: true }, ofAll(partSizes), openCasesOf)).toEqual([]);
  });
});

describe('the rows of a filter', () => {
  /** Open cases and those left out are all rows used, which may be withheld. */
  function rowsUsed(report: Report): Told[] {
    const metric = metricOf(report, 'disposal-mix');
    const used = report.provenance.inputs.some((input) => input.used === '[c]');
    if (!used || metric.status !== 'ok') return [];
    const n = usedRows(metric.tables[0].cohort);
    return [{ what: 'rows used', smallest: n, largest: n }];
  }

  test.each([
    ['sex', 'Male'],
    ['ethnicity', 'White'],
    ['residence', 'Home'],
  ] as const)(
    'on what is known of children are not told by what the metrics count: %s %s',
    (column, value) => {
      const services = SERVICES.slice(0, 4).flatMap(({ seed }) =>
        [20, 30, 40, 60].map((cases) => ({ seed, cases })),
      );
      const asked = { where: [{ column, value }], metrics: [disposalMix] };
      expect(narrowOf(asked, rowsUsed, serviceOf, services)).toEqual([]);
    },
  );
});

describe('what was worked out is true: each number lies within its range', () => {
  const files = SERVICES.slice(2, 14).flatMap(({ seed, cases }) => [
    openCasesOf(seed, cases),
    serviceOf(seed, cases),
  ]);

  function expectTrue(ranges: readonly Told[], countOf: (what: string) => Count | undefined): number {
    for (const { what, smallest, largest } of ranges) {
      expect(Number(countOf(what)), what).toBeGreaterThanOrEqual(smallest);
      expect(Number(countOf(what)), what).toBeLessThanOrEqual(largest);
    }
    return ranges.length;
  }

  test('of disposal groups', () => {
    const checked = files.map((file) => {
      const rows = tableOf(reported([file], { metrics: METRICS }).internal, 'disposal-mix', 'groups').rows;
      return expectTrue(disposalGroups(sharedFiles([file], { metrics: METRICS })), (what) =>
        Number(rows.find(({ group }) => group === what)?.cases),
      );
    });
    expect(Math.max(...checked)).toBeGreaterThan(0);
  });

  test('of parts', () => {
    const checked = files.map((file) => {
      const asked: SharedAsked = { by: 'age', metrics: METRICS };
      const { internal } = reported([file], asked);
      const sizeOf = (what: string) => {
        const [by, unit] = what.split(': ');
        const name =
          { 'open cases': 'disposal-mix', 'court cases': 'court-quality' }[unit] ?? 'ethnicity-mix';
        return metricOf(internal, name).tables[0].cohort.parts?.find((part) => part.by === by)?.n;
      };
      const shared = sharedFiles([file], asked);
      return shared.metrics.some(({ status }) => status !== 'ok') ? 0 : expectTrue(partSizes(shared), sizeOf);
    });
    expect(Math.max(...checked)).toBeGreaterThan(0);
  });
});
