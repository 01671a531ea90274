import { describe, expect, test } from 'vitest';
import { compareInternal, compareShared, DIFFERENT, pairOf, SAME, service, some } from './services.ts';

const ETHNICITY = { metrics: some('ethnicity-mix') };
const AGES = { metrics: some('age-bands') };
const SEX = { metrics: some('sex-mix') };

/** So many children of each age from 10 on. */
function aged(...counts: readonly number[]): string {
  const kinds = Object.fromEntries(counts.map((count, at) => [String(10 + at), count]));
  return service('age', kinds, `Y${counts.join('')}`);
}

describe('not comparable, and why', () => {
  test('other lists of ethnicity', () => {
    const csv = service('ethnicity', { Chinese: 6, Irish: 6 });
    const comparison = compareInternal({
      home: { csv, ...ETHNICITY },
      away: { csv, ...ETHNICITY, ethnicityList: '2001' },
    });
    expect(pairOf(comparison, 'ethnicity-mix', 'groups')).toMatchObject({
      status: 'not-comparable',
      reason:
        'other classification: home has the groups of the 2021 Census list, away has the groups of the 2001 Census list',
      rows: [],
    });
  });

  test('categories of another country stand beside it, each its own', () => {
    const comparison = compareInternal({
      home: { csv: service('ethnicity', { Irish: 6 }), ...ETHNICITY },
      away: {
        csv: service('ethnicity', { RIVERSIDE: 6, HARBOR: 7 }, 'Z'),
        ...ETHNICITY,
        ethnicityList: 'as-recorded',
      },
    });
    const { reason } = pairOf(comparison, 'ethnicity-mix', 'categories');
    expect(reason).toContain('away has categories of its own, as recorded');
    const [groups, categories] = comparison.metrics[0].tables;
    expect(groups.own.map(({ input }) => input)).toEqual(['home']);
    expect(
      categories.own.map(({ input, table }) => [
        input,
        table.rows.map(({ category, share }) => [category, share]),
      ]),
    ).toEqual([
      ['home', [['Irish', 1]]],
      [
        'away',
        [
          ['HARBOR', 7 / 13],
          ['RIVERSIDE', 6 / 13],
        ],
      ],
    ]);
  });

  test('another unit', () => {
    const csv = service('sex', { Male: 12 });
    const comparison = compareInternal(
      { home: { csv, ...SEX }, away: { csv, ...SEX, countCases: true } },
      { ...DIFFERENT, children: 'unknown' },
    );
    expect(pairOf(comparison, 'sex-mix', 'sexes').reason).toBe(
      'other unit: home counts children, away counts cases',
    );
    expect(comparison.pairs[0].sizes).toEqual([
      { measure: 'children with an open case', first_value: 12, other_value: '[x]', difference: '[z]' },
      { measure: 'open cases', first_value: '[x]', other_value: 12, difference: '[z]' },
    ]);
  });

  test('a missing column, and of the twelve judgements the first and last', () => {
    const metrics = some('sex-mix', 'court-quality');
    const comparison = compareInternal({
      home: { csv: service('sex,disposal,planning_desistance', { 'Male,Referral order,Yes': 12 }), metrics },
      away: { csv: service('disposal', { Fine: 12 }, 'Z'), metrics },
    });
    expect(pairOf(comparison, 'sex-mix', 'sexes').reason).toBe('missing column: away has none for sex');
    expect(pairOf(comparison, 'court-quality', 'questions').reason).toBe(
      'missing column: away has none for any of assessment_desistance to reviewing_others_safety',
    );
  });
});

describe('other age limits', () => {
  // 30 of 100 are under 14, and none of 50: scipy.stats.fisher_exact([[0, 50], [30, 70]]) is under 0.0001.
  const wide = aged(5, 5, 10, 10, 15, 15, 20, 20);
  const limited = aged(0, 0, 0, 0, 10, 10, 15, 15);

  test('nobody under 14 where chance would hardly explain it', () => {
    const comparison = compareInternal({ home: { csv: wide, ...AGES }, hamburg: { csv: limited, ...AGES } });
    expect(pairOf(comparison, 'age-bands', 'bands')).toMatchObject({
      status: 'not-comparable',
      reason: 'other age limits: nobody under 14 in hamburg',
    });
    expect(comparison.pairs[0].warnings.join()).toContain('nobody under 14 in hamburg');
  });

  test('of 9 children none under 12 may be chance: compared, with a word of caution', () => {
    // 10 of 100 are under 12: of 9 none with probability (90 x 89 x ... x 82) / (100 x 99 x ... x 92), about 0.38.
    const few = aged(0, 0, 2, 2, 2, 1, 1, 1);
    const pair = pairOf(
      compareInternal({ home: { csv: wide, ...AGES }, tiny: { csv: few, ...AGES } }),
      'age-bands',
      'bands',
    );
    expect(pair.status).toBe('compared');
    expect(pair.notes.join()).toMatch(/^Perhaps other age limits: nobody under 12 in tiny/);
  });

  test('18 and over, too, and in either input', () => {
    const adults = aged(0, 0, 0, 0, 10, 10, 10, 10, 20);
    const children = aged(0, 0, 0, 0, 10, 10, 10, 10);
    const comparison = compareInternal({ home: { csv: children, ...AGES }, away: { csv: adults, ...AGES } });
    expect(pairOf(comparison, 'age-bands', 'bands').reason).toBe('other age limits: nobody over 17 in home');
  });

  test('not asked of one service at two dates', () => {
    const inputs = { now: { csv: wide, ...AGES }, before: { csv: limited, ...AGES } };
    const comparison = compareInternal(inputs, SAME);
    expect(pairOf(comparison, 'age-bands', 'bands')).toMatchObject({ status: 'compared', notes: [] });
    expect(comparison.pairs[0].warnings).toEqual([]);
  });

  test('counts that are withheld are nobody, and prove nothing', () => {
    const comparison = compareShared({
      home: { csv: aged(2, 2, 0, 0, 30, 30), ...AGES },
      away: { csv: aged(0, 0, 0, 0, 30, 30), ...AGES },
    });
    expect(pairOf(comparison, 'age-bands', 'bands').status).toBe('compared');
  });
});

describe('dates that lie apart', () => {
  const inputs = {
    home: { csv: service('sex', { Male: 12 }), ...SEX },
    away: { csv: service('sex', { Male: 12 }, 'Z'), ...SEX },
  };
  const warnings = (daysApart: number | null, children: 'different' | 'shared' = 'different') =>
    compareInternal(inputs, { ...DIFFERENT, children, daysApart }).pairs[0].warnings;

  test('more than 92 days of two services are warned of, whichever is later', () => {
    expect(warnings(92)).toEqual([]);
    expect(warnings(93)).toEqual([expect.stringContaining('93 days apart')]);
    expect(warnings(-93)).toEqual([expect.stringContaining('93 days apart')]);
    expect(warnings(null)).toEqual([expect.stringContaining('no as-at date')]);
  });

  test('two dates of one service are meant to be apart', () => {
    expect(warnings(365, 'shared')).toEqual([]);
  });
});
