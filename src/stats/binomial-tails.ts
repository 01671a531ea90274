import { weightsAroundPeak } from './weights-around-peak.ts';

/** For who compares tails with 0.025 or 0.001: counts 1e20 times less likely than the likeliest do not matter. */
export const NEGLIGIBLE_BESIDE_A_LIMIT = 1e-20;

/**
 * Exact binomial tails: the probability of at most and of at least so many successes in a number of cases when each
 * is a success with probability `share`, independently.
 *
 * P(X = k) = C(n, k) share^k (1 - share)^(n - k); the two tails overlap in P(X = successes), so they add to more than 1.
 * Both are sums of their own, never 1 less the other, so small tails are as exact as large ones; a tail under 1e-300
 * is 0. With no cases both are 1; with share 0 or 1 they are 0 or 1.
 *
 * Clopper, C. J. and Pearson, E. S. (1934), Biometrika 26, 404-413, build their interval on these.
 *
 * @param negligible probabilities below this part of the largest are left out
 * @example binomialTails(1, 10, 0.5) // { atMost: 11 / 1024, atLeast: 1023 / 1024 }
 * @throws RangeError when the numbers are no count of cases or the share is none
 */
export function binomialTails(
  successes: number,
  total: number,
  share: number,
  negligible?: number,
): { atMost: number; atLeast: number } {
  if (!(isCount(successes) && isCount(total) && successes <= total && share >= 0 && share <= 1)) {
    throw new RangeError('binomialTails requires whole 0 <= successes <= total and a share from 0 to 1');
  }
  const peak = Math.min(total, Math.floor((total + 1) * share));
  const odds = share / (1 - share);
  const ratio = (count: number) => ((total - count) / (count + 1)) * odds;
  const { lowest, weights } = weightsAroundPeak({ lowest: 0, peak, highest: total }, ratio, negligible);
  const below = sum(weights, 0, successes - lowest);
  const same = weights[successes - lowest] ?? 0;
  const above = sum(weights, successes - lowest + 1, weights.length);
  const all = below + same + above;
  return { atMost: (below + same) / all, atLeast: (same + above) / all };
}

function sum(weights: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let index = Math.max(from, 0); index < Math.min(to, weights.length); index++) total += weights[index];
  return total;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
