/** Of judgements a row goes whole, by how many cases were judged; with a threshold of 5. */
import { describe, expect, test } from 'vitest';
import { courtQuality } from '../../../src/metrics/court-quality.ts';
import type { Report } from '../../../src/report/report.ts';
import { cellsOf, metricOf, tableOf } from '../../support/reports.ts';
import { judgedRanges } from './judged.ts';
import { type Alike, type SharedAsked, shared } from './shared.ts';

/** Cases of a community order, audited with these answers. */
const audited = (times: number, cells: Omit<Alike, 'times'> = {}): Alike => ({
  times,
  disposal: 'YRO',
  ...cells,
});
const quality = (cases: readonly Alike[], asked: SharedAsked = {}): Report =>
  shared(cases, { ...asked, metrics: [courtQuality] });
const judgedBy = (report: Report, part: string) =>
  tableOf(report, 'court-quality', 'questions')
    .rows.filter(({ by, judged }) => by === part && judged !== 0)
    .map(({ question, judged }) => [question, judged]);
/** Withheld counts that can be worked out more closely than 5 apart. */
const narrow = (report: Report) =>
  judgedRanges(report).filter(({ smallest, largest }) => largest - smallest < 5);

describe('without a breakdown', () => {
  const report = quality([
    audited(4, { planning_desistance: 'Yes', planning_child_safety: 'Yes' }),
    audited(1, { planning_child_safety: 'Yes', delivery_desistance: 'Yes' }),
    audited(25, { delivery_desistance: 'No' }),
  ]);

  test('4 judged are withheld whole, 5 and 26 are shown with all that follows, and 0 as 0', () => {
    const rows = tableOf(report, 'court-quality', 'questions').rows;
    expect(rows.filter(({ standard }) => standard === 'planning').slice(0, 2)).toMatchObject([
      {
        question: 'desistance',
        judged: '[c]',
        sufficient: '[c]',
        share: '[c]',
        share_lower: '[c]',
        share_upper: '[c]',
        band: '[c]',
        near_boundary: '[c]',
      },
      { question: 'child_safety', judged: 5, sufficient: 5, share: 1, band: 'Outstanding' },
    ]);
    expect(rows.filter(({ judged }) => judged === 0)).toHaveLength(9);
  });

  test('how many of those judged were sufficient is no small number of its own: 1 of 26 stays', () => {
    expect(
      cellsOf(report, 'court-quality', 'questions', 'standard', 'question', 'judged', 'sufficient'),
    ).toContainEqual(['delivery', 'desistance', 26, 1]);
  });

  test('a standard with a withheld question is withheld, the others stay; the score is of all four', () => {
    expect(
      cellsOf(report, 'court-quality', 'standards', 'standard', 'lowest_question', 'rating', 'score'),
    ).toEqual([
      ['assessment', '[z]', '[z]', '[z]'],
      ['planning', '[c]', '[c]', '[c]'],
      ['delivery', 'desistance', 'Inadequate', 0],
      ['reviewing', '[z]', '[z]', '[z]'],
    ]);
    expect(tableOf(report, 'court-quality', 'summary').rows).toEqual([
      { judged_cases: 30, score: '[c]', maximum: '[c]' },
    ]);
  });

  test('5 cases judged in all would bound a question of 3 to 1 to 5, so their number goes too', () => {
    const few = quality([
      audited(3, { planning_desistance: 'Yes' }),
      audited(2, { planning_child_safety: 'Yes' }),
      audited(20),
    ]);
    expect(tableOf(few, 'court-quality', 'summary').rows[0].judged_cases).toBe('[c]');
    expect(metricOf(few, 'court-quality').tables.map(({ cohort }) => cohort.known)).toEqual([
      '[c]',
      '[c]',
      '[c]',
    ]);
    const six = quality([
      audited(3, { planning_desistance: 'Yes' }),
      audited(3, { planning_child_safety: 'Yes' }),
      audited(20),
    ]);
    expect(tableOf(six, 'court-quality', 'summary').rows[0].judged_cases).toBe(6);
    expect(narrow(few)).toEqual([]);
    expect(narrow(six)).toEqual([]);
  });

  test('9 cases are too few for anything, 10 are not', () => {
    expect(metricOf(quality([audited(9, { planning_desistance: 'Yes' })]), 'court-quality')).toMatchObject({
      status: 'withheld',
      tables: [],
    });
    expect(metricOf(quality([audited(10, { planning_desistance: 'Yes' })]), 'court-quality').status).toBe(
      'ok',
    );
  });

  test('where zeros are hidden, questions that nobody was judged on are withheld too', () => {
    const hiding = quality([audited(30, { planning_desistance: 'Yes' })], { zeros: 'hide' });
    expect(cellsOf(hiding, 'court-quality', 'questions', 'judged').flat()).toEqual([
      ...['[c]', '[c]', '[c]'],
      ...[30, '[c]', '[c]'],
      ...['[c]', '[c]', '[c]'],
      ...['[c]', '[c]', '[c]'],
    ]);
  });
});

describe('the same question in several parts', () => {
  const byTeam = (judged: readonly number[], rest = 20) =>
    quality(
      judged.flatMap((times, at) => [
        audited(times, { team: `T${at}`, planning_desistance: 'Yes', delivery_desistance: 'Yes' }),
        audited(rest, { team: `T${at}`, delivery_desistance: 'Yes' }),
      ]),
      { by: 'team' },
    );

  test('3 and 4 add to 7 and stand beside the whole; 2 and 4 add to 6 and take the next smallest along', () => {
    const seven = byTeam([3, 4, 30, 40]);
    expect(['All', 'T0', 'T1', 'T2', 'T3'].map((part) => judgedBy(seven, part)[0][1])).toEqual([
      77,
      '[c]',
      '[c]',
      30,
      40,
    ]);
    const six = byTeam([2, 4, 30, 40]);
    expect(['All', 'T0', 'T1', 'T2', 'T3'].map((part) => judgedBy(six, part)[0][1])).toEqual([
      76,
      '[c]',
      '[c]',
      '[c]',
      40,
    ]);
    expect([...narrow(seven), ...narrow(six)]).toEqual([]);
  });

  test('where no other part was judged, the whole goes', () => {
    const alone = byTeam([3, 0, 0]);
    expect(['All', 'T0'].map((part) => judgedBy(alone, part)[0][1])).toEqual(['[c]', '[c]']);
    expect(narrow(alone)).toEqual([]);
  });

  test('a part of 9 cases is not shown, and neither is another that would give it away', () => {
    const report = quality(
      [9, 12, 30].map((times, at) => audited(times, { team: `T${at}`, planning_desistance: 'Yes' })),
      { by: 'team' },
    );
    expect(tableOf(report, 'court-quality', 'questions').cohort).toMatchObject({
      n: 51,
      parts: [
        { by: 'T0', n: '[c]', known: '[c]', leftOut: [] },
        { by: 'T1', n: '[c]', known: '[c]', leftOut: [] },
        { by: 'T2', n: 30, known: 30 },
      ],
    });
  });
});

describe('what is known of cases judged', () => {
  /*
   * Yes: 10 cases, 5 judged, all of them on desistance and 3 on child safety. No: 20 cases, 15 judged, all of them on
   * desistance and 12 on child safety. So desistance is 5 + 15 = 20, and these are the 20 cases judged at all.
   */
  test('a question that is shown says how many were judged at least, and so with the whole how many in each part', () => {
    const report = quality(
      [
        audited(3, { care_experienced: 'Yes', planning_desistance: 'Yes', planning_child_safety: 'Yes' }),
        audited(2, { care_experienced: 'Yes', planning_desistance: 'Yes' }),
        audited(5, { care_experienced: 'Yes' }),
        audited(12, { care_experienced: 'No', planning_desistance: 'Yes', planning_child_safety: 'Yes' }),
        audited(3, { care_experienced: 'No', planning_desistance: 'Yes' }),
        audited(5, { care_experienced: 'No' }),
      ],
      { by: 'care_experienced' },
    );
    expect(narrow(report)).toEqual([]);
  });

  /*
   * Yes: 12 judged, 8 on desistance, the other 4 on child safety alone: at least 12 - 8 = 4 on it. No: 12 judged, 5 on
   * desistance and 8 on child safety: at least 12 - 5 = 7 on it. Of 12 on child safety in all, Yes has at most 5.
   */
  test('cases judged that no shown question has must be in a withheld one', () => {
    const report = quality(
      [
        audited(8, { care_experienced: 'Yes', planning_desistance: 'Yes' }),
        audited(4, { care_experienced: 'Yes', planning_child_safety: 'Yes' }),
        audited(4, { care_experienced: 'No', planning_desistance: 'Yes' }),
        audited(1, { care_experienced: 'No', planning_desistance: 'Yes', planning_child_safety: 'Yes' }),
        audited(7, { care_experienced: 'No', planning_child_safety: 'Yes' }),
      ],
      { by: 'care_experienced' },
    );
    expect(narrow(report)).toEqual([]);
  });

  /*
   * Black: 4 judged on desistance. White: 40, shown. All: 46, so Black and the 2 of unknown ethnicity have 6: as these
   * are 0 to 2, Black has 4 to 6.
   */
  test('the few whose ethnicity is not known cannot hide a small number of others', () => {
    const report = quality(
      [
        audited(4, { ethnicity: 'African', planning_desistance: 'Yes' }),
        audited(20, { ethnicity: 'African', planning_child_safety: 'Yes' }),
        audited(2, { ethnicity: '', planning_desistance: 'Yes' }),
        audited(40, { ethnicity: 'Irish', planning_desistance: 'Yes' }),
      ],
      { by: 'ethnicity' },
    );
    expect(narrow(report)).toEqual([]);
  });
});
