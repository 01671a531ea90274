import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteOrderMark, type Encoding, joined, toUtf8, utf8Check } from '../../src/caseload/decode.ts';
import { cutAt, utf8, utf16 } from './reading.ts';

const places = fc.array(fc.nat(), { maxLength: 6 });
const anyText = fc.string({ unit: 'binary', maxLength: 40 });

function decoded(chunks: readonly Uint8Array[], encoding: Encoding, markBytes = 0): string {
  return Buffer.from(joined([...toUtf8(chunks, encoding, markBytes)])).toString('utf8');
}

function isUtf8(chunks: readonly Uint8Array[]): boolean {
  const check = utf8Check();
  // An empty chunk says that there is no more.
  for (const chunk of chunks) if (chunk.length > 0) check(chunk);
  return check(new Uint8Array(0));
}

/** The judgement of the decoder on all bytes at once. */
function isUtf8AtOnce(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

describe('the byte order mark', () => {
  it('declares UTF-8 or UTF-16 of either order', () => {
    expect(byteOrderMark(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41))).toEqual({ encoding: 'utf-8', bytes: 3 });
    expect(byteOrderMark(Uint8Array.of(0xff, 0xfe, 0x41, 0))).toEqual({ encoding: 'utf-16le', bytes: 2 });
    expect(byteOrderMark(Uint8Array.of(0xfe, 0xff, 0, 0x41))).toEqual({ encoding: 'utf-16be', bytes: 2 });
  });

  it('is not seen where there is none, or half of one', () => {
    for (const head of ['', 'case_id', 'é'])
      expect(byteOrderMark(Uint8Array.from(Buffer.from(head)))).toBeNull();
    expect(byteOrderMark(Uint8Array.of(0xef, 0xbb))).toBeNull();
    expect(byteOrderMark(Uint8Array.of(0xff))).toBeNull();
  });

  it('is left out, also when a chunk ends inside it', () => {
    const marked = Uint8Array.of(0xef, 0xbb, 0xbf, 0x41);
    for (let cut = 0; cut <= 4; cut++) expect(decoded(cutAt(marked, [cut]), 'utf-8', 3)).toBe('A');
  });
});

describe('windows-1252', () => {
  // The characters of 0x80 to 0x9F as Microsoft publishes them; five bytes stand for none.
  const HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

  it('gives euro, smart quotes and dashes, which Latin-1 does not have', () => {
    const bytes = Uint8Array.of(0x93, 0x41, 0x94, 0x20, 0x91, 0x92, 0x20, 0x80, 0x20, 0x96, 0x97);
    expect(decoded([bytes], 'windows-1252')).toBe('“A” ‘’ € –—');
  });

  it('gives every character of the code page, wherever it is cut', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const text = decoded(cutAt(bytes, [1, 127, 128, 129, 200]), 'windows-1252');
    expect(text).toHaveLength(256);
    expect(text.slice(0, 128)).toBe(Buffer.from(bytes.slice(0, 128)).toString('latin1'));
    expect(text.slice(160)).toBe(Buffer.from(bytes.slice(160)).toString('latin1'));
    [...HIGH].forEach((character, index) => {
      if (character !== ' ') expect(text[0x80 + index]).toBe(character);
    });
  });
});

describe('UTF-16', () => {
  it.each([
    ['le', 'utf-16le'],
    ['be', 'utf-16be'],
  ] as const)(
    'of order %s keeps every character, cut between bytes or between surrogates',
    (order, encoding) => {
      expect(decoded(cutAt(utf16('a😀b', order), [1, 3, 4, 5]), encoding)).toBe('a😀b');
      fc.assert(
        fc.property(anyText, places, (text, cuts) => {
          expect(decoded(cutAt(utf16(text, order), cuts), encoding)).toBe(text);
        }),
      );
    },
  );

  it('has a replacement for half a character at the end', () => {
    expect(decoded([Uint8Array.of(0x41, 0x00, 0x3d, 0xd8)], 'utf-16le')).toBe('A\ufffd');
    expect(decoded([Uint8Array.of(0x00, 0x41, 0x00)], 'utf-16be')).toBe('A\ufffd');
  });
});

describe('UTF-8', () => {
  it('goes through as it is, wherever it is cut', () => {
    fc.assert(
      fc.property(anyText, places, (text, cuts) => {
        expect(decoded(cutAt(utf8(text), cuts), 'utf-8')).toBe(text);
        expect(isUtf8(cutAt(utf8(text), cuts))).toBe(true);
      }),
    );
  });

  it.each([
    ['a lone continuation byte', [0x41, 0x80]],
    ['an overlong form', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a code point beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
    ['a character cut off at the end', [0x41, 0xe2, 0x82]],
    ['é as Latin-1 writes it', [0x63, 0x61, 0x66, 0xe9]],
    ['é as Latin-1 writes it, a comma behind it', [0xe9, 0x2c, 0x41]],
  ])('is not %s', (_, bytes) => {
    const all = Uint8Array.from(bytes);
    for (let cut = 0; cut <= all.length; cut++) expect(isUtf8(cutAt(all, [cut]))).toBe(false);
  });

  it('is told from other bytes as the decoder tells it at once', () => {
    const nearly = fc.constantFrom(0x41, 0x80, 0xbf, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0xff);
    const bytes = fc.array(fc.oneof(nearly, fc.nat(255)), { maxLength: 8 });
    fc.assert(
      fc.property(bytes, places, (each, cuts) => {
        const all = Uint8Array.from(each);
        expect(isUtf8(cutAt(all, cuts))).toBe(isUtf8AtOnce(all));
      }),
      { numRuns: 1000 },
    );
  });
});
