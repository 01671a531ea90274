import {
  CLOSED,
  ELSEWHERE,
  NO_AUDIT,
  NO_DISPOSAL,
  NO_START,
  OTHER_GROUPS,
  OUTSIDE,
  WITHOUT_WORK,
} from './asked.ts';
import { type Book, CHILD_METRICS, FURTHER_METRICS, metricNamed } from './book.ts';
import { cohortCount, hiddenCount, leftOutCount } from './counts.ts';
import { ALL } from './published.ts';
import { atLeast, equate, minus, plus, type Term } from './system.ts';

const REASONS: Readonly<Record<string, readonly string[]>> = {
  'ethnicity-mix': [NO_START, CLOSED, ELSEWHERE],
  'age-bands': [NO_START, CLOSED, ELSEWHERE],
  'sex-mix': [NO_START, CLOSED, ELSEWHERE],
  'disposal-mix': [NO_START, CLOSED, ELSEWHERE],
  workload: [NO_START, CLOSED],
  'court-quality': [OTHER_GROUPS, NO_DISPOSAL, WITHOUT_WORK, NO_AUDIT, OUTSIDE],
};
const CASE_METRICS = ['disposal-mix', 'workload', 'court-quality'];

export function reasonsOf(metric: string): readonly string[] {
  return REASONS[metric] ?? [];
}

export function present(book: Book, metrics: readonly string[]): string[] {
  return metrics.filter((metric) => metricNamed(book, metric) !== undefined);
}

/** The rows used of a part; a part that is named has some. */
export function usedRows(book: Book, part: string): number {
  const place = { metric: 'inputs', table: 'rows', part, row: 'used' };
  return hiddenCount(book, place, book.named.includes(part) ? 1 : 0);
}

/** The children of a part, counted or left out. */
export function childrenUsed(book: Book, part: string): number {
  return hiddenCount(book, { metric: 'inputs', table: 'children', part, row: 'used' });
}

export function relateMetrics(book: Book, part: string): void {
  relateCasesToRows(book, part);
  relateChildren(book, part);
  relateChildrenToCases(book, part);
  relateDisposalsToWorkload(book, part);
}

export function leftOutFor(book: Book, metric: string, part: string, reasons = reasonsOf(metric)): number[] {
  return reasons.map((reason) => leftOutCount(book, metric, part, reason));
}

/** Every used row is a case counted or left out. */
function relateCasesToRows(book: Book, part: string): void {
  for (const metric of present(book, CASE_METRICS)) {
    const counted = [cohortCount(book, metric, part, 'n'), ...leftOutFor(book, metric, part)];
    const why = `${metric}: cases counted and left out are the rows used`;
    equate(book.system, [...plus(counted), ...minus([usedRows(book, part)])], 0, why);
  }
}

/** A metric withheld whole says why: its cohort, or those in it of whom the answer is known, are fewer than so many. */
export function relateWithheld(book: Book): void {
  for (const { name, status, message = '' } of book.metrics) {
    const limit = /fewer than (\d+) (?:children|cases), or too few/.exec(message)?.[1];
    if (status !== 'withheld' || limit === undefined || FURTHER_METRICS.includes(name)) continue;
    const known = cohortCount(book, name, ALL, 'known');
    atLeast(book.system, [[known, -1]], 1 - Number(limit), `${name} is withheld: ${message}`, true);
  }
}

/** The metrics of children speak of the same children. */
function relateChildren(book: Book, part: string): void {
  const { system } = book;
  const children = childrenUsed(book, part);
  for (const metric of present(book, CHILD_METRICS)) {
    const counted = [cohortCount(book, metric, part, 'n'), ...leftOutFor(book, metric, part)];
    equate(
      system,
      [...plus(counted), ...minus([children])],
      0,
      `${metric}: children counted and left out are all children`,
    );
  }
  const [first, ...others] = present(book, CHILD_METRICS);
  for (const other of others) {
    const why = `${other} counts the children that ${first} counts`;
    for (const pair of pairsOf(book, first, other, part)) equate(system, pair, 0, why);
  }
  const [isMany, why] = [book.system.most, 'a child has a row of its own, and a row a child'];
  atLeast(
    system,
    [
      [children, isMany],
      [usedRows(book, part), -1],
    ],
    0,
    why,
  );
  if (book.asked.countsCases)
    equate(
      system,
      [
        [children, 1],
        [usedRows(book, part), -1],
      ],
      0,
      why,
    );
  else
    atLeast(
      system,
      [
        [usedRows(book, part), 1],
        [children, -1],
      ],
      0,
      why,
    );
}

/** n of one less that of the other, and so for each reason that both leave out for. */
function pairsOf(book: Book, one: string, other: string, part: string): Term[][] {
  const shared = reasonsOf(one).filter((reason) => reasonsOf(other).includes(reason));
  const pairs = [
    [cohortCount(book, one, part, 'n'), cohortCount(book, other, part, 'n')],
    ...shared.map((reason) => [
      leftOutCount(book, one, part, reason),
      leftOutCount(book, other, part, reason),
    ]),
  ];
  return pairs.map(([first, second]) => [...plus([first]), ...minus([second])]);
}

/** Each child counted has an open case that is counted, and each left out one that is left out. */
function relateChildrenToCases(book: Book, part: string): void {
  const [child] = present(book, CHILD_METRICS);
  const [cases] = present(book, ['disposal-mix', 'workload']);
  if (child === undefined || cases === undefined) return;
  const isSame = book.asked.countsCases && cases === 'disposal-mix';
  for (const pair of pairsOf(book, cases, child, part)) {
    if (isSame) equate(book.system, pair, 0, 'each case is counted as one');
    else atLeast(book.system, pair, 0, `no more children than cases (${cases})`);
  }
  if (cases === 'workload') return;
  const children = cohortCount(book, child, part, 'n');
  const total = cohortCount(book, cases, part, 'n');
  const terms: Term[] = [
    [children, book.system.most],
    [total, -1],
  ];
  atLeast(book.system, terms, 0, 'where there is a case there is a child');
}

/** Both are of open cases; the workload has those with residence Other, too. */
function relateDisposalsToWorkload(book: Book, part: string): void {
  if (present(book, ['disposal-mix', 'workload']).length < 2) return;
  const [total, ...reasons] = pairsOf(book, 'workload', 'disposal-mix', part);
  const elsewhere = leftOutCount(book, 'disposal-mix', part, ELSEWHERE);
  equate(
    book.system,
    [...total, [elsewhere, -1]],
    0,
    'the workload is the cases of disposal-mix and those of residence Other',
  );
  for (const pair of reasons)
    equate(book.system, pair, 0, 'disposal-mix and workload leave out the same closed cases');
}
