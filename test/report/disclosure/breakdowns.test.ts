/** What is withheld of the parts of a breakdown, worked out by hand; the threshold is 5. */
import { describe, expect, test } from 'vitest';
import { ethnicityMix } from '../../../src/metrics/ethnicity-mix.ts';
import { sexMix } from '../../../src/metrics/sex-mix.ts';
import { tableOf } from '../../support/reports.ts';
import { type Alike, shared } from './shared.ts';

describe('a breakdown', () => {
  const service = (alike: readonly Alike[]) => shared(alike, { by: 'sex', metrics: [sexMix, ethnicityMix] });

  test('hides a part that is too small, and the same number where a table lists it', () => {
    const report = service([
      { times: 8, sex: 'F', ethnicity: 'Irish' },
      { times: 15, sex: 'Other', ethnicity: 'Irish' },
      { times: 40, sex: 'M', ethnicity: 'Irish' },
    ]);
    for (const { cohort, rows } of report.metrics.flatMap(({ tables }) => tables)) {
      expect(cohort.parts).toEqual([
        { by: 'Female', n: '[c]', known: '[c]', leftOut: [] },
        { by: 'Male', n: 40, known: 40, leftOut: [] },
        { by: 'Other', n: '[c]', known: '[c]', leftOut: [] },
      ]);
      expect([...new Set(rows.map(({ by }) => by))]).toEqual(['All', 'Male']);
    }
    const all = tableOf(report, 'sex-mix', 'sexes').rows.filter(({ by }) => by === 'All');
    expect(all.map(({ sex, children }) => [sex, children])).toEqual([
      ['Female', '[c]'],
      ['Male', 40],
      ['Other', '[c]'],
      ['Not known', 0],
    ]);
  });

  test('of which the parts add up withholds no count that the others give away', () => {
    // Black: 3 girls, 21 boys; Irish: 20 and 30. Of 23 girls in all 3 + 20, so girls go in both, and with them boys.
    const report = service([
      { times: 3, sex: 'F', ethnicity: 'African' },
      { times: 21, sex: 'M', ethnicity: 'African' },
      { times: 20, sex: 'F', ethnicity: 'Irish' },
      { times: 30, sex: 'M', ethnicity: 'Irish' },
    ]);
    const groups = tableOf(report, 'ethnicity-mix', 'groups').rows.filter(({ children }) => children !== 0);
    expect(groups.map(({ by, group, children }) => [by, group, children])).toEqual([
      ['All', 'Black', 24],
      ['All', 'White', 50],
      ['Female', 'Black', '[c]'],
      ['Female', 'White', '[c]'],
      ['Male', 'Black', '[c]'],
      ['Male', 'White', '[c]'],
    ]);
  });

  test('in which two parts add to 6 shows neither how many each has nor a third, which would tell', () => {
    // 75 less 30 and 40 leave 5 to two parts of at least 1: 1 to 4 each.
    const parts = [
      { times: 2, likelihood_of_reoffending: 'Low' },
      { times: 30, likelihood_of_reoffending: 'Medium' },
      { times: 40, likelihood_of_reoffending: 'High' },
      { times: 3, likelihood_of_reoffending: 'Very high' },
    ];
    const report = shared(
      parts.map((part) => ({ ...part, sex: 'M' })),
      { by: 'likelihood_of_reoffending', metrics: [sexMix] },
    );
    const sizes = tableOf(report, 'sex-mix', 'sexes').cohort.parts?.map(({ n }) => n);
    expect(sizes).toEqual(['[c]', '[c]', 40, '[c]']);
  });
});
