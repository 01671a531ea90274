/** What is said of a chart with a row for each row of the table. */
import { QUALITY_BANDS } from '../../reference/court-quality.ts';
import { type Chart, isNumber, type Row, type ShownColumn, type Table } from '../../report/report.ts';
import { formatCell } from '../format-cell.ts';
import type { BarRows } from './bar-rows.ts';
import { initials } from './bar-spec.ts';
import {
  columnOf,
  countInWords,
  type DrawnRow,
  firstName,
  lowerFirst,
  nameInWords,
  namingColumns,
} from './chart-rows.ts';
import type { LimitLine } from './limit-line.ts';

export type BarChart = Extract<Chart, { kind: 'bars' | 'bands' }>;

export function barCaption(
  table: Table,
  chart: BarChart,
  drawn: BarRows,
  { limit, isOnBands }: { readonly limit: LimitLine | null; readonly isOnBands: boolean },
): string {
  const figure = columnOf(table, chart.of).label;
  const beside =
    chart.kind === 'bars' && chart.beside !== undefined ? columnOf(table, chart.beside).label : null;
  const hasRange = drawn.rows.some(({ range }) => range !== null);
  const rows = drawn.rows.length + drawn.undrawn;
  return `${[
    `${isOnBands ? 'Points' : 'Bars'}: ${lowerFirst(figure)}`,
    ...(beside === null ? [] : [`diamonds: ${lowerFirst(beside)}`]),
    ...(hasRange ? ['lines: 95% range'] : []),
    ...(limit === null ? [] : [limit.caption]),
    ...(isOnBands ? [`stripes: ${bandNames()}`] : []),
    ...(drawn.undrawn === 0 ? [] : [`the ${drawn.rows.length} with most of ${rows} rows are drawn`]),
  ].join('; ')}.`;
}

/** "I Inadequate (under 50%), RI Requires improvement (50-64%), ...". */
function bandNames(): string {
  return QUALITY_BANDS.map(({ label, fromPercent }, index) => {
    const next = QUALITY_BANDS[index + 1]?.fromPercent;
    const range =
      index === 0
        ? `under ${next}%`
        : next === undefined
          ? `${fromPercent}% and over`
          : `${fromPercent}-${next - 1}%`;
    return `${initials(label)} ${label} (${range})`;
  }).join(', ');
}

/** A sentence for each row; of more rows than are drawn how many there are, the largest and the smallest. */
export function barWords(table: Table, chart: BarChart, drawn: BarRows, limit: LimitLine | null): string {
  const sentences =
    drawn.undrawn === 0
      ? drawn.rows.map((row) => rowInWords(table, chart, row))
      : summedUp(table, chart, drawn);
  const names = chart.kind === 'bars' ? firstName(table) : namingColumns(table);
  const by = names.map((key) => lowerFirst(columnOf(table, key).label)).join(' and ');
  const name = `${columnOf(table, chart.of).label} by ${by}`;
  return [name, ...(limit === null ? [] : [limit.words]), ...sentences].map((one) => `${one}.`).join(' ');
}

/** "Asian: 34.9%, 95% range 30.2 to 39.9, share of residents 39.5%". */
function rowInWords(table: Table, chart: BarChart, drawn: DrawnRow): string {
  const { range, row } = drawn;
  return [
    `${nameInWords(table, drawn)}: ${figureInWords(table, chart, drawn)}`,
    ...(range === null ? [] : [`95% range ${range}`]),
    ...furtherInWords(table, chart, row, range !== null),
  ].join(', ');
}

function furtherInWords(table: Table, chart: BarChart, row: Row, isJudged: boolean): string[] {
  const key = chart.kind === 'bars' ? chart.beside : chart.band;
  if (key === undefined) return [];
  const column: ShownColumn = columnOf(table, key);
  const isSaid = isNumber(row[key]) || (column.type === 'verdict' && isJudged);
  return isSaid ? [`${lowerFirst(column.label)} ${formatCell(column, row[key])}`] : [];
}

function figureInWords(table: Table, chart: BarChart, drawn: DrawnRow): string {
  return countInWords(table, columnOf(table, chart.of), drawn);
}

/** @param drawn with more rows than bars, the smallest of which is the smallest that is drawn */
function summedUp(table: Table, chart: BarChart, { rows, undrawn }: BarRows): string[] {
  const numbers = rows.filter(({ value }) => value !== undefined);
  const sorted = [...numbers].sort((one, other) => (other.value ?? 0) - (one.value ?? 0));
  const say = (row: DrawnRow) => `${nameInWords(table, row)}, ${figureInWords(table, chart, row)}`;
  const withheld = rows.length - numbers.length;
  return [
    `${rows.length + undrawn} rows, of which the ${rows.length} with most are drawn`,
    ...sorted.slice(0, 1).map((row) => `Most: ${say(row)}`),
    ...sorted.slice(-1).map((row) => `Least of those drawn: ${say(row)}`),
    ...(withheld === 0 ? [] : [`Withheld of those drawn: ${withheld}`]),
  ];
}
