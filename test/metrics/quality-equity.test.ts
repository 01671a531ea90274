import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { courtQuality } from '../../src/metrics/court-quality.ts';
import { qualityEquity } from '../../src/metrics/quality-equity.ts';
import { buildReport } from '../../src/report/build-report.ts';
import type { Row } from '../../src/report/report.ts';
import { type Asked, caseloadOf, cellsOf, csvInput, figuresOf, rowOf, tableOf } from './figures-of.ts';

type Answers = readonly (readonly [value: string, yes: number, no: number])[];

/** Court cases of as many children, with so many answers Yes and No to each question by a value of theirs. */
function audited(column: string, questions: Readonly<Record<string, Answers>>): string {
  const rows = Object.entries(questions).flatMap(([question, answers], at) =>
    answers.flatMap(([value, yes, no]) =>
      Array.from({ length: yes + no }, (_, index) => {
        const id = `${at}-${value}-${index}`;
        const cells = Object.keys(questions).map((one) =>
          one === question ? (index < yes ? 'Yes' : 'No') : '',
        );
        return [`C${id}`, `YP${id}`, value, 'Referral order', '2026-05-01', ...cells].join(',');
      }),
    ),
  );
  const header = ['case_id', 'child_id', column, 'disposal', 'start_date', ...Object.keys(questions)].join();
  return [header, ...rows].join('\n');
}

const equityOf = (csv: string, asked: Asked = {}) => figuresOf(qualityEquity, csv, asked);
const comparison = (csv: string, cells: Row, asked: Asked = {}) =>
  rowOf(equityOf(csv, asked), 'comparisons', cells);
const SEXES = ['Female', 'Male', 'Other'];
const QUESTIONS = ['desistance', 'child_safety', 'others_safety'];
const ASKED = [
  ...['assessment', 'planning', 'delivery', 'reviewing'].flatMap((standard) =>
    QUESTIONS.map((question) => `${standard}_${question}`),
  ),
  'diversity_needs_met',
];
const DESISTANCE = { standard: 'planning', question: 'desistance' };

describe('a group beside everyone else', () => {
  // Newcombe (1998), table II, method 10: 56 of 70 less 48 of 80 lies between 0.0524 and 0.3339.
  const csv = audited('sex', {
    planning_desistance: [
      ['Female', 56, 14],
      ['Male', 48, 32],
    ],
  });

  test('has the difference with the published interval, and the other side mirrors it', () => {
    const girls = comparison(csv, { value: 'Female', ...DESISTANCE });
    expect(girls).toMatchObject({ judged: 70, sufficient: 56, share: 0.8, others_share: 0.6 });
    expect(girls.difference).toBeCloseTo(0.2, 12);
    expect(girls.difference_lower).toBeCloseTo(0.0524, 4);
    expect(girls.difference_upper).toBeCloseTo(0.3339, 4);
    const boys = comparison(csv, { value: 'Male', ...DESISTANCE });
    expect(boys).toMatchObject({ share: 0.6, others_share: 0.8 });
    expect(boys.difference).toBeCloseTo(-0.2, 12);
    expect(boys.difference_lower).toBeCloseTo(-0.3339, 4);
    expect(boys.difference_upper).toBeCloseTo(-0.0524, 4);
  });

  test('of whom nobody was judged has no share, and stands in its place all the same', () => {
    const questions = cellsOf(equityOf(csv), 'comparisons', ['value', 'standard', 'question', 'judged']);
    expect(questions.map(([value]) => value).filter((_, at) => at % 13 === 0)).toEqual(SEXES);
    expect(questions.slice(0, 13).map(([, standard, question]) => `${standard}_${question}`)).toEqual(ASKED);
    expect(comparison(csv, { value: 'Other', ...DESISTANCE })).toEqual({
      dimension: 'sex',
      value: 'Other',
      ...DESISTANCE,
      ...{ judged: 0, sufficient: 0, share: '[z]', share_lower: '[z]', share_upper: '[z]' },
      others_share: '[z]',
      ...{ difference: '[z]', difference_lower: '[z]', difference_upper: '[z]', p: '[z]', p_holm: '[z]' },
      verdict: 'too few to say',
    });
  });

  test('has the range of its own share as published: 8 of 10', () => {
    const row = comparison(audited('sex', { planning_desistance: [['Male', 8, 2]] }), {
      value: 'Male',
      ...DESISTANCE,
    });
    expect(row.share_lower).toBeCloseTo(0.490162, 6); // Wilson's interval of 8 of 10, as of R's prop.test
    expect(row.share_upper).toBeCloseTo(0.943318, 6);
  });
});

/*
 * Criminal convictions of like-sex twins, Fisher (1962): 2 of 17 and 10 of 13 have p = 0.0005367. Whales and sharks in
 * two oceans, in scipy's documentation: 8 of 10 and 1 of 6 have p = 0.0350 (400 / 11440). With both sides of each that
 * is four tests: in Holm's order the p are times 4, 3, 2 and 1, none less than the one before: 0.0021469 twice, then
 * 2 x 0.0349650 = 0.0699301 twice.
 */
const TWINS_AND_WHALES = audited('send', {
  planning_desistance: [
    ['Yes', 2, 15],
    ['No', 10, 3],
  ],
  reviewing_child_safety: [
    ['Yes', 8, 2],
    ['No', 1, 5],
  ],
});

describe('a verdict', () => {
  const columns = ['value', 'question', 'p', 'p_holm', 'verdict'];
  const tested = cellsOf(equityOf(TWINS_AND_WHALES), 'comparisons', columns).filter(([, , p]) => p !== '[z]');

  test('is lower or higher where the published p is under 0.05 after correction for all that is tested', () => {
    expect(tested.map(([value, question, , , verdict]) => [value, question, verdict])).toEqual([
      ['Yes', 'desistance', 'lower'],
      ['Yes', 'child_safety', 'no clear difference'],
      ['No', 'desistance', 'higher'],
      ['No', 'child_safety', 'no clear difference'],
    ]);
    [0.0005367241, 0.034965035, 0.0005367241, 0.034965035].forEach((p, at) => {
      expect(tested[at][2]).toBeCloseTo(p, 9);
    });
    [0.0021468965, 0.06993007, 0.0021468965, 0.06993007].forEach((p, at) => {
      expect(tested[at][3]).toBeCloseTo(p, 9);
    });
  });

  test('may be no clear difference where the interval, which is not corrected, leaves out 0', () => {
    const whales = comparison(TWINS_AND_WHALES, {
      value: 'Yes',
      question: 'child_safety',
      standard: 'reviewing',
    });
    // 8 of 10 lies between 0.490162 and 0.943318, 1 of 6 between 0.030053 and 0.563503 (Wilson), so the lower bound is
    // 0.633333 - sqrt((0.8 - 0.490162)^2 + (0.563503 - 0.166667)^2) = 0.633333 - 0.503465.
    expect(whales.difference).toBeCloseTo(0.633333, 6);
    expect(whales.difference_lower).toBeCloseTo(0.129868, 5);
    expect(equityOf(TWINS_AND_WHALES).notes.join()).toMatch('may leave out 0 where the verdict is no clear');
  });

  test('is counted in the summary, those not tested apart', () => {
    // Two values of SEND with 13 questions each are 26 rows, four of them tested.
    expect(tableOf(equityOf(TWINS_AND_WHALES), 'summary').rows).toEqual([
      { tested: 4, lower: 1, higher: 1, no_clear_difference: 2, too_few_to_say: 22 },
    ]);
  });

  test('is too few to say, and not tested, under 5 judged in the group or among everyone else', () => {
    const csv = audited('ethnicity', {
      planning_desistance: [
        ['Indian', 5, 0],
        ['African', 0, 4],
        ['Irish', 0, 1],
      ],
    });
    // Everyone else are 5, 6, 10, 10 and 9. All of 5 beside none of 5: 2 of C(10, 5) = 252 tables, the only test.
    const rows = cellsOf(equityOf(csv), 'comparisons', [
      'value',
      'standard',
      'question',
      'verdict',
      'p_holm',
    ]);
    expect(
      rows.filter(([, standard, question]) => standard === 'planning' && question === 'desistance'),
    ).toEqual(
      [
        ['Asian', 'higher', expect.closeTo(2 / 252, 12)],
        ['Black', 'too few to say', '[z]'],
        ['Mixed', 'too few to say', '[z]'],
        ['Other', 'too few to say', '[z]'],
        ['White', 'too few to say', '[z]'],
      ].map(([value, verdict, p]) => [value, 'planning', 'desistance', verdict, p]),
    );
    const fourOthers = csv.replace(/^.*Irish.*$/m, '');
    expect(comparison(fourOthers, { value: 'Asian', ...DESISTANCE })).toMatchObject({
      ...{ judged: 5, share: 1, others_share: 0, difference: '[z]', p: '[z]', verdict: 'too few to say' },
    });
  });

  test('of a group that has everyone judged is too few to say: there is nobody else', () => {
    const csv = audited('send', { planning_desistance: [['Yes', 6, 3]] });
    expect(comparison(csv, { value: 'Yes', ...DESISTANCE })).toMatchObject({
      ...{ share: 2 / 3, others_share: '[z]', difference: '[z]', verdict: 'too few to say' },
    });
  });

  test('of equal shares is no clear difference, with p of 1', () => {
    const csv = audited('send', {
      planning_desistance: [
        ['Yes', 5, 0],
        ['No', 5, 0],
      ],
    });
    expect(comparison(csv, { value: 'No', ...DESISTANCE })).toMatchObject({
      ...{ difference: 0, p: 1, p_holm: 1, verdict: 'no clear difference' },
    });
  });
});

describe('who is compared', () => {
  test('everyone else is of known group: those whose group is not known are in neither', () => {
    const csv = audited('care_experienced', {
      diversity_needs_met: [
        ['Yes', 1, 4],
        ['No', 3, 3],
        ['Unknown', 9, 0],
        ['', 9, 0],
      ],
      planning_desistance: [],
    });
    const needsMet = { standard: 'diversity', question: 'needs_met' };
    expect(comparison(csv, { value: 'Yes', ...needsMet })).toMatchObject({ judged: 5, others_share: 0.5 });
    expect(comparison(csv, { value: 'No', ...needsMet })).toMatchObject({ judged: 6, others_share: 0.2 });
    expect(cellsOf(equityOf(csv), 'comparisons', ['value']).flat()).not.toContain('Not known');
  });

  const TWO_CASES = `
    case_id,child_id,send,disposal,start_date,planning_desistance
    C1,YP1,No,YRO,2026-01-01,Yes
    C2,YP1,Yes,YRO,2026-05-01,No
    C3,YP1,,YRO,2026-06-01,Yes
    C4,YP2,No,YRO,2026-05-01,No`;
  const judgedOf = (asked: Asked) =>
    ['Yes', 'No'].map((value) => comparison(TWO_CASES, { value, ...DESISTANCE }, asked).judged);

  test('a case is in the group of its child, as the latest case that knows has it', () => {
    expect(judgedOf({})).toEqual([3, 1]);
  });

  test('with --count-cases in its own', () => {
    expect(judgedOf({ countCases: true })).toEqual([1, 2]);
    const { question, notes, tables } = equityOf(TWO_CASES, { countCases: true });
    expect(JSON.stringify([question, notes, tables.map(({ title }) => title)])).not.toMatch(/child/i);
  });

  const AGES = `
    case_id,child_id,birth_month,age,disposal,start_date,planning_desistance
    C1,YP1,2008-10,15,YRO,2026-05-01,Yes
    C2,YP2,2008-11,,YRO,2026-05-01,Yes
    C3,YP3,,14,YRO,2026-05-01,Yes
    C4,YP4,,,YRO,2026-05-01,Yes`;

  test('ages are those at the as-at date, in the bands of the report', () => {
    const caseload = caseloadOf([csvInput(AGES)], { asAt: '2026-10-31' });
    const bandsOf = (ageBands: typeof caseload.ageBands) => {
      const [figures] = buildReport({ ...caseload, ageBands }, { metrics: [qualityEquity] }).metrics;
      const rows = tableOf(figures, 'comparisons').rows.filter(({ standard, question }) => {
        return standard === 'planning' && question === 'desistance';
      });
      return rows.map(({ dimension, value, judged }) => [dimension, value, judged]);
    };
    expect(bandsOf(caseload.ageBands)).toEqual([
      ['age', '10-14', 1],
      ['age', '15-17', 1], // 17 until 1 November
      ['age', '18 and over', 1], // 18 since 1 October, whatever the age given
    ]);
    const own = [
      { label: '10-17', from: 10, to: 17 },
      { label: '18 and over', from: 18, to: Number.POSITIVE_INFINITY },
    ];
    expect(bandsOf(own)).toEqual([
      ['age', '10-17', 2],
      ['age', '18 and over', 1],
    ]);
  });

  test('ethnic groups are those of the list; categories as recorded are in none, and a note says so', () => {
    const csv = audited('ethnicity', { planning_desistance: [['Chinese', 1, 0]] });
    const groupsWith = (ethnicityList: '2021' | '2001') =>
      cellsOf(equityOf(csv, { ethnicityList }), 'comparisons', ['value', 'judged']).filter(
        ([, judged]) => judged === 1,
      );
    expect(groupsWith('2021')).toEqual([['Asian', 1]]);
    expect(groupsWith('2001')).toEqual([['Other', 1]]);
    const recorded = equityOf(csv, { ethnicityList: 'as-recorded' });
    expect(tableOf(recorded, 'comparisons').rows).toEqual([]);
    expect(recorded.notes.join()).toMatch(
      'Ethnic groups are not compared: the categories are those of the files',
    );
  });

  test('dimensions without a column are left out and named; without any of them there is nothing to compare', () => {
    const figures = equityOf(TWINS_AND_WHALES);
    expect(new Set(cellsOf(figures, 'comparisons', ['dimension']).flat())).toEqual(new Set(['send']));
    expect(figures.notes.at(-1)).toBe(
      'Not compared, as the files have no column for it: ethnicity; sex; birth_month or age; care_experienced.',
    );
    const missing = (csv: string) => equityOf(csv).missing;
    expect(
      missing('case_id,child_id,start_date,disposal,planning_desistance\nC1,YP1,2026-05-01,YRO,Yes'),
    ).toEqual(['ethnicity or sex or birth_month or age or send or care_experienced']);
    expect(missing('case_id,child_id,start_date,disposal,sex\nC1,YP1,2026-05-01,YRO,F')).toEqual([
      ASKED.slice(0, 12).join(' or '),
    ]);
  });
});

test('the cohort is that of court-quality, with its reasons, in a period too', () => {
  const csv = `
    case_id,child_id,sex,disposal,residence,start_date,audit_date,planning_desistance,diversity_needs_met
    C1,YP1,F,Referral order,Home,2026-05-01,2026-07-01,Yes,
    C2,YP2,M,YRO,Other,2026-01-01,2026-09-30,No,Yes
    C3,YP3,M,DTO,Home,2026-01-01,,Yes,
    C4,YP4,F,Fine,Home,2026-05-01,2026-07-01,,Yes
    C5,YP5,F,Youth caution,Home,2026-05-01,2026-07-01,Yes,
    C6,YP6,F,,Home,2026-05-01,2026-07-01,Yes,
    C7,YP7,F,YRO,Home,2026-05-01,2026-06-01,NA,`;
  for (const asked of [{}, { from: '2026-07-01', to: '2026-09-30' }]) {
    const { cohort } = tableOf(equityOf(csv, asked), 'comparisons');
    const quality = tableOf(figuresOf(courtQuality, csv, asked), 'questions').cohort;
    // How many of them were judged is for court-quality to say, which protects it.
    expect(cohort).toEqual({ ...quality, known: quality.n });
  }
  // In the period C1 and C2; C3 has no date and C7 an earlier one. The fine with no answer to the twelve is left out.
  const boys = { value: 'Male', standard: 'diversity', question: 'needs_met' };
  expect(comparison(csv, boys, { from: '2026-07-01' }).judged).toBe(1);
  expect(comparison(csv, { ...boys, value: 'Female' }, { from: '2026-07-01' }).judged).toBe(0);
});

test('says what an independent computation says of a whole service', () => {
  // Counted in Python with csv alone, every child by its latest row; p by scipy 1.17's fisher_exact.
  const csv = readFileSync(new URL('../../fixtures/birmingham-like/caseload.csv', import.meta.url), 'utf8');
  const figures = equityOf(csv);
  const found = (dimension: string, value: string, standard: string, question: string) => {
    const row = rowOf(figures, 'comparisons', { dimension, value, standard, question });
    return [row.judged, row.sufficient, row.others_share, row.p];
  };
  const p = (value: number) => expect.closeTo(value, 12);
  expect(found('ethnicity', 'Other', 'assessment', 'child_safety')).toEqual([
    8,
    2,
    35 / 52,
    p(0.04510236255813824),
  ]);
  expect(found('sex', 'Female', 'delivery', 'child_safety')).toEqual([11, 6, 31 / 43, p(0.2930050935042819)]);
  expect(found('age', '15-17', 'diversity', 'needs_met')).toEqual([40, 26, 8 / 19, p(0.15785189065670413)]);
  expect(found('send', 'Yes', 'planning', 'others_safety')).toEqual([30, 13, 12 / 23, p(0.5861571912165385)]);
  expect(found('care_experienced', 'No', 'reviewing', 'desistance')).toEqual([
    ...[21, 14, 8 / 14],
    p(0.7240557140784445),
  ]);
  expect(tableOf(figures, 'summary').rows).toEqual([
    { tested: 161, lower: 0, higher: 0, no_clear_difference: 161, too_few_to_say: 34 },
  ]);
});

test('the notes give no count: small numbers are not withheld from them', () => {
  const few = audited('send', { planning_desistance: [['Yes', 1, 2]] });
  expect(equityOf(few).notes).toEqual(equityOf(TWINS_AND_WHALES).notes);
});
