/** What became of each target: outcomes add up to the cases, details to their outcome. */
import { usedRows } from './between-metrics.ts';
import type { Book } from './book.ts';
import { addUpTo, cellIn, isThere, leastIn, leftOutFor, same, sizeOf, tableRows } from './cells.ts';
import { figure } from './figure.ts';
import { ALL, isNumber, type PublishedRow } from './published.ts';

const METRIC = 'court-timeliness';
const NOT_RECORDED = 'not recorded';
const DOES_NOT_APPLY = 'does not apply';
/** About the record, and whom the target leaves out. */
const OF_RECORD = [NOT_RECORDED, DOES_NOT_APPLY, 'due outside the period'];
const ON_TIME = 'on time';
const NOT_ON_TIME = 'not on time';
const LAST_DAY = 'due on the as-at date, not done yet';
const DUE_LATER = 'due later';
const DETAILS = {
  [NOT_ON_TIME]: ['done late', 'late and outstanding'],
  [DUE_LATER]: ['done before its due day', 'not yet due'],
};

export function relateTimeliness(book: Book): void {
  if (!isThere(book, METRIC)) return;
  const n = sizeOf(book, METRIC, 'n', !book.asked.hasPeriod);
  same(book, n, sizeOf(book, METRIC, 'known'), 'court-timeliness: known is n');
  const left = book.asked.hasPeriod
    ? ['no due day', 'due day outside the period'].map((reason) => leftOutFor(book, METRIC, reason))
    : [];
  addUpTo(book, [n, ...left], usedRows(book, ALL), 'court-timeliness: every row used is a case');
  const targets = targetsOf(book);
  for (const target of targets) relateTarget(book, target, n);
  relateDisposals(book, targets);
}

export function targetsOf(book: Book): string[] {
  return [...new Set(tableRows(book, METRIC, 'outcomes').map(({ target }) => String(target)))];
}

export function outcomeOf(book: Book, target: string, outcome: string): number {
  const rows = tableRows(book, METRIC, 'outcomes').filter((row) => row.target === target);
  const others = rows.filter((row) => !OF_RECORD.includes(String(row.outcome)));
  const cell = cellIn(rows, { outcome }, 'cases');
  const isRecord = OF_RECORD.includes(outcome);
  // Of a target for all cases it is 0 by what is asked.
  const isNothing = outcome === DOES_NOT_APPLY && disposalsOf(book, target) === null;
  return figure(
    book,
    { metric: METRIC, table: 'outcomes', row: `${target}: ${outcome}` },
    [isNothing ? 0 : cell],
    {
      low: leastIn(book, others, 'cases'),
      isPublic: isNothing || (isRecord && isNumber(cell)),
      follows: isRecord,
    },
  );
}

export function detailOf(book: Book, target: string, detail: string): number {
  const rows = tableRows(book, METRIC, 'details').filter((row) => row.target === target);
  const cell = cellIn(rows, { detail }, 'cases');
  return figure(book, { metric: METRIC, table: 'details', row: `${target}: ${detail}` }, [cell], {
    low: leastIn(book, rows, 'cases'),
  });
}

function relateTarget(book: Book, target: string, n: number): void {
  const outcome = (name: string) => outcomeOf(book, target, name);
  const listed = tableRows(book, METRIC, 'outcomes').filter((row) => row.target === target);
  const all = listed.map((row) => outcome(String(row.outcome)));
  addUpTo(book, all, n, `${target}: the outcomes add up to the cases`);
  for (const [whole, parts] of Object.entries(DETAILS))
    addUpTo(
      book,
      parts.map((part) => detailOf(book, target, part)),
      outcome(whole),
      `${target}: ${parts.join(' and ')} are ${whole}`,
    );
  const row = (table: string): PublishedRow | undefined =>
    tableRows(book, METRIC, table).find((one) => one.target === target);
  const stands = (table: string, key: string, parts: readonly number[]) => {
    const at = figure(book, { metric: METRIC, table: `${table} ${key}`, row: target }, [row(table)?.[key]], {
      follows: true,
    });
    addUpTo(book, parts, at, `${target}: ${key}`);
  };
  const [late, outstanding] = DETAILS[NOT_ON_TIME].map((part) => detailOf(book, target, part));
  const [ahead] = DETAILS[DUE_LATER].map((part) => detailOf(book, target, part));
  stands('targets', 'due', [ON_TIME, NOT_ON_TIME, LAST_DAY].map(outcome));
  stands('targets', 'on_time', [outcome(ON_TIME)]);
  stands('days', 'done', [outcome(ON_TIME), late, ahead]);
  stands('days', 'outstanding', [outstanding]);
}

/** The disposals, or other cases, a target is for, as its rule says; null for all. */
export function disposalsOf(book: Book, target: string): string | null {
  const rule = cellIn(tableRows(book, METRIC, 'rules'), { target }, 'rule');
  return /\((.+)\)$/.exec(String(rule))?.[1] ?? null;
}

/** Targets for the same disposals apply to the same cases. */
function relateDisposals(book: Book, targets: readonly string[]): void {
  for (const [index, target] of targets.entries()) {
    const disposals = disposalsOf(book, target);
    const earlier = targets.slice(0, index).find((one) => disposalsOf(book, one) === disposals);
    if (disposals === null || earlier === undefined) continue;
    const [one, other] = [target, earlier].map((name) => outcomeOf(book, name, DOES_NOT_APPLY));
    same(book, one, other, `${target} and ${earlier} are for the same cases: ${disposals}`);
  }
}
