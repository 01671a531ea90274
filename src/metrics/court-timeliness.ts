import { type ColumnName, columnDefinitions } from '../caseload/columns.ts';
import { shownName, type Target } from '../reference/targets.ts';
import { type Counted, defineMetric, type Unanswered, type View } from './define-metric.ts';
import { casesDue, tallyOf } from './tally-timeliness.ts';
import {
  daysFrame,
  detailsFrame,
  OF_THE_RECORD,
  outcomesFrame,
  rulesFrame,
  targetsFrame,
} from './timeliness-frames.ts';
import { bankHolidayNotes, timelinessNotes } from './timeliness-notes.ts';
import { missingColumns, timeCases } from './timeliness-of-cases.ts';

const DATES: readonly ColumnName[] = columnDefinitions()
  .filter(({ type }) => type === 'date')
  .map(({ name }) => name);

/**
 * Is it done in time? By targets of the service's own, or the examples that stand in for them: of the cases whose due
 * day has come, those in which it was done by then. Every case counts, open or not, home or not: the work is done here.
 */
export const courtTimeliness = defineMetric({
  name: 'court-timeliness',
  aliases: ['timeliness'],
  title: 'Court timeliness',
  question: 'Is it done in time?',
  unit: 'cases',
  cohort:
    'all cases, open or ended, residence Other included; with --from and --to those with a due day in the period',
  denominator: 'cases whose due day is on or before the as-at date',
  timing: 'period',
  needs: [],
  alsoReads: ['disposal', 'report_type', ...DATES],
  headline: {
    rowExample: 'Initial panel',
    share: {
      words: 'lowest share on time',
      table: 'targets',
      column: 'share',
      row: 'lowest',
      better: 'higher',
    },
  },
  tables: [
    {
      name: 'targets',
      title: 'Share on time',
      unit: 'cases',
      about: { subject: 'children', follows: { table: 'outcomes', on: 'target' } },
      chart: { kind: 'bars', of: 'share' },
      columns: [
        { key: 'target', label: 'Target', type: 'text' },
        { key: 'due', label: 'Due so far', type: 'count' },
        { key: 'on_time', label: 'On time', type: 'count' },
        { key: 'share', label: 'Share on time', type: 'share', numerator: 'on_time', denominator: 'due' },
        { key: 'share_lower', label: '95% lower', type: 'lower', of: 'share' },
        { key: 'share_upper', label: '95% upper', type: 'upper', of: 'share' },
        { key: 'standing', label: 'Whose target', type: 'text' },
      ],
    },
    {
      name: 'rules',
      title: 'The targets',
      unit: 'cases',
      about: { subject: 'record' },
      columns: [
        { key: 'target', label: 'Target', type: 'text' },
        { key: 'rule', label: 'Rule', type: 'text' },
        { key: 'standing', label: 'Whose target', type: 'text' },
        { key: 'source', label: 'Source', type: 'text' },
      ],
    },
    {
      name: 'outcomes',
      title: 'What became of each target',
      unit: 'cases',
      about: { subject: 'children', count: 'cases', apart: 'target', record: OF_THE_RECORD },
      columns: [
        { key: 'target', label: 'Target', type: 'text' },
        { key: 'outcome', label: 'Outcome', type: 'text' },
        { key: 'cases', label: 'Cases', type: 'count' },
      ],
    },
    {
      name: 'details',
      title: 'Not on time and due later, divided',
      unit: 'cases',
      about: {
        subject: 'children',
        count: 'cases',
        apart: 'target',
        within: { table: 'outcomes', row: ({ outcome }) => String(outcome) },
      },
      columns: [
        { key: 'target', label: 'Target', type: 'text' },
        { key: 'detail', label: 'Detail', type: 'text' },
        { key: 'outcome', label: 'Outcome', type: 'text' },
        { key: 'cases', label: 'Cases', type: 'count' },
      ],
    },
    {
      name: 'days',
      title: 'Days taken by cases done, and how late the others are',
      unit: 'cases',
      about: {
        subject: 'children',
        follows: [
          { table: 'outcomes', on: 'target' },
          { table: 'details', on: 'target' },
        ],
      },
      columns: [
        { key: 'target', label: 'Target', type: 'text' },
        { key: 'days', label: 'Days taken are counted in', type: 'text' },
        { key: 'done', label: 'Done', type: 'count' },
        { key: 'median_days', label: 'Median days of those done', type: 'number' },
        { key: 'p90_days', label: '90th percentile of those done', type: 'number' },
        { key: 'outstanding', label: 'Late and outstanding', type: 'count' },
        { key: 'outstanding_median_days', label: 'Median calendar days late', type: 'number' },
        { key: 'outstanding_p90_days', label: '90th percentile of calendar days late', type: 'number' },
      ],
    },
  ],
  breakdown: 'internal',
  compute,
});

function compute(view: View): Counted | Unanswered {
  const { asAt, rows } = view;
  const { targets } = view.settings;
  const missing = targets.map((target) => missingColumns(target, view.column));
  const usable = targets.filter((_, index) => missing[index].length === 0);
  if (usable.length === 0) return withoutTargets(missing.flat());
  if (asAt === null)
    return {
      status: 'refused',
      message:
        'The files have no start dates, so the day they speak of is not known and nothing can be called late: give --as-at.',
    };
  const timed = usable.map((target) => timeCases(target, view.column, rows, asAt));
  const due = casesDue(timed, rows.length, view.period);
  const tallies = timed.map((cases) => tallyOf(cases, rows, due, asAt));
  return {
    n: due.n,
    known: due.n,
    leftOut: due.leftOut,
    frames: {
      outcomes: outcomesFrame(usable, tallies, view.period !== null),
      details: detailsFrame(usable, tallies),
      targets: targetsFrame(usable, tallies),
      rules: rulesFrame(usable),
      days: daysFrame(usable, tallies),
    },
    ...(usable.some(({ isExample }) => isExample) ? { caveat: 'example targets, not your standard' } : {}),
    notes: [
      ...bankHolidayNotes(timed, view, due, asAt),
      ...timelinessNotes(usable, view.period !== null),
      ...targets.flatMap((target, index) => missingNotes(target, missing[index])),
    ],
  };
}

function withoutTargets(missing: readonly ColumnName[]): Unanswered {
  if (missing.length === 0)
    return {
      status: 'not-configured',
      message: 'There is no target: write them as targets in yos-caseload.yaml.',
    };
  const names = [...new Set(missing)].join(', ');
  return {
    status: 'refused',
    message: `No target can be worked out, as the files lack columns of each: ${names}. yos-caseload columns shows what was found.`,
  };
}

function missingNotes(target: Target<ColumnName>, missing: readonly ColumnName[]): string[] {
  if (missing.length === 0) return [];
  return [`${shownName(target)} is left out: the files have no ${missing.join(', ')}.`];
}
