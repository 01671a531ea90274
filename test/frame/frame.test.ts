import { expect, test } from 'vitest';
import { frameOf, numbersOf, sumBy, valuesOf } from '../../src/frame/frame.ts';
import { rowsOf } from './rows-of.ts';

const teams = () =>
  frameOf({
    team: ['South', 'North', 'South'],
    children: [3, 1, 2],
    rate: [0.5, 1, 2.25],
    open: [true, false, true],
  });

test('a frame keeps its columns, types and values', () => {
  const frame = teams();
  expect(frame.shape).toEqual([3, 4]);
  expect(frame.columns).toEqual(['team', 'children', 'rate', 'open']);
  expect(frame.dtypes).toEqual(['string', 'int32', 'float32', 'boolean']);
  expect(frame.index).toEqual([0, 1, 2]);
  expect(valuesOf(frame, 'rate')).toEqual([0.5, 1, 2.25]);
  expect(frame.column('open').values).toEqual([true, false, true]);
  expect(rowsOf(frame)[1]).toEqual({ team: 'North', children: 1, rate: 1, open: false });
});

test('types follow from all rows, not from the first twenty', () => {
  const frame = frameOf({
    n: [...Array(30).fill(1), 0.5],
    code: [...Array(30).fill('1'), 'x'],
    big: Array(31).fill(2 ** 40),
  });
  expect(frame.dtypes).toEqual(['float32', 'string', 'float32']);
  expect(valuesOf(frame, 'big')[0]).toBe(2 ** 40);
});

test('withheld figures stand among numbers as they are', () => {
  expect(frameOf({ children: ['[c]', 12] }).column('children').values).toEqual(['[c]', 12]);
});

test('labels that look like numbers or are empty stay text', () => {
  expect(valuesOf(frameOf({ id: ['007', '', '10'] }), 'id')).toEqual(['007', '', '10']);
});

test('a misspelt column is named with what there is', () => {
  expect(() => valuesOf(teams(), 'tema')).toThrow(
    'There is no column "tema" among team, children, rate, open',
  );
  expect(() => numbersOf(teams(), 'team')).toThrow('Column "team" does not hold numbers only');
});

test('columns of different lengths, or named like a part of every frame, are refused', () => {
  expect(() => frameOf({ a: [1, 2], b: [1] })).toThrow('Column "b" has 1 values, not 2');
  expect(() => frameOf({ values: [1] })).toThrow('A column of a frame cannot be called "values"');
});

test('columns may be called like a statistic or like a member of every object', () => {
  const frame = frameOf(
    Object.fromEntries([
      ['median', [2]],
      ['constructor', [1]],
      ['__proto__', ['x']],
    ]),
  );
  expect(rowsOf(frame)).toEqual([
    Object.fromEntries([
      ['median', 2],
      ['constructor', 1],
      ['__proto__', 'x'],
    ]),
  ]);
  expect(frame.column('median').values).toEqual([2]);
});

test('counts are added up by key in order of first appearance', () => {
  const keys = [
    'White - British',
    '10-14',
    'constructor',
    '2',
    '10-14',
    '__proto__',
    '10',
    'White',
    '2',
    '__proto__',
  ];
  const frame = frameOf({ key: keys, n: keys.map((_, i) => i + 1), zero: keys.map(() => 0) });
  expect(sumBy(frame, 'key', ['n', 'zero']).values).toEqual([
    ['White - British', 1, 0],
    ['10-14', 7, 0],
    ['constructor', 3, 0],
    ['2', 13, 0],
    ['__proto__', 16, 0],
    ['10', 7, 0],
    ['White', 8, 0],
  ]);
});

test('keys are told apart by type: 1, "1" and true are three', () => {
  expect(sumBy(frameOf({ key: [1, 1], n: [2, 3] }), 'key', ['n']).values).toEqual([[1, 5]]);
  expect(sumBy(frameOf({ key: ['1', 1, true, '1'], n: [1, 2, 4, 8] }), 'key', ['n']).values).toEqual([
    ['1', 9],
    [1, 2],
    [true, 4],
  ]);
});

test('twenty thousand groups are no trouble', () => {
  const keys = Array.from({ length: 40_000 }, (_, i) => `worker ${i % 20_000}`);
  const sums = sumBy(frameOf({ key: keys, n: keys.map(() => 1) }), 'key', ['n']);
  expect(sums.shape).toEqual([20_000, 2]);
  expect(new Set(numbersOf(sums, 'n'))).toEqual(new Set([2]));
});

test('adding up something other than numbers is refused', () => {
  expect(() => sumBy(frameOf({ key: ['a'], n: ['[c]'] }), 'key', ['n'])).toThrow(
    '"n" does not hold numbers only',
  );
});
