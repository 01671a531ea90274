/** What a reader can write down of the metrics that are shown without a breakdown only. */
import { childrenUsed, leftOutFor as leftOutOf, present, reasonsOf, usedRows } from './between-metrics.ts';
import { type Book, CHILD_METRICS, FURTHER_CHILD_METRICS, FURTHER_METRICS } from './book.ts';
import { cohortIn, isThere, leftOutFor, relateTooSmall, same, sizeOf } from './cells.ts';
import { cohortCount } from './counts.ts';
import { relateDisproportionality } from './disproportionality.ts';
import { relateDividedJudgements } from './divided-judgements.ts';
import { relateNeeds, relateTransitions } from './needs.ts';
import { relatePooledYears } from './pooled-years.ts';
import { ALL } from './published.ts';
import { relateRecord } from './record.ts';
import { relateResettlement } from './resettlement.ts';
import { equate, minus, plus } from './system.ts';
import { relateTimeliness } from './timeliness.ts';
import { endsOnAsAt, relateTrend } from './trend.ts';

export function relateFurther(book: Book): void {
  if (book.asked.by !== null) return;
  for (const metric of FURTHER_METRICS) if (isThere(book, metric)) relateTooSmall(book, metric);
  relateChildCohorts(book);
  relateCourtCohorts(book);
  relateDisproportionality(book);
  relatePooledYears(book);
  relateDividedJudgements(book);
  relateTimeliness(book);
  relateNeeds(book);
  relateTransitions(book);
  relateResettlement(book);
  relateTrend(book);
  relateRecord(book);
}

/** Each of them counts the children that the others count, and leaves out the same for the same reasons. */
function relateChildCohorts(book: Book): void {
  const [sister] = present(book, CHILD_METRICS);
  const reasons = reasonsOf(CHILD_METRICS[0]);
  // A trend without months has the cohort of its judgements only, one whose latest month-end is another day that of that day.
  const further = present(book, FURTHER_CHILD_METRICS).filter(
    (metric) => metric !== 'caseload-trend' || (cohortIn(book, metric) !== undefined && endsOnAsAt(book)),
  );
  const cohorts = further.map((metric) => [
    sizeOf(book, metric, 'n'),
    ...reasons.map((reason) => leftOutFor(book, metric, reason)),
  ]);
  const first =
    sister === undefined
      ? cohorts[0]
      : [cohortCount(book, sister, ALL, 'n'), ...leftOutOf(book, sister, ALL)];
  cohorts.forEach((cohort, at) => {
    const why = `${further[at]}: children counted and left out are all children`;
    equate(book.system, [...plus(cohort), ...minus([childrenUsed(book, ALL)])], 0, why);
    cohort.forEach((count, index) => {
      same(book, count, first[index], `${further[at]} counts the children that the others count`);
    });
  });
}

/** The metrics of court work have the cohort of court-quality; every row used is in it or left out. */
function relateCourtCohorts(book: Book): void {
  const reasons = reasonsOf('court-quality');
  for (const metric of ['quality-equity', 'quality-consistency']) {
    if (!isThere(book, metric)) continue;
    const n = sizeOf(book, metric, 'n');
    const left = reasons.map((reason) => leftOutFor(book, metric, reason));
    const all = [...plus([n, ...left]), ...minus([usedRows(book, ALL)])];
    equate(book.system, all, 0, `${metric}: cases counted and left out are the rows used`);
    same(book, n, sizeOf(book, metric, 'known'), `${metric}: known is n`);
    if (!isThere(book, 'court-quality')) continue;
    const why = `${metric} has the cohort of court-quality`;
    same(book, n, cohortCount(book, 'court-quality', ALL, 'n'), why);
    leftOutOf(book, 'court-quality', ALL).forEach((other, at) => {
      same(book, left[at], other, why);
    });
  }
}
