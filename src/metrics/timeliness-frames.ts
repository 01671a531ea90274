/** The tables of court timeliness, from what was tallied of each target. */
import { type DataFrame, frameOf } from '../frame/frame.ts';
import { ruleInWords, shownName, standingOf, type Target } from '../reference/targets.ts';
import { NOT_APPLICABLE } from '../report/report.ts';
import { quantile } from '../stats/quantile.ts';
import type { Tally } from './tally-timeliness.ts';
import {
  DOES_NOT_APPLY,
  DONE_AHEAD,
  DONE_LATE,
  LAST_DAY,
  NOT_RECORDED,
  ON_TIME,
  OUTSTANDING,
  TO_COME,
} from './timeliness-of-cases.ts';

const NOT_ON_TIME = 'not on time';
const DUE_LATER = 'due later';
const NOT_RECORDED_WORDS = 'not recorded';
const APPLIES_NOT = 'does not apply';
const OUTSIDE_PERIOD = 'due outside the period';
/** Rows about the record and not the work. */
export const OF_THE_RECORD: readonly string[] = [NOT_RECORDED_WORDS, APPLIES_NOT, OUTSIDE_PERIOD];

/** The outcomes of a target, in their order, and what of the rule is in each: together all cases. */
const OUTCOMES: readonly (readonly [words: string, of: readonly number[]])[] = [
  ['on time', [ON_TIME]],
  [NOT_ON_TIME, [DONE_LATE, OUTSTANDING]],
  ['due on the as-at date, not done yet', [LAST_DAY]],
  [DUE_LATER, [DONE_AHEAD, TO_COME]],
  [NOT_RECORDED_WORDS, [NOT_RECORDED]],
  [APPLIES_NOT, [DOES_NOT_APPLY]],
];

const DETAILS: readonly (readonly [words: string, outcome: string, of: number])[] = [
  ['done late', NOT_ON_TIME, DONE_LATE],
  ['late and outstanding', NOT_ON_TIME, OUTSTANDING],
  ['done before its due day', DUE_LATER, DONE_AHEAD],
  ['not yet due', DUE_LATER, TO_COME],
];

export function outcomesFrame(
  targets: readonly Target[],
  tallies: readonly Tally[],
  hasPeriod: boolean,
): DataFrame {
  const rows = tallies.flatMap(({ counts, outside }, at) => [
    ...OUTCOMES.map(([words, of]) => ({ at, words, cases: sumOf(counts, of) })),
    ...(hasPeriod ? [{ at, words: OUTSIDE_PERIOD, cases: outside }] : []),
  ]);
  return frameOf({
    target: rows.map(({ at }) => shownName(targets[at])),
    outcome: rows.map(({ words }) => words),
    cases: rows.map(({ cases }) => cases),
  });
}

export function detailsFrame(targets: readonly Target[], tallies: readonly Tally[]): DataFrame {
  const rows = tallies.flatMap(({ counts }, at) =>
    DETAILS.map(([words, outcome, of]) => ({ at, words, outcome, cases: counts[of] })),
  );
  return frameOf({
    target: rows.map(({ at }) => shownName(targets[at])),
    detail: rows.map(({ words }) => words),
    outcome: rows.map(({ outcome }) => outcome),
    cases: rows.map(({ cases }) => cases),
  });
}

export function targetsFrame(targets: readonly Target[], tallies: readonly Tally[]): DataFrame {
  return frameOf({
    target: targets.map(shownName),
    due: tallies.map(({ counts }) => sumOf(counts, [ON_TIME, DONE_LATE, OUTSTANDING, LAST_DAY])),
    on_time: tallies.map(({ counts }) => counts[ON_TIME]),
    standing: targets.map(standingOf),
  });
}

export function rulesFrame(targets: readonly Target[]): DataFrame {
  return frameOf({
    target: targets.map(shownName),
    rule: targets.map(ruleInWords),
    standing: targets.map(standingOf),
    source: targets.map(({ source }) => source),
  });
}

export function daysFrame(targets: readonly Target[], tallies: readonly Tally[]): DataFrame {
  const taken = tallies.map((tally) => tally.daysTaken);
  const late = tallies.map((tally) => tally.daysLate);
  return frameOf({
    target: targets.map(shownName),
    days: targets.map(({ days }) => `${days} days`),
    done: taken.map((days) => days.length),
    median_days: taken.map((days) => quantileOf(days, 0.5)),
    p90_days: taken.map((days) => quantileOf(days, 0.9)),
    outstanding: late.map((days) => days.length),
    outstanding_median_days: late.map((days) => quantileOf(days, 0.5)),
    outstanding_p90_days: late.map((days) => quantileOf(days, 0.9)),
  });
}

function quantileOf(sorted: readonly number[], fraction: number): number | string {
  return sorted.length === 0 ? NOT_APPLICABLE : quantile(sorted, fraction);
}

function sumOf(counts: readonly number[], outcomes: readonly number[]): number {
  return outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
}
