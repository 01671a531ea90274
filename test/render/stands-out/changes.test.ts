/** Changes over time: clear only after a correction over all that the report tests. */
import { expect, it } from 'vitest';
import type { Row } from '../../../src/report/report.ts';
import { metricOf, reportOf, said, type Types, tableOf } from './report-of.ts';

const COUNTS: Types = {
  measure: 'text',
  compared: 'text',
  before_period: 'text',
  after_period: 'text',
  before: 'count',
  after: 'count',
  p: 'probability',
  verdict: 'verdict',
};
const SHARES: Types = {
  standard: 'text',
  question: 'text',
  compared: 'text',
  before_quarter: 'text',
  after_quarter: 'text',
  before_judged: 'count',
  after_judged: 'count',
  before_share: 'share',
  after_share: 'share',
  difference: 'difference',
  difference_lower: ['lower', 'difference'],
  difference_upper: ['upper', 'difference'],
  p: 'probability',
  verdict: 'verdict',
};
const STARTS = {
  measure: 'starts',
  compared: 'month before',
  before_period: '2026-09',
  after_period: '2026-10',
  before: 40,
  after: 62,
  p: 0.03,
  verdict: 'higher',
};
const PLANNING = {
  standard: 'planning',
  question: 'desistance',
  compared: 'quarter before',
  before_quarter: '2026Q1',
  after_quarter: '2026Q2',
  before_judged: 50,
  after_judged: 48,
  before_share: 0.8,
  after_share: 0.5,
  difference: -0.3,
  difference_lower: -0.46,
  difference_upper: -0.11,
  p: 0.002,
  verdict: 'lower',
};
const UNCLEAR = { ...PLANNING, question: 'child_safety', p: 0.9, verdict: 'no clear change' };
const WITHHELD = { ...PLANNING, question: 'child_safety', p: '[c]', verdict: '[c]' };
const TOO_FEW = { ...PLANNING, question: 'child_safety', p: '[z]', verdict: 'too few to say' };

function trendOf(...quality: readonly Row[]) {
  return reportOf(
    metricOf(
      'caseload-trend',
      'Trend',
      tableOf('changes', COUNTS, [STARTS]),
      tableOf('quality_changes', SHARES, quality),
    ),
  );
}

it('are corrected over both tables together, not each by itself', () => {
  // Of two: 0.002 x 2 = 0.004 and 0.03 x 1 = 0.03, both under 0.05.
  expect(said(trendOf(PLANNING), 'clear')).toEqual([
    "Starts of cases: 62 in October 2026 beside 40 in September 2026 (month before); higher, clear after Holm's correction over 2 changes.",
    "Court quality, Planning, desistance: 50.0% of 48 cases judged in 2026Q2 were sufficient beside 80.0% of 50 in 2026Q1 (quarter before); lower by 30.0 percentage points (95% range of the change -46.0 to -11.0), clear after Holm's correction over 2 changes.",
  ]);
  expect(said(trendOf(PLANNING), 'notClear')).toEqual([]);
  // Of three: 0.002 x 3 = 0.006, then 0.03 x 2 = 0.06, which is not.
  expect(said(trendOf(PLANNING, UNCLEAR), 'clear')).toHaveLength(1);
  expect(said(trendOf(PLANNING, UNCLEAR), 'notClear')).toEqual([
    'Trend: the other 2 of 3 changes over time tested are not clear.',
  ]);
});

it('that are withheld count as tested, so that nothing is said that they could take back', () => {
  // Of two, one of them withheld: 0.03 x 2 = 0.06.
  const report = trendOf(WITHHELD);
  expect(said(report, 'clear')).toEqual([]);
  expect(said(report, 'notClear')).toEqual(['Trend: the 1 change over time shown is not clear.']);
  expect(said(report, 'withheld')).toEqual(['Trend: 1 change over time.']);
  const [sentence] = said(trendOf(WITHHELD, PLANNING), 'clear');
  expect(sentence).toContain("clear after Holm's correction over 3 changes, withheld ones counted.");
});

it('of too few are neither tested nor corrected for', () => {
  const report = trendOf(TOO_FEW, TOO_FEW);
  expect(said(report, 'clear')).toHaveLength(1);
  expect(said(report, 'tooFew')).toEqual(['Trend: 2 changes over time.']);
});
