import { textAt } from './decode.ts';

/**
 * Codes for the distinct cells of a column: 1, 2, 3 ... in the order of first appearance; 0 is the empty cell.
 * The distinct cells stand one after another in a pool of bytes, so that a million identifiers are a few arrays.
 */
export interface Dictionary {
  /** Distinct cells held, the empty one not counted. */
  size: number;
  /** Where the bytes of a code end in the pool; they begin where those of the code before end. */
  ends: Uint32Array;
  hashes: Int32Array;
  pool: Uint8Array;
  /** The pool again, to be read four bytes at a time. */
  words: DataView;
  /** Open addressing, linear probing: a code, or 0 for a free slot. The length is a power of two. */
  slots: Uint32Array;
}

const FIRST_CODES = 64;

export function emptyDictionary(): Dictionary {
  const pool = new Uint8Array(1024);
  return {
    size: 0,
    ends: new Uint32Array(FIRST_CODES),
    hashes: new Int32Array(FIRST_CODES),
    pool,
    words: new DataView(pool.buffer),
    slots: new Uint32Array(FIRST_CODES * 2),
  };
}

/**
 * The code of the bytes from `start` to `end`, made when they are new.
 * `words` is a view of the same bytes. The hash keeps identifiers that follow one another near one another, which the
 * processor's cache likes.
 */
export function codeOf(
  dictionary: Dictionary,
  bytes: Uint8Array,
  words: DataView,
  start: number,
  end: number,
): number {
  if (start >= end) return 0;
  let hash = end - start;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    hash = Math.imul(hash ^ words.getInt32(at, true), 0x2c1b3c6d);
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ bytes[at], 0x01000193);
  return codeOfHashed(dictionary, bytes, words, start, end, hash ^ (hash >>> 15));
}

function codeOfHashed(
  dictionary: Dictionary,
  bytes: Uint8Array,
  words: DataView,
  start: number,
  end: number,
  hash: number,
): number {
  const { slots, hashes } = dictionary;
  const mask = slots.length - 1;
  let slot = hash & mask;
  for (;;) {
    const code = slots[slot];
    if (code === 0) return add(dictionary, bytes, start, end, hash, slot);
    if (hashes[code] === hash && isSame(dictionary, code, bytes, words, start, end)) return code;
    slot = (slot + 1) & mask;
  }
}

/**
 * Takes the cells of another dictionary into this one, by the hashes they have already.
 * @returns per code of the other its code here
 */
export function mergeDictionary(dictionary: Dictionary, other: Dictionary): Uint32Array {
  const codes = new Uint32Array(other.size + 1);
  for (let code = 1; code <= other.size; code++) {
    const start = other.ends[code - 1];
    codes[code] = codeOfHashed(
      dictionary,
      other.pool,
      other.words,
      start,
      other.ends[code],
      other.hashes[code],
    );
  }
  return codes;
}

function isSame(
  dictionary: Dictionary,
  code: number,
  bytes: Uint8Array,
  words: DataView,
  start: number,
  end: number,
): boolean {
  const { ends, pool, words: poolWords } = dictionary;
  let inPool = ends[code - 1];
  if (ends[code] - inPool !== end - start) return false;
  let at = start;
  for (; at + 4 <= end; at += 4, inPool += 4) {
    if (words.getInt32(at, true) !== poolWords.getInt32(inPool, true)) return false;
  }
  for (; at < end; at++, inPool++) if (bytes[at] !== pool[inPool]) return false;
  return true;
}

/** A view of bytes for `codeOf`. */
export function wordsOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The cell of a code as text; the empty string for 0. */
export function textOf(dictionary: Dictionary, code: number): string {
  if (code === 0) return '';
  return textAt(dictionary.pool, dictionary.ends[code - 1], dictionary.ends[code]);
}

function add(
  dictionary: Dictionary,
  bytes: Uint8Array,
  start: number,
  end: number,
  hash: number,
  slot: number,
): number {
  const code = dictionary.size + 1;
  if (code >= dictionary.ends.length) {
    dictionary.ends = larger(dictionary.ends, new Uint32Array(code * 2));
    dictionary.hashes = larger(dictionary.hashes, new Int32Array(code * 2));
  }
  const poolStart = dictionary.ends[code - 1];
  const poolEnd = poolStart + end - start;
  if (poolEnd > dictionary.pool.length) {
    dictionary.pool = larger(dictionary.pool, new Uint8Array(Math.max(poolEnd, dictionary.pool.length * 2)));
    dictionary.words = wordsOf(dictionary.pool);
  }
  for (let at = start, to = poolStart; at < end; at++, to++) dictionary.pool[to] = bytes[at];
  dictionary.ends[code] = poolEnd;
  dictionary.hashes[code] = hash;
  dictionary.slots[slot] = code;
  dictionary.size = code;
  if (code * 2 > dictionary.slots.length) rehash(dictionary);
  return code;
}

function rehash(dictionary: Dictionary): void {
  const slots = new Uint32Array(dictionary.slots.length * 4);
  const mask = slots.length - 1;
  for (let code = 1; code <= dictionary.size; code++) {
    let slot = dictionary.hashes[code] & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = code;
  }
  dictionary.slots = slots;
}

function larger<T extends Uint32Array | Int32Array | Uint8Array>(old: T, grown: T): T {
  grown.set(old);
  return grown;
}

/** Lets go of what finds a cell's code, once all cells have theirs: half of a dictionary's memory. */
export function closeDictionary(dictionary: Dictionary): void {
  dictionary.slots = new Uint32Array(0);
  dictionary.hashes = new Int32Array(0);
}
