import { binomialTails, NEGLIGIBLE_BESIDE_A_LIMIT } from './binomial-tails.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** Half of what a 95 % interval leaves out. */
const TAIL = 0.025;
/** Digits double with each step: after one this small, what is wrong lies beyond the last digit. */
const LAST_STEP = 1e-10;
/** Five or six steps do; the bound is there so that nothing can go on for ever. */
const MOST_STEPS = 100;

/**
 * Exact (Clopper-Pearson) interval of a proportion, 95 %: the shares at which so many successes or more, and so many
 * or fewer, would each have probability 0.025.
 *
 * P(X >= successes | lower) = 0.025 and P(X <= successes | upper) = 0.025, X binomial; 12 digits of each limit are
 * right, of small ones too. With no successes the lower limit is 0 and with nothing but successes the upper one is 1,
 * exactly. It is wider than needed for few cases: it covers the share in at least 95 of 100.
 *
 * Clopper, C. J. and Pearson, E. S. (1934), "The use of confidence or fiducial limits illustrated in the case of the
 * binomial", Biometrika 26, 404-413.
 *
 * @example clopperPearson(81, 263) // { lower: 0.252737, upper: 0.367622 }
 * @throws RangeError when the numbers are no proportion
 */
export function clopperPearson(successes: number, total: number): { lower: number; upper: number } {
  const isWhole = Number.isSafeInteger(successes) && Number.isSafeInteger(total);
  if (!(isWhole && successes >= 0 && successes <= total && total > 0)) {
    throw new RangeError('clopperPearson requires whole 0 <= successes <= total and a total over 0');
  }
  const start = wilsonInterval(successes, total);
  const tailsAt = (share: number) => {
    const { atMost, atLeast } = binomialTails(successes, total, share, NEGLIGIBLE_BESIDE_A_LIMIT);
    return { atMost, atLeast, same: atMost + atLeast - 1 };
  };
  const atLeast = (share: number) => {
    const { atLeast: tail, same } = tailsAt(share);
    return { tail, slope: (successes * (1 - share) * same) / tail };
  };
  const atMost = (share: number) => {
    const { atMost: tail, same } = tailsAt(share);
    return { tail, slope: (-(total - successes) * share * same) / tail };
  };
  return {
    lower: successes === 0 ? 0 : shareWithTail(atLeast, start.lower),
    upper: successes === total ? 1 : shareWithTail(atMost, start.upper),
  };
}

/**
 * Newton's steps on the logarithm of the tail over that of the odds, where every binomial tail is concave: from any
 * start they come to the limit, and no share leaves 0 to 1. `slope` is the derivative there.
 */
function shareWithTail(at: (share: number) => { tail: number; slope: number }, start: number): number {
  let odds = start / (1 - start);
  for (let step = 1, count = 0; Math.abs(step) > LAST_STEP && count < MOST_STEPS; count++) {
    const { tail, slope } = at(odds / (1 + odds));
    step = (Math.log(TAIL) - Math.log(tail)) / slope;
    odds *= Math.exp(step);
  }
  return odds / (1 + odds);
}
