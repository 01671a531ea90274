/** Which figures of which metric fit a comparison. Ratings and bands do not: the shares they follow from do. */
import { NOT_KNOWN } from '../caseload/groups.ts';

export interface TableToCompare {
  readonly table: string;
  /** Key of the count, or of the value of a table that stands side by side. */
  readonly count: string;
  /** What the share is of: `n` or `known` of the cohort, or a count of the row; null for no share. */
  readonly of: string | null;
  /** Rows that are outside shares. */
  readonly outside: readonly string[];
  /** Rows of zero are left out of it, so one that is in one input alone is 0 in the other. */
  readonly leavesOutZeros?: true;
}

export interface MetricToCompare {
  readonly metric: string;
  readonly tables: readonly TableToCompare[];
}

/** The metrics that can be compared, and the tables of each. */
export const COMPARED: readonly MetricToCompare[] = [
  {
    metric: 'ethnicity-mix',
    tables: [
      { table: 'groups', count: 'children', of: 'known', outside: [NOT_KNOWN] },
      { table: 'categories', count: 'children', of: 'known', outside: [NOT_KNOWN], leavesOutZeros: true },
    ],
  },
  { metric: 'age-bands', tables: [{ table: 'bands', count: 'children', of: 'known', outside: [] }] },
  { metric: 'sex-mix', tables: [{ table: 'sexes', count: 'children', of: 'known', outside: [NOT_KNOWN] }] },
  { metric: 'disposal-mix', tables: [{ table: 'groups', count: 'cases', of: 'n', outside: [] }] },
  { metric: 'workload', tables: [{ table: 'summary', count: 'value', of: null, outside: [] }] },
  {
    metric: 'court-quality',
    tables: [{ table: 'questions', count: 'sufficient', of: 'judged', outside: [] }],
  },
];
