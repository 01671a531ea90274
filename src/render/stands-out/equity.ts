import { isNumber, type Report, type Row, type Table, WITHHELD } from '../../report/report.ts';
import { wholeRows } from '../charts/chart-rows.ts';
import { textInWords } from '../shown-words.ts';
import {
  type Finding,
  firstOf,
  NOTHING,
  points,
  questionInWords,
  say,
  sayRange,
  shownTable,
  withheldAmong,
} from './finding.ts';

const CLEAR = ['lower', 'higher'];

/** Groups of children whose cases are judged sufficient clearly less or more often, after Holm's correction. */
export function unequalWork(report: Report): Finding {
  const table = shownTable(report, 'quality-equity', 'comparisons');
  if (table === null) return NOTHING;
  const rows = wholeRows(table);
  const verdicts = rows.filter(({ p, verdict }) => isNumber(p) || verdict === WITHHELD);
  if (verdicts.length === 0) return NOTHING;
  const over = comparisonsTested(report);
  const clear = rows.filter((row) => CLEAR.includes(String(row.verdict)) && !isOtherSide(row, rows));
  return {
    sentences: firstOf(
      clear.map((row) => sentenceOf(table, row, over)),
      'Equity of court quality',
    ),
    lookedAt: `${verdicts.length} comparisons of court quality between groups of children${withheldAmong(verdicts.map(({ verdict }) => verdict))}`,
  };
}

/** "161 comparisons", or, where their number is withheld, "all comparisons". */
function comparisonsTested(report: Report): string {
  const table = shownTable(report, 'quality-equity', 'summary');
  const tested = table === null ? undefined : wholeRows(table)[0].tested;
  return isNumber(tested) ? `${tested} comparisons` : 'all comparisons';
}

/** Of two groups that are each other's everyone else, the higher is the lower seen from the other side. */
function isOtherSide(row: Row, rows: readonly Row[]): boolean {
  if (row.verdict !== 'higher') return false;
  const same = rows.filter(
    ({ dimension, standard, question, difference }) =>
      dimension === row.dimension &&
      standard === row.standard &&
      question === row.question &&
      isNumber(difference) &&
      isNumber(row.difference) &&
      Math.abs(difference + row.difference) < 1e-12,
  );
  return same.length === 1 && same[0].verdict === 'lower';
}

function sentenceOf(table: Table, row: Row, over: string): string {
  const group = `${textInWords('dimension', String(row.dimension))} ${say(table, row, 'value')}`;
  return `Court quality, ${questionInWords(row)}: ${group}, ${say(table, row, 'sufficient')} of ${say(table, row, 'judged')} cases judged were sufficient (${say(table, row, 'share')}) beside ${say(table, row, 'others_share')} for everyone else; ${row.verdict} by ${points(table, row, 'difference')} (95% range ${sayRange(table, row, 'difference')}), clear after Holm's correction over ${over}. It does not say why.`;
}
