/** What holds within court-quality: the twelve questions, the cases judged, and what the standards tell of them. */
import { BEST_SCORE } from '../../src/reference/court-quality.ts';
import { type Book, metricNamed, rowsOf, stateOf } from './book.ts';
import { cohortCount, hiddenCount, rowCount } from './counts.ts';
import { ALL, isNumber, type PublishedRow, rowsOfPart } from './published.ts';
import { atLeast, equate, minus, plus } from './system.ts';

const METRIC = 'court-quality';

export function relateJudgements(book: Book, part: string): void {
  if (metricNamed(book, METRIC) === undefined) return;
  const { system } = book;
  const known = cohortCount(book, METRIC, part, 'known');
  const judged = questionsOf(book).map((question) => judgedOf(book, part, question));
  const holds = (more: readonly number[], less: readonly number[], why: string) =>
    atLeast(system, [...plus(more), ...minus(less)], 0, why);
  holds([cohortCount(book, METRIC, part, 'n')], [known], 'court-quality: no more cases judged than cases');
  holds(judged, [known], 'a case is judged if any of its questions is');
  for (const question of questionsOf(book)) {
    const one = judgedOf(book, part, question);
    holds([known], [one], 'no question is judged in more cases than are judged');
    holds([one], [sufficientOf(book, part, question)], 'no more sufficient than judged');
  }
  relatePartOfJudgement(book, part);
  relateMaximum(book, part);
  relateStandards(book, part);
}

export function questionsOf(book: Book): readonly string[] {
  return rowsOf(book, METRIC, 'questions');
}

export function judgedOf(book: Book, part: string, question: string): number {
  return rowCount(book, METRIC, 'questions', part, question);
}

export function sufficientOf(book: Book, part: string, question: string): number {
  return rowCount(book, METRIC, 'questions', part, question, 'sufficient');
}

export function standardOf(question: string): string {
  return question.slice(0, question.indexOf(' '));
}

/** Broken down by one of the questions, each part has one answer to it. */
function relatePartOfJudgement(book: Book, part: string): void {
  const question = questionsOf(book).find((one) => one.replace(' ', '_') === book.asked.by);
  if (question === undefined || part === ALL) return;
  const total = cohortCount(book, METRIC, part, 'n');
  const isJudged = part === 'Yes' || part === 'No';
  const counts = [
    [judgedOf(book, part, question), isJudged],
    [sufficientOf(book, part, question), part === 'Yes'],
  ] as const;
  for (const [count, isAll] of counts) {
    const terms = isAll ? [...plus([count]), ...minus([total])] : plus([count]);
    equate(book.system, terms, 0, `in the part ${part} all answers to ${question} are ${part}`);
  }
}

function shownRows(book: Book, part: string, table: string): readonly PublishedRow[] {
  const found = metricNamed(book, METRIC)?.tables.find(({ name }) => name === table);
  return found === undefined || stateOf(book, METRIC, table, part) === 'hidden'
    ? []
    : rowsOfPart(found, part);
}

/** The highest score there could be tells how many standards have anything judged. */
function relateMaximum(book: Book, part: string): void {
  const maximum = shownRows(book, part, 'summary')[0]?.maximum;
  if (!isNumber(maximum)) return;
  const { system } = book;
  const standards = [...new Set(questionsOf(book).map(standardOf))];
  const rated = standards.map((row) =>
    hiddenCount(book, { metric: METRIC, table: 'is rated', part, row }, 0, 1),
  );
  equate(system, plus(rated), maximum / BEST_SCORE, 'the maximum is 3 for each standard judged', true);
  standards.forEach((standard, index) => {
    const judged = questionsOf(book)
      .filter((question) => standardOf(question) === standard)
      .map((question) => judgedOf(book, part, question));
    const why = 'a standard is rated if any of its questions is judged';
    atLeast(system, [...plus(judged), [rated[index], -1]], 0, why, true);
    for (const one of judged)
      atLeast(
        system,
        [
          [rated[index], system.most],
          [one, -1],
        ],
        0,
        why,
        true,
      );
  });
}

/** A standard's share is that of its lowest question; one without any has nothing judged. */
function relateStandards(book: Book, part: string): void {
  for (const { standard, lowest_question: lowest, share } of shownRows(book, part, 'standards')) {
    const question = questionsOf(book).find((one) => one === `${standard} ${lowest}`);
    if (question === undefined || !isNumber(share)) continue;
    const [top, bottom] = fractionOf(share);
    const why = `the share of ${standard} is that of its lowest question, ${lowest}`;
    const terms = [
      [sufficientOf(book, part, question), bottom],
      [judgedOf(book, part, question), -top],
    ] as const;
    equate(book.system, terms, 0, why, true);
  }
}

/** A share as the simplest fraction that has its value, by its continued fraction: 0.6666666666666666 as 2 over 3. */
export function fractionOf(share: number): readonly [number, number] {
  let [before, bottom] = [0, 1];
  let rest = share;
  while (Math.abs(Math.round(share * bottom) / bottom - share) > 1e-13) {
    rest = 1 / (rest - Math.floor(rest));
    [before, bottom] = [bottom, Math.floor(rest) * bottom + before];
  }
  return [Math.round(share * bottom), bottom];
}
