/** A caseload and the metrics asked for to a report. */
import type { Caseload } from '../caseload/caseload.ts';
import type { ColumnName } from '../caseload/columns.ts';
import type { Counted, Metric, Period, TableSpec } from '../metrics/define-metric.ts';
import { breakDown, inSeveral, type Part } from './break-down.ts';
import { figureRows, shownColumn } from './figures.ts';
import { provenanceOf } from './provenance.ts';
import type { Cohort, MetricReport, Report, Row, Table } from './report.ts';
import { type Shared, sharedOf, viewOf } from './view.ts';

export interface ReportOptions {
  readonly metrics: readonly Metric[];
  /** Repeats every table for each value of this column. */
  readonly by?: ColumnName | null;
  /** Chooses judgements and events by their own date. */
  readonly period?: Period | null;
  /** Options that change figures, as they were given, for the provenance. */
  readonly given?: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * Computes a report.
 *
 * @returns plain data: every figure unrounded, shares 0..1, every denominator beside its figures
 * @throws UserError for a breakdown that cannot be had
 */
export function buildReport(caseload: Caseload, options: ReportOptions): Report {
  const shared = sharedOf(caseload);
  const by = options.by ?? null;
  const parts = breakDown(caseload, shared, by);
  return {
    schema: 'yos-caseload/report/1',
    provenance: provenanceOf(caseload, options.given ?? {}),
    metrics: options.metrics.map((metric) =>
      reportMetric(caseload, shared, metric, parts, by, options.period ?? null),
    ),
    problems: caseload.problems,
  };
}

function reportMetric(
  caseload: Caseload,
  shared: Shared,
  metric: Metric,
  parts: readonly Part[],
  by: ColumnName | null,
  period: Period | null,
): MetricReport {
  const { name, title, caveat } = metric;
  const question = (caseload.unit === 'cases' ? metric.questionOfCases : undefined) ?? metric.question;
  const unit = unitOf(metric.unit, caseload);
  const about = {
    name,
    title,
    question,
    ...(caveat === undefined ? {} : { caveat }),
    unit,
  };
  const missing = metric.needs.filter((anyOf) => !anyOf.some((column) => caseload.columns.has(column)));
  if (missing.length > 0) {
    const words = missing.map((anyOf) => anyOf.join(' or '));
    return { ...about, status: 'missing-columns', missing: words, tables: [], notes: [] };
  }
  const counted = parts.map(({ by: value, rows }) => ({
    by: value,
    ...metric.compute(viewOf(caseload, shared, rows, metric, metric.timing === 'period' ? period : null)),
  }));
  return {
    ...about,
    status: 'ok',
    tables: metric.tables.flatMap((table) => tableOf(table, counted, by, caseload) ?? []),
    notes: [...(counted[0].notes ?? []), ...breakdownNotes(counted, by, caseload)],
  };
}

type CountedPart = Counted & { readonly by: string };

function tableOf(
  table: TableSpec,
  counted: readonly CountedPart[],
  by: ColumnName | null,
  caseload: Caseload,
): Table | null {
  const spec = inUnit(table, caseload);
  const rows = counted.flatMap((part) => {
    const frame = part.frames[table.name];
    if (frame === undefined) return [];
    return figureRows(table, frame, part, by === null ? null : part.by).map((row) =>
      renamed(row, table, caseload),
    );
  });
  if (counted.every((part) => part.frames[table.name] === undefined)) return null;
  return {
    name: table.name,
    title: table.title,
    unit: unitOf(table.unit, caseload),
    by,
    cohort: cohortOf(counted, by),
    ...(table.known === undefined ? {} : { known: table.known }),
    columns: spec.columns.map(shownColumn),
    rows,
  };
}

function cohortOf(counted: readonly CountedPart[], by: ColumnName | null): Cohort {
  const [{ n, known, leftOut }, ...parts] = counted;
  if (by === null) return { n, known, leftOut };
  return {
    n,
    known,
    leftOut,
    parts: parts.map((part) => ({ by: part.by, n: part.n, known: part.known, leftOut: part.leftOut })),
  };
}

function breakdownNotes(
  counted: readonly CountedPart[],
  by: ColumnName | null,
  { childCount }: Caseload,
): string[] {
  if (by === null) return [];
  const lists = counted.filter((_, index) => index > 0).flatMap(({ children }) => children ?? []);
  const several = inSeveral(lists, childCount);
  if (several === 0) return [];
  const children = several === 1 ? '1 child counts' : `${several} children count`;
  return [`${children} in more than one value of ${by}, so the parts add to more than the whole.`];
}

/** Under --count-cases each row is a case and children are not told apart: every count of children is one of cases. */
function unitOf(unit: string, { unit: counted }: Caseload): string {
  return counted === 'cases' && unit === 'children' ? 'cases' : unit;
}

function inUnit(table: TableSpec, caseload: Caseload): TableSpec {
  if (caseload.unit === 'children') return table;
  const hasCases = table.columns.some(({ key }) => key === 'cases');
  const columns = table.columns
    .filter(({ key }) => key !== 'children' || !hasCases)
    .map((column) => (column.key === 'children' ? { ...column, key: 'cases', label: 'Cases' } : column))
    .map((column) =>
      column.type === 'share' && column.numerator === 'children' ? { ...column, numerator: 'cases' } : column,
    );
  return { ...table, columns };
}

function renamed(row: Row, table: TableSpec, caseload: Caseload): Row {
  if (caseload.unit === 'children' || !('children' in row)) return row;
  const hasCases = table.columns.some(({ key }) => key === 'cases');
  const cells = Object.entries(row).filter(([key]) => key !== 'children' || !hasCases);
  return Object.fromEntries(cells.map(([key, value]) => [key === 'children' ? 'cases' : key, value]));
}
