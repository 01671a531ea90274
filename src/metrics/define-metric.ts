/**
 * The contract of a metric: one file that says what it asks, of whom, from which columns, and counts.
 *
 * A metric counts; it does not divide. Its `compute` returns frames of counts, one row per group and one column per
 * count. What each shown column is (a count, a share of a numerator over a denominator, its interval) is declared,
 * so that intervals, rounding, headings, JSON keys, help and the catalogue follow from the declaration. Breakdowns
 * belong to the runner: `compute` is called once per value.
 */
import type { Caseload, Column, Values } from '../caseload/caseload.ts';
import type { ColumnName } from '../caseload/columns.ts';
import type { Day } from '../caseload/read-dates.ts';
import type { DataFrame } from '../frame/frame.ts';
import type { EthnicityList } from '../reference/ethnicity.ts';
import type { CohortPart, LeftOut, Row } from '../report/report.ts';

export type Unit = 'children' | 'cases' | 'workers' | 'judgements';

/** What a shown column is. `children` as a key or unit becomes `cases` when rows are counted as cases. */
export type ColumnSpec =
  | { readonly key: string; readonly label: string; readonly type: 'text' | 'verdict' | 'flag' }
  | { readonly key: string; readonly label: string; readonly type: 'count' }
  | {
      readonly key: string;
      readonly label: string;
      readonly type: 'share';
      /** The key of a count column, over `known` or `n` of the cohort or another count column. */
      readonly numerator: string;
      readonly denominator: string;
      /** Rows, by the table's first column, that are outside the share: the not known. */
      readonly outside?: readonly string[];
    }
  | { readonly key: string; readonly label: string; readonly type: 'lower' | 'upper'; readonly of: string }
  | {
      readonly key: string;
      readonly label: string;
      readonly type: 'band' | 'near-boundary';
      readonly of: string;
    }
  | {
      readonly key: string;
      readonly label: string;
      /** `verdict-share`: a share that the metric took from another table. */
      readonly type: 'number' | 'measure' | 'verdict-share';
      /** Of measures: those, by the first column, that are counts. */
      readonly counts?: readonly string[];
    };

/** What the counts of a table are about and how they hang together: all that the withholding of small numbers needs. */
export interface About {
  /** Counts of children, or of cases by what is known of children; of work by worker and team; of judgements. */
  readonly subject: 'children' | 'work' | 'judgements';
  /** The count that is protected. Rows of children and work add up to the cohort; judgements stand each alone. */
  readonly count?: string;
  /** Rows, by the table's first column, that are about the record and not a child: the not known. */
  readonly record?: readonly string[];
  /** The rows are those of another table, divided further: that table, and which of its rows a row belongs to. */
  readonly within?: { readonly table: string; readonly row: (row: Row) => string };
  /** The figures follow from those rows of another table that have the same text in this column; null for all rows. */
  readonly follows?: { readonly table: string; readonly on: string | null };
  /** The rows are the sizes of the parts of a breakdown by one of these columns. */
  readonly sizesOf?: readonly ColumnName[];
  /** The column whose answers a row counts: a breakdown by it has parts of that size. */
  readonly answersOf?: (row: Row) => ColumnName | null;
  /** The rows name members of staff. */
  readonly staff?: true;
}

/** What a cohort tells of another metric's counts: open or not, judged or not, it holds or leaves out so many at most. */
export interface Tells {
  readonly metric: string;
  readonly table: string;
  /** The rows it speaks of, and those of them that it tells apart from the others. */
  readonly among: (row: Row) => boolean;
  readonly apart: (row: Row) => boolean;
  /** The most that the rows told apart, and the others, can add up to. */
  readonly most: (cohort: CohortPart<number>) => readonly [apart: number, others: number];
}

export interface TableSpec {
  readonly name: string;
  readonly title: string;
  readonly unit: Unit;
  readonly about: About;
  /** What is known of those in the denominator, where not all are: "whose ethnicity is known". */
  readonly known?: string;
  readonly columns: readonly ColumnSpec[];
}

/** What was counted, in the unit of the tables. */
export interface Counted {
  readonly n: number;
  readonly known: number;
  readonly leftOut: readonly LeftOut<number>[];
  /** The children counted, where children are: a breakdown says how many are in several of its values. */
  readonly children?: Uint32Array;
  /** A frame per table, or what makes it if it is shown; one without is left out of the report (a note says why). */
  readonly frames: Readonly<Partial<Record<string, DataFrame | (() => DataFrame)>>>;
  readonly notes?: readonly string[];
}

/** The days from and to which events count, both included; either may be open. */
export interface Period {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** The rows a metric is to count, and no column but those it declared. */
export interface View {
  readonly unit: Caseload['unit'];
  readonly ethnicityList: EthnicityList;
  readonly asAt: Day | null;
  readonly period: Period | null;
  /** Row numbers, ascending. */
  readonly rows: Uint32Array;
  /** The child of each row, from 1 to childCount. */
  readonly children: Uint32Array;
  readonly childCount: number;
  /** A column that the metric declared; null when the files lack it. Throws on any other. */
  column(name: ColumnName): Column | null;
  /** Per child the value of the row that speaks for it; null when the files lack the column. */
  childValues(name: ColumnName): Values | null;
  /** Per child the age in years at the as-at date, from birth_month, else age; 0 is not known. */
  childAges(): Uint8Array;
  /** Per row of the caseload at the as-at date: OPEN, NO_START or NOT_OPEN. */
  readonly openness: Uint8Array;
  /** A count per child to work with, shared by all: the counts of others are below `base`. */
  scratch(): { perChild: Uint32Array; base: number };
}

/** Whether a case is open at the as-at date; without a start date, where others have one, it is not. */
export const OPEN = 0;
export const NO_START = 1;
export const NOT_OPEN = 2;

export interface Metric {
  readonly name: string;
  /** Short words for the command line. */
  readonly aliases?: readonly string[];
  readonly title: string;
  readonly question: string;
  /** The question where rows are counted as cases and children are not told apart. */
  readonly questionOfCases?: string;
  /** What must be said wherever its figures are shown. */
  readonly caveat?: string;
  readonly unit: Unit;
  /** Who is counted and what shares are of, in one sentence each: for help, catalogue and README. */
  readonly cohort: string;
  readonly denominator: string;
  /** Figures of one day (the as-at date) or of a period (--from, --to). */
  readonly timing: 'day' | 'period';
  /** Columns without which the metric cannot be computed; of each list one is enough. */
  readonly needs: readonly (readonly ColumnName[])[];
  /** Columns it also reads when they are there. */
  readonly alsoReads: readonly ColumnName[];
  readonly tables: readonly TableSpec[];
  /** What must be looked at beside the tables of other metrics when small numbers are withheld. */
  readonly tells?: readonly Tells[];
  readonly compute: (view: View) => Counted;
}

/** Checks a metric's declaration as it is made. */
export function defineMetric(metric: Metric): Metric {
  return metric;
}
