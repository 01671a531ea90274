import { describe, expect, test } from 'vitest';
import { compareInternal, compareShared, DIFFERENT, pairOf, rowOf, SAME, service, some } from './services.ts';

const SEX = { metrics: some('sex-mix') };

describe('two sets of different children', () => {
  // 56 of 70 and 48 of 80: Newcombe, R. G. (1998), Statistics in Medicine 17, 873-890, table II, example (a),
  // method 10: 0.0524 to 0.3339. Fisher by scipy.stats.fisher_exact([[56, 14], [48, 32]]): 0.012521.
  const newcombe = compareInternal({
    home: { csv: service('sex', { Male: 56, Female: 14 }), ...SEX },
    away: { csv: service('sex', { Male: 48, Female: 32 }, 'Z'), ...SEX },
  });
  const sexes = pairOf(newcombe, 'sex-mix', 'sexes');

  test('shares, the first less the other, with the range of Newcombe (1998), example (a)', () => {
    expect(newcombe.direction).toBe('home less away');
    const male = rowOf(sexes, 'Male');
    expect(male).toMatchObject({ first_count: 56, first_of: 70, first_share: 0.8 });
    expect(male).toMatchObject({ other_count: 48, other_of: 80, other_share: 0.6 });
    expect(male.difference).toBeCloseTo(0.2, 12);
    expect(male.difference_lower).toBeCloseTo(0.0524, 4);
    expect(male.difference_upper).toBeCloseTo(0.3339, 4);
  });

  test('a verdict by Fisher, corrected by Holm over all that was tested', () => {
    // Two tests, of the same p: each is doubled, 0.025042.
    expect(newcombe.tests.tested).toBe(2);
    expect(rowOf(sexes, 'Male').p).toBeCloseTo(0.012521, 6);
    expect(rowOf(sexes, 'Male').p_adjusted).toBeCloseTo(0.025042, 6);
    expect(rowOf(sexes, 'Male').verdict).toBe('higher');
    expect(rowOf(sexes, 'Female').verdict).toBe('lower');
  });

  test('fewer than 5 in either: too few to say, and not tested', () => {
    expect(rowOf(sexes, 'Other')).toMatchObject({ p: '[z]', verdict: 'too few to say' });
    const comparison = compareInternal({
      home: { csv: service('sex', { Male: 40, Female: 4 }), ...SEX },
      away: { csv: service('sex', { Male: 5, Female: 35 }, 'Z'), ...SEX },
    });
    expect(rowOf(pairOf(comparison, 'sex-mix', 'sexes'), 'Female').verdict).toBe('too few to say');
    expect(rowOf(pairOf(comparison, 'sex-mix', 'sexes'), 'Male').verdict).toBe('higher');
  });

  test('the not known are outside shares, and shown by their number', () => {
    const comparison = compareInternal({
      home: { csv: service('sex', { Male: 6, Female: 4, '': 7 }), ...SEX },
      away: { csv: service('sex', { Male: 5, Female: 5 }, 'Z'), ...SEX },
    });
    const unknown = rowOf(pairOf(comparison, 'sex-mix', 'sexes'), 'Not known');
    expect(unknown).toMatchObject({ first_count: 7, first_share: '[z]', other_count: 0, difference: '[z]' });
    expect(rowOf(pairOf(comparison, 'sex-mix', 'sexes'), 'Male').first_share).toBe(0.6);
  });

  test('three inputs: the first with each of the others, and Holm over both pairs', () => {
    // Male and Female in two pairs. The second pair is alike: p = 1. The first is as above: 4 x 0.0125211, 0.050085,
    // which is no longer clear.
    const three = compareInternal({
      home: { csv: service('sex', { Male: 56, Female: 14 }), ...SEX },
      away: { csv: service('sex', { Male: 48, Female: 32 }, 'Z'), ...SEX },
      alike: { csv: service('sex', { Male: 56, Female: 14 }, 'X'), ...SEX },
    });
    expect(three.direction).toBe('home less each of the others');
    expect(three.tests.tested).toBe(4);
    const male = rowOf(pairOf(three, 'sex-mix', 'sexes', 0), 'Male');
    expect(male.p_adjusted).toBeCloseTo(0.050085, 6);
    expect(male.verdict).toBe('no clear difference');
    expect(rowOf(pairOf(three, 'sex-mix', 'sexes', 1), 'Male')).toMatchObject({ p: 1, difference: 0 });
  });

  test('a category that only one has is 0 in the other, in its place', () => {
    const ethnicity = { metrics: some('ethnicity-mix') };
    const comparison = compareInternal({
      home: { csv: service('ethnicity', { Irish: 5, African: 5 }), ...ethnicity },
      away: { csv: service('ethnicity', { Roma: 6, Arab: 4 }, 'Z'), ...ethnicity },
    });
    const { rows } = pairOf(comparison, 'ethnicity-mix', 'categories');
    expect(
      rows.map(({ category, first_share, other_share }) => [category, first_share, other_share]),
    ).toEqual([
      ['African', 0.5, 0],
      ['Arab', 0, 0.4],
      ['Irish', 0.5, 0],
      ['Roma', 0, 0.6],
    ]);
  });

  test('nobody on one side: no share, no difference', () => {
    const comparison = compareInternal({
      home: { csv: service('sex', { Male: 6, Female: 4 }), ...SEX },
      away: { csv: service('sex', { '': 3 }, 'Z'), ...SEX },
    });
    const male = rowOf(pairOf(comparison, 'sex-mix', 'sexes'), 'Male');
    expect(male).toMatchObject({ first_share: 0.6, other_share: '[z]', difference: '[z]', verdict: '[z]' });
    expect(comparison.tests.tested).toBe(0);
  });

  test('measures of work stand side by side, ratings and bands are left out', () => {
    const work = { metrics: some('workload', 'court-quality') };
    const csv = service('worker_id,disposal,planning_child_safety', { 'W1,Referral order,Yes': 8 });
    const comparison = compareInternal({ home: { csv, ...work }, away: { csv, ...work } });
    const summary = pairOf(comparison, 'workload', 'summary');
    expect(summary.status).toBe('side-by-side');
    expect(summary.rows).toContainEqual({ measure: 'cases', first_value: 8, other_value: 8 });
    const quality = comparison.metrics.find(({ name }) => name === 'court-quality');
    expect(quality?.tables.map(({ name }) => name)).toEqual(['questions']);
    expect(Object.keys(pairOf(comparison, 'court-quality', 'questions').rows[0])).not.toContain('band');
  });

  test('judgements: too few is fewer than 5 judged, not fewer than 5 sufficient', () => {
    const court = { metrics: some('court-quality') };
    const header = 'disposal,planning_child_safety,delivery_desistance';
    const cells = (planning: string, delivery: string) => `Referral order,${planning},${delivery}`;
    const comparison = compareInternal({
      home: { csv: service(header, { [cells('Yes', 'Yes')]: 4, [cells('No', 'NA')]: 16 }), ...court },
      away: { csv: service(header, { [cells('Yes', 'No')]: 18, [cells('No', 'No')]: 2 }, 'Z'), ...court },
    });
    const { rows } = pairOf(comparison, 'court-quality', 'questions');
    const question = (standard: string, name: string) =>
      rows.find((row) => row.standard === standard && row.question === name);
    expect(question('planning', 'child_safety')).toMatchObject({
      first_count: 4,
      first_of: 20,
      verdict: 'lower',
    });
    expect(question('delivery', 'desistance')).toMatchObject({ first_of: 4, verdict: 'too few to say' });
    expect(question('reviewing', 'desistance')).toMatchObject({ first_of: 0, verdict: '[z]' });
  });
});

describe('two dates of one service', () => {
  const months = {
    now: { csv: service('sex', { Male: 56, Female: 14 }), ...SEX },
    before: { csv: service('sex', { Male: 48, Female: 32 }), ...SEX },
  };

  test('the difference alone, without range and verdict, and the reason', () => {
    const pair = pairOf(compareInternal(months, SAME), 'sex-mix', 'sexes');
    const male = rowOf(pair, 'Male');
    expect(male.difference).toBeCloseTo(0.2, 12);
    expect(male).toMatchObject({
      difference_lower: '[z]',
      difference_upper: '[z]',
      p: '[z]',
      verdict: '[z]',
    });
    expect(pair.testing).toBe('none');
    expect(pair.reason).toContain('the same children are in both');
  });

  test('how many children there are more or fewer, and who came and went', () => {
    const moved = { onlyInFirst: 12, onlyInOther: 22, inBoth: 58 };
    const [pair] = compareInternal(months, { ...SAME, moved }).pairs;
    expect(pair.sizes).toEqual([
      { measure: 'children with an open case', first_value: 70, other_value: 80, difference: -10 },
    ]);
    expect(pair.movement).toEqual({ onlyInFirst: 12, onlyInOther: 22, inBoth: 58 });
    // Of two services it would say which is larger.
    expect(compareInternal(months, DIFFERENT).pairs[0].sizes[0].difference).toBe('[z]');
  });

  test.each([
    ['all of 5 and more are shown', [12, 22, 58], [12, 22, 58]],
    ['one of 4 withholds all: each follows from the others', [4, 14, 66], '[c]'],
    ['few who stayed are as telling', [66, 76, 4], '[c]'],
    // Beside nobody who left, the change of a group is those of it who joined.
    ['nobody left', [10, 0, 60], '[c]'],
    ['nobody came or went', [0, 0, 70], [0, 0, 70]],
  ] as const)('shared with others, %s', (_, [onlyInFirst, onlyInOther, inBoth], shown) => {
    const moved = { onlyInFirst, onlyInOther, inBoth };
    const { movement } = compareShared(months, { ...SAME, moved }).pairs[0];
    expect(Object.values(movement ?? {})).toEqual(shown === '[c]' ? ['[c]', '[c]', '[c]'] : shown);
  });

  test('court work of different audited cases is tested though the children are the same', () => {
    const court = { metrics: some('court-quality') };
    const csv = service('disposal,planning_child_safety', { 'Referral order,Yes': 8 });
    const inputs = { now: { csv, ...court }, before: { csv, ...court } };
    const different = compareInternal(inputs, { ...SAME, auditedCases: 'different' });
    expect(pairOf(different, 'court-quality', 'questions').testing).toBe('newcombe-and-fisher');
    const shared = pairOf(compareInternal(inputs, SAME), 'court-quality', 'questions');
    expect(shared.testing).toBe('none');
    expect(shared.reason).toContain('the same audited cases are in both');
  });

  test('own categories are the same in one service at two dates', () => {
    const own = { metrics: some('ethnicity-mix'), ethnicityList: 'as-recorded' } as const;
    const csv = service('ethnicity', { RIVERSIDE: 6, HARBOR: 7 });
    const inputs = { now: { csv, ...own }, before: { csv, ...own } };
    expect(pairOf(compareInternal(inputs, SAME), 'ethnicity-mix', 'categories').status).toBe('compared');
    expect(pairOf(compareInternal(inputs), 'ethnicity-mix', 'categories').status).toBe('not-comparable');
  });
});

describe('what is withheld in one input has no difference', () => {
  const comparison = compareShared({
    home: { csv: service('sex', { Male: 20, Female: 10, Other: 3 }), ...SEX },
    away: { csv: service('sex', { Male: 12, Female: 12 }, 'Z'), ...SEX },
  });

  test('row by row', () => {
    const other = rowOf(pairOf(comparison, 'sex-mix', 'sexes'), 'Other');
    expect(other).toMatchObject({
      first_count: '[c]',
      other_count: 0,
      difference: '[c]',
      p: '[c]',
      verdict: '[c]',
    });
    expect(other).toMatchObject({ difference_lower: '[c]', difference_upper: '[c]', p_adjusted: '[c]' });
    expect(comparison.notes.join(' ')).toContain('counts under 5');
  });

  test('a metric that is withheld whole, by the reason', () => {
    const small = compareShared({
      home: { csv: service('sex', { Male: 20, Female: 10 }), ...SEX },
      away: { csv: service('sex', { Male: 9 }, 'Z'), ...SEX },
    });
    const pair = pairOf(small, 'sex-mix', 'sexes');
    expect(pair).toMatchObject({
      status: 'not-comparable',
      reason: 'withheld in away: small numbers',
      rows: [],
    });
    expect(small.pairs[0].sizes[0]).toMatchObject({ first_value: 30, other_value: '[c]' });
  });
});
