/** Months side by side: the latest with the one before and with the same a year earlier. */
import { NOT_KNOWN } from '../caseload/groups.ts';
import { type DataFrame, frameOf } from '../frame/frame.ts';
import { SEXES } from '../reference/answers.ts';
import { ETHNIC_GROUPS } from '../reference/ethnicity.ts';
import { type Cell, NOT_APPLICABLE, NOT_AVAILABLE, type Row } from '../report/report.ts';
import { poissonComparison } from '../stats/poisson-comparison.ts';
import type { View } from './define-metric.ts';
import { DIMENSIONS, type Dimension, monthLabel, type OpenByMonth } from './open-by-month.ts';

export const HIGHER = 'higher';
export const LOWER = 'lower';
export const NO_CLEAR_CHANGE = 'no clear change';
const NO_TEST = 'no test';
/** A p below it is called a change. */
export const CLEAR = 0.05;

/** Two places in a list of months or quarters, and in words what the later is compared with. */
export interface Comparison {
  readonly compared: string;
  readonly before: number;
  readonly after: number;
}

/** The latest of the months with the one before, and with the same a year earlier where it is there. */
export function comparisonsOf(months: readonly number[]): Comparison[] {
  const after = months.length - 1;
  const before = after - 1;
  const yearEarlier = months.indexOf(months[after] - 12);
  const isNext = months[after] - months[before] === 1;
  const previous = { compared: isNext ? 'with the month before' : 'with the file before', before, after };
  return [
    ...(before < 0 || before === yearEarlier ? [] : [previous]),
    ...(yearEarlier < 0
      ? []
      : [{ compared: 'with the same month a year earlier', before: yearEarlier, after }]),
  ];
}

/** The latest of the months, as many as are asked for. */
export function monthEndsFrame({ months, open, starts, ends }: OpenByMonth, most: number): DataFrame {
  return frameOf({
    month: months.slice(-most).map(monthLabel),
    children: open.slice(-most),
    starts: starts.slice(-most),
    ends: ends.slice(-most),
  });
}

const CHANGE_KEYS = [
  'measure',
  'compared',
  'before_period',
  'after_period',
  'before',
  'after',
  'change',
  'joined',
  'left',
  'p',
  'verdict',
];

/** Starts and ends, where the file has them, and open children, each with the one before and a year earlier. */
export function changesFrame(view: View, byMonth: OpenByMonth): DataFrame {
  const { months, open, starts, ends } = byMonth;
  const rows = (['starts', 'ends', 'open'] as const).flatMap((measure) =>
    comparisonsOf(months).flatMap((comparison): Row[] => {
      const { compared, before, after } = comparison;
      const [from, to] = [before, after].map((place) => ({ starts, ends, open })[measure][place]);
      if (typeof from !== 'number' || typeof to !== 'number') return [];
      const periods = {
        compared,
        before_period: monthLabel(months[before]),
        after_period: monthLabel(months[after]),
      };
      const counts = { before: from, after: to, change: to - from };
      if (measure !== 'open') return [{ measure, ...periods, ...counts, ...eventsChange(from, to) }];
      return [{ measure: `open_${view.unit}`, ...periods, ...counts, ...openChange(byMonth, comparison) }];
    }),
  );
  return frameOfRows(rows, CHANGE_KEYS);
}

/** Months are the unit, so that two of them are equally long. */
function eventsChange(before: number, after: number) {
  const p = poissonComparison(after, 1, before, 1);
  return { joined: NOT_APPLICABLE, left: NOT_APPLICABLE, p, verdict: verdictOf(after - before, p) };
}

/** The same children may be in both months: who came and went is a fact, and there is nothing to test. */
function openChange(byMonth: OpenByMonth, { before, after }: Comparison) {
  const { joined, left } = byMonth.moves(before, after) ?? { joined: NOT_AVAILABLE, left: NOT_AVAILABLE };
  return { joined, left, p: NOT_APPLICABLE, verdict: NO_TEST };
}

/** A change that chance alone makes in fewer than one of twenty is called by its direction. */
export function verdictOf(change: number, p: number): string {
  if (p >= CLEAR) return NO_CLEAR_CHANGE;
  return change > 0 ? HIGHER : LOWER;
}

const MIX_KEYS = [
  'dimension',
  'value',
  'compared',
  'before',
  'after',
  'share_before',
  'share_after',
  'difference',
];

const LABELS: Record<Dimension, readonly string[]> = {
  ethnicity: [...ETHNIC_GROUPS, NOT_KNOWN],
  sex: [...SEXES.map(({ label }) => label), NOT_KNOWN],
};

/** Open children by group, each month beside the other; a dimension that a file does not tell is left out. */
export function mixChangesFrame(byMonth: OpenByMonth): DataFrame {
  const rows = DIMENSIONS.flatMap((dimension) =>
    comparisonsOf(byMonth.months).flatMap((comparison) => mixRows(byMonth, dimension, comparison)),
  );
  return frameOfRows(rows, MIX_KEYS);
}

function mixRows(byMonth: OpenByMonth, dimension: Dimension, { compared, before, after }: Comparison): Row[] {
  const from = byMonth.countBy(dimension, before);
  const to = byMonth.countBy(dimension, after);
  if (from === null || to === null) return [];
  const [known, knownAfter] = [from, to].map((counts) => counts.slice(0, -1).reduce((sum, n) => sum + n, 0));
  return LABELS[dimension].map((value, group) => {
    const isKnown = value !== NOT_KNOWN;
    const share = isKnown && known > 0 ? from[group] / known : null;
    const shareAfter = isKnown && knownAfter > 0 ? to[group] / knownAfter : null;
    return {
      dimension,
      value,
      compared,
      before: from[group],
      after: to[group],
      share_before: share ?? NOT_APPLICABLE,
      share_after: shareAfter ?? NOT_APPLICABLE,
      difference: share === null || shareAfter === null ? NOT_APPLICABLE : shareAfter - share,
    };
  });
}

/** A frame of rows that all have these keys. */
export function frameOfRows(rows: readonly Row[], keys: readonly string[]): DataFrame {
  return frameOf(Object.fromEntries(keys.map((key): [string, Cell[]] => [key, rows.map((row) => row[key])])));
}
