/** What gaps cost the metrics of cases: the numbers of their Not known, of their cohorts, of what is not done. */
import { NO_DISPOSAL } from './asked.ts';
import { usedRows } from './between-metrics.ts';
import type { Book } from './book.ts';
import { holds, isThere, leftOutFor, same, tableRows } from './cells.ts';
import { leftOutCount, rowCount } from './counts.ts';
import { answerOf } from './needs.ts';
import { ALL, NOT_MAPPED } from './published.ts';
import { gapOf, METRIC, missingOf, relateGap } from './record-cells.ts';
import { scopeCount } from './record-scopes.ts';
import { detailOf, outcomeOf, targetsOf } from './timeliness.ts';

export function relateGapsOfCases(book: Book): void {
  const isOfMix = isThere(book, 'disposal-mix');
  const unmapped = isOfMix ? rowCount(book, 'disposal-mix', 'groups', ALL, NOT_MAPPED) : null;
  relateGap(book, 'Disposal mix', 'disposal', unmapped, scopeCount(book, 'open home cases'));
  relateGap(book, 'Workload', 'worker_id', null, scopeCount(book, 'open cases'));
  relateGap(book, 'Workload', 'team', null, scopeCount(book, 'open cases'));
  const blank = isThere(book, 'court-quality') ? leftOutCount(book, 'court-quality', ALL, NO_DISPOSAL) : null;
  relateGap(book, 'Court quality', 'disposal', blank, usedRows(book, ALL));
  const judged = scopeCount(book, 'court cases judged');
  relateGap(book, 'Court quality with --from or --to', 'audit_date', missingOf(book, 'audit_date'), judged);
  relateGap(book, 'Consistency of court quality', 'team', null, judged);
  for (const column of ['ethnicity', 'sex', 'birth_month or age', 'send', 'care_experienced'])
    relateGap(book, 'Equity of court quality', column, null, judged);
  relateGapsOfCustody(book);
  for (const target of targetsOf(book)) relateGapsOfTarget(book, target);
}

const RELEASE_ANSWERS = {
  metric: 'resettlement',
  table: 'answers',
  question: 'aspect',
  count: 'cases',
} as const;
/** The answer that a blank stands for: no plan date is no plan. */
const ASPECTS: Readonly<Record<string, readonly [aspect: string, answer: string]>> = {
  resettlement_plan_date: ['plan_before_release', 'no plan date'],
  release_accommodation_suitable: ['accommodation_suitable', 'Unknown'],
  release_ete_suitable: ['ete_suitable', 'Unknown'],
};

function relateGapsOfCustody(book: Book): void {
  const isReleased = isThere(book, 'resettlement') && !book.asked.hasPeriod;
  const undated = isReleased ? leftOutFor(book, 'resettlement', 'no release_date') : null;
  relateGap(book, 'Resettlement', 'release_date', undated, scopeCount(book, 'Custody cases'));
  for (const [column, [aspect, answer]] of Object.entries(ASPECTS)) {
    const isAsked = tableRows(book, 'resettlement', 'answers').some((row) => row.aspect === aspect);
    const blank = isAsked && isReleased ? answerOf(book, RELEASE_ANSWERS, aspect, answer) : null;
    relateGap(book, 'Resettlement', column, blank, scopeCount(book, 'Custody cases released'));
    const missing = missingOf(book, column);
    if (missing !== null && blank !== null)
      same(book, missing, blank, `${column} is missing where it is ${answer}`);
  }
}

/** The column of what must be done, whose gaps are the cases in which it is not. */
const DONE_BY: Readonly<Record<string, string>> = {
  'Initial panel (example)': 'panel_date',
  'Report to court (example)': 'report_submitted_date',
};
const LAST_DAY = 'due on the as-at date, not done yet';

function relateGapsOfTarget(book: Book, target: string): void {
  if (book.asked.hasPeriod) return;
  const named = `Court timeliness: ${target.replace(' (example)', '')}`;
  const notRecorded = outcomeOf(book, target, 'not recorded');
  for (const row of tableRows(book, METRIC, 'case_gaps')) {
    if (row.figure !== named) continue;
    const gap = gapOf(book, named, String(row.column_name));
    if (gap !== null)
      holds(book, [notRecorded], [gap], `${target}: without ${row.column_name} it is not recorded`);
    relateGap(book, named, String(row.column_name), null, null);
  }
  const missing = DONE_BY[target] === undefined ? null : missingOf(book, DONE_BY[target]);
  if (missing === null) return;
  const open = [
    detailOf(book, target, 'late and outstanding'),
    detailOf(book, target, 'not yet due'),
    outcomeOf(book, target, LAST_DAY),
  ];
  holds(book, [...open, notRecorded], [missing], `${target}: what is not filled in is not done`);
  const mayLieAhead = book.report.problems.some(({ rule }) => rule === 'after-as-at-date');
  if (!mayLieAhead) holds(book, [missing], open, `${target}: what is not done is not filled in`);
}
