/** The figures of two small fixtures, counted on paper from their rows. */
import { describe, expect, it } from 'vitest';
import { fixture } from '../support/files.ts';
import { cellsOf, filledRows, tableOf } from '../support/reports.ts';
import { runInternal } from '../support/run-cli.ts';

// Thirteen cases K01 to K13 of eleven children Y01 to Y11. The latest start_date is that of K10, 14 September 2026.
// K02 and K13 have ended; K07 ends in the future. K11 is held for another service. So open and at home are
// K01 K03-K10 K12: ten cases of nine children, Y02 with two; Y11 has only a closed case, Y10 only the one of another
// service; Y01's closed case K02 does not matter.
describe('tiny-service', async () => {
  const report = await runInternal(['report', fixture('tiny-service/caseload.csv')]);

  it('is as at the latest start date, with every row used', () => {
    expect(report.provenance).toMatchObject({ asAt: '2026-09-14', asAtFrom: 'latest-start-date' });
    expect(report.provenance.inputs).toMatchObject([
      { read: 13, used: 13, outOfScope: 0, duplicates: 0, rejected: 0 },
    ]);
    expect(report.problems).toEqual([]);
  });

  it.each(['ethnicity-mix', 'age-bands', 'sex-mix'])('counts nine children in %s', (metric) => {
    const [{ cohort }] = report.metrics.filter(({ name }) => name === metric).map(({ tables }) => tables[0]);
    expect(cohort.n).toBe(9);
    expect(cohort.leftOut).toEqual([
      { reason: 'closed or not yet open', n: 1 },
      { reason: 'residence Other', n: 1 },
    ]);
  });

  // Asian Y01 Y06; Black Y02 Y09; Mixed Y04; Other Y08 (Arab); White Y03 Y05; Y07 not known: 8 known of 9.
  it('knows the ethnicity of eight', () => {
    expect(tableOf(report, 'ethnicity-mix', 'groups').cohort.known).toBe(8);
    expect(cellsOf(report, 'ethnicity-mix', 'groups', 'group', 'children', 'share', 'share_of_all')).toEqual([
      ['Asian', 2, 2 / 8, 2 / 9],
      ['Black', 2, 2 / 8, 2 / 9],
      ['Mixed', 1, 1 / 8, 1 / 9],
      ['Other', 1, 1 / 8, 1 / 9],
      ['White', 2, 2 / 8, 2 / 9],
      ['Not known', 1, '[z]', 1 / 9],
    ]);
  });

  it('shows the Gypsy or Irish Traveller child, and no category of nobody', () => {
    expect(cellsOf(report, 'ethnicity-mix', 'categories', 'category', 'group', 'children')).toEqual([
      ['Indian', 'Asian', 1],
      ['Pakistani', 'Asian', 1],
      ['African', 'Black', 1],
      ['Caribbean', 'Black', 1],
      ['White and Black Caribbean', 'Mixed', 1],
      ['Arab', 'Other', 1],
      ['English, Welsh, Scottish, Northern Irish or British', 'White', 1],
      ['Gypsy or Irish Traveller', 'White', 1],
      ['Not known', 'Not known', 1],
    ]);
  });

  // 13 Y05; 14 Y03; 15 Y01 Y09; 16 Y04 Y06; 17 Y02 Y07; 18 Y08.
  it('knows all ages', () => {
    expect(filledRows(report, 'age-bands', 'years', 'age', 'children')).toEqual([
      ['13', 1],
      ['14', 1],
      ['15', 2],
      ['16', 2],
      ['17', 2],
      ['18 and over', 1],
    ]);
    expect(cellsOf(report, 'age-bands', 'bands', 'band', 'children', 'share')).toEqual([
      ['10-14', 2, 2 / 9],
      ['15-17', 6, 6 / 9],
      ['18 and over', 1, 1 / 9],
    ]);
  });

  // Girls are Y03 and Y06. With p = 2/9 and z^2 = 3.841459 Wilson's bounds are
  // (p + z^2/18 -/+ z sqrt(p (1 - p) / 9 + z^2/324)) / (1 + z^2/9) = (0.435636 -/+ 0.345417) / 1.426829.
  it('has two girls, with the interval of Wilson', () => {
    expect(cellsOf(report, 'sex-mix', 'sexes', 'sex', 'children', 'share')).toEqual([
      ['Female', 2, 2 / 9],
      ['Male', 7, 7 / 9],
      ['Other', 0, 0],
      ['Not known', 0, '[z]'],
    ]);
    const [girls] = tableOf(report, 'sex-mix', 'sexes').rows;
    expect(girls.share_lower).toBeCloseTo(0.063225, 5);
    expect(girls.share_upper).toBeCloseTo(0.547411, 5);
  });

  it('counts ten cases by disposal, not nine children', () => {
    expect(cellsOf(report, 'disposal-mix', 'groups', 'group', 'cases', 'share')).toEqual([
      ['Diversion and prevention', 2, 0.2],
      ['Pre-court', 2, 0.2],
      ['First-tier', 2, 0.2],
      ['Community', 1, 0.1],
      ['Custody', 1, 0.1],
      ['Remand and bail', 2, 0.2],
      ['Not mapped', 0, 0],
    ]);
  });

  // W1: K01 K03 K04 K12 (K03 and K12 are both Y02). W2: K05 K06 in North, K07 in South. W3: K08 K09 K11, the case of
  // another service included, for the work is done here. K10 is nobody's.
  it('counts eleven cases of work', () => {
    expect(cellsOf(report, 'workload', 'workers', 'worker', 'team', 'cases', 'children', 'status')).toEqual([
      ['W1', 'North', 4, 3, 'no limit'],
      ['W2', 'North', 3, 3, 'no limit'],
      ['W3', 'South', 3, 3, 'no limit'],
      ['Unallocated', 'South', 1, 1, 'unallocated'],
    ]);
    expect(cellsOf(report, 'workload', 'teams', 'team', 'workers', 'cases', 'children')).toEqual([
      ['North', 2, 6, 5],
      ['South', 2, 5, 5],
    ]);
  });

  // 3, 3 and 4 cases. Quartiles of R's type 7 lie at 0.25 and 0.75 of the way from the first to the last of three:
  // 3 and 3.5. Differences of all ordered pairs add to 4; 2 n^2 mean = 2 x 9 x 10/3 = 60; Gini 4/60.
  it('spreads them over three workers', () => {
    const values = new Map(
      cellsOf(report, 'workload', 'summary', 'measure', 'value').map(([name, value]) => [name, value]),
    );
    expect(Object.fromEntries(values)).toEqual({
      workers: 3,
      cases: 11,
      unallocated: 1,
      mean: 10 / 3,
      median: 3,
      lower_quartile: 3,
      upper_quartile: 3.5,
      maximum: 4,
      gini: expect.closeTo(4 / 60, 12),
    });
  });

  // First-tier, Community and Custody: K01 K03 K07 K09 and K11, which nobody audited. Yes and No as they stand there.
  it('judges four of five court cases', () => {
    const { cohort } = tableOf(report, 'court-quality', 'questions');
    expect(cohort).toMatchObject({ n: 5, known: 4, leftOut: [{ reason: 'other disposal groups', n: 8 }] });
    expect(cellsOf(report, 'court-quality', 'questions', 'judged', 'sufficient', 'band')).toEqual([
      [4, 3, 'Good'], // 75 %
      [4, 3, 'Good'],
      [4, 2, 'Requires improvement'], // 50 %
      [4, 3, 'Good'],
      [3, 1, 'Inadequate'], // 33 %; NA is not judged
      [4, 0, 'Inadequate'],
      [4, 4, 'Outstanding'],
      [3, 2, 'Good'], // 67 %; K09 is blank
      [3, 1, 'Inadequate'],
      [2, 1, 'Requires improvement'],
      [2, 1, 'Requires improvement'],
      [1, 1, 'Outstanding'],
    ]);
    expect(cellsOf(report, 'court-quality', 'standards', 'standard', 'lowest_question', 'score')).toEqual([
      ['assessment', 'others_safety', 1],
      ['planning', 'others_safety', 0],
      ['delivery', 'others_safety', 0],
      ['reviewing', 'desistance', 1], // a tie with child_safety: the first in the order of the framework
    ]);
    expect(tableOf(report, 'court-quality', 'summary').rows).toEqual([
      { judged_cases: 4, score: 2, maximum: 12 },
    ]);
  });
});

// Of 29 rows four are rejected (lines 7, 8, 10, 12) and one is a duplicate (15). M109 has no start date, M110 none
// that can be read; M120 ended before it started, so it is closed; M127 is hosted. The end dates of M111 (two-digit
// year) and M112 (1 January 1900) are missing, so both are open. That leaves 19 children.
describe('messy-export', async () => {
  const report = await runInternal(['report', fixture('messy-export/caseload.csv')]);

  it('accounts for every row', () => {
    expect(report.provenance.inputs).toMatchObject([
      { read: 29, used: 24, outOfScope: 0, duplicates: 1, rejected: 4 },
    ]);
    expect(report.provenance.asAt).toBe('2026-09-30');
  });

  // White: P11 P21 P22 (W3) P23 (W5) P34, and P31, whose later case says Irish. IC4 is no label: P28 and P29.
  it('counts 19 children, 17 of known ethnicity', () => {
    expect(tableOf(report, 'ethnicity-mix', 'groups').cohort).toEqual({
      n: 19,
      known: 17,
      leftOut: [
        { reason: 'no start_date', n: 2 },
        { reason: 'closed or not yet open', n: 1 },
        { reason: 'residence Other', n: 1 },
      ],
    });
    expect(cellsOf(report, 'ethnicity-mix', 'groups', 'group', 'children')).toEqual([
      ['Asian', 4],
      ['Black', 2],
      ['Mixed', 3],
      ['Other', 2],
      ['White', 6],
      ['Not known', 2],
    ]);
    expect(cellsOf(report, 'ethnicity-mix', 'categories', 'category', 'children')).toContainEqual([
      'Irish',
      1,
    ]);
  });

  // Nobody knows P24 ("fifteen", "spring 2011"), P25 (7) and P26 (born 1996).
  it('takes ages nobody can have as not known', () => {
    expect(filledRows(report, 'age-bands', 'years', 'age', 'children')).toEqual([
      ['14', 1],
      ['15', 13],
      ['16', 1],
      ['17', 1],
      ['Not known', 3],
    ]);
  });

  it('reads F, Female and Mail', () => {
    expect(filledRows(report, 'sex-mix', 'sexes', 'sex', 'children')).toEqual([
      ['Female', 3],
      ['Male', 15],
      ['Not known', 1],
    ]);
  });

  // An unknown residence is Home, so M119 counts; its Supervision order is not mapped.
  it('counts twenty cases by disposal', () => {
    expect(cellsOf(report, 'disposal-mix', 'groups', 'group', 'cases')).toEqual([
      ['Diversion and prevention', 1],
      ['Pre-court', 1],
      ['First-tier', 15],
      ['Community', 1],
      ['Custody', 1],
      ['Remand and bail', 0],
      ['Not mapped', 1],
    ]);
  });

  it('counts the hosted case as work, and as nobody’s', () => {
    expect(cellsOf(report, 'workload', 'workers', 'worker', 'cases')).toEqual([
      ['W3', 3],
      ['W5', 3],
      ['W6', 8],
      ['W7', 6],
      ['Unallocated', 1],
    ]);
  });

  // Desistance in assessment: Yes M101, No M102 and M120 ("partly" is no answer). In planning: No M101, Yes M102, M117.
  it('judges four court cases on two questions', () => {
    expect(filledRows(report, 'court-quality', 'questions', 'standard', 'sufficient', 'judged')).toEqual([
      ['assessment', 1, 3],
      ['planning', 2, 3],
    ]);
    expect(tableOf(report, 'court-quality', 'questions').cohort).toMatchObject({
      n: 20,
      known: 4,
      leftOut: [
        { reason: 'other disposal groups', n: 3 },
        { reason: 'disposal blank or not mapped', n: 1 },
      ],
    });
    expect(tableOf(report, 'court-quality', 'summary').rows).toEqual([
      { judged_cases: 4, score: 2, maximum: 6 },
    ]);
  });
});
