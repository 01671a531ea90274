/** The withheld counts of which a report tells more than it may. */
import type { Highs } from 'highs';
import { type Bounds, piecesOf, propagate, startBounds } from './propagate.ts';
import { examine, type Range, rangesOf } from './ranges.ts';
import { leastTold, type System } from './system.ts';

export interface Attacked {
  readonly highs: Highs;
  readonly system: System;
  readonly threshold: number;
  readonly zerosShown: boolean;
  readonly sample: number;
}

/** Ranges narrower than the threshold, those beyond protection left out. */
export function tellingRanges(attacked: Attacked): Range[] {
  const telling = secretRanges(attacked).filter((range) => !isNoSmallNumber(range, attacked));
  if (telling.length === 0) return [];
  const isBeyond = beyondProtection(attacked);
  return telling.filter((range) => !isBeyond(range));
}

/**
 * A count that is not printed is told when it is known to be small; a table withheld whole is the last that the rules can
 * do, so there it must be worked out exactly. A 0 tells nothing where zeros are shown.
 */
function isNoSmallNumber(
  { quantity, low, high }: Range,
  { system, threshold, zerosShown }: Attacked,
): boolean {
  const { stands } = system.quantities[quantity];
  if (stands === 'printed') return high === 0 && zerosShown;
  return high === 0 || high >= threshold || (stands === 'withheld whole' && low < high);
}

/** By single relations, by all together, and some over whole numbers. */
function secretRanges({ highs, system, threshold, sample }: Attacked): Range[] {
  const bounds = startBounds(system);
  propagate(system, bounds);
  const examined = piecesOf(system, bounds).map((piece) => {
    const wanted = piece.quantities.filter((at) => system.quantities[at].isSecret);
    return { piece, ...examine(highs, bounds, piece, wanted, threshold) };
  });
  const sampled = new Set(
    chosen(
      examined.flatMap(({ unproven }) => unproven),
      sample,
    ),
  );
  const whole = examined.flatMap(({ piece, unproven }) => {
    const some = unproven.filter((at) => sampled.has(at));
    return rangesOf(highs, bounds, piece, some, true).filter(({ low, high }) => high - low < threshold);
  });
  return [...fixedRanges(system, bounds), ...examined.flatMap(({ narrow }) => narrow), ...whole].sort(
    (one, other) => one.quantity - other.quantity,
  );
}

function fixedRanges({ quantities }: System, { low, high }: Bounds): Range[] {
  return quantities.flatMap(({ isSecret }, quantity) =>
    isSecret && low[quantity] === high[quantity]
      ? [{ quantity, low: low[quantity], high: high[quantity] }]
      : [],
  );
}

/** Some of a list, spread over it. */
function chosen(list: readonly number[], count: number): number[] {
  const step = Math.max(1, list.length / Math.max(1, count));
  return Array.from({ length: Math.min(count, list.length) }, (_, index) => list[Math.floor(index * step)]);
}

/**
 * Some counts no withholding can protect: a file of three rows has three children at most, and a team of one open case
 * in the (public) workload has one. A range is let pass only when it is the one that stays if the report withholds all
 * that the rules let it withhold, so that the report itself tells nothing more: what is about the record and the work,
 * and the rows of the inputs, keep their numbers; no zero, no count of at least 1 and no share tells anything.
 */
function beyondProtection({ highs, system, threshold }: Attacked): (range: Range) => boolean {
  const least = leastTold(system);
  const bounds = startBounds(least);
  propagate(least, bounds);
  const pieces = piecesOf(least, bounds);
  const isAsWide = ({ low, high }: Range, from: number, to: number) =>
    to - from < threshold && low <= from && high >= to;
  return (range) => {
    const { quantity } = range;
    // Nothing is wider than what single relations leave; mostly that settles it.
    if (isAsWide(range, bounds.low[quantity], bounds.high[quantity])) return true;
    const piece = pieces.find(({ quantities }) => quantities.includes(quantity));
    const [widest] = piece === undefined ? [] : rangesOf(highs, bounds, piece, [quantity], false);
    return widest !== undefined && isAsWide(range, widest.low, widest.high);
  };
}
