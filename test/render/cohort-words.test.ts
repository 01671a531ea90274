import { describe, expect, it } from 'vitest';
import { cohortWords as wordsOf } from '../../src/render/cohort-words.ts';
import { groupRows } from '../../src/render/group-rows.ts';
import type { MetricReport, Table } from '../../src/report/report.ts';
import { courtQuality, ethnicityMix, sexMixByTeam, workload } from './sample-report.ts';
import { roundedReport, shareableEthnicity, shareableSexMix } from './shareable-report.ts';

const [workers] = workload.tables;
const [sexes] = sexMixByTeam.tables;
const cohortWords = (metric: MetricReport) => wordsOf(metric, false);
const withTables = (...tables: Table[]): MetricReport => ({ ...workload, tables });
const besides = (metric: MetricReport) => metric.tables.map(cohortWords(metric).table);

describe('who the tables of a metric are about', () => {
  it('is said once where it is the same', () => {
    expect(cohortWords(workload).metric).toBe('388 cases; left out: 17 closed');
    expect(cohortWords(courtQuality).metric).toBe('65 cases; left out: 31 disposal Pre-court');
    expect(cohortWords(ethnicityMix).metric).toMatch(/^268 children; .*; shares are of the 261 known$/);
    for (const metric of [workload, courtQuality, ethnicityMix])
      expect(besides(metric)).toEqual(metric.tables.map(() => null));
  });

  it('is said of a metric though only one of its tables has shares', () => {
    const [, ...tables] = [...ethnicityMix.tables].reverse();
    const plain = { ...ethnicityMix.tables[1], columns: ethnicityMix.tables[1].columns.slice(0, 3) };
    const metric = withTables(plain, ...tables);
    expect(cohortWords(metric).metric).toMatch(/^268 children; .*; shares are of the 261 known$/);
    expect(besides(metric)).toEqual([null, null]);
  });

  it('leaves to each table what its shares are of, where that differs', () => {
    const [groups, categories] = ethnicityMix.tables;
    const metric = withTables(groups, { ...categories, cohort: { ...categories.cohort, known: 268 } });
    expect(cohortWords(metric).metric).toBe('268 children; left out: 12 residence Other, 120 closed');
    expect(besides(metric)).toEqual(['shares are of the 261 known', 'shares are of all of them']);
  });

  it('is said of each table where the numbers or their units differ', () => {
    const metric = withTables(workers, {
      ...workers,
      unit: 'workers',
      cohort: { n: 3, known: 3, leftOut: [] },
    });
    expect(cohortWords(metric).metric).toBeNull();
    expect(besides(metric)).toEqual(['388 cases; left out: 17 closed', '3 workers']);
  });

  it('is said of each value of a breakdown above the first of its rows', () => {
    const metric = withTables(sexes, { ...sexes, name: 'again' });
    const words = cohortWords(metric);
    const said = metric.tables.map((table) => groupRows(table).map((group) => words.part(table, group)));
    expect(said).toEqual([
      [
        null,
        '16 children; left out: 4 closed; shares are of all of them',
        '250 children; shares are of the 248 known',
        '2 children; shares are of all of them',
      ],
      [null, null, null, null],
    ]);
    expect(words.metricParts.at(-1)).toBe('East: 2 children; shares are of all of them');
    expect(metric.tables.map(words.tableParts)).toEqual([[], []]);
  });

  it('is not made different by a table of which nothing is shown', () => {
    const [groups, gone] = shareableEthnicity.tables;
    const cohort = { n: '[c]', known: '[c]', leftOut: [] } as const;
    const metric = withTables({ ...gone, cohort }, groups);
    expect(cohortWords(metric).metric).toMatch(/^268 children; .*; shares are of the 261 known$/);
    expect(cohortWords(withTables(gone)).metric).toBe(
      '268 children; left out: 12 residence Other, 120 closed',
    );
  });

  it('gives of a value without rows its number alone, and where that is withheld nothing', () => {
    expect(cohortWords(shareableSexMix).metricParts).toEqual([
      'North: 16 children; left out: 4 closed; shares are of all of them',
      'South-west and central: 250 children; shares are of the 248 known',
      'West: 31 children',
    ]);
  });

  it('has codes in place of numbers, and what they count in the plural', () => {
    const cohort = {
      n: '[c]',
      known: '[c]',
      leftOut: [
        { reason: 'closed', n: '[c]' },
        { reason: 'no start_date', n: 0 },
      ],
    } as const;
    const known = 'whose sex is known';
    expect(cohortWords(withTables({ ...sexes, by: null, cohort, known })).metric).toBe(
      '[c] children; left out: [c] closed; shares are of the [c] whose sex is known',
    );
  });

  // 260 of 260 may be 258 of 262, where not all are known.
  it('takes counts that are rounded to the same for the same only where all are known by declaration', () => {
    const [metric] = roundedReport.metrics;
    expect(wordsOf(metric, true).metric).toBe(
      '260 children; left out: [k] residence Other, 120 closed; shares are of the 260 whose ethnicity is known',
    );
    expect(wordsOf(metric, false).metric).toMatch(/shares are of all of them$/);
    const { known: _, ...all } = metric.tables[0];
    expect(wordsOf(withTables(all), true).metric).toMatch(/shares are of all of them$/);
  });
});
