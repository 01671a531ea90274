/** The day that "open" and ages refer to, from the user or from the data; never from a clock. */
import type { AsAtFrom } from '../report/report.ts';
import { type Account, REJECTED } from './account-rows.ts';
import { fileFinder, type ProblemList } from './collect-problems.ts';
import type { CombinedRows } from './combine-files.ts';
import { UserError } from './errors.ts';
import { RULES } from './problem-rules.ts';
import type { Day } from './read-dates.ts';
import type { RawFile } from './read-file.ts';

/** A start date so far after the next one is taken for a slip of the pen. */
const PLAUSIBLE_GAP_DAYS = 366;

export interface AsAtOptions {
  /** The as-at date asked for, and who asked. */
  readonly asAt: { day: Day; from: 'flag' | 'config' } | null;
  /** `validate` lists an implausible as-at date as a problem instead of stopping at it. */
  readonly listImplausibleAsAt?: boolean;
}

/**
 * The as-at date: as asked for, else the latest start_date of the rows not rejected; null for a snapshot.
 * @throws UserError when the data needs a date and does not give a plausible one
 */
export function findAsAt(
  files: readonly RawFile[],
  rows: CombinedRows,
  account: Account,
  options: AsAtOptions,
  list: ProblemList,
): { asAt: Day | null; asAtFrom: AsAtFrom } {
  if (options.asAt !== null) return { asAt: options.asAt.day, asAtFrom: options.asAt.from };
  const latest = latestStart(rows, account);
  if (latest === null) {
    const needs = (['end_date', 'birth_month'] as const).find((name) =>
      rows.columns.get(name)?.values.some((value) => value > 0),
    );
    if (needs !== undefined) {
      throw new UserError(
        `no usable start_date, so the date the file speaks of is not known, but it has ${needs}; give --as-at YYYY-MM-DD`,
      );
    }
    return { asAt: null, asAtFrom: 'none' };
  }
  if (latest.gapDays > PLAUSIBLE_GAP_DAYS) {
    const file = fileFinder(rows.starts)(latest.row);
    const line = files[file].rows.lines[latest.row - rows.starts[file]];
    if (options.listImplausibleAsAt !== true) {
      throw new UserError(
        `${files[file].source.name} line ${line}: ${RULES['as-at-implausible'].message} YYYY-MM-DD`,
      );
    }
    list.add(file, line, 'start_date', 'as-at-implausible');
  }
  return { asAt: latest.day, asAtFrom: 'latest-start-date' };
}

/** The latest start_date of the rows not rejected, its first row, and how far it lies after the next latest. */
function latestStart(
  rows: CombinedRows,
  { fates }: Account,
): { day: Day; row: number; gapDays: number } | null {
  const starts = rows.columns.get('start_date')?.values ?? [];
  let day = 0;
  let row = -1;
  let before = 0;
  for (let at = 0; at < starts.length; at++) {
    if (fates[at] === REJECTED || starts[at] === 0) continue;
    if (starts[at] > day) {
      before = day;
      day = starts[at];
      row = at;
    } else if (starts[at] < day && starts[at] > before) {
      before = starts[at];
    }
  }
  return day === 0 ? null : { day, row, gapDays: before === 0 ? 0 : day - before };
}
