/** Counts to figures: shares, intervals and bands follow from the columns a metric declared. */
import type { DataFrame } from '../frame/frame.ts';
import type { ColumnSpec, Counted, TableSpec } from '../metrics/define-metric.ts';
import { isNearBoundary, qualityBand } from '../reference/court-quality.ts';
import { wilsonInterval } from '../stats/wilson-interval.ts';
import {
  type Cell,
  NOT_APPLICABLE,
  NOT_AVAILABLE,
  type Row,
  type ShownColumn,
  type ShownType,
} from './report.ts';

/** What the figures of a row follow from beside its counts. */
type Sizes = Pick<Counted, 'n' | 'known' | 'withoutBands'>;

type Share = Extract<ColumnSpec, { type: 'share' }>;

/** A figure of a row, from the values of its frame. */
type FigureOf = (values: readonly Cell[]) => Cell;
/** Where a value stands in the rows of a frame. */
type PlaceOf = (key: string) => number;

/**
 * The rows of a table: each count as it is, each share over its denominator, 0..1 and unrounded.
 * @param by the value of a breakdown, which then leads every row; null without one
 */
export function figureRows(
  table: TableSpec,
  frame: DataFrame,
  counted: Sizes,
  by: string | null = null,
): Row[] {
  const names = frame.columns;
  const keys = table.columns.map(({ key }) => key);
  const figures = table.columns.map((column) =>
    figureOf(column, table, (key) => names.indexOf(key), counted),
  );
  return frame.values.map((values) => {
    const row: Record<string, Cell> = by === null ? {} : { by };
    for (let at = 0; at < keys.length; at++) row[keys[at]] = figures[at](values);
    return row;
  });
}

function figureOf(column: ColumnSpec, table: TableSpec, placeOf: PlaceOf, counted: Sizes): FigureOf {
  const place = placeOf(column.key);
  const asItIs: FigureOf = (values) => values[place];
  if (!('of' in column) && column.type !== 'share') return asItIs;
  const share = column.type === 'share' ? column : shareNamed(table, column.of);
  if (share === null) return asItIs;
  const fraction = fractionOf(share, table, placeOf, counted);
  const of = figureOfFraction(column.type, counted);
  return (values) => {
    const found = fraction(values);
    return found === null ? NOT_APPLICABLE : of(found[0], found[1]);
  };
}

function figureOfFraction(
  type: 'share' | 'lower' | 'upper' | 'band' | 'near-boundary',
  { withoutBands }: Sizes,
): (numerator: number, denominator: number) => Cell {
  if (type === 'share') return (numerator, denominator) => numerator / denominator;
  if (type === 'lower' || type === 'upper') {
    return (numerator, denominator) => wilsonInterval(numerator, denominator)[type];
  }
  if (withoutBands) return () => NOT_AVAILABLE;
  return type === 'near-boundary'
    ? isNearBoundary
    : (numerator, denominator) => qualityBand(numerator, denominator).label;
}

/** The declared share of that key; null where the column is another figure, whose bounds the metric worked out. */
function shareNamed(table: TableSpec, key: string): Share | null {
  const found = table.columns.find((column) => column.key === key);
  if (found?.type === 'share') return found;
  if (found?.type === 'difference' || found?.type === 'rate') return null;
  throw new Error(`${table.name} has no share ${key}`);
}

/** Numerator and denominator of a share in a row; null for a row outside it and for a share of nothing. */
function fractionOf(
  share: Share,
  table: TableSpec,
  placeOf: PlaceOf,
  counted: Sizes,
): (values: readonly Cell[]) => [number, number] | null {
  const { denominator: over, outside } = share;
  const namePlace = placeOf(share.outsideOf ?? table.columns[0].key);
  const size = over === 'known' || over === 'n' ? counted[over] : null;
  const [numeratorPlace, denominatorPlace] = [placeOf(share.numerator), placeOf(over)];
  return (values) => {
    if (outside?.includes(String(values[namePlace]))) return null;
    const numerator = values[numeratorPlace];
    const denominator = size ?? values[denominatorPlace];
    if (typeof numerator !== 'number' || typeof denominator !== 'number')
      throw new Error(`${share.key} is no share of counts`);
    return denominator === 0 ? null : [numerator, denominator];
  };
}

const SHOWN: Record<ColumnSpec['type'], ShownType> = {
  text: 'text',
  count: 'count',
  share: 'share',
  lower: 'lower',
  upper: 'upper',
  number: 'number',
  measure: 'measure',
  verdict: 'verdict',
  'verdict-share': 'share',
  band: 'verdict',
  'near-boundary': 'flag',
  flag: 'flag',
  difference: 'difference',
  rate: 'rate',
  probability: 'probability',
};

/** A declared column as renderers see it. */
export function shownColumn(column: ColumnSpec): ShownColumn {
  const { key, label } = column;
  return {
    key,
    label,
    type: SHOWN[column.type],
    ...(column.type === 'lower' || column.type === 'upper' ? { of: column.of } : {}),
    ...(column.type === 'count' && column.unit !== undefined ? { unit: column.unit } : {}),
    ...(column.type === 'share' ? { numerator: column.numerator, denominator: column.denominator } : {}),
  };
}
