import type { Chart, Table } from '../../report/report.ts';
import { formatCell, formatCount } from '../format-cell.ts';
import { columnOf, type DrawnRow, drawnRows, firstName, hasFigure, namingColumns } from './chart-rows.ts';
import type { Picture } from './draw-chart.ts';
import { drawPanels, type Grid, type Panel, plotWidthOf } from './draw-panels.ts';
import type { Draw } from './easel.ts';
import { widthOf } from './label-lines.ts';
import { type Line, lineCaption, lineWords } from './line-words.ts';
import { type Format, SMALL_TEXT } from './looks.ts';
import { roundTop } from './scale.ts';

/** Between texts that stand side by side. */
const GAP = 10;

/** Panels of one figure are small and side by side; a figure of its own has the width of the picture. */
function gridOf({ width, isNarrow }: Format, isOfParts: boolean): Grid {
  if (!isOfParts)
    return { width, columns: 1, plotHeight: 116, room: { left: 48, right: 10, top: 30, bottom: 24 } };
  return {
    width,
    columns: isNarrow ? 2 : 3,
    plotHeight: 84,
    room: { left: 42, right: 8, top: 46, bottom: 26 },
  };
}

/**
 * A line for each figure in a panel of its own, or where rows are named by more than their time (a standard and its
 * question) for each of these names; null where nothing is counted.
 */
export async function drawLines(
  draw: Draw,
  table: Table,
  { of }: Extract<Chart, { kind: 'lines' }>,
  format: Format,
): Promise<Picture | null> {
  const parts = namingColumns(table).slice(1);
  const all = of.flatMap((key) => linesOf(table, key, parts));
  const lines = all.filter(parts.length === 0 ? isCounted : isLine);
  if (lines.length === 0) return null;
  const grid = gridOf(format, parts.length > 0);
  const { drawing } = await drawPanels(
    draw,
    lines.map((line) => panelOf(line, plotWidthOf(grid))),
    grid,
  );
  return { drawing, caption: lineCaption(table, lines, all.length), words: lineWords(table, lines) };
}

function isCounted({ rows }: Line): boolean {
  return rows.some((row) => hasFigure(row));
}

/** Of many panels those without two numbers would say nothing, at the length of a page. */
function isLine({ rows }: Line): boolean {
  return rows.filter(({ value }) => value !== undefined).length > 1;
}

/** @param parts the columns that name what a row is about besides its time */
function linesOf(table: Table, key: string, parts: readonly string[]): Line[] {
  const column = columnOf(table, key);
  const rows = drawnRows(table, key, firstName(table));
  if (parts.length === 0) return [{ column, name: [column.label], rows }];
  const lines = new Map<string, { column: typeof column; name: string[]; rows: DrawnRow[] }>();
  for (const drawn of rows) {
    const name = parts.map((part) => formatCell(columnOf(table, part), drawn.row[part]));
    const line = lines.get(name.join()) ?? { column, name, rows: [] };
    line.rows.push(drawn);
    lines.set(name.join(), line);
  }
  return [...lines.values()];
}

/** @param plotWidth in units of the picture */
function panelOf({ column, name, rows }: Line, plotWidth: number): Panel {
  const isShare = column.type === 'share';
  const top = isShare ? 1 : roundTop(rows.reduce((most, { value }) => Math.max(most, value ?? 0), 1));
  const atX = (index: number) => (rows.length === 1 ? 0.5 : index / (rows.length - 1));
  const placed = rows.map(({ value }, index) =>
    value === undefined ? { x: atX(index) } : { x: atX(index), y: value / top },
  );
  return {
    name,
    wide: [],
    narrow: rows.map(({ lower, upper }, index) =>
      lower === undefined || upper === undefined
        ? { x: atX(index) }
        : { x: atX(index), low: lower / top, high: upper / top },
    ),
    line: placed,
    points: placed.flatMap(({ x, y }) =>
      y === undefined ? [] : [{ x, y, shape: 'circle', look: 'plain' as const, name: '', isAbove: false }],
    ),
    up: [0, 0.5, 1].map((y) => ({ y, text: isShare ? `${100 * y}%` : formatCount(y * top) })),
    ticks: rows.map((_, index) => atX(index)),
    across: namedPeriods(rows, plotWidth).map((index) => ({ x: atX(index), text: rows[index].label })),
    words: codesIn(rows, column.key, plotWidth).map((index) => ({
      x: atX(index),
      text: String(rows[index].row[column.key]),
    })),
  };
}

/** The rows whose periods are named: as many as have room, counted from the latest, which always has its name. */
function namedPeriods(rows: readonly DrawnRow[], plotWidth: number): number[] {
  const widths = rows.map(({ label }) => widthOf([label], SMALL_TEXT));
  // Those at the ends do not reach beyond the plot, so they are half a width nearer to the next.
  const widest = 1.5 * Math.max(...widths) + GAP;
  const every = Math.max(1, Math.ceil((widest * (rows.length - 1)) / plotWidth));
  return rows.map((_, index) => index).filter((index) => (rows.length - 1 - index) % every === 0);
}

/** The rows in whose place a code stands; of several side by side as many as have room. */
function codesIn(rows: readonly DrawnRow[], key: string, plotWidth: number): number[] {
  const apart = plotWidth / Math.max(1, rows.length - 1);
  const shown: number[] = [];
  rows.forEach(({ word, row }, index) => {
    const needed = widthOf([String(row[key])], SMALL_TEXT) + 2;
    const last = shown.at(-1);
    const hasRoom = last === undefined || (index - last) * apart >= needed;
    if (word !== '' && hasRoom) shown.push(index);
  });
  return shown;
}
