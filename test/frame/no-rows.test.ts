import { expect, test } from 'vitest';
import { frameOf, sumBy, valuesOf } from '../../src/frame/frame.ts';
import { rowsOf } from './rows-of.ts';

const none = () => frameOf({ team: [], children: [] });

test('a frame may have no rows', () => {
  expect(none().shape).toEqual([0, 2]);
  expect(none().columns).toEqual(['team', 'children']);
  expect(none().index).toEqual([]);
  expect(valuesOf(none(), 'team')).toEqual([]);
  expect(none().column('children').values).toEqual([]);
  expect(rowsOf(none())).toEqual([]);
});

test('no columns at all are a frame, too', () => {
  expect(frameOf({}).shape).toEqual([0, 0]);
});

test('no rows add up to no groups', () => {
  expect(sumBy(none(), 'team', ['children']).shape).toEqual([0, 2]);
});

test.each([
  ['head', () => none().head()],
  ['tail', () => none().tail()],
  ['iloc', () => none().iloc({ columns: [0, 1] })],
  ['loc', () => none().loc({ columns: ['team', 'children'] })],
  ['query', () => none().query(none().column('children').gt(0))],
  ['sortValues', () => none().sortValues('children')],
  ['resetIndex', () => none().resetIndex()],
  ['copy', () => none().copy()],
])('%s of no rows is no rows', (_, pick) => {
  expect(pick().shape).toEqual([0, 2]);
});

test('a column can be added to no rows', () => {
  expect(none().addColumn('rate', []).columns).toEqual(['team', 'children', 'rate']);
});

test('a condition that nothing meets leaves the columns', () => {
  const frame = frameOf({ team: ['South'], children: [3] });
  const left = frame.query(frame.column('children').gt(3));
  expect([left.shape, left.columns]).toEqual([
    [0, 2],
    ['team', 'children'],
  ]);
});

test('no rows print their headings', () => {
  expect(none().toString()).toBe('  team  children');
});
