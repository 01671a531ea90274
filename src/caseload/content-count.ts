/** Whether the cells of a column look like identifiers of people. */
import { CONTENT_PATTERNS, plainCell } from '../reference/identifiers.ts';

/** How many cells of a column that is not ours look like an identifier, by kind. */
export interface ContentCount {
  filled: number;
  firstLine: number;
  readonly kinds: Map<string, number>;
  /** Kinds cleared by a cell of the right shape that is none: NHS numbers with a wrong check digit. */
  readonly cleared: Set<string>;
}

/** Adds a cell, seen `times` times, to what a column's content looks like. */
export function countContent(cell: string, times: number, count: ContentCount, isPseudonym = false): void {
  const plain = plainCell(cell);
  for (const { kind, matches, matchesPseudonym, shape } of CONTENT_PATTERNS) {
    const isOne = isPseudonym && matchesPseudonym !== undefined ? matchesPseudonym : matches;
    if (isOne(plain)) count.kinds.set(kind, (count.kinds.get(kind) ?? 0) + times);
    else if (shape?.(plain)) count.cleared.add(kind);
  }
}

const DIGIT = 1;
const LETTER = 2;
const SPACE = 4;
const BYTE_CLASSES = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  const character = String.fromCharCode(byte);
  if (/\d/.test(character)) BYTE_CLASSES[byte] = DIGIT;
  else if (/[A-Za-z]/.test(character)) BYTE_CLASSES[byte] = LETTER;
  else if (byte <= 0x20 || byte >= 0x80) BYTE_CLASSES[byte] = SPACE;
}
const AT_SIGN = 64;
const SLASH = 47;

/** An e-mail address has at most 254 characters; before it may stand the name of its owner. */
const LONGEST_EMAIL = 400;
const LONGEST_OTHER = 60;
const LONGEST_POSTCODE = 7;

/**
 * A quick look that spares most cells the patterns. It lets through whatever could be an e-mail address (has @),
 * a PNC number (has / and ends in a letter), an NHS or phone number (ten digits or more) or a postcode (a letter at
 * both ends, a digit between, at most seven characters and spaces).
 */
export function mayIdentify(bytes: Uint8Array, start: number, end: number): boolean {
  let first = start;
  let last = end - 1;
  while (first < last && BYTE_CLASSES[bytes[first]] === SPACE) first++;
  while (last > first && BYTE_CLASSES[bytes[last]] === SPACE) last--;
  const length = last + 1 - first;
  if (length < 5 || length > LONGEST_EMAIL) return false;
  let digits = 0;
  let spaces = 0;
  let hasSlash = false;
  for (let at = first; at <= last; at++) {
    const byte = bytes[at];
    const byteClass = BYTE_CLASSES[byte];
    if (byteClass === DIGIT) digits++;
    else if (byteClass === SPACE) spaces++;
    else if (byte === AT_SIGN) return true;
    else if (byte === SLASH) hasSlash = true;
  }
  if (digits === 0 || length > LONGEST_OTHER) return false;
  const beginsInLetter = BYTE_CLASSES[bytes[first]] === LETTER;
  const endsInLetter = BYTE_CLASSES[bytes[last]] === LETTER;
  if (digits >= 10 && !beginsInLetter) return true;
  if (hasSlash && endsInLetter) return true;
  return beginsInLetter && endsInLetter && length - spaces <= LONGEST_POSTCODE;
}
