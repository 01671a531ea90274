/** What we promise of danfojs's DataFrame, Series and groupby. The objects can do more; only this is tested. */

export type Cell = string | number | boolean;
export type Dtype = 'string' | 'int32' | 'float32' | 'boolean';
/** Columns by name. As in every object, names that are whole numbers come before the others. */
export type Columns = Readonly<Record<string, readonly Cell[]>>;
/** A row as an object, column names to values. */
export type FrameRow = Record<string, Cell>;

/** A column. Arithmetic and comparison go value by value; `other` is a number or as many as there are rows. */
export interface Series {
  readonly values: readonly Cell[];
  readonly index: readonly (string | number)[];
  readonly shape: readonly number[];
  readonly dtypes: readonly string[];
  add(other: number | readonly number[] | Series): Series;
  sub(other: number | readonly number[] | Series): Series;
  mul(other: number | readonly number[] | Series): Series;
  div(other: number | readonly number[] | Series): Series;
  eq(other: Cell | readonly Cell[] | Series): Series;
  ne(other: Cell | readonly Cell[] | Series): Series;
  gt(other: number | readonly number[] | Series): Series;
  ge(other: number | readonly number[] | Series): Series;
  lt(other: number | readonly number[] | Series): Series;
  le(other: number | readonly number[] | Series): Series;
  sum(): number;
  mean(): number;
  median(): number;
  min(): number;
  max(): number;
  /** Of a sample: divided by n - 1. */
  std(): number;
  /** Of a sample: divided by n - 1. */
  var(): number;
  count(): number;
  unique(): Series;
  print(): void;
}

export type Aggregate = 'sum' | 'mean' | 'count' | 'min' | 'max' | 'median' | 'std' | 'var';

/**
 * The rows of a frame by the values of one column. Results have one row per group and columns named like n_sum.
 * Danfo's limits: at least one row; groups that are numbers come sorted, not in order of appearance; no group may be
 * called like a member of every object ("constructor"); with thousands of groups it is slow.
 */
export interface Groupby {
  col(names: readonly string[]): Groupby;
  sum(): DataFrame;
  mean(): DataFrame;
  count(): DataFrame;
  min(): DataFrame;
  max(): DataFrame;
  agg(operations: Readonly<Record<string, Aggregate | readonly Aggregate[]>>): DataFrame;
}

/** A danfojs DataFrame. Every method returns a new frame. */
export interface DataFrame {
  /** Rows and columns. */
  readonly shape: readonly [number, number];
  readonly columns: readonly string[];
  readonly dtypes: readonly string[];
  /** The labels of the rows: 0 to n - 1 unless rows were picked or sorted. */
  readonly index: readonly (string | number)[];
  /** The rows, each as an array. */
  readonly values: readonly (readonly Cell[])[];
  column(name: string): Series;
  /** One value, by the row's label and the column's name. */
  at(row: string | number, column: string): Cell | undefined;
  /** By position: `{ rows: [0, 2] }`, `{ rows: ['0:10'] }`. */
  iloc(picked: {
    rows?: readonly (string | number | boolean)[];
    columns?: readonly (string | number)[];
  }): DataFrame;
  /** By label: `{ columns: ['team', 'children'] }`. */
  loc(picked: { rows?: readonly (string | number | boolean)[]; columns?: readonly string[] }): DataFrame;
  /** The rows where the condition holds: `frame.query(frame.column('children').gt(4))`. */
  query(condition: Series | readonly boolean[]): DataFrame;
  head(rows?: number): DataFrame;
  tail(rows?: number): DataFrame;
  addColumn(name: string, values: readonly Cell[] | Series): DataFrame;
  sortValues(column: string, options?: { ascending?: boolean }): DataFrame;
  resetIndex(): DataFrame;
  groupby(column: readonly [string]): Groupby;
  copy(): DataFrame;
  toString(): string;
  /** Writes the first rows to the console. */
  print(): void;
}
