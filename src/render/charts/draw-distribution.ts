import type { Chart, Table } from '../../report/report.ts';
import { columnOf, type DrawnRow, drawnRows, firstName, lowerFirst, numbersOf } from './chart-rows.ts';
import { ABOVE, BANDS, PLOT_WIDTH } from './distribution-spec.ts';
import type { Picture } from './draw-chart.ts';
import type { Draw } from './easel.ts';
import { widthOf } from './label-lines.ts';
import { LIMITS, limitLine } from './limit-line.ts';
import { SMALL_TEXT } from './looks.ts';

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

/** A column for each band; null where no row has a number. */
export async function drawDistribution(
  draw: Draw,
  table: Table,
  { of, limit: set }: Extract<Chart, { kind: 'distribution' }>,
): Promise<Picture | null> {
  const bands = drawnRows(table, of, firstName(table)).map(bandOf);
  if (!bands.some(({ drawn }) => drawn.value !== undefined)) return null;
  const limit = limitLine(set, bands[bands.length - 1].last);
  const ends = [bands[bands.length - 1].last, ...(limit?.marks ?? []).map(({ at }) => at)];
  const start = bands[0].first - HALF;
  const width = Math.max(...ends) + HALF - start;
  const across = (place: number) => (place - start) / width;
  const side = Math.max(SIDE, limit?.room ?? 0);
  const drawing = await draw('distribution', {
    data: {
      [BANDS]: columnsOf(bands, of, across),
      // Who has as many as the limit is within it: the line parts the limit from the next number.
      [LIMITS]: (limit?.marks ?? []).map((mark) => ({ ...mark, at: across(mark.at + HALF) })),
    },
    signals: {},
    padding: { left: side, right: side, top: limit === null ? 24 : ABOVE + 24, bottom: 28 },
  });
  const name = `${columnOf(table, of).label} by ${lowerFirst(table.columns[0].label)}`;
  return {
    drawing,
    caption: `${captionOf(name, bands, limit?.caption)}.`,
    words: [
      `${name}.`,
      ...(limit === null ? [] : [limit.words]),
      `${bands.map(({ drawn }) => `${drawn.label}: ${drawn.shown}`).join('; ')}.`,
    ].join(' '),
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

function columnsOf(bands: readonly Band[], of: string, across: (place: number) => number) {
  const every = everyLabel(bands, across);
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

/** Of how many bands one has its name below it, so that names have room beside each other. */
function everyLabel(bands: readonly Band[], across: (place: number) => number): number {
  const widest = widthOf([...bands.map(({ drawn }) => drawn.label), ''], SMALL_TEXT) + SMALL_TEXT / 2;
  const [{ first, last }] = bands;
  return Math.max(1, Math.ceil(widest / ((across(last + HALF) - across(first - HALF)) * PLOT_WIDTH)));
}
