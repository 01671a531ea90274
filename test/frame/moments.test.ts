import { expect, test } from 'vitest';
import { mean, median, mode, std, variance } from '../../src/frame/moments.ts';

/** NIST Statistical Reference Datasets, univariate: certified mean and standard deviation. */
const alternating = (first: number, high: number, low: number) => [
  first,
  ...Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? high : low)),
];

test.each([
  ['NumAcc1', [10000001, 10000003, 10000002], 10000002, 1, 12],
  ['NumAcc2', alternating(1.2, 1.1, 1.3), 1.2, 0.1, 12],
  ['NumAcc3', alternating(1000000.2, 1000000.1, 1000000.3), 1000000.2, 0.1, 8],
])('%s', (_, values, certifiedMean, certifiedDeviation, digits) => {
  expect(mean(values)).toBeCloseTo(certifiedMean, digits - 4);
  expect(std(values)).toBeCloseTo(certifiedDeviation, digits);
});

test('the median is the middle value, or half way between two', () => {
  expect(median([10, 9, 2])).toBe(9);
  expect(median([10, 9, 2, 1])).toBe(5.5);
  expect(median([7])).toBe(7);
});

test('all the most frequent values are modes, in order of appearance', () => {
  expect(mode([3, 1, 3, 1, 2])).toEqual([3, 1]);
});

test('one value does not vary; none has no statistics', () => {
  expect(variance([4])).toBe(0);
  expect(() => median([])).toThrow('median requires at least 1 number');
});
