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
import type { AgeBand } from '../reference/age-bands.ts';
import type { EthnicityList } from '../reference/ethnicity.ts';
import type { Chart, CohortPart, Row } from '../report/report.ts';
import type { Settings } from './settings.ts';

export type Unit = 'children' | 'cases' | 'workers' | 'judgements';

export const EVERY_ROW = Symbol('every row');
/** A row, by its name, from which the figures of all rows follow too; or every row of the table. */
export type AlsoFollows = string | typeof EVERY_ROW;

/** What a shown column is. `children` as a key or unit becomes `cases` when rows are counted as cases. */
export type ColumnSpec =
  | { readonly key: string; readonly label: string; readonly type: 'text' | 'flag' }
  | {
      readonly key: string;
      readonly label: string;
      readonly type: 'verdict';
      readonly alsoFollows?: AlsoFollows;
    }
  | {
      readonly key: string;
      readonly label: string;
      readonly type: 'count';
      /** Where it counts something else than the rest of the table. */
      readonly unit?: Unit;
    }
  | {
      readonly key: string;
      readonly label: string;
      readonly type: 'share';
      /** The key of a count column, over `known` or `n` of the cohort or another count column. */
      readonly numerator: string;
      readonly denominator: string;
      /** Rows, by the table's first column or this one, that are outside the share: the not known. */
      readonly outside?: readonly string[];
      readonly outsideOf?: string;
    }
  | {
      /** Bounds of a declared share are Wilson's; those of any other column come from the frame. */
      readonly key: string;
      readonly label: string;
      readonly type: 'lower' | 'upper';
      readonly of: string;
    }
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
      /** Known without the caseload: a population. */
      readonly isPublic?: true;
    }
  | {
      readonly key: string;
      readonly label: string;
      /**
       * From the frame: a difference of two shares (-1 to 1), a rate or a ratio of rates (its base is in the label), a
       * probability (0 to 1).
       */
      readonly type: 'difference' | 'rate' | 'probability';
      readonly alsoFollows?: AlsoFollows;
    };

/** What the counts of a table are about and how they hang together: all that the withholding of small numbers needs. */
export interface About {
  /**
   * Counts of children, or of cases by what is known of children; of work by worker and team; of judgements; of the
   * record, what is filled in and what not.
   */
  readonly subject: 'children' | 'work' | 'judgements' | 'record';
  /** The count that is protected. Rows of children and work add up to the cohort; judgements stand each alone. */
  readonly count?: string;
  /** Rows, by the table's first column, that are about the record and not a child: the not known. */
  readonly record?: readonly string[];
  /** A text column: rows with the same text add up to the cohort, each such set for itself. */
  readonly apart?: string;
  /**
   * The rows are those of another table, divided further: that table, which may be another metric's, and which of its
   * rows a row belongs to.
   */
  readonly within?: {
    readonly metric?: string;
    readonly table: string;
    /** @param names of the rows of that table */
    readonly row: (row: Row, names: readonly string[]) => string;
  };
  /** The rows have the same counts, under the same names, as those of another metric's table. */
  readonly same?: { readonly metric: string; readonly table: string };
  /**
   * Of judgements divided: the text column of the groups, teams or quarters, and that of what they divide by, where the
   * table has several divisions. Rows with the same other texts add up to how many were judged, which is known.
   */
  readonly divided?: { readonly part: string; readonly by?: string };
  /** Rows that tell of counts of other metrics: withheld in every report that is shared. */
  readonly internalRows?: (row: Row) => boolean;
  /** Counts that add up to nothing: each is withheld by itself when small, or, when `isWhole`, the row with any of them. */
  readonly alone?: {
    readonly counts: readonly string[];
    readonly isWhole: boolean;
    /** Those of them that go together, and leave the rest of the row, where no other is small. */
    readonly together?: readonly string[];
    /** Where a 0 would tell of other counts: it is withheld as a small count is. */
    readonly hidesZeros?: true;
    /** Counts of a row that bound those of a row of another table: withheld where that row has a count withheld. */
    readonly bounding?: {
      readonly counts: readonly string[];
      readonly table: string;
      /** Whether they leave a count of that row less than the threshold of room. */
      readonly on: (row: Row, other: Row, threshold: number) => boolean;
    };
    /** Where other counts can be no larger: they are withheld below twice the threshold. */
    readonly areBounds?: true;
  };
  /** The figures follow from rows of other tables of the metric, or of its own. */
  readonly follows?: Follows | readonly Follows[];
  /**
   * Of figures of work that follow from others: which rows there are tells of these. In a report that is shared the
   * table is withheld whole where its figures are not about the work alone.
   */
  readonly rowsTell?: true;
  /** The rows are the sizes of the parts of a breakdown by one of these columns. */
  readonly sizesOf?: readonly ColumnName[];
  /** The column whose answers a row counts: a breakdown by it has parts of that size. */
  readonly answersOf?: (row: Row) => ColumnName | null;
  /** The rows name members of staff. */
  readonly staff?: true;
}

/** Rows of a table: those that have the same text in this column, those of which it is so, or, with null, all. */
export interface Follows {
  readonly table: string;
  readonly on: string | null | ((row: Row, other: Row) => boolean);
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
  /**
   * The rows that people are shown among many: those with one of these words in a column, or with what the last row has
   * there. Data formats have all.
   */
  readonly highlights?: { readonly column: string; readonly words: readonly string[] | 'last' };
  /** Counts that are drawn as a line over the rows, which are in the order of time. */
  readonly sparklines?: readonly string[];
  /** How formats with pictures draw it. */
  readonly chart?: Chart;
}

/** Why there is nothing to count: something must be set up first, or the files cannot carry the answer. */
export interface Unanswered {
  readonly status: 'not-configured' | 'refused';
  /** One sentence: the one flag or line that helps, or the reason. */
  readonly message: string;
}

/** Who is counted, in the unit of a table. */
export type Sizes = Omit<CohortPart<number>, 'by'>;

/** What was counted, in the unit of the tables. */
export interface Counted extends Sizes {
  /** Of tables that are about others than the rest. */
  readonly cohorts?: Readonly<Partial<Record<string, Sizes>>>;
  /** The children counted, where children are: a breakdown says how many are in several of its values. */
  readonly children?: Uint32Array;
  /** A frame per table, or what makes it if it is shown; one without is left out of the report (a note says why). */
  readonly frames: Readonly<Partial<Record<string, DataFrame | (() => DataFrame)>>>;
  /** Of tables whose chart marks a limit that the service has set: it is known without the caseload. */
  readonly limits?: Readonly<Partial<Record<string, number>>>;
  readonly notes?: readonly string[];
  /** What must be said of these figures besides the metric's own caveat. */
  readonly caveat?: string;
  /** The inspection framework has no bands: columns that would name one are not available. */
  readonly withoutBands?: true;
}

/** The days from and to which events count, both included; either may be open. */
export interface Period {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Another caseload beside the one of the report: of another year, or of another month. */
export interface OtherView {
  /** As given: `2024`, `2026-09`. */
  readonly label: string;
  readonly view: View;
}

/** The rows a metric is to count, and no column but those it declared. */
export interface View {
  readonly unit: Caseload['unit'];
  readonly settings: Settings;
  readonly ethnicityList: EthnicityList;
  /** The last is that of 18 and over. */
  readonly ageBands: readonly AgeBand[];
  /** Further caseloads, by `--year` and `--month`, in the order of their labels. */
  readonly years: readonly OtherView[];
  readonly months: readonly OtherView[];
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
  /**
   * The rows of the caseload, used or not, ascending, in which a column that the metric declared holds something that is
   * taken as missing.
   */
  unreadable(name: ColumnName): Uint32Array;
  /** Per row of the caseload at the as-at date: OPEN, NO_START or NOT_OPEN. */
  readonly openness: Uint8Array;
  /** A count per child to work with, shared by all: the counts of others are below `base`. */
  scratch(): { perChild: Uint32Array; base: number };
}

/** Whether a case is open at the as-at date; without a start date, where others have one, it is not. */
export const OPEN = 0;
export const NO_START = 1;
export const NOT_OPEN = 2;

/** One figure of a metric that a target can be about. */
export interface HeadlineFigure {
  /** Which one it is, in words: "lowest question". */
  readonly words: string;
  readonly table: string;
  readonly column: string;
  /** The row by its texts, which is the only one where none are given; or that with the least or most of all rows. */
  readonly row: Readonly<Record<string, string>> | 'lowest' | 'highest';
  /** Which way is well, so that a bare `70%` can be read: at least, or at most. */
  readonly better: 'higher' | 'lower';
  /** The most that it can be, where that does not depend on the caseload. */
  readonly most?: number;
}

/** What a target of a metric is about when it names no row of its tables; without a figure a row must be named. */
export interface Headline {
  /** Of a target in per cent. */
  readonly share?: HeadlineFigure;
  /** Of a target that is a number. */
  readonly number?: HeadlineFigure;
  /** Words that name a row, as an example of how it is done. */
  readonly rowExample: string;
}

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
  readonly headline?: Headline;
  /** What must be looked at beside the tables of other metrics when small numbers are withheld. */
  readonly tells?: readonly Tells[];
  /** Divides so finely that for each value of a breakdown it is computed for internal reports only. */
  readonly breakdown?: 'internal';
  readonly compute: (view: View) => Counted | Unanswered;
}

/** Checks a metric's declaration as it is made. */
export function defineMetric(metric: Metric): Metric {
  return metric;
}
