/** Pseudonyms: the hash that was promised, long enough, and nothing that could be taken for something else. */
import { describe, expect, it } from 'vitest';
import { isPseudonymColumn, pseudonym } from '../../src/prepare/keyed-hash.ts';
import { CONTENT_PATTERNS, looksLikePersonName } from '../../src/reference/identifiers.ts';
import { KEY_BYTES, referenceHmac, referencePseudonym } from './reference-hash.ts';

const bytes = (length: number, value: number) => new Uint8Array(length).fill(value);

// RFC 4231, test cases 1 to 3.
it.each([
  [bytes(20, 0x0b), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  [
    new TextEncoder().encode('Jefe'),
    'what do ya want for nothing?',
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
])('the hash that the tests compare with is HMAC-SHA-256 as published: %#', (key, message, hash) => {
  expect(referenceHmac(key, message)).toBe(hash);
});

describe('a pseudonym', () => {
  it.each([
    ['C', 'case_id', '10021'],
    ['Y', 'child_id', 'YP-311'],
    ['Y', 'child_id', '2021/0000001A'],
    ['W', 'worker_id', 'Zoë Ó Dálaigh'],
  ] as const)(
    'is %s and the first 16 digits of the hash of %s, a NUL and the cell',
    (letter, column, cell) => {
      expect(pseudonym(KEY_BYTES, column, cell)).toBe(referencePseudonym(letter, column, cell));
    },
  );

  it('is another one in another column, under another key, and for a cell that differs in a letter', () => {
    const hashes = [
      pseudonym(KEY_BYTES, 'case_id', '311'),
      pseudonym(KEY_BYTES, 'child_id', '311'),
      pseudonym(KEY_BYTES, 'worker_id', '311'),
      pseudonym(bytes(32, 1), 'case_id', '311'),
      pseudonym(KEY_BYTES, 'case_id', '311a'),
      pseudonym(KEY_BYTES, 'case_id', '311A'),
    ].map((one) => one.slice(1));
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  // Of n values out of N, n (n - 1) / 2 pairs meet with a probability of 1 / N each.
  it('is long enough that among ten million no two are the same, but for a chance of 1 in 100,000', () => {
    const digits = pseudonym(KEY_BYTES, 'case_id', '10021').length - 1;
    const n = 10_000_000;
    expect((n * (n - 1)) / 2 / 16 ** digits).toBeLessThan(1e-5);
  });

  it('is no number, and nothing that identifies people, whatever it stands for', () => {
    const pseudonyms = Array.from({ length: 3000 }, (_, at) => pseudonym(KEY_BYTES, 'child_id', `${at}`));
    const mistaken = pseudonyms.filter(
      (one) =>
        !Number.isNaN(Number(one)) ||
        looksLikePersonName(one) ||
        CONTENT_PATTERNS.some(({ matches, matchesPseudonym }) => matches(one) || matchesPseudonym?.(one)),
    );
    expect(mistaken).toEqual([]);
    expect(new Set(pseudonyms).size).toBe(3000);
  });
});

it('cases, children and workers have pseudonyms; teams, which have no person behind them, do not', () => {
  const columns = ['case_id', 'child_id', 'worker_id', 'team', 'ethnicity', null] as const;
  expect(columns.filter(isPseudonymColumn)).toEqual(['case_id', 'child_id', 'worker_id']);
});
