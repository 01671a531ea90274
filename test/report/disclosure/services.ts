/** Generated caseloads of services of different sizes, as a month's export or as one of open cases only. */
import type { ColumnName } from '../../../src/caseload/columns.ts';
import type { CaseloadInput } from '../../../src/caseload/load.ts';
import type { Report } from '../../../src/report/report.ts';
import { bytesOf, isOpen, rowsOf } from '../../generate/generated.ts';
import type { Range } from './exhaustive.ts';
import { type SharedAsked, sharedFiles } from './shared.ts';

/** All cases of a service, open and closed. */
export function serviceOf(seed: number, cases: number): CaseloadInput {
  return { name: 'cases.csv', bytes: bytesOf({ seed, cases, columns: 'all' }) };
}

/** What many systems export: the open cases of the service's own children and nothing else. */
export function openCasesOf(seed: number, cases: number): CaseloadInput {
  const rows = rowsOf({ seed, cases, columns: 'all' }).filter(
    (row) => isOpen(row) && row.residence !== 'Other',
  );
  const columns = Object.keys(rows[0]);
  const quoted = (cell: string) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = rows.map((row) => columns.map((column) => quoted(row[column])).join(','));
  return { name: 'cases.csv', bytes: new TextEncoder().encode([columns.join(','), ...lines].join('\n')) };
}

/** Services from 40 to 370 cases. */
export const SERVICES = Array.from({ length: 12 }, (_, at) => ({ seed: at + 1, cases: 40 + 30 * at }));

export const BREAKDOWNS: readonly ColumnName[] = [
  'sex',
  'ethnicity',
  'age',
  'disposal',
  'team',
  'likelihood_of_reoffending',
  'care_experienced',
];

/** Rows and parts about the record and not a child. */
export const isRecord = (name: string) => name === 'Not known' || name === 'Not mapped';

/** A withheld count with what can be worked out of it. */
export interface Told extends Range {
  readonly what: string;
}

/** All that can be worked out too closely of the shared reports of these services. */
export function narrowOf(
  asked: SharedAsked,
  work: (report: Report) => readonly Told[],
  fileOfService = serviceOf,
  services = SERVICES,
): (Told & { readonly service: string })[] {
  return services.flatMap(({ seed, cases }) => {
    const told = work(sharedFiles([fileOfService(seed, cases)], asked));
    return told
      .filter(({ smallest, largest }) => largest - smallest < (asked.threshold ?? 5))
      .map((one) => ({ service: `${cases} cases, seed ${seed}`, ...one }));
  });
}
