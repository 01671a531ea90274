import type { Chart, Table } from '../../report/report.ts';
import { formatCount } from '../format-cell.ts';
import { columnOf, type DrawnRow, drawnRows, firstName } from './chart-rows.ts';
import type { Picture } from './draw-chart.ts';
import { drawPanels, type Grid, type Panel } from './draw-panels.ts';
import type { Draw } from './easel.ts';
import { PLAIN } from './panel-spec.ts';

interface Line {
  readonly key: string;
  readonly label: string;
  readonly rows: readonly DrawnRow[];
}

const GRID: Grid = { columns: 1, plotHeight: 84, room: { left: 48, right: 8, top: 24, bottom: 22 } };
const MOST_PERIODS = 6;

/** A line for each count that has numbers, in a panel of its own; null where none has. */
export async function drawLines(
  draw: Draw,
  table: Table,
  { of }: Extract<Chart, { kind: 'lines' }>,
): Promise<Picture | null> {
  const lines = of
    .map(
      (key): Line => ({
        key,
        label: columnOf(table, key).label,
        rows: drawnRows(table, key, firstName(table)),
      }),
    )
    .filter(({ rows }) => rows.some(({ value }) => value !== undefined));
  if (lines.length === 0) return null;
  const hasGap = lines.some(({ rows }) => rows.some(({ word }) => word !== ''));
  return {
    drawing: await drawPanels(draw, lines.map(panelOf), GRID),
    caption: `Each line is on a scale of its own that begins at 0.${hasGap ? ' It breaks where a code stands in place of a number.' : ''}`,
    words: lines.map(inWords).join(' '),
  };
}

function panelOf({ key, label, rows }: Line): Panel {
  const top = roundTop(rows.reduce((most, { value }) => Math.max(most, value ?? 0), 1));
  const atX = (index: number) => (rows.length === 1 ? 0.5 : index / (rows.length - 1));
  const every = Math.ceil(rows.length / MOST_PERIODS);
  const placed = rows.map(({ value }, index) =>
    value === undefined ? { x: atX(index) } : { x: atX(index), y: value / top },
  );
  return {
    name: [label],
    wide: [],
    narrow: [],
    line: placed,
    points: placed.flatMap(({ x, y }) => (y === undefined ? [] : [{ x, y, shape: PLAIN, name: '' }])),
    up: [0, top / 2, top].map((value) => ({ y: value / top, text: formatCount(value) })),
    // Counted from the latest, which always has its name.
    across: rows.flatMap(({ label: period }, index) =>
      (rows.length - 1 - index) % every === 0 ? [{ x: atX(index), text: period }] : [],
    ),
    words: rows.flatMap(({ word, row }, index) =>
      word === '' ? [] : [{ x: atX(index), text: String(row[key]) }],
    ),
  };
}

/** The next of 2, 4, 10, 20, 40, 100 and so on: half of it is whole. */
function roundTop(most: number): number {
  const tens = 10 ** Math.floor(Math.log10(most));
  return (
    [1, 2, 4, 6, 8, 10].map((times) => times * tens).find((top) => top >= most && top % 2 === 0) ?? 10 * tens
  );
}

function inWords({ label, rows }: Line): string {
  return `${label}: ${rows.map(({ label: period, shown }) => `${period} ${shown}`).join(', ')}.`;
}
