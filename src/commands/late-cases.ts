/** Which cases are late or fall due soon, by the same rule as the figures of court timeliness. */
import type { Caseload } from '../caseload/caseload.ts';
import type { ColumnName } from '../caseload/columns.ts';
import { compareUtf8 } from '../caseload/compare-utf8.ts';
import { UserError } from '../caseload/errors.ts';
import { groupingOf, NOT_KNOWN, UNALLOCATED } from '../caseload/groups.ts';
import { type Day, isoDate } from '../caseload/read-dates.ts';
import { bankHolidayWarning, DAYS_LATE_NOTE } from '../metrics/timeliness-notes.ts';
import {
  type ColumnNamed,
  goesBeyondBankHolidays,
  LAST_DAY,
  missingColumns,
  OUTSTANDING,
  TO_COME,
  timeCases,
} from '../metrics/timeliness-of-cases.ts';
import { shownName, type Target } from '../reference/targets.ts';
import { NOT_APPLICABLE } from '../report/report.ts';

export interface LateCase {
  readonly target: string;
  readonly worker: string;
  readonly case: string;
  /** `2026-10-31` */
  readonly due: string;
  readonly status: 'late' | 'due';
  /** Calendar days since the due day; `[z]` for a case that is not late. */
  readonly days_late: number | typeof NOT_APPLICABLE;
  /** Calendar days until the due day, 0 on it; `[z]` for a case that is late. */
  readonly days_to_go: number | typeof NOT_APPLICABLE;
  /** The case has ended, and what was due was not done. */
  readonly ended: boolean;
}

export interface LateCases {
  /** Those that could be worked out. */
  readonly targets: readonly Target<ColumnName>[];
  /** By worker, the most late first, then by case. */
  readonly cases: readonly LateCase[];
  readonly notes: readonly string[];
}

/** A case to list, with what it is sorted by. */
interface Found {
  readonly row: number;
  readonly worker: number;
  readonly daysLate: number;
  readonly caseId: string;
  readonly target: Target<ColumnName>;
  readonly due: Day;
}

/**
 * The cases that are late and not done, and those that fall due at most `within` days after the as-at date.
 * @throws UserError when there is no as-at date, when rows have no case_id, and when no target can be worked out
 */
export function findLateCases(
  caseload: Caseload,
  targets: readonly Target<ColumnName>[],
  within: number,
): LateCases {
  const { asAt, columns, used } = caseload;
  const columnNamed: ColumnNamed = (name) => columns.get(name) ?? null;
  if (asAt === null)
    throw new UserError('no start dates, so the day the files speak of is not known; give --as-at');
  const usable = targets.filter((target) => missingColumns(target, columnNamed).length === 0);
  if (usable.length === 0) throw new UserError(withoutTargets(targets, columnNamed));
  const timed = usable.map((target) => timeCases(target, columnNamed, used, asAt));
  const found = timed.flatMap(({ target, outcomes, dueDays }) =>
    placesOf(outcomes, dueDays, asAt + within).map((index) => ({
      row: used[index],
      daysLate: asAt - dueDays[index],
      due: dueDays[index],
      target,
    })),
  );
  const beyond = timed.filter((cases) => goesBeyondBankHolidays(cases, used, asAt, () => true));
  return {
    targets: usable,
    cases: sorted(found, caseload).map((one) => lateCase(one, caseload, asAt)),
    notes: [
      ...(beyond.length === 0 ? [] : [bankHolidayWarning(beyond.map(({ target }) => target))]),
      DAYS_LATE_NOTE,
      ...targets
        .filter((target) => !usable.includes(target))
        .map(
          (target) =>
            `${shownName(target)} is left out: the files have no ${missingColumns(target, columnNamed).join(', ')}.`,
        ),
      ...(columns.has('worker_id')
        ? []
        : ['The files have no worker_id, so it is not known whose cases they are.']),
    ],
  };
}

function withoutTargets(targets: readonly Target<ColumnName>[], columnNamed: ColumnNamed): string {
  const missing = new Set(targets.flatMap((target) => missingColumns(target, columnNamed)));
  return `no target can be worked out, as the files lack columns of each: ${[...missing].join(', ')}; see yos-caseload columns`;
}

/** The places in the rows of what is not done and was due, or will be, by a day. */
function placesOf(outcomes: Uint8Array, dueDays: Int32Array, last: Day): number[] {
  const places: number[] = [];
  for (let index = 0; index < outcomes.length; index++) {
    const outcome = outcomes[index];
    const isSoon = outcome === LAST_DAY || (outcome === TO_COME && dueDays[index] <= last);
    if (outcome === OUTSTANDING || isSoon) places.push(index);
  }
  return places;
}

function sorted(
  found: readonly Omit<Found, 'worker' | 'caseId'>[],
  { columns, ethnicityList }: Caseload,
): Found[] {
  const ids = columns.get('case_id');
  if (ids === undefined)
    throw new UserError(
      'no case_id to list the cases by; leave out --count-cases, or see yos-caseload columns',
    );
  const workers = columns.get('worker_id');
  const order = workers === undefined ? null : groupingOf(workers, ethnicityList);
  return found
    .map((one) => ({
      ...one,
      caseId: ids.text(ids.values[one.row]),
      worker: order === null || workers === undefined ? 0 : order.of(workers.values[one.row]),
    }))
    .sort(
      (one, other) =>
        one.worker - other.worker || other.daysLate - one.daysLate || compareUtf8(one.caseId, other.caseId),
    );
}

function lateCase({ row, caseId, target, due, daysLate }: Found, caseload: Caseload, asAt: Day): LateCase {
  const workers = caseload.columns.get('worker_id');
  const end = caseload.columns.get('end_date')?.values[row] ?? 0;
  const isLate = daysLate > 0;
  return {
    target: shownName(target),
    worker: workers === undefined ? NOT_KNOWN : workers.text(workers.values[row]) || UNALLOCATED,
    case: caseId,
    due: isoDate(due),
    status: isLate ? 'late' : 'due',
    days_late: isLate ? daysLate : NOT_APPLICABLE,
    days_to_go: isLate ? NOT_APPLICABLE : due - asAt,
    ended: end !== 0 && end <= asAt,
  };
}
