/** Custody cases released: every row used is one of them or left out; Custody of the disposal mix is among all Custody. */
import { NO_DISPOSAL, OTHER_GROUPS } from './asked.ts';
import { usedRows } from './between-metrics.ts';
import { type Book, hasTable } from './book.ts';
import { addUpTo, cellIn, holds, isThere, leftOutFor, same, sizeOf, tableRows } from './cells.ts';
import { cohortCount, leftOutCount, rowCount } from './counts.ts';
import { figure } from './figure.ts';
import { answerOf, relateAnswers } from './needs.ts';
import { ALL, NOT_MAPPED } from './published.ts';

const METRIC = 'resettlement';
const ANSWERS = { metric: METRIC, table: 'answers', question: 'aspect', count: 'cases' } as const;
export const NOT_RELEASED = [
  'no release_date',
  'release_date after the as-at date',
  'release_date outside the period',
];

export function relateResettlement(book: Book): void {
  if (!isThere(book, METRIC)) return;
  const n = sizeOf(book, METRIC, 'n');
  same(book, n, sizeOf(book, METRIC, 'known'), 'resettlement: known is n');
  const custody = [n, ...NOT_RELEASED.map((reason) => leftOutFor(book, METRIC, reason))];
  const others = leftOutFor(book, METRIC, OTHER_GROUPS);
  const blank = leftOutFor(book, METRIC, NO_DISPOSAL);
  addUpTo(
    book,
    [...custody, others, blank],
    usedRows(book, ALL),
    'resettlement: cases counted and left out are the rows used',
  );
  relateAnswers(book, ANSWERS);
  relateDays(book);
  relateToDisposals(book, custody, others, blank);
  if (!isThere(book, 'court-quality')) return;
  same(
    book,
    blank,
    leftOutCount(book, 'court-quality', ALL, NO_DISPOSAL),
    'court-quality leaves out the same cases of no disposal',
  );
  if (book.asked.hasPeriod) return;
  const court = cohortCount(book, 'court-quality', ALL, 'n');
  holds(book, [court], custody, 'Custody cases are court cases');
  const otherGroups = leftOutCount(book, 'court-quality', ALL, OTHER_GROUPS);
  holds(book, [others], [otherGroups], 'what is no court work is no Custody');
}

/** Open home cases of Custody are Custody cases, those of other groups are left out. */
function relateToDisposals(book: Book, custody: readonly number[], others: number, blank: number): void {
  if (!hasTable(book, 'disposal-mix', 'groups')) return;
  const group = (row: string) => rowCount(book, 'disposal-mix', 'groups', ALL, row);
  const groups = ['Diversion and prevention', 'Pre-court', 'First-tier', 'Community', 'Remand and bail'];
  holds(book, custody, [group('Custody')], 'open Custody cases are Custody cases');
  holds(book, [others], groups.map(group), 'open cases of other groups are left out of resettlement');
  holds(book, [blank], [group(NOT_MAPPED)], 'open cases not mapped are left out of resettlement');
}

function relateDays(book: Book): void {
  const planned = cellIn(tableRows(book, METRIC, 'days'), { measure: 'planned_before_release' }, 'value');
  if (planned === undefined) return;
  const at = figure(book, { metric: METRIC, table: 'days planned', row: 'before release' }, [planned], {
    follows: true,
  });
  same(
    book,
    at,
    answerOf(book, ANSWERS, 'plan_before_release', 'before release'),
    'days are of the plans before release',
  );
}
