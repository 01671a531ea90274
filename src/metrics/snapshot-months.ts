/** Months from files of their own: the open children of each, and of two who came and went. */
import { type Day, isoDate } from '../caseload/read-dates.ts';
import { lastDayOfMonth, monthOfDay } from '../reference/quarter.ts';
import { NOT_AVAILABLE } from '../report/report.ts';
import { childrenWithOpenCase } from './cohorts.ts';
import type { View } from './define-metric.ts';
import {
  DIMENSIONS,
  dimensionsOf,
  monthLabel,
  monthOfLabel,
  type OpenByMonth,
  tallyGroups,
} from './open-by-month.ts';
import { ofWholeCaseload } from './whole-caseload.ts';

/** Whether each month is a file of its own; so it is then for a value of a breakdown, which has no months beside it. */
export const hasSnapshots = ofWholeCaseload(({ months }) => months.length > 0);

interface Snapshot {
  readonly month: number;
  readonly view: View;
}

/** Why the files cannot be those of their months; null when they can. */
export function wrongSnapshot({ months }: View, asAt: Day): string | null {
  const before = new Set([monthLabel(monthOfDay(asAt))]);
  for (const { label, view } of months) {
    if (before.has(label)) {
      const other =
        label === monthLabel(monthOfDay(asAt))
          ? `the file of this report, as at ${isoDate(asAt)}, is of that month`
          : 'another file is given for that month';
      return `--month ${label}: ${other}, too; give a file of another month, or leave it out.`;
    }
    if (holdsLaterStarts(view, lastDayOfMonth(monthOfLabel(label))))
      return `--month ${label}: the file holds cases that started after ${label}, so it was taken later; name it by the month it is of, or give the file of ${label}.`;
    before.add(label);
  }
  return null;
}

function holdsLaterStarts(view: View, lastDay: Day): boolean {
  const starts = view.column('start_date')?.values;
  return starts !== undefined && view.rows.some((row) => starts[row] > lastDay);
}

/** The files by month, that of the report as the month of its as-at date. */
export function openInSnapshots(view: View, asAt: Day): OpenByMonth {
  const snapshots: Snapshot[] = [
    { month: monthOfDay(asAt), view },
    ...view.months.map(({ label, view: other }) => ({ month: monthOfLabel(label), view: other })),
  ].sort((one, other) => one.month - other.month);
  const views = snapshots.map((snapshot) => snapshot.view);
  const found = views.map(childrenWithOpenCase);
  const cohorts = found.map(({ children }) => children);
  return {
    months: snapshots.map(({ month }) => month),
    latest: found[found.length - 1],
    open: cohorts.map((children) => children.length),
    starts: snapshots.map(() => NOT_AVAILABLE),
    ends: snapshots.map(() => NOT_AVAILABLE),
    moves(before, after) {
      const [earlier, later] = [before, after].map((place) => idsOf(views[place], cohorts[place]));
      if (earlier === null || later === null) return null;
      return { joined: countMissing(later, earlier), left: countMissing(earlier, later) };
    },
    dimensions: DIMENSIONS.filter((dimension) => views.every((one) => dimensionsOf(one).includes(dimension))),
    countBy: (dimension, place) => tallyGroups(views[place], dimension, cohorts[place]),
  };
}

/** The identifiers of children, the same in all files; null where rows are counted and children not told apart. */
function idsOf(view: View, children: Uint32Array): ReadonlySet<string> | null {
  const column = view.unit === 'cases' ? null : view.column('child_id');
  if (column === null) return null;
  const ids = new Set<string>();
  // Without --count-cases the code of a child is that of its identifier.
  for (let index = 0; index < children.length; index++) ids.add(column.text(children[index]));
  return ids;
}

/** How many are not among the others. */
function countMissing(ids: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let missing = 0;
  for (const id of ids) if (!others.has(id)) missing++;
  return missing;
}
