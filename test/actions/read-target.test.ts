/** Targets in the words of a board. */
import { expect, it } from 'vitest';
import { readTarget } from '../../src/actions/read-target.ts';

const AT_LEAST = { side: 'least', isStrict: false };
const AT_MOST = { side: 'most', isStrict: false };

it.each([
  ['70%', 'share', 0.7, null],
  ['70 %', 'share', 0.7, null],
  ['70 per cent', 'share', 0.7, null],
  ['100%', 'share', 1, null],
  ['0%', 'share', 0, null],
  ['at least 70%', 'share', 0.7, AT_LEAST],
  ['>= 70%', 'share', 0.7, AT_LEAST],
  ['≥70%', 'share', 0.7, AT_LEAST],
  ['At most 15', 'number', 15, AT_MOST],
  ['<= 15', 'number', 15, AT_MOST],
  ['≤ 15', 'number', 15, AT_MOST],
  ['no more than 1.5', 'number', 1.5, AT_MOST],
  ['no less than 3', 'number', 3, AT_LEAST],
  ['more than 70%', 'share', 0.7, { side: 'least', isStrict: true }],
  ['< 5', 'number', 5, { side: 'most', isStrict: true }],
  ['15', 'number', 15, null],
  // A bare number is a number, however small.
  ['0.7', 'number', 0.7, null],
])('%s', (text, kind, value, direction) => {
  expect(readTarget(text)).toEqual({ kind, value, direction });
});

it('a percentage is the number nearest to it as a fraction, as a share of counts is', () => {
  for (const permille of [1, 7, 29, 57, 701, 999]) {
    expect(readTarget(`${permille / 10}%`)?.value).toBe(permille / 1000);
  }
});

it.each([
  '',
  'every month',
  '120%',
  '70,5%',
  '70%%',
  '-5',
  '1,000',
  '70-80%',
  '1e9',
  'at least',
  '31/12/2026',
])('"%s" is no target', (text) => {
  expect(readTarget(text)).toBeNull();
});
