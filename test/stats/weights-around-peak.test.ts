import { expect, test } from 'vitest';
import { weightsAroundPeak } from '../../src/stats/weights-around-peak.ts';

/** Successes in n even chances: C(n, k + 1) / C(n, k) = (n - k) / (k + 1). */
const evenChances = (n: number) => (k: number) => (n - k) / (k + 1);

test('four even chances go as 1, 4, 6, 4, 1, here as parts of the 6', () => {
  const { lowest, weights } = weightsAroundPeak({ lowest: 0, peak: 2, highest: 4 }, evenChances(4));
  expect(lowest).toBe(0);
  expect(weights).toHaveLength(5);
  [1, 4, 6, 4, 1].forEach((way, k) => {
    expect(weights[k]).toBeCloseTo(way / 6, 15);
  });
});

test('the peak may lie at either end, and may be a neighbour of the likeliest', () => {
  const fromLow = weightsAroundPeak({ lowest: 0, peak: 0, highest: 2 }, evenChances(2));
  const fromHigh = weightsAroundPeak({ lowest: 0, peak: 2, highest: 2 }, evenChances(2));
  expect(fromLow).toEqual({ lowest: 0, weights: [1, 2, 1] });
  expect(fromHigh).toEqual({ lowest: 0, weights: [1, 2, 1] });
});

test('one outcome alone has all the weight', () => {
  expect(weightsAroundPeak({ lowest: 3, peak: 3, highest: 3 }, evenChances(3))).toEqual({
    lowest: 3,
    weights: [1],
  });
});

test('outcomes next to nothing are left out at both ends, and the first one kept is named', () => {
  // Of 100 even chances C(100, k) / C(100, 50) is 0.0109 at 35 and 0.0197 at 36 (and so at 65 and 64).
  const { lowest, weights } = weightsAroundPeak(
    { lowest: 0, peak: 50, highest: 100 },
    evenChances(100),
    0.015,
  );
  expect(lowest).toBe(36);
  expect(weights).toHaveLength(64 - 36 + 1);
});
