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

  test('in which all but one part are of the not known shows no number that they leave', () => {
    // Of 26 children 20 are of no known ethnicity, so the one other part has 6.
    const report = shared(
      [
        { times: 6, ethnicity: 'Indian', sex: 'M' },
        { times: 20, sex: 'M' },
      ],
      { by: 'ethnicity', metrics: [sexMix] },
    );
    const { n, parts = [] } = tableOf(report, 'sex-mix', 'sexes').cohort;
    const known = parts.reduce((sum, part) => sum + (typeof part.n === 'number' ? part.n : 0), 0);
    const withheld = parts.filter((part) => part.n === '[c]');
    expect([withheld.length, Number(n) - known]).not.toEqual([1, 6]);
  });

  test('of one value beside many of whom it is not known shows no rows that leave its own', () => {
    // 12 girls in all, 10 of them of no known ethnicity: what is left would be 2.
    const report = shared(
      [
        { times: 2, ethnicity: 'Indian', sex: 'F' },
        { times: 5, ethnicity: 'Indian', sex: 'M' },
        { times: 10, sex: 'F' },
        { times: 10, sex: 'M' },
      ],
      { by: 'ethnicity', metrics: [sexMix] },
    );
    const { rows } = tableOf(report, 'sex-mix', 'sexes');
    const girls = rows.filter(({ sex }) => sex === 'Female').map(({ children }) => children);
    expect(girls.filter((count) => typeof count === 'number').length).toBeLessThan(2);
  });

  test('a few children of whom it is not known do not take the tables of all others away', () => {
    // 3 of 83; their girls and boys are 0 to 3 whatever is withheld.
    const report = shared(
      [
        { times: 3, ethnicity: '', sex: 'M' },
        ...['African', 'Irish'].flatMap((ethnicity) => [
          { times: 20, ethnicity, sex: 'F' },
          { times: 20, ethnicity, sex: 'M' },
        ]),
      ],
      { by: 'ethnicity', metrics: [sexMix] },
    );
    expect(tableOf(report, 'sex-mix', 'sexes').withheldParts ?? []).toEqual([]);
  });

  test('in which a child is in several parts withholds what no more than all can be', () => {
    // Five girls in all; three are in two teams each. No team can have more than 5: each withheld count is 1 to 5.
    const girl = (child_id: string, ...teams: string[]) =>
      teams.map((team) => ({ times: 1, child_id, sex: 'F', team }));
    const boy = (_: unknown, at: number) =>
      ['A', 'B'].map((team) => ({ times: 1, child_id: `boy ${at}`, sex: 'M', team }));
    const report = shared(
      [
        ...girl('F1', 'A', 'B'),
        ...girl('F2', 'A', 'B'),
        ...girl('F3', 'A', 'C'),
        ...girl('F4', 'B'),
        ...girl('F5', 'C'),
        ...Array.from({ length: 9 }, boy).flat(),
        { times: 20, sex: 'M', team: 'A' },
        { times: 25, sex: 'M', team: 'B' },
        { times: 30, sex: 'M', team: 'C' },
      ],
      { by: 'team', metrics: [sexMix] },
    );
    const girls = tableOf(report, 'sex-mix', 'sexes').rows.filter(({ sex }) => sex === 'Female');
    const [all, ...teams] = girls.map(({ children }) => children);
    expect(teams).toContain('[c]');
    expect(all).toBe('[c]');
  });
});
