/** Which metrics need a column to be filled in. A test holds this to what the metrics declare. */
import { type ColumnName, columnDefinitions, JUDGEMENTS } from '../caseload/columns.ts';
import type { Settings } from './settings.ts';

const ANSWERS = JUDGEMENTS.map(({ column }) => column);

/** By metric the columns that it reads; court-timeliness reads those of the targets that are set. */
export const NEEDED_COLUMNS: Readonly<Record<string, readonly ColumnName[]>> = {
  'ethnicity-mix': ['ethnicity'],
  'age-bands': ['birth_month', 'age'],
  'sex-mix': ['sex'],
  'disposal-mix': ['disposal'],
  workload: ['worker_id', 'team'],
  'court-quality': ['disposal', 'audit_date', ...ANSWERS],
  disproportionality: ['ethnicity'],
  'quality-equity': [
    'ethnicity',
    'sex',
    'birth_month',
    'age',
    'send',
    'care_experienced',
    'disposal',
    'audit_date',
    'diversity_needs_met',
    ...ANSWERS,
  ],
  'quality-consistency': ['team', 'worker_id', 'disposal', 'audit_date', 'diversity_needs_met', ...ANSWERS],
  'caseload-trend': ['start_date', 'ethnicity', 'sex', 'disposal', 'audit_date', ...ANSWERS],
  'needs-profile': [
    'send',
    'care_experienced',
    'ete_suitable',
    'accommodation_suitable',
    'likelihood_of_reoffending',
    'safety_wellbeing',
    'risk_to_others',
    'start_date',
  ],
  resettlement: [
    'disposal',
    'release_date',
    'resettlement_plan_date',
    'release_accommodation_suitable',
    'release_ete_suitable',
  ],
  transitions: ['birth_month', 'age'],
};

/**
 * Columns that cannot be incomplete: a row without identifiers is rejected, a blank residence is Home and a blank
 * end_date a case that goes on.
 */
export const NEVER_MISSING: readonly ColumnName[] = ['case_id', 'child_id', 'residence', 'end_date'];

/** Whether a case is open at all follows from it. */
export const EVERY_DAY_FIGURE = 'every figure of one day';

export interface NeededColumn {
  readonly column: ColumnName;
  readonly neededBy: readonly string[];
}

/** The columns that any metric needs, in the order of the dictionary, each with the metrics in theirs. */
export function neededColumns({ targets }: Settings): NeededColumn[] {
  const ofTargets = targets.flatMap(({ from, to, rule }) =>
    rule.kind === 'by' ? [from, to, rule.column] : [from, to],
  );
  const reads = [
    ...Object.entries(NEEDED_COLUMNS),
    ['court-timeliness', ['disposal', ...ofTargets]] as const,
  ];
  return columnDefinitions().flatMap(({ name: column }) => {
    if (NEVER_MISSING.includes(column)) return [];
    const metrics = reads.filter(([, columns]) => columns.includes(column)).map(([metric]) => metric);
    const neededBy = column === 'start_date' ? [EVERY_DAY_FIGURE, ...metrics] : metrics;
    return neededBy.length === 0 ? [] : [{ column, neededBy }];
  });
}
