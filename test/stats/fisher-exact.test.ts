import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fisherExact } from '../../src/stats/fisher-exact.ts';
import { choose, over, relativeError, sumOver } from './exact.ts';

type Table = readonly [number, number, number, number];

test.each<[string, Table, number]>([
  // Margins 4, 4, 4, 4: C(4, k) C(4, 4 - k) is 1, 16, 36, 16, 1 of 70; all but the 36 are at most the 16. As Agresti
  // (1990), p. 61; with one side only R's documentation prints 0.2429, which is 17 / 70.
  ['the lady tasting tea (Fisher 1935)', [3, 1, 1, 3], 34 / 70],
  // Fisher (1962), in the examples of R's fisher.test: p-value = 0.0005367.
  ['criminal convictions of like-sex twins', [2, 15, 10, 3], 0.0005367241191434358],
  // Earlier editions of scipy's documentation: 0.0349... C(10, k) C(6, 9 - k) for 3 to 9 is 120, 1260, 3780, 4200,
  // 1800, 270, 10 of 11440; the 120, 270 and 10 are at most the 270.
  ['whales and sharks in two oceans', [8, 2, 1, 5], 400 / 11440],
])('%s: %j has p %f, as published', (_story, table, p) => {
  expect(relativeError(fisherExact(...table), p)).toBeLessThan(1e-12);
});

test.each<[Table, number]>([
  // Computed with R's fisher.test for the tests of scipy (scipy/stats/tests/test_stats.py, TestFisherExact).
  [[100, 2, 1000, 5], 0.1300759363430016],
  [[2, 7, 8, 2], 0.02301413756522114],
  [[5, 1, 10, 10], 0.197324414715719],
  [[5, 15, 20, 20], 0.09580440012477637],
  [[10, 5, 10, 0], 0.06126482213438734],
  [[0, 5, 1, 4], 1],
  [[6, 37, 108, 200], 0.005092697748126],
  [[22, 0, 0, 102], 7.175066786244549e-25],
  [[94, 48, 3577, 16988], 2.069356340993818e-37],
])('R gives %j the same p, %f', (table, p) => {
  expect(relativeError(fisherExact(...table), p)).toBeLessThan(1e-11);
});

test.each<[Table, number]>([
  // Walked from the observed table outward with 40 digits (Python, mpmath 1.3.0).
  [[17704, 496, 1065, 75], 5.559766572590012e-11], // R: 5.56e-11
  [[18000, 80000, 20000, 90000], 0.27514817040628897], // R: 0.2751
  [[250500, 249500, 249500, 250500], 0.04571660611357819],
  [[251500, 248500, 249000, 251000], 5.79242350883254e-7],
  [[3, 7, 500000, 499990], 0.22655757817703182],
  [[300000, 200000, 290000, 210000], 6.860233565732365e-92],
])('large tables lose no digits: %j gives %f', (table, p) => {
  expect(relativeError(fisherExact(...table), p)).toBeLessThan(1e-12);
});

const cell = fc.integer({ min: 0, max: 60 });

test('it is the sum over all tables with these margins, in whole numbers without rounding', () => {
  fc.assert(
    fc.property(cell, cell, cell, cell, (a, b, c, d) => {
      const [row, column, total] = [a + b, a + c, a + b + c + d];
      const ways = (k: number) => choose(row, k) * choose(total - row, column - k);
      const asRare = (k: number) => (ways(k) * 10_000_000n <= ways(a) * 10_000_001n ? ways(k) : 0n);
      const expected = over(sumOver(0, column, asRare), choose(total, column));
      expect(relativeError(fisherExact(a, b, c, d), expected)).toBeLessThan(1e-12);
    }),
  );
});

test('which group and which answer stands first does not matter', () => {
  fc.assert(
    fc.property(cell, cell, cell, cell, (a, b, c, d) => {
      const p = fisherExact(a, b, c, d);
      for (const other of [fisherExact(c, d, a, b), fisherExact(b, a, d, c), fisherExact(a, c, b, d)]) {
        expect(relativeError(other, p)).toBeLessThan(1e-12);
      }
    }),
  );
});

test('tables as probable as the observed one count, on both sides', () => {
  // Rows 10 and 10, 6 yes: C(10, k) C(10, 6 - k) is 210, 2520, 9450, 14400, 9450, 2520, 210 over 38760.
  expect(fisherExact(1, 9, 5, 5)).toBeCloseTo((2 * (210 + 2520)) / 38760, 15);
  expect(fisherExact(3, 7, 3, 7)).toBe(1);
});

test.each([[[0, 0, 5, 10]], [[5, 10, 0, 0]], [[0, 5, 0, 10]], [[5, 0, 10, 0]], [[0, 0, 0, 0]]] as [Table][])(
  'a row or column of nothing leaves one table: %j gives 1',
  (table) => {
    expect(fisherExact(...table)).toBe(1);
  },
);

test('a p too small for any number is 0', () => {
  expect(fisherExact(500_000, 0, 0, 500_000)).toBe(0);
});

test.each([[[-1, 2, 3, 4]], [[1.5, 2, 3, 4]], [[1, 2, Number.NaN, 4]]] as [Table][])(
  '%j is no table',
  (table) => {
    expect(() => fisherExact(...table)).toThrow(
      new RangeError('fisherExact requires 4 whole numbers, none below 0'),
    );
  },
);
