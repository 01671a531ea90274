import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, type Dictionary, emptyDictionary, textOf, wordsOf } from '../../src/caseload/dictionary.ts';
import { utf8 } from './reading.ts';

/** Looks a cell up between other bytes, as it stands in a file. */
function code(dictionary: Dictionary, cell: string): number {
  const bytes = utf8(`xx${cell}yy`);
  return codeOf(dictionary, bytes, wordsOf(bytes), 2, bytes.length - 2);
}

/** Whether a list is 1, 2, 3 ... (a plain comparison would print all of it when it is not). */
function isCounting(codes: readonly number[]): boolean {
  return codes.every((one, index) => one === index + 1);
}

describe('the dictionary of a column', () => {
  it('numbers distinct cells from 1 in the order of first appearance; 0 is the empty cell', () => {
    const dictionary = emptyDictionary();
    const codes = ['North', '', 'South', 'North', 'north', '', 'South'].map((cell) => code(dictionary, cell));
    expect(codes).toEqual([1, 0, 2, 1, 3, 0, 2]);
    expect(dictionary.size).toBe(3);
    expect([0, 1, 2, 3].map((one) => textOf(dictionary, one))).toEqual(['', 'North', 'South', 'north']);
  });

  it('tells a cell from one that it begins with', () => {
    const dictionary = emptyDictionary();
    const cells = ['W1', 'W11', 'W', 'W1\u0000', 'W1\u0000\u0000\u0000', 'C001', 'C0011', 'C0012', 'C002'];
    for (const _ of [1, 2]) expect(isCounting(cells.map((cell) => code(dictionary, cell)))).toBe(true);
  });

  it('tells cells apart that have one hash', () => {
    // Of 200,000 cells and 2^32 hashes some five pairs meet.
    const dictionary = emptyDictionary();
    const cells = Array.from({ length: 200_000 }, (_, index) =>
      (Math.imul(index, 2_654_435_761) >>> 0).toString(36),
    );
    expect(isCounting(cells.map((cell) => code(dictionary, cell)))).toBe(true);
    expect(new Set(dictionary.hashes.slice(1, cells.length + 1)).size).toBeLessThan(cells.length);
    expect(isCounting(cells.map((cell) => code(dictionary, cell)))).toBe(true);
    expect(cells.every((cell, index) => textOf(dictionary, index + 1) === cell)).toBe(true);
  });

  it('grows with cells of any length', () => {
    const dictionary = emptyDictionary();
    const cells = Array.from({ length: 3000 }, (_, index) => `${'é'.repeat(index % 40)}${index}`);
    for (const _ of [1, 2]) expect(isCounting(cells.map((cell) => code(dictionary, cell)))).toBe(true);
    expect(cells.every((cell, index) => textOf(dictionary, index + 1) === cell)).toBe(true);
    const long = 'x'.repeat(300_000);
    expect(textOf(dictionary, code(dictionary, long)) === long).toBe(true);
  });

  it('agrees with a map from text to number', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀', '\ufeff'), maxLength: 3 });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 60 }), (cells) => {
        const dictionary = emptyDictionary();
        const expected = new Map([['', 0]]);
        for (const one of cells) {
          if (!expected.has(one)) expected.set(one, expected.size);
          expect(code(dictionary, one)).toBe(expected.get(one));
        }
        for (const [text, number] of expected) expect(textOf(dictionary, number)).toBe(text);
      }),
    );
  });
});
