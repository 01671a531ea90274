import { binomialTails } from './binomial-tails.ts';

/** A half that was added up from many terms may fall this far short of one. */
const ROUNDING = 1e-12;

/**
 * Exact conditional comparison of two Poisson counts: the two-sided p of their rates being the same.
 *
 * Given the sum n of both counts, the first is binomial with share exposure / (exposure + otherExposure);
 * p = twice the smaller of P(X <= count) and P(X >= count), at most 1. It agrees with the interval of relativeRate:
 * p < 0.05 just where that leaves out 1. R's poisson.test, two-sided, sums the less probable outcomes instead and
 * differs. Exposures are what the counts are over (days of a month, children of a population); when they are the
 * same the shares are a half. Both counts 0: p = 1.
 *
 * Przyborowski, J. and Wilenski, H. (1940), "Homogeneity of results in testing samples from Poisson series",
 * Biometrika 31, 313-323; Fay, M. P. (2010), R Journal 2 (1), 53-58, on the doubled tail.
 *
 * @example poissonComparison(2, 17877, 9, 16660) // 0.050106
 * @throws RangeError when a count is no whole number from 0 on or an exposure not over 0
 */
export function poissonComparison(
  count: number,
  exposure: number,
  otherCount: number,
  otherExposure: number,
): number {
  const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
  if (!(isCount(count) && isCount(otherCount) && exposure > 0 && otherExposure > 0)) {
    throw new RangeError('poissonComparison requires whole counts, none below 0, and exposures over 0');
  }
  const { atMost, atLeast } = binomialTails(count, count + otherCount, exposure / (exposure + otherExposure));
  const p = 2 * Math.min(atMost, atLeast);
  return p > 1 - ROUNDING ? 1 : p;
}
