import { type DataFrame, frameOf } from '../frame/frame.ts';
import { NOT_APPLICABLE } from '../report/report.ts';
import { DIMENSION_COLUMNS, dimensionsOf } from './child-dimensions.ts';
import { CLEAR, compareWithOthers, type Difference, LEAST_JUDGED } from './compare-with-others.ts';
import { countGroups, type Group } from './count-groups.ts';
import { COURT_CAVEAT, COURT_COHORT, COURT_COLUMNS, COURT_TELLS, courtCases } from './court-cases.ts';
import { type Counted, defineMetric, EVERY_ROW, type View } from './define-metric.ts';
import { QUESTION_COLUMNS } from './quality-answers.ts';

/**
 * Do some children get less good work? For each question of the audits, the share judged sufficient in each group of
 * children beside that of everyone else: all other cases judged whose group is known. The cohort is that of
 * court-quality; a case is in the group of its child. Clear is a difference that stands after Holm's correction.
 */
export const qualityEquity = defineMetric({
  name: 'quality-equity',
  title: 'Equity of court quality',
  question: 'Do some children get less good work?',
  questionOfCases: 'Is some of the work less good, by whom it is about?',
  caveat: COURT_CAVEAT,
  unit: 'judgements',
  cohort: COURT_COHORT,
  denominator: 'answers Yes or No to the question in cases of the group; NA and blank are not judged',
  timing: 'period',
  needs: [...COURT_COLUMNS, DIMENSION_COLUMNS],
  alsoReads: ['audit_date', 'diversity_needs_met'],
  headline: {
    rowExample: 'Black, planning, desistance',
    number: {
      words: 'comparisons clearly lower',
      table: 'summary',
      column: 'lower',
      row: {},
      better: 'lower',
    },
  },
  tables: [
    {
      name: 'comparisons',
      title: 'Each group beside everyone else',
      unit: 'cases',
      about: {
        subject: 'judgements',
        count: 'judged',
        divided: { part: 'value', by: 'dimension' },
      },
      highlights: { column: 'verdict', words: ['lower', 'higher'] },
      columns: [
        { key: 'dimension', label: 'Compared by', type: 'text' },
        { key: 'value', label: 'Group', type: 'text' },
        ...QUESTION_COLUMNS,
        { key: 'others_share', label: 'Everyone else', type: 'verdict-share' },
        { key: 'difference', label: 'Difference', type: 'difference' },
        { key: 'difference_lower', label: '95% lower of difference', type: 'lower', of: 'difference' },
        { key: 'difference_upper', label: '95% upper of difference', type: 'upper', of: 'difference' },
        { key: 'p', label: 'p', type: 'probability' },
        { key: 'p_holm', label: 'Corrected p', type: 'probability', alsoFollows: EVERY_ROW },
        { key: 'verdict', label: 'Verdict', type: 'verdict' },
      ],
    },
    {
      name: 'summary',
      title: 'Verdicts',
      unit: 'cases',
      about: { subject: 'judgements', follows: { table: 'comparisons', on: null } },
      columns: [
        { key: 'tested', label: 'Comparisons tested', type: 'number' },
        { key: 'lower', label: 'Lower', type: 'number' },
        { key: 'higher', label: 'Higher', type: 'number' },
        { key: 'no_clear_difference', label: 'No clear difference', type: 'number' },
        { key: 'too_few_to_say', label: 'Too few to say', type: 'number' },
      ],
    },
  ],
  tells: COURT_TELLS,
  breakdown: 'internal',
  compute,
});

const NOTES = [
  'Everyone else is every other case judged on the question whose group is known; cases whose group is not known are in neither. Age is that at the as-at date, which may be later than the work.',
  `Lower or higher: the two-sided p of Fisher's exact test is under ${CLEAR} after Holm's correction for all comparisons tested. Too few to say: fewer than ${LEAST_JUDGED} cases judged in the group or among everyone else; these are not tested.`,
  'Where only two groups have cases (Yes and No, say), their two rows are one test seen from both sides. Both are counted as tested, which makes the correction stricter.',
  'The 95% range of a difference is not corrected for the number of comparisons: it may leave out 0 where the verdict is no clear difference.',
  'No clear difference does not mean the same: of few cases only large differences show. A difference does not say why: the cases of one group may be unlike those of another. Cases are tested as if no two were about the same person.',
];

function compute(view: View): Counted {
  const { rows, leftOut } = courtCases(view);
  const { dimensions, notes } = dimensionsOf(view);
  const groups = countGroups(view, rows, dimensions);
  const differences = compareWithOthers(groups);
  return {
    n: rows.length,
    known: rows.length,
    leftOut,
    frames: {
      comparisons: comparisonsFrame(groups, differences),
      summary: summaryFrame(differences),
    },
    notes: [...NOTES, ...notes],
  };
}

function comparisonsFrame(groups: readonly Group[], differences: readonly (Difference | null)[]): DataFrame {
  const figure = (key: keyof Difference) => differences.map((found) => found?.[key] ?? NOT_APPLICABLE);
  return frameOf({
    dimension: groups.map(({ dimension }) => dimension),
    value: groups.map(({ value }) => value),
    standard: groups.map(({ standard }) => standard),
    question: groups.map(({ question }) => question),
    judged: groups.map(({ judged }) => judged),
    sufficient: groups.map(({ sufficient }) => sufficient),
    // Of a group without a case judged there is nothing to compare.
    others_share: groups.map(({ judged, othersJudged, othersSufficient }) =>
      judged === 0 || othersJudged === 0 ? NOT_APPLICABLE : othersSufficient / othersJudged,
    ),
    difference: figure('difference'),
    difference_lower: figure('lower'),
    difference_upper: figure('upper'),
    p: figure('p'),
    p_holm: figure('corrected'),
    verdict: differences.map((found) => found?.verdict ?? 'too few to say'),
  });
}

function summaryFrame(differences: readonly (Difference | null)[]): DataFrame {
  const timesOf = (wanted: Difference['verdict'] | undefined) =>
    differences.filter((found) => found?.verdict === wanted).length;
  const tooFew = timesOf(undefined);
  return frameOf({
    tested: [differences.length - tooFew],
    lower: [timesOf('lower')],
    higher: [timesOf('higher')],
    no_clear_difference: [timesOf('no clear difference')],
    too_few_to_say: [tooFew],
  });
}
