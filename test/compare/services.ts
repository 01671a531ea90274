/** Small services and their comparisons, for the tests beside this file. */
import { compareReports, type Facts } from '../../src/compare/compare-reports.ts';
import type { ComparedTable, Comparison } from '../../src/compare/comparison.ts';
import type { Metric } from '../../src/metrics/define-metric.ts';
import { metrics } from '../../src/metrics/index.ts';
import { shareReport } from '../../src/report/disclosure.ts';
import type { Report } from '../../src/report/report.ts';
import { type Asked, csvInput, reportOf } from '../metrics/figures-of.ts';

/** So many children of each kind, each with one case that began on a day; a kind is the cells after the ids. */
export function service(header: string, kinds: Readonly<Record<string, number>>, id = 'Y'): string {
  const children = Object.entries(kinds).flatMap(([cells, count]) => new Array<string>(count).fill(cells));
  const rows = children.map((cells, at) => `K${id}${at},${id}${at},2026-05-11,${cells}`);
  return [`case_id,child_id,start_date,${header}`, ...rows].join('\n');
}

export const DIFFERENT: Facts = {
  children: 'different',
  auditedCases: 'different',
  isSaidDifferent: false,
  daysApart: 0,
  moved: null,
};

export const SAME: Facts = { ...DIFFERENT, children: 'shared', auditedCases: 'shared' };

export interface Given extends Asked {
  readonly ethnicityList?: NonNullable<Asked['ethnicityList']>;
}

export interface Service extends Given {
  readonly csv: string;
}

const compared = ['ethnicity-mix', 'age-bands', 'sex-mix', 'disposal-mix', 'workload', 'court-quality'];

/** The metrics that are compared, or some of them by name. */
export function some(...names: readonly string[]): Metric[] {
  return metrics.filter(({ name }) => (names.length === 0 ? compared : names).includes(name));
}

/** Services by name: the first with each of the others. */
export function compareInternal(
  services: Readonly<Record<string, Service>>,
  facts: Facts = DIFFERENT,
): Comparison {
  return compareAll(services, facts, (report) => report);
}

export function compareShared(
  services: Readonly<Record<string, Service>>,
  facts: Facts = DIFFERENT,
): Comparison {
  const sharing = { threshold: 5, zeros: 'show', byWorker: false, round: null } as const;
  return compareAll(services, facts, (report, asked) =>
    shareReport(report, { metrics: asked, by: null, filters: [] }, sharing),
  );
}

function compareAll(
  services: Readonly<Record<string, Service>>,
  facts: Facts,
  share: (report: ReturnType<typeof reportOf>, asked: readonly Metric[]) => Report,
): Comparison {
  const inputs = Object.entries(services).map(([name, { csv, ...asked }]) => {
    const chosen = asked.metrics ?? some();
    const report = share(reportOf([csvInput(csv)], { ...asked, metrics: chosen }), chosen);
    return { name, report, ethnicityList: asked.ethnicityList ?? '2021' };
  });
  return compareReports(inputs, () => facts);
}

/** The table of a metric in one pair. */
export function pairOf(comparison: Comparison, metric: string, table: string, pair = 0): ComparedTable {
  const found = comparison.metrics
    .find(({ name }) => name === metric)
    ?.tables.find(({ name }) => name === table)?.pairs[pair];
  if (found === undefined) throw new Error(`no pair ${pair} of ${table} in ${metric}`);
  return found;
}

/** The row that a text names. */
export function rowOf({ rows, columns }: ComparedTable, name: string) {
  const found = rows.find((row) => columns.some(({ key, type }) => type === 'text' && row[key] === name));
  if (found === undefined) throw new Error(`no row ${name}`);
  return found;
}
