import type { Values } from '../caseload/caseload.ts';
import { type ColumnName, JUDGEMENTS } from '../caseload/columns.ts';
import { type DataFrame, frameOf, numbersOf } from '../frame/frame.ts';
import { BEST_SCORE, qualityBand } from '../reference/court-quality.ts';
import { DISPOSALS } from '../reference/disposals.ts';
import { type CohortPart, type LeftOut, NOT_APPLICABLE, type Row } from '../report/report.ts';
import { selectRows } from './cohorts.ts';
import { type Counted, defineMetric, type View } from './define-metric.ts';

const COURT_GROUPS: readonly string[] = ['First-tier', 'Community', 'Custody'];
const YES = 1;
const NO = 2;
const NA = 3;

const REASONS = [
  'other disposal groups',
  'disposal blank or not mapped',
  'discharges, fines and compensation without a judgement',
  'audit_date missing',
  'audit_date outside the period',
] as const;

const [OTHER_GROUPS, , WITHOUT_JUDGEMENT, ...OUTSIDE_PERIOD] = REASONS;

/**
 * Was the court work good enough? Of the court cases audited, how many were judged sufficient on each of the twelve
 * questions. Cases of First-tier, Community and Custody disposals, open or not, home or not: an audit judges the work
 * done here. NA and blank are not judged. A standard's rating is that of its lowest question.
 */
export const courtQuality = defineMetric({
  name: 'court-quality',
  aliases: ['quality'],
  title: 'Court quality',
  question: 'Was the court work good enough?',
  caveat: 'indicative self-audit, not an inspection rating',
  unit: 'judgements',
  cohort:
    'cases of First-tier, Community and Custody disposals; discharges, fines and compensation only if judged',
  denominator: 'answers Yes or No to the question; NA and blank are not judged',
  timing: 'period',
  needs: [['disposal'], JUDGEMENTS.map(({ column }) => column)],
  alsoReads: ['audit_date'],
  tables: [
    {
      name: 'questions',
      title: 'The twelve questions',
      unit: 'cases',
      about: { subject: 'judgements', count: 'judged', answersOf: columnOfQuestion },
      columns: [
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
        { key: 'band', label: 'Band', type: 'band', of: 'share' },
        { key: 'near_boundary', label: 'Near a boundary', type: 'near-boundary', of: 'share' },
      ],
    },
    {
      name: 'standards',
      title: 'The four standards',
      unit: 'cases',
      about: { subject: 'judgements', follows: { table: 'questions', on: 'standard' } },
      columns: [
        { key: 'standard', label: 'Standard', type: 'text' },
        { key: 'lowest_question', label: 'Lowest question', type: 'verdict' },
        { key: 'share', label: 'Its share', type: 'verdict-share' },
        { key: 'rating', label: 'Rating', type: 'verdict' },
        { key: 'score', label: 'Score', type: 'number' },
      ],
    },
    {
      name: 'summary',
      title: 'Summary',
      unit: 'cases',
      about: { subject: 'judgements', count: 'judged_cases', follows: { table: 'questions', on: null } },
      columns: [
        { key: 'judged_cases', label: 'Cases judged', type: 'count' },
        { key: 'score', label: 'Score', type: 'number' },
        { key: 'maximum', label: 'Of at most', type: 'number' },
      ],
    },
  ],
  tells: [
    {
      metric: 'disposal-mix',
      table: 'disposals',
      among: () => true,
      apart: (row) => !isCourtWork(row),
      most: (cohort) => [
        leftOutFor(cohort, [OTHER_GROUPS]),
        cohort.n + leftOutFor(cohort, [WITHOUT_JUDGEMENT, ...OUTSIDE_PERIOD]),
      ],
    },
    {
      metric: 'disposal-mix',
      table: 'disposals',
      among: isCourtWork,
      apart: ({ disposal }) => DISPOSALS.some((one) => one.label === disposal && one.withoutIntervention),
      most: (cohort) => [
        cohort.known + leftOutFor(cohort, [WITHOUT_JUDGEMENT, ...OUTSIDE_PERIOD]),
        cohort.n + leftOutFor(cohort, OUTSIDE_PERIOD),
      ],
    },
  ],
  compute,
});

function columnOfQuestion({ standard, question }: Row): ColumnName | null {
  return JUDGEMENTS.find((one) => one.standard === standard && one.question === question)?.column ?? null;
}

function isCourtWork({ group }: Row): boolean {
  return COURT_GROUPS.includes(String(group));
}

function leftOutFor({ leftOut }: CohortPart<number>, reasons: readonly string[]): number {
  return leftOut.reduce((sum, { reason, n }) => sum + (reasons.includes(reason) ? n : 0), 0);
}

function compute(view: View): Counted {
  const answers = JUDGEMENTS.map(({ column }) => view.column(column)?.values ?? null);
  const { rows, leftOut } = courtCases(view, answers);
  const judgedCases = countJudged(answers, rows);
  const questions = questionsFrame(answers, rows);
  const standards = standardsFrame(questions);
  const scores = numbersIn(standards, 'score');
  return {
    n: rows.length,
    known: judgedCases,
    leftOut,
    frames: {
      questions,
      standards,
      summary: frameOf({
        judged_cases: [judgedCases],
        score: [scores.reduce((sum, score) => sum + score, 0)],
        maximum: [scores.length * BEST_SCORE],
      }),
    },
    notes: [
      'Bands are as commonly described for 2018-2024; a standard is rated by its lowest question, and NA and blank answers are not judged.',
    ],
  };
}

const COURT = 0;
const WITHOUT_INTERVENTION = 3;

/** Per disposal as a code, 0 for none: the place of the reason it is left out for, if it is. */
const RANKS = [
  2,
  ...DISPOSALS.map(({ group, withoutIntervention }) => {
    if (!COURT_GROUPS.includes(group)) return 1;
    return withoutIntervention ? WITHOUT_INTERVENTION : COURT;
  }),
];

/** Court cases of the rows, and what is left out, each under the first reason that fits. */
function courtCases(
  view: View,
  answers: readonly (Values | null)[],
): { rows: Uint32Array; leftOut: LeftOut<number>[] } {
  const disposals = view.column('disposal')?.values;
  if (disposals === undefined) throw new Error('court-quality needs disposal');
  const audits = view.column('audit_date')?.values;
  const { from, to } = view.period ?? { from: null, to: null };
  const rankOf = (row: number): number => {
    const rank = RANKS[disposals[row]];
    if (rank !== COURT && (rank !== WITHOUT_INTERVENTION || !isJudged(answers, row))) return rank;
    if (view.period === null) return COURT;
    const day = audits === undefined ? 0 : audits[row];
    if (day === 0) return 4;
    return day < (from ?? 0) || day > (to ?? day) ? 5 : COURT;
  };
  const { kept, counts } = selectRows(view.rows, REASONS.length, rankOf);
  const leftOut = REASONS.map((reason, index) => ({ reason, n: counts[index] })).filter(({ n }) => n > 0);
  return { rows: kept, leftOut };
}

function isJudged(answers: readonly (Values | null)[], row: number): boolean {
  for (const values of answers)
    if (values !== null && (values[row] === YES || values[row] === NO)) return true;
  return false;
}

function countJudged(answers: readonly (Values | null)[], rows: Uint32Array): number {
  let count = 0;
  for (let index = 0; index < rows.length; index++) if (isJudged(answers, rows[index])) count++;
  return count;
}

function questionsFrame(answers: readonly (Values | null)[], rows: Uint32Array): DataFrame {
  const counts = answers.map((values) => answerCounts(values, rows));
  return frameOf({
    standard: JUDGEMENTS.map(({ standard }) => standard),
    question: JUDGEMENTS.map(({ question }) => question),
    judged: counts.map((count) => count[YES] + count[NO]),
    sufficient: counts.map((count) => count[YES]),
  });
}

/** How many of the rows are blank, Yes, No and NA. */
function answerCounts(values: Values | null, rows: Uint32Array): Uint32Array {
  const counts = new Uint32Array(NA + 1);
  if (values === null) return counts;
  for (let index = 0; index < rows.length; index++) counts[values[rows[index]]]++;
  return counts;
}

interface Question {
  readonly question: string;
  readonly judged: number;
  readonly sufficient: number;
}

/** Each standard by its lowest question: the lowest share unrounded; of the same, the first in the framework's order. */
function standardsFrame(questions: DataFrame): DataFrame {
  const judged = numbersOf(questions, 'judged');
  const sufficient = numbersOf(questions, 'sufficient');
  const standards = [...new Set(JUDGEMENTS.map(({ standard }) => standard))];
  const lowest = standards.map((standard) =>
    JUDGEMENTS.map((judgement, index) => ({
      ...judgement,
      judged: judged[index],
      sufficient: sufficient[index],
    }))
      .filter((row) => row.standard === standard && row.judged > 0)
      .reduce<Question | null>((best, row) => (best === null || isLower(row, best) ? row : best), null),
  );
  const bands = lowest.map((row) => (row === null ? null : qualityBand(row.sufficient, row.judged)));
  return frameOf({
    standard: standards,
    lowest_question: lowest.map((row) => row?.question ?? NOT_APPLICABLE),
    share: lowest.map((row) => (row === null ? NOT_APPLICABLE : row.sufficient / row.judged)),
    rating: bands.map((band) => band?.label ?? NOT_APPLICABLE),
    score: bands.map((band) => band?.score ?? NOT_APPLICABLE),
  });
}

/** Compared as fractions, without dividing. */
function isLower(one: Question, other: Question): boolean {
  return one.sufficient * other.judged < other.sufficient * one.judged;
}

function numbersIn(frame: DataFrame, key: string): number[] {
  return frame.column(key).values.filter((value) => typeof value === 'number');
}
