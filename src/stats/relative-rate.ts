import { clopperPearson } from './clopper-pearson.ts';

/**
 * Relative rate index: the rate of one group over that of another, with the exact conditional interval, 95 %.
 *
 * ratio = (count / population) / (otherCount / otherPopulation). Of all events, the share p that falls on the first
 * group is binomial; with p's Clopper-Pearson limits, ratio = p / (1 - p) x otherPopulation / population. Right for
 * counts that are rare in their populations; for shares of a caseload it is approximate. Populations may be
 * population x years, or any exposure.
 *
 * No event in the first group: ratio and lower 0. None in the other: ratio and upper Infinity, and lower still says
 * something. Fewer than 5 in either is for the caller to call too few.
 *
 * Przyborowski, J. and Wilenski, H. (1940), "Homogeneity of results in testing samples from Poisson series",
 * Biometrika 31, 313-323; the interval of R's poisson.test.
 *
 * @example relativeRate(11, 800, 21, 3011) // { ratio: 1.971488, lower: 0.858426, upper: 4.277266 }
 * @throws RangeError when there is no event at all or a population is not over 0
 */
export function relativeRate(
  count: number,
  population: number,
  otherCount: number,
  otherPopulation: number,
): { ratio: number; lower: number; upper: number } {
  const all = count + otherCount;
  if (!(count >= 0 && otherCount >= 0 && all > 0 && population > 0 && otherPopulation > 0)) {
    throw new RangeError('relativeRate requires at least 1 event and populations over 0');
  }
  // 1 - p is the other group's share: taken from its own limits, as what is left of 1 is inexact when small.
  const share = clopperPearson(count, all);
  const rest = clopperPearson(otherCount, all);
  const perPopulation = otherPopulation / population;
  return {
    ratio: (count / otherCount) * perPopulation,
    lower: (share.lower / rest.upper) * perPopulation,
    upper: (share.upper / rest.lower) * perPopulation,
  };
}
