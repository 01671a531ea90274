import { wilsonInterval } from './wilson-interval.ts';

/**
 * Difference of two shares of different cases, first less second, with Newcombe's hybrid score interval, 95 %.
 *
 * With p1, p2 the shares and l1 to u1, l2 to u2 their Wilson intervals without continuity correction:
 * lower = p1 - p2 - sqrt((p1 - l1)^2 + (u2 - p2)^2), upper = p1 - p2 + sqrt((u1 - p1)^2 + (p2 - l2)^2).
 * It stays within -1 to 1. In shares, not percentage points. The two must not share cases: for the same children at
 * two dates it is wrong.
 *
 * Newcombe, R. G. (1998), "Interval estimation for the difference between independent proportions: comparison of
 * eleven methods", Statistics in Medicine 17, 873-890, method 10.
 *
 * @example newcombeInterval(56, 70, 48, 80) // { difference: 0.2, lower: 0.052431, upper: 0.333873 }
 * @throws RangeError when one of the two is no proportion
 */
export function newcombeInterval(
  successes: number,
  total: number,
  otherSuccesses: number,
  otherTotal: number,
): { difference: number; lower: number; upper: number } {
  const one = wilsonInterval(successes, total);
  const other = wilsonInterval(otherSuccesses, otherTotal);
  const [share, otherShare] = [successes / total, otherSuccesses / otherTotal];
  const difference = share - otherShare;
  return {
    difference,
    lower: difference - Math.sqrt((share - one.lower) ** 2 + (other.upper - otherShare) ** 2),
    upper: difference + Math.sqrt((one.upper - share) ** 2 + (otherShare - other.lower) ** 2),
  };
}
