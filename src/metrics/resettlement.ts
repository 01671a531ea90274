import type { Values } from '../caseload/caseload.ts';
import type { ColumnName } from '../caseload/columns.ts';
import { type DataFrame, frameOf } from '../frame/frame.ts';
import { NOT_APPLICABLE } from '../report/report.ts';
import { quantile } from '../stats/quantile.ts';
import { type Asked, absentNotes, answerRows, UNKNOWN } from './answer-rows.ts';
import { type Counted, defineMetric, type Unanswered, type View } from './define-metric.ts';
import { releasedCases } from './released-cases.ts';

const PLAN_DATE = 'resettlement_plan_date';
const PLAN_ANSWERS = ['before release', 'on the day of release or after', 'no plan date'] as const;
const SUITABLE = [
  { aspect: 'accommodation_suitable', column: 'release_accommodation_suitable' },
  { aspect: 'ete_suitable', column: 'release_ete_suitable' },
] as const satisfies readonly { aspect: string; column: ColumnName }[];
const COLUMNS: readonly ColumnName[] = [PLAN_DATE, ...SUITABLE.map(({ column }) => column)];

/**
 * Are children leaving custody prepared? Cases of Custody disposals released by the as-at date, open or not, home or
 * not. As with all that is to be done by a date, what has no date is not done: no plan date is no plan.
 */
export const resettlement = defineMetric({
  name: 'resettlement',
  title: 'Resettlement',
  question: 'Are children leaving custody prepared?',
  questionOfCases: 'Is leaving custody prepared?',
  unit: 'cases',
  cohort:
    'cases of Custody disposals with a release_date on or before the as-at date, open or not, residence Other included: the work is done here',
  denominator: 'cases of which the answer is known',
  timing: 'period',
  needs: [['disposal'], ['release_date'], COLUMNS],
  alsoReads: [],
  headline: {
    rowExample: 'accommodation_suitable, Yes',
    share: {
      words: 'plan before release',
      table: 'answers',
      column: 'share',
      row: { aspect: 'plan_before_release', answer: PLAN_ANSWERS[0] },
      better: 'higher',
    },
  },
  tables: [
    {
      name: 'answers',
      title: 'Prepared for release',
      unit: 'cases',
      about: { subject: 'children', count: 'cases', apart: 'aspect', record: [UNKNOWN] },
      columns: [
        { key: 'aspect', label: 'Aspect', type: 'text' },
        { key: 'answer', label: 'Answer', type: 'text' },
        { key: 'cases', label: 'Cases', type: 'count' },
        { key: 'answered', label: 'Answer known', type: 'count' },
        {
          key: 'share',
          label: 'Share',
          type: 'share',
          numerator: 'cases',
          denominator: 'answered',
          outside: [UNKNOWN],
          outsideOf: 'answer',
        },
        { key: 'share_lower', label: '95% lower', type: 'lower', of: 'share' },
        { key: 'share_upper', label: '95% upper', type: 'upper', of: 'share' },
      ],
    },
    {
      name: 'days',
      title: 'Days from plan to release',
      unit: 'cases',
      about: { subject: 'children', follows: { table: 'answers', on: null } },
      columns: [
        { key: 'measure', label: 'Measure', type: 'text' },
        { key: 'value', label: 'Value', type: 'measure', counts: ['planned_before_release'] },
      ],
    },
  ],
  breakdown: 'internal',
  compute,
});

function compute(view: View): Counted | Unanswered {
  if (view.asAt === null) {
    return {
      status: 'refused',
      message: 'Who has been released by then needs a date: name the day of the files with --as-at.',
    };
  }
  const { rows, leftOut } = releasedCases(view, view.asAt);
  const gaps = daysFromPlan(view, rows);
  const asked = [
    ...(gaps === null
      ? []
      : [{ question: 'plan_before_release', answers: PLAN_ANSWERS, counts: planCounts(gaps) }]),
    ...SUITABLE.flatMap(({ aspect, column }) => suitable(aspect, view.column(column)?.values, rows)),
  ];
  const before = gaps?.filter((days) => days > 0).sort() ?? null;
  return {
    n: rows.length,
    known: rows.length,
    leftOut,
    frames: {
      answers: answerRows('aspect', 'cases', asked),
      ...(before === null ? {} : { days: daysFrame(before) }),
    },
    notes: [
      ...(gaps === null ? [] : PLAN_NOTES),
      'Unknown is shown as a row of its own and is in no share: shares are of the cases of which the answer is known.',
      ...absentNotes(COLUMNS.filter((column) => view.column(column) === null)),
    ],
  };
}

const PLAN_NOTES = [
  'A case without a plan date has no plan here, though it may have one that nobody recorded: the share with a plan before release is of all of them.',
  'Days from plan to release are of the cases with a plan before release only.',
];

/** No plan date: lower than any number of days can be. */
const NO_PLAN = -(2 ** 31);

/** Per row the days from the plan to the release; null when the files lack the plan's date. */
function daysFromPlan(view: View, rows: Uint32Array): Int32Array | null {
  const plans = view.column(PLAN_DATE)?.values;
  const releases = view.column('release_date')?.values;
  if (plans === undefined || releases === undefined) return null;
  return Int32Array.from(rows, (row) => (plans[row] === 0 ? NO_PLAN : releases[row] - plans[row]));
}

function planCounts(gaps: Int32Array): Uint32Array {
  const counts = new Uint32Array(PLAN_ANSWERS.length + 1);
  for (const days of gaps) counts[days === NO_PLAN ? 3 : days > 0 ? 1 : 2]++;
  return counts;
}

function suitable(question: string, values: Values | undefined, rows: Uint32Array): Asked[] {
  if (values === undefined) return [];
  const answers = ['Yes', 'No'];
  const counts = new Uint32Array(answers.length + 1);
  for (let index = 0; index < rows.length; index++) counts[values[rows[index]]]++;
  return [{ question, answers, counts }];
}

/** @param days in ascending order */
function daysFrame(days: Int32Array): DataFrame {
  const sorted = Array.from(days);
  const at = (fraction: number) => (sorted.length === 0 ? NOT_APPLICABLE : quantile(sorted, fraction));
  return frameOf({
    measure: ['planned_before_release', 'median_days', 'ninetieth_percentile_days'],
    value: [sorted.length, at(0.5), at(0.9)],
  });
}
