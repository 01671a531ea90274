/** Frames of figures: the only place that knows danfojs-node. */
import { DataFrame as Danfo } from 'danfojs-node/dist/danfojs-base/index.js';
import type { Cell, Columns, DataFrame, Dtype } from './frame-types.ts';

export type { Aggregate, Cell, Columns, DataFrame, Dtype, FrameRow, Groupby, Series } from './frame-types.ts';

/**
 * A frame of named columns of one length; there may be no rows.
 * A column's type follows from all of its values: a single text makes it text, but changes no value.
 */
export function frameOf(columns: Columns): DataFrame {
  return frameFrom(Object.keys(columns), Object.values(columns));
}

function frameFrom(names: readonly string[], columns: readonly (readonly Cell[])[]): DataFrame {
  const length = columns[0]?.length ?? 0;
  names.forEach((name, i) => {
    checkColumn(name, columns[i].length, length);
  });
  const rows = Array.from({ length }, (_, row) => columns.map((column) => column[row]));
  const danfo: unknown = new Danfo(rows, { columns: [...names], dtypes: columns.map(dtypeOf) });
  // Danfo's types let every misspelt member pass; DataFrame names the members that the tests hold it to.
  return danfo as DataFrame;
}

/** Danfo reads its own state through these, and a column of such a name would take their place. */
const OWN_MEMBERS =
  'shape columns index values dtypes config column at iloc loc query head tail addColumn sortValues';
const TAKEN = new Set(`${OWN_MEMBERS} resetIndex groupby copy print toString`.split(' '));

function checkColumn(name: string, length: number, expected: number): void {
  if (TAKEN.has(name)) throw new Error(`A column of a frame cannot be called "${name}"`);
  if (length !== expected) throw new Error(`Column "${name}" has ${length} values, not ${expected}`);
}

function dtypeOf(column: readonly Cell[]): Dtype {
  if (column.length === 0) return 'string';
  if (column.every((value) => typeof value === 'boolean')) return 'boolean';
  if (!column.every((value) => typeof value === 'number')) return 'string';
  return column.every((value) => value === (value | 0)) ? 'int32' : 'float32';
}

/** The values of one column, top to bottom. */
export function valuesOf(frame: DataFrame, key: string): readonly Cell[] {
  const at = frame.columns.indexOf(key);
  if (at < 0) throw new Error(`There is no column "${key}" among ${frame.columns.join(', ')}`);
  return frame.values.map((row) => row[at]);
}

/** The values of a column that holds nothing but numbers. */
export function numbersOf(frame: DataFrame, key: string): readonly number[] {
  return valuesOf(frame, key).map((value) => {
    if (typeof value !== 'number') throw new Error(`Column "${key}" does not hold numbers only`);
    return value;
  });
}

/**
 * Counts added up by key: one row per distinct key, in order of first appearance.
 * Danfo's groupby sorts keys that look like numbers, fails on "constructor" and on no rows, and needs a time that
 * grows with the square of the groups: 7 s for 20,000.
 */
export function sumBy(frame: DataFrame, key: string, countKeys: readonly string[]): DataFrame {
  const groupOfKey = new Map<Cell, number>();
  const groupOfRow = valuesOf(frame, key).map((value) => {
    const group = groupOfKey.get(value) ?? groupOfKey.size;
    groupOfKey.set(value, group);
    return group;
  });
  const sums = countKeys.map((name) => sumsOf(numbersOf(frame, name), groupOfRow, groupOfKey.size));
  return frameFrom([key, ...countKeys], [[...groupOfKey.keys()], ...sums]);
}

function sumsOf(values: readonly number[], groupOfRow: readonly number[], groups: number): number[] {
  const sums = new Array<number>(groups).fill(0);
  values.forEach((value, row) => {
    sums[groupOfRow[row]] += value;
  });
  return sums;
}
