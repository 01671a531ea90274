import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clopperPearson } from '../../src/stats/clopper-pearson.ts';
import { relativeError } from './exact.ts';

test.each([
  // Newcombe, R. G. (1998), "Two-sided confidence intervals for the single proportion: comparison of seven methods",
  // Statistics in Medicine 17, 857-872, table I, method 5 (Clopper-Pearson).
  [81, 263, 0.2527, 0.3676],
  [15, 148, 0.0578, 0.1617],
  [0, 20, 0, 0.1684],
  [1, 29, 0.0009, 0.1776],
  // What the examples of R's binom.test print for Mendel's peas: 0.7076683 to 0.7654066.
  [682, 925, 0.7077, 0.7654],
])('%i of %i lies between the published bounds %f and %f', (successes, total, lower, upper) => {
  const interval = clopperPearson(successes, total);
  expect(Math.abs(interval.lower - lower)).toBeLessThanOrEqual(5.0001e-5);
  expect(Math.abs(interval.upper - upper)).toBeLessThanOrEqual(5.0001e-5);
});

test.each([
  // Limits whose tails, summed with 60 digits (Python, mpmath 1.3.0), are 0.025 to the 15th digit.
  [3, 1_000_000, 6.186725501906399e-7, 8.767247788145223e-6],
  [123_456, 1_000_000, 0.12281184162962973, 0.12410234027680268],
  [500_000, 1_000_000, 0.49901951919531184, 0.5009804808046883],
  [10, 100, 0.049004689221485966, 0.17622259774002266],
])('small limits are as exact as large ones: %i of %i', (successes, total, lower, upper) => {
  const interval = clopperPearson(successes, total);
  expect(relativeError(interval.lower, lower)).toBeLessThan(1e-12);
  expect(relativeError(interval.upper, upper)).toBeLessThan(1e-12);
});

test('none of n has lower limit 0 and all of n upper limit 1, exactly, and the other limit in closed form', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (total) => {
      const none = clopperPearson(0, total);
      const all = clopperPearson(total, total);
      expect(none.lower).toBe(0);
      expect(all.upper).toBe(1);
      // (1 - limit)^n = 0.025 and limit^n = 0.025.
      expect(relativeError(none.upper, -Math.expm1(Math.log(0.025) / total))).toBeLessThan(1e-12);
      expect(relativeError(all.lower, 0.025 ** (1 / total))).toBeLessThan(1e-12);
    }),
  );
});

const proportion = fc
  .integer({ min: 1, max: 400 })
  .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));

/** P(X <= k) of n at a share, by its definition, each term from logarithms summed one by one. */
function atMost(k: number, n: number, share: number): number {
  let [sum, logChoose] = [0, 0];
  for (let j = 0; j <= k; j++) {
    sum += Math.exp(logChoose + j * Math.log(share) + (n - j) * Math.log1p(-share));
    logChoose += Math.log((n - j) / (j + 1));
  }
  return sum;
}

test('at each limit the tail beyond what was seen has probability 0.025', () => {
  fc.assert(
    fc.property(proportion, ([successes, total]) => {
      const { lower, upper } = clopperPearson(successes, total);
      if (successes > 0) expect(1 - atMost(successes - 1, total, lower)).toBeCloseTo(0.025, 10);
      if (successes < total) expect(atMost(successes, total, upper)).toBeCloseTo(0.025, 10);
    }),
  );
});

test('the share lies within its interval, and the other side of the share mirrors it', () => {
  fc.assert(
    fc.property(proportion, ([successes, total]) => {
      const { lower, upper } = clopperPearson(successes, total);
      const others = clopperPearson(total - successes, total);
      expect(lower).toBeLessThanOrEqual(successes / total);
      expect(upper).toBeGreaterThanOrEqual(successes / total);
      expect(others.lower).toBeCloseTo(1 - upper, 12);
      expect(others.upper).toBeCloseTo(1 - lower, 12);
    }),
  );
});

test.each([
  [1, 0],
  [0, 0],
  [-1, 10],
  [11, 10],
  [1.5, 10],
  [Number.NaN, 10],
])('%d of %d is no proportion', (successes, total) => {
  expect(() => clopperPearson(successes, total)).toThrow(
    new RangeError('clopperPearson requires whole 0 <= successes <= total and a total over 0'),
  );
});
