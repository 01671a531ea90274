/**
 * What somebody can still be wrong about who knows some sums: found by trying whole numbers one after the other, and so
 * slow and simple. It shares nothing with the program.
 */

/** A whole number somebody does not know, but for the least and the most it can be. */
export interface Unknown {
  readonly least: number;
  readonly most?: number;
}

/** Unknowns whose sum is known; those under `minus` are taken from it. */
export interface Sum {
  readonly plus: readonly Unknown[];
  readonly minus?: readonly Unknown[];
  readonly total: number;
}

export interface Range {
  readonly smallest: number;
  readonly largest: number;
}

type Bounds = Map<Unknown, { low: number; high: number }>;

/** The smallest and the largest value with which all the sums can come true; null when they never can. */
export function rangeOf(unknown: Unknown, sums: readonly Sum[]): Range | null {
  const bounds = boundsOf([unknown, ...sums.flatMap(({ plus, minus = [] }) => [...plus, ...minus])]);
  if (!tighten(bounds, sums)) return null;
  const { low, high } = of(bounds, unknown);
  if (!Number.isFinite(high)) throw new Error('no sum says how large an unknown can be');
  const fits = (value: number) => canComeTrue(withValue(bounds, unknown, value), sums);
  const values = Array.from({ length: high - low + 1 }, (_, at) => low + at);
  const smallest = values.find(fits);
  const largest = values.reverse().find(fits);
  return smallest === undefined || largest === undefined ? null : { smallest, largest };
}

/**
 * The same by taking away what each sum alone rules out, again and again: quick with large numbers, and never narrower
 * than what can be worked out.
 */
export function boundsOn(unknown: Unknown, sums: readonly Sum[]): Range | null {
  const bounds = boundsOf([unknown, ...sums.flatMap(({ plus, minus = [] }) => [...plus, ...minus])]);
  if (!tighten(bounds, sums)) return null;
  const { low, high } = of(bounds, unknown);
  return { smallest: low, largest: high };
}

/** How far apart the largest and the smallest possible value are. */
export function widthOf(unknown: Unknown, sums: readonly Sum[]): number {
  const range = rangeOf(unknown, sums);
  if (range === null) throw new Error('what is known cannot be');
  return range.largest - range.smallest;
}

function boundsOf(unknowns: readonly Unknown[]): Bounds {
  return new Map(
    unknowns.map((one) => [one, { low: one.least, high: one.most ?? Number.POSITIVE_INFINITY }]),
  );
}

function of(bounds: Bounds, unknown: Unknown) {
  const found = bounds.get(unknown);
  if (found === undefined) throw new Error('an unknown of no sum');
  return found;
}

function withValue(bounds: Bounds, unknown: Unknown, value: number): Bounds {
  const copy: Bounds = new Map([...bounds].map(([one, { low, high }]) => [one, { low, high }]));
  return copy.set(unknown, { low: value, high: value });
}

/** Tries every value of the unknown that is closest to known, then of the next. */
function canComeTrue(bounds: Bounds, sums: readonly Sum[]): boolean {
  if (!tighten(bounds, sums)) return false;
  const open = [...bounds].filter(([, { low, high }]) => low < high);
  if (open.length === 0) return true;
  const [[unknown, { low, high }]] = open.sort(([, one], [, other]) => spread(one) - spread(other));
  for (let value = low; value <= high; value++) {
    if (canComeTrue(withValue(bounds, unknown, value), sums)) return true;
  }
  return false;
}

function spread({ low, high }: { low: number; high: number }): number {
  return high - low;
}

/** Takes away values that one sum alone rules out, until there are none; false when a sum cannot come true. */
function tighten(bounds: Bounds, sums: readonly Sum[]): boolean {
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    for (const { plus, minus = [], total } of sums) {
      const terms = [
        ...plus.map((one) => ({ sign: 1, bound: of(bounds, one) })),
        ...minus.map((one) => ({ sign: -1, bound: of(bounds, one) })),
      ];
      for (const { sign, bound } of terms) {
        const others = terms.filter((term) => term.bound !== bound);
        const least = others.reduce((sum, term) => sum + leastOf(term), 0);
        const most = others.reduce((sum, term) => sum + mostOf(term), 0);
        const [low, high] = sign > 0 ? [total - most, total - least] : [least - total, most - total];
        if (low > bound.low) [bound.low, hasChanged] = [low, true];
        if (high < bound.high) [bound.high, hasChanged] = [high, true];
        if (bound.low > bound.high) return false;
      }
      if (terms.length === 0 && total !== 0) return false;
    }
  }
  return true;
}

type Term = { readonly sign: number; readonly bound: { readonly low: number; readonly high: number } };

function leastOf({ sign, bound }: Term): number {
  return sign > 0 ? bound.low : -bound.high;
}

function mostOf({ sign, bound }: Term): number {
  return sign > 0 ? bound.high : -bound.low;
}
