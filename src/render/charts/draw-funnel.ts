import { type Chart, isNumber, type Table } from '../../report/report.ts';
import { funnelLimits } from '../../stats/binomial-funnel.ts';
import { formatCell, formatCount } from '../format-cell.ts';
import { columnOf, type DrawnRow, drawnRows, firstName, wholeRows } from './chart-rows.ts';
import type { Picture } from './draw-chart.ts';
import { drawPanels, type Grid, type Panel } from './draw-panels.ts';
import type { Draw } from './easel.ts';
import { type Compared, funnelCaption, inWords, levelOf } from './funnel-words.ts';
import { cut } from './label-lines.ts';
import type { Format } from './looks.ts';
import type { Look } from './panel-spec.ts';

export type FunnelChart = Extract<Chart, { kind: 'funnel' }>;

const SHAPES: ReadonlyMap<unknown, string> = new Map([
  ['below', 'triangle-down'],
  ['above', 'triangle-up'],
]);
/** As they are painted: those farthest out on top. */
const LOOKS: readonly Look[] = ['plain', 'out', 'far'];
const FAR = '99.8%';
/** Limits are drawn at so many numbers of cases, and at those of the rows: each point lies on its right side of them. */
const DRAWN_LIMITS = 12;
const NAME_LENGTH = 14;

function gridOf({ width, isNarrow }: Format): Grid {
  return {
    width,
    columns: isNarrow ? 2 : 3,
    plotHeight: 90,
    room: { left: 42, right: 8, top: 46, bottom: 26 },
  };
}

/** Each row by how many cases it is of; null where nothing is shown of any. */
export async function drawFunnel(
  draw: Draw,
  table: Table,
  chart: FunnelChart,
  format: Format,
): Promise<Picture | null> {
  const compared = comparedRows(table, chart);
  if (compared.length === 0) return null;
  const counts = compared.flatMap(({ rows }) => rows.map(({ row }) => Number(row[chart.judged])));
  const most = counts.reduce((one, other) => Math.max(one, other), 1);
  const panels = compared.map((one) => panelOf(one, chart, most));
  const { drawing, unnamed } = await drawPanels(draw, panels, gridOf(format));
  const withheld = wholeRows(table).length - counts.length;
  return {
    drawing,
    caption: funnelCaption({ points: counts.length, withheld, unnamed }),
    words: compared.map((one) => inWords(one, table, chart)).join(' '),
  };
}

/** Those sets of rows of which something is shown. */
function comparedRows(table: Table, { of, centre, judged, within }: FunnelChart): Compared[] {
  const panels = new Map<string, { name: string[]; centre: number; rows: DrawnRow[] }>();
  for (const drawn of drawnRows(table, of, firstName(table))) {
    const { row, value } = drawn;
    const middle = row[centre];
    if (value === undefined || !isNumber(middle) || !isNumber(row[judged])) continue;
    const name = within.map((key) => formatCell(columnOf(table, key), row[key]));
    const panel = panels.get(name.join()) ?? { name, centre: middle, rows: [] };
    panel.rows.push(drawn);
    panels.set(name.join(), panel);
  }
  return [...panels.values()];
}

/** @param most the most cases of a row in any panel: the scale is the same for all */
function panelOf({ name, centre, rows }: Compared, { judged, place }: FunnelChart, most: number): Panel {
  const counts = rows.map(({ row }) => Number(row[judged]));
  const limits = totalsOf(counts, most).map((total) => limitsAt(total, centre, most));
  return {
    name,
    wide: limits.map(([wide]) => wide),
    narrow: limits.map(([, narrow]) => narrow),
    line: [
      { x: 0, y: centre },
      { x: 1, y: centre },
    ],
    points: rows
      .map((row, index) => pointOf(row, counts[index] / most, row.row[place]))
      .sort((one, other) => LOOKS.indexOf(one.look) - LOOKS.indexOf(other.look)),
    up: [0, 0.5, 1].map((value) => ({ y: value, text: `${100 * value}%` })),
    ticks: [0, 1],
    across: [
      { x: 0, text: '0' },
      { x: 1, text: `${formatCount(most)} judged` },
    ],
    words: [],
  };
}

function pointOf(drawn: DrawnRow, x: number, place: unknown): Panel['points'][number] {
  const { label, value = 0 } = drawn;
  const shape = SHAPES.get(place);
  const isAbove = place === 'above';
  if (shape === undefined) return { x, y: value, shape: 'circle', look: 'plain', name: '', isAbove };
  const look = levelOf(drawn) === FAR ? 'far' : 'out';
  return { x, y: value, shape, look, name: cut(label, NAME_LENGTH), isAbove };
}

/** The numbers of cases at which limits are drawn. */
function totalsOf(counts: readonly number[], most: number): number[] {
  const even = Array.from({ length: DRAWN_LIMITS }, (_, index) =>
    Math.ceil(((index + 1) * most) / DRAWN_LIMITS),
  );
  return [...new Set([1, ...even, ...counts])].sort((one, other) => one - other);
}

/** The limits of 99.8 % and of 95 %, each halfway between the last count that is outside and the next. */
function limitsAt(total: number, centre: number, most: number) {
  return funnelLimits(total, centre).map(({ below, above }) => ({
    x: total / most,
    low: below === null ? 0 : (below + 0.5) / total,
    high: above === null ? 1 : (above - 0.5) / total,
  }));
}
