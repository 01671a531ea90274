/** Months from files of their own: the open children of each, and of two who came and went. */
import type { Day } from '../caseload/read-dates.ts';
import { monthOfDay } from '../reference/quarter.ts';
import { NOT_AVAILABLE } from '../report/report.ts';
import { childrenWithOpenCase } from './cohorts.ts';
import type { View } from './define-metric.ts';
import { DIMENSIONS, dimensionsOf, monthOfLabel, type OpenByMonth, tallyGroups } from './open-by-month.ts';
import { ofWholeCaseload } from './whole-caseload.ts';

/** Whether each month is a file of its own; so it is then for a value of a breakdown, which has no months beside it. */
export const hasSnapshots = ofWholeCaseload(({ months }) => months.length > 0);

interface Snapshot {
  readonly month: number;
  readonly view: View;
}

/** The files by month, that of the report as the month of its as-at date; null where two are of one month. */
export function openInSnapshots(view: View, asAt: Day): OpenByMonth | null {
  const snapshots: Snapshot[] = [
    { month: monthOfDay(asAt), view },
    ...view.months.map(({ label, view: other }) => ({ month: monthOfLabel(label), view: other })),
  ].sort((one, other) => one.month - other.month);
  if (snapshots.some(({ month }, place) => month === snapshots[place - 1]?.month)) return null;
  const views = snapshots.map((snapshot) => snapshot.view);
  const cohorts = views.map((one) => childrenWithOpenCase(one).children);
  return {
    months: snapshots.map(({ month }) => month),
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
