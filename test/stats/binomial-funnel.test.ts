import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomialFunnel, FUNNEL_LEVELS, funnelLimits } from '../../src/stats/binomial-funnel.ts';
import { binomialTerm, sumOver } from './exact.ts';

test.each([
  // Ten even chances: 1, 10 and 45 of 1024 for 0, 1 and 2, so 0.00098, 0.0107 and 0.0547 for so few.
  [0, 'below', 99.8],
  [1, 'below', 95],
  [2, 'inside', null],
  [8, 'inside', null],
  [9, 'above', 95],
  [10, 'above', 99.8],
])('%i sufficient of 10 at a share of a half is %s (%j)', (successes, side, level) => {
  expect(binomialFunnel(successes, 10, 0.5)).toMatchObject({ side, level });
});

test('it says how probable so few and so many are', () => {
  const { atMost, atLeast } = binomialFunnel(1, 10, 0.5);
  expect(atMost).toBeCloseTo(11 / 1024, 15);
  expect(atLeast).toBeCloseTo(1023 / 1024, 15);
});

test.each([
  // Critical values of the sign test, two-sided 5 %: the largest count that is too few, as tabulated since Dixon and
  // Mood (1946), "The statistical sign test", JASA 41, 557-566; each also from scipy's binom.cdf. None under 6.
  [5, null],
  [6, 0],
  [8, 0],
  [9, 1],
  [11, 1],
  [12, 2],
  [15, 3],
  [17, 4],
  [20, 5],
  [25, 7],
  [30, 9],
  [40, 13],
  [50, 17],
  [100, 39],
])('of %i at a share of a half the table says that up to %j are below', (total, below) => {
  const limits = funnelLimits(total, 0.5).find(({ level }) => level === 95);
  expect(limits).toEqual({ level: 95, below, above: below === null ? null : total - below });
});

test('few cases can lie on one side only: of 4 at 90 %, no count is too many', () => {
  // All 4: 0.6561. 2 or fewer: 0.0523, inside; 1 or fewer: 0.0001 + 0.0036 = 0.0037, below; 0: 0.0001.
  expect(funnelLimits(4, 0.9)).toEqual([
    { level: 99.8, below: 0, above: null },
    { level: 95, below: 1, above: null },
  ]);
});

test('a probability of exactly 0.025 or 0.001 is not under it', () => {
  expect(binomialFunnel(1, 1, 0.025)).toMatchObject({ side: 'inside', level: null });
  expect(binomialFunnel(0, 1, 0.975)).toMatchObject({ side: 'inside', level: null });
  expect(binomialFunnel(3, 3, 0.1)).toMatchObject({ side: 'above', level: 95 });
  expect(binomialFunnel(0, 3, 0.9)).toMatchObject({ side: 'below', level: 95 });
});

test('no cases, or a service where all or none are sufficient, are inside and have no limits of their own', () => {
  expect(binomialFunnel(0, 0, 0.6)).toEqual({ atMost: 1, atLeast: 1, side: 'inside', level: null });
  expect(binomialFunnel(7, 7, 1)).toMatchObject({ side: 'inside' });
  expect(binomialFunnel(0, 7, 0)).toMatchObject({ side: 'inside' });
  expect(funnelLimits(0, 0.6)).toEqual(
    FUNNEL_LEVELS.map(({ level }) => ({ level, below: null, above: null })),
  );
});

const team = fc
  .tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 60 }))
  .chain(([total, whole]) =>
    fc.record({
      total: fc.constant(total),
      successes: fc.integer({ min: 0, max: total }),
      part: fc.integer({ min: 0, max: whole }),
      whole: fc.constant(whole),
    }),
  );

test('it is the verdict of whole numbers without rounding', () => {
  fc.assert(
    fc.property(team, ({ total, successes, part, whole }) => {
      const all = BigInt(whole) ** BigInt(total);
      const term = (k: number) => binomialTerm(total, k, part, whole);
      const isUnder = (ways: bigint, thousandths: bigint) => ways * 1000n < all * thousandths;
      const [few, many] = [sumOver(0, successes, term), sumOver(successes, total, term)];
      const side = isUnder(few, 25n) ? 'below' : isUnder(many, 25n) ? 'above' : 'inside';
      const isFar = isUnder(few, 1n) || isUnder(many, 1n);
      const level = side === 'inside' ? null : isFar ? 99.8 : 95;
      expect(binomialFunnel(successes, total, part / whole)).toMatchObject({ side, level });
    }),
  );
});

test('the limits for drawing are where the verdict changes', () => {
  fc.assert(
    fc.property(team, ({ total, part, whole }) => {
      const share = part / whole;
      const places = Array.from({ length: total + 1 }, (_, count) => binomialFunnel(count, total, share));
      for (const { level, below, above } of funnelLimits(total, share)) {
        const isOut = (side: string) =>
          places.flatMap((place, count) =>
            place.side === side && (place.level ?? 0) >= level ? [count] : [],
          );
        expect(below).toBe(isOut('below').at(-1) ?? null);
        expect(above).toBe(isOut('above').at(0) ?? null);
      }
    }),
  );
});

test.each([
  [1, 0, 0.5],
  [1, 10, 1.5],
])('%d of %d at %d has no place on a funnel', (successes, total, share) => {
  expect(() => binomialFunnel(successes, total, share)).toThrow(RangeError);
});
