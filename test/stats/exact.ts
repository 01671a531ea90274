/** Probabilities in whole numbers without limit, so without any rounding: what the statistics are held against. */

/** n! / (k! (n - k)!), 0 when k is not within 0 to n. */
export function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let result = 1n;
  for (let step = 1; step <= k; step++) result = (result * BigInt(n - step + 1)) / BigInt(step);
  return result;
}

const DIGITS = 10n ** 60n;

/** part / whole as a number, exact to its last digit. */
export function over(part: bigint, whole: bigint): number {
  return Number((part * DIGITS) / whole) / Number(DIGITS);
}

/** Sum over the whole numbers from `from` to `to`. */
export function sumOver(from: number, to: number, term: (k: number) => bigint): bigint {
  let sum = 0n;
  for (let k = from; k <= to; k++) sum += term(k);
  return sum;
}

/** P(X = k) times whole^n for a binomial count at a share of part / whole. */
export function binomialTerm(n: number, k: number, part: number, whole: number): bigint {
  return choose(n, k) * BigInt(part) ** BigInt(k) * BigInt(whole - part) ** BigInt(n - k);
}

/** How far one number is from another, as part of the other. */
export function relativeError(value: number, expected: number): number {
  return expected === 0 ? Math.abs(value) : Math.abs(value / expected - 1);
}
