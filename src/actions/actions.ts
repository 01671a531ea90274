/** What a service was recommended to do, as its file of actions says it: plain data. */
import type { Day } from '../caseload/read-dates.ts';

/** Whether something is still to be done. */
export type Completion = 'open' | 'done' | 'dropped';

export interface Target {
  readonly kind: 'share' | 'number';
  /** Of a share 0 to 1. */
  readonly value: number;
  /** What was said with it: at least or at most, or, when strict, more or less than; null when nothing was. */
  readonly direction: Direction | null;
}

export interface Direction {
  readonly side: 'least' | 'most';
  readonly isStrict: boolean;
}

/** The figure that an action names. */
export interface NamedFigure {
  readonly metric: string;
  /** The words that name a row, parted where the file has commas or slashes; none for the headline of the metric. */
  readonly row: readonly string[];
  readonly target: Target | null;
}

export interface Action {
  readonly line: number;
  /** Texts are on one line; '' is not recorded. */
  readonly recommendation: string;
  readonly owner: string;
  readonly status: string;
  /** As written. */
  readonly target: string;
  /** MISSING when it has no due date. */
  readonly due: Day;
  readonly completion: Completion;
  /** The status is neither of those that end an action nor one of the usual ones of an action that goes on. */
  readonly isUnusual: boolean;
  readonly figure: NamedFigure | null;
}

/** The actions in the order of the file, and the file for the provenance. */
export interface Actions {
  readonly file: string;
  readonly sha256: string;
  readonly actions: readonly Action[];
}
