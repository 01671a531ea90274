/** Which rows of a table are drawn as bars, and in which order. */
import { NOT_APPLICABLE, type Table } from '../../report/report.ts';
import type { BarChart } from './bar-words.ts';
import { type DrawnRow, drawnRows, firstName, hasFigure, namingColumns } from './chart-rows.ts';

export interface BarRows {
  readonly rows: readonly DrawnRow[];
  /** How many rows of the table have no bar: those with the smallest figures. */
  readonly undrawn: number;
  /** How many at the end are work that nobody holds, which no limit is set for. */
  readonly ofNobody: number;
}

/** As many fit a printed page. */
const MOST_ROWS = 35;

/** The rows with bars; none where no row has a figure, nor for categories within groups, which have a chart of their own. */
export function barRows(table: Table, chart: BarChart): BarRows {
  const rows = rowsOf(table, chart);
  const { nobody, withoutGroups } = chart.kind === 'bars' ? chart : {};
  if ((withoutGroups && isWithinGroups(table)) || !rows.some((row) => hasFigure(row))) {
    return { rows: [], undrawn: 0, ofNobody: 0 };
  }
  const ofNobody = rows.filter(({ label }) => label === nobody);
  const others = rows.filter(({ label }) => label !== nobody);
  const drawn = mostOf(others, MOST_ROWS - ofNobody.length);
  return {
    rows: [...(nobody === undefined ? drawn : byFigure(drawn)), ...ofNobody],
    undrawn: others.length - drawn.length,
    ofNobody: ofNobody.length,
  };
}

/** Questions are named by standard and question; of other rows the first name is enough. */
function rowsOf(table: Table, chart: BarChart): DrawnRow[] {
  const isBars = chart.kind === 'bars';
  const names = isBars ? firstName(table) : namingColumns(table);
  const without = isBars ? (chart.without ?? []) : [];
  return drawnRows(table, chart.of, names).filter(({ row }) => !without.includes(String(row[names[0]])));
}

/** Without groups, which are then not applicable, categories are what there is to draw. */
function isWithinGroups({ rows }: Table): boolean {
  return rows.some(({ group }) => group !== NOT_APPLICABLE);
}

/** Most first; rows without a figure as they are in the table. */
function byFigure(rows: readonly DrawnRow[]): DrawnRow[] {
  return [...rows].sort((one, other) => figureOf(other) - figureOf(one));
}

/** So many rows with the largest figures, in the order they had. */
function mostOf(rows: readonly DrawnRow[], most: number): readonly DrawnRow[] {
  if (rows.length <= most) return rows;
  const chosen = new Set(byFigure(rows).slice(0, most));
  return rows.filter((row) => chosen.has(row));
}

function figureOf({ value = -1 }: DrawnRow): number {
  return value;
}
