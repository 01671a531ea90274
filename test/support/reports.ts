/** Looking things up in a report as `--format json` gives it. */
import type { Cell, MetricReport, Report, Row, Table } from '../../src/report/report.ts';

export function metricOf(report: Report, name: string): MetricReport {
  const found = report.metrics.find((metric) => metric.name === name);
  if (found === undefined) throw new Error(`no metric ${name}`);
  return found;
}

export function tableOf(report: Report, metric: string, table: string): Table {
  const found = metricOf(report, metric).tables.find(({ name }) => name === table);
  if (found === undefined) throw new Error(`no table ${table} in ${metric}`);
  return found;
}

/** Some cells of every row, in the order of the rows. */
export function cellsOf(
  report: Report,
  metric: string,
  table: string,
  ...keys: readonly string[]
): (Cell | undefined)[][] {
  return tableOf(report, metric, table).rows.map((row: Row) => keys.map((key) => row[key]));
}

/** The rows in which a column holds something else than 0. */
export function filledRows(
  report: Report,
  metric: string,
  table: string,
  ...keys: readonly string[]
): (Cell | undefined)[][] {
  return cellsOf(report, metric, table, ...keys).filter((cells) => cells[cells.length - 1] !== 0);
}
