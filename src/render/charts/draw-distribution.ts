import type { Chart, Table } from '../../report/report.ts';
import {
  columnOf,
  countInWords,
  type DrawnRow,
  drawnRows,
  firstName,
  hasFigure,
  lowerFirst,
  numbersOf,
} from './chart-rows.ts';
import { ABOVE, BANDS } from './distribution-spec.ts';
import type { Picture } from './draw-chart.ts';
import type { Draw } from './easel.ts';
import { widthOf } from './label-lines.ts';
import { LIMITS, limitLine } from './limit-line.ts';
import { type Format, SMALL_TEXT } from './looks.ts';

/** A row with the whole numbers of its band, both included. */
interface Band {
  readonly drawn: DrawnRow;
  readonly first: number;
  readonly last: number;
}

/** Whole numbers are places of one unit, so a band of 6 to 10 is drawn from 5.5 to 10.5. */
const HALF = 0.5;
/** Of a column, on each side of it. */
const GAP = 0.04;
const SIDE = 24;
const NARROW_SIDE = 10;

/** A column for each band; null where no row has a figure. */
export async function drawDistribution(
  draw: Draw,
  table: Table,
  { of, limit: set }: Extract<Chart, { kind: 'distribution' }>,
  format: Format,
): Promise<Picture | null> {
  const bands = drawnRows(table, of, firstName(table)).map(bandOf);
  if (!bands.some(({ drawn }) => hasFigure(drawn))) return null;
  const limit = limitLine(set, bands[bands.length - 1].last);
  const ends = [bands[bands.length - 1].last, ...(limit?.marks ?? []).map(({ at }) => at)];
  const start = bands[0].first - HALF;
  const width = Math.max(...ends) + HALF - start;
  const across = (place: number) => (place - start) / width;
  const side = Math.max(format.isNarrow ? NARROW_SIDE : SIDE, limit?.room ?? 0);
  const plotWidth = format.width - 2 * side;
  const drawing = await draw('distribution', {
    data: {
      [BANDS]: columnsOf(bands, of, across, plotWidth),
      // Who has as many as the limit is within it: the line parts the limit from the next number.
      [LIMITS]: (limit?.marks ?? []).map((mark) => ({ ...mark, at: across(mark.at + HALF) })),
    },
    signals: { width: plotWidth, most: Math.max(1, ...bands.map(({ drawn }) => drawn.value ?? 0)) },
    padding: { left: side, right: side, top: limit === null ? 24 : ABOVE + 24, bottom: 28 },
  });
  const column = columnOf(table, of);
  const name = `${column.label} by ${lowerFirst(table.columns[0].label)}`;
  const inWords = ({ drawn }: Band) =>
    `${table.columns[0].label} ${drawn.label}: ${countInWords(table, column, drawn)}`;
  return {
    drawing,
    caption: `${captionOf(name, bands, limit?.caption)}.`,
    words: [name, ...(limit === null ? [] : [limit.words]), ...bands.map(inWords)]
      .map((sentence) => `${sentence}.`)
      .join(' '),
  };
}

function captionOf(name: string, bands: readonly Band[], limit: string | undefined): string {
  const hasCode = bands.some(({ drawn }) => drawn.word !== '');
  return [
    `Columns: ${lowerFirst(name)}`,
    ...(limit === undefined ? [] : [limit]),
    ...(hasCode ? ['a code stands in place of a number'] : []),
  ].join('; ');
}

/** @throws Error for a row that is named by no band */
function bandOf(drawn: DrawnRow): Band {
  const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(drawn.label) ?? [];
  if (first === undefined) throw new Error('a row of a distribution is no band of whole numbers');
  return { drawn, first: Number(first), last: Number(last) };
}

function columnsOf(bands: readonly Band[], of: string, across: (place: number) => number, plotWidth: number) {
  const every = everyLabel(bands, (across(1) - across(0)) * plotWidth);
  return bands.map(({ drawn: { value, shown, word, label, row }, first, last }, index) => {
    const [left, right] = [across(first - HALF), across(last + HALF)];
    const gap = (right - left) * GAP;
    return {
      ...numbersOf({ value }),
      from: left + gap,
      to: right - gap,
      middle: (left + right) / 2,
      top: value ?? 0,
      shown: word === '' ? shown : String(row[of]),
      label: index % every === 0 ? label : '',
    };
  });
}

/**
 * Of how many bands one has its name below it, so that names have room beside each other.
 * @param unit how wide a whole number is in the picture
 */
function everyLabel(bands: readonly Band[], unit: number): number {
  const widest = widthOf([...bands.map(({ drawn }) => drawn.label), ''], SMALL_TEXT) + SMALL_TEXT / 2;
  const [{ first, last }] = bands;
  return Math.max(1, Math.ceil(widest / ((last - first + 1) * unit)));
}
