/** What holds between the tables of one metric, for one part: rows add up to groups, groups to the cohort. */
import { ADULTS, AGE_BANDS } from '../../src/reference/age-bands.ts';
import {
  type Book,
  groupOfRow,
  groupsOf,
  hasRows,
  hasTable,
  isUnseen,
  metricNamed,
  rowsOf,
  tablesOf,
} from './book.ts';
import { cohortCount, rowCount } from './counts.ts';
import { NOT_KNOWN } from './published.ts';

/** Some counts that add up to another one. Each is a row of a table, or n or known of the cohort. */
export interface Sum {
  readonly whole: Counted;
  readonly parts: readonly Counted[];
  readonly why: string;
}

export interface Counted {
  readonly table: string;
  readonly row: string;
}

const KNOWN: Counted = { table: 'cohort', row: 'known' };
const TOTAL: Counted = { table: 'cohort', row: 'n' };

export function countOf(book: Book, metric: string, part: string, { table, row }: Counted): number {
  if (table !== 'cohort') return rowCount(book, metric, table, part, row);
  return cohortCount(book, metric, part, row === 'n' ? 'n' : 'known');
}

/** What adds up within a part of a metric that counts children or cases each once. */
export function sumsOf(book: Book, metric: string): Sum[] {
  if (metricNamed(book, metric) === undefined) return [];
  if (metric === 'ethnicity-mix') return ethnicitySums(book);
  if (metric === 'age-bands') return ageSums();
  if (metric === 'sex-mix') return knownSums(book, metric, 'sexes');
  if (metric === 'disposal-mix') return disposalSums(book);
  if (metric === 'workload') return workloadSums(book);
  return [];
}

/** All that is counted in the metric, each once. */
export function countedRows(book: Book, metric: string): Counted[] {
  const rows = tablesOf(book, metric)
    .filter((table) => hasRows(metric, table))
    .flatMap((table) => rowsOf(book, metric, table).map((row) => ({ table, row })));
  return [TOTAL, KNOWN, ...rows];
}

function all(book: Book, metric: string, table: string): Counted[] {
  return rowsOf(book, metric, table).map((row) => ({ table, row }));
}

/** Known and not known are all; the rows but Not known are the known. */
function knownSums(book: Book, metric: string, table: string): Sum[] {
  const rows = all(book, metric, table);
  const known = rows.filter(({ row }) => row !== NOT_KNOWN);
  const unknown = rows.filter(({ row }) => row === NOT_KNOWN);
  return [
    { whole: KNOWN, parts: known, why: `${metric}: the ${table} known add up to known` },
    {
      whole: TOTAL,
      parts: [KNOWN, ...unknown],
      why: `${metric}: known and Not known (${table}) add up to n`,
    },
  ];
}

function ethnicitySums(book: Book): Sum[] {
  const metric = 'ethnicity-mix';
  if (hasTable(book, metric, 'groups'))
    return [...knownSums(book, metric, 'groups'), ...nestedSums(book, metric, 'categories')];
  const rows = all(book, metric, 'categories');
  const mayHideUnknown = rows.some(isUnseen) && !rows.some(({ row }) => row === NOT_KNOWN);
  if (!mayHideUnknown) return knownSums(book, metric, 'categories');
  return [{ whole: TOTAL, parts: rows, why: 'the ethnic categories add up to n' }];
}

function disposalSums(book: Book): Sum[] {
  const metric = 'disposal-mix';
  return [
    { whole: TOTAL, parts: all(book, metric, 'groups'), why: 'the disposal groups add up to n' },
    { whole: TOTAL, parts: [KNOWN], why: 'disposal-mix: known is n' },
    ...nestedSums(book, metric, 'disposals'),
  ];
}

/** The rows of each group add up to the group. */
function nestedSums(book: Book, metric: string, table: string): Sum[] {
  const rows = all(book, metric, table);
  return groupsOf(book, metric, table).map((group) => ({
    whole: { table: 'groups', row: group },
    parts: rows.filter(({ row }) => groupOfRow(book, metric, table, row) === group),
    why: `${metric}: the ${table} of ${group} add up to their group`,
  }));
}

function ageSums(): Sum[] {
  const bands = AGE_BANDS.map(({ label, from, to }) => ({
    whole: { table: 'bands', row: label },
    parts:
      label === ADULTS
        ? [{ table: 'years', row: ADULTS }]
        : Array.from({ length: to - from + 1 }, (_, index) => ({
            table: 'years',
            row: String(from + index),
          })),
    why: `age-bands: the years of ${label} add up to the band`,
  }));
  return [
    ...bands,
    { whole: KNOWN, parts: bands.map(({ whole }) => whole), why: 'age-bands: the bands add up to known' },
    {
      whole: TOTAL,
      parts: [KNOWN, { table: 'years', row: NOT_KNOWN }],
      why: 'age-bands: known and Not known add up to n',
    },
  ];
}

function workloadSums(book: Book): Sum[] {
  const tables = ['workers', 'teams'].filter((table) => hasTable(book, 'workload', table));
  return [
    { whole: TOTAL, parts: [KNOWN], why: 'workload: known is n' },
    ...tables.map((table) => ({
      whole: TOTAL,
      parts: all(book, 'workload', table),
      why: `workload: the cases of the ${table} add up to n`,
    })),
  ];
}
