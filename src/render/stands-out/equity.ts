import { isNumber, NOT_APPLICABLE, type Report, type Row, WITHHELD } from '../../report/report.ts';
import { textInWords } from '../shown-words.ts';
import {
  byProbability,
  countedAs,
  type Finding,
  firstOf,
  inSentence,
  isHidden,
  notClearOf,
  points,
  questionInWords,
  type Shown,
  say,
  sayRange,
  shownTable,
  sufficientOfJudged,
  withheldWhole,
} from './finding.ts';

const METRIC = 'quality-equity';
const DIRECTIONS = ['lower', 'higher'];
const COMPARISONS = ['comparison between groups', 'comparisons between groups'] as const;

/** Groups of children whose cases are judged sufficient clearly less or more often, after Holm's correction. */
export function unequalWork(report: Report): Finding {
  const shown = shownTable(report, METRIC, 'comparisons');
  if (shown === null) return withheldWhole(report, METRIC, 'comparisons', COMPARISONS[1]);
  const { rows, metric } = shown;
  const tooFew = rows.filter(({ p, verdict }) => p === NOT_APPLICABLE && verdict !== WITHHELD).length;
  const withheld = rows.filter(({ p, verdict }) => verdict === WITHHELD || isHidden(p, report.provenance));
  const clear = rows.filter(({ verdict }) => DIRECTIONS.includes(String(verdict)));
  const tested = rows.length - withheld.length - tooFew;
  const over = comparisonsTested(report);
  const asShown = withheld.length === 0 ? '' : ' that are shown';
  return {
    clear: firstOf(
      byProbability(
        clear.filter((row) => !isOtherSide(row, clear)),
        ({ p }) => Number(p),
      ).map((row) => sentenceOf(shown, row, over)),
      metric.title,
    ),
    notClear: notClearOf(tested, clear.length, [
      `${COMPARISONS[0]}${asShown}`,
      `${COMPARISONS[1]}${asShown}`,
    ]).map((words) => `${metric.title}: ${words}.`),
    tooFew: countedAs(metric.title, tooFew, COMPARISONS),
    withheld: countedAs(metric.title, withheld.length, COMPARISONS),
  };
}

/** "161 comparisons", or, where their number is withheld, "all comparisons". */
function comparisonsTested(report: Report): string {
  const tested = shownTable(report, METRIC, 'summary')?.rows[0].tested;
  return isNumber(tested) ? `${tested} comparisons` : 'all comparisons tested';
}

/** Of two groups that are each other's everyone else, the higher is the lower seen from the other side. */
function isOtherSide(row: Row, clear: readonly Row[]): boolean {
  if (row.verdict !== 'higher') return false;
  const same = clear.filter(
    (other) =>
      isSameQuestion(other, row) &&
      isNumber(other.difference) &&
      isNumber(row.difference) &&
      Math.abs(other.difference + row.difference) < 1e-12,
  );
  return same.length === 1 && same[0].verdict === 'lower';
}

function isSameQuestion(one: Row, other: Row): boolean {
  return (
    one.dimension === other.dimension && one.standard === other.standard && one.question === other.question
  );
}

function sentenceOf(shown: Shown, row: Row, over: string): string {
  const group = `${inSentence(textInWords('dimension', String(row.dimension)))} ${say(shown, row, 'value')}`;
  const others = othersJudged(shown, row);
  const beside = `${say(shown, row, 'others_share')}${others === null ? '' : ` of ${others}`} for everyone else`;
  return `Court quality, ${questionInWords(row)}: ${group}, ${sufficientOfJudged(shown, row)} (${say(shown, row, 'share')}) beside ${beside}; ${row.verdict} by ${points(shown, row, 'difference')} (95% range of the difference ${sayRange(shown, row, 'difference')}), clear after Holm's correction over ${over}.`;
}

/** How many cases of everyone else were judged: the sum of the other groups, where all are shown and make their share. */
function othersJudged({ rows }: Shown, row: Row): number | null {
  const others = rows.filter((other) => other !== row && isSameQuestion(other, row));
  const judged = others.reduce((sum, other) => sum + Number(other.judged), 0);
  const sufficient = others.reduce((sum, other) => sum + Number(other.sufficient), 0);
  const isTheirs = isNumber(row.others_share) && Math.abs(sufficient / judged - row.others_share) < 1e-12;
  return isTheirs ? judged : null;
}
