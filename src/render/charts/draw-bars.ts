import { NOT_AVAILABLE, type Table } from '../../report/report.ts';
import { formatCount } from '../format-cell.ts';
import { type BarRows, barRows } from './bar-rows.ts';
import { initials, ROWS, STEP, TICKS } from './bar-spec.ts';
import { type BarChart, barCaption, barWords } from './bar-words.ts';
import { columnOf, type DrawnRow, numbersOf } from './chart-rows.ts';
import type { Picture } from './draw-chart.ts';
import type { Draw } from './easel.ts';
import { cutToWidth, labelLines, widthOf } from './label-lines.ts';
import { LIMITS, type LimitLine, limitLine } from './limit-line.ts';
import { type Format, TEXT_SIZE } from './looks.ts';
import { ticksOf } from './scale.ts';

const GAP = 16;
/** The least step of an axis. */
const PERCENT = 0.01;
const EDGE = 16;
/** In a narrow picture names wider than this would leave the bars too little room. */
const MOST_BESIDE = 110;

/** How names and rows are laid out. */
interface Layout {
  /** The lines of each name. */
  readonly names: readonly (readonly string[])[];
  /** Room for names at the left of the bars. */
  readonly left: number;
  readonly step: number;
  /** A row of the picture for each of the table, or one for its name and then one for its bar. */
  readonly each: 1 | 2;
  readonly label: { readonly labelAlign: string; readonly labelX: number; readonly labelDown: number };
}

/** A bar for each row, or a point on the bands; null where no row has a figure. */
export async function drawBars(
  draw: Draw,
  table: Table,
  chart: BarChart,
  format: Format,
): Promise<Picture | null> {
  const drawn = barRows(table, chart);
  if (drawn.rows.length === 0) return null;
  const isOnBands = hasBands(table, chart);
  const limit = limitOf(chart, drawn);
  const layout = layoutOf(drawn.rows, format);
  const shown = drawn.rows.map((row) => (row.word === '' ? shownOf(row, chart, isOnBands) : ''));
  const right = Math.max(widthOf(shown, TEXT_SIZE) + GAP, limit?.room ?? 0, EDGE);
  const axis = axisOf(table, chart, drawn, { limit, isOnBands, format });
  const drawing = await draw(isOnBands ? 'bands' : 'bars', {
    data: {
      ...(isOnBands ? {} : { [LIMITS]: limit?.marks ?? [] }),
      [TICKS]: axis.ticks,
      [ROWS]: drawn.rows.map((row, index) => ({
        ...numbersIn(row, chart),
        ...placeOf(index, layout),
        word: row.word,
        shown: shown[index],
      })),
    },
    signals: {
      width: format.width - layout.left - right,
      [STEP]: layout.step,
      beyond: drawn.ofNobody * layout.each,
      ...layout.label,
      end: axis.end,
    },
    padding: { left: layout.left, right, top: isOnBands || limit !== null ? 24 : 4, bottom: 28 },
  });
  return {
    drawing,
    caption: barCaption(table, chart, drawn, { limit, isOnBands }),
    words: barWords(table, chart, drawn, limit),
  };
}

function limitOf(chart: BarChart, { rows }: BarRows): LimitLine | null {
  if (chart.kind !== 'bars') return null;
  return limitLine(chart.limit, Math.max(...rows.map(({ value = 0 }) => value)));
}

function layoutOf(rows: readonly DrawnRow[], { isNarrow, width }: Format): Layout {
  const names = rows.map(({ label }) => labelLines(label));
  const left = widthOf(names.flat(), TEXT_SIZE) + GAP;
  if (isNarrow && left > MOST_BESIDE) return withNamesAbove(rows, width);
  return {
    names,
    left,
    step: names.some(({ length }) => length > 1) ? 36 : 26,
    each: 1,
    label: { labelAlign: 'right', labelX: -8, labelDown: 0 },
  };
}

function withNamesAbove(rows: readonly DrawnRow[], width: number): Layout {
  return {
    names: rows.map(({ label }) => [cutToWidth(label, width - 2 * EDGE, TEXT_SIZE)]),
    left: EDGE,
    step: 21,
    each: 2,
    label: { labelAlign: 'left', labelX: 0, labelDown: 4 },
  };
}

/** In which rows of the picture a row and its name stand. */
function placeOf(index: number, { names, each }: Layout) {
  return { label: names[index], labelOrder: index * each, order: (index + 1) * each - 1 };
}

function numbersIn({ value, lower, upper, row }: DrawnRow, chart: BarChart) {
  const key = chart.kind === 'bars' ? chart.beside : undefined;
  return numbersOf({ value, lower, upper, beside: key === undefined ? undefined : row[key] });
}

interface Around {
  readonly limit: LimitLine | null;
  readonly isOnBands: boolean;
  readonly format: Format;
}

/** The axis ends with what reaches farthest; where nothing is shown it has its 0 alone. */
function axisOf(table: Table, chart: BarChart, { rows }: BarRows, { limit, isOnBands, format }: Around) {
  const isShare = columnOf(table, chart.of).type === 'share';
  const unit = isShare ? PERCENT : 1;
  const reach = [
    ...rows.flatMap((row) => Object.values(numbersIn(row, chart))),
    ...(limit?.marks ?? []).map(({ at }) => at),
  ].reduce((most, one) => Math.max(most, one), 0);
  const end = isOnBands ? 1 : Math.max(reach, unit);
  const ticks = reach === 0 ? [0] : ticksOf(end, unit, format.isNarrow ? 3 : 4);
  const textOf = (tick: number) => (isShare ? `${Math.round(100 * tick)}%` : formatCount(tick));
  return { end, ticks: ticks.map((tick) => ({ tick, text: textOf(tick) })) };
}

/** A framework need not have bands. */
function hasBands(table: Table, chart: BarChart): boolean {
  return chart.kind === 'bands' && table.rows.some((row) => row[chart.band] !== NOT_AVAILABLE);
}

function shownOf({ shown, row }: DrawnRow, chart: BarChart, isOnBands: boolean): string {
  return chart.kind === 'bands' && isOnBands ? `${shown} ${initials(String(row[chart.band]))}` : shown;
}
