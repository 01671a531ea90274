import { JUDGEMENTS } from '../caseload/columns.ts';
import type { Day } from '../caseload/read-dates.ts';
import type { Row } from '../report/report.ts';
import { childrenWithOpenCase } from './cohorts.ts';
import { COURT_CAVEAT } from './court-cases.ts';
import { type Counted, defineMetric, EVERY_ROW, type Unanswered, type View } from './define-metric.ts';
import { changesFrame, HIGHER, LOWER, mixChangesFrame, monthEndsFrame } from './month-changes.ts';
import { firstMonthWithEnds, openAtMonthEnds } from './month-ends.ts';
import type { OpenByMonth } from './open-by-month.ts';
import {
  qualityByQuarter,
  qualityChangesFrame,
  quarterComparisons,
  quartersFrame,
} from './quality-quarters.ts';
import { openInSnapshots } from './snapshot-months.ts';
import { fileNotes, qualityNotes, snapshotNotes } from './trend-notes.ts';

/**
 * What is changing? Open children at each month-end with the cases that started and ended in the month, and court
 * quality by quarter of the audit. From one file only as far back as it holds ended cases; or from a file per month.
 * What can be tested is: starts and ends as counts, court quality as shares of different cases. Open children and their
 * mix at two month-ends are not: the same children may be in both.
 */
export const caseloadTrend = defineMetric({
  name: 'caseload-trend',
  aliases: ['trend'],
  title: 'Trend',
  question: 'What is changing?',
  caveat: `court quality: ${COURT_CAVEAT}`,
  unit: 'children',
  cohort:
    'children with an open case at each month-end, residence Other left out; the cases of theirs that start and end; court cases by quarter of their audit',
  denominator: 'mixes: children of known ethnicity or sex at the month-end; court quality: answers Yes or No',
  timing: 'day',
  needs: [],
  alsoReads: [
    'start_date',
    'end_date',
    'residence',
    'child_id',
    'ethnicity',
    'sex',
    'disposal',
    'audit_date',
    ...JUDGEMENTS.map(({ column }) => column),
  ],
  breakdown: 'internal',
  tables: [
    {
      name: 'month_ends',
      title: 'Month by month',
      unit: 'children',
      about: { subject: 'children', alone: { counts: ['children', 'starts', 'ends'], isWhole: false } },
      sparklines: ['children', 'starts', 'ends'],
      columns: [
        { key: 'month', label: 'Month', type: 'text' },
        { key: 'children', label: 'Open children', type: 'count' },
        { key: 'starts', label: 'Cases started', type: 'count' },
        { key: 'ends', label: 'Cases ended', type: 'count' },
      ],
    },
    {
      name: 'changes',
      title: 'The latest month compared',
      unit: 'children',
      about: {
        subject: 'children',
        alone: { counts: ['before', 'after', 'joined', 'left'], isWhole: true },
      },
      columns: [
        { key: 'measure', label: 'Measure', type: 'text' },
        { key: 'compared', label: 'Compared', type: 'text' },
        { key: 'before_period', label: 'Before', type: 'text' },
        { key: 'after_period', label: 'After', type: 'text' },
        { key: 'before', label: 'Number before', type: 'count' },
        { key: 'after', label: 'Number after', type: 'count' },
        { key: 'change', label: 'Change', type: 'number' },
        { key: 'joined', label: 'Joined', type: 'count' },
        { key: 'left', label: 'Left', type: 'count' },
        { key: 'p', label: 'p', type: 'probability' },
        { key: 'verdict', label: 'Verdict', type: 'verdict' },
      ],
    },
    {
      name: 'mix_changes',
      title: 'The mix of the latest month compared',
      unit: 'children',
      about: { subject: 'children', alone: { counts: ['before', 'after'], isWhole: true } },
      columns: [
        { key: 'dimension', label: 'By', type: 'text' },
        { key: 'value', label: 'Group', type: 'text' },
        { key: 'compared', label: 'Compared', type: 'text' },
        { key: 'before', label: 'Number before', type: 'count' },
        { key: 'after', label: 'Number after', type: 'count' },
        { key: 'share_before', label: 'Share before', type: 'verdict-share' },
        { key: 'share_after', label: 'Share after', type: 'verdict-share' },
        { key: 'difference', label: 'Difference', type: 'difference' },
      ],
    },
    {
      name: 'quarters',
      title: 'Court quality by quarter',
      unit: 'cases',
      about: {
        subject: 'judgements',
        count: 'judged',
        line: ({ standard, question }) => `${standard} ${question}`,
      },
      columns: [
        { key: 'quarter', label: 'Quarter', type: 'text' },
        { key: 'standard', label: 'Standard', type: 'text' },
        { key: 'question', label: 'Question', type: 'text' },
        { key: 'judged', label: 'Judged', type: 'count' },
        { key: 'sufficient', label: 'Sufficient', type: 'count' },
        {
          key: 'share',
          label: 'Share sufficient',
          type: 'share',
          numerator: 'sufficient',
          denominator: 'judged',
        },
        { key: 'share_lower', label: '95% lower', type: 'lower', of: 'share' },
        { key: 'share_upper', label: '95% upper', type: 'upper', of: 'share' },
      ],
    },
    {
      name: 'quality_changes',
      title: 'Court quality of the latest whole quarter compared',
      unit: 'cases',
      about: { subject: 'judgements', follows: { table: 'quarters', on: isOneOfTheTwo } },
      highlights: { column: 'verdict', words: [LOWER, HIGHER] },
      columns: [
        { key: 'standard', label: 'Standard', type: 'text' },
        { key: 'question', label: 'Question', type: 'text' },
        { key: 'compared', label: 'Compared', type: 'text' },
        { key: 'before_quarter', label: 'Before', type: 'text' },
        { key: 'after_quarter', label: 'After', type: 'text' },
        { key: 'before_judged', label: 'Judged before', type: 'count' },
        { key: 'after_judged', label: 'Judged after', type: 'count' },
        { key: 'before_share', label: 'Share before', type: 'verdict-share' },
        { key: 'after_share', label: 'Share after', type: 'verdict-share' },
        { key: 'difference', label: 'Difference', type: 'difference' },
        { key: 'difference_lower', label: '95% lower', type: 'lower', of: 'difference' },
        { key: 'difference_upper', label: '95% upper', type: 'upper', of: 'difference' },
        { key: 'p', label: 'p', type: 'probability' },
        { key: 'p_holm', label: 'Corrected p', type: 'probability', alsoFollows: EVERY_ROW },
        { key: 'verdict', label: 'Verdict', type: 'verdict' },
      ],
    },
  ],
  compute,
});

/** Of a change and a quarter's row: the same question, in one of the quarters compared. */
function isOneOfTheTwo(row: Row, other: Row): boolean {
  if (row.standard !== other.standard || row.question !== other.question) return false;
  return other.quarter === row.before_quarter || other.quarter === row.after_quarter;
}

const NO_AS_AT: Unanswered = {
  status: 'refused',
  message:
    'The file has no dates and no as-at date, so its month is not known: give --as-at, and a file for each other month with --month 2026-09=september.csv.',
};

const OPEN_CASES_ONLY: Unanswered = {
  status: 'refused',
  message:
    'This looks like an export of open cases only: fewer than 5% of its cases ended before the as-at date, so past months cannot be counted from it; export ended cases too, or give a file for each month: --month 2026-09=september.csv.',
};

const SAME_MONTH: Unanswered = {
  status: 'refused',
  message:
    'Two files are of one month: the file of the report counts as the month of its as-at date, and each --month must be another.',
};

interface Months {
  readonly byMonth: OpenByMonth | null;
  readonly notes: readonly string[];
}

function compute(view: View): Counted | Unanswered {
  const { asAt } = view;
  if (asAt === null) return NO_AS_AT;
  const found = view.months.length > 0 ? monthsOfSnapshots(view, asAt) : monthsOfFile(view, asAt);
  if ('status' in found) return found;
  const { byMonth, notes } = found;
  const quality = qualityByQuarter(view, asAt);
  const comparisons = quality === null ? [] : quarterComparisons(quality.quarters, asAt);
  const { children, leftOut } = childrenWithOpenCase(view);
  return {
    n: children.length,
    known: children.length,
    leftOut,
    children,
    frames: {
      ...(byMonth === null ? {} : monthFrames(view, byMonth)),
      ...(quality === null ? {} : { quarters: quartersFrame(quality) }),
      ...(quality === null || comparisons.length === 0
        ? {}
        : { quality_changes: qualityChangesFrame(quality, comparisons) }),
    },
    notes: [...notes, ...qualityNotes(quality, asAt, comparisons.length > 0)],
  };
}

function monthsOfFile(view: View, asAt: Day): Months | Unanswered {
  const first = firstMonthWithEnds(view, asAt);
  if (first === null) return OPEN_CASES_ONLY;
  const byMonth = openAtMonthEnds(view, asAt, first);
  return { byMonth, notes: fileNotes(view, first, byMonth) };
}

function monthsOfSnapshots(view: View, asAt: Day): Months | Unanswered {
  const byMonth = openInSnapshots(view, asAt);
  if (byMonth === null) return SAME_MONTH;
  return { byMonth, notes: snapshotNotes(view, asAt, byMonth) };
}

/** One month has nothing to be compared with. */
function monthFrames(view: View, byMonth: OpenByMonth): Counted['frames'] {
  const month_ends = monthEndsFrame(byMonth, view.settings.trendMonths);
  if (byMonth.months.length < 2) return { month_ends };
  return { month_ends, changes: changesFrame(view, byMonth), mix_changes: mixChangesFrame(byMonth) };
}
