import type { Day } from '../caseload/read-dates.ts';
import { DISPOSALS } from '../reference/disposals.ts';
import { type CaseCohort, selectRows } from './cohorts.ts';
import type { View } from './define-metric.ts';

const REASONS = [
  'other disposal groups',
  'disposal blank or not mapped',
  'no release_date',
  'release_date after the as-at date',
  'release_date outside the period',
] as const;

const CUSTODY = 0;
/** Per disposal as a code, 0 for none: the place of the reason it is left out for, if it is. */
const RANKS = [2, ...DISPOSALS.map(({ group }) => (group === 'Custody' ? CUSTODY : 1))];

/**
 * Cases of Custody disposals released on or before the as-at date, and in the period if there is one; open or not, home
 * or not: the resettlement is prepared here. What is left out stands under the first reason that fits. The metric
 * declares disposal and release_date.
 */
export function releasedCases(view: View, asAt: Day): CaseCohort {
  const disposals = view.column('disposal')?.values;
  const releases = view.column('release_date')?.values;
  const { from, to } = view.period ?? { from: null, to: null };
  const rankOf = (row: number): number => {
    const rank = disposals === undefined ? 2 : RANKS[disposals[row]];
    if (rank !== CUSTODY) return rank;
    const day = releases === undefined ? 0 : releases[row];
    if (day === 0) return 3;
    if (day > asAt) return 4;
    return day < (from ?? 0) || day > (to ?? day) ? 5 : CUSTODY;
  };
  const { kept, counts } = selectRows(view.rows, REASONS.length, rankOf);
  const leftOut = REASONS.map((reason, index) => ({ reason, n: counts[index] })).filter(({ n }) => n > 0);
  return { rows: kept, leftOut };
}
