/**
 * Random numbers that are the same on every machine for the same seed: sfc32 (small fast counting generator,
 * Chris Doty-Humphrey, PractRand, public domain).
 */

/** The next number, from 0 up to but not including 1. */
export type Random = () => number;

const WARM_UP_ROUNDS = 15;

/**
 * A stream of random numbers. Streams of one seed are independent, so that asking for more columns or for dirt
 * leaves the children and their cases as they were.
 */
export function randomStream(seed: number, stream: string): Random {
  let a = seed >>> 0;
  let b = Math.floor(seed / 2 ** 32) >>> 0;
  let c = hashOf(stream);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let round = 0; round < WARM_UP_ROUNDS; round++) next();
  return next;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** A whole number from `lowest` to `highest`, both included. */
export function wholeNumber(random: Random, lowest: number, highest: number): number {
  return lowest + Math.floor(random() * (highest - lowest + 1));
}

/** Chooses among values in proportion to their weights, which need not add to anything. */
export function weightedChoice<Value>(
  weighted: readonly (readonly [Value, number])[],
): (random: Random) => Value {
  const values = weighted.map(([value]) => value);
  const upTo = new Float64Array(weighted.length);
  let total = 0;
  for (const [index, [, weight]] of weighted.entries()) {
    total += weight;
    upTo[index] = total;
  }
  return (random) => values[firstAbove(upTo, random() * total)];
}

/** The first index whose running total lies above the point; the last one at the very end. */
function firstAbove(upTo: Float64Array, point: number): number {
  let low = 0;
  let high = upTo.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upTo[middle] > point) high = middle;
    else low = middle + 1;
  }
  return low;
}
