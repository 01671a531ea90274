/** The ways in which court work is divided: by group, by team and worker, and by quarter. */
import { NO_AUDIT } from './asked.ts';
import type { Book } from './book.ts';
import { cohortIn, holds, tableRows } from './cells.ts';
import { hiddenCount } from './counts.ts';
import { figure } from './figure.ts';
import { ALL, type Cell, NOT_KNOWN, type PublishedRow } from './published.ts';
import { gapOf } from './record-cells.ts';

const OUTSIDE_QUARTERS = 'audit_date outside these quarters';
const LATER_AUDIT = 'audit_date after the as-at date';

/** One way to divide the cases judged. */
export interface Division {
  readonly metric: string;
  readonly table: string;
  /** What it is by, in words. */
  readonly by: string;
  readonly rows: readonly PublishedRow[];
  readonly values: readonly string[];
  readonly nameOf: (row: PublishedRow) => string;
  /** Rows are listed only where somebody was judged. */
  readonly listsZeros: boolean;
  readonly record: readonly string[];
  /** The most cases that are in none of the values: a quantity, or null when nobody says; none for 0. */
  readonly elsewhere: number | null;
  /** Further cells that give the same counts. */
  readonly alsoIn?: (value: string, question: string) => readonly Cell[];
}

export function questionOf({ standard, question }: PublishedRow): string {
  return `${standard} ${question}`;
}

const GAP_OF: Readonly<Record<string, string>> = { age: 'birth_month or age' };

export function byGroup(book: Book): Division[] {
  const rows = tableRows(book, 'quality-equity', 'comparisons');
  return [...new Set(rows.map(({ dimension }) => String(dimension)))].map((dimension) => {
    const own = rows.filter((row) => row.dimension === dimension);
    return {
      metric: 'quality-equity',
      table: 'comparisons',
      by: dimension,
      rows: own,
      values: [...new Set(own.map(({ value }) => String(value)))],
      nameOf: ({ value }) => String(value),
      listsZeros: true,
      record: [],
      elsewhere: gapOf(book, 'Equity of court quality', GAP_OF[dimension] ?? dimension),
    };
  });
}

export function byHolder(book: Book): Division[] {
  const nobody = { team: NOT_KNOWN, worker: 'Unallocated' };
  return (['team', 'worker'] as const).flatMap((key) => {
    const rows = tableRows(book, 'quality-consistency', `${key}s`);
    // Of a table withheld whole nobody knows the teams.
    if (rows.length === 0) return [];
    return [
      {
        metric: 'quality-consistency',
        table: `${key}s`,
        by: key,
        rows,
        values: [...new Set(rows.map((row) => String(row[key])))],
        nameOf: (row: PublishedRow) => String(row[key]),
        listsZeros: false,
        record: [nobody[key]],
        elsewhere: hiddenCount(book, { metric: '', table: 'nothing', part: ALL, row: 'none' }, 0, 0),
      },
    ];
  });
}

export function byQuarter(book: Book): Division[] {
  const metric = 'caseload-trend';
  const rows = tableRows(book, metric, 'quarters');
  const changes = tableRows(book, metric, 'quality_changes');
  if (rows.length === 0 || book.asked.hasPeriod) return [];
  const undated = [NO_AUDIT, LATER_AUDIT, OUTSIDE_QUARTERS].map((reason) => quarterLeftOut(book, reason));
  const elsewhere = hiddenCount(book, { metric, table: 'quarters elsewhere', part: ALL, row: 'cases' });
  holds(book, undated, [elsewhere], 'cases judged in no quarter have no audit date, or one outside them');
  return [
    {
      metric,
      table: 'quarters',
      by: 'quarter',
      rows,
      values: [...new Set(rows.map(({ quarter }) => String(quarter)))],
      nameOf: ({ quarter }) => String(quarter),
      listsZeros: true,
      record: [],
      elsewhere,
      alsoIn: (value, question) =>
        changes
          .filter((row) => questionOf(row) === question)
          .flatMap((row) => [
            ...(row.before_quarter === value ? [row.before_judged] : []),
            ...(row.after_quarter === value ? [row.after_judged] : []),
          ]),
    },
  ];
}

function quarterLeftOut(book: Book, reason: string): number {
  const { leftOut = [] } = cohortIn(book, 'caseload-trend', 'quarters') ?? {};
  const cell = leftOut.find((one) => one.reason === reason)?.n ?? 0;
  return figure(book, { metric: 'caseload-trend', table: 'left out', row: reason }, [cell], {
    isPublic: true,
  });
}
