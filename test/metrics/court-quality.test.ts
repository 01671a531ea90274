import { describe, expect, test } from 'vitest';
import { courtQuality } from '../../src/metrics/court-quality.ts';
import { cellsOf, figuresOf, rowOf, tableOf } from './figures-of.ts';

const STANDARDS = ['assessment', 'planning', 'delivery', 'reviewing'];
const QUESTIONS = ['desistance', 'child_safety', 'others_safety'];
const COLUMNS = STANDARDS.flatMap((standard) => QUESTIONS.map((question) => `${standard}_${question}`));

/** Court cases with so many answers Yes and No to each of the first questions, in the order of the framework. */
function audited(answers: readonly (readonly [yes: number, no: number])[]): string {
  const cases = Math.max(...answers.map(([yes, no]) => yes + no));
  const rows = Array.from({ length: cases }, (_, at) => {
    const cells = answers.map(([yes, no]) => (at < yes ? 'Yes' : at < yes + no ? 'No' : ''));
    return [`C${at},YP${at},Referral order,2026-05-01`, ...cells].join(',');
  });
  return [`case_id,child_id,disposal,start_date,${COLUMNS.slice(0, answers.length)}`, ...rows].join('\n');
}

const verdictsOf = (answers: readonly (readonly [number, number])[]) =>
  cellsOf(figuresOf(courtQuality, audited(answers)), 'questions', ['band', 'near_boundary']).slice(
    0,
    answers.length,
  );

describe('the twelve questions', () => {
  test('are all listed, in the order of the framework, each with its own number judged', () => {
    const figures = figuresOf(
      courtQuality,
      audited([
        [3, 4],
        [0, 10],
        [10, 0],
        [0, 0],
      ]),
    );
    const rows = cellsOf(figures, 'questions', ['standard', 'question', 'judged', 'sufficient', 'share']);
    expect(rows.map(([standard, question]) => `${standard}_${question}`)).toEqual(COLUMNS);
    expect(rows.slice(0, 5).map(([, , ...cells]) => cells)).toEqual([
      [7, 3, 3 / 7],
      [10, 0, 0],
      [10, 10, 1],
      [0, 0, '[z]'],
      [0, 0, '[z]'],
    ]);
  });

  test('lie in the published ranges: 3 of 7, none and all of 10', () => {
    const figures = figuresOf(
      courtQuality,
      audited([
        [3, 4],
        [0, 10],
        [10, 0],
      ]),
    );
    const bounds = cellsOf(figures, 'questions', ['share_lower', 'share_upper']).slice(0, 3);
    const published = [0.15822, 0.749542, 0, 0.277533, 0.722467, 1];
    bounds.flat().forEach((bound, at) => {
      expect(bound).toBeCloseTo(published[at], 6);
    });
  });

  test('of which nobody judged anything have no share, bounds, band or nearness', () => {
    const figures = figuresOf(courtQuality, audited([[1, 0]]));
    expect(rowOf(figures, 'questions', { standard: 'planning', question: 'desistance' })).toEqual({
      standard: 'planning',
      question: 'desistance',
      judged: 0,
      sufficient: 0,
      share: '[z]',
      share_lower: '[z]',
      share_upper: '[z]',
      band: '[z]',
      near_boundary: '[z]',
    });
  });

  test('count Yes and No; NA, blank and unknown words are not judged', () => {
    const figures = figuresOf(
      courtQuality,
      `case_id,child_id,disposal,start_date,planning_desistance
       C1,YP1,YRO,2026-05-01,Y
       C2,YP2,YRO,2026-05-01,0
       C3,YP3,YRO,2026-05-01,N/A
       C4,YP4,YRO,2026-05-01,
       C5,YP5,YRO,2026-05-01,Unknown
       C6,YP6,YRO,2026-05-01,perhaps`,
    );
    expect(rowOf(figures, 'questions', { standard: 'planning', question: 'desistance' })).toMatchObject({
      judged: 2,
      sufficient: 1,
    });
  });
});

describe('bands', () => {
  test('follow from the percentage rounded half up: 49.5, 64.5 and 79.5 % are in the better band', () => {
    const bands = verdictsOf([
      [99, 101], // 49.5 %
      [98, 101], // 49.2 %
      [129, 71], // 64.5 %
      [128, 71], // 64.3 %
      [159, 41], // 79.5 %
      [158, 41], // 79.4 %
      [0, 5],
      [5, 0],
    ]).map(([band]) => band);
    expect(bands).toEqual([
      'Requires improvement',
      'Inadequate',
      'Good',
      'Requires improvement',
      'Outstanding',
      'Good',
      'Inadequate',
      'Outstanding',
    ]);
  });

  test('are near a boundary within 5 points of 50, 65 or 80, both ends included', () => {
    const near = verdictsOf([
      [9, 11], // 45
      [11, 14], // 44
      [11, 9], // 55
      [14, 11], // 56
      [3, 2], // 60
      [59, 41], // 59
      [7, 3], // 70
      [71, 29], // 71
      [3, 1], // 75
      [37, 13], // 74
      [17, 3], // 85
      [43, 7], // 86
    ]).map(([, isNear]) => isNear);
    expect(near).toEqual([true, false, true, false, true, false, true, false, true, false, true, false]);
  });
});

describe('a standard', () => {
  const ratings = (answers: readonly (readonly [number, number])[]) =>
    cellsOf(figuresOf(courtQuality, audited(answers)), 'standards', [
      'standard',
      'lowest_question',
      'share',
      'rating',
      'score',
    ]);

  test('is rated by its lowest question, and one that nobody judged is not the lowest', () => {
    expect(
      ratings([
        ...([
          [4, 1],
          [3, 2],
          [1, 0],
        ] as const),
        ...([
          [0, 0],
          [9, 1],
          [17, 3],
        ] as const),
      ]),
    ).toEqual([
      ['assessment', 'child_safety', 0.6, 'Requires improvement', 1],
      ['planning', 'others_safety', 0.85, 'Outstanding', 3],
      ['delivery', '[z]', '[z]', '[z]', '[z]'],
      ['reviewing', '[z]', '[z]', '[z]', '[z]'],
    ]);
  });

  test('of equal shares the first question in the order of the framework is the lowest', () => {
    const lowest = ratings([
      ...([
        [1, 1],
        [2, 2],
        [3, 3],
      ] as const),
      ...([
        [2, 1],
        [1, 2],
        [2, 4],
      ] as const),
      ...([
        [1, 0],
        [1, 1],
        [2, 2],
      ] as const),
    ]).map(([, question]) => question);
    expect(lowest.slice(0, 3)).toEqual(['desistance', 'child_safety', 'child_safety']);
  });

  test('has the share that is lowest before rounding, though both round to 80 %', () => {
    const [assessment] = ratings([
      [4, 1],
      [159, 41],
      [1, 0],
    ]);
    expect(assessment).toEqual(['assessment', 'child_safety', 0.795, 'Outstanding', 3]);
  });

  test('nearest to nothing is Inadequate and scores 0, which counts towards the maximum', () => {
    const figures = figuresOf(
      courtQuality,
      audited([
        [0, 3],
        [3, 0],
        [3, 0],
      ]),
    );
    expect(rowOf(figures, 'standards', { standard: 'assessment' })).toMatchObject({ share: 0, score: 0 });
    expect(tableOf(figures, 'summary').rows).toEqual([{ judged_cases: 3, score: 0, maximum: 3 }]);
  });
});

test('the summary adds the scores of the rated standards, of at most 3 each', () => {
  const figures = figuresOf(
    courtQuality,
    audited([
      ...Array<readonly [number, number]>(3).fill([2, 1]), // 66.7 %: Good, 2
      ...Array<readonly [number, number]>(3).fill([1, 1]), // 50 %: Requires improvement, 1
      ...Array<readonly [number, number]>(3).fill([5, 0]), // Outstanding, 3
    ]),
  );
  expect(tableOf(figures, 'summary').rows).toEqual([{ judged_cases: 5, score: 6, maximum: 9 }]);
  expect(JSON.stringify(figures)).toMatch('indicative self-audit, not an inspection rating');
});

/*
 * Who is judged, by hand: C1 open, C2 closed, C3 not yet started, C4 without start, C5 held for another service, C7 a
 * discharge with a judgement: six. NA alone is no judgement, so of the six C5 is not among the cases judged. Left out:
 * C6 and C13 pre-court and diversion, C8 blank, C9 not mapped, C10 to C12 discharge, fine and compensation unjudged.
 */
const COURT = `
  case_id,child_id,disposal,residence,start_date,end_date,audit_date,planning_desistance,reviewing_desistance
  C1,YP1,Referral order,Home,2026-05-01,,2026-07-01,Yes,
  C2,YP2,YRO,Home,2026-01-01,2026-02-01,2026-09-30,No,NA
  C3,YP3,DTO,Home,2027-01-01,,2026-06-30,Yes,
  C4,YP4,Section 250,Home,,,2026-10-01,Yes,
  C5,YP5,Reparation order,Other,2026-05-01,,,NA,
  C6,YP6,Youth caution,Home,2026-05-01,,2026-07-01,Yes,
  C7,YP7,Conditional discharge,Home,2026-05-01,,2026-08-15,,No
  C8,YP8,,Home,2026-05-01,,2026-07-01,Yes,
  C9,YP9,Mystery order,Home,2026-05-01,,2026-07-01,Yes,
  C10,YP10,Absolute discharge,Home,2026-05-01,,2026-07-01,NA,
  C11,YP11,Fine,Home,2026-05-01,,2026-07-01,,
  C12,YP12,Compensation order,Home,2026-05-01,,2026-07-01,,
  C13,YP13,Turnaround,Home,2026-05-01,,2026-07-01,Yes,
`;
const NOT_COURT = [
  { reason: 'other disposal groups', n: 2 },
  { reason: 'disposal blank or not mapped', n: 2 },
  { reason: 'discharges, fines and compensation without a judgement', n: 3 },
];
const cohortOf = (asked: { from?: string; to?: string }) =>
  tableOf(figuresOf(courtQuality, COURT, { asAt: '2026-10-31', ...asked }), 'questions').cohort;

describe('the cohort', () => {
  test('is court cases, open or not, home or not; a discharge or fine only with a judgement', () => {
    expect(cohortOf({})).toEqual({ n: 6, known: 5, leftOut: NOT_COURT });
    const figures = figuresOf(courtQuality, COURT, { asAt: '2026-10-31' });
    expect(tableOf(figures, 'summary').rows[0].judged_cases).toBe(5);
    expect(rowOf(figures, 'questions', { standard: 'planning', question: 'desistance' })).toMatchObject({
      judged: 4,
      sufficient: 3,
    });
  });

  test('with a period is the cases audited in it, both days included', () => {
    // C1 on 1 July, C7 on 15 August, C2 on 30 September; C3 the day before, C4 the day after, C5 without a date.
    expect(cohortOf({ from: '2026-07-01', to: '2026-09-30' })).toEqual({
      n: 3,
      known: 3,
      leftOut: [
        ...NOT_COURT,
        { reason: 'audit_date missing', n: 1 },
        { reason: 'audit_date outside the period', n: 2 },
      ],
    });
  });

  test('may be open at either end', () => {
    expect(cohortOf({ from: '2026-07-02' }).n).toBe(3); // C7, C2, C4
    expect(cohortOf({ to: '2026-07-01' }).n).toBe(2); // C1, C3
  });
});

test('without an audit_date column a period leaves out every court case', () => {
  const figures = figuresOf(courtQuality, audited([[1, 1]]), { from: '2026-01-01' });
  expect(tableOf(figures, 'questions').cohort).toEqual({
    n: 0,
    known: 0,
    leftOut: [{ reason: 'audit_date missing', n: 2 }],
  });
  expect(tableOf(figures, 'summary').rows).toEqual([{ judged_cases: 0, score: 0, maximum: 0 }]);
});

test('disposal and one judgement are needed; diversity_needs_met is none of the twelve', () => {
  const missing = (csv: string) => figuresOf(courtQuality, csv).missing;
  expect(missing('case_id,child_id,start_date,planning_desistance\nC1,YP1,2026-05-01,Yes')).toEqual([
    'disposal',
  ]);
  expect(
    missing('case_id,child_id,start_date,disposal,diversity_needs_met\nC1,YP1,2026-05-01,YRO,Yes'),
  ).toEqual([COLUMNS.join(' or ')]);
});

test('a framework without bands leaves shares as they are and rates nothing', () => {
  const csv = 'case_id,child_id,disposal,start_date,assessment_desistance\nC1,Y1,YRO,2026-01-01,Yes';
  const figures = figuresOf(courtQuality, csv, { settings: { hasQualityBands: false } });
  expect(cellsOf(figures, 'questions', ['judged', 'share', 'band', 'near_boundary'])[0]).toEqual([
    1,
    1,
    '[x]',
    '[x]',
  ]);
  expect(cellsOf(figures, 'standards', ['share', 'rating', 'score'])[0]).toEqual([1, '[x]', '[x]']);
  expect(cellsOf(figures, 'summary', ['judged_cases', 'score', 'maximum'])).toEqual([[1, '[x]', '[x]']]);
  expect(figures.notes.join()).toContain('no bands');
});
