/** Weights of the outcomes from `lowest` on, one after the other; the outcomes left out at either end count as 0. */
export interface Weights {
  readonly lowest: number;
  readonly weights: readonly number[];
}

/** Far below any probability that is looked at, far above where numbers of 64 bits lose their precision. */
const NEXT_TO_NOTHING = 1e-300;

/**
 * Probabilities of a count, up to a common factor, walked outward from its most likely outcome, which gets weight 1.
 *
 * weight(k + 1) = weight(k) x ratio(k), where ratio(k) = P(k + 1) / P(k). Neither factorials nor their logarithms
 * are needed, so nothing large cancels: the relative error is that of the steps alone (under 1e-12 at a million
 * cases). The walk ends where weights fall under `negligible`, so its length goes with the standard deviation.
 *
 * The most likely outcome need not be exact: its neighbours then have a weight a little over 1.
 *
 * @param range the smallest, the most likely and the largest outcome, whole numbers
 * @param ratio P(k + 1) / P(k); falls as k rises
 * @example weightsAroundPeak({ lowest: 0, peak: 1, highest: 2 }, (k) => (2 - k) / (k + 1)).weights // [0.5, 1, 0.5]
 */
export function weightsAroundPeak(
  range: { readonly lowest: number; readonly peak: number; readonly highest: number },
  ratio: (outcome: number) => number,
  negligible: number = NEXT_TO_NOTHING,
): Weights {
  const weights: number[] = [];
  const { lowest, peak, highest } = range;
  let down = peak;
  for (let weight = 1; down > lowest; down--) {
    weight /= ratio(down - 1);
    if (weight < negligible) break;
    weights.push(weight);
  }
  weights.reverse().push(1);
  let weight = 1;
  for (let up = peak; up < highest; up++) {
    weight *= ratio(up);
    if (weight < negligible) break;
    weights.push(weight);
  }
  return { lowest: down, weights };
}
