/** Whether the share of a group differs from that of everyone else, for many groups and questions at once. */
import { fisherExact } from '../stats/fisher-exact.ts';
import { holm } from '../stats/holm.ts';
import { newcombeInterval } from '../stats/newcombe-interval.ts';

/** Of fewer cases, in the group or among everyone else, nothing is said. */
export const LEAST_JUDGED = 5;
/** A difference is clear when its corrected probability is under it. */
export const CLEAR = 0.05;

export interface GroupCounts {
  readonly judged: number;
  readonly sufficient: number;
  readonly othersJudged: number;
  readonly othersSufficient: number;
}

export interface Difference {
  /** Share of the group less that of everyone else, with Newcombe's interval, -1 to 1. */
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  /** Fisher's exact test, two-sided, and the same after Holm's correction over all that was tested. */
  readonly p: number;
  readonly corrected: number;
  readonly verdict: 'lower' | 'higher' | 'no clear difference';
}

/** Each group beside everyone else; null where there are too few to say, which is not tested and not corrected for. */
export function compareWithOthers(groups: readonly GroupCounts[]): (Difference | null)[] {
  const tested = groups.filter(isEnough);
  const ps = tested.map(testOf);
  const corrected = holm(ps);
  const places = new Map(tested.map((group, place) => [group, place]));
  return groups.map((group) => {
    const place = places.get(group);
    return place === undefined ? null : differenceOf(group, ps[place], corrected[place]);
  });
}

function isEnough({ judged, othersJudged }: GroupCounts): boolean {
  return judged >= LEAST_JUDGED && othersJudged >= LEAST_JUDGED;
}

function testOf({ judged, sufficient, othersJudged, othersSufficient }: GroupCounts): number {
  return fisherExact(sufficient, judged - sufficient, othersSufficient, othersJudged - othersSufficient);
}

function differenceOf(group: GroupCounts, p: number, corrected: number): Difference {
  const { judged, sufficient, othersJudged, othersSufficient } = group;
  const found = newcombeInterval(sufficient, judged, othersSufficient, othersJudged);
  const side = found.difference < 0 ? 'lower' : 'higher';
  return { ...found, p, corrected, verdict: corrected < CLEAR ? side : 'no clear difference' };
}
