/** Months side by side: the latest with the one before and with the same a year earlier. */
import { NOT_KNOWN } from '../caseload/groups.ts';
import { type DataFrame, frameOf } from '../frame/frame.ts';
import { SEXES } from '../reference/answers.ts';
import { ETHNIC_GROUPS } from '../reference/ethnicity.ts';
import { NOT_APPLICABLE, NOT_AVAILABLE, type Row } from '../report/report.ts';
import { poissonComparison } from '../stats/poisson-comparison.ts';
import { type Comparison, verdictOf } from './compared-periods.ts';
import { frameOfRows } from './frame-of-rows.ts';
import { type Dimension, monthLabel, type OpenByMonth } from './open-by-month.ts';

/** The latest of the months with the one before, and with the same a year earlier where it is there. */
export function comparisonsOf(months: readonly number[]): Comparison[] {
  const after = months.length - 1;
  const before = after - 1;
  const yearEarlier = months.indexOf(months[after] - 12);
  const isNext = months[after] - months[before] === 1;
  const previous = { compared: isNext ? 'month before' : 'file before', before, after };
  return [
    ...(before < 0 || before === yearEarlier ? [] : [previous]),
    ...(yearEarlier < 0 ? [] : [{ compared: 'year earlier', before: yearEarlier, after }]),
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
  'p',
  'verdict',
];

/** Starts and ends, where the file has them, each with the month before and a year earlier. */
export function changesFrame(byMonth: OpenByMonth): DataFrame {
  const rows = (['starts', 'ends'] as const).flatMap((measure) =>
    comparisonsOf(byMonth.months).flatMap((comparison): Row[] => {
      const [before, after] = [comparison.before, comparison.after].map((place) => byMonth[measure][place]);
      if (typeof before !== 'number' || typeof after !== 'number') return [];
      // Months are the unit, so that two of them are equally long.
      const p = poissonComparison(after, 1, before, 1);
      const change = after - before;
      return [
        {
          measure,
          ...periodsOf(byMonth, comparison),
          before,
          after,
          change,
          p,
          verdict: verdictOf(change, p),
        },
      ];
    }),
  );
  return frameOfRows(rows, CHANGE_KEYS);
}

const OPEN_KEYS = [
  'compared',
  'before_period',
  'after_period',
  'before',
  'after',
  'change',
  'joined',
  'left',
];

/** Open children. The same may be in both months: who came and went is a fact, and there is nothing to test. */
export function openChangesFrame(byMonth: OpenByMonth): DataFrame {
  const rows = comparisonsOf(byMonth.months).map((comparison): Row => {
    const [before, after] = [byMonth.open[comparison.before], byMonth.open[comparison.after]];
    const moves = byMonth.moves(comparison.before, comparison.after);
    const { joined, left } = moves ?? { joined: NOT_AVAILABLE, left: NOT_AVAILABLE };
    return { ...periodsOf(byMonth, comparison), before, after, change: after - before, joined, left };
  });
  return frameOfRows(rows, OPEN_KEYS);
}

function periodsOf({ months }: OpenByMonth, { compared, before, after }: Comparison) {
  return {
    compared,
    before_period: monthLabel(months[before]),
    after_period: monthLabel(months[after]),
  };
}

/** What the month is called that the others are compared with. */
export const LATEST = 'latest month';

const MIX_KEYS = ['month', 'group', 'compared', 'children', 'answered', 'difference'];

const LABELS: Record<Dimension, readonly string[]> = {
  ethnicity: [...ETHNIC_GROUPS, NOT_KNOWN],
  sex: [...SEXES.map(({ label }) => label), NOT_KNOWN],
};

/** Open children by group at the latest month-end, then at those it is compared with. */
export function mixFrame(byMonth: OpenByMonth, dimension: Dimension): DataFrame {
  const latest = byMonth.months.length - 1;
  const earlier = comparisonsOf(byMonth.months).map(({ compared, before }) => ({ compared, place: before }));
  const sharesNow = sharesOf(byMonth.countBy(dimension, latest));
  const rows = [{ compared: LATEST, place: latest }, ...earlier].flatMap(({ compared, place }) => {
    const counts = byMonth.countBy(dimension, place);
    const shares = sharesOf(counts);
    return LABELS[dimension].map((group, at) => ({
      month: monthLabel(byMonth.months[place]),
      group,
      compared,
      children: counts[at],
      answered: knownOf(counts),
      difference: place === latest ? NOT_APPLICABLE : differenceOf(sharesNow[at], shares[at]),
    }));
  });
  return frameOfRows(rows, MIX_KEYS);
}

/** All but the last are known. */
function knownOf(counts: readonly number[]): number {
  return counts.slice(0, -1).reduce((sum, count) => sum + count, 0);
}

function sharesOf(counts: readonly number[]): (number | null)[] {
  const known = knownOf(counts);
  return counts.map((count, at) => (known === 0 || at === counts.length - 1 ? null : count / known));
}

function differenceOf(latest: number | null, share: number | null): number | typeof NOT_APPLICABLE {
  return latest === null || share === null ? NOT_APPLICABLE : latest - share;
}
