import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holm } from '../../src/stats/holm.ts';

test.each([
  // The example in the documentation of pingouin's holm (Python).
  [
    [0.5, 0.003, 0.32, 0.054, 0.0003],
    [0.64, 0.012, 0.64, 0.162, 0.0015],
  ],
  // The example in the documentation of stdlib's padjust, which follows R's p.adjust: 0.957, 0.804, ..., 0.957, 0.565.
  [
    [0.319, 0.201, 0.4, 0.374, 0.113],
    [0.957, 0.804, 0.957, 0.957, 0.565],
  ],
  // By hand: 4 x 0.005, 3 x 0.01, 2 x 0.03, and 1 x 0.04, which may not be less than the one before.
  [
    [0.01, 0.04, 0.03, 0.005],
    [0.03, 0.06, 0.06, 0.02],
  ],
  // By hand: equal values get the same, the first one's; none is over 1.
  [
    [0.02, 0.02, 0.9],
    [0.06, 0.06, 0.9],
  ],
  [
    [0.6, 0.7],
    [1, 1],
  ],
])('%j becomes %j', (values, adjusted) => {
  const seen = holm(values);
  expect(seen).toHaveLength(adjusted.length);
  adjusted.forEach((value, index) => {
    expect(seen[index]).toBeCloseTo(value, 12);
  });
});

test('one test needs no correction, none give none, and what is handed in stays as it is', () => {
  expect(holm([0.049])).toEqual([0.049]);
  expect(holm([])).toEqual([]);
  const values = Object.freeze([0.5, 0.01]);
  expect(holm(values)).toEqual([0.5, 0.02]);
});

test("under 0.05 after the adjustment is what Holm's own procedure rejects, smallest first until one stays", () => {
  // In thousandths, so that no rounding decides: p(i) <= 0.05 / (m - i + 1) is p(i) (m - i + 1) <= 50.
  const thousandths = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 30 });
  fc.assert(
    fc.property(thousandths, (values) => {
      const sorted = [...values].sort((one, other) => one - other);
      const kept = sorted.findIndex((value, index) => value * (values.length - index) > 50);
      const rejected = kept === -1 ? values.length : kept;
      const seen = holm(values.map((value) => value / 1000)).filter((value) => value <= 0.05 + 1e-12);
      expect(seen).toHaveLength(rejected);
    }),
  );
});

test.each([[[-0.1]], [[1.1]], [[0.5, Number.NaN]]])('%j are no probabilities', (values) => {
  expect(() => holm(values)).toThrow(new RangeError('holm requires values from 0 to 1'));
});
