import {
  type Cell,
  type Count,
  isNumber,
  NOT_APPLICABLE,
  NOT_AVAILABLE,
  ROUNDS_TO_ZERO,
  type Row,
  type ShownColumn,
  WITHHELD,
} from '../report/report.ts';
import { roundHalfUp } from './round-half-up.ts';
import { textInWords, yesPhrase } from './shown-words.ts';

/** What the codes stand for, in the order a legend lists them. */
export const CODE_MEANINGS: ReadonlyMap<string, string> = new Map([
  [WITHHELD, 'small numbers withheld'],
  [ROUNDS_TO_ZERO, 'not 0, but rounds to 0'],
  [NOT_AVAILABLE, 'not available'],
  [NOT_APPLICABLE, 'not applicable'],
]);

/** True for a code that stands where a number would. */
export function isCode(value: Cell | undefined): value is string {
  return typeof value === 'string' && CODE_MEANINGS.has(value);
}

/** A share between 0 and 1 as a percentage with one decimal, half up: 0.0625 is "6.3%". */
export function formatShare(share: number): string {
  return `${formatBound(share)}%`;
}

/** A bound of an interval: a percentage without its sign. */
function formatBound(share: number): string {
  return roundHalfUp(share, 1, 2);
}

/** A difference of shares in percentage points, with its sign: "+3.4", "-0.5", "0.0". */
function formatDifference(difference: number): string {
  const points = formatBound(Math.abs(difference));
  if (Number(points) === 0) return points;
  return `${difference > 0 ? '+' : '-'}${points}`;
}

/** Three decimals; one that would be 0 is only said to be less. */
function formatProbability(probability: number): string {
  return probability < 0.0005 ? '<0.001' : roundHalfUp(probability, 3);
}

const RATE_PLACES = 2;

/** Bounds as those of the figure they belong to. */
function boundFormat(type: ShownColumn['type']): (value: number) => string {
  if (type === 'difference') return formatDifference;
  return type === 'rate' ? (rate) => formatNumber(rate, RATE_PLACES) : formatBound;
}

/**
 * An interval as "31.2 - 42.8", of a difference as "-1.2 to +3.4", or the code that stands for either bound.
 * @param type of the figure that is bounded
 */
export function formatInterval(
  lower: Cell | undefined,
  upper: Cell | undefined,
  type: ShownColumn['type'] = 'share',
): string {
  if (typeof lower === 'number' && typeof upper === 'number') {
    const bound = boundFormat(type);
    return `${bound(lower)} ${type === 'difference' ? 'to' : '-'} ${bound(upper)}`;
  }
  return [lower, upper].find(isCode) ?? '';
}

/** A number with the given decimals, half up; commas from 1,000 up, so that a column reads alike. */
export function formatNumber(value: number, places: number): string {
  const [whole = '', fraction] = roundHalfUp(value, places).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A whole number, 999, then 1,000; or the code in its place. */
export function formatCount(count: Count): string {
  return isNumber(count) ? formatNumber(count, 0) : count;
}

/** The decimals of a column of numbers: none when all of its numbers are whole, as scores are; otherwise one. */
export function decimalPlaces(column: ShownColumn, rows: readonly Row[]): number {
  return rows.some((row) => isFraction(row[column.key])) ? 1 : 0;
}

function isFraction(value: Cell | undefined): boolean {
  return typeof value === 'number' && !Number.isInteger(value);
}

/** A cell as people read it. `places` is for columns of type number only. */
export function formatCell(column: ShownColumn, value: Cell | undefined, places = 1): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return formatYesNo(column.key, value);
  if (typeof value === 'string') return isCode(value) ? value : textInWords(column.key, value);
  if (column.type === 'share') return formatShare(value);
  if (column.type === 'lower' || column.type === 'upper') return formatBound(value);
  if (column.type === 'number') return formatNumber(value, places);
  if (column.type === 'difference') return formatDifference(value);
  if (column.type === 'rate') return formatNumber(value, RATE_PLACES);
  if (column.type === 'probability') return formatProbability(value);
  if (column.type === 'measure') return formatMeasure(value);
  return column.type === 'count' ? formatCount(value) : String(value);
}

function formatYesNo(columnKey: string, value: boolean): string {
  const phrase = yesPhrase(columnKey);
  if (phrase !== undefined) return value ? phrase : '';
  return value ? 'yes' : 'no';
}

/** Measures of one table differ in kind: a count is whole, and of a coefficient below 1 one decimal says little. */
function formatMeasure(value: number): string {
  if (Number.isInteger(value)) return formatCount(value);
  return formatNumber(value, Math.abs(value) < 1 ? 2 : 1);
}
