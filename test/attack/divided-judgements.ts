/** Court work divided by group, by team and worker, and by quarter: each question adds up to the cases judged on it. */
import type { Book } from './book.ts';
import { addUpTo, holds, isThere, leastIn } from './cells.ts';
import { cohortCount, hiddenCount } from './counts.ts';
import { byGroup, byHolder, byQuarter, type Division, questionOf } from './divisions.ts';
import { figure } from './figure.ts';
import { judgedOf, sufficientOf } from './judgements.ts';
import { relateOthers, relateService } from './judgements-beside.ts';
import { ALL, isNumber } from './published.ts';

/** The one question that is none of the twelve: it makes no case one that is judged. */
const NEEDS_MET = 'diversity needs_met';

export function relateDividedJudgements(book: Book): void {
  for (const division of [...byGroup(book), ...byHolder(book), ...byQuarter(book)]) {
    relateDivision(book, division);
    if (division.metric === 'quality-equity') relateOthers(book, division);
    if (division.metric === 'quality-consistency') relateService(book, division);
  }
}

export function judgedIn(book: Book, division: Division, value: string, question: string): number {
  const { metric, table, by, rows, nameOf, listsZeros, record, alsoIn } = division;
  const ofQuestion = rows.filter((row) => questionOf(row) === question);
  const row = ofQuestion.find((one) => nameOf(one) === value);
  const place = { metric, table, row: `${by} ${value} ${question}` };
  // A question on which nobody of the team was judged has no row, so one that is withheld is no 0.
  if (row === undefined) return figure(book, place, [listsZeros ? undefined : 0]);
  const isRecord = record.includes(value);
  return figure(book, place, [row.judged, ...(alsoIn?.(value, question) ?? [])], {
    low: listsZeros ? leastIn(book, ofQuestion, 'judged') : 1,
    isPublic: isRecord && isNumber(row.judged),
    follows: isRecord,
  });
}

export function sufficientIn(book: Book, division: Division, value: string, question: string): number {
  const { metric, table, by, rows, nameOf, listsZeros } = division;
  const row = rows.find((one) => questionOf(one) === question && nameOf(one) === value);
  const cell = row === undefined && !listsZeros ? 0 : row?.sufficient;
  return figure(book, { metric, table: `${table} sufficient`, row: `${by} ${value} ${question}` }, [cell], {
    follows: true,
  });
}

/** Cases judged, or sufficient, on a question in all. */
export function totalOf(book: Book, question: string, key: 'judged' | 'sufficient'): number {
  if (question !== NEEDS_MET && isThere(book, 'court-quality'))
    return key === 'judged' ? judgedOf(book, ALL, question) : sufficientOf(book, ALL, question);
  return hiddenCount(book, { metric: 'court work', table: key, part: ALL, row: question });
}

function relateDivision(book: Book, division: Division): void {
  const { rows } = division;
  const questions = [...new Set(rows.map(questionOf))];
  for (const question of questions) relateQuestion(book, division, question);
  relateCases(
    book,
    division,
    questions.filter((question) => question !== NEEDS_MET),
  );
}

/** The values and those of no value add up to all judged on the question. */
function relateQuestion(book: Book, division: Division, question: string): void {
  const { metric, by, values, elsewhere } = division;
  const rest = (key: 'judged' | 'sufficient') =>
    hiddenCount(book, { metric, table: `${by} not known, ${key}`, part: ALL, row: question });
  const judged = values.map((value) => judgedIn(book, division, value, question));
  const sufficient = values.map((value) => sufficientIn(book, division, value, question));
  const why = `${metric}, ${question}: the values of ${by} and those of none add up to all`;
  addUpTo(book, [...judged, rest('judged')], totalOf(book, question, 'judged'), why);
  addUpTo(book, [...sufficient, rest('sufficient')], totalOf(book, question, 'sufficient'), why);
  holds(book, [rest('judged')], [rest('sufficient')], 'no more sufficient than judged');
  values.forEach((_, at) => {
    holds(book, [judged[at]], [sufficient[at]], 'no more sufficient than judged');
  });
  if (elsewhere !== null && question !== NEEDS_MET)
    holds(
      book,
      [elsewhere],
      [rest('judged')],
      `no more judged on ${question} than cases without a value of ${by}`,
    );
}

/** The cases judged at all of each value: no fewer than on any question, no more than on all; together all cases judged. */
function relateCases(book: Book, division: Division, questions: readonly string[]): void {
  const { metric, by, values, elsewhere } = division;
  const cases = values.map((value) =>
    hiddenCount(book, { metric, table: `cases by ${by}`, part: ALL, row: value }),
  );
  values.forEach((value, at) => {
    const judged = questions.map((question) => judgedIn(book, division, value, question));
    for (const one of judged)
      holds(book, [cases[at]], [one], `no question is judged in more cases of ${value} than are judged`);
    holds(book, judged, [cases[at]], `a case of ${value} is judged if any of its questions is`);
  });
  const all = knownOf(book, division);
  if (all === null) return;
  holds(book, [all], cases, `${metric}: no more cases judged by ${by} than in all`);
  if (elsewhere === null) return;
  holds(book, [...cases, elsewhere], [all], `${metric}: the cases judged are of a ${by}, or of none`);
}

/** The cases judged in all, which court-quality alone tells; those of some quarters nobody does. */
function knownOf(book: Book, { table }: Division): number | null {
  if (table === 'quarters' || !isThere(book, 'court-quality')) return null;
  return cohortCount(book, 'court-quality', ALL, 'known');
}
