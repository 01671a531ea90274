import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { courtQuality } from '../../src/metrics/court-quality.ts';
import { qualityConsistency } from '../../src/metrics/quality-consistency.ts';
import { buildReport } from '../../src/report/build-report.ts';
import { type Asked, caseloadOf, cellsOf, csvInput, figuresOf, rowOf, tableOf } from './figures-of.ts';

type Work = readonly (readonly [team: string, yes: number, no: number])[];

/** Court cases with so many answers Yes and No to one question, by team and by a worker called W and the team. */
function audited(work: Work, question = 'planning_desistance'): string {
  const rows = work.flatMap(([team, yes, no], at) =>
    Array.from({ length: yes + no }, (_, index) => {
      const worker = team === '' ? '' : `W${team}`;
      return `C${at}-${index},YP${at}-${index},${team},${worker},YRO,2026-05-01,${index < yes ? 'Yes' : 'No'}`;
    }),
  );
  return [`case_id,child_id,team,worker_id,disposal,start_date,${question}`, ...rows].join('\n');
}

const consistencyOf = (csv: string, asked: Asked = {}) => figuresOf(qualityConsistency, csv, asked);
const placesOf = (work: Work) =>
  cellsOf(consistencyOf(audited(work)), 'teams', ['team', 'at_most', 'at_least', 'place', 'limit']);
const about = (value: number) => expect.closeTo(value, 12);

describe('a team on the funnel around the share of the service', () => {
  // Ten cases at an even chance: 1, 10, 45 and 120 of 1024 outcomes have 0, 1, 2 and 3 sufficient.
  test('is below or above where so few or so many have a probability under 0.025', () => {
    expect(
      placesOf([
        ['East', 1, 9],
        ['West', 9, 1],
      ]),
    ).toEqual([
      ['East', about(11 / 1024), about(1023 / 1024), 'below', '95%'],
      ['West', about(1023 / 1024), about(11 / 1024), 'above', '95%'],
    ]);
  });

  test('at 99.8% where it is under 0.001', () => {
    expect(
      placesOf([
        ['East', 0, 10],
        ['West', 10, 0],
      ]),
    ).toEqual([
      ['East', about(1 / 1024), 1, 'below', '99.8%'],
      ['West', 1, about(1 / 1024), 'above', '99.8%'],
    ]);
  });

  test('is inside else, and then there are no limits that it is outside of', () => {
    expect(
      placesOf([
        ['East', 2, 8],
        ['West', 8, 2],
      ]),
    ).toEqual([
      ['East', about(56 / 1024), about(1013 / 1024), 'inside', '[z]'],
      ['West', about(1013 / 1024), about(56 / 1024), 'inside', '[z]'],
    ]);
  });

  test('a probability of exactly 0.001 is not under it: all of 3 at a share of 0.1', () => {
    // 0.1 x 0.1 x 0.1 for the three of East, 0.9 to the 27th for West.
    expect(
      placesOf([
        ['East', 3, 0],
        ['West', 0, 27],
      ]),
    ).toEqual([
      ['East', 1, about(0.001), 'above', '95%'],
      ['West', about(0.9 ** 27), 1, 'inside', '[z]'],
    ]);
  });

  test('where all or none of the service is sufficient everyone is inside', () => {
    for (const [yes, no] of [
      [4, 0],
      [0, 4],
    ]) {
      expect(
        placesOf([
          ['East', yes, no],
          ['West', yes, no],
        ]),
      ).toEqual([
        ['East', 1, 1, 'inside', '[z]'],
        ['West', 1, 1, 'inside', '[z]'],
      ]);
    }
  });

  test('has its own share with its range, as published: 3 of 7', () => {
    const csv = audited([
      ['East', 3, 4],
      ['West', 5, 0],
    ]);
    const row = rowOf(consistencyOf(csv), 'teams', { team: 'East' });
    expect(row).toMatchObject({ judged: 7, sufficient: 3, share: 3 / 7, service_share: 8 / 12 });
    expect(row.share_lower).toBeCloseTo(0.15822, 6);
    expect(row.share_upper).toBeCloseTo(0.749542, 6);
  });
});

describe('the rows', () => {
  test('are in the order of the names, then of the questions; a question nobody judged in a team has none', () => {
    const csv = `
      case_id,child_id,team,disposal,start_date,diversity_needs_met,reviewing_desistance,planning_child_safety
      C1,YP1,north,YRO,2026-05-01,Yes,No,
      C2,YP2,West,YRO,2026-05-01,NA,Yes,Yes
      C3,YP3,East,YRO,2026-05-01,,NA,
      C4,YP4,,YRO,2026-05-01,,,No
      C5,YP5,Zeal,Youth caution,2026-05-01,Yes,Yes,Yes`;
    const columns = ['team', 'standard', 'question', 'judged', 'service_share'];
    expect(cellsOf(consistencyOf(csv), 'teams', columns)).toEqual([
      ['West', 'planning', 'child_safety', 1, 1 / 2],
      ['West', 'reviewing', 'desistance', 1, 1 / 2],
      ['north', 'reviewing', 'desistance', 1, 1 / 2],
      ['north', 'diversity', 'needs_met', 1, 1],
      ['Not known', 'planning', 'child_safety', 1, 1 / 2],
    ]);
  });

  test('cases whose team is not known are part of the service, told from a team of that name', () => {
    const csv = audited([
      ['Not known', 1, 0],
      ['', 0, 3],
    ]);
    expect(cellsOf(consistencyOf(csv), 'teams', ['team', 'judged', 'share', 'service_share'])).toEqual([
      ['Not known (team)', 1, 1, 1 / 4],
      ['Not known', 3, 0, 1 / 4],
    ]);
  });
});

describe('workers', () => {
  const csv = audited([
    ['', 2, 0],
    ['West', 1, 9],
    ['East', 9, 1],
  ]);
  const byWorker = { settings: { byWorker: true } };

  test('are shown only where it is asked for, those without one last', () => {
    expect(consistencyOf(csv).tables.map(({ name }) => name)).toEqual(['teams']);
    // 12 of 22 sufficient: 1 or 0 of 10 are (10/22)^10 + 10 (12/22) (10/22)^9 = 0.000376 + 0.004519.
    expect(
      cellsOf(consistencyOf(csv, byWorker), 'workers', ['worker', 'judged', 'at_most', 'place']),
    ).toEqual([
      ['WEast', 10, expect.closeTo(1 - (12 / 22) ** 10, 12), 'above'],
      ['WWest', 10, expect.closeTo((10 / 22) ** 10 + 10 * (12 / 22) * (10 / 22) ** 9, 12), 'below'],
      ['Unallocated', 2, 1, 'inside'],
    ]);
  });

  test('are no part of a report without members of staff', () => {
    const options = { metrics: [qualityConsistency], settings: { byWorker: true }, withoutStaff: true };
    const [{ tables }] = buildReport(caseloadOf([csvInput(csv)]), options).metrics;
    expect(tables.map(({ name }) => name)).toEqual(['teams']);
  });

  test('cannot be had of files without them, and a note says so', () => {
    const without = csv.replace('worker_id', 'remarks');
    expect(consistencyOf(without, byWorker).tables.map(({ name }) => name)).toEqual(['teams']);
    expect(consistencyOf(without, byWorker).notes).toContain('Not by worker: the files have no worker_id.');
    expect(consistencyOf(without).notes.join()).not.toMatch('worker');
  });
});

test('one team alone is nothing to compare: a note says so, and the figures stand', () => {
  const note = 'Fewer than two teams have cases judged, so there is nothing to compare.';
  const one: Work = [
    ['East', 1, 2],
    ['', 1, 0],
  ];
  expect(consistencyOf(audited(one))).toMatchObject({ status: 'ok', notes: expect.arrayContaining([note]) });
  expect(rowOf(consistencyOf(audited(one)), 'teams', { team: 'East' })).toMatchObject({ place: 'inside' });
  expect(consistencyOf(audited([...one, ['West', 1, 0]])).notes).not.toContain(note);
  // Of nothing judged there are no rows.
  const nothing = consistencyOf(audited(one).replaceAll(/Yes|No$/gm, 'NA'));
  expect(tableOf(nothing, 'teams').rows).toEqual([]);
  expect(nothing.notes).toContain(note);
});

test('the cohort is that of court-quality, with its reasons, in a period too', () => {
  const csv = `
    case_id,child_id,team,disposal,start_date,audit_date,planning_desistance
    C1,YP1,East,Referral order,2026-05-01,2026-07-01,Yes
    C2,YP2,West,YRO,2026-01-01,2026-09-30,No
    C3,YP3,West,DTO,2026-01-01,,Yes
    C4,YP4,West,Fine,2026-05-01,2026-07-01,
    C5,YP5,West,Youth caution,2026-05-01,2026-07-01,Yes
    C6,YP6,West,,2026-05-01,2026-07-01,Yes`;
  for (const asked of [{}, { from: '2026-07-01', to: '2026-08-31' }]) {
    const { cohort } = tableOf(consistencyOf(csv, asked), 'teams');
    expect(cohort).toEqual(tableOf(figuresOf(courtQuality, csv, asked), 'questions').cohort);
  }
  expect(cellsOf(consistencyOf(csv, { to: '2026-08-31' }), 'teams', ['team', 'judged'])).toEqual([
    ['East', 1],
  ]);
});

test('disposal, a judgement and team are needed', () => {
  const csv = 'case_id,child_id,start_date,disposal,planning_desistance\nC1,YP1,2026-05-01,YRO,Yes';
  expect(consistencyOf(csv)).toMatchObject({ status: 'missing-columns', missing: ['team'] });
});

test('says what an independent computation says of a whole service', () => {
  // Counted in Python with csv alone; the tails by scipy 1.17's binom.cdf and binom.sf.
  const csv = readFileSync(new URL('../../fixtures/birmingham-like/caseload.csv', import.meta.url), 'utf8');
  const figures = consistencyOf(csv, { settings: { byWorker: true } });
  const columns = ['judged', 'sufficient', 'service_share', 'at_most', 'at_least'];
  const found = (team: string, standard: string, question: string) => {
    const row = rowOf(figures, 'teams', { team, standard, question });
    return columns.map((key) => row[key]);
  };
  expect(found('East', 'diversity', 'needs_met')).toEqual([
    ...[12, 6, 34 / 59],
    ...[0.3992523890789561, 0.7966146624719154].map(about),
  ]);
  expect(found('North', 'planning', 'desistance')).toEqual([
    ...[17, 7, 31 / 60],
    ...[0.26682256527618087, 0.8661663749357956].map(about),
  ]);
  expect(found('West', 'reviewing', 'others_safety')).toEqual([
    ...[7, 3, 12 / 37],
    ...[0.8402612540068628, 0.40860141165918396].map(about),
  ]);
  // Of 65 teams and questions none lies outside, of 339 workers and questions one.
  const outside = (table: string) =>
    cellsOf(figures, table, ['place', 'limit']).filter(([, limit]) => limit !== '[z]');
  expect([tableOf(figures, 'teams').rows.length, outside('teams')]).toEqual([65, []]);
  expect([tableOf(figures, 'workers').rows.length, outside('workers')]).toEqual([339, [['below', '95%']]]);
});
