import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newcombeInterval } from '../../src/stats/newcombe-interval.ts';

test.each([
  // Newcombe, R. G. (1998), "Interval estimation for the difference between independent proportions: comparison of
  // eleven methods", Statistics in Medicine 17, 873-890, table II, method 10, the contrasts (a) to (h).
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])('%i of %i less %i of %i lies between the published bounds %f and %f', (a, m, b, n, lower, upper) => {
  const interval = newcombeInterval(a, m, b, n);
  expect(interval.difference).toBeCloseTo(a / m - b / n, 15);
  expect(Math.abs(interval.lower - lower)).toBeLessThanOrEqual(5.0001e-5);
  expect(Math.abs(interval.upper - upper)).toBeLessThanOrEqual(5.0001e-5);
});

const proportion = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));

test('the difference lies within, the interval within -1 to 1, and the other way round mirrors it', () => {
  fc.assert(
    fc.property(proportion, proportion, ([a, m], [b, n]) => {
      const { difference, lower, upper } = newcombeInterval(a, m, b, n);
      expect(lower).toBeLessThanOrEqual(difference);
      expect(upper).toBeGreaterThanOrEqual(difference);
      expect(lower).toBeGreaterThanOrEqual(-1 - 1e-12);
      expect(upper).toBeLessThanOrEqual(1 + 1e-12);
      const mirrored = newcombeInterval(b, n, a, m);
      expect(mirrored.lower).toBeCloseTo(-upper, 12);
      expect(mirrored.upper).toBeCloseTo(-lower, 12);
    }),
  );
});

test.each([
  [1, 0, 1, 2],
  [1, 2, 0, 0],
  [3, 2, 1, 2],
])('%d of %d less %d of %d is no difference of shares', (a, m, b, n) => {
  expect(() => newcombeInterval(a, m, b, n)).toThrow(RangeError);
});
