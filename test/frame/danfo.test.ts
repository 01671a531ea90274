/** What we promise of danfojs's own methods (frame-types.ts), and what it cannot do. */
import { expect, test } from 'vitest';
import { type DataFrame, frameOf, sumBy, valuesOf } from '../../src/frame/frame.ts';

const teams = () => frameOf({ team: ['South', 'North', 'South', 'West'], children: [3, 1, 2, 8] });
const children = (frame: DataFrame) => valuesOf(frame, 'children');

test('rows and columns are picked by position and by label', () => {
  expect(children(teams().iloc({ rows: [2, 0] }))).toEqual([2, 3]);
  expect(children(teams().iloc({ rows: ['1:3'] }))).toEqual([1, 2]);
  expect(teams().loc({ rows: [3], columns: ['team'] }).values).toEqual([['West']]);
  expect(teams().at(1, 'team')).toBe('North');
  expect(children(teams().head(2))).toEqual([3, 1]);
  expect(children(teams().tail(2))).toEqual([2, 8]);
});

test('frames sort both ways and carry their labels along', () => {
  const sorted = teams().sortValues('children');
  expect(children(sorted)).toEqual([1, 2, 3, 8]);
  expect(sorted.index).toEqual([1, 2, 0, 3]);
  expect(sorted.resetIndex().index).toEqual([0, 1, 2, 3]);
  expect(children(teams().sortValues('children', { ascending: false }))).toEqual([8, 3, 2, 1]);
});

test('a condition picks the same rows of a frame that was sorted and filtered before', () => {
  const sorted = teams().sortValues('children', { ascending: false });
  const some = sorted.query(sorted.column('children').lt(8));
  expect(children(some)).toEqual([3, 2, 1]);
  expect(children(some.query(some.column('children').ge(2)))).toEqual([3, 2]);
  expect(children(some.query([false, false, true]))).toEqual([1]);
});

test('columns are added, the frame itself stays as it was', () => {
  const frame = teams();
  expect(frame.addColumn('double', frame.column('children').mul(2)).values[3]).toEqual(['West', 8, 16]);
  expect(frame.columns).toEqual(['team', 'children']);
});

test('groups are summed, averaged, counted', () => {
  expect(teams().groupby(['team']).sum().values).toEqual([
    ['South', 5],
    ['North', 1],
    ['West', 8],
  ]);
  const both = teams()
    .groupby(['team'])
    .agg({ children: ['mean', 'count'] });
  expect(both.columns).toEqual(['team', 'children_mean', 'children_count']);
  expect(both.values[0]).toEqual(['South', 2.5, 2]);
  expect(teams().groupby(['team']).col(['children']).max().values[0]).toEqual(['South', 3]);
});

test('columns have their statistics', () => {
  const column = teams().column('children');
  expect([column.sum(), column.mean(), column.median(), column.min(), column.max(), column.count()]).toEqual([
    14, 3.5, 2.5, 1, 8, 4,
  ]);
  expect(column.var()).toBeCloseTo(29 / 3, 12);
  expect(column.std()).toBeCloseTo(Math.sqrt(29 / 3), 12);
  expect(teams().column('team').unique().values).toEqual(['South', 'North', 'West']);
});

test('columns are compared and calculated with, value by value', () => {
  const column = teams().column('children');
  expect(column.eq(2).values).toEqual([false, false, true, false]);
  expect(column.ne(2).values).toEqual([true, true, false, true]);
  expect(column.le(2).values).toEqual([false, true, true, false]);
  expect(teams().column('team').eq('West').values).toEqual([false, false, false, true]);
  expect(column.add(column).sub(1).values).toEqual([5, 1, 3, 15]);
  expect(column.div(2).values).toEqual([1.5, 0.5, 1, 4]);
});

test('a frame prints as plain columns', () => {
  expect(teams().head(2).toString()).toBe('   team   children\n0  South  3\n1  North  1');
});

test('arithmetic on a whole frame says what to do instead', () => {
  const frame: object = sumBy(teams(), 'team', ['children']);
  const add: unknown = Reflect.get(frame, 'add');
  if (typeof add !== 'function') throw new Error('danfo has no add');
  expect(() => add.call(frameOf({ n: [1] }), 1)).toThrow('Use its columns: frame.column("n").add(1)');
});

test('what danfo groups wrongly, sumBy adds up', () => {
  const traps = frameOf({ key: ['10', '2', '10'], n: [1, 2, 3] });
  expect(valuesOf(traps.groupby(['key']).sum(), 'key')).toEqual(['2', '10']);
  expect(valuesOf(sumBy(traps, 'key', ['n']), 'key')).toEqual(['10', '2']);
});
