/** What is missing from which figure because a column is blank. */
import type { Values } from '../caseload/caseload.ts';
import type { ColumnName } from '../caseload/columns.ts';
import { compareUtf8 } from '../caseload/compare-utf8.ts';
import { type DataFrame, frameOf } from '../frame/frame.ts';
import { childrenWithOpenCase } from './cohorts.ts';
import type { View } from './define-metric.ts';
import { LEVEL_COLUMNS, levelsOfChildren } from './levels-of-children.ts';
import { EVERY_DAY_FIGURE } from './needed-columns.ts';
import { type RowsOf, rowsOfDisposals, type Scope, withAny } from './record-scopes.ts';

/** A figure, the column that is blank, and how many are missing from it of those it is about. */
interface Gap {
  readonly figure: string;
  readonly column: string;
  readonly missing: number;
  readonly of: number;
}

/** The largest first; of the same size by the names of figure and column. */
function gapsFrame(count: 'children' | 'cases', gaps: readonly Gap[]): DataFrame {
  const sorted = [...gaps].sort(
    (one, other) =>
      other.missing - one.missing ||
      compareUtf8(one.figure, other.figure) ||
      compareUtf8(one.column, other.column),
  );
  return frameOf({
    figure: sorted.map(({ figure }) => figure),
    column_name: sorted.map(({ column }) => column),
    [count]: sorted.map(({ missing }) => missing),
    of: sorted.map(({ of }) => of),
    extent: sorted.map(extent),
  });
}

export const EXTENTS = { none: 'none', some: 'some', most: 'half or more', all: 'all' } as const;

function extent({ missing, of }: Gap): string {
  if (missing === 0) return EXTENTS.none;
  if (missing === of) return EXTENTS.all;
  return missing * 2 >= of ? EXTENTS.most : EXTENTS.some;
}

const OF_CHILDREN = [
  ['ethnicity-mix, disproportionality', 'ethnicity'],
  ['sex-mix', 'sex'],
  ['needs-profile', 'send'],
  ['needs-profile', 'care_experienced'],
  ['needs-profile', 'ete_suitable'],
  ['needs-profile', 'accommodation_suitable'],
] as const satisfies readonly (readonly [string, ColumnName])[];

/** Of the children with an open case, how many each figure knows nothing of; without its column, all of them. */
export function childGaps(view: View): DataFrame {
  const { children, leftOut } = childrenWithOpenCase(view);
  const gap = (figure: string, column: string, values: Values | null): Gap => ({
    figure,
    column,
    missing: countBlank(children, values),
    of: children.length,
  });
  const levels = levelsOfChildren(view);
  const withoutStart = leftOut.find(({ reason }) => reason === 'no start_date')?.n ?? 0;
  const all = leftOut.reduce((sum, { n }) => sum + n, children.length);
  return gapsFrame('children', [
    { figure: EVERY_DAY_FIGURE, column: 'start_date', missing: withoutStart, of: all },
    ...OF_CHILDREN.map(([figure, column]) => gap(figure, column, view.childValues(column))),
    ...LEVEL_COLUMNS.map((column) => gap('needs-profile', column, levels[column])),
    gap('age-bands', 'birth_month or age', view.childAges()),
    gap('transitions', 'birth_month', view.asAt === null ? null : view.childValues('birth_month')),
  ]);
}

const OF_CASES: readonly (readonly [string, ColumnName, Scope])[] = [
  ['disposal-mix', 'disposal', 'open home cases'],
  ['workload', 'worker_id', 'open cases'],
  ['workload', 'team', 'open cases'],
  ['court-quality', 'disposal', 'all cases'],
  ['court-quality with --from or --to', 'audit_date', 'court cases judged'],
  ['quality-consistency', 'team', 'court cases judged'],
  ['resettlement', 'release_date', 'Custody cases'],
  ['resettlement', 'resettlement_plan_date', 'Custody cases released'],
  ['resettlement', 'release_accommodation_suitable', 'Custody cases released'],
  ['resettlement', 'release_ete_suitable', 'Custody cases released'],
];

const OF_JUDGED = ['ethnicity', 'sex', 'send', 'care_experienced'] as const;

/** The same for figures of cases. */
export function caseGaps(view: View, rowsOf: RowsOf): DataFrame {
  const judged = rowsOf('court cases judged');
  const children = judged.map((row) => view.children[row]);
  const equity = (column: string, values: Values | null): Gap => ({
    figure: 'quality-equity',
    column,
    missing: countBlank(children, values),
    of: judged.length,
  });
  return gapsFrame('cases', [
    ...OF_CASES.map(([figure, column, scope]) => caseGap(view, figure, column, rowsOf(scope))),
    ...OF_JUDGED.map((column) => equity(column, view.childValues(column))),
    equity('birth_month or age', view.childAges()),
    ...targetGaps(view),
  ]);
}

/**
 * A target knows nothing of a case without the date it counts from, or without a due date. One that names no disposals
 * is about the cases with any of its dates; a start date alone says nothing.
 */
function targetGaps(view: View): Gap[] {
  return view.settings.targets.flatMap(({ name, from, to, rule, disposals }) => {
    const due = rule.kind === 'by' ? [rule.column] : [];
    const dates = [from, to, ...due].filter((column) => column !== 'start_date');
    const rows =
      disposals === null
        ? withAny(view, view.rows, dates)
        : rowsOfDisposals(view, ({ label }) => disposals.includes(label));
    return [from, ...due].map((column) => caseGap(view, `court-timeliness: ${name}`, column, rows));
  });
}

function caseGap(view: View, figure: string, column: ColumnName, rows: Uint32Array): Gap {
  return { figure, column, missing: blankCells(view, rows, column), of: rows.length };
}

/** How many of some rows or children have no value; all of them when there is no column. */
function countBlank(places: Uint32Array, values: Values | null): number {
  if (values === null) return places.length;
  let blank = 0;
  for (let index = 0; index < places.length; index++) if (values[places[index]] === 0) blank++;
  return blank;
}

/** In how many of some rows a column is blank; in all of them when there is no such column. */
export function blankCells(view: View, rows: Uint32Array, column: ColumnName): number {
  const values = view.column(column)?.values ?? null;
  const isWhole = values !== null && rows === view.rows && rows.length === values.length;
  return isWhole ? countZeros(values) : countBlank(rows, values);
}

/** From one blank to the next: most columns have few. */
function countZeros(values: Values): number {
  let zeros = 0;
  for (let at = values.indexOf(0); at >= 0; at = values.indexOf(0, at + 1)) zeros++;
  return zeros;
}
