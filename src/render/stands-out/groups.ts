import { isNumber, type Report, type Row } from '../../report/report.ts';
import { binomialFunnel } from '../../stats/binomial-funnel.ts';
import { holm } from '../../stats/holm.ts';
import {
  CLEAR,
  counted,
  countedAs,
  type Finding,
  isHidden,
  notClearOf,
  type Shown,
  say,
  sayRange,
  shownTable,
  withheldWhole,
} from './finding.ts';

const METRIC = 'disproportionality';
const REFERENCE = 'White';
const DIRECTIONS = ['higher', 'lower'];
const GROUPS = ['ethnic group', 'ethnic groups'] as const;

/** The ethnic groups whose rate is unlike White's, and stays so over all groups that are compared. */
export function unequalGroups(report: Report): Finding {
  const shown = shownTable(report, METRIC, 'groups');
  if (shown === null) return withheldWhole(report, METRIC, 'groups', GROUPS[1]);
  const { rows, metric } = shown;
  const white = rows.find(({ group }) => group === REFERENCE);
  const others = rows.filter(({ group }) => group !== REFERENCE && group !== 'Not known');
  const withheld = others.filter(({ reading }) => isHidden(reading, report.provenance));
  const tooFew = others.filter(({ reading }) => reading === 'too few to say');
  const family = others.filter((row) => !tooFew.includes(row));
  const tested = family.filter((row) => !withheld.includes(row));
  // One that is withheld may have been compared: with 1 it makes the correction of the others no smaller.
  const corrected = holm(family.map((row) => (tested.includes(row) ? twoSided(shown, row, white) : 1)));
  const [clear, only] = [true, false].map((isClear) =>
    family.filter(
      (row, index) => DIRECTIONS.includes(String(row.reading)) && corrected[index] < CLEAR === isClear,
    ),
  );
  const over = counted(family.length, GROUPS);
  return {
    clear: clear.map((row) => sentenceOf(shown, row, white, over)),
    notClear: [
      ...only.map((row) => byItsRange(shown, row, over)),
      ...notClearOf(tested.length - only.length, clear.length, [
        'difference between the rate of an ethnic group and that of White',
        'differences between the rate of an ethnic group and that of White',
      ]).map((words) => `${metric.title}: ${words}.`),
    ],
    tooFew: countedAs(`${metric.title}, beside White`, tooFew.length, GROUPS),
    withheld: countedAs(`${metric.title}, beside White`, withheld.length, GROUPS),
  };
}

/**
 * The two-sided exact probability that goes with the range of a relative rate: of the children of both groups, those of
 * the one are binomial by its part of the residents. 1 where a number is not shown.
 */
function twoSided({ table }: Shown, row: Row, white: Row | undefined): number {
  const [ours, theirs] = [row[table.unit], white?.[table.unit]];
  const [residents, whiteResidents] = [row.population, white?.population];
  if (!isNumber(ours) || !isNumber(theirs) || !isNumber(residents) || !isNumber(whiteResidents)) return 1;
  const { atMost, atLeast } = binomialFunnel(ours, ours + theirs, residents / (residents + whiteResidents));
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}

function sentenceOf(shown: Shown, row: Row, white: Row | undefined, over: string): string {
  const { unit } = shown.table;
  const beside = white === undefined ? '' : ` beside ${say(shown, white, 'rate_per_1000')} of White`;
  return `${shown.metric.question} ${say(shown, row, 'group')}: the rate per 1,000 residents aged 10 to 17 is ${row.reading}, ${say(shown, row, 'rate_per_1000')}${beside} (${say(shown, row, 'relative_rate')} times, 95% range ${sayRange(shown, row, 'relative_rate')}), clear after Holm's correction over ${over}; ${say(shown, row, unit)} ${unit}, ${say(shown, row, 'share')} of the caseload and ${say(shown, row, 'population_share')} of residents.`;
}

function byItsRange(shown: Shown, row: Row, over: string): string {
  return `${shown.metric.title}: the rate of ${say(shown, row, 'group')} is ${row.reading} than that of White by its own 95% range (${say(shown, row, 'relative_rate')} times, ${sayRange(shown, row, 'relative_rate')}), but not clear after Holm's correction over ${over}.`;
}
