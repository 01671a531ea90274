import { type Chart, isNumber, type Table } from '../../report/report.ts';
import { funnelLimits } from '../../stats/binomial-funnel.ts';
import { formatCell, formatCount, formatShare } from '../format-cell.ts';
import { columnOf, type DrawnRow, drawnRows, firstName, wholeRows } from './chart-rows.ts';
import type { Picture } from './draw-chart.ts';
import { drawPanels, type Grid, type Panel } from './draw-panels.ts';
import type { Draw } from './easel.ts';
import { cut } from './label-lines.ts';
import { PLAIN } from './panel-spec.ts';

export type FunnelChart = Extract<Chart, { kind: 'funnel' }>;

/** Rows that are compared with each other. */
interface Compared {
  readonly name: readonly string[];
  readonly centre: number;
  readonly rows: readonly DrawnRow[];
}

const SHAPES: ReadonlyMap<unknown, string> = new Map([
  ['below', 'triangle-down'],
  ['above', 'triangle-up'],
]);
/** Limits are drawn at so many numbers of cases, and at those of the rows: each point lies on its right side of them. */
const DRAWN_LIMITS = 12;
const NAME_LENGTH = 14;
const GRID: Grid = { columns: 3, plotHeight: 92, room: { left: 38, right: 6, top: 44, bottom: 24 } };

/** Each row by how many cases it is of; null where nothing is shown of any. */
export async function drawFunnel(draw: Draw, table: Table, chart: FunnelChart): Promise<Picture | null> {
  const compared = comparedRows(table, chart);
  if (compared.length === 0) return null;
  const counts = compared.flatMap(({ rows }) => rows.map(({ row }) => Number(row[chart.judged])));
  const most = counts.reduce((one, other) => Math.max(one, other), 1);
  const panels = compared.map((one) => panelOf(one, chart, most));
  return {
    drawing: await drawPanels(draw, panels, GRID),
    caption: captionOf(counts.length, wholeRows(table).length),
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
  const even = Array.from({ length: DRAWN_LIMITS }, (_, index) =>
    Math.ceil(((index + 1) * most) / DRAWN_LIMITS),
  );
  const totals = [...new Set([1, ...even, ...counts])].sort((one, other) => one - other);
  const limits = totals.map((total) => limitsAt(total, centre, most));
  return {
    name,
    wide: limits.map(([wide]) => wide),
    narrow: limits.map(([, narrow]) => narrow),
    line: [
      { x: 0, y: centre },
      { x: 1, y: centre },
    ],
    points: rows.map(({ label, value = 0, row }, index) => {
      const shape = SHAPES.get(row[place]) ?? PLAIN;
      return {
        x: counts[index] / most,
        y: value,
        shape,
        name: shape === PLAIN ? '' : cut(label, NAME_LENGTH),
      };
    }),
    up: [0, 0.5, 1].map((value) => ({ y: value, text: `${100 * value}%` })),
    across: [
      { x: 0, text: '0' },
      { x: 1, text: `${formatCount(most)} judged` },
    ],
    words: [],
  };
}

/** The limits of 99.8 % and of 95 %, each halfway between the last count that is outside and the next. */
function limitsAt(total: number, centre: number, most: number) {
  return funnelLimits(total, centre).map(({ below, above }) => ({
    x: total / most,
    low: below === null ? 0 : (below + 0.5) / total,
    high: above === null ? 1 : (above - 0.5) / total,
  }));
}

function captionOf(drawn: number, all: number): string {
  return [
    'Share sufficient (upwards) by cases judged (across), a panel for each question. Circles lie inside the limits; triangles outside the 95% limits, with the name beside them.',
    'The line is the share of the whole service; the inner area ends at the 95% limits, the outer one, dashed, at the 99.8% limits.',
    ...(drawn < all
      ? [`${all - drawn} of ${all} points are not shown, since small numbers are withheld.`]
      : []),
  ].join(' ');
}

function inWords({ name, centre, rows }: Compared, table: Table, { judged, place }: FunnelChart): string {
  const points = rows.map(
    ({ label, shown, row }) =>
      `${label} ${shown} of ${formatCell(columnOf(table, judged), row[judged])}, ${row[place]}`,
  );
  return `${name.join(', ')}: whole service ${formatShare(centre)}; ${points.join('; ')}.`;
}
