import fc from 'fast-check';
import { expect, test } from 'vitest';
import { relativeRate } from '../../src/stats/relative-rate.ts';
import { relativeError } from './exact.ts';

test.each([
  // R's poisson.test(c(11, 6+8+7), c(800, 1083+1050+878)), the example of its documentation.
  [11, 800, 21, 3011, 1.971488, 0.8584264, 4.2772659],
  // The vignette of R's rateratio.test (Fay 2022): c(2, 9) with time of c(17877, 16660).
  [2, 17877, 9, 16660, 0.2070941557, 0.02177406, 1.0005491],
  // As many over as many: 60 digits of the binomial tails (Python, decimal) give 0.55104408 and 1.81473686.
  [25, 1000, 25, 1000, 1, 0.55104408, 1.81473686],
  // Shares of the beta distribution (Python, scipy 1.17.1): beta.ppf(0.025, 60, 101) and beta.ppf(0.975, 61, 100).
  [60, 17_883, 100, 42_740, 1.4339875859755074, 1.0234127715936407, 1.9944985608151766],
])('%i in %i over %i in %i is %f, from %f to %f', (a, A, b, B, ratio, lower, upper) => {
  const seen = relativeRate(a, A, b, B);
  expect(relativeError(seen.ratio, ratio)).toBeLessThan(3e-7);
  expect(relativeError(seen.lower, lower)).toBeLessThan(3e-7);
  expect(relativeError(seen.upper, upper)).toBeLessThan(3e-7);
});

test('no event in the group: 0, from 0 to a limit in closed form', () => {
  // p's upper limit is 1 - 0.025^(1 / b), so p / (1 - p) = 0.025^(-1 / b) - 1.
  const { ratio, lower, upper } = relativeRate(0, 500, 6, 2000);
  expect(ratio).toBe(0);
  expect(lower).toBe(0);
  expect(upper).toBeCloseTo((0.025 ** (-1 / 6) - 1) * 4, 12);
});

test('no event in the reference: without limit upwards, but the lower limit holds', () => {
  const { ratio, lower, upper } = relativeRate(6, 2000, 0, 500);
  expect(ratio).toBe(Number.POSITIVE_INFINITY);
  expect(upper).toBe(Number.POSITIVE_INFINITY);
  expect(lower).toBeCloseTo(1 / ((0.025 ** (-1 / 6) - 1) * 4), 12);
});

const count = fc.integer({ min: 1, max: 2000 });
const population = fc.integer({ min: 1, max: 5_000_000 });

test('the other way round everything is its reciprocal, and the ratio lies within', () => {
  fc.assert(
    fc.property(count, population, count, population, (a, A, b, B) => {
      const one = relativeRate(a, A, b, B);
      const other = relativeRate(b, B, a, A);
      expect(relativeError(one.lower, 1 / other.upper)).toBeLessThan(1e-11);
      expect(relativeError(one.upper, 1 / other.lower)).toBeLessThan(1e-11);
      expect(one.lower).toBeLessThan(one.ratio);
      expect(one.upper).toBeGreaterThan(one.ratio);
    }),
  );
});

test('two years pooled, the population counted twice, are as one year of twice the population', () => {
  expect(relativeRate(22, 2 * 800, 42, 2 * 3011)).toEqual(relativeRate(22, 1600, 42, 6022));
  // More events, the same rates: a narrower interval around the same ratio.
  const one = relativeRate(11, 800, 21, 3011);
  const two = relativeRate(22, 1600, 42, 6022);
  expect(two.ratio).toBeCloseTo(one.ratio, 12);
  expect(two.upper / two.lower).toBeLessThan(one.upper / one.lower);
});

test('a million events, three of them in the other group, lose no digits on either side', () => {
  // 3 of 1,000,000 lies within 6.186725501906399e-7 and 8.767247788145223e-6 (see clopper-pearson.test.ts); the odds
  // of the rest are (1 - limit) / limit.
  const { lower, upper } = relativeRate(999_997, 1000, 3, 1000);
  expect(relativeError(lower, (1 - 8.767247788145223e-6) / 8.767247788145223e-6)).toBeLessThan(1e-12);
  expect(relativeError(upper, (1 - 6.186725501906399e-7) / 6.186725501906399e-7)).toBeLessThan(1e-12);
});

test.each([
  [0, 100, 0, 100],
  [1, 0, 1, 100],
  [1, 100, 1, 0],
  [-1, 100, 3, 100],
  [1, Number.NaN, 3, 100],
])('%d in %d over %d in %d is no relative rate', (a, A, b, B) => {
  expect(() => relativeRate(a, A, b, B)).toThrow(
    new RangeError('relativeRate requires at least 1 event and populations over 0'),
  );
});
