/** Bytes in any of the four encodings that exports come in, to UTF-8. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The code points of the bytes 0x80 to 0x9F in windows-1252 (WHATWG Encoding Standard); the others are Latin-1. */
const WINDOWS_1252_HIGH = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d,
  0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a,
  0x153, 0x9d, 0x17e, 0x178,
];

/** The encoding that a byte order mark declares, and the length of the mark in bytes. */
export function byteOrderMark(head: Uint8Array): { encoding: Encoding; bytes: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bytes: 2 };
  return null;
}

/**
 * A check that is fed the chunks of a file in turn and says whether all so far is UTF-8.
 * Call it with an empty chunk at the end: a character cut off there is not UTF-8.
 *
 * @param isUtf8 tells whether whole characters are UTF-8; a platform may have a quicker one than the decoder
 */
export function utf8Check(isUtf8 = isDecodable): (chunk: Uint8Array) => boolean {
  let carried: Uint8Array = new Uint8Array(0);
  let isValid = true;
  return (chunk) => {
    if (!isValid) return false;
    const all = carried.length === 0 ? chunk : joined([carried, chunk]);
    const whole = chunk.length === 0 ? all.length : wholeCharacters(all);
    isValid = isUtf8(all.subarray(0, whole));
    carried = all.slice(whole);
    return isValid;
  };
}

function isDecodable(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The chunks as UTF-8, without the byte order mark. */
export function* toUtf8(
  chunks: Iterable<Uint8Array>,
  encoding: Encoding,
  markBytes: number,
): Generator<Uint8Array> {
  const convert = converter(encoding);
  let skip = markBytes;
  for (const chunk of chunks) {
    const rest = chunk.subarray(Math.min(skip, chunk.length));
    skip -= chunk.length - rest.length;
    if (rest.length > 0) yield convert(rest);
  }
  const tail = convert(null);
  if (tail.length > 0) yield tail;
}

/** A function that converts chunk after chunk; null asks for what is left at the end. */
function converter(encoding: Encoding): (chunk: Uint8Array | null) => Uint8Array {
  if (encoding === 'utf-8') return (chunk) => chunk ?? new Uint8Array(0);
  if (encoding === 'windows-1252')
    return (chunk) => (chunk === null ? new Uint8Array(0) : windows1252ToUtf8(chunk));
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const encoder = new TextEncoder();
  return (chunk) =>
    encoder.encode(chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true }));
}

/** Written out because some versions of Node take windows-1252 for Latin-1. */
function windows1252ToUtf8(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 3);
  let at = 0;
  for (const byte of bytes) {
    const point = byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252_HIGH[byte - 0x80] : byte;
    if (point < 0x80) {
      out[at++] = point;
    } else if (point < 0x800) {
      out[at++] = 0xc0 | (point >> 6);
      out[at++] = 0x80 | (point & 0x3f);
    } else {
      out[at++] = 0xe0 | (point >> 12);
      out[at++] = 0x80 | ((point >> 6) & 0x3f);
      out[at++] = 0x80 | (point & 0x3f);
    }
  }
  return out.subarray(0, at);
}

/** How many bytes at the front are whole UTF-8 characters; at most three at the end may be the start of one. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back];
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < needs ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** The chunks one after another. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const LONGEST_SHORT_TEXT = 32;

/** The text of some UTF-8 bytes. Short ASCII, which nearly all cells are, is put together without the decoder's detour. */
export function textAt(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > LONGEST_SHORT_TEXT) return utf8.decode(bytes.subarray(start, end));
  let text = '';
  for (let at = start; at < end; at++) {
    if (bytes[at] >= 0x80) return utf8.decode(bytes.subarray(start, end));
    text += String.fromCharCode(bytes[at]);
  }
  return text;
}
