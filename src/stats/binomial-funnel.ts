import { binomialTails, NEGLIGIBLE_BESIDE_A_LIMIT } from './binomial-tails.ts';

/** Widest first: what each level, in percent, leaves out on either side. */
export const FUNNEL_LEVELS = [
  { level: 99.8, tail: 0.001 },
  { level: 95, tail: 0.025 },
] as const;
export type FunnelLevel = (typeof FUNNEL_LEVELS)[number]['level'];

/** A tail of exactly 0.001 (3 of 3 at a share of 0.1) is not under it, though its sum may come out a little less. */
const EXACTLY = 1 - 1e-9;

/** Tails this large lose no digit to the outcomes that are negligible beside a limit. */
const NOT_RARE = 1e-5;

export interface FunnelPlace {
  /** Probability of so few or fewer, and of so many or more. */
  readonly atMost: number;
  readonly atLeast: number;
  readonly side: 'below' | 'inside' | 'above';
  /** The widest level left, in percent; null when inside. */
  readonly level: FunnelLevel | null;
}

/**
 * Where a team stands on a funnel around the service's share, by exact binomial tails.
 *
 * Below (above) at 95 % when the probability of so few (so many) successes at that share is under 0.025, at 99.8 %
 * when it is under 0.001, else inside. Of no cases it is inside, with both probabilities 1. Nothing is corrected for
 * the number of teams: of 20 alike, one lies outside 95 % by chance.
 *
 * Spiegelhalter, D. J. (2005), "Funnel plots for comparing institutional performance", Statistics in Medicine 24,
 * 1185-1202.
 *
 * @param share the service's, from 0 to 1
 * @example binomialFunnel(1, 10, 0.5) // { atMost: 0.010742, atLeast: 0.999023, side: 'below', level: 95 }
 * @throws RangeError when the numbers are no count of cases or the share is none
 */
export function binomialFunnel(successes: number, total: number, share: number): FunnelPlace {
  const near = binomialTails(successes, total, share, NEGLIGIBLE_BESIDE_A_LIMIT);
  const isRare = Math.min(near.atMost, near.atLeast) < NOT_RARE;
  const tails = isRare ? binomialTails(successes, total, share) : near;
  for (const { level, tail } of FUNNEL_LEVELS) {
    if (tails.atMost < tail * EXACTLY) return { ...tails, side: 'below', level };
    if (tails.atLeast < tail * EXACTLY) return { ...tails, side: 'above', level };
  }
  return { ...tails, side: 'inside', level: null };
}

export interface FunnelLimits {
  readonly level: FunnelLevel;
  /** The largest count that is below, the smallest that is above; null where no count of so few cases can be. */
  readonly below: number | null;
  readonly above: number | null;
}

/** For drawing: the counts from which `binomialFunnel` says below and above, at each level. */
export function funnelLimits(total: number, share: number): FunnelLimits[] {
  const tailsOf = (count: number) => binomialTails(count, total, share, NEGLIGIBLE_BESIDE_A_LIMIT);
  return FUNNEL_LEVELS.map(({ level, tail }) => {
    const under = tail * EXACTLY;
    const inOrAbove = firstCount(total, (count) => tailsOf(count).atMost >= under);
    const above = firstCount(total, (count) => tailsOf(count).atLeast < under);
    return { level, below: inOrAbove === 0 ? null : inOrAbove - 1, above: above > total ? null : above };
  });
}

/** The smallest count for which something holds that then holds for all larger ones; one over the total if for none. */
function firstCount(total: number, holds: (count: number) => boolean): number {
  let [from, to] = [0, total + 1];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
