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
  const positions = new Map(frame.columns.map((key, position) => [key, position]));
  return frame.values.map((values) => {
    const countOf: CountOf = (key) => values[positions.get(key) ?? -1];
    const row: Record<string, Cell> = by === null ? {} : { by };
    for (const column of table.columns) row[column.key] = figure(column, table, countOf, counted);
    return row;
  });
}

/** The count of a row under a key of its frame. */
type CountOf = (key: string) => Cell;

function figure(column: ColumnSpec, table: TableSpec, countOf: CountOf, counted: Sizes): Cell {
  if (!('of' in column) && column.type !== 'share') return countOf(column.key);
  const share = column.type === 'share' ? column : shareNamed(table, column.of);
  if (share === null) return countOf(column.key);
  const fraction = fractionOf(share, table, countOf, counted);
  if (fraction === null) return NOT_APPLICABLE;
  const [numerator, denominator] = fraction;
  switch (column.type) {
    case 'share':
      return numerator / denominator;
    case 'lower':
    case 'upper':
      return wilsonInterval(numerator, denominator)[column.type];
    case 'band':
      return counted.withoutBands ? NOT_AVAILABLE : qualityBand(numerator, denominator).label;
    case 'near-boundary':
      return counted.withoutBands ? NOT_AVAILABLE : isNearBoundary(numerator, denominator);
  }
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
  countOf: CountOf,
  counted: Sizes,
): [number, number] | null {
  const name = String(countOf(share.outsideOf ?? table.columns[0].key));
  if (share.outside?.includes(name)) return null;
  const { denominator: over } = share;
  const numerator = countOf(share.numerator);
  const denominator = over === 'known' || over === 'n' ? counted[over] : countOf(over);
  if (typeof numerator !== 'number' || typeof denominator !== 'number')
    throw new Error(`${share.key} is no share of counts`);
  return denominator === 0 ? null : [numerator, denominator];
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
