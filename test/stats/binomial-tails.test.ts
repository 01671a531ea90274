import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialTails } from '../../src/stats/binomial-tails.ts';
import { binomialTerm, over, relativeError, sumOver } from './exact.ts';

test.each([
  // Even chances: ways over 2^n.
  [1, 10, 11 / 1024, 1023 / 1024], // 1 + 10
  [5, 20, 21700 / 1048576, 1042380 / 1048576], // 1 + 20 + 190 + 1140 + 4845 + 15504; all but the 6196 below 5
  [3, 3, 1, 1 / 8],
  [0, 3, 1 / 8, 1],
])('of %i of %i at even chances the tails are %f and %f', (successes, total, atMost, atLeast) => {
  const tails = binomialTails(successes, total, 0.5);
  expect(tails.atMost).toBeCloseTo(atMost, 15);
  expect(tails.atLeast).toBeCloseTo(atLeast, 15);
});

test.each([
  // Summed term by term with 60 digits (Python, mpmath 1.3.0), from the term at the count, by log-gamma, outward.
  [500_000, 1_000_000, 0.5, 0.5003989421806659, 0.5003989421806659],
  [501_500, 1_000_000, 0.5, 0.9986545360216347, 0.0013543276530298784],
  [123_456, 1_000_000, 0.125, 1.469738402349087e-6, 0.999998551839981],
  [200, 1_000_000, 0.0003, 5.079029241272282e-10, 0.9999999996646368],
  [600, 1_000_000, 0.0003, 1, 1.452680085769228e-52],
])('a million cases lose no digits: %i of %i at %f', (successes, total, share, atMost, atLeast) => {
  const tails = binomialTails(successes, total, share);
  expect(relativeError(tails.atMost, atMost)).toBeLessThan(1e-12);
  expect(relativeError(tails.atLeast, atLeast)).toBeLessThan(1e-12);
});

const cases = fc
  .tuple(fc.integer({ min: 1, max: 150 }), fc.integer({ min: 1, max: 40 }))
  .chain(([total, whole]) =>
    fc.record({
      total: fc.constant(total),
      successes: fc.integer({ min: 0, max: total }),
      part: fc.integer({ min: 0, max: whole }),
      whole: fc.constant(whole),
    }),
  );

test('at any share that is a fraction they are what whole numbers give without rounding', () => {
  fc.assert(
    fc.property(cases, ({ total, successes, part, whole }) => {
      const tails = binomialTails(successes, total, part / whole);
      const all = BigInt(whole) ** BigInt(total);
      const term = (k: number) => binomialTerm(total, k, part, whole);
      expect(Math.abs(tails.atMost - over(sumOver(0, successes, term), all))).toBeLessThan(1e-13);
      expect(Math.abs(tails.atLeast - over(sumOver(successes, total, term), all))).toBeLessThan(1e-13);
    }),
  );
});

test('no cases, no doubt: both tails are 1; and at a share of 0 or 1 they are 0 or 1', () => {
  expect(binomialTails(0, 0, 0.3)).toEqual({ atMost: 1, atLeast: 1 });
  expect(binomialTails(0, 8, 0)).toEqual({ atMost: 1, atLeast: 1 });
  expect(binomialTails(1, 8, 0)).toEqual({ atMost: 1, atLeast: 0 });
  expect(binomialTails(8, 8, 1)).toEqual({ atMost: 1, atLeast: 1 });
  expect(binomialTails(7, 8, 1)).toEqual({ atMost: 0, atLeast: 1 });
});

test.each([
  [1, 0, 0.5],
  [-1, 10, 0.5],
  [1.5, 10, 0.5],
  [1, Number.NaN, 0.5],
  [1, 10, -0.1],
  [1, 10, 1.1],
  [1, 10, Number.NaN],
])('%d of %d at %d has no tails', (successes, total, share) => {
  expect(() => binomialTails(successes, total, share)).toThrow(
    new RangeError('binomialTails requires whole 0 <= successes <= total and a share from 0 to 1'),
  );
});
