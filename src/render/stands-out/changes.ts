import { isNumber, type Report, type Row } from '../../report/report.ts';
import { holm } from '../../stats/holm.ts';
import {
  CLEAR,
  counted,
  countedAs,
  type Finding,
  firstOf,
  isHidden,
  monthInWords,
  notClearOf,
  points,
  questionInWords,
  type Shown,
  say,
  sayRange,
  shownTable,
  withheldWhole,
} from './finding.ts';

const METRIC = 'caseload-trend';
const TABLES = [
  { name: 'changes', sentence: countSentence },
  { name: 'quality_changes', sentence: qualitySentence },
];

interface Change {
  readonly shown: Shown;
  readonly row: Row;
  readonly sentence: (shown: Shown, row: Row, over: string) => string;
}

/** Changes over time that stay clear over all changes the report tests, those of counts and those of shares. */
export function clearChanges(report: Report): Finding {
  const changes = TABLES.flatMap(({ name, sentence }): Change[] => {
    const shown = shownTable(report, METRIC, name);
    return shown === null ? [] : shown.rows.map((row) => ({ shown, row, sentence }));
  });
  const first = changes.at(0);
  if (first === undefined)
    return withheldWhole(report, METRIC, 'quality_changes', 'changes of court quality');
  const { title } = first.shown.metric;
  const isWithheld = ({ row: { p } }: Change) => isHidden(p, report.provenance);
  // One that is withheld may have been tested: with a p of 1 it makes the correction of the others no smaller.
  const family = changes.filter((change) => isNumber(change.row.p) || isWithheld(change));
  const withheld = family.filter(isWithheld).length;
  const corrected = holm(family.map(({ row: { p } }) => (isNumber(p) ? p : 1)));
  const clear = family.filter((_, index) => corrected[index] < CLEAR);
  const over = `${counted(family.length, ['change', 'changes'])}${withheld === 0 ? '' : ', withheld ones counted'}`;
  const tested = withheld === 0 ? 'tested' : 'shown';
  return {
    clear: firstOf(
      clear.map(({ shown, row, sentence }) => sentence(shown, row, over)),
      title,
    ),
    notClear: notClearOf(family.length - withheld, clear.length, [
      `change over time ${tested}`,
      `changes over time ${tested}`,
    ]).map((words) => `${title}: ${words}.`),
    tooFew: countedAs(title, changes.length - family.length, ['change over time', 'changes over time']),
    withheld: countedAs(title, withheld, ['change over time', 'changes over time']),
  };
}

function countSentence(shown: Shown, row: Row, over: string): string {
  const direction = Number(row.after) > Number(row.before) ? 'higher' : 'lower';
  return `${say(shown, row, 'measure')} of cases: ${say(shown, row, 'after')} in ${monthInWords(String(row.after_period))} beside ${say(shown, row, 'before')} in ${monthInWords(String(row.before_period))} (${say(shown, row, 'compared')}); ${direction}, clear after Holm's correction over ${over}.`;
}

function qualitySentence(shown: Shown, row: Row, over: string): string {
  const direction = Number(row.difference) > 0 ? 'higher' : 'lower';
  return `Court quality, ${questionInWords(row)}: ${say(shown, row, 'after_share')} of ${say(shown, row, 'after_judged')} cases judged in ${row.after_quarter} were sufficient beside ${say(shown, row, 'before_share')} of ${say(shown, row, 'before_judged')} in ${row.before_quarter} (${say(shown, row, 'compared')}); ${direction} by ${points(shown, row, 'difference')} (95% range of the change ${sayRange(shown, row, 'difference')}), clear after Holm's correction over ${over}.`;
}
