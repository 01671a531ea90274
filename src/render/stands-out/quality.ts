import { isNumber, type Report, type Row, type Table } from '../../report/report.ts';
import { wholeRows } from '../charts/chart-rows.ts';
import { textInWords } from '../shown-words.ts';
import { type Finding, NOTHING, numbersIn, say, sayRange, shownTable, withheldAmong } from './finding.ts';

const POOR = ['Inadequate', 'Requires improvement'];

/** The standards with the lowest rating, where that is below Good. */
export function lowestStandards(report: Report): Finding {
  const standards = shownTable(report, 'court-quality', 'standards');
  const questions = shownTable(report, 'court-quality', 'questions');
  if (standards === null || questions === null) return NOTHING;
  const rows = wholeRows(standards);
  const lowest = Math.min(...numbersIn(rows, 'score'));
  const poor = rows.filter(({ score, rating }) => score === lowest && POOR.includes(String(rating)));
  const rated = rows.filter(({ score }) => isNumber(score)).length;
  if (rated === 0) return NOTHING;
  return {
    sentences: poor.map((row) => sentenceOf(row, questions)),
    lookedAt: `the ratings of ${rows.length} standards of court quality${withheldAmong(rows.map(({ rating }) => rating))}`,
  };
}

function sentenceOf({ standard, lowest_question, rating }: Row, questions: Table): string {
  const row = wholeRows(questions).find(
    (one) => one.standard === standard && one.question === lowest_question,
  );
  const name = textInWords('standard', String(standard));
  const head = `Court quality, ${name}: ${rating}, by its lowest question, ${textInWords('question', String(lowest_question))}`;
  const tail = 'An indicative self-audit, not an inspection rating.';
  if (row === undefined || !isNumber(row.share)) return `${head}. ${tail}`;
  const figures = `${say(questions, row, 'sufficient')} of ${say(questions, row, 'judged')} cases judged were sufficient (${say(questions, row, 'share')}, 95% range ${sayRange(questions, row, 'share')})`;
  const near = row.near_boundary === true ? '; within 5 points of a boundary' : '';
  return `${head}: ${figures}${near}. ${tail}`;
}
