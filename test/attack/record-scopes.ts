/** The cases that a column can be asked of: each such set stands in several rows, and in other metrics. */
import { isOfWork } from './asked.ts';
import { usedRows } from './between-metrics.ts';
import { type Book, tableNamed } from './book.ts';
import { addUpTo, holds, isThere, leftOutFor, same, sizeOf, tableRows } from './cells.ts';
import { cohortCount } from './counts.ts';
import { figure } from './figure.ts';
import { ALL } from './published.ts';
import { NOT_RELEASED } from './resettlement.ts';
import { disposalsOf, outcomeOf, targetsOf } from './timeliness.ts';

const METRIC = 'data-quality';
const OF_WORK = ['open cases', 'open home cases'];

/** Further rows that say how many cases there are of a kind: the totals of gaps. */
const TOTALS: Readonly<Record<string, readonly (readonly [figure: string, column: string])[]>> = {
  'open cases': [['Workload', 'worker_id']],
  'open home cases': [['Disposal mix', 'disposal']],
  'court cases judged': [
    ['Consistency of court quality', 'team'],
    ['Equity of court quality', 'sex'],
  ],
  'Custody cases': [['Resettlement', 'release_date']],
  'Custody cases released': [['Resettlement', 'resettlement_plan_date']],
};

/** How many cases are of a kind. */
export function scopeCount(book: Book, scope: string): number {
  const columns = tableRows(book, METRIC, 'columns').filter(({ of }) => of === scope);
  const gaps = tableRows(book, METRIC, 'case_gaps').filter((row) =>
    (TOTALS[scope] ?? []).some(([named, column]) => row.figure === named && row.column_name === column),
  );
  const cells = [...columns.map(({ rows }) => rows), ...gaps.map(({ of }) => of)];
  const isPublic = scope === 'all cases' || (OF_WORK.includes(scope) && isOfWork(book.asked));
  // What is a number of another metric, too, is looked at there.
  const follows = COUNTED_BY[scope] !== undefined && isThere(book, COUNTED_BY[scope]);
  return figure(book, { metric: METRIC, table: 'scopes', row: scope }, cells, { isPublic, follows });
}

const COUNTED_BY: Readonly<Record<string, string>> = {
  'open cases': 'workload',
  'open home cases': 'disposal-mix',
  'court cases': 'court-quality',
  'court cases judged': 'court-quality',
  'referral orders': 'court-timeliness',
  'cases with a court report': 'court-timeliness',
  'Custody cases': 'resettlement',
  'Custody cases released': 'resettlement',
};

export function relateScopes(book: Book): void {
  const scope = (name: string) => scopeCount(book, name);
  const is = (name: string, metric: string, key: 'n' | 'known') => {
    if (isThere(book, metric))
      same(book, scope(name), cohortCount(book, metric, ALL, key), `${name} are those of ${metric}`);
  };
  same(book, scope('all cases'), usedRows(book, ALL), 'all cases are the rows used');
  is('open cases', 'workload', 'n');
  is('open home cases', 'disposal-mix', 'n');
  holds(book, [scope('open cases')], [scope('open home cases')], 'open home cases are open');
  holds(book, [scope('court cases')], [scope('court cases audited')], 'court cases audited are court cases');
  holds(book, [scope('court cases audited')], [scope('court cases judged')], 'a case judged is audited');
  holds(
    book,
    [scope('Custody cases')],
    [scope('Custody cases released')],
    'Custody cases released are Custody cases',
  );
  relateTargets(book);
  if (book.asked.hasPeriod) return;
  is('court cases', 'court-quality', 'n');
  is('court cases judged', 'court-quality', 'known');
  if (!isThere(book, 'resettlement')) return;
  const n = sizeOf(book, 'resettlement', 'n');
  const custody = [n, ...NOT_RELEASED.map((reason) => leftOutFor(book, 'resettlement', reason))];
  same(book, scope('Custody cases released'), n, 'Custody cases released are those of resettlement');
  addUpTo(book, custody, scope('Custody cases'), 'Custody cases are released or not');
}

/** The cases that targets are for, as their rules and as data-quality say. */
const CASES_OF_TARGETS: Readonly<Record<string, string>> = {
  'Referral order': 'referral orders',
  'cases with a court report': 'cases with a court report',
};

/** A target for some cases applies to all of them. */
function relateTargets(book: Book): void {
  if (book.asked.hasPeriod || tableNamed(book, 'court-timeliness', 'outcomes') === undefined) return;
  for (const target of targetsOf(book)) {
    const kind = CASES_OF_TARGETS[disposalsOf(book, target) ?? ''];
    if (kind === undefined) continue;
    const all = [scopeCount(book, kind), outcomeOf(book, target, 'does not apply')];
    addUpTo(book, all, usedRows(book, ALL), `${target} applies to all ${kind}, and to nothing else`);
  }
}
