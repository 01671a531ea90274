import type { AgeBand } from '../reference/age-bands.ts';
import type { EthnicityList } from '../reference/ethnicity.ts';
import type { AsAtFrom, Input, Problem } from '../report/report.ts';
import type { ColumnName, ColumnType } from './columns.ts';
import type { Day } from './read-dates.ts';

export type Values = Uint8Array | Uint16Array | Uint32Array;

/**
 * One column of the caseload: a value per row, 0 for missing.
 * Identifiers and categories are codes; dates are days since 1970-01-01; months are months since January 1970.
 */
export interface Column {
  readonly name: ColumnName;
  readonly type: ColumnType;
  readonly values: Values;
  /** How many different codes there can be, 0 included; for dates and numbers one more than the largest value. */
  readonly size: number;
  /** A value as text: the identifier, the label, the ISO date; empty for missing. */
  readonly text: (value: number) => string;
}

/**
 * A caseload: one or more files read, every row accounted for.
 * All rows read are held, used or not; what speaks for figures is `used`.
 */
export interface Caseload {
  readonly unit: 'children' | 'cases';
  readonly ethnicityList: EthnicityList;
  /** The bands ages are shown in; the last is that of 18 and over. */
  readonly ageBands: readonly AgeBand[];
  readonly columns: ReadonlyMap<ColumnName, Column>;
  /** Rows read, in the order of the inputs, then by line. */
  readonly rowCount: number;
  /** Row numbers of the rows used, ascending. */
  readonly used: Uint32Array;
  /** The day that "open" and ages refer to; null for a snapshot without dates. */
  readonly asAt: Day | null;
  readonly asAtFrom: AsAtFrom;
  /** The columns by which rows were left out. */
  readonly filters: readonly ColumnName[];
  /** 1 for rows that count as started whatever the date: those of a snapshot, a file without start dates. */
  readonly alwaysOpen: Uint8Array;
  readonly inputs: readonly Input[];
  readonly problems: readonly Problem[];
  /** By column the rows, used or not, whose cell holds something that is taken as missing, ascending. */
  readonly unreadable: ReadonlyMap<ColumnName, Uint32Array>;
  /** The child of each row as a code from 1 (with --count-cases each row is its own); 0 where not known. */
  readonly children: Uint32Array;
  readonly childCount: number;
}

/** The narrowest array that holds values up to `largest`. */
export function valuesFor(largest: number, length: number): Values {
  if (largest < 1 << 8) return new Uint8Array(length);
  if (largest < 1 << 16) return new Uint16Array(length);
  return new Uint32Array(length);
}
