/** The cells of the metrics that have no breakdown, and their cohorts. */
import { type Book, metricNamed, tableNamed } from './book.ts';
import { figure } from './figure.ts';
import { type Cell, isNumber, type PublishedCohort, type PublishedRow } from './published.ts';
import { atLeast, equate, minus, plus } from './system.ts';

/** Whether a metric is in the report, and counts something. */
export function isThere(book: Book, metric: string): boolean {
  return metricNamed(book, metric) !== undefined;
}

/** The rows of a table as far as they are shown. */
export function tableRows(book: Book, metric: string, table: string): readonly PublishedRow[] {
  return tableNamed(book, metric, table)?.rows ?? [];
}

/** A cell of the row that has these words; undefined where there is no such row. */
export function cellIn(
  rows: readonly PublishedRow[],
  words: Readonly<Record<string, Cell>>,
  key: string,
): Cell | undefined {
  return rows.find((row) => Object.entries(words).every(([name, word]) => row[name] === word))?.[key];
}

/** Rows that may be withheld together, zeros too: only where one of them stands is a withheld one no 0. */
export function leastIn(book: Book, rows: readonly PublishedRow[], key: string): number {
  const zerosShown = book.report.provenance.zeros !== 'hide';
  return zerosShown && rows.some((row) => isNumber(row[key])) ? 1 : 0;
}

/** The first table that is of the cohort the metric speaks of. */
const TABLE_OF_COHORT: Readonly<Record<string, string>> = { 'caseload-trend': 'month_ends' };

export function cohortIn(
  book: Book,
  metric: string,
  table = TABLE_OF_COHORT[metric],
): PublishedCohort | undefined {
  const tables = metricNamed(book, metric)?.tables ?? [];
  return (table === undefined ? tables[0] : tables.find(({ name }) => name === table))?.cohort;
}

/** n or known of a cohort. */
export function sizeOf(book: Book, metric: string, key: 'n' | 'known', isPublic = false): number {
  const cell = cohortIn(book, metric)?.[key];
  // Withheld whole, the metric withholds its n; of some tables only, nobody says which.
  const isWhole = metricNamed(book, metric)?.status === 'withheld';
  const cells = cell === undefined && isWhole && key === 'n' ? ['[c]'] : [cell];
  return figure(book, { metric, table: 'cohort', row: key }, cells, { isPublic });
}

export function leftOutFor(book: Book, metric: string, reason: string): number {
  const cohort = cohortIn(book, metric);
  const cell = cohort && (cohort.leftOut.find((one) => one.reason === reason)?.n ?? 0);
  return figure(book, { metric, table: 'left out', row: reason }, [cell], { isPublic: cell !== undefined });
}

/** The metric is withheld whole: its cohort is fewer than so many. */
export function relateTooSmall(book: Book, metric: string): void {
  const found = metricNamed(book, metric);
  const limit = /fewer than (\d+) (?:children|cases), or too few/.exec(found?.message ?? '')?.[1];
  // A trend has two cohorts; which of them is too small is not said.
  if (found?.status !== 'withheld' || limit === undefined || metric === 'caseload-trend') return;
  const known = sizeOf(book, metric, 'known');
  atLeast(book.system, [[known, -1]], 1 - Number(limit), `${metric} is withheld: ${found.message}`, true);
}

/** One figure under two names. */
export function same(book: Book, one: number, other: number, why: string, isTold = false): void {
  if (one !== other) equate(book.system, [...plus([one]), ...minus([other])], 0, why, isTold);
}

export function addUpTo(book: Book, parts: readonly number[], whole: number, why: string, isTold = false) {
  equate(book.system, [...plus(parts), ...minus([whole])], 0, why, isTold);
}

/** The sum of some counts is no less than that of others. */
export function holds(book: Book, more: readonly number[], less: readonly number[], why: string): void {
  atLeast(book.system, [...plus(more), ...minus(less)], 0, why);
}

/** Relates two counts by a share that stands: top over bottom. */
export function inRatio(
  book: Book,
  tops: readonly number[],
  bottoms: readonly number[],
  [top, bottom]: readonly [number, number],
  why: string,
): void {
  const terms = [...tops.map((at) => [at, bottom] as const), ...bottoms.map((at) => [at, -top] as const)];
  equate(book.system, terms, 0, why, true);
}
