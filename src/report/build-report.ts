/** A caseload and the metrics asked for to a report. */
import type { Caseload } from '../caseload/caseload.ts';
import type { ColumnName } from '../caseload/columns.ts';
import type { Counted, Metric, Period, Sizes, TableSpec, Unanswered } from '../metrics/define-metric.ts';
import { DEFAULT_SETTINGS, type Settings } from '../metrics/settings.ts';
import { ALL, breakDown, inSeveral, type Part } from './break-down.ts';
import { figureRows, shownColumn } from './figures.ts';
import { provenanceOf } from './provenance.ts';
import type { Chart, Cohort, Count, InternalReport, MetricReport, Row, Table } from './report.ts';
import { inUnit, rowInUnit, unitOf } from './units.ts';
import { type Around, type OtherCaseload, type Shared, sharedOf, viewOf } from './view.ts';

/** A caseload of another year or month, under its label. */
export interface Labelled {
  readonly label: string;
  readonly caseload: Caseload;
}

export interface ReportOptions {
  readonly metrics: readonly Metric[];
  /** Repeats every table for each value of this column. */
  readonly by?: ColumnName | null;
  /** Chooses judgements and events by their own date. */
  readonly period?: Period | null;
  /** Options that change figures, as they were given, for the provenance. */
  readonly given?: Readonly<Record<string, string | readonly string[]>>;
  /** The config file that set some of them. */
  readonly config?: { readonly file: string; readonly sha256: string } | null;
  /** Without the tables that name members of staff. */
  readonly withoutStaff?: boolean;
  /** It will be shared: what could not be shown then is not worked out. */
  readonly isForSharing?: boolean;
  /** What flags and the config file set for the metrics. */
  readonly settings?: Partial<Settings>;
  readonly years?: readonly Labelled[];
  readonly months?: readonly Labelled[];
  /** Is told of each metric before it is computed. */
  readonly onMetric?: (metric: Metric) => void;
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
  const besides = [...(options.years ?? []), ...(options.months ?? [])].map((one) => one.caseload);
  const around = {
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    period: options.period ?? null,
    years: othersOf(options.years),
    months: othersOf(options.months),
  };
  return {
    schema: 'yos-caseload/report/1',
    provenance: provenanceOf(caseload, {
      options: options.given ?? {},
      config: options.config ?? null,
      beside: [...besideOf('--year', options.years), ...besideOf('--month', options.months)],
    }),
    metrics: options.metrics.map((metric) => {
      options.onMetric?.(metric);
      return reportMetric(caseload, shared, metric, parts, around, options);
    }),
    problems: [caseload, ...besides].flatMap(({ problems }) => problems),
  };
}

function besideOf(option: string, labelled: readonly Labelled[] = []) {
  return labelled.map(({ label, caseload }) => ({ of: `${option} ${label}`, caseload }));
}

function othersOf(labelled: readonly Labelled[] = []): OtherCaseload[] {
  return labelled.map(({ label, caseload }) => ({ label, caseload, shared: sharedOf(caseload) }));
}

/** Why a metric is not in a shareable report with a breakdown. */
export const INTERNAL_BREAKDOWN =
  'For each value of a breakdown it would divide too finely to be shared: --internal shows it, or leave out --by.';

function reportMetric(
  caseload: Caseload,
  shared: Shared,
  metric: Metric,
  parts: readonly Part[],
  around: Around,
  { by = null, withoutStaff = false, isForSharing = false }: ReportOptions,
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
  if (metric.breakdown === 'internal' && by !== null && isForSharing) {
    return { ...about, status: 'withheld', message: INTERNAL_BREAKDOWN, tables: [], notes: [] };
  }
  const counted: CountedPart[] = [];
  for (const { by: value, rows } of parts) {
    // Other years and months are whole caseloads, so a part of this one is not compared with them.
    const beside = value === ALL ? around : { ...around, years: [], months: [] };
    const found = metric.compute(viewOf(caseload, shared, rows, metric, beside));
    if (isUnanswered(found)) return { ...about, ...found, tables: [], notes: [] };
    counted.push({ by: value, ...found });
  }
  const besides = counted[0].caveat;
  return {
    ...about,
    ...(besides === undefined ? {} : { caveat: [caveat, besides].flatMap((one) => one ?? []).join('; ') }),
    status: 'ok',
    tables: metric.tables
      .filter(({ about }) => !(withoutStaff && about.staff))
      .flatMap((table) => tableOf(table, counted, by, caseload) ?? []),
    ...severalOf(counted, by, caseload),
  };
}

type CountedPart = Counted & { readonly by: string };

function isUnanswered(found: Counted | Unanswered): found is Unanswered {
  return 'status' in found;
}

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
    const sizes = { ...part, ...part.cohorts?.[table.name] };
    return figureRows(table, made, sizes, by === null ? null : part.by).map((row) =>
      rowInUnit(row, table, caseload.unit),
    );
  });
  return {
    name: table.name,
    title: table.title,
    unit: unitOf(table.unit, caseload.unit),
    by,
    cohort: cohortOf(table.name, counted, by),
    ...(table.known === undefined ? {} : { known: table.known }),
    columns: spec.columns.map(shownColumn),
    rows,
    ...highlightsOf(table, rows),
    ...(spec.sparklines === undefined ? {} : { sparklines: spec.sparklines }),
    ...(spec.chart === undefined ? {} : { chart: withLimit(spec.chart, counted[0].limits?.[table.name]) }),
  };
}

function withLimit(chart: Chart, limit: number | undefined): Chart {
  if (limit === undefined || (chart.kind !== 'bars' && chart.kind !== 'distribution')) return chart;
  return { ...chart, limit };
}

function highlightsOf({ highlights }: TableSpec, rows: readonly Row[]): Pick<Table, 'highlights'> {
  if (highlights === undefined) return {};
  const { column, words } = highlights;
  const last = rows.at(-1)?.[column];
  return { highlights: { column, words: words === 'last' ? [String(last)] : words } };
}

function cohortOf(table: string, counted: readonly CountedPart[], by: ColumnName | null): Cohort<number> {
  const [all, ...parts] = counted.map((part) => ({ by: part.by, ...sizesOf(part.cohorts?.[table] ?? part) }));
  const { by: _, ...sizes } = all;
  return by === null ? sizes : { ...sizes, parts };
}

function sizesOf({ n, known, leftOut }: Sizes): Sizes {
  return { n, known, leftOut };
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
