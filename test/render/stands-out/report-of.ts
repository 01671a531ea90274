/** Reports as they are shown, with no more in them than what is said is made of. */
import { type StandsOutPart, standsOut } from '../../../src/render/stands-out.ts';
import type {
  Cohort,
  MetricReport,
  Report,
  Row,
  ShownColumn,
  ShownType,
  Table,
} from '../../../src/report/report.ts';
import { sampleReport } from '../sample-report.ts';

/** Columns by key; of a bound also what it bounds. */
export type Types = Readonly<Record<string, ShownType | readonly [ShownType, string]>>;

export function tableOf(name: string, types: Types, rows: readonly Row[], more: Partial<Table> = {}): Table {
  return {
    name,
    title: name,
    unit: 'children',
    by: null,
    cohort: cohortOf(100),
    columns: Object.entries(types).map(
      ([key, type]): ShownColumn =>
        typeof type === 'string'
          ? { key, label: key, type }
          : { key, label: key, type: type[0], of: type[1] },
    ),
    rows,
    ...more,
  };
}

export function cohortOf(known: number, n = known): Cohort {
  return { n, known, leftOut: [] };
}

export function metricOf(name: string, title: string, ...tables: readonly Table[]): MetricReport {
  return { name, title, question: `${title}?`, unit: 'cases', status: 'ok', notes: [], tables };
}

/** As at 27 October 2026, without a filter. */
export function reportOf(...metrics: readonly MetricReport[]): Report {
  return { ...sampleReport, provenance: { ...sampleReport.provenance, options: {} }, metrics };
}

/** The same with options, as they are given on the command line. */
export function withOptions(report: Report, options: Report['provenance']['options']): Report {
  return { ...report, provenance: { ...report.provenance, options } };
}

/** With counts rounded to five. */
export function rounded(report: Report): Report {
  return { ...report, provenance: { ...report.provenance, disclosure: 'shareable', round: 5 } };
}

/** What is said of one kind; empty where nothing is. */
export function said(report: Report, kind: StandsOutPart['kind']): readonly string[] {
  return standsOut(report)?.find((part) => part.kind === kind)?.sentences ?? [];
}

/** All that is said, by kind. */
export function allSaid(report: Report): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries((standsOut(report) ?? []).map(({ kind, sentences }) => [kind, sentences]));
}
