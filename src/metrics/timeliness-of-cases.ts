/** What the rule of a target says of each case: the same for the figures of court timeliness and for the list `late`. */
import type { Column, Values } from '../caseload/caseload.ts';
import type { ColumnName } from '../caseload/columns.ts';
import type { Day } from '../caseload/read-dates.ts';
import { columnsOf, type Target } from '../reference/targets.ts';
import { addWorkingDays, isOutsideBankHolidays, workingDaysBetween } from '../reference/working-days.ts';

/** What became of a case by a target; those from ON_TIME on have a due day. */
export const DOES_NOT_APPLY = 0;
export const NOT_RECORDED = 1;
/** The due day is the as-at date or before it. */
export const ON_TIME = 2;
export const DONE_LATE = 3;
export const OUTSTANDING = 4;
/** Not done, and the due day is the as-at date itself: it may still be done that day. */
export const LAST_DAY = 5;
/** The due day lies after the as-at date. */
export const DONE_AHEAD = 6;
export const TO_COME = 7;

export interface TimedCases {
  readonly target: Target<ColumnName>;
  /** Per place in the rows. */
  readonly outcomes: Uint8Array;
  /** The same: the due day, 0 where there is none. */
  readonly dueDays: Int32Array;
  /** Per row of the caseload. */
  readonly from: Values;
  readonly to: Values;
}

/** A column of the files; null when they lack it. */
export type ColumnNamed = (name: ColumnName) => Column | null;

/** The columns a target takes that the files lack: without one of them it is left out. */
export function missingColumns(target: Target<ColumnName>, columnNamed: ColumnNamed): ColumnName[] {
  const needed: ColumnName[] = [
    ...columnsOf(target),
    ...(target.disposals === null ? [] : ['disposal' as const]),
  ];
  return needed.filter((name) => columnNamed(name) === null);
}

/**
 * Each case by a target. What was done is `to`, counted from `from`; done after the as-at date is not done. Ended cases
 * are no exception. A target for cases with something in some columns does not apply to others. Not recorded: no `from`, no due date, or `to` before `from` (at least so many days before, `to` may
 * lie on either side).
 */
export function timeCases(
  target: Target<ColumnName>,
  columnNamed: ColumnNamed,
  rows: Uint32Array,
  asAt: Day,
): TimedCases {
  const from = valuesOf(target.from, columnNamed);
  const to = valuesOf(target.to, columnNamed);
  const dueDay = dueDayOf(target, columnNamed);
  const applies = applyingDisposals(target, columnNamed);
  const disposals = applies === null ? NO_VALUES : valuesOf('disposal', columnNamed);
  const anyOf = target.onlyWith?.columns.flatMap((name) => columnNamed(name)?.values ?? []) ?? null;
  const mayBeBefore = target.rule.kind === 'at-least';
  const outcomes = new Uint8Array(rows.length);
  const dueDays = new Int32Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (applies !== null && applies[disposals[row]] === 0) continue;
    if (anyOf?.every((values) => values[row] === 0)) continue;
    const start = from[row];
    const done = to[row];
    const due = start === 0 || (done < start && done !== 0 && !mayBeBefore) ? 0 : dueDay(start, row);
    dueDays[index] = due;
    outcomes[index] = due === 0 ? NOT_RECORDED : outcomeOf(due, done, asAt);
  }
  return { target, outcomes, dueDays, from, to };
}

function outcomeOf(due: Day, to: Day, asAt: Day): number {
  if (to !== 0 && to <= asAt) {
    if (to > due) return DONE_LATE;
    return due <= asAt ? ON_TIME : DONE_AHEAD;
  }
  if (due === asAt) return LAST_DAY;
  return due < asAt ? OUTSTANDING : TO_COME;
}

function valuesOf(name: ColumnName, columnNamed: ColumnNamed): Values {
  const column = columnNamed(name);
  if (column === null) throw new Error(`a target needs ${name}`);
  return column.values;
}

const NO_VALUES = new Uint8Array(0);

/** The due day of a row that has a `from`, which is its start; 0 when none is recorded. Worked out once for each day there is. */
function dueDayOf(
  { from, rule, days }: Target<ColumnName>,
  columnNamed: ColumnNamed,
): (start: Day, row: number) => Day {
  if (rule.kind === 'by') {
    const dues = valuesOf(rule.column, columnNamed);
    return (_start, row) => dues[row];
  }
  const count = rule.kind === 'within' ? rule.days : -rule.days;
  if (days === 'calendar') return (start) => start + count;
  const known = new Int32Array(columnNamed(from)?.size ?? 0);
  return (start) => {
    if (known[start] === 0) known[start] = addWorkingDays(start, count);
    return known[start];
  };
}

/** Per disposal as a code whether the target is for it; null when it is for all. */
function applyingDisposals({ disposals }: Target, columnNamed: ColumnNamed): Uint8Array | null {
  const column = columnNamed('disposal');
  if (disposals === null || column === null) return null;
  return Uint8Array.from({ length: column.size }, (_, code) =>
    code > 0 && disposals.includes(column.text(code)) ? 1 : 0,
  );
}

/** Days from one day to another as the target counts them, the day after being day 1; below 0 when it lies before. */
export function daysBetween({ days }: Target, from: Day, to: Day): number {
  return days === 'calendar' ? to - from : workingDaysBetween(from, to);
}

/** Whether working days were counted from, to or over days whose bank holidays nobody told us. */
export function goesBeyondBankHolidays(
  { target, outcomes, dueDays, from, to }: TimedCases,
  rows: Uint32Array,
  asAt: Day,
  isCounted: (index: number) => boolean,
): boolean {
  if (target.days !== 'working') return false;
  for (let index = 0; index < rows.length; index++) {
    if (outcomes[index] < ON_TIME || !isCounted(index)) continue;
    const row = rows[index];
    const due = dueDays[index];
    const done = to[row] !== 0 && to[row] <= asAt ? to[row] : due;
    const isBeyond = isOutsideBankHolidays(from[row]) || isOutsideBankHolidays(due);
    if (isBeyond || isOutsideBankHolidays(done)) return true;
  }
  return false;
}
