import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilsonInterval, Z_95 } from '../../src/stats/wilson-interval.ts';

const proportion = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));

test.each([
  // Published reference values to six decimals; the method of R's prop.test(successes, total, correct = FALSE).
  [65, 100, 0.552544, 0.736358],
  [1045, 5000, 0.197955, 0.220491],
  [0, 10, 0, 0.277533],
  [10, 10, 0.722467, 1],
  [3, 7, 0.15822, 0.749542],
  [1, 1, 0.206549, 1],
])('%i of %i lies between the published bounds %f and %f', (successes, total, lower, upper) => {
  const interval = wilsonInterval(successes, total);
  expect(Math.abs(interval.lower - lower)).toBeLessThan(1e-6);
  expect(Math.abs(interval.upper - upper)).toBeLessThan(1e-6);
});

test('none of n has lower bound 0 and all of n upper bound 1, exactly, and the other bound in closed form', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (total) => {
      const none = wilsonInterval(0, total);
      const all = wilsonInterval(total, total);
      expect(none.lower).toBe(0);
      expect(all.upper).toBe(1);
      // (0 - bound)^2 = z^2 bound (1 - bound) / n gives bound = z^2 / (n + z^2).
      expect(none.upper).toBeCloseTo(Z_95 ** 2 / (total + Z_95 ** 2), 12);
      expect(all.lower).toBeCloseTo(total / (total + Z_95 ** 2), 12);
    }),
    { seed: 20261031 },
  );
});

test('a bound is the share from which the one seen lies 1.96 standard errors away: the score test turned round', () => {
  fc.assert(
    fc.property(proportion, ([successes, total]) => {
      const { lower, upper } = wilsonInterval(successes, total);
      for (const bound of [lower, upper]) {
        const standardError = Math.sqrt((bound * (1 - bound)) / total);
        expect(Math.abs(successes / total - bound)).toBeCloseTo(Z_95 * standardError, 9);
      }
    }),
    { seed: 20261031 },
  );
});

test('the share lies within its interval, the interval within 0 to 1, and the other side of the share mirrors it', () => {
  fc.assert(
    fc.property(proportion, ([successes, total]) => {
      const { lower, upper } = wilsonInterval(successes, total);
      const others = wilsonInterval(total - successes, total);
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(lower).toBeLessThanOrEqual(successes / total);
      expect(upper).toBeGreaterThanOrEqual(successes / total);
      expect(upper).toBeLessThanOrEqual(1);
      expect(others.lower).toBeCloseTo(1 - upper, 12);
      expect(others.upper).toBeCloseTo(1 - lower, 12);
    }),
    { seed: 20261031 },
  );
});

test('the 97.5 % point is written in full', () => {
  expect(Z_95).toBe(1.959963984540054);
});

test.each([
  [1, 0],
  [0, 0],
  [-1, 10],
  [11, 10],
  [Number.NaN, 10],
  [1, Number.NaN],
])('%d of %d is no proportion', (successes, total) => {
  expect(() => wilsonInterval(successes, total)).toThrow(
    new RangeError('wilsonInterval requires 0 <= successes <= total and a total over 0'),
  );
});
