/** A caseload and the metrics asked for to a report. */
import type { Caseload } from '../caseload/caseload.ts';
import type { ColumnName } from '../caseload/columns.ts';
import type { Counted, Metric, Period, TableSpec } from '../metrics/define-metric.ts';
import { breakDown, inSeveral, type Part } from './break-down.ts';
import { figureRows, shownColumn } from './figures.ts';
import { provenanceOf } from './provenance.ts';
import type { Cohort, Count, InternalReport, MetricReport, Table } from './report.ts';
import { inUnit, rowInUnit, unitOf } from './units.ts';
import { type Shared, sharedOf, viewOf } from './view.ts';

export interface ReportOptions {
  readonly metrics: readonly Metric[];
  /** Repeats every table for each value of this column. */
  readonly by?: ColumnName | null;
  /** Chooses judgements and events by their own date. */
  readonly period?: Period | null;
  /** Options that change figures, as they were given, for the provenance. */
  readonly given?: Readonly<Record<string, string | readonly string[]>>;
  /** Without the tables that name members of staff. */
  readonly withoutStaff?: boolean;
}

/**
 * Computes a report.
 *
 * @returns plain data: every figure unrounded, shares 0..1, every denominator beside its figures
 * @throws UserError for a breakdown that cannot be had
 */
export function buildReport(caseload: Caseload, options: ReportOptions): InternalReport {
  const shared = sharedOf(caseload);
  const by = options.by ?? null;
  const parts = breakDown(caseload, shared, by);
  return {
    schema: 'yos-caseload/report/1',
    provenance: provenanceOf(caseload, options.given ?? {}),
    metrics: options.metrics.map((metric) => reportMetric(caseload, shared, metric, parts, options)),
    problems: caseload.problems,
  };
}

function reportMetric(
  caseload: Caseload,
  shared: Shared,
  metric: Metric,
  parts: readonly Part[],
  { by = null, period = null, withoutStaff = false }: ReportOptions,
): MetricReport<number> {
  const { name, title, caveat } = metric;
  const question = (caseload.unit === 'cases' ? metric.questionOfCases : undefined) ?? metric.question;
  const unit = unitOf(metric.unit, caseload.unit);
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
    tables: metric.tables
      .filter(({ about }) => !(withoutStaff && about.staff))
      .flatMap((table) => tableOf(table, counted, by, caseload) ?? []),
    ...severalOf(counted, by, caseload),
  };
}

type CountedPart = Counted & { readonly by: string };

function tableOf(
  table: TableSpec,
  counted: readonly CountedPart[],
  by: ColumnName | null,
  caseload: Caseload,
): Table<number> | null {
  const spec = inUnit(table, caseload.unit);
  if (counted.every((part) => part.frames[table.name] === undefined)) return null;
  const rows = counted.flatMap((part) => {
    const frame = part.frames[table.name];
    if (frame === undefined) return [];
    const made = typeof frame === 'function' ? frame() : frame;
    return figureRows(table, made, part, by === null ? null : part.by).map((row) =>
      rowInUnit(row, table, caseload.unit),
    );
  });
  return {
    name: table.name,
    title: table.title,
    unit: unitOf(table.unit, caseload.unit),
    by,
    cohort: cohortOf(counted, by),
    ...(table.known === undefined ? {} : { known: table.known }),
    columns: spec.columns.map(shownColumn),
    rows,
  };
}

function cohortOf(counted: readonly CountedPart[], by: ColumnName | null): Cohort<number> {
  const [{ n, known, leftOut }, ...parts] = counted;
  if (by === null) return { n, known, leftOut };
  return {
    n,
    known,
    leftOut,
    parts: parts.map((part) => ({ by: part.by, n: part.n, known: part.known, leftOut: part.leftOut })),
  };
}

/** The notes of a metric; with a breakdown also how many children are in several of its values. */
function severalOf(counted: readonly CountedPart[], by: ColumnName | null, { childCount }: Caseload) {
  const notes = counted[0].notes ?? [];
  if (by === null) return { notes };
  const lists = counted.filter((_, index) => index > 0).flatMap(({ children }) => children ?? []);
  const several = inSeveral(lists, childCount);
  return several === 0 ? { notes } : { several, notes: [...notes, severalNote(several, by)] };
}

/** What a reader must know before adding up the parts of a breakdown. */
export function severalNote(several: Count, by: ColumnName): string {
  const children = several === 1 ? '1 child counts' : `${several} children count`;
  return `${children} in more than one value of ${by}, so the parts add to more than the whole.`;
}
