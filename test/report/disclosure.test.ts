/** What a shareable report says besides its figures: rows, problems, and of itself; the threshold is 5. */
import { describe, expect, test } from 'vitest';
import { disposalMix } from '../../src/metrics/disposal-mix.ts';
import { sexMix } from '../../src/metrics/sex-mix.ts';
import type { Report } from '../../src/report/report.ts';
import { metricOf, tableOf } from '../support/reports.ts';
import { type Alike, fileOf, sexes, shared, sharedFiles } from './disclosure/shared.ts';

describe('the rows of the files', () => {
  const inputOf = (report: Report) => {
    const [{ used, outOfScope, read }] = report.provenance.inputs;
    return { used, outOfScope, read };
  };
  const cases: Alike[] = [
    { times: 9, sex: 'F', team: 'North', age: '99' },
    { times: 40, sex: 'M', team: 'South' },
  ];

  test('are shown, however few', () => {
    expect(inputOf(shared([{ times: 3, sex: 'F' }]))).toEqual({ read: 3, used: 3, outOfScope: 0 });
  });

  test('that a filter on what is known of children leaves in or out are withheld when they are fewer than 10', () => {
    const withheld = { read: 49, used: '[c]', outOfScope: '[c]' };
    expect(inputOf(shared(cases, { where: [{ column: 'sex', value: 'Female' }] }))).toEqual(withheld);
    expect(inputOf(shared(cases, { where: [{ column: 'sex', value: 'Male' }] }))).toEqual(withheld);
    const ten = [{ times: 10, sex: 'F' }, cases[1]];
    expect(inputOf(shared(ten, { where: [{ column: 'sex', value: 'Male' }] }))).toEqual({
      read: 50,
      used: 40,
      outOfScope: 10,
    });
  });

  test('that a filter on team leaves are shown, however few', () => {
    expect(inputOf(shared(cases, { where: [{ column: 'team', value: 'North' }] }))).toEqual({
      read: 49,
      used: 9,
      outOfScope: 40,
    });
  });

  test('withheld so are no sum of what the metrics count', () => {
    // 40 boys at home and open, 3 closed: 43 of 47 rows are used, and 4 are not.
    const report = shared(
      [
        { times: 40, disposal: 'YRO', sex: 'M' },
        { times: 3, disposal: 'YRO', sex: 'M', end_date: '2026-02-01' },
        { times: 4, disposal: 'YRO', sex: 'F' },
      ],
      { where: [{ column: 'sex', value: 'Male' }], metrics: [disposalMix] },
    );
    expect(inputOf(report).used).toBe('[c]');
    const sums = metricOf(report, 'disposal-mix').tables.map(({ cohort: { n, leftOut } }) =>
      [n, ...leftOut.map((one) => one.n)].reduce<number>((sum, one) => sum + Number(one), 0),
    );
    expect(sums).not.toContain(43);
  });

  test('of one file are no sum less those of the others', () => {
    const fileOfSexes = (name: string, female: number, male: number) =>
      fileOf(
        sexes(female, male).map((one) => ({ ...one, disposal: 'YRO' })),
        name,
      );
    const files = [fileOfSexes('a', 3, 30), fileOfSexes('b', 20, 30)];
    const report = sharedFiles(files, {
      where: [{ column: 'sex', value: 'Female' }],
      metrics: [disposalMix],
    });
    const [first, second] = report.provenance.inputs;
    expect(first).toMatchObject({ read: 33, used: '[c]', outOfScope: '[c]' });
    // 23 are used in all.
    expect(Number(tableOf(report, 'disposal-mix', 'groups').cohort.n)).toBe(23);
    expect(second.used).toBe('[c]');
  });
});

describe('problems', () => {
  const cases: Alike[] = [
    { times: 3, sex: 'F', age: '99', ethnicity: 'Klingon' },
    { times: 2, sex: 'F', age: '3', ethnicity: 'Vulcan' },
    { times: 40, sex: 'M', age: '15', ethnicity: 'Irish' },
  ];

  test('are given by rule, severity and how often, without file, line, column and label', () => {
    const { problems } = shared(cases);
    expect(problems.map(({ rule, severity, count }) => [rule, severity, count])).toEqual(
      expect.arrayContaining([
        ['age-out-of-range', 'warning', 5],
        ['unknown-label', 'warning', 5],
      ]),
    );
    expect(problems).toHaveLength(2);
    for (const problem of problems) {
      expect(Object.keys(problem).sort()).toEqual(['count', 'message', 'rule', 'severity']);
    }
    expect(JSON.stringify(shared(cases))).not.toMatch(/Klingon|Vulcan/);
  });

  test('have no number either where few rows fit the filter', () => {
    const few = shared(cases, { where: [{ column: 'sex', value: 'Female' }] });
    expect(few.problems.map(({ count }) => count)).toEqual(['[c]', '[c]']);
    const work = shared(
      cases.map((one) => ({ ...one, team: 'North' })),
      { where: [{ column: 'team', value: 'North' }] },
    );
    expect(work.problems.map(({ count }) => count)).toEqual([5, 5]);
  });
});

describe('what the report says of itself', () => {
  test('that it may be shared, with which threshold, and how many figures are withheld by which rule', () => {
    const report = shared(sexes(3, 20, 4), { metrics: [sexMix] });
    expect(report.provenance).toMatchObject({ disclosure: 'shareable', threshold: 5, zeros: 'show' });
    // Two counts with their share and two bounds.
    expect(report.disclosure?.withheld).toBe(8);
    expect(report.disclosure?.sentence).toMatch(
      /^Small numbers withheld\b.*: 8 figures \(rule: counts under 5, and what would reveal them\)/,
    );
    const hiding = shared(sexes(3, 20, 4), { metrics: [sexMix], zeros: 'hide', threshold: 4 });
    expect(hiding.disclosure?.sentence).toMatch('counts under 4, zeros, and what would reveal them');
  });

  test('what it cannot do, and never that it is safe', () => {
    for (const round of [null, 5, 10] as const) {
      const { sentence = '' } = shared(sexes(3, 20, 4), { metrics: [sexMix], round }).disclosure ?? {};
      expect(sentence).toMatch(/another report, of last month or of another filter, can subtract/);
      expect(sentence).toMatch(/information.governance.* decides what is published/);
      expect(sentence).not.toMatch(/safe|anonym|proven/i);
    }
  });

  test('when values of a breakdown are not shown it does not say that 0 figures are withheld', () => {
    const report = shared(
      [9, 12, 30].map((times, at) => ({ times, sex: 'M', team: `T${at}` })),
      { by: 'team', metrics: [sexMix] },
    );
    expect(tableOf(report, 'sex-mix', 'sexes').cohort.parts?.map(({ n }) => n)).toEqual(['[c]', '[c]', 30]);
    expect(report.disclosure?.sentence).not.toMatch(/\b0 figures/);
  });
});

test('a shareable report is the internal one but for what is withheld', () => {
  const asked = { metrics: [sexMix] };
  const [male] = tableOf(shared(sexes(6, 20), asked), 'sex-mix', 'sexes').rows.slice(1);
  expect(male).toMatchObject({ sex: 'Male', children: 20, share: 20 / 26 });
});
