/** Caseloads by how many children are alike, and the reports of them as they are shared. */
import type { ColumnName } from '../../../src/caseload/columns.ts';
import type { CaseloadInput } from '../../../src/caseload/load.ts';
import { metrics } from '../../../src/metrics/index.ts';
import { buildReport } from '../../../src/report/build-report.ts';
import { disclosureLog, type LoggedFigure } from '../../../src/report/disclosure/disclosure-log.ts';
import type { Basis } from '../../../src/report/disclosure/rules.ts';
import { DEFAULT_SHARING, type Sharing, shareReport } from '../../../src/report/disclosure.ts';
import type { InternalReport, Report } from '../../../src/report/report.ts';
import { type Asked, caseloadOf } from '../../metrics/figures-of.ts';

export type SharedAsked = Asked & Partial<Sharing>;

/** Cases that are alike: how many, and what stands in their columns. */
export type Alike = Readonly<Partial<Record<ColumnName, string>>> & { readonly times: number };

/**
 * A file in which each case is of a child of its own and open at home, unless its columns say otherwise. Several cases
 * of one child are alike but for their ids: `child_id` names the child.
 */
export function fileOf(alike: readonly Alike[], name = 'cases'): CaseloadInput {
  const rows = alike.flatMap(({ times, ...cells }) => Array.from({ length: times }, () => cells));
  const columns = [...new Set(['case_id', 'child_id', 'start_date', ...rows.flatMap(Object.keys)])];
  const lines = rows.map((cells, at) => {
    const row: Record<string, string> = {
      case_id: `${name} C${at}`,
      child_id: `${name} K${at}`,
      start_date: '2026-01-01',
      ...cells,
    };
    return columns.map((column) => row[column] ?? '').join(',');
  });
  return { name: `${name}.csv`, bytes: new TextEncoder().encode([columns.join(','), ...lines].join('\n')) };
}

export interface Reported {
  readonly internal: InternalReport;
  readonly basis: Basis;
  readonly sharing: Sharing;
}

/** A report with all its numbers and how it is to be shared; as at the end of October 2026. */
export function reported(files: readonly CaseloadInput[], asked: SharedAsked = {}): Reported {
  const { threshold, zeros, byWorker, round, ...rest } = asked;
  const sharing = {
    threshold: threshold ?? DEFAULT_SHARING.threshold,
    zeros: zeros ?? DEFAULT_SHARING.zeros,
    byWorker: byWorker ?? DEFAULT_SHARING.byWorker,
    round: round ?? DEFAULT_SHARING.round,
  };
  const caseload = caseloadOf(files, { asAt: '2026-10-31', ...rest });
  const chosen = asked.metrics ?? metrics;
  const by = asked.by ?? null;
  return {
    internal: buildReport(caseload, { metrics: chosen, by, withoutStaff: !sharing.byWorker }),
    basis: { metrics: chosen, by, filters: caseload.filters },
    sharing,
  };
}

/** The report of some files as it may leave the desk. */
export function sharedFiles(files: readonly CaseloadInput[], asked: SharedAsked = {}): Report {
  const { internal, basis, sharing } = reported(files, asked);
  return shareReport(internal, basis, sharing);
}

export function shared(alike: readonly Alike[], asked: SharedAsked = {}): Report {
  return sharedFiles([fileOf(alike)], asked);
}

export function logged(alike: readonly Alike[], asked: SharedAsked = {}): LoggedFigure[] {
  const { internal, basis, sharing } = reported([fileOf(alike)], asked);
  return disclosureLog(internal, basis, {
    threshold: sharing.threshold,
    hidesZeros: sharing.zeros === 'hide',
  });
}

/** Girls, boys, others and not known. */
export function sexes(female: number, male: number, other = 0, unknown = 0): Alike[] {
  return [
    { times: female, sex: 'F' },
    { times: male, sex: 'M' },
    { times: other, sex: 'Other' },
    { times: unknown, sex: '' },
  ];
}
