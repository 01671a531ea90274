import type { ColumnName } from '../caseload/columns.ts';
import { type DataFrame, frameOf } from '../frame/frame.ts';
import { LEVELS } from '../reference/answers.ts';
import { type Asked, absentNotes, answerRows, UNKNOWN } from './answer-rows.ts';
import { childrenWithOpenCase, tally } from './cohorts.ts';
import { type Counted, defineMetric, type TableSpec, type View } from './define-metric.ts';
import { LEVEL_COLUMNS, levelsOfChildren } from './levels-of-children.ts';

const NEEDS = ['send', 'care_experienced', 'ete_suitable', 'accommodation_suitable'] as const;
/** The Youth Justice Board's key performance indicators 1 and 2 are about these. */
const KPI_LIKE = ['accommodation_suitable', 'ete_suitable'] as const;
const COLUMNS = [...NEEDS, ...LEVEL_COLUMNS] as const satisfies readonly ColumnName[];
const YES_NO = ['Yes', 'No'] as const;
const YES = 1;

/**
 * What do the children need? Children with an open case at the as-at date, each once; Unknown is an answer of its own
 * and in no share. The suitability that is called KPI-like counts Unknown as not suitable, as the Youth Justice Board's
 * published reporting queries do.
 */
export const needsProfile = defineMetric({
  name: 'needs-profile',
  aliases: ['needs'],
  title: 'Needs profile',
  question: 'What do the children need?',
  questionOfCases: 'What is needed in the cases?',
  unit: 'children',
  cohort: 'children with an open case at the as-at date, residence Other left out',
  denominator: 'children of whom the answer is known; of the KPI-like shares all children of the cohort',
  timing: 'day',
  needs: [COLUMNS],
  alsoReads: ['residence', 'start_date', 'case_id'],
  headline: { rowExample: 'ete_suitable' },
  tables: [
    answersTable('needs', 'Needs and circumstances', 'need', 'Need'),
    answersTable('levels', 'Assessed levels', 'level', 'Assessed'),
    {
      name: 'kpi_like',
      title: 'KPI-like, locally recorded',
      unit: 'children',
      about: {
        subject: 'children',
        follows: { table: 'needs', on: (row, other) => other.need === row.need },
      },
      columns: [
        { key: 'need', label: 'Suitable', type: 'text' },
        { key: 'suitable', label: 'Known to be suitable', type: 'count' },
        { key: 'of', label: 'Of all', type: 'count' },
        { key: 'share', label: 'Share', type: 'share', numerator: 'suitable', denominator: 'of' },
        { key: 'share_lower', label: '95% lower', type: 'lower', of: 'share' },
        { key: 'share_upper', label: '95% upper', type: 'upper', of: 'share' },
      ],
    },
  ],
  breakdown: 'internal',
  compute,
});

function answersTable(name: string, title: string, key: string, label: string): TableSpec {
  return {
    name,
    title,
    unit: 'children',
    about: { subject: 'children', count: 'children', apart: key, record: [UNKNOWN] },
    columns: [
      { key, label, type: 'text' },
      { key: 'answer', label: 'Answer', type: 'text' },
      { key: 'children', label: 'Children', type: 'count' },
      { key: 'answered', label: 'Answer known', type: 'count' },
      {
        key: 'share',
        label: 'Share',
        type: 'share',
        numerator: 'children',
        denominator: 'answered',
        outside: [UNKNOWN],
        outsideOf: 'answer',
      },
      { key: 'share_lower', label: '95% lower', type: 'lower', of: 'share' },
      { key: 'share_upper', label: '95% upper', type: 'upper', of: 'share' },
    ],
  };
}

function compute(view: View): Counted {
  const { children, leftOut } = childrenWithOpenCase(view);
  const needs = asked(NEEDS, YES_NO, children, (need) => view.childValues(need));
  const levelsOfChild = levelsOfChildren(view);
  const levels = asked(
    LEVEL_COLUMNS,
    LEVELS.map(({ label }) => label),
    children,
    (level) => levelsOfChild[level],
  );
  const there = [...needs, ...levels].map(({ question }) => question);
  const absent = COLUMNS.filter((column) => !there.includes(column));
  const suitable = KPI_LIKE.flatMap((need) => needs.find(({ question }) => question === need) ?? []);
  return {
    n: children.length,
    known: children.length,
    leftOut,
    children,
    frames: {
      ...(needs.length > 0 ? { needs: answerRows('need', 'children', needs) } : {}),
      ...(levels.length > 0 ? { levels: answerRows('level', 'children', levels) } : {}),
      ...(suitable.length > 0 ? { kpi_like: suitableFrame(suitable, children.length) } : {}),
    },
    notes: [...notes(view, suitable.length > 0, levels.length > 0), ...absentNotes(absent)],
  };
}

function asked<Name extends ColumnName>(
  names: readonly Name[],
  answers: readonly string[],
  children: Uint32Array,
  valuesOf: (name: Name) => ArrayLike<number> | null,
): Asked[] {
  return names.flatMap((question) => {
    const values = valuesOf(question);
    return values === null
      ? []
      : [{ question, answers, counts: tally(children, values, answers.length + 1) }];
  });
}

function suitableFrame(asked: readonly Asked[], children: number): DataFrame {
  return frameOf({
    need: asked.map(({ question }) => question),
    suitable: asked.map(({ counts }) => counts[YES]),
    of: asked.map(() => children),
  });
}

function notes({ unit }: View, hasSuitable: boolean, hasLevels: boolean): string[] {
  const isOfCases = unit === 'cases';
  const child = isOfCases ? 'case' : 'child';
  return [
    'Unknown is shown as a row of its own and is in no share; only the KPI-like shares count it as not suitable.',
    ...(hasLevels && !isOfCases
      ? [
          "A child's level is that of the open case with the latest start_date that has one, cases held for another service left out.",
        ]
      : []),
    ...(hasSuitable
      ? [
          `KPI-like, locally recorded: as in the key performance indicators of the Youth Justice Board, every ${child} is in the denominator, an unknown answer counts as not suitable, and those held for another service are left out.`,
          'It is not the official indicator: that counts those aged 10 to 17 when the order started, at the end of an order that ended in the quarter; this counts those with an open case at the as-at date, 18 and over included. Outcomes changed on appeal are left out there; these columns do not tell them.',
        ]
      : []),
  ];
}
