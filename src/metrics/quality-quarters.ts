/** Court quality by quarter of the audit, and the latest whole quarter beside those before. */
import type { Values } from '../caseload/caseload.ts';
import { JUDGEMENTS } from '../caseload/columns.ts';
import type { Day } from '../caseload/read-dates.ts';
import { type DataFrame, frameOf } from '../frame/frame.ts';
import {
  firstDayOfQuarter,
  lastDayOfQuarter,
  lastWholeQuarter,
  monthOfDay,
  quarterLabel,
  quarterOfMonth,
} from '../reference/quarter.ts';
import { NOT_APPLICABLE, type Row } from '../report/report.ts';
import { fisherExact } from '../stats/fisher-exact.ts';
import { holm } from '../stats/holm.ts';
import { newcombeInterval } from '../stats/newcombe-interval.ts';
import { courtCases } from './court-cases.ts';
import type { View } from './define-metric.ts';
import { type Comparison, frameOfRows, verdictOf } from './month-changes.ts';
import { placeOfDay } from './place-of-day.ts';
import { type AnswerCounts, countAnswers } from './quality-answers.ts';

/** Two years. */
const MOST_QUARTERS = 8;
/** With fewer judged in either quarter nothing is said of the difference. */
export const FEWEST_JUDGED = 5;

export interface QualityByQuarter {
  /** Quarters since 1970, in the order of time, without a gap. */
  readonly quarters: readonly number[];
  /** Per question of the framework, in its order, the counts of each quarter. */
  readonly counts: readonly AnswerCounts[];
}

/** The court cases judged, by the quarter of their audit, up to that of the as-at date; null where there are none. */
export function qualityByQuarter(view: View, asAt: Day): QualityByQuarter | null {
  const audits = view.column('audit_date')?.values;
  if (audits === undefined || view.column('disposal') === null) return null;
  const last = quarterOfMonth(monthOfDay(asAt));
  const all = Array.from({ length: MOST_QUARTERS }, (_, place) => last + 1 - MOST_QUARTERS + place);
  const placeOf = placeOfDay(all.map(firstDayOfQuarter), lastDayOfQuarter(last));
  const { rows, places } = auditedIn(courtCases(view).rows, audits, placeOf, all.length);
  const counts = countAnswers(view, JUDGEMENTS, rows, places, all.length);
  const first = all.findIndex((_, place) => counts.some(({ judged }) => judged[place] > 0));
  if (first < 0) return null;
  return {
    quarters: all.slice(first),
    counts: counts.map(({ judged, sufficient }) => ({
      judged: judged.subarray(first),
      sufficient: sufficient.subarray(first),
    })),
  };
}

/** The rows audited in one of the quarters, and the place of the quarter of each. */
function auditedIn(court: Uint32Array, audits: Values, placeOf: (day: Day) => number, size: number) {
  const rows = new Uint32Array(court.length);
  const places = new Uint8Array(court.length);
  let length = 0;
  for (let index = 0; index < court.length; index++) {
    const place = placeOf(audits[court[index]]);
    if (place < 0 || place === size) continue;
    places[length] = place;
    rows[length++] = court[index];
  }
  return { rows: rows.subarray(0, length), places: places.subarray(0, length) };
}

/** Quarter by quarter the twelve questions, those without a case judged included. */
export function quartersFrame({ quarters, counts }: QualityByQuarter): DataFrame {
  const places = quarters.flatMap((_, place) => JUDGEMENTS.map((_, question) => ({ place, question })));
  return frameOf({
    quarter: places.map(({ place }) => quarterLabel(quarters[place])),
    standard: places.map(({ question }) => JUDGEMENTS[question].standard),
    question: places.map(({ question }) => JUDGEMENTS[question].question),
    judged: places.map(({ place, question }) => counts[question].judged[place]),
    sufficient: places.map(({ place, question }) => counts[question].sufficient[place]),
  });
}

/** The latest quarter that is over with the one before, and with the same a year earlier, as far as they were audited. */
export function quarterComparisons(quarters: readonly number[], asAt: Day): Comparison[] {
  const latest = lastWholeQuarter(asAt);
  const after = quarters.indexOf(latest);
  return [
    { compared: 'with the quarter before', before: quarters.indexOf(latest - 1), after },
    { compared: 'with the same quarter a year earlier', before: quarters.indexOf(latest - 4), after },
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
