import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile } from '../../src/stats/quantile.ts';

test.each([
  // h = (n - 1) p + 1, then x[floor h] + (h - floor h) (x[floor h + 1] - x[floor h]): R's quantile(x, p, type = 7).
  [[1, 2, 3, 4], 0.25, 1.75], // h = 1.75: 1 + 0.75 x 1
  [[1, 2, 3, 4], 0.5, 2.5],
  [[1, 2, 3, 4], 0.75, 3.25],
  [[1, 2, 3, 4, 5], 0.25, 2], // h = 2, no interpolation
  [[2, 4, 4, 5, 9, 20], 0.25, 4], // h = 2.25, between 4 and 4
  [[2, 4, 4, 5, 9, 20], 0.75, 8], // h = 4.75: 5 + 0.75 x 4
  [[2, 4, 4, 5, 9, 20], 0.1, 3], // h = 1.5: 2 + 0.5 x 2
  [[3, 10], 0.9, 9.3], // h = 1.9: 3 + 0.9 x 7
  // What R prints for summary(women), the data set of 15 weights that comes with it: 124.5, 135.0, 148.0.
  [[115, 117, 120, 123, 126, 129, 132, 135, 139, 142, 146, 150, 154, 159, 164], 0.25, 124.5],
  [[115, 117, 120, 123, 126, 129, 132, 135, 139, 142, 146, 150, 154, 159, 164], 0.5, 135],
  [[115, 117, 120, 123, 126, 129, 132, 135, 139, 142, 146, 150, 154, 159, 164], 0.75, 148],
])('of %j the quantile %f is %f', (sorted, fraction, expected) => {
  expect(quantile(sorted, fraction)).toBeCloseTo(expected, 12);
});

test('0 and 1 are the smallest and the largest, and of one value every quantile is that value', () => {
  expect(quantile([3, 8, 11], 0)).toBe(3);
  expect(quantile([3, 8, 11], 1)).toBe(11);
  for (const fraction of [0, 0.25, 0.5, 1]) expect(quantile([7], fraction)).toBe(7);
});

test('a larger fraction never gives a smaller value', () => {
  const values = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 30 });
  const fraction = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
  fc.assert(
    fc.property(values, fraction, fraction, (unsorted, one, other) => {
      const sorted = [...unsorted].sort((a, b) => a - b);
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      expect(quantile(sorted, low)).toBeLessThanOrEqual(quantile(sorted, high) + 1e-9);
    }),
    { seed: 20261031 },
  );
});

test('no values have no quantile', () => {
  expect(() => quantile([], 0.5)).toThrow(new RangeError('quantile requires at least 1 value'));
});
