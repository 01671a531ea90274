import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflate } from '../../src/render/workbook/deflate.ts';
import { crc32, writeZip } from '../../src/render/workbook/zip.ts';
import { unzip } from './workbook-reading.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const inflated = (bytes: Uint8Array) => new Uint8Array(inflateRawSync(deflate(bytes)));

describe('deflate', () => {
  it('is undone by zlib, whatever the bytes', () => {
    // Few different bytes, so that much repeats at all lengths and distances.
    const bytes = fc.uint8Array({ maxLength: 3000, max: 3 });
    const any = fc.uint8Array({ maxLength: 600 });
    fc.assert(
      fc.property(fc.oneof(bytes, any), (some) => {
        expect(inflated(some)).toEqual(some);
      }),
    );
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['one byte', bytesOf('a')],
    ['the longest match and one more', new Uint8Array(1 + 258 + 1)],
    ['far more of the same', new Uint8Array(70_000)],
    ['every byte', Uint8Array.from({ length: 256 }, (_, byte) => byte)],
    ['the farthest match and one farther', repeatedAfter(32_768)],
    ['what is too far to match', repeatedAfter(32_769)],
  ])('is undone by zlib: %s', (_name, bytes) => {
    expect(inflated(bytes)).toEqual(bytes);
  });

  it('makes markup a fifth as long or less, at most twice as long as zlib does', () => {
    const rows = Array.from(
      { length: 2000 },
      (_, row) => `<row r="${row}"><c s="3"><v>${row * 7}</v></c></row>`,
    );
    const bytes = bytesOf(rows.join(''));
    expect(deflate(bytes).length).toBeLessThan(bytes.length / 5);
    expect(deflate(bytes).length).toBeLessThan(deflateRawSync(bytes).length * 2);
  });
});

/** Two pieces that are the same, so many bytes apart, and nothing alike between them. */
function repeatedAfter(distance: number): Uint8Array {
  const bytes = new Uint8Array(distance + 8);
  let state = 1;
  for (let at = 0; at < bytes.length; at++) {
    state = Math.imul(state, 1_103_515_245) + 12_345;
    bytes[at] = state >>> 16;
  }
  bytes.copyWithin(distance, 0, 8);
  return bytes;
}

describe('writeZip', () => {
  const entries = [
    { path: 'mimetype', bytes: bytesOf('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'), isStored: true },
    { path: 'content.xml', bytes: bytesOf('<a>'.repeat(500)) },
    { path: 'größe.xml', bytes: bytesOf('x') },
  ] as const;

  it('gives back what was put in, in its order', () => {
    const parts = [...unzip(writeZip(entries))];
    expect(parts).toEqual(entries.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
  });

  it('lets an entry stand as it is where that is asked for', () => {
    const text = Buffer.from(writeZip(entries)).toString('latin1');
    expect(text.slice(30, 70)).toBe('mimetypeaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
    expect(text).not.toContain('<a><a><a><a><a><a>');
  });

  it('gives the same bytes with every version of Node', () => {
    const hash = createHash('sha256').update(writeZip(entries)).digest('hex');
    expect(hash).toMatchInlineSnapshot(`"a50646d20101e5f66a17b9e20b8a35c899c7c937c280954d6fb23a7b1cb528f5"`);
  });

  it('checks with the CRC-32 of which 123456789 has the value cbf43926', () => {
    expect(crc32(bytesOf('123456789')).toString(16)).toBe('cbf43926');
  });
});
