/** What a run found, as plain data: the JSON form of a report is exactly this. */

export type Cell = string | number | boolean;
export type Row = Readonly<Record<string, Cell>>;

/** What a shown column holds; renderers format by it. Numbers are unrounded, shares are 0 to 1. */
export type ShownType =
  | 'text' // a name: a group, a team, a standard
  | 'count' // a whole number of children, cases, workers or judgements
  | 'share' // numerator over denominator
  | 'lower' // bounds of the share's 95 % interval
  | 'upper'
  | 'number' // a mean, a median, a score: `places` decimals when shown
  | 'measure' // a column whose rows each are a measure of their own
  | 'verdict' // a word or yes/no that follows from figures: a band, a rating, a status
  | 'flag';

export interface ShownColumn {
  readonly key: string;
  readonly label: string;
  readonly type: ShownType;
  /** For lower and upper: the key of the share they bound. */
  readonly of?: string;
  /** For a share: the key of the count in the same row that is shared. */
  readonly numerator?: string;
  /** For a share with a numerator: the key of a count of the row, or `n` or `known` (the default) of the cohort. */
  readonly denominator?: string;
}

export interface LeftOut {
  readonly reason: string;
  readonly n: number;
}

/** Who a table is about. All numbers are in the table's unit. */
export interface Cohort {
  readonly n: number;
  /** The denominator of the shares. */
  readonly known: number;
  readonly leftOut: readonly LeftOut[];
  /** With a breakdown: the same for each value. */
  readonly parts?: readonly {
    readonly by: string;
    readonly n: number;
    readonly known: number;
    readonly leftOut: readonly LeftOut[];
  }[];
}

export interface Table {
  readonly name: string;
  readonly title: string;
  /** What its counts count: children, cases, workers or judgements. */
  readonly unit: string;
  /** The column of the breakdown, or null. Rows then carry the key `by`, `All` first. */
  readonly by: string | null;
  readonly cohort: Cohort;
  /** What is known of the children in the denominator, in words: "whose ethnicity is known". */
  readonly known?: string;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly Row[];
}

export type MetricStatus = 'ok' | 'missing-columns' | 'not-configured' | 'withheld' | 'refused';

export interface MetricReport {
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
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
}

export interface Input {
  readonly file: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly read: number;
  readonly used: number;
  readonly outOfScope: number;
  readonly duplicates: number;
  readonly rejected: number;
}

export type AsAtFrom = 'flag' | 'config' | 'latest-start-date' | 'none';

export interface Provenance {
  readonly tool: 'yos-caseload';
  readonly version: string;
  /** What a count of the caseload counts: children, or cases with --count-cases. */
  readonly unit: 'children' | 'cases';
  readonly asAt: string | null;
  readonly asAtFrom: AsAtFrom;
  readonly disclosure: 'internal' | 'shareable';
  readonly threshold: number | null;
  readonly config: string | null;
  /** Options that change figures, as they were given. */
  readonly options: Readonly<Record<string, string | readonly string[]>>;
  readonly inputs: readonly Input[];
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

export interface Report {
  readonly schema: 'yos-caseload/report/1';
  readonly provenance: Provenance;
  readonly metrics: readonly MetricReport[];
  readonly problems: readonly Problem[];
}

/** Codes in place of a number: withheld, not available, not applicable (a share of nothing). */
export const WITHHELD = '[c]';
export const NOT_AVAILABLE = '[x]';
export const NOT_APPLICABLE = '[z]';
