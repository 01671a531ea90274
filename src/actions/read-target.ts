/** Targets as people write them: `70%`, `at least 70 %`, `<= 15`, `15`. A bare number is a number, one with % a share. */
import type { Direction, Target } from './actions.ts';

const NUMBER = /^(\d{1,9}(?:\.\d{1,9})?) ?(%|per ?cent)?$/i;
const AT_LEAST: Direction = { side: 'least', isStrict: false };
const AT_MOST: Direction = { side: 'most', isStrict: false };
const MORE: Direction = { side: 'least', isStrict: true };
const LESS: Direction = { side: 'most', isStrict: true };
/** What may stand before the number; those of two characters before those of one. */
const DIRECTIONS: readonly (readonly [words: RegExp, direction: Direction])[] = [
  [/^(?:>=|=>|≥|at least|no less than|not less than|minimum)/i, AT_LEAST],
  [/^(?:<=|=<|≤|at most|no more than|not more than|up to|maximum)/i, AT_MOST],
  [/^(?:>|more than|over|above)/i, MORE],
  [/^(?:<|less than|fewer than|under|below)/i, LESS],
];

/** @returns null for what is no target, a share above 100% among them */
export function readTarget(text: string): Target | null {
  const [words, direction] = DIRECTIONS.find(([before]) => before.test(text)) ?? [null, null];
  const rest = words === null ? text : text.replace(words, '').trim();
  const found = NUMBER.exec(rest);
  if (found === null) return null;
  if (found[2] === undefined) return { kind: 'number', value: Number(found[1]), direction };
  // Read as a decimal fraction, so that 70.1% is the number nearest to 701 of 1,000, as a share of counts is.
  const value = Number(`${found[1]}e-2`);
  return value > 1 ? null : { kind: 'share', value, direction };
}
