/** The `--where` filter: which rows are in scope, by the row's own values. */
import type { AgeBand } from '../reference/age-bands.ts';
import type { EthnicityList } from '../reference/ethnicity.ts';
import type { Column } from './caseload.ts';
import { type ColumnName, compact } from './columns.ts';
import { UserError } from './errors.ts';
import { groupingOf, missingLabel } from './groups.ts';
import { nearest } from './nearest.ts';
import { ageInYears, type Day, readDay } from './read-dates.ts';

export interface Condition {
  readonly column: ColumnName;
  readonly value: string;
}

export type RowFilter = (row: number) => boolean;

/** How values are grouped. */
interface Lists {
  readonly ethnicityList: EthnicityList;
  readonly ageBands: readonly AgeBand[];
}

/**
 * Rows that fit all columns named; a column named twice fits either value. Null when there is no condition.
 * @throws UserError for a column that no file has, or a value that is no label of a column with a fixed list
 */
export function rowFilter(
  conditions: readonly Condition[],
  columns: ReadonlyMap<ColumnName, Column>,
  lists: Lists,
  asAt: Day | null,
): RowFilter | null {
  if (conditions.length === 0) return null;
  const names = [...new Set(conditions.map(({ column }) => column))];
  const filters = names.map((name) => {
    const wanted = conditions.filter(({ column }) => column === name).map(({ value }) => value);
    return columnFilter(name, wanted, columns, lists, asAt);
  });
  return (row) => filters.every((fits) => fits(row));
}

function columnFilter(
  name: ColumnName,
  wanted: readonly string[],
  columns: ReadonlyMap<ColumnName, Column>,
  lists: Lists,
  asAt: Day | null,
): RowFilter {
  const column = columns.get(name);
  if (name === 'age' && (column !== undefined || columns.has('birth_month')))
    return ageFilter(wanted, columns, lists, asAt);
  if (column === undefined) {
    throw new UserError(
      `--where ${name}: the files have no column ${name}; see what they have with: yos-caseload columns FILE`,
    );
  }
  const fits = new Uint8Array(column.size);
  for (const value of wanted) {
    const found =
      column.type === 'date' ? dateValue(column, value) : labelledValues(column, value, lists.ethnicityList);
    for (const code of found) fits[code] = 1;
  }
  return (row) => fits[column.values[row]] === 1;
}

function dateValue(column: Column, value: string): number[] {
  const read = readDay(value.trim(), false);
  if (typeof read !== 'object')
    throw new UserError(`--where ${column.name}=${value}: not a date; write it as 2026-10-31`);
  return read.day < column.size ? [read.day] : [];
}

/** The values whose label, group or cell is what was asked for, without regard to case. */
function labelledValues(column: Column, wanted: string, list: EthnicityList): number[] {
  const grouping = column.type === 'month' || column.type === 'integer' ? null : groupingOf(column, list);
  const key = column.type === 'identifier' ? (text: string) => text.trim().toLowerCase() : compact;
  const words = (value: number) => {
    const label = value === 0 ? missingLabel(column.name) : column.text(value);
    return grouping === null ? [label] : [label, grouping.labels[grouping.of(value)]];
  };
  const values = Array.from({ length: column.size }, (_, value) => value);
  const found = values.filter((value) => words(value).some((word) => key(word) === key(wanted)));
  const isFixed =
    column.type !== 'identifier' &&
    column.type !== 'month' &&
    column.name !== 'report_type' &&
    list !== 'as-recorded';
  if (found.length === 0 && isFixed) refuseValue(column, wanted, [...new Set(values.flatMap(words))]);
  return found;
}

function refuseValue(column: Column, wanted: string, known: readonly string[]): never {
  const guess = nearest(
    wanted.toLowerCase(),
    known.map((label) => label.toLowerCase()),
  );
  const meant = known.find((label) => label.toLowerCase() === guess);
  const hint = meant === undefined ? `it is one of: ${known.join('; ')}` : `did you mean "${meant}"?`;
  throw new UserError(`--where ${column.name}=${wanted}: no such value; ${hint}`);
}

/** A row's own age: from its birth_month when it has one, else from age. Years or a band. */
function ageFilter(
  wanted: readonly string[],
  columns: ReadonlyMap<ColumnName, Column>,
  { ageBands }: Lists,
  asAt: Day | null,
): RowFilter {
  const ranges = wanted.map((one) => ageRange(one, ageBands));
  const ages = columns.get('age')?.values;
  const months = asAt === null ? undefined : columns.get('birth_month')?.values;
  return (row) => {
    const age =
      asAt !== null && months !== undefined && months[row] > 0
        ? ageInYears(months[row], asAt)
        : (ages?.[row] ?? 0);
    return ranges.some(({ from, to }) => age >= from && age <= to);
  };
}

function ageRange(wanted: string, ageBands: readonly AgeBand[]): { from: number; to: number } {
  const band = ageBands.find(({ label }) => compact(label) === compact(wanted));
  if (band !== undefined) return band;
  if (compact(wanted) === 'notknown') return { from: 0, to: 0 };
  const years = Number(wanted);
  if (Number.isInteger(years) && years > 0) return { from: years, to: years };
  const bands = ageBands.map(({ label }) => label).join(', ');
  throw new UserError(`--where age=${wanted}: give an age in years or one of: ${bands}, Not known`);
}
