/** The latest whole quarter beside the one before and the same a year earlier: court quality, question by question. */
import { JUDGEMENTS } from '../caseload/columns.ts';
import type { Day } from '../caseload/read-dates.ts';
import type { DataFrame } from '../frame/frame.ts';
import { lastWholeQuarter, quarterLabel } from '../reference/quarter.ts';
import { NOT_APPLICABLE, type Row } from '../report/report.ts';
import { fisherExact } from '../stats/fisher-exact.ts';
import { holm } from '../stats/holm.ts';
import { newcombeInterval } from '../stats/newcombe-interval.ts';
import { type Comparison, verdictOf } from './compared-periods.ts';
import { frameOfRows } from './frame-of-rows.ts';
import type { QualityByQuarter } from './quality-quarters.ts';

/** With fewer judged in either quarter nothing is said of the difference. */
export const FEWEST_JUDGED = 5;

/** The latest quarter that is over with the one before, and with the same a year earlier, as far as they were audited. */
export function quarterComparisons(quarters: readonly number[], asAt: Day): Comparison[] {
  const latest = lastWholeQuarter(asAt);
  const after = quarters.indexOf(latest);
  return [
    { compared: 'quarter before', before: quarters.indexOf(latest - 1), after },
    { compared: 'year earlier', before: quarters.indexOf(latest - 4), after },
  ].filter(({ before }) => before >= 0 && after >= 0);
}

const KEYS = [
  'standard',
  'question',
  'compared',
  'before_quarter',
  'after_quarter',
  'before_judged',
  'after_judged',
  'before_share',
  'after_share',
  'difference',
  'difference_lower',
  'difference_upper',
  'p',
  'p_holm',
  'verdict',
];

const TOO_FEW = {
  difference: NOT_APPLICABLE,
  difference_lower: NOT_APPLICABLE,
  difference_upper: NOT_APPLICABLE,
  p: NOT_APPLICABLE,
  p_holm: NOT_APPLICABLE,
  verdict: 'too few to say',
};

/** Each question in two quarters. Different cases were audited in them, so that the difference can be tested. */
export function qualityChangesFrame(
  quality: QualityByQuarter,
  comparisons: readonly Comparison[],
): DataFrame {
  const pairs = comparisons.flatMap((comparison) =>
    JUDGEMENTS.map((_, question) => pairOf(quality, comparison, question)),
  );
  const tested = pairs.filter(({ test }) => test !== null);
  const adjusted = holm(tested.map(({ test }) => test?.p ?? 1));
  const rows = pairs.map(({ row, test }, index): Row => {
    const p_holm = adjusted[tested.indexOf(pairs[index])];
    if (test === null) return { ...row, ...TOO_FEW };
    return { ...row, ...test, p_holm, verdict: verdictOf(test.difference, p_holm) };
  });
  return frameOfRows(rows, KEYS);
}

function pairOf(
  { quarters, counts }: QualityByQuarter,
  { compared, before, after }: Comparison,
  question: number,
) {
  const { standard, question: name } = JUDGEMENTS[question];
  const { judged, sufficient } = counts[question];
  const [earlier, later] = [before, after].map((place) => ({
    judged: judged[place],
    sufficient: sufficient[place],
  }));
  return {
    row: {
      standard,
      question: name,
      compared,
      before_quarter: quarterLabel(quarters[before]),
      after_quarter: quarterLabel(quarters[after]),
      before_judged: earlier.judged,
      after_judged: later.judged,
      before_share: shareOf(earlier),
      after_share: shareOf(later),
    },
    test: earlier.judged < FEWEST_JUDGED || later.judged < FEWEST_JUDGED ? null : testOf(earlier, later),
  };
}

interface Answers {
  readonly judged: number;
  readonly sufficient: number;
}

function shareOf({ judged, sufficient }: Answers) {
  return judged === 0 ? NOT_APPLICABLE : sufficient / judged;
}

function testOf(earlier: Answers, later: Answers) {
  const { difference, lower, upper } = newcombeInterval(
    later.sufficient,
    later.judged,
    earlier.sufficient,
    earlier.judged,
  );
  const p = fisherExact(
    later.sufficient,
    later.judged - later.sufficient,
    earlier.sufficient,
    earlier.judged - earlier.sufficient,
  );
  return { difference, difference_lower: lower, difference_upper: upper, p };
}
