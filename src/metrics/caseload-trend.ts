import { JUDGEMENTS } from '../caseload/columns.ts';
import { NOT_KNOWN } from '../caseload/groups.ts';
import type { Day } from '../caseload/read-dates.ts';
import type { Row } from '../report/report.ts';
import { childrenWithOpenCase } from './cohorts.ts';
import { type Comparison, HIGHER, LOWER } from './compared-periods.ts';
import { COURT_CAVEAT } from './court-cases.ts';
import {
  type About,
  type Counted,
  defineMetric,
  EVERY_ROW,
  type Sizes,
  type TableSpec,
  type Unanswered,
  type View,
} from './define-metric.ts';
import { firstMonthWithEnds } from './first-month-with-ends.ts';
import { changesFrame, LATEST, mixFrame, monthEndsFrame, openChangesFrame } from './month-changes.ts';
import { openAtMonthEnds } from './month-ends.ts';
import type { OpenByMonth } from './open-by-month.ts';
import { QUESTION_COLUMNS } from './quality-answers.ts';
import { qualityChangesFrame, quarterComparisons } from './quality-changes.ts';
import { type QualityByQuarter, qualityByQuarter, quartersFrame } from './quality-quarters.ts';
import { hasSnapshots, openInSnapshots, wrongSnapshot } from './snapshot-months.ts';
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
  headline: { rowExample: '2026-09, open children' },
  tables: [
    {
      name: 'month_ends',
      title: 'Month by month',
      unit: 'children',
      about: {
        subject: 'children',
        // Beside open children, who joined follows from nobody having left.
        alone: {
          counts: ['children', 'starts', 'ends'],
          isWhole: false,
          hidesZeros: true,
          // No more can have joined than started, or left than ended.
          bounding: {
            counts: ['starts', 'ends'],
            table: 'open_changes',
            on: leavesLittleRoom,
          },
        },
      },
      sparklines: ['children', 'starts', 'ends'],
      chart: { kind: 'lines', of: ['children', 'starts', 'ends'] },
      columns: [
        { key: 'month', label: 'Month', type: 'text' },
        { key: 'children', label: 'Open children', type: 'count' },
        { key: 'starts', label: 'Cases started', type: 'count', unit: 'cases' },
        { key: 'ends', label: 'Cases ended', type: 'count', unit: 'cases' },
      ],
    },
    {
      name: 'changes',
      title: 'Starts and ends of the latest month compared',
      unit: 'cases',
      about: {
        subject: 'children',
        alone: { counts: ['before', 'after'], isWhole: true, hidesZeros: true },
        follows: {
          table: 'month_ends',
          on: ({ before_period, after_period }, { month }) =>
            month === before_period || month === after_period,
        },
      },
      columns: [
        { key: 'measure', label: 'Cases that', type: 'text' },
        { key: 'compared', label: 'Compared with', type: 'text' },
        { key: 'before_period', label: 'From', type: 'text' },
        { key: 'after_period', label: 'To', type: 'text' },
        { key: 'before', label: 'Before', type: 'count' },
        { key: 'after', label: 'After', type: 'count' },
        { key: 'change', label: 'Change', type: 'number' },
        { key: 'p', label: 'p', type: 'probability' },
        { key: 'verdict', label: 'Verdict', type: 'verdict' },
      ],
    },
    {
      name: 'open_changes',
      title: 'Open at the latest month-end compared: who joined and left, without a test',
      unit: 'children',
      about: {
        subject: 'children',
        // Each follows from the other and the change.
        alone: {
          counts: ['before', 'after', 'joined', 'left'],
          isWhole: true,
          together: ['joined', 'left'],
        },
      },
      columns: [
        { key: 'compared', label: 'Compared with', type: 'text' },
        { key: 'before_period', label: 'From', type: 'text' },
        { key: 'after_period', label: 'To', type: 'text' },
        { key: 'before', label: 'Before', type: 'count' },
        { key: 'after', label: 'After', type: 'count' },
        { key: 'change', label: 'Change', type: 'number' },
        { key: 'joined', label: 'Joined', type: 'count' },
        { key: 'left', label: 'Left', type: 'count' },
      ],
    },
    mixTable('ethnic_mix', 'Ethnic groups at the month-ends compared, without a test', 'Group', {
      metric: 'ethnicity-mix',
      table: 'groups',
    }),
    mixTable('sex_mix', 'Sex at the month-ends compared, without a test', 'Sex', {
      metric: 'sex-mix',
      table: 'sexes',
    }),
    {
      name: 'quarters',
      title: 'Court quality by quarter',
      unit: 'cases',
      about: {
        subject: 'judgements',
        count: 'judged',
        divided: { part: 'quarter' },
      },
      highlights: { column: 'quarter', words: 'last' },
      chart: { kind: 'lines', of: ['share'] },
      columns: [{ key: 'quarter', label: 'Quarter', type: 'text' }, ...QUESTION_COLUMNS],
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
        { key: 'compared', label: 'Compared with', type: 'text' },
        { key: 'before_quarter', label: 'From', type: 'text' },
        { key: 'after_quarter', label: 'To', type: 'text' },
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

/**
 * Of a month and the change to it: no more can have left than ended, nor joined than started. Over more than a month the
 * starts and ends of all its months bound, of which the latest is withheld.
 */
function leavesLittleRoom(month: Row, change: Row, threshold: number): boolean {
  if (month.month !== change.after_period) return false;
  const mostLeft = Math.min(Number(month.ends), Number(month.starts) - Number(change.change));
  return change.compared !== 'month before' || mostLeft < threshold;
}

/** Counts by group at each of the month-ends compared; the difference is to the latest. */
function mixTable(name: string, title: string, label: string, same: About['same']): TableSpec {
  return {
    name,
    title,
    unit: 'children',
    about: {
      subject: 'children',
      count: 'children',
      record: [NOT_KNOWN],
      apart: 'month',
      ...(same === undefined ? {} : { same }),
      follows: { table: name, on: (row, other) => other.group === row.group && other.compared === LATEST },
    },
    columns: [
      { key: 'month', label: 'Month', type: 'text' },
      { key: 'group', label, type: 'text' },
      { key: 'compared', label: 'Month-end', type: 'text' },
      { key: 'children', label: 'Children', type: 'count' },
      { key: 'answered', label: 'Of known', type: 'count' },
      {
        key: 'share',
        label: 'Share',
        type: 'share',
        numerator: 'children',
        denominator: 'answered',
        outsideOf: 'group',
        outside: [NOT_KNOWN],
      },
      { key: 'difference', label: 'Latest less this', type: 'difference' },
    ],
  };
}

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

interface Months {
  readonly byMonth: OpenByMonth | null;
  readonly notes: readonly string[];
}

function compute(view: View): Counted | Unanswered {
  const { asAt } = view;
  if (asAt === null) return NO_AS_AT;
  const found = hasSnapshots(view) ? monthsOfSnapshots(view, asAt) : monthsOfFile(view, asAt);
  if ('status' in found) return found;
  const { byMonth, notes } = found;
  // Of open cases only, those audited earlier would be the ones that are open still.
  const holdsEnded = firstMonthWithEnds(view) !== null;
  const quality = holdsEnded ? qualityByQuarter(view) : null;
  const comparisons = quality === null ? [] : quarterComparisons(quality.quarters, asAt);
  const { children, leftOut } = byMonth?.latest ?? childrenWithOpenCase(view);
  return {
    n: children.length,
    known: children.length,
    leftOut,
    children,
    cohorts: {
      changes: casesCohort(view),
      ...(quality === null ? {} : { quarters: quality.cohort, quality_changes: quality.cohort }),
    },
    frames: {
      ...(byMonth === null ? {} : monthFrames(view, byMonth)),
      ...(quality === null ? {} : qualityFrames(quality, comparisons)),
    },
    notes: [...notes, ...qualityNotes(quality, holdsEnded, comparisons.length > 0)],
  };
}

/**
 * All cases, from which those that started and ended are taken. How many did in the months compared, or are at home,
 * would tell of a month whose starts or ends are withheld.
 */
function casesCohort({ rows }: View): Sizes {
  return { n: rows.length, known: rows.length, leftOut: [] };
}

function monthsOfFile(view: View, asAt: Day): Months | Unanswered {
  const first = firstMonthWithEnds(view);
  if (first === null) return OPEN_CASES_ONLY;
  const byMonth = openAtMonthEnds(view, asAt, first);
  return { byMonth, notes: fileNotes(view, first, byMonth) };
}

function monthsOfSnapshots(view: View, asAt: Day): Months | Unanswered {
  const wrong = wrongSnapshot(view, asAt);
  if (wrong !== null) return { status: 'refused', message: wrong };
  const byMonth = openInSnapshots(view, asAt);
  return { byMonth, notes: snapshotNotes(view, asAt, byMonth) };
}

/** One month has nothing to be compared with. */
function monthFrames(view: View, byMonth: OpenByMonth): Counted['frames'] {
  const month_ends = monthEndsFrame(byMonth, view.settings.trendMonths);
  if (byMonth.months.length < 2) return { month_ends };
  const changes = changesFrame(byMonth);
  const [ethnic_mix, sex_mix] = (['ethnicity', 'sex'] as const).map((dimension) =>
    byMonth.dimensions.includes(dimension) ? mixFrame(byMonth, dimension) : undefined,
  );
  return {
    month_ends,
    // Snapshots do not tell starts and ends.
    ...(changes.values.length === 0 ? {} : { changes }),
    open_changes: openChangesFrame(byMonth),
    ...(ethnic_mix === undefined ? {} : { ethnic_mix }),
    ...(sex_mix === undefined ? {} : { sex_mix }),
  };
}

function qualityFrames(quality: QualityByQuarter, comparisons: readonly Comparison[]): Counted['frames'] {
  const quarters = quartersFrame(quality);
  if (comparisons.length === 0) return { quarters };
  return { quarters, quality_changes: qualityChangesFrame(quality, comparisons) };
}
