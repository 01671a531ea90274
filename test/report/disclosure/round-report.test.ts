/** Rounding in place of withholding: every count by itself, what follows from counts from the rounded ones. */
import { describe, expect, test } from 'vitest';
import { courtQuality } from '../../../src/metrics/court-quality.ts';
import { ethnicityMix } from '../../../src/metrics/ethnicity-mix.ts';
import { sexMix } from '../../../src/metrics/sex-mix.ts';
import { workload } from '../../../src/metrics/workload.ts';
import { roundCount } from '../../../src/report/disclosure/round-report.ts';
import { cellsOf, metricOf, tableOf } from '../../support/reports.ts';
import { shared } from './shared.ts';

describe('a count', () => {
  test('goes to the nearest multiple, halves up', () => {
    expect([5, 7, 8, 12, 13, 102, 103].map((count) => roundCount(count, 5))).toEqual([
      5, 5, 10, 10, 15, 100, 105,
    ]);
    expect([5, 14, 15, 24, 25, 104, 105].map((count) => roundCount(count, 10))).toEqual([
      10, 10, 20, 20, 30, 100, 110,
    ]);
  });

  test('that is 0 stays 0; one that is not 0 but rounds to it has a code of its own', () => {
    expect([0, 1, 2, 3].map((count) => roundCount(count, 5))).toEqual([0, '[k]', '[k]', 5]);
    expect([0, 1, 4, 5].map((count) => roundCount(count, 10))).toEqual([0, '[k]', '[k]', 10]);
  });
});

describe('a mix', () => {
  // 2 girls, 13 boys, 0 others and 3 not known: 18 children, 15 of known sex.
  const report = shared(
    [
      { times: 2, sex: 'F' },
      { times: 13, sex: 'M' },
      { times: 3 },
      { times: 4, end_date: '2026-02-01', sex: 'F' },
    ],
    {
      round: 5,
      metrics: [sexMix],
    },
  );

  test('has all counts rounded, totals and left out ones too, so that they may not add', () => {
    expect(cellsOf(report, 'sex-mix', 'sexes', 'sex', 'children')).toEqual([
      ['Female', '[k]'],
      ['Male', 15],
      ['Other', 0],
      ['Not known', 5],
    ]);
    expect(tableOf(report, 'sex-mix', 'sexes').cohort).toEqual({
      n: 20,
      known: 15,
      leftOut: [{ reason: 'closed or not yet open', n: 5 }],
    });
  });

  test('has shares and intervals of the rounded counts; of a [k] they are [k] too', () => {
    // 15 of 15: the lower Wilson bound is 15 / (15 + 1.959964^2) = 0.796117, published as 79.6 %.
    const [female, male, other, unknown] = tableOf(report, 'sex-mix', 'sexes').rows;
    expect(male).toMatchObject({ share: 1, share_upper: 1 });
    expect(male.share_lower).toBeCloseTo(0.796117, 6);
    expect(female).toMatchObject({ share: '[k]', share_lower: '[k]', share_upper: '[k]' });
    expect(other).toMatchObject({ share: 0, share_lower: 0 });
    expect(unknown).toMatchObject({ share: '[z]', share_lower: '[z]', share_upper: '[z]' });
  });

  test('says so, with no threshold and nothing withheld', () => {
    expect(report.provenance).toMatchObject({ disclosure: 'shareable', threshold: null, round: 5 });
    expect(report.disclosure?.withheld).toBe(0);
    expect(report.disclosure?.sentence).toMatch(
      /rounded to the nearest 5, each on its own, so they may not add/,
    );
    expect(report.disclosure?.sentence).toMatch(/\[k\] is not 0 but rounds to it/);
    expect(JSON.stringify(report.metrics)).not.toContain('[c]');
  });

  test('a share of a total that rounds to 0 is a share of nothing', () => {
    const tiny = shared([{ times: 2 }, { times: 9, sex: 'M' }], { round: 10, metrics: [sexMix] });
    expect(tableOf(tiny, 'sex-mix', 'sexes').cohort).toMatchObject({ n: 10, known: 10 });
    const none = shared([{ times: 9 }, { times: 2, sex: 'M' }], { round: 10, metrics: [sexMix] });
    expect(tableOf(none, 'sex-mix', 'sexes').cohort).toMatchObject({ n: 10, known: '[k]' });
    expect(tableOf(none, 'sex-mix', 'sexes').rows[0]).toMatchObject({ children: 0, share: '[z]' });
  });

  test('by a breakdown has each part of its own rounded size, and the note of children in several rounded too', () => {
    const cases = (team: string) =>
      Array.from({ length: 7 }, (_, at) => ({ times: 1, child_id: `B${at}`, sex: 'M', team }));
    const teams = shared([...cases('North'), ...cases('South'), { times: 6, team: 'South', sex: 'F' }], {
      round: 5,
      by: 'team',
      metrics: [sexMix],
    });
    expect(tableOf(teams, 'sex-mix', 'sexes').cohort).toMatchObject({
      n: 15,
      parts: [
        { by: 'North', n: 5, known: 5 },
        { by: 'South', n: 15, known: 15 },
      ],
    });
    // 7 boys are in both; of South's 13, 7 are boys: 5 of 15.
    expect(tableOf(teams, 'sex-mix', 'sexes').rows.filter(({ by }) => by === 'South')[1].share).toBeCloseTo(
      1 / 3,
    );
    expect(metricOf(teams, 'sex-mix').several).toBe(5);
    expect(metricOf(teams, 'sex-mix').notes.join()).toMatch(
      /^5 children count in more than one value of team/,
    );
  });

  test('small cohorts are shown, since nothing is withheld', () => {
    const report = shared([{ times: 3, ethnicity: 'Indian' }], { round: 5, metrics: [ethnicityMix] });
    expect(metricOf(report, 'ethnicity-mix').status).toBe('ok');
    expect(cellsOf(report, 'ethnicity-mix', 'groups', 'children').flat()).toEqual([5, 0, 0, 0, 0, 0]);
  });
});

describe('what no rounded count gives', () => {
  const cases = [
    {
      times: 23,
      disposal: 'YRO',
      worker_id: 'W1',
      team: 'North',
      planning_desistance: 'Yes',
      planning_child_safety: 'No',
    },
    { times: 14, disposal: 'YRO', worker_id: 'W2', team: 'North', planning_desistance: 'No' },
    { times: 2, disposal: 'YRO', team: 'South', delivery_desistance: 'No' },
  ];
  const report = shared(cases, { round: 5, metrics: [workload, courtQuality] });

  test('bands, ratings and scores are not available', () => {
    const questions = tableOf(report, 'court-quality', 'questions').rows;
    // 37 judged and 23 sufficient: 25 of 35.
    expect(questions[3]).toMatchObject({ judged: 35, sufficient: 25, band: '[x]', near_boundary: '[x]' });
    expect(questions[3].share).toBeCloseTo(25 / 35);
    expect(questions[6]).toMatchObject({ judged: '[k]', sufficient: 0, band: '[x]', near_boundary: '[x]' });
    expect(tableOf(report, 'court-quality', 'standards').rows[1]).toMatchObject({
      standard: 'planning',
      lowest_question: '[x]',
      share: '[x]',
      rating: '[x]',
      score: '[x]',
    });
    expect(tableOf(report, 'court-quality', 'summary').rows).toEqual([
      { judged_cases: 40, score: '[x]', maximum: '[x]' },
    ]);
  });

  test('a question that nobody was judged on has no share and no band', () => {
    expect(tableOf(report, 'court-quality', 'questions').rows[0]).toMatchObject({
      judged: 0,
      sufficient: 0,
      share: '[z]',
      band: '[z]',
    });
  });

  test('of the spread over workers only the counts are left', () => {
    expect(cellsOf(report, 'workload', 'summary', 'measure', 'value')).toEqual([
      ['workers', '[k]'],
      ['cases', 40],
      ['unallocated', '[k]'],
      ...['mean', 'median', 'lower_quartile', 'upper_quartile', 'maximum', 'gini'].map((measure) => [
        measure,
        '[x]',
      ]),
    ]);
  });

  test('shareable workload tables have no children column', () => {
    const { columns, rows } = tableOf(report, 'workload', 'teams');
    expect(columns.map(({ key }) => key)).not.toContain('children');
    expect(rows.flatMap((row) => Object.keys(row))).not.toContain('children');
  });
});

describe('the rows of the files', () => {
  test('that a filter on what is known of children leaves are as few as the children: their number is not exact', () => {
    const report = shared(
      [
        { times: 3, sex: 'F' },
        { times: 40, sex: 'M' },
      ],
      {
        round: 5,
        metrics: [sexMix],
        where: [{ column: 'sex', value: 'Female' }],
      },
    );
    const [{ used, outOfScope }] = report.provenance.inputs;
    expect([used, outOfScope]).not.toEqual([3, 40]);
  });
});
