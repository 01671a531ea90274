import fc from 'fast-check';
import { expect, test } from 'vitest';
import { poissonComparison } from '../../src/stats/poisson-comparison.ts';
import { relativeRate } from '../../src/stats/relative-rate.ts';
import { choose, over, relativeError, sumOver } from './exact.ts';

test('3 starts after 11 in months of the same length, by hand', () => {
  // Of 14 even chances 3 or fewer: 1 + 14 + 91 + 364 = 470 of 16384, twice.
  expect(poissonComparison(3, 31, 11, 31)).toBeCloseTo(940 / 16384, 15);
});

test('10 starts after none, by hand', () => {
  expect(poissonComparison(10, 30, 0, 30)).toBeCloseTo(2 / 1024, 15);
});

test.each([
  // The vignette of R's rateratio.test (Fay 2022) prints p-value = 0.05011 for c(2, 9) with time of c(17877, 16660).
  [2, 17877, 9, 16660, 0.0501064956141089],
  // Python, scipy 1.17.1: min(1, 2 min(binom.cdf(x, n, s), binom.sf(x - 1, n, s))), n = x + y and s = t / (t + u).
  [12, 31, 20, 28, 0.12645134497195265],
  [30, 92, 51, 91, 0.022578665313895387],
  [40, 92, 22, 90, 0.03719899493345287],
  // The same; R's poisson.test, which sums the less probable outcomes, prints 0.07967 for this one.
  [11, 800, 21, 3011, 0.11201731957539936],
  [500_500, 31, 499_500, 30, 1.809040872521534e-53],
])('%i in %f against %i in %f has p %f', (count, exposure, otherCount, otherExposure, p) => {
  const seen = poissonComparison(count, exposure, otherCount, otherExposure);
  expect(relativeError(seen, p)).toBeLessThan(1e-11);
});

const count = fc.integer({ min: 0, max: 120 });
const days = fc.integer({ min: 28, max: 92 });

test('in periods of the same length it is twice the tail of even chances, in whole numbers without rounding', () => {
  fc.assert(
    fc.property(count, count, days, (one, other, length) => {
      const all = one + other;
      const ways = sumOver(0, Math.min(one, other), (k) => choose(all, k));
      const expected = Math.min(1, 2 * over(ways, 2n ** BigInt(all)));
      expect(relativeError(poissonComparison(one, length, other, length), expected)).toBeLessThan(1e-12);
    }),
  );
});

test('it is under 0.05 just where the interval of the relative rate leaves out 1, and the same both ways', () => {
  fc.assert(
    fc.property(count, days, count, days, (one, length, other, otherLength) => {
      fc.pre(one + other > 0);
      const p = poissonComparison(one, length, other, otherLength);
      const { lower, upper } = relativeRate(one, length, other, otherLength);
      expect(p < 0.05).toBe(lower > 1 || upper < 1);
      expect(relativeError(poissonComparison(other, otherLength, one, length), p)).toBeLessThan(1e-11);
    }),
  );
});

test('nothing against nothing, or as many against as many, is no difference', () => {
  expect(poissonComparison(0, 31, 0, 30)).toBe(1);
  expect(poissonComparison(5, 30, 5, 30)).toBe(1);
});

test('one more, in periods of the same length, is no difference to the last digit: the smaller tail is a half', () => {
  for (let one = 0; one < 400; one++) {
    expect([one, poissonComparison(one, 30, one + 1, 30)]).toEqual([one, 1]);
    expect([one, poissonComparison(one + 1, 30, one, 30)]).toEqual([one, 1]);
  }
});

test('two more are not: 73 and 75 of 148 even chances', () => {
  // Twice P(X <= 73) is 1 less P(X = 74).
  const p = 1 - over(choose(148, 74), 2n ** 148n);
  expect(relativeError(poissonComparison(73, 30, 75, 30), p)).toBeLessThan(1e-12);
});

test.each([
  [-1, 30, 5, 30],
  [1.5, 30, 5, 30],
  [1, 0, 5, 30],
  [1, 30, 5, Number.NaN],
])('%d in %d against %d in %d cannot be compared', (one, length, other, otherLength) => {
  expect(() => poissonComparison(one, length, other, otherLength)).toThrow(
    new RangeError('poissonComparison requires whole counts, none below 0, and exposures over 0'),
  );
});
