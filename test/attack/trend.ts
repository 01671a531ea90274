/** Month-ends: who is open, what starts and ends between them, who joins and leaves, and how they are mixed. */

import { childrenUsed } from './between-metrics.ts';
import { type Book, hasTable } from './book.ts';
import { addUpTo, cohortIn, holds, isThere, leastIn, leftOutFor, same, sizeOf, tableRows } from './cells.ts';
import { rowCount } from './counts.ts';
import { figure } from './figure.ts';
import { ALL, type Cell, isNumber, NOT_KNOWN, type PublishedRow } from './published.ts';
import { equate, minus, plus } from './system.ts';

const METRIC = 'caseload-trend';
/** The tables of mixes, and the one that has the same rows for the as-at date. */
const MIXES: Readonly<Record<string, readonly [metric: string, table: string]>> = {
  ethnic_mix: ['ethnicity-mix', 'groups'],
  sex_mix: ['sex-mix', 'sexes'],
};

export function relateTrend(book: Book): void {
  if (!isThere(book, METRIC)) return;
  const months = tableRows(book, METRIC, 'month_ends').map(({ month }) => String(month));
  if (!isOfFiles(book)) for (const [at, month] of months.entries()) relateMonth(book, month, months[at - 1]);
  for (const row of openChanges(book)) relateMoves(book, row, months);
  relateMixes(book);
  relateLatest(book, months);
}

/** Whether each month is a file of its own, in which starts and ends are not counted. */
function isOfFiles(book: Book): boolean {
  return tableRows(book, METRIC, 'month_ends').some(({ starts }) => starts === '[x]');
}

function openChanges(book: Book): readonly PublishedRow[] {
  return tableRows(book, METRIC, 'open_changes');
}

/** Open children, or cases started or ended, of a month: as the months have it, or the changes. */
function ofMonth(book: Book, month: string, key: 'children' | 'starts' | 'ends'): number {
  const listed = tableRows(book, METRIC, 'month_ends').filter((row) => row.month === month);
  const events = tableRows(book, METRIC, 'changes').filter(({ measure }) => measure === key);
  const cells = [
    ...listed.map((row) => row[key] ?? row.cases),
    ...(key === 'children' ? openChanges(book) : events).flatMap((row): Cell[] => [
      ...(row.before_period === month ? [row.before] : []),
      ...(row.after_period === month ? [row.after] : []),
    ]),
  ];
  // A 0 may be withheld as a small count is.
  return figure(book, { metric: METRIC, table: 'month_ends', row: `${month} ${key}` }, cells);
}

/** From one month-end to the next: whoever joins has a case that starts, whoever leaves one that ends. */
function relateMonth(book: Book, month: string, before: string | undefined): void {
  const open = ofMonth(book, month, 'children');
  const [starts, ends] = [ofMonth(book, month, 'starts'), ofMonth(book, month, 'ends')];
  if (before === undefined) return;
  const earlier = ofMonth(book, before, 'children');
  holds(
    book,
    [earlier, starts],
    [open],
    `whoever is open in ${month} was so before, or has a case that started`,
  );
  holds(
    book,
    [open, ends],
    [earlier],
    `whoever was open before ${month} is so still, or has a case that ended`,
  );
}

function relateMoves(book: Book, row: PublishedRow, months: readonly string[]): void {
  const [from, to] = [String(row.before_period), String(row.after_period)];
  const count = (key: 'joined' | 'left') =>
    figure(book, { metric: METRIC, table: 'changes', row: `${from} to ${to}: ${key}` }, [row[key]]);
  const [before, after] = [from, to].map((month) => ofMonth(book, month, 'children'));
  if (row.joined === '[x]') return;
  const [joined, left] = [count('joined'), count('left')];
  const terms = [...plus([before, joined]), ...minus([after, left])];
  equate(book.system, terms, 0, 'who was open and who joined are who is open and who left');
  holds(book, [before], [left], 'whoever left was open');
  holds(book, [after], [joined], 'whoever joined is open');
  if (isNumber(row.change))
    equate(
      book.system,
      [
        [after, 1],
        [before, -1],
      ],
      row.change,
      `the change from ${from} to ${to}`,
      true,
    );
  const between = months.slice(months.indexOf(from) + 1, months.indexOf(to) + 1);
  if (isOfFiles(book) || !months.includes(from)) return;
  holds(
    book,
    between.map((month) => ofMonth(book, month, 'starts')),
    [joined],
    'whoever joined has a case that started',
  );
  holds(
    book,
    between.map((month) => ofMonth(book, month, 'ends')),
    [left],
    'whoever left has a case that ended',
  );
}

/** Open children of a group in a month. */
function inMix(book: Book, table: string, group: string, month: string): number {
  const rows = tableRows(book, METRIC, table).filter((row) => row.month === month);
  const cells = rows.filter((row) => row.group === group).map((row) => row.children ?? row.cases);
  const others = rows.filter((row) => row.group !== NOT_KNOWN);
  const isRecord = group === NOT_KNOWN;
  return figure(book, { metric: METRIC, table, row: `${month} ${group}` }, cells, {
    low: isRecord ? 0 : leastIn(book, others, rows[0]?.children === undefined ? 'cases' : 'children'),
    isPublic: isRecord && cells.some(isNumber),
    follows: isRecord,
  });
}

function monthsOf(book: Book, table: string): Map<string, string[]> {
  const months = new Map<string, string[]>();
  for (const { month, group } of tableRows(book, METRIC, table))
    months.set(String(month), [...(months.get(String(month)) ?? []), String(group)]);
  return months;
}

/** The groups add up to the open children, those known to what their shares are of. */
function relateMixes(book: Book): void {
  for (const table of Object.keys(MIXES)) {
    for (const [month, groups] of monthsOf(book, table)) {
      const counts = groups.map((group) => inMix(book, table, group, month));
      const why = `${month}: the groups of ${table} add up to the open children`;
      addUpTo(book, counts, ofMonth(book, month, 'children'), why);
      const known = counts.filter((_, at) => groups[at] !== NOT_KNOWN);
      const answered = tableRows(book, METRIC, table).filter(
        (row) => row.month === month && row.group !== NOT_KNOWN,
      );
      const place = { metric: METRIC, table: `${table} answered`, row: month };
      const at = figure(
        book,
        place,
        answered.map((row) => row.answered),
        { follows: true },
      );
      addUpTo(book, known, at, `${month}: the groups of ${table} add up to those known`);
    }
  }
}

/** The as-at date, when it is the last day of the latest month: who is open then is counted in the other metrics, too. */
function relateLatest(book: Book, months: readonly string[]): void {
  const month = months.at(-1);
  const asAt = book.report.provenance.asAt ?? '';
  if (month === undefined) return;
  const open = ofMonth(book, month, 'children');
  same(book, open, sizeOf(book, METRIC, 'n'), `the cohort is that of ${month}, the latest month`);
  if (!endsOnAsAt(book)) {
    if (!isOfFiles(book)) relateLeftOut(book, open);
    return;
  }
  for (const [mix, [metric, table]] of Object.entries(MIXES)) {
    if (!hasTable(book, metric, table)) continue;
    for (const group of monthsOf(book, mix).get(month) ?? []) {
      const [one, other] = [inMix(book, mix, group, month), rowCount(book, metric, table, ALL, group)];
      same(book, one, other, `${asAt} is the last day of ${month}: ${group}`);
    }
  }
}

/** Whether the latest month is that of the as-at date: its last day, or each month a file of its own. */
export function endsOnAsAt(book: Book): boolean {
  const month = tableRows(book, METRIC, 'month_ends')
    .map((row) => String(row.month))
    .at(-1);
  const asAt = book.report.provenance.asAt ?? '';
  return month !== undefined && (isMonthEnd(asAt) || isOfFiles(book)) && asAt.startsWith(month);
}

/** Of an earlier day the children left out are others, and with those counted all children all the same. */
function relateLeftOut(book: Book, open: number): void {
  const reasons = cohortIn(book, METRIC)?.leftOut.map(({ reason }) => reason) ?? [];
  const left = reasons.map((reason) => leftOutFor(book, METRIC, reason));
  addUpTo(
    book,
    [open, ...left],
    childrenUsed(book, ALL),
    'children open at the latest month-end and left out are all',
  );
}

function isMonthEnd(date: string): boolean {
  const next = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(next.getTime())) return false;
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}
