import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareUtf8 } from '../../src/caseload/compare-utf8.ts';

describe('the order of two texts', () => {
  it('is that of their UTF-8 bytes, not of the language and not of UTF-16', () => {
    // U+FF5E is EF BD 9E, U+1F600 is F0 9F 98 80; as UTF-16 the second (D83D ...) would come first.
    expect(['😀', '～', 'é', 'a', 'Z', '10', '9', ''].sort(compareUtf8)).toEqual([
      '',
      '10',
      '9',
      'Z',
      'a',
      'é',
      '～',
      '😀',
    ]);
  });

  it('agrees with a comparison of the bytes for any two texts', () => {
    const text = fc.string({ unit: 'binary', maxLength: 6 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(Math.sign(compareUtf8(one, other))).toBe(Buffer.compare(Buffer.from(one), Buffer.from(other)));
      }),
      { numRuns: 1000 },
    );
  });
});
