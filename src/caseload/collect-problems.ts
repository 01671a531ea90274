/** What the rules say about the rows in scope, as facts: file, column, rule, how often, the first line. */
import type { Problem } from '../report/report.ts';
import { type Account, DUPLICATE, OUT_OF_SCOPE } from './account-rows.ts';
import { TOO_FEW_CELLS } from './code-rows.ts';
import { type ColumnName, columnDefinitions, isColumnName } from './columns.ts';
import type { CombinedRows } from './combine-files.ts';
import { compareUtf8 } from './compare-utf8.ts';
import { RULES, type RuleName } from './problem-rules.ts';
import type { Day } from './read-dates.ts';
import type { RawFile } from './read-file.ts';

/** Gathers single happenings into one problem per file, column, rule and label. */
export interface ProblemList {
  add(
    file: number,
    line: number,
    column: string,
    rule: RuleName,
    label?: string,
    times?: number,
    hint?: string,
  ): void;
  /** Ordered by file, severity, rule, column and label. */
  problems(): Problem[];
}

export function problemList(fileNames: readonly string[]): ProblemList {
  const found = new Map<string, { problem: Problem; file: number }>();
  return {
    add(file, line, column, rule, label, times = 1, hint = '') {
      const key = JSON.stringify([file, column, rule, label]);
      const before = found.get(key)?.problem;
      const problem: Problem = {
        file: fileNames[file],
        line: before === undefined ? line : Math.min(before.line, line),
        column,
        rule,
        severity: RULES[rule].severity,
        message: RULES[rule].message + hint,
        count: (before?.count ?? 0) + times,
        ...(label === undefined ? {} : { label }),
      };
      found.set(key, { problem, file });
    },
    problems() {
      const order = Object.keys(RULES);
      return [...found.values()]
        .sort(
          (one, other) =>
            one.file - other.file ||
            order.indexOf(one.problem.rule) - order.indexOf(other.problem.rule) ||
            one.problem.line - other.problem.line ||
            compareUtf8(one.problem.column, other.problem.column) ||
            compareUtf8(one.problem.label ?? '', other.problem.label ?? ''),
        )
        .map(({ problem }) => problem);
    },
  };
}

/** What reading said of whole files: headers, totals lines, stray quotes, columns dropped or allowed. */
export function addFileProblems(list: ProblemList, files: readonly RawFile[]): void {
  files.forEach((raw, file) => {
    const headerLine = raw.header.line;
    for (const { shown, how, guess } of raw.matches) {
      if (how === 'not matched' && shown !== '') {
        const hint = guess === null ? '' : `; if it is ${guess}: --map "${shown}=${guess}"`;
        list.add(file, headerLine, shown, 'header-not-matched', undefined, 1, hint);
      }
      if (how === 'overridden') list.add(file, headerLine, shown, 'header-overridden');
    }
    for (const { shown } of raw.dropped) list.add(file, headerLine, shown, 'column-dropped');
    for (const { shown } of raw.allowed) list.add(file, headerLine, shown, 'column-allowed');
    for (const { match, line, cells } of raw.suspicious) {
      list.add(file, line, match.shown, 'possible-identifiers', undefined, cells);
    }
    for (const line of raw.rows.strayQuoteLines) list.add(file, line, '', 'stray-quote');
    for (const line of raw.totalsLines) list.add(file, line, '', 'totals-line');
    const { blanks } = raw.rows;
    if (blanks.count > 0) list.add(file, blanks.firstLine, '', 'blank-line', undefined, blanks.count);
    if (raw.header.titleLines > 0)
      list.add(file, raw.header.firstTitleLine, '', 'rows-above-header', undefined, raw.header.titleLines);
  });
}

/** What is wrong with single rows and cells of the rows in scope. */
export function addRowProblems(
  list: ProblemList,
  files: readonly RawFile[],
  rows: CombinedRows,
  account: Account,
  asAt: Day | null,
  pairs: readonly DatePair[],
): void {
  files.forEach((raw, file) => {
    const { lines, marks } = raw.rows;
    for (let row = 0; row < lines.length; row++) {
      const fate = account.fates[rows.starts[file] + row];
      if (fate === OUT_OF_SCOPE) continue;
      if ((marks[row] & TOO_FEW_CELLS) !== 0) list.add(file, lines[row], '', 'too-few-cells');
      if (fate === DUPLICATE) list.add(file, lines[row], '', 'duplicate-row');
    }
  });
  const fileOf = fileFinder(rows.starts);
  for (const [row, rule] of account.rejections) {
    const file = fileOf(row);
    list.add(file, files[file].rows.lines[row - rows.starts[file]], '', rule);
  }
  for (const { file, column, codes, rules } of rows.brokenCells) {
    for (let row = 0; row < codes.length; row++) {
      const broken = rules.get(codes[row]);
      if (broken === undefined || account.fates[rows.starts[file] + row] === OUT_OF_SCOPE) continue;
      list.add(file, files[file].rows.lines[row], column, broken.rule, broken.label);
    }
  }
  addDateProblems(list, files, rows, account, asAt, pairs);
}

/** A date that cannot come before another: that of what is done, and that from which its time is counted. */
export interface DatePair {
  readonly from: ColumnName;
  readonly to: ColumnName;
}

function addDateProblems(
  list: ProblemList,
  files: readonly RawFile[],
  rows: CombinedRows,
  account: Account,
  asAt: Day | null,
  pairs: readonly DatePair[],
): void {
  for (const { name, done, notBefore = '' } of columnDefinitions()) {
    const dates = rows.columns.get(name)?.values;
    if (dates === undefined) continue;
    const names = [notBefore, ...pairs.filter(({ to }) => to === name).map(({ from }) => from)];
    const froms = names.flatMap((from) => (isColumnName(from) ? (rows.columns.get(from)?.values ?? []) : []));
    if (froms.length === 0 && done !== true) continue;
    files.forEach(({ rows: { lines } }, file) => {
      for (let row = 0; row < lines.length; row++) {
        const at = rows.starts[file] + row;
        if (dates[at] === 0 || account.fates[at] === OUT_OF_SCOPE) continue;
        for (const from of froms) {
          if (dates[at] >= from[at]) continue;
          list.add(file, lines[row], name, 'date-order');
          break;
        }
        if (done === true && asAt !== null && dates[at] > asAt)
          list.add(file, lines[row], name, 'after-as-at-date');
      }
    });
  }
}

/** Children whose rows disagree, counted once per column, in the file of the first row that disagrees. */
export function addChildProblems(
  list: ProblemList,
  files: readonly RawFile[],
  rows: CombinedRows,
  used: Uint32Array,
  children: Uint32Array,
  childCount: number,
): void {
  const fileOf = fileFinder(rows.starts);
  for (const { name, perChild } of columnDefinitions()) {
    const values = perChild ? rows.columns.get(name)?.values : undefined;
    if (values === undefined) continue;
    const first = new Uint32Array(childCount + 1);
    const differs = new Uint8Array(childCount + 1);
    for (const row of used) {
      const child = children[row];
      if (values[row] === 0 || differs[child] === 1) continue;
      if (first[child] === 0) first[child] = values[row];
      if (first[child] === values[row]) continue;
      differs[child] = 1;
      const file = fileOf(row);
      list.add(file, files[file].rows.lines[row - rows.starts[file]], name, 'child-values-differ');
    }
  }
}

/** The file that a row comes from, by the first rows of all files. */
export function fileFinder(starts: readonly number[]): (row: number) => number {
  return (row) => {
    let file = 0;
    while (row >= starts[file + 1]) file++;
    return file;
  };
}
