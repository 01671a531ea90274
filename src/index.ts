/**
 * The library's public face: read a caseload, compute a report, look at both as frames.
 *
 * @example
 * const caseload = await loadCaseload('cases.csv', { asAt: '2026-10-31' });
 * const report = buildReport(caseload);
 * report.metrics[0].tables[0].toDataFrame().print();
 */
import type { Caseload } from './caseload/caseload.ts';
import { type ColumnName, columnDefinitions } from './caseload/columns.ts';
import { UserError } from './caseload/errors.ts';
import { type CaseloadInput, loadCaseload as load } from './caseload/load.ts';
import type { LoadOptions } from './caseload/load-options.ts';
import { type DataFrame, frameOf } from './frame/frame.ts';
import { metrics } from './metrics/index.ts';
import { type ReportOptions as BuildOptions, buildReport as build } from './report/build-report.ts';
import {
  DEFAULT_SHARING,
  isThreshold,
  MOST_THRESHOLD,
  type Sharing,
  shareReport,
} from './report/disclosure.ts';
import type { MetricReport, Report, Table } from './report/report.ts';

export { readCsv } from './caseload/read-csv-bytes.ts';
export type { CaseloadInput, DataFrame, LoadOptions, MetricReport, Report, Table };
export { metrics, UserError };

/** What a report is to show: small numbers are withheld unless `internal` says otherwise. */
export interface ReportOptions
  extends Partial<
      Pick<BuildOptions, 'metrics' | 'by' | 'period' | 'given' | 'settings' | 'years' | 'months'>
    >,
    Partial<Sharing> {
  /** All numbers; the report must not be shared. */
  readonly internal?: boolean;
}

/** A caseload that can be looked at as a frame. */
export interface LoadedCaseload extends Caseload {
  /** The rows used, one per row, the columns of the dictionary that the files have; missing is the empty text. */
  toDataFrame(): DataFrame;
}

/** A table of a report that can be looked at as a frame: its rows as they are, figures unrounded, codes as text. */
export interface FramedTable extends Table {
  toDataFrame(): DataFrame;
}

export interface FramedReport extends Omit<Report, 'metrics'> {
  readonly metrics: readonly (Omit<MetricReport, 'tables'> & { readonly tables: readonly FramedTable[] })[];
}

/**
 * Reads a caseload: every row accounted for, columns typed.
 *
 * @param inputs a path to a CSV file or a folder of them, bytes under a name, or several of these: parts of one caseload
 * @returns the caseload; `inputs` says what became of the rows, `problems` what is wrong with the data
 * @throws UserError for anything that can be mended: a missing file, no header, identifiers in the file
 */
export async function loadCaseload(
  inputs: CaseloadInput | readonly CaseloadInput[],
  options: LoadOptions = {},
): Promise<LoadedCaseload> {
  const caseload = await load(inputs, options);
  return { ...caseload, toDataFrame: () => caseloadFrame(caseload) };
}

/**
 * Computes a report: plain data, every figure unrounded, shares 0 to 1, every denominator beside its figures. Small
 * numbers are withheld as `[c]`.
 *
 * @param options metrics (all by default), a breakdown, a period; how it is made fit to be shared, or that it is not
 * @throws UserError for a breakdown that cannot be had
 */
export function buildReport(caseload: Caseload, options: ReportOptions = {}): FramedReport {
  const { internal = false, metrics: chosen = metrics, by = null } = options;
  const sharing = { ...DEFAULT_SHARING, ...options };
  if (!internal) refuseUnfit(sharing, by);
  const built = build(caseload, {
    ...options,
    metrics: chosen,
    settings: { byWorker: sharing.byWorker, ...options.settings },
    withoutStaff: !internal && !sharing.byWorker,
    isForSharing: !internal,
  });
  const basis = { metrics: chosen, by, filters: caseload.filters };
  const report: Report = internal ? built : shareReport(built, basis, sharing);
  return {
    ...report,
    metrics: report.metrics.map((metric) => ({
      ...metric,
      tables: metric.tables.map((table) => ({ ...table, toDataFrame: () => tableFrame(table) })),
    })),
  };
}

function refuseUnfit({ threshold, zeros, byWorker, round }: Sharing, by: ColumnName | null): void {
  const refuse = (words: string) => {
    throw new UserError(words);
  };
  if (!isThreshold(threshold)) {
    refuse(`threshold ${threshold}: give a whole number from 1 to ${MOST_THRESHOLD}`);
  }
  if (zeros !== 'show' && zeros !== 'hide') refuse(`zeros ${zeros}: it is show or hide`);
  if (round !== null && round !== 5 && round !== 10)
    refuse(`round ${round}: counts are rounded to 5 or to 10`);
  if (by === 'worker_id' && !byWorker)
    refuse('by worker_id names members of staff; set byWorker, or internal');
}

function tableFrame({ columns, by, rows }: Table): DataFrame {
  const keys = [...(by === null ? [] : ['by']), ...columns.map(({ key }) => key)];
  return frameOf(Object.fromEntries(keys.map((key) => [key, rows.map((row) => row[key])])));
}

function caseloadFrame({ columns, used }: Caseload): DataFrame {
  const present = columnDefinitions().flatMap(({ name }) => columns.get(name) ?? []);
  const cells = present.map(({ name, type, values, text }) => {
    const isNumber = type === 'integer';
    return [
      name,
      Array.from(used, (row) => (isNumber && values[row] > 0 ? values[row] : text(values[row]))),
    ] as const;
  });
  return frameOf(Object.fromEntries(cells));
}
