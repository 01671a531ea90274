import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundHalfUp } from '../../src/render/round-half-up.ts';

describe('roundHalfUp', () => {
  it.each([
    [0.125, 1, 2, '12.5'],
    [0.0625, 1, 2, '6.3'],
    [723 / 2000, 1, 2, '36.2'],
    [0.0005, 1, 2, '0.1'],
    [0.00049999, 1, 2, '0.0'],
    [1.005, 2, 0, '1.01'],
    [0.9995, 1, 2, '100.0'],
    [0, 1, 2, '0.0'],
    [1, 1, 2, '100.0'],
    [1 / 3, 1, 2, '33.3'],
    [2 / 3, 1, 2, '66.7'],
    [1e-7, 1, 2, '0.0'],
    [5e-7, 4, 2, '0.0001'],
    [2.5, 0, 0, '3'],
    [-2.5, 0, 0, '-3'],
    [-0.04, 1, 0, '0.0'],
    [1e21, 0, 0, '1000000000000000000000'],
    [999.96, 1, 0, '1000.0'],
  ])('rounds %d to %d places, shifted by %d, as %s', (value, places, shift, expected) => {
    expect(roundHalfUp(value, places, shift)).toBe(expected);
  });

  it('agrees with whole-number arithmetic for every share of two counts', () => {
    const counts = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([part, whole]) => {
        const tenths = Math.floor((2000 * part + whole) / (2 * whole));
        expect(roundHalfUp(part / whole, 1, 2)).toBe(`${Math.floor(tenths / 10)}.${tenths % 10}`);
      }),
      { numRuns: 2000 },
    );
  });
});
