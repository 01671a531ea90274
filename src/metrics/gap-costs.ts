/** What is missing from which figure because a column is blank. */
import type { Values } from '../caseload/caseload.ts';
import type { ColumnName } from '../caseload/columns.ts';
import { compareUtf8 } from '../caseload/compare-utf8.ts';
import { type DataFrame, frameOf } from '../frame/frame.ts';
import type { Target } from '../reference/targets.ts';
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
  /** Whom the figure is about, in words, and how many they are. */
  readonly ofWhat: string;
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
    of_what: sorted.map(({ ofWhat }) => ofWhat),
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

/** Figures are called as their metrics are titled. A test holds this to the catalogue. */
export const FIGURES = {
  ageBands: 'Age bands',
  courtQuality: 'Court quality',
  courtTimeliness: 'Court timeliness',
  disposalMix: 'Disposal mix',
  disproportionality: 'Disproportionality',
  ethnicityMix: 'Ethnicity mix',
  needsProfile: 'Needs profile',
  qualityConsistency: 'Consistency of court quality',
  qualityEquity: 'Equity of court quality',
  resettlement: 'Resettlement',
  sexMix: 'Sex mix',
  transitions: 'Transitions',
  workload: 'Workload',
} as const;

const OF_CHILDREN = [
  [`${FIGURES.ethnicityMix}, ${FIGURES.disproportionality}`, 'ethnicity'],
  [FIGURES.sexMix, 'sex'],
  [FIGURES.needsProfile, 'send'],
  [FIGURES.needsProfile, 'care_experienced'],
  [FIGURES.needsProfile, 'ete_suitable'],
  [FIGURES.needsProfile, 'accommodation_suitable'],
] as const satisfies readonly (readonly [string, ColumnName])[];

/** Of the children with an open case, how many each figure knows nothing of; without its column, all of them. */
export function childGaps(view: View): DataFrame {
  const { children, leftOut } = childrenWithOpenCase(view);
  const gap = (figure: string, column: string, values: Values | null): Gap => ({
    figure,
    column,
    missing: countBlank(children, values),
    ofWhat: view.unit === 'cases' ? 'open home cases' : 'children with an open case',
    of: children.length,
  });
  const levels = levelsOfChildren(view);
  const withoutStart = leftOut.find(({ reason }) => reason === 'no start_date')?.n ?? 0;
  const all = leftOut.reduce((sum, { n }) => sum + n, children.length);
  return gapsFrame('children', [
    {
      figure: EVERY_DAY_FIGURE,
      column: 'start_date',
      missing: withoutStart,
      ofWhat: `all ${view.unit}`,
      of: all,
    },
    ...OF_CHILDREN.map(([figure, column]) => gap(figure, column, view.childValues(column))),
    ...LEVEL_COLUMNS.map((column) => gap(FIGURES.needsProfile, column, levels[column])),
    gap(FIGURES.ageBands, 'birth_month or age', view.childAges()),
    gap(FIGURES.transitions, 'birth_month', view.asAt === null ? null : view.childValues('birth_month')),
  ]);
}

const OF_CASES: readonly (readonly [string, ColumnName, Scope])[] = [
  [FIGURES.disposalMix, 'disposal', 'open home cases'],
  [FIGURES.workload, 'worker_id', 'open cases'],
  [FIGURES.workload, 'team', 'open cases'],
  [FIGURES.courtQuality, 'disposal', 'all cases'],
  [`${FIGURES.courtQuality} with --from or --to`, 'audit_date', 'court cases judged'],
  [FIGURES.qualityConsistency, 'team', 'court cases judged'],
  [FIGURES.resettlement, 'release_date', 'Custody cases'],
  // A case without the date counts as one without a plan; only the days cannot be counted.
  [`${FIGURES.resettlement}: days from plan to release`, 'resettlement_plan_date', 'Custody cases released'],
  [FIGURES.resettlement, 'release_accommodation_suitable', 'Custody cases released'],
  [FIGURES.resettlement, 'release_ete_suitable', 'Custody cases released'],
];

const JUDGED: Scope = 'court cases judged';
const OF_JUDGED = ['ethnicity', 'sex', 'send', 'care_experienced'] as const;

/** The same for figures of cases. */
export function caseGaps(view: View, rowsOf: RowsOf): DataFrame {
  const judged = rowsOf(JUDGED);
  const children = judged.map((row) => view.children[row]);
  const equity = (column: string, values: Values | null): Gap => ({
    figure: FIGURES.qualityEquity,
    column,
    missing: countBlank(children, values),
    ofWhat: JUDGED,
    of: judged.length,
  });
  return gapsFrame('cases', [
    ...OF_CASES.map(([figure, column, scope]) => caseGap(view, figure, column, scope, rowsOf(scope))),
    ...OF_JUDGED.map((column) => equity(column, view.childValues(column))),
    equity('birth_month or age', view.childAges()),
    ...targetGaps(view),
  ]);
}

/** A target knows nothing of a case without the date it counts from, or without a due date. */
function targetGaps(view: View): Gap[] {
  return view.settings.targets.flatMap((target) => {
    const due = target.rule.kind === 'by' ? [target.rule.column] : [];
    const { words, rows } = casesOfTarget(view, target, [target.from, target.to, ...due]);
    return [target.from, ...due].map((column) =>
      caseGap(view, `${FIGURES.courtTimeliness}: ${target.name}`, column, words, rows),
    );
  });
}

/**
 * The cases a target is for. One that names neither disposals nor columns is about the cases with any of its dates; a
 * start date alone says nothing.
 */
function casesOfTarget(
  view: View,
  { disposals, onlyWith }: Target<ColumnName>,
  dates: readonly ColumnName[],
): { words: string; rows: Uint32Array } {
  if (disposals !== null) {
    const rows = rowsOfDisposals(view, ({ label }) => disposals.includes(label));
    return { words: `cases of ${disposals.join(', ')}`, rows };
  }
  const columns = onlyWith?.columns ?? dates.filter((column) => column !== 'start_date');
  const words = onlyWith?.words ?? 'cases with any of its dates';
  return { words, rows: withAny(view, view.rows, columns) };
}

function caseGap(view: View, figure: string, column: ColumnName, ofWhat: string, rows: Uint32Array): Gap {
  return { figure, column, missing: blankCells(view, rows, column), ofWhat, of: rows.length };
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
