/** Tiny caseloads written out in the tests, and the figures that come of them. */
import type { ColumnName } from '../../src/caseload/columns.ts';
import type { Condition } from '../../src/caseload/filter-rows.ts';
import type { CaseloadInput } from '../../src/caseload/load.ts';
import type { LoadOptions } from '../../src/caseload/load-options.ts';
import { caseloadOptions } from '../../src/caseload/load-options.ts';
import { parseDay } from '../../src/caseload/parse-day.ts';
import type { Metric } from '../../src/metrics/define-metric.ts';
import { metrics } from '../../src/metrics/index.ts';
import type { Settings } from '../../src/metrics/settings.ts';
import { buildReport, type Labelled } from '../../src/report/build-report.ts';
import type { Cell, Count, InternalReport, MetricReport, Row, Table } from '../../src/report/report.ts';
import { loadBuiltCaseload } from '../support/load-now.ts';

export interface Asked extends Omit<LoadOptions, 'where'> {
  readonly where?: readonly Condition[];
  readonly by?: ColumnName;
  readonly from?: string;
  readonly to?: string;
  readonly metrics?: readonly Metric[];
  readonly settings?: Partial<Settings>;
  /** Further caseloads by their labels, each a CSV. */
  readonly years?: Readonly<Record<string, string>>;
  readonly months?: Readonly<Record<string, string>>;
}

/** The bytes of a CSV; the lines may be indented as the test around them is. */
export function csvInput(csv: string, name = 'cases.csv'): CaseloadInput {
  const lines = csv.split('\n').map((line) => line.trim());
  return { name, bytes: new TextEncoder().encode(lines.filter((line) => line !== '').join('\n')) };
}

export function caseloadOf(files: readonly CaseloadInput[], asked: Asked = {}) {
  const { where, settings, years, months, ...options } = asked;
  return loadBuiltCaseload(files, { ...caseloadOptions(options), where: where ?? [] }).caseload;
}

/** The report of one or more files, with all its numbers. */
export function reportOf(files: readonly CaseloadInput[], asked: Asked = {}): InternalReport {
  const { from, to } = asked;
  const hasPeriod = from !== undefined || to !== undefined;
  const period = {
    from: from === undefined ? null : parseDay(from, 'from'),
    to: to === undefined ? null : parseDay(to, 'to'),
  };
  return buildReport(caseloadOf(files, asked), {
    metrics: asked.metrics ?? metrics,
    by: asked.by ?? null,
    period: hasPeriod ? period : null,
    ...(asked.settings === undefined ? {} : { settings: asked.settings }),
    years: labelled(asked.years),
    months: labelled(asked.months),
  });
}

function labelled(files: Readonly<Record<string, string>> = {}): Labelled[] {
  return Object.entries(files).map(([label, csv]) => ({ label, caseload: caseloadOf([csvInput(csv)]) }));
}

/** What one metric says of a CSV. */
export function figuresOf(metric: Metric, csv: string, asked: Asked = {}): MetricReport<number> {
  return reportOf([csvInput(csv)], { ...asked, metrics: [metric] }).metrics[0];
}

export function tableOf<C extends Count>(
  { name: metric, tables }: Pick<MetricReport<C>, 'name' | 'tables'>,
  name: string,
): Table<C> {
  const table = tables.find((one) => one.name === name);
  if (table === undefined) throw new Error(`${metric} has no table ${name}`);
  return table;
}

/** The rows of a table as arrays of the cells asked for, the order of the table kept. */
export function cellsOf(report: MetricReport, table: string, keys: readonly string[]): Cell[][] {
  return tableOf(report, table).rows.map((row) => keys.map((key) => row[key]));
}

/** The one row of a table that has these cells. */
export function rowOf(report: MetricReport, table: string, cells: Row): Row {
  const found = tableOf(report, table).rows.filter((row) =>
    Object.entries(cells).every(([key, value]) => row[key] === value),
  );
  if (found.length !== 1) throw new Error(`${table} has ${found.length} rows of ${JSON.stringify(cells)}`);
  return found[0];
}
