import { isNumber, type Report, type Row, type Table, WITHHELD } from '../../report/report.ts';
import { holm } from '../../stats/holm.ts';
import { wholeRows } from '../charts/chart-rows.ts';
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

const CLEAR = 0.05;
const VERDICTS = ['lower', 'higher'];

interface Change {
  readonly table: Table;
  readonly row: Row;
  readonly sentence: (table: Table, row: Row, tested: number) => string;
}

/** Changes over time whose own verdict is lower or higher, and that stay clear over all changes the report tests. */
export function clearChanges(report: Report): Finding {
  const changes = [
    ...changesOf(shownTable(report, 'caseload-trend', 'changes'), countSentence),
    ...changesOf(shownTable(report, 'caseload-trend', 'quality_changes'), qualitySentence),
  ];
  if (changes.length === 0) return NOTHING;
  // A withheld p counts as the largest there can be, which makes the correction of the others no smaller.
  const corrected = holm(changes.map(({ row: { p } }) => (isNumber(p) ? p : 1)));
  const clear = changes.filter(
    ({ row: { verdict } }, index) => VERDICTS.includes(String(verdict)) && corrected[index] < CLEAR,
  );
  return {
    sentences: firstOf(
      clear.map(({ table, row, sentence }) => sentence(table, row, changes.length)),
      'Trend',
    ),
    lookedAt: `${changes.length} changes over time${withheldAmong(changes.map(({ row: { verdict } }) => verdict))}`,
  };
}

/** Those that were tested, or may have been. */
function changesOf(table: Table | null, sentence: Change['sentence']): Change[] {
  if (table === null) return [];
  return wholeRows(table).flatMap((row) =>
    isNumber(row.p) || row.p === WITHHELD ? [{ table, row, sentence }] : [],
  );
}

function countSentence(table: Table, row: Row, tested: number): string {
  return `${say(table, row, 'measure')} of cases: ${say(table, row, 'after')} in ${row.after_period} beside ${say(table, row, 'before')} in ${row.before_period} (${say(table, row, 'compared')}); ${row.verdict}, clear after Holm's correction over ${tested} changes.`;
}

function qualitySentence(table: Table, row: Row, tested: number): string {
  return `Court quality, ${questionInWords(row)}: ${say(table, row, 'after_share')} of ${say(table, row, 'after_judged')} cases judged in ${row.after_quarter} were sufficient beside ${say(table, row, 'before_share')} of ${say(table, row, 'before_judged')} in ${row.before_quarter}; ${row.verdict} by ${points(table, row, 'difference')} (95% range ${sayRange(table, row, 'difference')}), clear after Holm's correction over ${tested} changes.`;
}
