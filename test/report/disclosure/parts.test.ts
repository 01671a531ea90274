/** Which values of a breakdown are hidden: with a threshold of 5, a part of fewer than 10 children is too small. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiddenParts, isTooSmall, type PartSize } from '../../../src/report/disclosure/parts.ts';
import { type Unknown, widthOf } from './exhaustive.ts';

const RULES = { threshold: 5, hidesZeros: false };
const NOBODY: ReadonlySet<string> = new Set();
const isNotKnown = (part: string) => part === 'Not known';

/** Parts by how many children they have; of all of them the answer is known. */
function sizesOf(sizes: Readonly<Record<string, number>>): PartSize[] {
  return Object.entries(sizes).map(([by, n]) => ({ by, n, known: n }));
}
const hidden = (sizes: Readonly<Record<string, number>>, rules = RULES) =>
  [...hiddenParts([sizesOf(sizes)], NOBODY, isNotKnown, rules)].sort();

describe('a part that is too small', () => {
  test('has fewer than twice the threshold', () => {
    expect(isTooSmall({ n: 9, known: 9 }, 5)).toBe(true);
    expect(isTooSmall({ n: 10, known: 10 }, 5)).toBe(false);
    expect(isTooSmall({ n: 1, known: 1 }, 1)).toBe(true);
  });

  test('or too few of whom the answer is known for any of them to be in doubt', () => {
    expect(isTooSmall({ n: 30, known: 4 }, 5)).toBe(true);
    expect(isTooSmall({ n: 30, known: 5 }, 5)).toBe(false);
  });
});

describe('the parts that are hidden', () => {
  test('none, when all have enough', () => {
    expect(hidden({ North: 10, South: 25 })).toEqual([]);
  });

  test('one too small goes with the smallest of the others, since it would follow from the whole', () => {
    expect(hidden({ North: 9, South: 25, East: 12, West: 30 })).toEqual(['East', 'North']);
  });

  test('two too small that add to 7 are 1 to 6 each and hide each other', () => {
    expect(hidden({ North: 3, South: 4, East: 12, West: 30 })).toEqual(['North', 'South']);
  });

  test('two too small that add to 6 are 1 to 5 each, and take a third along', () => {
    expect(hidden({ North: 2, South: 4, East: 12, West: 30 })).toEqual(['East', 'North', 'South']);
    expect(hidden({ North: 1, South: 1, East: 12, West: 30 })).toEqual(['East', 'North', 'South']);
  });

  test('the not known hide no part, and a part with nobody hides none where zeros are shown', () => {
    expect(hidden({ North: 20, South: 25, 'Not known': 3 })).toEqual(['Not known']);
    expect(hidden({ North: 20, South: 25, East: 0 })).toEqual(['East']);
  });

  test('the only other part goes too, however large it is, and then nothing is left', () => {
    expect(hidden({ North: 3, South: 250 })).toEqual(['North', 'South']);
    expect(hidden({ North: 3 })).toEqual(['North']);
  });

  test('are the same in all metrics: hidden for one, hidden for the others, each with what it needs', () => {
    const children = sizesOf({ North: 9, South: 25, East: 30 });
    const cases = sizesOf({ North: 12, South: 40, East: 38 });
    // South hides North among the children. Among the cases, where North has 12, they hide each other.
    expect([...hiddenParts([children, cases], NOBODY, isNotKnown, RULES)].sort()).toEqual(['North', 'South']);
  });

  test('those hidden already stay so and take others along', () => {
    const sizes = sizesOf({ North: 20, South: 25, East: 30 });
    expect([...hiddenParts([sizes], new Set(['East']), isNotKnown, RULES)].sort()).toEqual(['East', 'North']);
  });

  test('of how many the answer is known is in as much doubt as how many there are', () => {
    const sizes = [
      { by: 'North', n: 30, known: 4 },
      { by: 'South', n: 20, known: 0 },
      { by: 'East', n: 40, known: 40 },
      { by: 'West', n: 50, known: 50 },
    ];
    // North and South have 50 children but 4 known: each 0 to 4. East, 40, hides them.
    expect([...hiddenParts([sizes], NOBODY, isNotKnown, RULES)].sort()).toEqual(['East', 'North', 'South']);
  });

  test('can each be wrong by the threshold, when the sizes shown are taken from the whole', () => {
    const drawn = fc.array(fc.integer({ min: 1, max: 15 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(drawn, fc.integer({ min: 2, max: 5 }), (numbers, threshold) => {
        const sizes = numbers.map((n, at) => ({ by: `P${at}`, n, known: n }));
        const gone = hiddenParts([sizes], NOBODY, isNotKnown, { threshold, hidesZeros: false });
        // Withheld counts are at least 1. That those of very few children cannot be hidden is another matter.
        fc.pre(numbers.reduce((sum, n) => sum + n, 0) >= threshold + numbers.length);
        const withheld = sizes.filter(({ by }) => gone.has(by));
        const unknowns = withheld.map((): Unknown => ({ least: 1 }));
        const total = withheld.reduce((sum, { n }) => sum + n, 0);
        const widths = unknowns.map((unknown) => widthOf(unknown, [{ plus: unknowns, total }]));
        expect(widths.filter((width) => width < threshold)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
