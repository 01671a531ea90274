/** Two or more reports side by side, as plain data: the JSON form of a comparison is exactly this. */
import type {
  Cell,
  Cohort,
  Count,
  Provenance,
  ReportedProblem,
  ShownColumn,
  Table,
} from '../report/report.ts';

/** A caseload that is compared, under its name. */
export interface ComparedInput {
  readonly name: string;
  readonly provenance: Provenance;
  readonly ethnicityList: string;
  readonly problems: readonly ReportedProblem[];
}

/**
 * Whether the same children are in both inputs. `different`: no child_id is in both, or it was said so. `shared`: some
 * are, so they are two dates of one service. `unknown`: rows are counted as cases, and children not told apart.
 */
export type Overlap = 'different' | 'shared' | 'unknown';

export interface Pair {
  readonly first: string;
  readonly other: string;
  readonly children: Overlap;
  /** Of the court cases audited: whether some are in both. */
  readonly auditedCases: Overlap;
  /** What the children in both mean for the figures. */
  readonly basis: string;
  /** Days between the as-at dates, the first less the other; null where one has none. */
  readonly daysApart: number | null;
  readonly warnings: readonly string[];
  /** Children, cases and cases judged of either; differences of two dates of one service only. */
  readonly sizes: readonly Readonly<Record<string, Cell>>[];
  /** Of two dates of one service: the children counted in one alone and in both. */
  readonly movement: Movement | null;
}

export interface Movement {
  readonly onlyInFirst: Count;
  readonly onlyInOther: Count;
  readonly inBoth: Count;
}

/** What is told of a difference: an interval and a verdict, or why neither is. */
export type Testing = 'newcombe-and-fisher' | 'none';

export interface ComparedTable {
  readonly first: string;
  readonly other: string;
  readonly status: 'compared' | 'side-by-side' | 'not-comparable';
  /** Why it is not comparable, or why there is no interval and no verdict. */
  readonly reason: string | null;
  readonly testing: Testing;
  readonly cohorts: { readonly first: Cohort; readonly other: Cohort } | null;
  /** What must be kept in mind with these figures. */
  readonly notes: readonly string[];
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** One table of a metric in all pairs; what is not comparable stands beside it, each input's own. */
export interface ComparedTables {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  /** What is known of those in the denominator: "whose ethnicity is known". */
  readonly known?: string;
  readonly pairs: readonly ComparedTable[];
  readonly own: readonly { readonly input: string; readonly table: Table }[];
}

export interface ComparedMetric {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly caveat?: string;
  readonly tables: readonly ComparedTables[];
}

export interface Comparison {
  readonly schema: 'yos-caseload/compare/1';
  readonly tool: 'yos-caseload';
  readonly version: string;
  readonly disclosure: 'internal' | 'shareable';
  readonly threshold: number | null;
  /** Which way differences go. */
  readonly direction: string;
  readonly inputs: readonly ComparedInput[];
  readonly pairs: readonly Pair[];
  readonly metrics: readonly ComparedMetric[];
  /** Over how many differences the verdicts are corrected, and by what. */
  readonly tests: { readonly tested: number; readonly level: number; readonly method: string };
  readonly notes: readonly string[];
}
