/** Under --count-cases each row is a case and children are not told apart: every count of children is one of cases. */
import type { About, ColumnSpec, TableSpec } from '../metrics/define-metric.ts';
import type { Chart, Provenance, Row } from './report.ts';

type Unit = Provenance['unit'];

export function unitOf(unit: string, counted: Unit): string {
  return counted === 'cases' && unit === 'children' ? 'cases' : unit;
}

/** A table with counts of cases in place of those of children; one that has both keeps the cases. */
export function inUnit(table: TableSpec, unit: Unit): TableSpec {
  if (unit === 'children') return table;
  const { about, chart } = table;
  const columns = columnsOfCases(table);
  const sparklines = table.sparklines?.map(inCases);
  return {
    ...table,
    columns,
    about: aboutCases(about),
    ...(sparklines === undefined ? {} : { sparklines }),
    ...(chart === undefined ? {} : { chart: chartOfCases(chart) }),
  };
}

function chartOfCases(chart: Chart): Chart {
  if (chart.kind === 'bars') return { ...chart, of: inCases(chart.of) };
  return chart.kind === 'lines' ? { ...chart, of: chart.of.map(inCases) } : chart;
}

/** The columns of a table in cases. */
function columnsOfCases(table: TableSpec): ColumnSpec[] {
  return table.columns
    .filter(({ key }) => key !== 'children' || !hasCases(table))
    .map((column) => (column.key === 'children' ? { ...column, key: 'cases', label: 'Cases' } : column))
    .map((column) =>
      column.type === 'share' && column.numerator === 'children' ? { ...column, numerator: 'cases' } : column,
    )
    .map((column) =>
      column.type === 'count' && column.unit === 'children' ? { ...column, unit: 'cases' } : column,
    );
}

function inCases(key: string): string {
  return key === 'children' ? 'cases' : key;
}

function aboutCases(about: About): About {
  const { count, alone } = about;
  return {
    ...about,
    ...(count === undefined ? {} : { count: inCases(count) }),
    ...(alone === undefined ? {} : { alone: { ...alone, counts: alone.counts.map(inCases) } }),
  };
}

export function rowInUnit(row: Row, table: TableSpec, unit: Unit): Row {
  if (unit === 'children' || !('children' in row)) return row;
  const cells = Object.entries(row).filter(([key]) => key !== 'children' || !hasCases(table));
  return Object.fromEntries(cells.map(([key, value]) => [key === 'children' ? 'cases' : key, value]));
}

function hasCases({ columns }: TableSpec): boolean {
  return columns.some(({ key }) => key === 'cases');
}
