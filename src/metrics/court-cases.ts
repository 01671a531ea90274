/** The court cases whose work is judged: the cohort of all metrics of court quality, with what it tells of others. */
import type { Values } from '../caseload/caseload.ts';
import { type ColumnName, JUDGEMENTS } from '../caseload/columns.ts';
import { DISPOSALS } from '../reference/disposals.ts';
import type { CohortPart, Row } from '../report/report.ts';
import { type CaseCohort, selectRows } from './cohorts.ts';
import type { Period, Tells, View } from './define-metric.ts';
import { isJudged } from './quality-answers.ts';

export interface CourtCases extends CaseCohort {
  /** How many of the cases have a Yes or No to one of the twelve questions. */
  readonly judged: number;
}

const COURT_GROUPS: readonly string[] = ['First-tier', 'Community', 'Custody'];

const REASONS = [
  'other disposal groups',
  'disposal blank or not mapped',
  'discharges, fines and compensation without a judgement',
  'audit_date missing',
  'audit_date outside the period',
] as const;

const [OTHER_GROUPS, , WITHOUT_JUDGEMENT, ...OUTSIDE_PERIOD] = REASONS;

/** What metrics of this cohort say of it, and the columns that it takes. */
export const COURT_COHORT =
  'cases of First-tier, Community and Custody disposals; discharges, fines and compensation only if judged';
export const COURT_CAVEAT = 'indicative self-audit, not an inspection rating';
export const COURT_COLUMNS: readonly (readonly ColumnName[])[] = [
  ['disposal'],
  JUDGEMENTS.map(({ column }) => column),
];

/** Which disposals are court work, and which of them have no intervention, follows from the numbers of this cohort. */
export const COURT_TELLS: readonly Tells[] = [
  {
    metric: 'disposal-mix',
    table: 'disposals',
    among: () => true,
    apart: (row) => !isCourtWork(row),
    most: (cohort) => [
      leftOutFor(cohort, [OTHER_GROUPS]),
      cohort.n + leftOutFor(cohort, [WITHOUT_JUDGEMENT, ...OUTSIDE_PERIOD]),
    ],
  },
  {
    metric: 'disposal-mix',
    table: 'disposals',
    among: isCourtWork,
    apart: ({ disposal }) => DISPOSALS.some((one) => one.label === disposal && one.withoutIntervention),
    most: (cohort) => [
      cohort.known + leftOutFor(cohort, [WITHOUT_JUDGEMENT, ...OUTSIDE_PERIOD]),
      cohort.n + leftOutFor(cohort, OUTSIDE_PERIOD),
    ],
  },
];

function isCourtWork({ group }: Row): boolean {
  return COURT_GROUPS.includes(String(group));
}

function leftOutFor({ leftOut }: CohortPart<number>, reasons: readonly string[]): number {
  return leftOut.reduce((sum, { reason, n }) => sum + (reasons.includes(reason) ? n : 0), 0);
}

/** By the rows, which all metrics of a part share; a report has one period. */
const known = new WeakMap<Uint32Array, { readonly period: Period | null; readonly found: CourtCases }>();

/**
 * Cases of First-tier, Community and Custody disposals, open or not, home or not: an audit judges the work done here.
 * With a period only those audited in it. What is left out stands under the first reason that fits.
 */
export function courtCases(view: View): CourtCases {
  const before = known.get(view.rows);
  if (before !== undefined && before.period === view.period) return before.found;
  const found = findCourtCases(view);
  known.set(view.rows, { period: view.period, found });
  return found;
}

const COURT = 0;
const WITHOUT_INTERVENTION = 3;

/** Per disposal as a code, 0 for none: the place of the reason it is left out for, if it is. */
const RANKS = [
  2,
  ...DISPOSALS.map(({ group, withoutIntervention }) => {
    if (!COURT_GROUPS.includes(group)) return 1;
    return withoutIntervention ? WITHOUT_INTERVENTION : COURT;
  }),
];

function findCourtCases(view: View): CourtCases {
  const disposals = view.column('disposal')?.values;
  if (disposals === undefined) throw new Error('court cases need disposal');
  const answers = JUDGEMENTS.map(({ column }) => view.column(column)?.values).filter(
    (values) => values !== undefined,
  );
  const audits = view.column('audit_date')?.values;
  const { from, to } = view.period ?? { from: null, to: null };
  const rankOf = (row: number): number => {
    const rank = RANKS[disposals[row]];
    if (rank !== COURT && (rank !== WITHOUT_INTERVENTION || !isJudged(answers, row))) return rank;
    if (view.period === null) return COURT;
    const day = audits === undefined ? 0 : audits[row];
    if (day === 0) return 4;
    return day < (from ?? 0) || day > (to ?? day) ? 5 : COURT;
  };
  const { kept, counts } = selectRows(view.rows, REASONS.length, rankOf);
  const leftOut = REASONS.map((reason, index) => ({ reason, n: counts[index] })).filter(({ n }) => n > 0);
  return { rows: kept, leftOut, judged: countJudged(answers, kept) };
}

function countJudged(answers: readonly Values[], rows: Uint32Array): number {
  let count = 0;
  for (let index = 0; index < rows.length; index++) if (isJudged(answers, rows[index])) count++;
  return count;
}
