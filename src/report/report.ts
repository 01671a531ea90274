/** What a run found, as plain data: the JSON form of a report is exactly this. */
import type { Commentary } from './commentary.ts';

export type Cell = string | number | boolean;
export type Row = Readonly<Record<string, Cell>>;

/** What a shown column holds; renderers format by it. Numbers are unrounded, shares are 0 to 1. */
export type ShownType =
  | 'text' // a name: a group, a team, a standard
  | 'count' // a whole number of children, cases, workers or judgements
  | 'share' // numerator over denominator
  | 'lower' // bounds of the 95 % interval of a share, a difference or a rate
  | 'upper'
  | 'number' // a mean, a median, a score: `places` decimals when shown
  | 'measure' // a column whose rows each are a measure of their own
  | 'difference' // of two shares, -1 to 1: shown in percentage points, with its sign
  | 'rate' // events per base, or a ratio of rates: two decimals when shown
  | 'probability' // 0 to 1: three decimals when shown
  | 'verdict' // a word or yes/no that follows from figures: a band, a rating, a status
  | 'flag';

export interface ShownColumn {
  readonly key: string;
  readonly label: string;
  readonly type: ShownType;
  /** For a count of something else than the rest of the table. */
  readonly unit?: string;
  /** For lower and upper: the key of the figure they bound. */
  readonly of?: string;
  /** For a share: the key of the count in the same row that is shared. */
  readonly numerator?: string;
  /** For a share with a numerator: the key of a count of the row, or `n` or `known` (the default) of the cohort. */
  readonly denominator?: string;
}

/** A count, or the code in its place: withheld, or not 0 but rounded to it. */
export type Count = number | typeof WITHHELD | typeof ROUNDS_TO_ZERO;

export interface LeftOut<C extends Count = Count> {
  readonly reason: string;
  readonly n: C;
}

/** Who a table is about. All numbers are in the table's unit. */
export interface Cohort<C extends Count = Count> {
  readonly n: C;
  /** The denominator of the shares. */
  readonly known: C;
  readonly leftOut: readonly LeftOut<C>[];
  /** With a breakdown: the same for each value. */
  readonly parts?: readonly CohortPart<C>[];
}

export interface CohortPart<C extends Count = Count> {
  readonly by: string;
  readonly n: C;
  readonly known: C;
  readonly leftOut: readonly LeftOut<C>[];
}

/** What is drawn of a table, from its rows as they are shown; all names are keys of its columns. */
export type Chart =
  | {
      /** A bar for each row, with the 95 % range of the figure where the table has one. */
      readonly kind: 'bars';
      readonly of: string;
      /** The same of something it is compared with, as a mark on each bar. */
      readonly beside?: string;
      /** Rows, by the first column, that are not drawn: the not known, who are outside a share. */
      readonly without?: readonly string[];
      /** Rows have no order of their own: most first, and last the row of this name, which is work of nobody. */
      readonly nobody?: string;
      /** Drawn only where its rows are not those of groups, which have a chart of their own. */
      readonly withoutGroups?: true;
      /** What the service has set as the most that a figure should be: a line across the bars. */
      readonly limit?: number;
    }
  | {
      /** A column for each row, which is a band of whole numbers named as `6-10` or `6`: the bands lie side by side. */
      readonly kind: 'distribution';
      readonly of: string;
      /** On the scale of the bands. */
      readonly limit?: number;
    }
  /** A point for each row on the bands of court quality, with its 95 % range. */
  | { readonly kind: 'bands'; readonly of: string; readonly band: string }
  | {
      /** A point for each row by how many it is of, between the limits around what all are compared with. */
      readonly kind: 'funnel';
      readonly of: string;
      readonly judged: string;
      readonly centre: string;
      readonly place: string;
      /** Rows with the same texts in these columns are compared with each other. */
      readonly within: readonly string[];
    }
  /** A line for each count over the rows, which are in the order of time. */
  | { readonly kind: 'lines'; readonly of: readonly string[] };

export interface Table<C extends Count = Count> {
  readonly name: string;
  readonly title: string;
  /** What its counts count: children, cases, workers or judgements. */
  readonly unit: string;
  /** The column of the breakdown, or null. Rows then carry the key `by`, `All` first. */
  readonly by: string | null;
  readonly cohort: Cohort<C>;
  /** What is known of the children in the denominator, in words: "whose ethnicity is known". */
  readonly known?: string;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly Row[];
  /** The rows that people are shown among many: those with one of these words in a column. */
  readonly highlights?: { readonly column: string; readonly words: readonly string[] };
  /** In a report for people: what is said of the rows that are not listed. */
  readonly brief?: string;
  /** Counts that are drawn as a line over the rows, which are in the order of time. */
  readonly sparklines?: readonly string[];
  /** How formats with pictures draw it. */
  readonly chart?: Chart;
  /** Withheld whole, zeros included: there are no rows. */
  readonly withheld?: true;
  /** Values of the breakdown for which it is withheld whole, though others of their tables are shown. */
  readonly withheldParts?: readonly string[];
}

export type MetricStatus = 'ok' | 'missing-columns' | 'not-configured' | 'withheld' | 'refused';

export interface MetricReport<C extends Count = Count> {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  /** What must be said wherever the figures are shown. */
  readonly caveat?: string;
  readonly unit: string;
  readonly status: MetricStatus;
  /** With status missing-columns: what is missing, each as the columns of which one is needed. */
  readonly missing?: readonly string[];
  readonly message?: string;
  readonly tables: readonly Table<C>[];
  /** How many children are counted in more than one value of the breakdown; a note says it in words. */
  readonly several?: C;
  readonly notes: readonly string[];
  /** What the service says of it. */
  readonly commentary?: Commentary;
}

export interface Input<C extends Count = number> {
  readonly file: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly read: number;
  readonly used: C;
  readonly outOfScope: C;
  readonly duplicates: number;
  readonly rejected: number;
}

export type AsAtFrom = 'flag' | 'config' | 'latest-start-date' | 'none';

export interface Provenance<C extends Count = Count> {
  readonly tool: 'yos-caseload';
  readonly version: string;
  /** What a count of the caseload counts: children, or cases with --count-cases. */
  readonly unit: 'children' | 'cases';
  readonly asAt: string | null;
  readonly asAtFrom: AsAtFrom;
  readonly disclosure: 'internal' | 'shareable';
  /** Counts from 1 to below it are withheld; null where none are. */
  readonly threshold: number | null;
  /** Only in a shareable report: whether zeros are withheld too, and to what counts are rounded instead. */
  readonly zeros?: 'show' | 'hide';
  readonly round?: 5 | 10;
  /** The name of the config file, and its SHA-256. */
  readonly config: string | null;
  readonly configSha256?: string;
  /** Options that change figures, as they were given. */
  readonly options: Readonly<Record<string, string | readonly string[]>>;
  readonly inputs: readonly Input<C>[];
  /** Files of further caseloads, of other years or months. */
  readonly beside?: readonly OtherInput<C>[];
  /** Files of what the service says beside the figures: its commentary, its recommendations. */
  readonly words?: readonly WordsInput[];
}

export interface WordsInput {
  /** `--notes` or `--actions` */
  readonly of: string;
  readonly file: string;
  readonly sha256: string;
}

export interface OtherInput<C extends Count = number> extends Input<C> {
  /** `--year 2024` */
  readonly of: string;
  readonly asAt: string | null;
}

export type Severity = 'error' | 'warning' | 'information';

/** A fact about the data: one entry per file, column, rule and label. Never the content of a cell but a label. */
export interface Problem {
  readonly file: string;
  /** The first line it happens on. */
  readonly line: number;
  readonly column: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** How often. */
  readonly count: number;
  /** Only where the rule is about a category label. */
  readonly label?: string;
}

/** A problem as a report gives it: in a shareable one by rule alone, without file, line, column and label. */
export type ReportedProblem = Pick<Problem, 'rule' | 'severity' | 'message'> &
  Partial<Pick<Problem, 'file' | 'line' | 'column' | 'label'>> & { readonly count: Count };

export interface Report<C extends Count = Count, P extends ReportedProblem = ReportedProblem> {
  readonly schema: 'yos-caseload/report/1';
  /** What the service calls the report, and itself. */
  readonly title?: string;
  readonly service?: string;
  readonly provenance: Provenance<C>;
  /** The names of the parts that were chosen, in their order: metrics, and the summary. */
  readonly sections?: readonly string[];
  /** What the service says of the report as a whole. */
  readonly commentary?: Commentary;
  readonly metrics: readonly MetricReport<C>[];
  readonly problems: readonly P[];
  /** What was done so that the report can be shared; missing in an internal one. */
  readonly disclosure?: {
    /** How many figures are withheld. */
    readonly withheld: number;
    /** By which rule, in one sentence, and what it cannot do. */
    readonly sentence: string;
  };
}

/** A report with all its numbers, as it is computed: internal. */
export type InternalReport = Report<number, Problem>;

export function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

/** Codes in place of a number: withheld, not available, not applicable (a share of nothing). */
export const WITHHELD = '[c]';
export const NOT_AVAILABLE = '[x]';
export const NOT_APPLICABLE = '[z]';
/** Not 0, but rounded to it. */
export const ROUNDS_TO_ZERO = '[k]';
