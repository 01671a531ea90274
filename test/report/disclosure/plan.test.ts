/** What is decided for a mix, against all whole numbers that fit what is then shown. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/report/disclosure/cell.ts';
import type { Mix } from '../../../src/report/disclosure/mix.ts';
import { type Parts, planMix } from '../../../src/report/disclosure/plan.ts';
import { allOf, type Crossed, cellsOf, crossedCounts, knownOf } from './crossed.ts';
import { widthOf } from './exhaustive.ts';
import { ALL, type Counts, flatMix, nestedMix, seenOf } from './mixes.ts';

const names = (length: number, letter: string) => Array.from({ length }, (_, at) => `${letter}${at}`);

/** Counts of all and of parts; every two rows are under a subtotal. */
function countsOf(crossed: Crossed): Counts {
  const { counts } = crossed;
  const parts = names(counts[0].length, 'P');
  return {
    rows: names(counts.length, 'R').map((name, at) => ({ name, group: `G${Math.floor(at / 2)}` })),
    parts: [
      { by: ALL, counts: counts.map((_, row) => allOf(crossed, row)) },
      ...parts.map((by, part) => ({ by, counts: counts.map((row) => row[part]) })),
    ],
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** A part is hidden when it is too small to be shown; all of the hidden together must be worth hiding. */
function partsOf({ parts }: Counts, threshold: number): Parts {
  const [, ...others] = parts;
  const isHidden = ({ counts }: Counts['parts'][number]) => sum(counts) < 2 * threshold;
  const named = (those: readonly Counts['parts'][number][]) => those.map(({ by }) => by);
  return {
    all: ALL,
    shown: named(others.filter((one) => !isHidden(one))),
    hidden: named(others.filter(isHidden)),
    unnamed: new Set(),
  };
}

/** Withheld counts that can be worked out more closely than the threshold allows, with how closely. */
function leaks(counts: Counts, mix: Mix, parts: Parts, threshold: number, known = knownOf): string[] {
  const plan = planMix(mix, parts, new Set(), [], { threshold, hidesZeros: false });
  const columns = seenOf(counts, mix, parts, plan);
  const { unknowns, sums } = known(columns);
  const isSecret = ({ why, value }: Cell) => why !== 'table' || (value > 0 && value < threshold);
  return cellsOf(columns).flatMap((cell) => {
    const unknown = unknowns.get(cell);
    if (unknown === undefined || !isSecret(cell)) return [];
    const width = widthOf(unknown, sums);
    return width < threshold ? [`${cell.why} ${cell.value} has a width of ${width}`] : [];
  });
}

function expectNoLeak(
  crossed: Crossed,
  threshold: number,
  mixOf: (counts: Counts) => Mix,
  known = knownOf,
): void {
  const counts = countsOf(crossed);
  const parts = partsOf(counts, threshold);
  const total = (by: readonly string[]) =>
    sum(counts.parts.filter((part) => by.includes(part.by)).flatMap((part) => part.counts));
  // Fewer in all, or fewer hidden in all, no withholding of counts can protect: such are hidden before.
  fc.pre(total([ALL]) >= 2 * threshold);
  fc.pre(parts.hidden.length === 0 || total(parts.hidden) >= 2 * threshold);
  expect(leaks(counts, mixOf(counts), parts, threshold, known)).toEqual([]);
}

const SIZES = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 3 }));
const drawn = (isOver: boolean) => SIZES.chain(([rows, parts]) => crossedCounts(rows, parts, 8, isOver));

describe('no withheld count can be narrowed', () => {
  test('in rows by parts, each child in one', () => {
    fc.assert(
      fc.property(drawn(false), fc.integer({ min: 2, max: 4 }), (crossed, threshold) =>
        expectNoLeak(crossed, threshold, flatMix),
      ),
      { numRuns: 400 },
    );
  });

  test('in rows by parts, some children in several', () => {
    fc.assert(
      fc.property(drawn(true), fc.integer({ min: 2, max: 4 }), (crossed, threshold) =>
        expectNoLeak(crossed, threshold, flatMix),
      ),
      { numRuns: 300 },
    );
  });

  test('in rows under subtotals by parts', () => {
    fc.assert(
      fc.property(drawn(false), fc.integer({ min: 2, max: 4 }), (crossed, threshold) =>
        expectNoLeak(crossed, threshold, nestedMix),
      ),
      { numRuns: 300 },
    );
  });
});

test('showing parts never leaves fewer counts than showing none would', () => {
  const shownCounts = (counts: Counts, parts: Parts, threshold: number) => {
    const mix = nestedMix(counts);
    const plan = planMix(mix, parts, new Set(), [], { threshold, hidesZeros: false });
    return cellsOf(seenOf(counts, mix, parts, plan)).filter(({ why }) => why === null).length;
  };
  fc.assert(
    fc.property(drawn(false), fc.integer({ min: 2, max: 4 }), (crossed, threshold) => {
      const counts = countsOf(crossed);
      const parts = partsOf(counts, threshold);
      fc.pre(parts.hidden.length === 0);
      const alone = { all: ALL, shown: [], hidden: [], unnamed: new Set<string>() };
      const most = shownCounts(counts, parts, threshold);
      expect(most).toBeGreaterThanOrEqual(shownCounts(counts, alone, threshold));
    }),
    { numRuns: 300 },
  );
});
