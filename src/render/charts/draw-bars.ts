import { QUALITY_BANDS } from '../../reference/court-quality.ts';
import { type Chart, isNumber, NOT_AVAILABLE, type Table } from '../../report/report.ts';
import { formatCell } from '../format-cell.ts';
import { initials, ROWS, STEP } from './bar-spec.ts';
import {
  columnOf,
  type DrawnRow,
  drawnRows,
  firstName,
  lowerFirst,
  namingColumns,
  numbersOf,
} from './chart-rows.ts';
import type { Picture } from './draw-chart.ts';
import type { Draw } from './easel.ts';
import { labelLines, widthOf } from './label-lines.ts';
import { LIMITS, type LimitLine, limitLine } from './limit-line.ts';
import { TEXT_SIZE, WIDTH } from './looks.ts';

export type BarChart = Extract<Chart, { kind: 'bars' | 'bands' }>;

const GAP = 16;
const OF_SHARES = { numberFormat: '.0%', smallestStep: 0 };
const OF_COUNTS = { numberFormat: ',d', smallestStep: 1 };

/** A bar for each row, or a point on the bands; null where no row has a number. */
export async function drawBars(draw: Draw, table: Table, chart: BarChart): Promise<Picture | null> {
  const column = columnOf(table, chart.of);
  const rows = rowsOf(table, chart);
  if (!rows.some(({ value }) => value !== undefined)) return null;
  const beside = chart.kind === 'bars' ? chart.beside : undefined;
  const isOnBands = hasBands(table, chart);
  const labels = rows.map(({ label }) => labelLines(label));
  const shown = rows.map((row) => (row.word === '' ? shownOf(row, chart, isOnBands) : ''));
  const limit = limitOf(chart, rows);
  const left = widthOf(labels.flat(), TEXT_SIZE) + GAP;
  const right = Math.max(widthOf(shown, TEXT_SIZE) + GAP, limit?.room ?? 0);
  const drawing = await draw(isOnBands ? 'bands' : 'bars', {
    data: {
      ...(isOnBands ? {} : { [LIMITS]: limit?.marks ?? [] }),
      [ROWS]: rows.map(({ value, lower, upper, word, row }, order) => ({
        ...numbersOf({ value, lower, upper, beside: beside === undefined ? undefined : row[beside] }),
        order,
        word,
        label: labels[order],
        shown: shown[order],
      })),
    },
    signals: {
      width: WIDTH - left - right,
      [STEP]: labels.some(({ length }) => length > 1) ? 36 : 26,
      ...(column.type === 'share' ? OF_SHARES : OF_COUNTS),
    },
    padding: { left, right, top: isOnBands || limit !== null ? 24 : 4, bottom: 28 },
  });
  return {
    drawing,
    caption: captionOf(table, chart, isOnBands, limit),
    words: wordsOf(table, chart, rows, limit),
  };
}

function limitOf(chart: BarChart, rows: readonly DrawnRow[]): LimitLine | null {
  if (chart.kind !== 'bars') return null;
  return limitLine(chart.limit, Math.max(...rows.map(({ value = 0 }) => value)));
}

/** Questions are named by standard and question; of other rows the first name is enough. */
function rowsOf(table: Table, chart: BarChart): DrawnRow[] {
  const isBars = chart.kind === 'bars';
  const names = isBars ? firstName(table) : namingColumns(table);
  const without = isBars ? (chart.without ?? []) : [];
  return drawnRows(table, chart.of, names).filter(({ row }) => !without.includes(String(row[names[0]])));
}

/** A framework need not have bands. */
function hasBands(table: Table, chart: BarChart): boolean {
  return chart.kind === 'bands' && table.rows.some((row) => row[chart.band] !== NOT_AVAILABLE);
}

function shownOf({ shown, row }: DrawnRow, chart: BarChart, isOnBands: boolean): string {
  return chart.kind === 'bands' && isOnBands ? `${shown} ${initials(String(row[chart.band]))}` : shown;
}

function captionOf(table: Table, chart: BarChart, isOnBands: boolean, limit: LimitLine | null): string {
  const figure = columnOf(table, chart.of).label;
  const beside =
    chart.kind === 'bars' && chart.beside !== undefined ? columnOf(table, chart.beside).label : null;
  const hasRange = table.columns.some(({ type, of }) => type === 'lower' && of === chart.of);
  return `${[
    `${isOnBands ? 'Points' : 'Bars'}: ${lowerFirst(figure)}`,
    ...(beside === null ? [] : [`diamonds: ${lowerFirst(beside)}`]),
    ...(hasRange ? ['lines: 95% range'] : []),
    ...(limit === null ? [] : [limit.caption]),
    ...(isOnBands ? [`stripes: ${bandNames()}`] : []),
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

function wordsOf(table: Table, chart: BarChart, rows: readonly DrawnRow[], limit: LimitLine | null): string {
  const said = limit === null ? '' : `${limit.words} `;
  return `${columnOf(table, chart.of).label}. ${said}${rows.map((row) => rowInWords(table, chart, row)).join('; ')}.`;
}

/** "Asian 34.9% (95% range 30.2 - 39.9), share of residents 39.5%". */
function rowInWords(table: Table, chart: BarChart, { label, shown, range, row }: DrawnRow): string {
  const further = chart.kind === 'bars' ? chart.beside : chart.band;
  const said = further === undefined ? undefined : row[further];
  const column = further === undefined ? null : columnOf(table, further);
  const isSaid = column !== null && (isNumber(said) || (column.type === 'verdict' && range !== null));
  return [
    `${label} ${shown}${range === null ? '' : ` (95% range ${range})`}`,
    ...(isSaid ? [`${lowerFirst(column.label)} ${formatCell(column, said)}`] : []),
  ].join(', ');
}
