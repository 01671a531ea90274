import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gini } from '../../src/stats/gini.ts';

test.each([
  // Sum of |x - y| over all ordered pairs, over 2 n^2 mean.
  [[5], 0],
  [[3, 3, 3, 3], 0],
  [[1, 1, 1, 5], 0.375], // 3 pairs of 4, both ways: 24 / (2 x 16 x 2)
  [[1, 2, 3, 6], 1 / 3], // 1 + 2 + 5 + 1 + 4 + 3 = 16, both ways: 32 / (2 x 16 x 3)
  [[0, 0, 0, 1], 0.75], // one has everything: (n - 1) / n
  [[1, 2, 3, 4, 5], 4 / 15], // 1 to n has (n^2 - 1) / 3n over n + 1, here 8 / 5 / 6
])('of %j it is %f', (sorted, expected) => {
  expect(gini(sorted)).toBeCloseTo(expected, 12);
});

const caseloads = fc
  .array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 25 })
  .filter((cases) => cases.some((value) => value > 0))
  .map((cases) => cases.sort((one, other) => one - other));

test('the one pass over sorted values gives what the definition gives over all pairs', () => {
  fc.assert(
    fc.property(caseloads, (sorted) => {
      const n = sorted.length;
      const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
      const distances = sorted.flatMap((one) => sorted.map((other) => Math.abs(one - other)));
      const expected = distances.reduce((sum, distance) => sum + distance, 0) / (2 * n * n * mean);
      expect(gini(sorted)).toBeCloseTo(expected, 12);
    }),
    { seed: 20261031 },
  );
});

test('twice the work for everybody, or every worker twice, is as uneven as before', () => {
  fc.assert(
    fc.property(caseloads, (sorted) => {
      expect(gini(sorted.map((value) => 2 * value))).toBeCloseTo(gini(sorted), 12);
      expect(gini(sorted.flatMap((value) => [value, value]))).toBeCloseTo(gini(sorted), 12);
    }),
    { seed: 20261031 },
  );
});

test.each([[[]], [[0]], [[0, 0, 0]]])('%j has nothing to share', (sorted) => {
  expect(() => gini(sorted)).toThrow(new RangeError('gini requires at least 1 value over 0'));
});
