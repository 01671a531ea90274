/** Answers that add up to the cohort, question by question; and who turns 18, by month, within the ages. */
import { ADULTS } from '../../src/reference/age-bands.ts';
import { type Book, hasTable } from './book.ts';
import { addUpTo, holds, isThere, leastIn, same, sizeOf, tableRows } from './cells.ts';
import { rowCount } from './counts.ts';
import { figure } from './figure.ts';
import { ALL, isNumber } from './published.ts';

const UNKNOWN = 'Unknown';

/** A table of questions with an answer in each row. */
export interface Answers {
  readonly metric: string;
  readonly table: string;
  readonly question: string;
  readonly count: 'children' | 'cases';
}

export function relateNeeds(book: Book): void {
  const metric = 'needs-profile';
  if (!isThere(book, metric)) return;
  same(book, sizeOf(book, metric, 'n'), sizeOf(book, metric, 'known'), 'needs-profile: known is n');
  for (const [table, question] of [
    ['needs', 'need'],
    ['levels', 'level'],
  ])
    relateAnswers(book, { metric, table, question, count: 'children' });
  for (const row of tableRows(book, metric, 'kpi_like')) {
    const suitable = figure(
      book,
      { metric, table: 'kpi_like suitable', row: String(row.need) },
      [row.suitable],
      { follows: true },
    );
    const of = figure(book, { metric, table: 'kpi_like of', row: String(row.need) }, [row.of], {
      follows: true,
    });
    const yes = answerOf(
      book,
      { metric, table: 'needs', question: 'need', count: 'children' },
      String(row.need),
      'Yes',
    );
    same(book, suitable, yes, `KPI-like ${row.need} counts those of whom it is known to be suitable`);
    same(book, of, sizeOf(book, metric, 'n'), `KPI-like ${row.need} is of all children`);
  }
}

export function relateAnswers(book: Book, answers: Answers): void {
  const { metric, table, question } = answers;
  const rows = tableRows(book, metric, table);
  for (const asked of new Set(rows.map((row) => String(row[question])))) {
    const own = rows.filter((row) => row[question] === asked);
    const counts = own.map((row) => answerOf(book, answers, asked, String(row.answer)));
    addUpTo(
      book,
      counts,
      sizeOf(book, metric, 'n'),
      `${metric}: the answers to ${asked} add up to the cohort`,
    );
    const known = own.flatMap((row, at) => (row.answer === UNKNOWN ? [] : [counts[at]]));
    for (const row of own) {
      if (row.answer === UNKNOWN) continue;
      const answered = figure(
        book,
        { metric, table: `${table} answered`, row: `${asked} ${row.answer}` },
        [row.answered],
        { follows: true },
      );
      addUpTo(book, known, answered, `${metric}: the answers known to ${asked}`);
    }
  }
}

export function answerOf(
  book: Book,
  { metric, table, question, count }: Answers,
  asked: string,
  answer: string,
): number {
  const own = tableRows(book, metric, table).filter((row) => row[question] === asked);
  const [cell] = own.filter((row) => row.answer === answer).map((row) => row[count] ?? row.cases);
  const isRecord = answer === UNKNOWN;
  const key = own.some((row) => row[count] !== undefined) ? count : 'cases';
  return figure(book, { metric, table, row: `${asked}: ${answer}` }, [cell], {
    low: isRecord
      ? 0
      : leastIn(
          book,
          own.filter((row) => row.answer !== UNKNOWN),
          key,
        ),
    isPublic: isRecord && isNumber(cell),
    follows: isRecord,
  });
}

const TRANSITIONS = 'transitions';

/** The rows of one age are all children of that age. */
export function relateTransitions(book: Book): void {
  if (!isThere(book, TRANSITIONS)) return;
  const rows = tableRows(book, TRANSITIONS, 'months');
  const total = sizeOf(book, TRANSITIONS, 'n');
  const known = sizeOf(book, TRANSITIONS, 'known');
  holds(book, [total], [known], 'transitions: no more of known age than children');
  for (const age of new Set(rows.map((row) => String(row.age)))) {
    const months = rows.filter((row) => row.age === age);
    const counts = months.map(({ turning }) => turningIn(book, age, String(turning)));
    if (hasTable(book, 'age-bands', 'years'))
      addUpTo(
        book,
        counts,
        rowCount(book, 'age-bands', 'years', ALL, age),
        `the months in which those aged ${age} turn 18 are all of that age`,
      );
    else holds(book, [known], counts, 'transitions: no more of an age than of known age');
  }
  const all = rows.map(({ age, turning }) => turningIn(book, String(age), String(turning)));
  holds(book, [known], all, 'transitions: no more of these ages than of known age');
  if (hasTable(book, 'age-bands', 'years')) {
    const adults = rowCount(book, 'age-bands', 'years', ALL, ADULTS);
    holds(book, [known], [...all, adults], 'those who are 18 or over are in no row of the transitions');
  }
}

/** The children who turn 18 in a month, or in some that has no name. */
export function turningIn(book: Book, age: string, turning: string): number {
  const rows = tableRows(book, TRANSITIONS, 'months').filter((row) => row.age === age);
  const [cell] = rows.filter((row) => row.turning === turning).map((row) => row.children ?? row.cases);
  const key = rows.some((row) => row.children !== undefined) ? 'children' : 'cases';
  // Whose month is not known is of the record, unless it is that of nobody.
  const isRecord = rows.length > 1 && turning.startsWith('already');
  const months = rows.filter((row) => !String(row.turning).startsWith('already'));
  return figure(book, { metric: TRANSITIONS, table: 'months', row: `${age}: ${turning}` }, [cell], {
    low: isRecord ? 0 : leastIn(book, rows.length > 1 ? months : rows, key),
    isPublic: isRecord && isNumber(cell),
    follows: isRecord,
  });
}
