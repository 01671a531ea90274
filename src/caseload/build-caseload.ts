/** Files read to one caseload: combine, find the as-at date, account for every row, list the problems. */
import type { AgeBand } from '../reference/age-bands.ts';
import type { EthnicityList } from '../reference/ethnicity.ts';
import type { Input } from '../report/report.ts';
import { type Account, accountRows, DUPLICATE, OUT_OF_SCOPE, REJECTED, USED } from './account-rows.ts';
import type { Caseload, Column } from './caseload.ts';
import {
  addChildProblems,
  addFileProblems,
  addRowProblems,
  type DatePair,
  fileFinder,
  type ProblemList,
  problemList,
} from './collect-problems.ts';
import type { ColumnName } from './columns.ts';
import { type CombinedRows, combineFiles } from './combine-files.ts';
import { compareUtf8 } from './compare-utf8.ts';
import { type Condition, rowFilter } from './filter-rows.ts';
import { type AsAtOptions, findAsAt } from './find-as-at.ts';
import type { RuleName } from './problem-rules.ts';
import { ageInYears, type Day } from './read-dates.ts';
import type { FileOptions, RawFile } from './read-file.ts';
import { isPossibleAge } from './read-values.ts';
import { refuseUnusable } from './refuse-unusable.ts';
import { unreadableRows } from './unreadable-rows.ts';

export interface CaseloadOptions extends FileOptions, AsAtOptions {
  readonly ethnicityList: EthnicityList;
  readonly ageBands: readonly AgeBand[];
  readonly where: readonly Condition[];
  /** Dates that cannot come before others, besides those of the dictionary. */
  readonly datePairs?: readonly DatePair[];
}

/** A row that was rejected: where it stands and why. */
export interface Rejection {
  readonly file: number;
  readonly line: number;
  readonly rule: RuleName;
}

export interface BuiltCaseload {
  readonly caseload: Caseload;
  /** The files in the order of `caseload.inputs`. */
  readonly files: readonly RawFile[];
  readonly rejections: readonly Rejection[];
}

/**
 * Builds the caseload.
 * @throws UserError for files without rows or without identifiers, an as-at date that has to be given, a bad filter
 */
export function buildCaseload(unsorted: readonly RawFile[], options: CaseloadOptions): BuiltCaseload {
  const files = [...unsorted].sort(
    (one, other) =>
      compareUtf8(one.source.name, other.source.name) || compareUtf8(one.source.sha256, other.source.sha256),
  );
  refuseUnusable(files, options);
  const rows = combineFiles(files, options.ethnicityList, options.mapping.values);
  const list = problemList(files.map(({ source }) => source.name));
  const marks = joinMarks(files, rows);
  const account = (filter: Parameters<typeof accountRows>[4]) =>
    accountRows(rows.columns, marks.length, marks, options.countCases, filter);
  const unfiltered = account(null);
  const { asAt, asAtFrom } = findAsAt(files, rows, unfiltered, options, list);
  const dropped = dropImpossibleAges(rows, asAt);
  const filter = rowFilter(options.where, rows.columns, options, asAt);
  // A cell taken as missing can make two rows the same.
  const settled = filter === null && dropped.length === 0 ? unfiltered : account(filter);
  addAgeProblems(list, files, rows, settled, dropped);
  addFileProblems(list, files);
  addRowProblems(list, files, rows, settled, asAt, options.datePairs ?? []);
  const used = usedRows(settled.fates);
  const { children, childCount } = childrenOfRows(rows.columns, marks.length, options.countCases);
  if (!options.countCases) addChildProblems(list, files, rows, used, children, childCount);
  const caseload: Caseload = {
    unit: options.countCases ? 'cases' : 'children',
    ethnicityList: options.ethnicityList,
    ageBands: options.ageBands,
    columns: rows.columns,
    rowCount: marks.length,
    used,
    asAt,
    asAtFrom,
    filters: [...new Set(options.where.map(({ column }) => column))],
    alwaysOpen: alwaysOpen(files, rows, unfiltered),
    inputs: files.map((file, index) => inputOf(file, index, rows, settled)),
    problems: list.problems(),
    unreadable: unreadableRows(rows, dropped),
    children,
    childCount,
  };
  return { caseload, files, rejections: rejectionsOf(files, rows, settled) };
}

function joinMarks(files: readonly RawFile[], rows: CombinedRows): Uint8Array {
  const marks = new Uint8Array(rows.starts[files.length]);
  files.forEach((file, index) => {
    marks.set(file.rows.marks, rows.starts[index]);
  });
  return marks;
}

/** Takes a birth month that makes a child under 10 or over 25 at the as-at date as missing; returns the rows. */
function dropImpossibleAges(rows: CombinedRows, asAt: Day | null): number[] {
  const months = rows.columns.get('birth_month')?.values;
  const dropped: number[] = [];
  if (months === undefined || asAt === null) return dropped;
  for (let row = 0; row < months.length; row++) {
    if (months[row] === 0 || isPossibleAge(ageInYears(months[row], asAt))) continue;
    months[row] = 0;
    dropped.push(row);
  }
  return dropped;
}

function addAgeProblems(
  list: ProblemList,
  files: readonly RawFile[],
  rows: CombinedRows,
  { fates }: Account,
  dropped: readonly number[],
): void {
  const fileOf = fileFinder(rows.starts);
  for (const row of dropped) {
    const file = fileOf(row);
    const line = files[file].rows.lines[row - rows.starts[file]];
    if (fates[row] !== OUT_OF_SCOPE) list.add(file, line, 'birth_month', 'age-out-of-range');
  }
}

function usedRows(fates: Uint8Array): Uint32Array {
  const used = new Uint32Array(fates.length);
  let count = 0;
  for (let row = 0; row < fates.length; row++) if (fates[row] === USED) used[count++] = row;
  return used.slice(0, count);
}

function childrenOfRows(columns: ReadonlyMap<ColumnName, Column>, rowCount: number, countCases: boolean) {
  if (countCases)
    return { children: Uint32Array.from({ length: rowCount }, (_, row) => row + 1), childCount: rowCount };
  const child = columns.get('child_id');
  const children = child === undefined ? new Uint32Array(rowCount) : new Uint32Array(child.values);
  return { children, childCount: child === undefined ? 0 : child.size - 1 };
}

/** Rows that are open whatever the date: those of a snapshot, a file in which no start date can be had. */
function alwaysOpen(files: readonly RawFile[], rows: CombinedRows, { fates }: Account): Uint8Array {
  const open = new Uint8Array(rows.starts[files.length]);
  const starts = rows.columns.get('start_date')?.values;
  const hasAny = starts?.some((day, row) => day > 0 && fates[row] !== REJECTED) ?? false;
  files.forEach((file, index) => {
    if (!hasAny || !file.columns.has('start_date')) open.fill(1, rows.starts[index], rows.starts[index + 1]);
  });
  return open;
}

function inputOf(file: RawFile, index: number, rows: CombinedRows, { fates }: Account): Input {
  const counts = [0, 0, 0, 0];
  for (let row = rows.starts[index]; row < rows.starts[index + 1]; row++) counts[fates[row]]++;
  return {
    file: file.source.name,
    sha256: file.source.sha256,
    encoding: file.source.encoding,
    delimiter: file.delimiter,
    read: rows.starts[index + 1] - rows.starts[index],
    used: counts[USED],
    outOfScope: counts[OUT_OF_SCOPE],
    duplicates: counts[DUPLICATE],
    rejected: counts[REJECTED],
  };
}

function rejectionsOf(files: readonly RawFile[], rows: CombinedRows, { rejections }: Account): Rejection[] {
  const fileOf = fileFinder(rows.starts);
  return [...rejections]
    .sort(([one], [other]) => one - other)
    .map(([row, rule]) => {
      const file = fileOf(row);
      return { file, line: files[file].rows.lines[row - rows.starts[file]], rule };
    });
}
