import { describe, expect, test } from 'vitest';
import type { ColumnName } from '../../src/caseload/columns.ts';
import { courtTimeliness } from '../../src/metrics/court-timeliness.ts';
import type { Target } from '../../src/reference/targets.ts';
import type { MetricReport } from '../../src/report/report.ts';
import { readFixture } from '../support/files.ts';
import { type Asked, cellsOf, figuresOf, rowOf, tableOf } from './figures-of.ts';

const PANEL: Target<ColumnName> = {
  name: 'Panel',
  from: 'sentence_date',
  to: 'panel_date',
  rule: { kind: 'within', days: 5 },
  days: 'working',
  source: 'our own procedure',
  disposals: ['Referral order'],
  isExample: false,
};
const CONTACT: Target<ColumnName> = {
  ...PANEL,
  name: 'Contact before panel',
  from: 'panel_date',
  to: 'first_contact_date',
  rule: { kind: 'at-least', days: 2 },
  disposals: null,
};
const REPORT: Target<ColumnName> = {
  ...PANEL,
  name: 'Report',
  from: 'report_requested_date',
  to: 'report_submitted_date',
  rule: { kind: 'by', column: 'report_due_date' },
  days: 'calendar',
  disposals: null,
};

const timeliness = (csv: string, targets: readonly Target<ColumnName>[], asked: Asked = {}) =>
  figuresOf(courtTimeliness, csv, { asAt: '2026-09-10', ...asked, settings: { targets } });

const OUTCOMES = [
  'on time',
  'not on time',
  'due on the as-at date, not done yet',
  'due later',
  'not recorded',
  'does not apply',
];
/** The cases of each outcome of a target, in their order. */
const outcomesOf = (figures: MetricReport, target: string) =>
  cellsOf(figures, 'outcomes', ['target', 'outcome', 'cases'])
    .filter(([name]) => name === target)
    .map(([, , cases]) => cases);
const detailsOf = (figures: MetricReport, target: string) =>
  cellsOf(figures, 'details', ['target', 'detail', 'cases'])
    .filter(([name]) => name === target)
    .map(([, , cases]) => cases);

/*
 * Worked by hand, as at Thursday 10 September 2026; Monday 31 August is a bank holiday. From Friday 28 August day 1 is
 * Tuesday 1 September and day 5 Monday 7 September; from Thursday 3 September day 5 is the 10th; from Friday the 4th the
 * 11th.
 *   C01 done on day 5: on time, 5 days.               C02 done on the 8th: late, 6 days.
 *   C03 not done: late by 3 calendar days.            C04 due on the 10th, not done: the last day.
 *   C05 due on the 11th, not done.                    C06 due on the 11th, done on the 9th: ahead, 3 days.
 *   C07 without sentence, C08 panel before sentence: not recorded.
 *   C09 panel on the 11th, after the as-at date: not done, late by 3 days.
 *   C10 ended on 1 September, not done: late by 3 days all the same.
 *   C11 another disposal, C12 none: the target is for referral orders.
 */
const PANELS = `
  case_id,child_id,disposal,residence,start_date,end_date,sentence_date,panel_date
  C01,YP01,Referral order,Home,2026-08-28,,2026-08-28,2026-09-07
  C02,YP02,Referral order,Other,2026-08-28,,2026-08-28,2026-09-08
  C03,YP03,Referral order,Home,2026-08-28,,2026-08-28,
  C04,YP04,Referral order,Home,2026-08-28,,2026-09-03,
  C05,YP05,Referral order,Home,2026-08-28,,2026-09-04,
  C06,YP06,Referral order,Home,2026-08-28,,2026-09-04,2026-09-09
  C07,YP07,Referral order,Home,2026-08-28,,,2026-09-01
  C08,YP08,Referral order,Home,2026-08-28,,2026-09-03,2026-09-02
  C09,YP09,Referral order,Home,2026-08-28,,2026-08-28,2026-09-11
  C10,YP10,Referral order,Home,2026-08-28,2026-09-01,2026-08-28,
  C11,YP11,YRO,Home,2026-08-28,,2026-08-28,
  C12,YP12,,Home,2026-08-28,,2026-08-28,
`;

describe('each case by a target', () => {
  const figures = timeliness(PANELS, [PANEL]);

  test('has one outcome, and the outcomes add up to all cases, wherever the child lives', () => {
    expect(cellsOf(figures, 'outcomes', ['target', 'outcome', 'cases'])).toEqual(
      [1, 4, 1, 2, 2, 2].map((cases, at) => ['Panel', OUTCOMES[at], cases]),
    );
    expect(tableOf(figures, 'outcomes').cohort).toEqual({ n: 12, known: 12, leftOut: [] });
  });

  test('is done late or late and outstanding, done before its due day or not yet due', () => {
    expect(cellsOf(figures, 'details', ['outcome', 'detail', 'cases'])).toEqual([
      ['not on time', 'done late', 1],
      ['not on time', 'late and outstanding', 3],
      ['due later', 'done before its due day', 1],
      ['due later', 'not yet due', 1],
    ]);
  });

  test('counts towards the share on time once its due day has come: 1 of 6', () => {
    const row = rowOf(figures, 'targets', { target: 'Panel' });
    expect(row).toMatchObject({
      due: 6,
      on_time: 1,
      share: 1 / 6,
      standing: 'your target',
    });
  });

  test('stands with its rule in words and its source', () => {
    expect(rowOf(figures, 'rules', {})).toEqual({
      target: 'Panel',
      rule: 'panel date within 5 working days of sentence date (Referral order)',
      standing: 'your target',
      source: 'our own procedure',
    });
  });

  test('took so many working days, of cases done, and is late by so many calendar days', () => {
    // Done: 3, 5 and 6 days; the 90th percentile lies at 0.9 x 2 = 1.8 places, 0.8 of the way from 5 to 6.
    const row = rowOf(figures, 'days', { target: 'Panel' });
    expect(row).toMatchObject({ days: 'working days', done: 3, median_days: 5, outstanding: 3 });
    expect(row.p90_days).toBeCloseTo(5.8, 12);
    expect(row).toMatchObject({ outstanding_median_days: 3, outstanding_p90_days: 3 });
  });
});

test('3 of 7 on time lie in the published range of Wilson', () => {
  const row = (at: number) => `C${at},YP${at},2026-08-03,2026-08-03,2026-08-${at < 3 ? '05' : '28'}`;
  const rows = [0, 1, 2, 3, 4, 5, 6].map(row);
  const figures = timeliness(['case_id,child_id,start_date,sentence_date,panel_date', ...rows].join('\n'), [
    { ...PANEL, disposals: null },
  ]);
  const found = rowOf(figures, 'targets', { target: 'Panel' });
  expect(found.share).toBe(3 / 7);
  expect(found.share_lower).toBeCloseTo(0.15822, 6);
  expect(found.share_upper).toBeCloseTo(0.749542, 6);
});

test('of 1 to 10 days median and 90th percentile are those of R, quantile(1:10, c(0.5, 0.9)): 5.5 and 9.1', () => {
  const rows = Array.from(
    { length: 10 },
    (_, at) => `C${at},YP${at},2026-08-01,2026-08-01,2026-08-${String(at + 2).padStart(2, '0')}`,
  );
  const figures = timeliness(['case_id,child_id,start_date,sentence_date,panel_date', ...rows].join('\n'), [
    { ...PANEL, days: 'calendar', disposals: null },
  ]);
  const row = rowOf(figures, 'days', { target: 'Panel' });
  expect(row).toMatchObject({ done: 10, median_days: 5.5 });
  expect(row.p90_days).toBeCloseTo(9.1, 12);
});

describe('at least so many days before', () => {
  /*
   * As at 10 September. Two working days before Tuesday 1 September: Friday 28 is day 1 (Monday is a bank holiday),
   * Thursday 27 August day 2. C1 contact on the 27th: on time, 2 days before. C2 on the 28th: late, 1 day before. C3 a
   * day after the panel: late, not a slip of the pen. C4 none: late. C5 panel on Monday 14 September: due on Thursday
   * the 10th, the as-at date. C6 panel on the 15th: due on the 11th. C7 no panel: not recorded.
   */
  const figures = timeliness(
    `case_id,child_id,start_date,panel_date,first_contact_date
     C1,YP1,2026-08-01,2026-09-01,2026-08-27
     C2,YP2,2026-08-01,2026-09-01,2026-08-28
     C3,YP3,2026-08-01,2026-09-01,2026-09-02
     C4,YP4,2026-08-01,2026-09-01,
     C5,YP5,2026-08-01,2026-09-14,
     C6,YP6,2026-08-01,2026-09-15,
     C7,YP7,2026-08-01,,2026-08-27`,
    [CONTACT],
  );

  test('is done by then or late, on whichever side of the day', () => {
    expect(outcomesOf(figures, 'Contact before panel')).toEqual([1, 3, 1, 1, 1, 0]);
    expect(detailsOf(figures, 'Contact before panel')).toEqual([2, 1, 0, 1]);
    expect(rowOf(figures, 'rules', {}).rule).toBe(
      'first contact date at least 2 working days before panel date',
    );
  });

  test('takes days below 0 where it lies before, so that the 90th percentile is still the slow end', () => {
    // -2, -1 and 1 days: the median is -1, the 90th percentile -1 + 0.8 x 2.
    const row = rowOf(figures, 'days', {});
    expect(row.median_days).toBe(-1);
    expect(row.p90_days).toBeCloseTo(0.6, 12);
    expect(figures.notes.join(' ')).toContain('below 0 lie before it');
  });
});

describe('by a due date of its own', () => {
  /*
   * As at 10 September. C1 on its due day: on time, 14 days. C2 a day later: late, 15 days. C3 due today, not done. C4
   * without due date, C5 never asked for, C6 submitted before it was asked for: not recorded.
   */
  const csv = `
    case_id,child_id,start_date,report_requested_date,report_due_date,report_submitted_date
    C1,YP1,2026-08-01,2026-08-03,2026-08-17,2026-08-17
    C2,YP2,2026-08-01,2026-08-03,2026-08-17,2026-08-18
    C3,YP3,2026-08-01,2026-08-27,2026-09-10,
    C4,YP4,2026-08-01,2026-08-03,,2026-08-17
    C5,YP5,2026-08-01,,,
    C6,YP6,2026-08-01,2026-08-03,2026-08-17,2026-08-02`;

  test('the day named counts, and without one nothing is recorded', () => {
    const figures = timeliness(csv, [REPORT]);
    expect(outcomesOf(figures, 'Report')).toEqual([1, 1, 1, 0, 3, 0]);
    expect(rowOf(figures, 'targets', {})).toMatchObject({ due: 3, share: 1 / 3 });
    expect(rowOf(figures, 'rules', {}).rule).toBe('report submitted date by report due date');
    expect(rowOf(figures, 'days', {})).toMatchObject({ days: 'calendar days', done: 2, median_days: 14.5 });
  });
});

test('columns and a note say that lateness is in calendar days, whatever the target counts in', () => {
  const figures = timeliness(PANELS, [PANEL]);
  const labels = tableOf(figures, 'days').columns.map(({ label }) => label);
  expect(labels).toEqual([
    'Target',
    'Days taken are counted in',
    'Done',
    'Median days of those done',
    '90th percentile of those done',
    'Late and outstanding',
    'Median calendar days late',
    '90th percentile of calendar days late',
  ]);
  expect(figures.notes).toContain(
    'Lateness is in calendar days since the due day, whatever a target counts in.',
  );
});

describe('for cases with a court report', () => {
  /*
   * As at 10 September. C1 on its due day; C2 a type of report and no dates, C3 no due date: not recorded. C4 has nothing
   * of a report: the example has nothing to say of it, while a target for all cases finds nothing recorded.
   */
  const csv = `
    case_id,child_id,start_date,report_type,report_requested_date,report_due_date,report_submitted_date
    C1,YP1,2026-08-01,Pre-sentence report,2026-08-03,2026-08-17,2026-08-17
    C2,YP2,2026-08-01,Pre-sentence report,,,
    C3,YP3,2026-08-01,,2026-08-03,,2026-08-17
    C4,YP4,2026-08-01,,,,`;

  test('the example does not apply to a case that has none', () => {
    const figures = figuresOf(courtTimeliness, csv, { asAt: '2026-09-10' });
    expect(outcomesOf(figures, 'Report to court (example)')).toEqual([1, 0, 0, 0, 2, 1]);
    expect(rowOf(figures, 'rules', {}).rule).toBe(
      'report submitted date by report due date (cases with a court report)',
    );
    expect(figures.notes).toContain(
      'Cases with a court report are those with anything in report type, report requested date, report due date, report submitted date.',
    );
  });

  test('it needs no type of report, and a target of their own applies to every case', () => {
    const untyped = csv.replaceAll('Pre-sentence report', '').replace('report_type,', 'other,');
    const example = figuresOf(courtTimeliness, untyped, { asAt: '2026-09-10' });
    expect(outcomesOf(example, 'Report to court (example)')).toEqual([1, 0, 0, 0, 1, 2]);
    expect(outcomesOf(timeliness(csv, [REPORT]), 'Report')).toEqual([1, 0, 0, 0, 3, 0]);
  });
});

describe('within 0 days and of nothing', () => {
  test('on the day itself is on time, a day later is late', () => {
    const figures = timeliness(
      `case_id,child_id,start_date,sentence_date,panel_date
       C1,YP1,2026-08-01,2026-08-08,2026-08-08
       C2,YP2,2026-08-01,2026-08-08,2026-08-09`,
      [{ ...PANEL, rule: { kind: 'within', days: 0 }, disposals: null }],
    );
    expect(outcomesOf(figures, 'Panel')).toEqual([1, 1, 0, 0, 0, 0]);
    // The 8th of August is a Saturday: to Sunday no working day has passed.
    expect(rowOf(figures, 'days', {})).toMatchObject({ median_days: 0, p90_days: 0 });
  });

  test('no due day so far has no share; nothing done and nothing outstanding have no days', () => {
    const csv = 'case_id,child_id,start_date,sentence_date,panel_date\nC1,YP1,2026-08-28,2026-09-09,';
    const figures = timeliness(csv, [{ ...PANEL, disposals: null }]);
    expect(outcomesOf(figures, 'Panel')).toEqual([0, 0, 0, 1, 0, 0]);
    expect(rowOf(figures, 'targets', {})).toMatchObject({
      due: 0,
      on_time: 0,
      share: '[z]',
      share_lower: '[z]',
      share_upper: '[z]',
    });
    expect(rowOf(figures, 'days', {})).toMatchObject({
      done: 0,
      median_days: '[z]',
      p90_days: '[z]',
      outstanding: 0,
      outstanding_median_days: '[z]',
      outstanding_p90_days: '[z]',
    });
  });

  test('one case done on time is all of one', () => {
    const csv =
      'case_id,child_id,start_date,sentence_date,panel_date\nC1,YP1,2026-08-01,2026-08-03,2026-08-04';
    const figures = timeliness(csv, [{ ...PANEL, disposals: null }]);
    expect(rowOf(figures, 'targets', {})).toMatchObject({ due: 1, share: 1, share_upper: 1 });
    expect(rowOf(figures, 'days', {})).toMatchObject({ median_days: 1, p90_days: 1 });
  });
});

describe('a period', () => {
  /*
   * September, as at the 10th. By the panel C01, C02, C03, C09 and C10 are due on the 7th, C04 on the 10th, C05 and C06 on
   * the 11th; C07, C08, C11 and C12 have no due day.
   */
  test('counts the cases whose due day lies in it, both days included, and says who is left out', () => {
    const figures = timeliness(PANELS, [PANEL], { from: '2026-09-08', to: '2026-09-10' });
    expect(tableOf(figures, 'outcomes').cohort).toEqual({
      n: 1,
      known: 1,
      leftOut: [
        { reason: 'no due day', n: 4 },
        { reason: 'due day outside the period', n: 7 },
      ],
    });
    expect(outcomesOf(figures, 'Panel')).toEqual([0, 0, 1, 0, 0, 0, 0]);
    expect(tableOf(timeliness(PANELS, [PANEL], { from: '2026-09-10' }), 'outcomes').cohort.n).toBe(3);
    expect(tableOf(timeliness(PANELS, [PANEL], { to: '2026-09-07' }), 'outcomes').cohort.n).toBe(5);
  });

  test('with several targets counts a case due by one of them, and the others still add up', () => {
    // C1: panel due on 10 August, report on 17 August; C2: panel on 10 August alone; C3: report on 7 September.
    const figures = timeliness(
      `case_id,child_id,start_date,sentence_date,panel_date,report_requested_date,report_due_date,report_submitted_date
       C1,YP1,2026-08-01,2026-08-03,2026-08-10,2026-08-03,2026-08-17,2026-08-24
       C2,YP2,2026-08-01,2026-08-03,2026-08-31,,,
       C3,YP3,2026-08-01,,,2026-08-03,2026-09-07,`,
      [{ ...PANEL, disposals: null }, REPORT],
      { from: '2026-08-10', to: '2026-08-16' },
    );
    expect(tableOf(figures, 'outcomes').cohort).toMatchObject({
      n: 2,
      leftOut: [{ reason: 'due day outside the period', n: 1 }],
    });
    // The last row is that of due outside the period.
    expect(outcomesOf(figures, 'Panel')).toEqual([1, 1, 0, 0, 0, 0, 0]);
    expect(outcomesOf(figures, 'Report')).toEqual([0, 0, 0, 0, 1, 0, 1]);
    expect(rowOf(figures, 'days', { target: 'Report' })).toMatchObject({ done: 0, outstanding: 0 });
  });
});

describe('what cannot be worked out', () => {
  test('a target whose columns the files lack is left out, and a note names them', () => {
    const figures = timeliness(PANELS, [PANEL, CONTACT]);
    expect(cellsOf(figures, 'targets', ['target'])).toEqual([['Panel']]);
    expect(figures.notes).toContain(
      'Contact before panel is left out: the files have no first_contact_date.',
    );
  });

  test('a target for some disposals needs to know them', () => {
    const csv = 'case_id,child_id,start_date,sentence_date,panel_date\nC1,YP1,2026-08-01,2026-08-03,';
    expect(timeliness(csv, [PANEL])).toMatchObject({
      status: 'refused',
      message: expect.stringContaining('lack columns of each: disposal.'),
    });
  });

  test('without any target it says how to write one', () => {
    expect(timeliness(PANELS, [])).toMatchObject({
      status: 'not-configured',
      message: expect.stringContaining('yos-caseload.yaml'),
    });
  });

  test('a snapshot has no day to be late at, until one is given', () => {
    const csv = 'case_id,child_id,sentence_date,panel_date\nC1,YP1,2026-08-03,2026-08-04';
    const targets = [{ ...PANEL, disposals: null }];
    const refused = figuresOf(courtTimeliness, csv, { settings: { targets } });
    expect(refused).toMatchObject({ status: 'refused', message: expect.stringContaining('--as-at') });
    expect(rowOf(timeliness(csv, targets), 'targets', {})).toMatchObject({ due: 1, share: 1 });
  });
});

describe('beyond the list of bank holidays', () => {
  const late = (sentence: string, panel: string, asAt: string, target = PANEL) =>
    timeliness(
      `case_id,child_id,start_date,sentence_date,panel_date\nC1,YP1,2026-08-01,${sentence},${panel}`,
      [{ ...target, disposals: null }],
      { asAt },
    ).notes.filter((note) => note.startsWith('Warning:'));

  test('a warning names the target and the span of the list', () => {
    const [warning] = late('2011-12-30', '2012-01-04', '2026-09-10');
    expect(warning).toContain('Panel');
    expect(warning).toContain('2012-01-01 to 2028-12-31');
  });

  test.each([
    ['2028-12-29', '2029-01-02', '2029-02-01', 1], // done beyond it
    ['2028-12-29', '', '2028-12-30', 1], // due beyond it
    ['2028-12-18', '2028-12-29', '2029-02-01', 0],
    ['2012-01-01', '2012-01-03', '2012-02-01', 0],
  ])('from %s to %s as at %s: %i', (sentence, panel, asAt, warnings) => {
    expect(late(sentence, panel, asAt)).toHaveLength(warnings);
  });

  test('calendar days need no list', () => {
    expect(late('2011-12-30', '2012-01-04', '2026-09-10', { ...PANEL, days: 'calendar' })).toEqual([]);
  });
});

describe('without targets of their own', () => {
  /*
   * From an independent computation in Python, with its own calendar of holidays and numpy's quantiles: of each target
   * on time, not on time, due on the as-at date, not yet due, not recorded, does not apply; then done late, outstanding,
   * done ahead, not done yet; then median and 90th percentile of days taken and of days late.
   */
  const PYTHON = {
    'First contact after sentence (example)': [
      [86, 41, 0, 2, 0, 471],
      [33, 8, 1, 1],
      [3, 7, 154.5, 301.8],
    ],
    'Initial panel (example)': [
      [75, 46, 0, 8, 0, 471],
      [45, 1, 0, 8],
      [18, 27, 1, 1],
    ],
    'Report to court (example)': [
      [163, 56, 0, 7, 0, 374],
      [55, 1, 1, 6],
      [16, 20, 1, 1],
    ],
  };
  const figures = figuresOf(courtTimeliness, readFixture('birmingham-like/caseload.csv'));

  test.each(Object.entries(PYTHON))('the example runs: %s', (target, [outcomes, details, days]) => {
    expect(outcomesOf(figures, target)).toEqual(outcomes);
    expect(detailsOf(figures, target)).toEqual(details);
    const row = rowOf(figures, 'days', { target });
    const found = [row.median_days, row.p90_days, row.outstanding_median_days, row.outstanding_p90_days];
    found.forEach((value, at) => {
      expect(value).toBeCloseTo(days[at], 9);
    });
  });

  test('every row says that it is an example, and the shares whose it is not and its source', () => {
    for (const { rows } of figures.tables) {
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row.target).toMatch(/ \(example\)$/);
    }
    for (const row of tableOf(figures, 'targets').rows) {
      expect(row.standing).toBe('example, not your standard');
      expect(row.source).not.toBe('');
    }
    expect(figures.notes[0]).toContain('examples, not your standard');
  });

  test('a target of their own is no example, in no row and no note', () => {
    expect(JSON.stringify(timeliness(PANELS, [PANEL]))).not.toMatch(/example/i);
  });
});

test('a breakdown counts each part by itself', () => {
  const figures = timeliness(PANELS, [PANEL], { by: 'disposal' });
  const parts = tableOf(figures, 'targets').rows.map((row) => [row.by, row.due]);
  expect(parts[0]).toEqual(['All', 6]);
  expect(parts.slice(1).map(([, due]) => due)).toEqual([6, 0, 0]);
});
