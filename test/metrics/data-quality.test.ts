import { describe, expect, test } from 'vitest';
import { type ColumnName, isColumnName } from '../../src/caseload/columns.ts';
import { dataQuality } from '../../src/metrics/data-quality.ts';
import { FIGURES } from '../../src/metrics/gap-costs.ts';
import { metrics } from '../../src/metrics/index.ts';
import { NEEDED_COLUMNS, NEVER_MISSING } from '../../src/metrics/needed-columns.ts';
import { EXAMPLE_TARGETS, type Target } from '../../src/reference/targets.ts';
import { cellsOf, figuresOf, rowOf, tableOf } from './figures-of.ts';

/*
 * Worked by hand, as at 31 October 2026: eight cases of seven children.
 * Open at home: C01, C02 (both YP1), C03 (YP2), C04 (YP3), C05 (YP4); C06 (YP5) is open for another service, C07 (YP6)
 * closed; C08 (YP7) has no start date. So four children have an open case, and of six open cases two have no worker.
 * Ethnicity: blank in C01, C03 and C07, unknown to us in C04, so 4 of 8 are filled. YP1 is known by C02, YP4 by C05:
 * two of the four children, YP2 and YP3, are missing from the mix.
 * Sex: blank nowhere. Team: no such column. Custody: C01 and C07, of which C01 was released, without a plan.
 * Court cases: C01, C02, C07. Audited: C01 by its date, C02 by an NA, C07 by an answer. Judged: C07, without a date.
 */
const SERVICE = `
  case_id,child_id,worker_id,ethnicity,sex,disposal,residence,start_date,end_date,audit_date,planning_desistance,release_date,resettlement_plan_date
  C01,YP1,W1,,F,DTO,Home,2026-05-01,,2026-08-01,,2026-09-01,
  C02,YP1,W1,Indian,F,Referral order,Home,2026-04-01,,,NA,,
  C03,YP2,,,F,Youth caution,Home,2026-05-01,,,,,
  C04,YP3,W2,Klingon,F,Youth caution,Home,2026-05-01,,,,,
  C05,YP4,W2,Roma,F,,Home,2026-05-01,,,,,
  C06,YP5,,Roma,F,Youth caution,Other,2026-05-01,,,,,
  C07,YP6,W2,,F,DTO,Home,2025-05-01,2025-09-01,,Yes,,
  C08,YP7,W2,Roma,F,Youth caution,Home,,,,,,
`;
const AS_AT = { asAt: '2026-10-31' };
const figures = figuresOf(dataQuality, SERVICE, AS_AT);
const COUNTS = ['of', 'rows', 'filled', 'missing', 'share_filled', 'state'];
const columnNamed = (column_name: string) => rowOf(figures, 'columns', { column_name });
const countsOf = (name: string) => COUNTS.map((key) => columnNamed(name)[key]);

describe('how complete a column is', () => {
  test('is said of the cases that it can be asked of', () => {
    expect(countsOf('ethnicity')).toEqual(['all cases', 8, 4, 4, 4 / 8, 'some missing']);
    expect(countsOf('sex')).toEqual(['all cases', 8, 8, 0, 1, 'complete']);
    expect(countsOf('start_date')).toEqual(['all cases', 8, 7, 1, 7 / 8, 'some missing']);
    expect(countsOf('worker_id')).toEqual(['open cases', 6, 4, 2, 4 / 6, 'some missing']);
    expect(countsOf('release_date')).toEqual(['Custody cases', 2, 1, 1, 1 / 2, 'some missing']);
    expect(countsOf('resettlement_plan_date')).toEqual(['Custody cases released', 1, 0, 1, 0, 'all missing']);
  });

  test('of an audit: NA is an answer, and the date is asked of cases judged', () => {
    expect(countsOf('planning_desistance')).toEqual(['court cases audited', 3, 2, 1, 2 / 3, 'some missing']);
    expect(countsOf('audit_date')).toEqual(['court cases judged', 1, 0, 1, 0, 'all missing']);
  });

  test('where the files have no such column everything is missing', () => {
    expect(countsOf('team')).toEqual(['all cases', 8, 0, 8, 0, 'no such column']);
  });

  test('tells cells that were not understood from blank ones, in the rows used', () => {
    expect(columnNamed('ethnicity').not_understood).toBe(1);
    expect(columnNamed('start_date').not_understood).toBe(0);
    // The row of C1 stands twice and counts once; C2 is rejected for the later C2; C4 was born too long ago.
    const dates = `case_id,child_id,age,birth_month,start_date,release_date,disposal
                   C1,YP1,9,,2026-05-01,31/31/2026,DTO
                   C1,YP1,9,,2026-05-01,31/31/2026,DTO
                   C2,YP2,8,,2026-05-01,,Fine
                   C2,YP2,7,,2026-06-01,,Fine
                   C4,YP4,15,1990-01,2026-05-01,31/31/2026,Fine`;
    const odd = figuresOf(dataQuality, dates, AS_AT);
    const notUnderstood = (column_name: string) => rowOf(odd, 'columns', { column_name }).not_understood;
    const columns = ['age', 'birth_month', 'release_date', 'start_date'];
    // The release date of C4 is not asked of a Fine.
    expect(columns.map(notUnderstood)).toEqual([2, 1, 1, 0]);
  });

  test('says nothing of a review that is not due yet', () => {
    const reviews = `case_id,child_id,start_date,review_due_date,review_date
                     C1,YP1,2026-05-01,2026-10-31,
                     C2,YP2,2026-05-01,2026-11-01,`;
    const review: Target<ColumnName> = {
      name: 'Review',
      from: 'start_date',
      to: 'review_date',
      rule: { kind: 'by', column: 'review_due_date' },
      days: 'calendar',
      source: 'ours',
      disposals: null,
      isExample: false,
    };
    const asked = { ...AS_AT, settings: { targets: [review] } };
    expect(
      rowOf(figuresOf(dataQuality, reviews, asked), 'columns', { column_name: 'review_date' }),
    ).toMatchObject({
      of: 'cases with a review due by now',
      rows: 1,
      filled: 0,
    });
  });

  test('leaves out columns that cannot be incomplete and those that no metric needs', () => {
    const names = tableOf(figures, 'columns').rows.map(({ column_name }) => column_name);
    for (const name of [...NEVER_MISSING, 'intervention_level', 'offence_date'])
      expect(names).not.toContain(name);
  });
});

describe('what a gap costs', () => {
  const gaps = cellsOf(figures, 'gaps', ['figure', 'column_name', 'children', 'of', 'share', 'extent']);

  test('in children: those of the figure of whom the column says nothing', () => {
    expect(gaps).toContainEqual([
      'Ethnicity mix, Disproportionality',
      'ethnicity',
      2,
      4,
      2 / 4,
      'half or more',
    ]);
    expect(gaps).toContainEqual(['Sex mix', 'sex', 0, 4, 0, 'none']);
    expect(gaps).toContainEqual(['Age bands', 'birth_month or age', 4, 4, 1, 'all']);
    expect(gaps).toContainEqual(['Needs profile', 'send', 4, 4, 1, 'all']);
  });

  test('of a start date: children who are in no figure of one day, of all children', () => {
    expect(gaps).toContainEqual(['every figure of one day', 'start_date', 1, 7, 1 / 7, 'some']);
  });

  test('in cases, for figures of cases', () => {
    const costs = cellsOf(figures, 'case_gaps', ['figure', 'column_name', 'cases', 'of']);
    expect(costs).toContainEqual(['Workload', 'worker_id', 2, 6]);
    expect(costs).toContainEqual(['Disposal mix', 'disposal', 1, 5]);
    expect(costs).toContainEqual(['Court quality', 'disposal', 1, 8]);
    expect(costs).toContainEqual(['Court quality with --from or --to', 'audit_date', 1, 1]);
    expect(costs).toContainEqual(['Equity of court quality', 'ethnicity', 1, 1]);
    expect(costs).toContainEqual(['Resettlement', 'release_date', 1, 2]);
    // A case without a plan date is one without a plan, not one that is missing from the metric.
    expect(costs).toContainEqual(['Resettlement: days from plan to release', 'resettlement_plan_date', 1, 1]);
  });

  test('says whom the figure is about, and how many they are', () => {
    const ofWhat = (table: string, figure: string, column_name: string, asked = figures) =>
      rowOf(asked, table, { figure, column_name }).of_what;
    expect(ofWhat('gaps', 'Sex mix', 'sex')).toBe('children with an open case');
    expect(ofWhat('gaps', 'every figure of one day', 'start_date')).toBe('all children');
    expect(ofWhat('case_gaps', 'Workload', 'team')).toBe('open cases');
    expect(ofWhat('case_gaps', 'Equity of court quality', 'sex')).toBe('court cases judged');
    expect(ofWhat('case_gaps', 'Resettlement', 'release_date')).toBe('Custody cases');
    const panel = 'Court timeliness: Initial panel';
    expect(ofWhat('case_gaps', panel, 'sentence_date')).toBe('cases of Referral order');
    const report = 'Court timeliness: Report to court';
    expect(ofWhat('case_gaps', report, 'report_due_date')).toBe('cases with a court report');
    const counted = figuresOf(dataQuality, SERVICE, { ...AS_AT, countCases: true });
    expect(ofWhat('gaps', 'Sex mix', 'sex', counted)).toBe('open home cases');
    expect(ofWhat('gaps', 'every figure of one day', 'start_date', counted)).toBe('all cases');
  });

  test('calls figures as the catalogue titles their metrics', () => {
    expect(metrics.map(({ title }) => title)).toEqual(expect.arrayContaining(Object.values(FIGURES)));
  });

  test('is listed with the largest first, and those alike by name', () => {
    const children = gaps.map((gap) => Number(gap[2]));
    expect(children).toEqual([...children].sort((one, other) => other - one));
    expect(gaps.filter((gap) => gap[2] === 0).map(([figure]) => figure)).toEqual(['Sex mix']);
    expect(gaps.slice(0, 3).map(([figure, column]) => `${figure} ${column}`)).toEqual([
      'Age bands birth_month or age',
      'Needs profile accommodation_suitable',
      'Needs profile care_experienced',
    ]);
  });

  test('of a target: cases of its disposals, or with any of its dates, without the day it counts from or is due', () => {
    // Of two referral orders one has no sentence date; of two cases with a report one has no due date.
    const court = `case_id,child_id,disposal,start_date,sentence_date,report_requested_date,report_due_date
                   C1,YP1,Referral order,2026-05-01,2026-04-20,2026-04-01,2026-04-15
                   C2,YP2,Referral order,2026-05-01,,2026-04-01,
                   C3,YP3,Youth caution,2026-05-01,,,`;
    const costs = cellsOf(figuresOf(dataQuality, court, AS_AT), 'case_gaps', [
      'figure',
      'column_name',
      'cases',
      'of',
    ]);
    expect(costs).toContainEqual(['Court timeliness: Initial panel', 'sentence_date', 1, 2]);
    expect(costs).toContainEqual(['Court timeliness: Report to court', 'report_due_date', 1, 2]);
    expect(costs).toContainEqual(['Court timeliness: Report to court', 'report_requested_date', 0, 2]);
  });
});

test('a part of a breakdown has its own cases and its own cells that were not understood', () => {
  const { rows } = tableOf(figuresOf(dataQuality, SERVICE, { ...AS_AT, by: 'residence' }), 'columns');
  const ethnicity = rows.filter(({ column_name }) => column_name === 'ethnicity');
  expect(ethnicity.map((row) => [row.by, row.rows, row.missing, row.not_understood])).toEqual([
    ['All', 8, 4, 1],
    ['Home', 7, 4, 1],
    ['Other', 1, 0, 0],
  ]);
});

test('as many cases judged as children: a case is still looked up by its own child', () => {
  // Two judged cases of YP1, whose sex is known; of YP2 it is not.
  const judged = `case_id,child_id,sex,disposal,start_date,planning_desistance
                  C1,YP1,F,YRO,2026-05-01,Yes
                  C2,YP1,F,YRO,2026-05-01,No
                  C3,YP1,F,YRO,2026-05-01,No
                  C4,YP2,,Youth caution,2026-05-01,`;
  const found = figuresOf(dataQuality, judged, AS_AT);
  expect(rowOf(found, 'case_gaps', { figure: 'Equity of court quality', column_name: 'sex' })).toMatchObject({
    cases: 0,
    of: 3,
  });
});

test('of no cases in range there are no shares and nothing is said to be missing', () => {
  const nobody = figuresOf(dataQuality, SERVICE, { asAt: '1999-01-01' });
  expect(rowOf(nobody, 'columns', { column_name: 'worker_id' })).toMatchObject({
    rows: 0,
    share_filled: '[z]',
    state: 'no case to ask of',
  });
  expect(rowOf(nobody, 'gaps', { figure: 'Sex mix' })).toMatchObject({ of: 0, share: '[z]', extent: 'none' });
});

describe('the metrics that need a column', () => {
  const others = metrics.filter(({ name }) => name !== 'data-quality' && name !== 'court-timeliness');

  test('are those of the catalogue', () => {
    expect(Object.keys(NEEDED_COLUMNS).sort()).toEqual(others.map(({ name }) => name).sort());
  });

  test.each(others.map((metric) => [metric.name, metric] as const))('%s: as it declares', (name, metric) => {
    const declared = [...metric.needs.flat(), ...metric.alsoReads];
    const asked = [...new Set(declared)].filter((column) => !NEVER_MISSING.includes(column));
    expect([...NEEDED_COLUMNS[name]].sort()).toEqual(asked.sort());
  });

  test('court-timeliness needs the columns of the targets that are set', () => {
    const needed = tableOf(figures, 'columns')
      .rows.filter(({ needed_by }) => String(needed_by).includes('court-timeliness'))
      .map(({ column_name }) => String(column_name));
    const ofTargets = EXAMPLE_TARGETS.flatMap(({ from, to }) => [from, to]);
    expect(needed).toEqual(expect.arrayContaining([...ofTargets, 'report_due_date', 'disposal']));
    expect(needed.every(isColumnName)).toBe(true);
    const none = figuresOf(dataQuality, SERVICE, { ...AS_AT, settings: { targets: [] } });
    expect(tableOf(none, 'columns').rows.map(({ column_name }) => column_name)).not.toContain('panel_date');
  });
});
