import { isNumber, type Report, type Row } from '../../report/report.ts';
import { holm } from '../../stats/holm.ts';
import { formatCount } from '../format-cell.ts';
import {
  allOf,
  byProbability,
  CLEAR,
  counted,
  countedAs,
  type Finding,
  firstOf,
  isHidden,
  questionInWords,
  type Shown,
  say,
  shownTable,
  sufficientOfJudged,
  withheldWhole,
} from './finding.ts';

const METRIC = 'quality-consistency';
const OUTSIDE = ['below', 'above'];
/** The part of all places that lies outside the 95 % limits, at most, where all teams are alike. */
const OUTSIDE_IF_ALIKE = 0.05;
const PLACES = ['place of a team on a question', 'places of a team on a question'] as const;

/** Teams that stay unlike all over every place that is shown, and whether more places lie outside than would if alike. */
export function unlikeTeams(report: Report): Finding {
  const shown = shownTable(report, METRIC, 'teams');
  if (shown === null) return withheldWhole(report, METRIC, 'teams', PLACES[1]);
  const rows = shown.rows.filter(({ team }) => team !== 'Not known');
  // One team alone is all there is: beside itself it can only be alike.
  if (teamsIn(rows).length < 2) return {};
  const withheld = rows.filter(({ at_most }) => isHidden(at_most, report.provenance)).length;
  const places = rows.filter(({ at_most, at_least }) => isNumber(at_most) && isNumber(at_least));
  const corrected = holm(places.map(twoSided));
  const clear = places.filter((_, index) => corrected[index] < CLEAR);
  const over = counted(places.length, PLACES);
  const { title } = shown.metric;
  const hasMore = hasClearlyMore(places);
  const outside = placesOutside(places, allOf(report));
  const noneNamed = clear.length === 0 ? 'no team is clearly below or above; ' : '';
  const doubt =
    moreThanExpected(places) > 0
      ? '; the places of one team hang together, so that this alone is not clear'
      : '';
  return {
    clear: [
      ...firstOf(
        byProbability(clear, twoSided).map((row) => sentenceOf(shown, row, over, allOf(report))),
        title,
      ),
      ...(hasMore ? [`${title}: ${outside}.`] : []),
    ],
    notClear: hasMore || places.length === 0 ? [] : [`${title}: ${noneNamed}${outside}${doubt}.`],
    withheld: countedAs(title, withheld, PLACES),
  };
}

function teamsIn(rows: readonly Row[]): string[] {
  return [...new Set(rows.map(({ team }) => String(team)))];
}

function twoSided({ at_most, at_least }: Row): number {
  return Math.min(1, 2 * Math.min(Number(at_most), Number(at_least)));
}

function isOutside({ place }: Row): boolean {
  return OUTSIDE.includes(String(place));
}

function moreThanExpected(places: readonly Row[]): number {
  return places.filter(isOutside).length - OUTSIDE_IF_ALIKE * places.length;
}

/**
 * Whether so many places outside the 95 % limits would be met in fewer than 1 of 20 services whose teams are alike.
 *
 * By Cantelli's inequality, which holds for any distribution: the count exceeds its mean by d with probability at most
 * variance / (variance + d^2). The mean is at most 1 in 20 of the places. The variance is taken as large as it can be:
 * all places of a team lie outside together or not at all, and, as each team is a part of what it is compared with, of
 * two teams both do; of more they hang together as 1 / (teams - 1)^2. It is a careful rule: it says yes late.
 */
function hasClearlyMore(places: readonly Row[]): boolean {
  const sizes = teamsIn(places).map((team) => places.filter((row) => row.team === team).length);
  if (sizes.length < 2) return false;
  const squares = sizes.reduce((sum, size) => sum + size ** 2, 0);
  const together = sizes.length / (sizes.length - 1);
  const variance = OUTSIDE_IF_ALIKE * (1 - OUTSIDE_IF_ALIKE) * squares * together;
  const more = moreThanExpected(places);
  return more > 0 && variance / (variance + more ** 2) < CLEAR;
}

function sentenceOf(shown: Shown, row: Row, over: string, all: string): string {
  const side = Number(row.at_most) < Number(row.at_least) ? 'below' : 'above';
  return `Court quality, ${questionInWords(row)}: team ${say(shown, row, 'team')}, ${sufficientOfJudged(shown, row)} (${say(shown, row, 'share')}), ${side} the ${say(shown, row, 'service_share')} of ${all}; clear after Holm's correction over ${over}.`;
}

function placesOutside(places: readonly Row[], all: string): string {
  const outside = places.filter(isOutside).length;
  const [number, lie] =
    outside === 0 ? ['none', 'lies'] : [formatCount(outside), outside === 1 ? 'lies' : 'lie'];
  const expected = Math.ceil(OUTSIDE_IF_ALIKE * places.length);
  return `${number} of ${counted(places.length, PLACES)} ${lie} outside the 95% limits around the share of ${all}, where up to ${formatCount(expected)} would be expected if all teams were alike`;
}
