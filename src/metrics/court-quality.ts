import { type ColumnName, JUDGEMENTS } from '../caseload/columns.ts';
import { type DataFrame, frameOf, numbersOf } from '../frame/frame.ts';
import { BEST_SCORE, qualityBand } from '../reference/court-quality.ts';
import { NOT_APPLICABLE, NOT_AVAILABLE, type Row } from '../report/report.ts';
import { COURT_CAVEAT, COURT_COHORT, COURT_COLUMNS, COURT_TELLS, courtCases } from './court-cases.ts';
import { type Counted, defineMetric, type View } from './define-metric.ts';
import { countAnswers, QUESTION_COLUMNS } from './quality-answers.ts';

const STANDARDS: readonly string[] = [...new Set(JUDGEMENTS.map(({ standard }) => standard))];

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
  caveat: COURT_CAVEAT,
  unit: 'judgements',
  cohort: COURT_COHORT,
  denominator: 'answers Yes or No to the question; NA and blank are not judged',
  timing: 'period',
  needs: COURT_COLUMNS,
  alsoReads: ['audit_date'],
  headline: {
    rowExample: 'planning, safety of the child',
    share: { words: 'lowest question', table: 'questions', column: 'share', row: 'lowest', better: 'higher' },
    number: {
      words: 'score',
      table: 'summary',
      column: 'score',
      row: {},
      better: 'higher',
      most: STANDARDS.length * BEST_SCORE,
    },
  },
  tables: [
    {
      name: 'questions',
      title: 'The twelve questions',
      unit: 'cases',
      about: { subject: 'judgements', count: 'judged', answersOf: columnOfQuestion },
      chart: { kind: 'bands', of: 'share', band: 'band' },
      columns: [
        ...QUESTION_COLUMNS,
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
  tells: COURT_TELLS,
  compute,
});

function columnOfQuestion({ standard, question }: Row): ColumnName | null {
  return JUDGEMENTS.find((one) => one.standard === standard && one.question === question)?.column ?? null;
}

const WITH_BANDS =
  'Bands are as commonly described for 2018-2024; a standard is rated by its lowest question, and NA and blank answers are not judged.';
const WITHOUT_BANDS =
  'The inspection framework that is set has no bands that are known, so nothing is rated; NA and blank answers are not judged.';

function compute(view: View): Counted {
  const { rows, leftOut, judged } = courtCases(view);
  const questions = questionsFrame(view, rows);
  const { hasQualityBands } = view.settings;
  const standards = standardsFrame(questions, hasQualityBands);
  const scores = numbersIn(standards, 'score');
  return {
    n: rows.length,
    known: judged,
    leftOut,
    frames: {
      questions,
      standards,
      summary: frameOf({
        judged_cases: [judged],
        score: [hasQualityBands ? scores.reduce((sum, score) => sum + score, 0) : NOT_AVAILABLE],
        maximum: [hasQualityBands ? scores.length * BEST_SCORE : NOT_AVAILABLE],
      }),
    },
    notes: [hasQualityBands ? WITH_BANDS : WITHOUT_BANDS],
    ...(hasQualityBands ? {} : { withoutBands: true as const }),
  };
}

/** All cases in one group. */
function questionsFrame(view: View, rows: Uint32Array): DataFrame {
  const counts = countAnswers(view, JUDGEMENTS, rows, new Uint8Array(rows.length), 1);
  return frameOf({
    standard: JUDGEMENTS.map(({ standard }) => standard),
    question: JUDGEMENTS.map(({ question }) => question),
    judged: counts.map(({ judged }) => judged[0]),
    sufficient: counts.map(({ sufficient }) => sufficient[0]),
  });
}

interface Question {
  readonly question: string;
  readonly judged: number;
  readonly sufficient: number;
}

/** Each standard by its lowest question: the lowest share unrounded; of the same, the first in the framework's order. */
function standardsFrame(questions: DataFrame, hasBands: boolean): DataFrame {
  const judged = numbersOf(questions, 'judged');
  const sufficient = numbersOf(questions, 'sufficient');
  const lowest = STANDARDS.map((standard) =>
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
    standard: STANDARDS,
    lowest_question: lowest.map((row) => row?.question ?? NOT_APPLICABLE),
    share: lowest.map((row) => (row === null ? NOT_APPLICABLE : row.sufficient / row.judged)),
    rating: bands.map((band) => (hasBands ? (band?.label ?? NOT_APPLICABLE) : NOT_AVAILABLE)),
    score: bands.map((band) => (hasBands ? (band?.score ?? NOT_APPLICABLE) : NOT_AVAILABLE)),
  });
}

/** Compared as fractions, without dividing. */
function isLower(one: Question, other: Question): boolean {
  return one.sufficient * other.judged < other.sufficient * one.judged;
}

function numbersIn(frame: DataFrame, key: string): number[] {
  return frame.column(key).values.filter((value) => typeof value === 'number');
}
