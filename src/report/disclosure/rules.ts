/** By which rules a report is made fit to be shared, and what else is known of it. */
import type { ColumnName } from '../../caseload/columns.ts';
import type { Metric } from '../../metrics/define-metric.ts';

export interface Rules {
  /** Counts from 1 to below it are withheld, and no withheld count may be narrowed to fewer values. */
  readonly threshold: number;
  readonly hidesZeros: boolean;
}

/** What a report was made of, besides its numbers. */
export interface Basis {
  /** The catalogue entries of its metrics. */
  readonly metrics: readonly Metric[];
  /** The column of its breakdown. */
  readonly by: ColumnName | null;
  /** The columns of its filters. */
  readonly filters: readonly ColumnName[];
  /** The names of those metrics that will be shown, where others are worked out beside them. */
  readonly shown?: ReadonlySet<string>;
}
