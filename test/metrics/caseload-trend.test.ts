import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseloadTrend } from '../../src/metrics/caseload-trend.ts';
import { ethnicityMix } from '../../src/metrics/ethnicity-mix.ts';
import type { Cell } from '../../src/report/report.ts';
import { readFixture } from '../support/files.ts';
import { type Asked, cellsOf, figuresOf, rowOf, tableOf } from './figures-of.ts';

const AS_AT: Asked = { asAt: '2026-10-31' };
const MONTH_KEYS = ['month', 'children', 'starts', 'ends'];
const CHANGE_KEYS = ['measure', 'before', 'after', 'change', 'p', 'verdict'];
const OPEN_KEYS = ['before', 'after', 'change', 'joined', 'left'];
const tableNames = ({ tables }: { tables: readonly { name: string }[] }) => tables.map(({ name }) => name);

/*
 * Worked by hand. The first case that ended is K01 in August 2026, so months begin there. Y5 is held for another
 * service and Y6 has no start date: neither is ever open, yet the case of Y6 ended in October.
 *
 *   open on 31 August     Y2 (K03 from that day), Y3, Y4; Y1 ended on the 20th
 *   open on 30 September  Y1 (K02 from that day), Y3, Y4; K03 ended on that very day
 *   open on 31 October    Y1, Y3, who has two cases and is one child; K04 ended on that very day
 */
const SERVICE = `
  case_id,child_id,ethnicity,sex,residence,start_date,end_date
  K01,Y1,Indian,F,Home,2025-09-10,2026-08-20
  K02,Y1,Indian,F,Home,2026-09-30,
  K03,Y2,African,M,Home,2026-08-31,2026-09-30
  K04,Y2,African,M,Home,2026-10-01,2026-10-31
  K05,Y3,Irish,M,Home,2024-01-01,
  K06,Y4,,,Home,2026-07-01,2026-10-15
  K07,Y5,Roma,F,Other,2026-09-01,2026-09-15
  K08,Y6,Irish,M,Home,,2026-10-10
  K09,Y3,Irish,M,Home,2026-10-05,
`;

describe('month-ends of one file', () => {
  const trend = figuresOf(caseloadTrend, SERVICE, AS_AT);

  test('begin where the file holds ended cases, and count each child once, each start and end in its month', () => {
    expect(cellsOf(trend, 'month_ends', MONTH_KEYS)).toEqual([
      ['2026-08', 3, 1, 1],
      ['2026-09', 3, 1, 1],
      ['2026-10', 2, 2, 3],
    ]);
    expect(trend.notes[0]).toContain('begin with 2026-08, the first month in which a case in the file ended');
  });

  test('end with the month that is over at the as-at date', () => {
    const months = (asAt: string) =>
      cellsOf(figuresOf(caseloadTrend, SERVICE, { asAt }), 'month_ends', ['month']);
    expect(months('2026-10-30').flat()).toEqual(['2026-08', '2026-09']);
    expect(months('2026-11-01').flat()).toEqual(['2026-08', '2026-09', '2026-10']);
  });

  test('are about the children of the mixes', () => {
    const mix = figuresOf(ethnicityMix, SERVICE, AS_AT);
    const { cohort } = tableOf(mix, 'groups');
    expect(tableOf(trend, 'month_ends').cohort).toEqual({ ...cohort, known: cohort.n });
  });

  test('on a day within a month are about those open at the latest of them, and say which that is', () => {
    const within = figuresOf(caseloadTrend, SERVICE, { asAt: '2026-10-20' });
    // Six children on 30 September: Y1, Y3, Y4 open; Y2 has left, and comes back on 1 October; Y5 and Y6 as always.
    const cohort = {
      n: 3,
      known: 3,
      leftOut: [
        { reason: 'no start_date', n: 1 },
        { reason: 'closed or not yet open at the end of 2026-09', n: 2 },
      ],
    };
    for (const table of ['month_ends', 'open_changes', 'ethnic_mix', 'sex_mix'])
      expect(tableOf(within, table).cohort).toEqual(cohort);
    expect(within.notes.join()).toContain('is that of the latest month, 2026-09;');
    const held = figuresOf(caseloadTrend, SERVICE.replace('2026-09-15', ''), { asAt: '2026-10-20' });
    expect(tableOf(held, 'month_ends').cohort.leftOut[2]).toEqual({ reason: 'residence Other', n: 1 });
  });

  test('have starts and ends beside them that are taken from all cases', () => {
    expect(tableOf(trend, 'changes').cohort).toEqual({ n: 9, known: 9, leftOut: [] });
    expect(trend.notes.join()).toContain('of which those of residence Other are not counted');
  });

  test('are as many as asked for, and compared with the same a year earlier all the same', () => {
    const ended = 'K10,Y7,Irish,M,Home,2025-01-01,2025-02-01';
    const asked = { ...AS_AT, settings: { trendMonths: 2 } };
    const longer = figuresOf(caseloadTrend, `${SERVICE}\n${ended}`, asked);
    expect(cellsOf(longer, 'month_ends', MONTH_KEYS)).toEqual([
      ['2026-09', 3, 1, 1],
      ['2026-10', 2, 2, 3],
    ]);
    // On 31 October 2025 Y1 (K01) and Y3 were open, as on 31 October 2026.
    const row = rowOf(longer, 'open_changes', { compared: 'year earlier' });
    expect(row).toMatchObject({ before_period: '2025-10', before: 2, after: 2, joined: 0, left: 0 });
    expect(longer.notes[0]).toContain(
      'Month-ends begin with 2026-09. Cases that ended are in the file from 2025-02 on,',
    );
  });

  test('go back further than 32 months, in which a child may come and go', () => {
    const csv = `
      case_id,child_id,start_date,end_date
      C1,Y1,2023-01-31,2023-03-01
      C2,Y1,2025-08-31,2026-01-31
      C3,Y1,2026-10-31,
      C4,Y2,2020-01-01,2026-10-01
    `;
    const months = cellsOf(
      figuresOf(caseloadTrend, csv, { ...AS_AT, settings: { trendMonths: 60 } }),
      'month_ends',
      ['month', 'children'],
    );
    expect([months[0], months.length]).toEqual([['2023-03', 1], 44]);
    const withBoth = ['2025-08', '2025-09', '2025-10', '2025-11', '2025-12'];
    expect(months.flatMap(([month, children]) => (children === 2 ? [month] : []))).toEqual(withBoth);
  });

  test('agree with an independent count of the fixture', () => {
    const csv = readFixture('birmingham-like/caseload.csv');
    // Counted with Python's csv module and sets of child_ids.
    expect(cellsOf(figuresOf(caseloadTrend, csv, AS_AT), 'month_ends', MONTH_KEYS)).toEqual([
      ['2025-11', 89, 25, 7],
      ['2025-12', 84, 15, 21],
      ['2026-01', 88, 21, 15],
      ['2026-02', 96, 21, 14],
      ['2026-03', 107, 28, 15],
      ['2026-04', 119, 27, 10],
      ['2026-05', 138, 32, 11],
      ['2026-06', 153, 27, 13],
      ['2026-07', 201, 68, 13],
      ['2026-08', 253, 84, 21],
      ['2026-09', 317, 84, 7],
      ['2026-10', 374, 77, 14],
    ]);
  });

  test('count as one who asks of each month-end anew', () => {
    const day = fc.integer({ min: 0, max: 799 }).map((days) => isoOf(Date.UTC(2024, 8, 1) + days * DAY));
    const end = fc.oneof(day, fc.constant(''));
    const cases = fc.array(fc.tuple(fc.constantFrom('Y1', 'Y2', 'Y3', 'Y4'), day, end), {
      minLength: 4,
      maxLength: 30,
    });
    fc.assert(
      fc.property(cases, (rows) => {
        const ended = ['Y9', '2024-08-15', '2024-09-01'] as const;
        const all = [...rows, ended, ended, ended, ended];
        const lines = all.map(([child, start, finish], at) => `C${at},${child},${start},${finish}`);
        const csv = ['case_id,child_id,start_date,end_date', ...lines].join('\n');
        const asked = { ...AS_AT, settings: { trendMonths: 40 } };
        for (const [month, children] of cellsOf(
          figuresOf(caseloadTrend, csv, asked),
          'month_ends',
          MONTH_KEYS,
        )) {
          const [year, number] = String(month).split('-').map(Number);
          const date = isoOf(Date.UTC(year, number, 0));
          const open = all.filter(([, start, finish]) => start <= date && (finish === '' || finish > date));
          expect([month, children]).toEqual([month, new Set(open.map(([child]) => child)).size]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('the children open at the latest month-end and those left out are all children, on any day of the month', () => {
  const day = fc.constantFrom(
    '',
    '2026-07-31',
    '2026-08-30',
    '2026-08-31',
    '2026-09-01',
    '2026-09-30',
    '2026-10-05',
  );
  const child = fc.constantFrom('Y1', 'Y2', 'Y3', 'Y4', 'Y5');
  const cases = fc.array(fc.tuple(child, fc.constantFrom('Home', 'Other', ''), day, day), { maxLength: 20 });
  fc.assert(
    fc.property(cases, fc.constantFrom('2026-09-30', '2026-10-04', '2026-10-30'), (rows, asAt) => {
      const all = [
        ...rows,
        ...Array<[string, string, string, string]>(3).fill(['Y9', 'Home', '2026-07-01', '2026-08-02']),
      ];
      const lines = all.map((cells, at) => [`C${at}`, ...cells].join(','));
      const csv = ['case_id,child_id,residence,start_date,end_date', ...lines].join('\n');
      const trend = figuresOf(caseloadTrend, csv, { asAt });
      const { cohort } = tableOf(trend, 'month_ends');
      expect(cohort.n).toBe(tableOf(trend, 'month_ends').rows.at(-1)?.children);
      const leftOut = cohort.leftOut.reduce((sum, { n }) => sum + n, 0);
      expect(cohort.n + leftOut).toBe(new Set(all.map(([one]) => one)).size);
    }),
    { numRuns: 100 },
  );
});

const DAY = 86_400_000;
const isoOf = (time: number) => new Date(time).toISOString().slice(0, 10);

describe('an export of open cases only', () => {
  /** So many cases, of which so many ended on a day. */
  const exported = (cases: number, ended: number, day = '2026-10-30') =>
    [
      'case_id,child_id,start_date,end_date',
      ...Array.from({ length: cases }, (_, at) => `C${at},Y${at},2026-05-01,${at < ended ? day : ''}`),
    ].join('\n');

  test.each([
    [20, 1, 'ok'],
    [21, 1, 'refused'],
    [40, 2, 'ok'],
    [41, 2, 'refused'],
    [5, 0, 'refused'],
  ])('of %i cases with %i that ended is %s: one of twenty must have', (cases, ended, status) => {
    const trend = figuresOf(caseloadTrend, exported(cases, ended), AS_AT);
    expect(trend.status).toBe(status);
  });

  test('is refused with what helps', () => {
    const { status, message, tables } = figuresOf(caseloadTrend, exported(5, 0), AS_AT);
    expect([status, tables]).toEqual(['refused', []]);
    expect(message).toMatch(
      /^This looks like an export of open cases only: .*: --month 2026-09=september\.csv\.$/,
    );
  });

  test('is what a file without end dates, or with none before the as-at date, looks like', () => {
    expect(figuresOf(caseloadTrend, 'case_id,child_id,start_date\nC1,Y1,2026-05-01', AS_AT).status).toBe(
      'refused',
    );
    expect(figuresOf(caseloadTrend, exported(2, 2, '2026-10-31'), AS_AT).status).toBe('refused');
    expect(figuresOf(caseloadTrend, exported(2, 2, '2027-01-31'), AS_AT).status).toBe('refused');
  });

  test('without any date is told to name its day', () => {
    const trend = figuresOf(caseloadTrend, 'case_id,child_id\nC1,Y1');
    expect(trend).toMatchObject({ status: 'refused' });
    expect(trend.message).toContain('give --as-at');
  });

  test('is not what one value of a breakdown makes of the file', () => {
    const csv = SERVICE.replace('K09,Y3,Irish,M', 'K09,Y7,Irish,Other');
    const trend = figuresOf(caseloadTrend, csv, { ...AS_AT, by: 'sex' });
    expect(trend.status).toBe('ok');
    const rows = tableOf(trend, 'month_ends').rows.filter(({ by }) => by === 'Other');
    expect(rows.map(({ month, children, starts }) => [month, children, starts])).toEqual([
      ['2026-08', 0, 0],
      ['2026-09', 0, 0],
      ['2026-10', 1, 1],
    ]);
  });
});

describe('the first month of one file', () => {
  /** Cases that ended in these months, so many in each, and as many open ones. */
  const endedIn = (ends: Readonly<Record<string, number>>) => {
    const days = Object.entries(ends).flatMap(([month, count]) => Array<string>(count).fill(`${month}-15`));
    const rows = days.flatMap((day, at) => [`E${at},E${at},2020-01-01,${day}`, `O${at},O${at},2020-01-01,`]);
    return ['case_id,child_id,start_date,end_date', ...rows].join('\n');
  };
  const firstOf = (ends: Readonly<Record<string, number>>) =>
    cellsOf(
      figuresOf(caseloadTrend, endedIn(ends), { ...AS_AT, settings: { trendMonths: 60 } }),
      'month_ends',
      ['month'],
    ).flat()[0];
  const summer = { '2026-04': 9, '2026-05': 14, '2026-06': 11, '2026-07': 12, '2026-08': 10 };
  const regular = { ...summer, '2026-09': 13, '2026-10': 12 };

  test('is not that of an old case that stands alone, nor of several', () => {
    // 82 ends in the 41 months since June 2023 are 2 a month: 66 would be expected in the 33 of the gap.
    expect(firstOf({ '2023-06': 1, ...regular })).toBe('2026-04');
    expect(firstOf({ '2023-06': 2, '2024-01': 1, '2025-12': 1, ...regular })).toBe('2026-04');
    // February: 82 in 9 months, and a gap of one.
    expect(firstOf({ '2026-02': 1, ...regular })).toBe('2026-04');
  });

  test('is the first with an end where each month has ends, and an end right before does not stand alone', () => {
    expect(firstOf(regular)).toBe('2026-04');
    expect(firstOf({ '2026-03': 1, ...regular })).toBe('2026-03');
  });

  test('may lie before months without an end where so few end that these are likely', () => {
    const few = { '2025-03': 1, '2025-08': 1, '2026-01': 2, '2026-05': 1, '2026-09': 1 };
    // 6 in 20 months: 1.2 would be expected in the four months of a gap.
    expect(firstOf(few)).toBe('2025-03');
  });

  test('passes over a gap in which under 5 would be expected, and over none of 5', () => {
    // From October 2025 to October 2026, 13 months, of which 5 are the gap: 12 ends and 13.
    const since = { '2026-04': 2, '2026-05': 2, '2026-06': 1, '2026-07': 2, '2026-08': 2, '2026-10': 2 };
    expect(firstOf({ '2025-10': 1, ...since })).toBe('2025-10');
    expect(firstOf({ '2025-10': 1, ...since, '2026-09': 1 })).toBe('2026-04');
  });
});

test('no month is shown where none has ended since the first case did', () => {
  const csv = 'case_id,child_id,start_date,end_date\nC1,Y1,2026-09-01,2026-10-05\nC2,Y2,2026-10-20,';
  const trend = figuresOf(caseloadTrend, csv);
  expect([trend.status, tableNames(trend)]).toEqual(['ok', []]);
  expect(trend.notes[0]).toContain('from 2026-10 on, and no month has ended since');
});

test('one month has nothing to be compared with', () => {
  const trend = figuresOf(caseloadTrend, SERVICE, { asAt: '2026-09-01' });
  expect(tableNames(trend)).toEqual(['month_ends']);
});

describe('the latest month compared', () => {
  test('is a difference, for open children with those who joined and left and without a test', () => {
    const rows = cellsOf(figuresOf(caseloadTrend, SERVICE, AS_AT), 'changes', CHANGE_KEYS);
    // 1 and 2 of 3: 2 P(X >= 2) = 2 x 4/8, so 1. 1 and 3 of 4: 2 P(X >= 3) = 2 x 5/16.
    expect(rows).toEqual([
      ['starts', 1, 2, 1, 1, 'no clear change'],
      ['ends', 1, 3, 2, 0.625, 'no clear change'],
    ]);
    expect(cellsOf(figuresOf(caseloadTrend, SERVICE, AS_AT), 'open_changes', OPEN_KEYS)).toEqual([
      [3, 2, -1, 0, 1],
    ]);
  });

  const startsIn = (september: number, october: number) => {
    const starts = (count: number, day: string) =>
      Array.from({ length: count }, (_, at) => `${day}-${at},${day}${at},${day},`);
    const ended = Array.from({ length: 5 }, (_, at) => `E${at},E${at},2026-01-01,2026-09-02`);
    const csv = ['case_id,child_id,start_date,end_date', ...ended];
    return rowOf(
      figuresOf(
        caseloadTrend,
        [...csv, ...starts(september, '2026-09-30'), ...starts(october, '2026-10-31')].join('\n'),
        AS_AT,
      ),
      'changes',
      { measure: 'starts' },
    );
  };

  // Siegel, S. (1956), "Nonparametric Statistics", table D: of 14 even chances 3 or fewer have 0.029, of 10 none 0.001;
  // in full 470/16384 and 1/1024. Months are equally long, so each start falls into either with even chances.
  test.each<[number, number, number, Cell]>([
    [11, 3, 940 / 16384, 'no clear change'],
    [3, 11, 940 / 16384, 'no clear change'],
    [10, 0, 2 / 1024, 'lower'],
    [0, 10, 2 / 1024, 'higher'],
    // 5 or fewer of 18: 1 + 18 + 153 + 816 + 3060 + 8568 = 12616 of 262144; of 20: 1 + 20 + 190 + 1140 + 4845 + 15504.
    [5, 13, 25232 / 262144, 'no clear change'],
    [5, 15, 2 * (21700 / 1048576), 'higher'],
    [4, 4, 1, 'no clear change'],
    [0, 0, 1, 'no clear change'],
  ])('from %i starts to %i has p %f and reads %s', (september, october, p, verdict) => {
    const row = startsIn(september, october);
    expect(row).toMatchObject({ before: september, after: october, change: october - september, verdict });
    expect(row.p).toBeCloseTo(p, 12);
  });

  test('has its mix beside it: shares of those known, Not known shown, no verdict', () => {
    const trend = figuresOf(caseloadTrend, SERVICE, AS_AT);
    const keys = ['month', 'group', 'children', 'answered', 'share', 'difference'];
    // September: Y1 Indian F, Y3 Irish M, Y4 of whom neither is known. October: Y1, Y3.
    expect(cellsOf(trend, 'sex_mix', keys)).toEqual([
      ['2026-10', 'Female', 1, 2, 1 / 2, '[z]'],
      ['2026-10', 'Male', 1, 2, 1 / 2, '[z]'],
      ['2026-10', 'Other', 0, 2, 0, '[z]'],
      ['2026-10', 'Not known', 0, 2, '[z]', '[z]'],
      ['2026-09', 'Female', 1, 2, 1 / 2, 0],
      ['2026-09', 'Male', 1, 2, 1 / 2, 0],
      ['2026-09', 'Other', 0, 2, 0, 0],
      ['2026-09', 'Not known', 1, 2, '[z]', '[z]'],
    ]);
    const groups = ['Asian', 'Black', 'Mixed', 'Other', 'White', 'Not known'];
    expect(cellsOf(trend, 'ethnic_mix', ['group', 'children']).slice(6)).toEqual(
      groups.map((group) => [group, ['Asian', 'White', 'Not known'].includes(group) ? 1 : 0]),
    );
    expect(tableOf(trend, 'sex_mix').columns.map(({ type }) => type)).not.toContain('verdict');
  });

  test('has no mix that the file does not tell, and says so', () => {
    const recorded = figuresOf(caseloadTrend, SERVICE, { ...AS_AT, ethnicityList: 'as-recorded' });
    expect(tableNames(recorded)).toEqual(['month_ends', 'changes', 'open_changes', 'sex_mix']);
    expect(recorded.notes.join()).toContain('There is no mix by ethnicity');
    const bare = figuresOf(
      caseloadTrend,
      'case_id,child_id,start_date,end_date\nC1,Y1,2026-01-01,2026-05-01',
      AS_AT,
    );
    expect(tableNames(bare)).toEqual(['month_ends', 'changes', 'open_changes']);
    expect(bare.notes.join()).toContain('There is no mix by sex');
  });

  test('speaks of cases where they are counted', () => {
    const trend = figuresOf(caseloadTrend, SERVICE, { ...AS_AT, countCases: true });
    // Y3 has two cases open in October, of which one started in it.
    expect(cellsOf(trend, 'open_changes', OPEN_KEYS)).toEqual([[3, 3, 0, 1, 1]]);
    expect(tableOf(trend, 'open_changes').unit).toBe('cases');
    expect([...trend.notes, trend.tables.map(({ title }) => title)].join()).not.toMatch(/child/i);
  });
});

describe('a file for each month', () => {
  const file = (...children: string[]) =>
    [
      'case_id,child_id,sex,residence,start_date',
      ...children.map((child, at) => `C${at},${child},2025-01-01`),
    ].join('\n');
  const october = file('Y1,F,Home', 'Y2,M,Home', 'Y3,M,Home', 'Y4,F,Other');
  const months = { '2026-09': file('Y5,F,Home', 'Y2,M,Home'), '2025-10': file('Y3,M,Home', 'Y6,,Home') };
  const trend = figuresOf(caseloadTrend, october, { ...AS_AT, months });

  test('is the month of its label, and that of the report the month of its as-at date', () => {
    expect(cellsOf(trend, 'month_ends', MONTH_KEYS)).toEqual([
      ['2025-10', 2, '[x]', '[x]'],
      ['2026-09', 2, '[x]', '[x]'],
      ['2026-10', 3, '[x]', '[x]'],
    ]);
    expect(trend.notes[0]).toContain('2026-09 (as at 2025-01-01)');
  });

  test('has the same children by their identifiers, whatever their place', () => {
    expect(cellsOf(trend, 'open_changes', ['compared', ...OPEN_KEYS])).toEqual([
      ['month before', 2, 3, 1, 2, 1],
      ['year earlier', 2, 3, 1, 2, 1],
    ]);
    expect(tableNames(trend)).not.toContain('changes');
    // Nobody known of October 2025 is a girl; of the three of October 2026 one is.
    const female = rowOf(trend, 'sex_mix', { group: 'Female', compared: 'year earlier' });
    expect(female).toMatchObject({ children: 0, answered: 1, share: 0, difference: 1 / 3 });
  });

  test('may leave out months: the one before is then the file before', () => {
    const gap = figuresOf(caseloadTrend, october, { ...AS_AT, months: { '2026-04': file('Y1,F,Home') } });
    expect(cellsOf(gap, 'open_changes', ['compared', 'before_period'])).toEqual([['file before', '2026-04']]);
  });

  test('does not tell children apart where cases are counted', () => {
    const counted = figuresOf(caseloadTrend, october, { ...AS_AT, months, countCases: true });
    expect(cellsOf(counted, 'open_changes', ['joined', 'left'])[0]).toEqual(['[x]', '[x]']);
  });

  test('cannot be that of the report once more', () => {
    const twice = figuresOf(caseloadTrend, october, { ...AS_AT, months: { '2026-10': file('Y1,F,Home') } });
    expect(twice).toMatchObject({
      status: 'refused',
      message:
        '--month 2026-10: the file of this report, as at 2026-10-31, is of that month, too; give a file of another month, or leave it out.',
    });
  });

  test('cannot be one that was taken later than its month: it holds cases that started after it', () => {
    const started = (day: string) => ({ '2026-08': `case_id,child_id,start_date\nC1,Y1,${day}` });
    const later = figuresOf(caseloadTrend, october, { ...AS_AT, months: started('2026-09-01') });
    expect(later).toMatchObject({ status: 'refused', tables: [] });
    expect(later.message).toMatch(/^--month 2026-08: the file holds cases that started after 2026-08,/);
    expect(figuresOf(caseloadTrend, october, { ...AS_AT, months: started('2026-08-31') }).status).toBe('ok');
  });

  test('is about the children of the latest file, whichever that is', () => {
    const next = figuresOf(caseloadTrend, october, {
      ...AS_AT,
      months: { '2026-11': file('Y1,F,Home', 'Y9,F,Other') },
    });
    expect(tableOf(next, 'month_ends').cohort).toMatchObject({
      n: 1,
      leftOut: [{ reason: 'residence Other', n: 1 }],
    });
    expect(tableOf(trend, 'month_ends').cohort).toMatchObject({
      n: 3,
      leftOut: [{ reason: 'residence Other', n: 1 }],
    });
  });

  test('tells court quality by quarter only where the file of the report holds ended cases', () => {
    const court = (end: string) =>
      `case_id,child_id,disposal,start_date,end_date,audit_date,planning_desistance\nC1,Y1,Referral order,2025-01-01,${end},2026-05-01,Yes`;
    const of = (end: string) => figuresOf(caseloadTrend, court(end), { ...AS_AT, months });
    expect(tableNames(of('2026-06-01'))).toContain('quarters');
    const open = of('');
    expect([open.status, tableNames(open).includes('quarters')]).toEqual(['ok', false]);
    expect(open.notes.join()).toContain('looks like an export of open cases only');
  });

  test('is not asked for ended cases, nor is a value of a breakdown, which stands alone', () => {
    const bySex = figuresOf(caseloadTrend, october, { ...AS_AT, months, by: 'sex' });
    expect(bySex.status).toBe('ok');
    expect(cellsOf(bySex, 'month_ends', ['by', 'month', 'children']).slice(3)).toEqual([
      ['Female', '2026-10', 1],
      ['Male', '2026-10', 2],
    ]);
  });
});

describe('court quality by quarter', () => {
  interface Audit {
    readonly day: string;
    readonly yes: number;
    readonly no: number;
    readonly question?: string;
  }
  /** A court file whose audits judged only the questions named. */
  const audited = (...audits: Audit[]) => {
    const questions = ['planning_desistance', 'planning_child_safety'];
    const rows = audits.flatMap(({ day, yes, no, question = questions[0] }, audit) =>
      Array.from({ length: yes + no }, (_, at) => {
        const answers = questions.map((one) => (one === question ? (at < yes ? 'Yes' : 'No') : ''));
        return [
          `C${audit}-${at},Y${audit}-${at},Referral order,2024-05-01,2026-09-01,${day}`,
          ...answers,
        ].join(',');
      }),
    );
    return [`case_id,child_id,disposal,start_date,end_date,audit_date,${questions}`, ...rows].join('\n');
  };
  const planning = { standard: 'planning', question: 'desistance' };
  const changeOf = (csv: string, compared = 'quarter before') =>
    rowOf(figuresOf(caseloadTrend, csv, AS_AT), 'quality_changes', { ...planning, compared });

  test('runs from April to March, from the first audited to the latest that is over, all twelve questions in each', () => {
    const csv = audited(
      { day: '2026-03-31', yes: 1, no: 0 },
      { day: '2026-04-01', yes: 3, no: 4 },
      { day: '2026-12-31', yes: 1, no: 1 },
      { day: '2027-01-01', yes: 9, no: 0 },
    );
    const trend = figuresOf(caseloadTrend, csv, { asAt: '2026-12-31' });
    const rows = tableOf(trend, 'quarters').rows;
    expect(rows).toHaveLength(4 * 12);
    const judged = rows.filter(
      ({ standard, question }) => standard === 'planning' && question === 'desistance',
    );
    expect(judged.map((row) => [row.quarter, row.judged, row.sufficient, row.share])).toEqual([
      ['2025Q4', 1, 1, 1],
      ['2026Q1', 7, 3, 3 / 7],
      ['2026Q2', 0, 0, '[z]'],
      ['2026Q3', 2, 1, 1 / 2],
    ]);
    // Wilson's published bounds of 3 of 7, as those of court-quality.
    expect(judged[1].share_lower).toBeCloseTo(0.15822, 6);
    expect(judged[1].share_upper).toBeCloseTo(0.749542, 6);
    expect(tableOf(trend, 'quarters').cohort).toEqual({
      n: 10,
      known: 10,
      leftOut: [{ reason: 'audit_date after the as-at date', n: 9 }],
    });
  });

  test('leaves out the quarter that is not over, and what is dated after the as-at date apart', () => {
    const csv = audited(
      { day: '2026-09-30', yes: 3, no: 4 },
      { day: '2026-10-31', yes: 2, no: 0 },
      { day: '2026-11-01', yes: 1, no: 3 },
      { day: '', yes: 1, no: 0 },
    );
    const trend = figuresOf(caseloadTrend, csv, AS_AT);
    expect(new Set(cellsOf(trend, 'quarters', ['quarter']).flat())).toEqual(new Set(['2026Q2']));
    expect(tableOf(trend, 'quarters').highlights?.words).toEqual(['2026Q2']);
    expect(tableOf(trend, 'quarters').cohort).toEqual({
      n: 7,
      known: 7,
      leftOut: [
        { reason: 'audit_date missing', n: 1 },
        { reason: 'audit_date after the as-at date', n: 4 },
        { reason: 'audit_date outside these quarters', n: 2 },
      ],
    });
    expect(trend.notes.join()).toContain('They end with 2026Q2, the latest that is over at the as-at date');
  });

  test('goes back eight quarters at most', () => {
    const csv = audited({ day: '2024-09-30', yes: 1, no: 0 }, { day: '2024-10-01', yes: 1, no: 0 });
    const earlier = audited({ day: '2024-09-30', yes: 3, no: 0 }, { day: '2026-07-01', yes: 1, no: 0 });
    const quartersOf = (text: string) =>
      new Set(cellsOf(figuresOf(caseloadTrend, text, AS_AT), 'quarters', ['quarter']).flat());
    expect([...quartersOf(csv)].length).toBe(8);
    expect([...quartersOf(csv)][0]).toBe('2024Q3');
    expect([...quartersOf(earlier)]).toEqual(['2026Q2']);
  });

  test('changes by what was published of different cases: Newcombe for 56 of 70 less 48 of 80', () => {
    const row = changeOf(
      audited({ day: '2026-05-01', yes: 48, no: 32 }, { day: '2026-08-01', yes: 56, no: 14 }),
    );
    expect(row).toMatchObject({
      before_quarter: '2026Q1',
      after_quarter: '2026Q2',
      before_judged: 80,
      after_judged: 70,
      before_share: 0.6,
      after_share: 0.8,
    });
    // Newcombe (1998), table II, method 10, contrast (a): 0.0524 to 0.3339.
    expect(row.difference).toBeCloseTo(0.2, 12);
    expect(row.difference_lower).toBeCloseTo(0.0524, 4);
    expect(row.difference_upper).toBeCloseTo(0.3339, 4);
  });

  test('has p by Fisher as published, and one test alone is not corrected: whales and sharks', () => {
    // Of scipy's documentation: 8 and 2 beside 1 and 5 has p = 0.0349650.
    const csv = audited({ day: '2026-05-01', yes: 1, no: 5 }, { day: '2026-08-01', yes: 8, no: 2 });
    expect(changeOf(csv)).toMatchObject({
      verdict: 'higher',
      p: expect.closeTo(400 / 11440, 12),
      p_holm: expect.closeTo(400 / 11440, 12),
    });
    const other = audited({ day: '2026-05-01', yes: 8, no: 2 }, { day: '2026-08-01', yes: 1, no: 5 });
    expect(changeOf(other)).toMatchObject({ verdict: 'lower' });
  });

  test('is corrected by Holm for all that is tested in the table, so that what was clear alone no longer is', () => {
    // The second question has p 1 (3 of 6 and 3 of 6); Holm: the smaller p twice, 0.0699.
    const safety = { yes: 3, no: 3, question: 'planning_child_safety' };
    const csv = audited(
      { day: '2026-05-01', yes: 1, no: 5 },
      { day: '2026-08-01', yes: 8, no: 2 },
      { day: '2026-05-02', ...safety },
      { day: '2026-08-02', ...safety },
    );
    const row = changeOf(csv);
    expect(row.p).toBeCloseTo(400 / 11440, 12);
    expect(row.p_holm).toBeCloseTo(800 / 11440, 12);
    expect(row.verdict).toBe('no clear change');
  });

  test('says too few under 5 judged in either quarter, and does not test them', () => {
    const few = changeOf(audited({ day: '2026-05-01', yes: 4, no: 0 }, { day: '2026-08-01', yes: 0, no: 9 }));
    expect(few).toMatchObject({
      before_share: 1,
      after_share: 0,
      difference: '[z]',
      difference_lower: '[z]',
      difference_upper: '[z]',
      p: '[z]',
      p_holm: '[z]',
      verdict: 'too few to say',
    });
    const enough = changeOf(
      audited({ day: '2026-05-01', yes: 5, no: 0 }, { day: '2026-08-01', yes: 0, no: 5 }),
    );
    // C(10, 5) = 252 tables, of which this and its mirror are the least likely.
    expect(enough).toMatchObject({ verdict: 'lower', p: expect.closeTo(2 / 252, 12) });
  });

  test('compares the latest quarter that is over, with the one before and the same a year earlier', () => {
    const csv = audited(
      { day: '2025-08-01', yes: 6, no: 0 },
      { day: '2026-08-01', yes: 0, no: 6 },
      { day: '2026-10-01', yes: 6, no: 0 },
    );
    expect(changeOf(csv, 'year earlier')).toMatchObject({
      before_quarter: '2025Q2',
      after_quarter: '2026Q2',
      verdict: 'lower',
    });
    expect(changeOf(csv)).toMatchObject({ before_quarter: '2026Q1', before_judged: 0, before_share: '[z]' });
    const atTheEnd = figuresOf(caseloadTrend, csv, { asAt: '2026-12-31' });
    const latest = rowOf(atTheEnd, 'quality_changes', { ...planning, compared: 'quarter before' });
    expect(latest).toMatchObject({ before_quarter: '2026Q2', after_quarter: '2026Q3', verdict: 'higher' });
  });

  test('has the same quarters for every value of a breakdown', () => {
    const csv = audited({ day: '2026-05-01', yes: 5, no: 0 }, { day: '2026-08-01', yes: 0, no: 5 });
    const trend = figuresOf(
      caseloadTrend,
      csv.replaceAll('C0-', 'B0-').replace('Referral order', 'Youth caution'),
      {
        ...AS_AT,
        by: 'disposal',
      },
    );
    const quarters = tableOf(trend, 'quarters').rows.map(({ by, quarter }) => `${by} ${quarter}`);
    expect(new Set(quarters)).toEqual(
      new Set(
        ['All', 'Pre-court', 'First-tier'].flatMap((by) => ['2026Q1', '2026Q2'].map((q) => `${by} ${q}`)),
      ),
    );
  });

  test.each([
    ['no audit date', (csv: string) => csv.replaceAll(/,2026-0[58]-01,/g, ',,')],
    [
      'no audit in a quarter that is over',
      (csv: string) => csv.replaceAll(/,2026-0[58]-01,/g, ',2026-10-01,'),
    ],
    ['no court case', (csv: string) => csv.replaceAll('Referral order', 'Youth caution')],
    ['no such columns', () => SERVICE],
  ])('is left out with a note when there is %s', (_, change) => {
    const csv = audited({ day: '2026-05-01', yes: 5, no: 0 }, { day: '2026-08-01', yes: 0, no: 5 });
    const trend = figuresOf(caseloadTrend, change(csv), AS_AT);
    expect(tableNames(trend)).not.toContain('quarters');
    expect(trend.notes.join()).toContain('There is no court quality by quarter');
  });
});

test('no note and no message has a count of the caseload', () => {
  const csv = readFixture('birmingham-like/caseload.csv');
  const { notes } = figuresOf(caseloadTrend, csv, AS_AT);
  const words = notes.join(' ').replaceAll(/20\d\d-\d\d|20\d\d(?:Q\d)?|0\.05/g, '');
  // What is left: "of 20 in which nothing changed", 0 as no difference, under 5 judged.
  expect(words.match(/\d+/g)).toEqual(['20', '0', '5']);
});
