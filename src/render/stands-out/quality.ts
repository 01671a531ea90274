import { qualityBand } from '../../reference/court-quality.ts';
import { isNumber, NOT_APPLICABLE, type Report, type Row } from '../../report/report.ts';
import { textInWords } from '../shown-words.ts';
import {
  type Finding,
  isHidden,
  type Shown,
  say,
  sayRange,
  shownTable,
  sufficientOfJudged,
  withheldWhole,
} from './finding.ts';

const METRIC = 'court-quality';
const BELOW_GOOD = ['Inadequate', 'Requires improvement'];
/** Of fewer cases judged a band says too little to lead a page. */
const FEWEST_JUDGED = 10;

interface Rated {
  readonly name: string;
  readonly standard: Row;
  /** The row of its lowest question, where that is shown. */
  readonly lowest: Row | undefined;
}

/** Every standard rated below Good by ten cases or more, the lowest first. */
export function lowStandards(report: Report): Finding {
  const standards = shownTable(report, METRIC, 'standards');
  const questions = shownTable(report, METRIC, 'questions');
  if (standards === null || questions === null)
    return withheldWhole(report, METRIC, 'standards', 'ratings of its standards');
  const all = standards.rows.map((standard): Rated => {
    const isLowest = (one: Row) =>
      one.standard === standard.standard && one.question === standard.lowest_question;
    return {
      name: textInWords('standard', String(standard.standard)),
      standard,
      lowest: questions.rows.find(isLowest),
    };
  });
  const enough = all.filter(({ lowest }) => Number(lowest?.judged) >= FEWEST_JUDGED);
  const withheld = all.filter(({ standard: { rating } }) => isHidden(rating, report.provenance));
  return {
    ratings: BELOW_GOOD.flatMap((band) =>
      enough
        .filter(({ standard: { rating } }) => rating === band)
        .map((rated) => sentenceOf(rated, questions)),
    ),
    tooFew: all.flatMap((rated) => tooFewOf(rated)),
    withheld:
      withheld.length === 0
        ? []
        : [`${standards.metric.title}: the rating of ${withheld.map(({ name }) => name).join(', ')}.`],
  };
}

function sentenceOf({ name, standard, lowest = {} }: Rated, questions: Shown): string {
  const figures = `${sufficientOfJudged(questions, lowest)} (${say(questions, lowest, 'share')}, 95% range ${sayRange(questions, lowest, 'share')})`;
  const near = lowest.near_boundary === true ? ' It is within 5 points of a boundary.' : '';
  return `${name}: ${standard.rating} by its lowest question, ${textInWords('question', String(lowest.question))}: ${figures}.${doubt(lowest, String(standard.rating)) ?? near}`;
}

/** That the range of the share reaches another band, if it does. */
function doubt({ share_lower, share_upper }: Row, rating: string): string | null {
  if (!isNumber(share_lower) || !isNumber(share_upper)) return null;
  const [from, to] = [share_lower, share_upper].map((bound) => qualityBand(bound * 100, 100).label);
  const others = [from, to].filter((band) => band !== rating);
  if (others.length === 0) return null;
  return ` The range reaches ${others.join(' and ')}, so the band is not certain.`;
}

function tooFewOf({ name, standard: { rating }, lowest }: Rated): string[] {
  if (rating === NOT_APPLICABLE) return [`Court quality, ${name}: no case judged.`];
  const judged = lowest?.judged;
  if (!isNumber(judged) || judged >= FEWEST_JUDGED) return [];
  const cases = judged === 1 ? 'case' : 'cases';
  return [
    `Court quality, ${name}: ${judged} ${cases} judged on its lowest question, ${textInWords('question', String(lowest?.question))}.`,
  ];
}
