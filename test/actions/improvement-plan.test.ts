/**
 * Recommendations beside today's figures, on the service of eleven children, whose figures can be checked with a
 * pencil: of its four court cases audited on 14 September 2026 one of three was sufficient in planning for the child's
 * safety (K07; K01 and K03 not, K09 not judged), none of four in planning for that of others; the score is 2; of three
 * workers W1 holds most open cases, four (K01, K03, K04, K12).
 */
import { describe, expect, it } from 'vitest';
import { improvementPlan } from '../../src/actions/improvement-plan.ts';
import { formats } from '../../src/render/formats.ts';
import type { Cell, MetricReport, Report, Row, Table } from '../../src/report/report.ts';
import { unzip } from '../render/workbook-reading.ts';
import { fixture } from '../support/files.ts';
import { runInternal, runJson } from '../support/run-cli.ts';
import { actionsOf } from './actions-of.ts';

const TINY = ['report', fixture('tiny-service/caseload.csv')];
const internal: Report = await runInternal(TINY);
const shareable = await runJson<Report>(TINY);

const rowsIn = (report: Report, ...lines: readonly string[]) =>
  improvementPlan(actionsOf(...lines), report).tables[0].rows;
/** The row of one action that names a metric and a target. */
const rowOf = (metric: string, target: string, report = internal) =>
  rowsIn(report, `Act,,,,"${metric}",${target}`)[0];
const notesIn = (report: Report, ...lines: readonly string[]) =>
  improvementPlan(actionsOf(...lines), report).notes;

/** A report in which the tables of a metric are others. */
function changed(name: string, change: (metric: MetricReport) => MetricReport): Report {
  return {
    ...internal,
    metrics: internal.metrics.map((metric) => (metric.name === name ? change(metric) : metric)),
  };
}
const withTables = (metric: MetricReport, change: (table: Table) => Table) => ({
  ...metric,
  tables: metric.tables.map(change),
});
const withRows = (name: string, change: (row: Row) => Row) =>
  changed(name, (metric) => withTables(metric, (table) => ({ ...table, rows: table.rows.map(change) })));

describe('the order: overdue first, then by due date, then undated, then done and dropped', () => {
  // As at 2026-09-14.
  const LINES = [
    'undated,,,Open,,',
    'dropped,,2026-01-31,Withdrawn,,',
    'due later,,2026-12-31,Open,,',
    'overdue by a day,,2026-09-13,Open,,',
    'done,,2026-01-01,Done,,',
    'due on the day,,2026-09-14,Open,,',
    'overdue by a leap year and a day,,2023-09-14,Almost there,,', // 2024 has 366 days: 366 + 365 + 365
    'overdue by a day too,,2026-09-13,,,',
  ];

  it('with the days that each is overdue, and what ends an action never overdue', () => {
    expect(rowsIn(internal, ...LINES).map((row) => [row.recommendation, row.days_overdue])).toEqual([
      ['overdue by a leap year and a day', 1096],
      ['overdue by a day', 1],
      ['overdue by a day too', 1],
      ['due on the day', '[z]'],
      ['due later', '[z]'],
      ['undated', '[z]'],
      ['done', '[z]'],
      ['dropped', '[z]'],
    ]);
  });

  it('what is not recorded says so, and statuses of their own are named once', () => {
    expect(rowsIn(internal, 'Act,,,,,')).toEqual([
      {
        recommendation: 'Act',
        owner: 'Not recorded',
        due_date: 'Not recorded',
        status: 'Not recorded',
        days_overdue: '[z]',
      },
    ]);
    const notes = notesIn(internal, ...LINES, 'again,,,Almost there,,');
    expect(notes).toContain('9 actions: 7 still to be done (3 of them overdue), 1 done, 1 dropped.');
    expect(notes).toContain(
      'Counted as still to be done, as their status is none that is known: Almost there (2 actions).',
    );
    expect(notes).toContain(
      'Overdue is what was due before 2026-09-14, the as-at date, and is neither done nor dropped. 2 actions still to be done have no due date.',
    );
  });

  it('without an as-at date nothing can be called overdue', () => {
    const undated: Report = { ...internal, provenance: { ...internal.provenance, asAt: null } };
    expect(rowsIn(undated, ...LINES).map(({ days_overdue }) => days_overdue)).toEqual([
      ...['[x]', '[x]', '[x]', '[x]', '[x]'], // the five with a date that are still to be done
      ...['[z]', '[z]', '[z]'],
    ]);
    expect(notesIn(undated, ...LINES)).toContain(
      'Which actions are overdue cannot be told, as the report has no as-at date: --as-at sets the day.',
    );
  });
});

describe("today's figure", () => {
  it('of a row: its share as a number, the 95% range, of how many, and whether it is reached', () => {
    const row = rowOf('court-quality: planning, safety of the child', '70%');
    expect(row).toMatchObject({
      metric: 'Court quality: Planning, safety of the child',
      target: 'at least 70%',
      share: 1 / 3,
      share_of: 3,
      reading: 'not reached',
    });
    // Wilson's interval of 1 of 3: 6.15 % to 79.23 % (R, binom.confint(1, 3, methods = "wilson")).
    expect(row.share_lower).toBeCloseTo(0.0615, 4);
    expect(row.share_upper).toBeCloseTo(0.7923, 4);
  });

  it.each<[metric: string, target: string, figure: Readonly<Record<string, Cell>>]>([
    [
      'court-quality',
      '70%',
      {
        metric: 'Court quality: lowest question (Planning, safety of others)',
        share: 0,
        share_of: 4,
        reading: 'not reached',
      },
    ],
    [
      'court-quality',
      '2',
      { metric: 'Court quality: score', number: 2, target: 'at least 2', reading: 'reached' },
    ],
    ['workload', '4', { number: 4, target: 'at most 4', reading: 'reached' }],
    ['workload', 'less than 4', { number: 4, target: 'less than 4', reading: 'not reached' }],
    ['workload', 'at least 4', { number: 4, reading: 'reached' }],
    // W1 4, W2 3 (K05 to K07), W3 3 (K08, K09, K11, held for another service too): the mean is 10 of 3.
    ['workload: Mean', 'at most 3.4', { metric: 'Workload: Mean', number: 10 / 3, reading: 'reached' }],
    ['workload: mean', '3', { target: '3', reading: '[z]' }],
    // Girls among the nine children with an open case: Y03 and Y06.
    ['sex-mix: Female', '', { share: 2 / 9, share_of: 9 }],
    [
      'sex-mix: Female, Children',
      'at most 2',
      { metric: 'Sex mix: Female, Children', number: 2, reading: 'reached' },
    ],
    // The standard's lowest question, 0 of 4; the table of standards does not say of how many.
    [
      'court-quality: planning',
      '50%',
      { metric: 'Court quality: Planning', share: 0, share_of: '[x]', reading: 'not reached' },
    ],
    ['court-quality: reviewing/others_safety', '> 99%', { share: 1, share_of: 1, reading: 'reached' }],
    ['court-quality: safety of others - assessment', '50%', { share: '[x]' }], // a hyphen parts nothing
    ['court-quality: others_safety, assessment', '50%', { share: 0.5, reading: 'reached' }], // 2 of 4, just reached
  ])('%s, target %s', (metric, target, figure) => {
    expect(rowOf(metric, target)).toMatchObject(figure);
  });

  it('without a target has no reading, and columns only for what is named', () => {
    expect(Object.keys(rowOf('court-quality', ''))).toEqual([
      ...['recommendation', 'owner', 'due_date', 'status', 'days_overdue', 'metric'],
      ...['share', 'share_lower', 'share_upper', 'share_of'],
    ]);
    expect(rowsIn(internal, 'Act,,,,,every month')[0].target).toBe('every month');
  });

  it('is that of all where the report is divided', async () => {
    const divided: Report = await runInternal([...TINY, '--by', 'team']);
    expect(rowOf('court-quality: planning, child_safety', '70%', divided)).toEqual(
      rowOf('court-quality: planning, child_safety', '70%'),
    );
    expect(rowOf('sex-mix: Female', '', divided).share).toBe(2 / 9);
  });

  it('comes with what must be said wherever the figures of its metric are shown', () => {
    expect(notesIn(internal, 'Act,,,,court-quality,70%')).toContain(
      'Court quality: indicative self-audit, not an inspection rating.',
    );
    expect(notesIn(internal, 'Act,,,,workload,4').join()).not.toContain('self-audit');
  });
});

describe('a row without a column: the figure that counts what its table is about, and is called by its label', () => {
  // Open on 14 September 2026 are in North K01, K03 to K06 and K12, of five children and two workers.
  it('the cases of a team, not its workers, unless these are named', () => {
    expect(rowOf('workload: North', 'at most 5')).toMatchObject({
      metric: 'Workload: North, Cases',
      number: 6,
      reading: 'not reached',
    });
    expect(rowOf('workload: North, workers', 'at most 5')).toMatchObject({
      metric: 'Workload: North, Workers',
      number: 2,
      reading: 'reached',
    });
  });

  it('the cases judged of a question, called so', () => {
    expect(rowOf('court-quality: planning, safety of the child', 'at most 90')).toMatchObject({
      metric: 'Court quality: Planning, safety of the child, Judged',
      number: 3,
    });
  });

  it('children for a whole number, the relative rate for one with a fraction', async () => {
    const birmingham: Report = await runInternal([
      ...['disproportionality', fixture('birmingham-like/caseload.csv'), '--baseline', 'birmingham'],
    ]);
    expect(rowOf('disproportionality: Black', 'at most 2', birmingham)).toMatchObject({
      ...{ metric: 'Disproportionality: Black, Children', number: 56 },
    });
    const rate = rowOf('disproportionality: Black', 'at most 1.5', birmingham);
    expect(rate).toMatchObject({ metric: 'Disproportionality: Black, Relative rate', reading: 'reached' });
    // 56 of 17,883 Black beside 125 of 42,740 White residents: (56 x 42,740) / (17,883 x 125).
    expect(rate.rate).toBeCloseTo(1.07071, 5);
    const named = rowOf('disproportionality: Black, rate per 1,000 aged 10-17', 'at most 3.5', birmingham);
    expect(named.rate).toBeCloseTo(3.13147, 5); // 56 of 17.883 thousand
  });

  it('a part of one is no target of a count', () => {
    expect(rowOf('court-quality: planning, safety of the child', 'at least 0.7')).toMatchObject({
      ...{ number: '[x]', reading: '[x]' },
    });
    expect(notesIn(internal, 'Act,,,,"court-quality: planning, safety of the child",at least 0.7')).toContain(
      'Court quality: Planning, safety of the child, Judged is a count, of which 0.7 is no target; name another column, or write a share as 70%.',
    );
  });
});

describe('a report of rounded counts', async () => {
  // To the nearest 5 the 0 of 4 of planning for the safety of others stay 0, and 1 of 3, 1 of 1 and 2 of 4 are [k].
  const rounded = await runJson<Report>([...TINY, '--round', '5']);

  it.each([
    ['court-quality', '70%', 'share', '[x]'],
    ['court-quality', '2', 'number', '[x]'],
    ['workload', 'at most 4', 'number', '[x]'],
    ['court-quality: planning, safety of others', '70%', 'share', 0],
    ['court-quality: planning, safety of the child', '70%', 'share', '[k]'],
    ['workload: North', 'at most 5', 'number', 5], // 6 are over it
    ['workload: North', '5', 'number', 5],
  ])(
    'cannot say whether a target is reached, nor which is lowest: %s, target %s',
    (metric, target, kind, figure) => {
      expect(rowOf(metric, target, rounded)).toMatchObject({ [kind]: figure, reading: '[x]' });
    },
  );

  it('says so in its notes, and does not speak of figures unrounded', () => {
    const notes = notesIn(rounded, 'Act,,,,court-quality,70%');
    expect(notes).toContain(
      'Figures are those of this report, as at 2026-09-14. Its counts are rounded to the nearest 5, so whether a target is reached cannot be told from them, nor which figure is the lowest or highest.',
    );
    expect(notes).toContain('Court quality: the lowest question cannot be told from rounded counts.');
    expect(notes.join()).not.toContain('unrounded');
    expect(notesIn(internal, 'Act,,,,court-quality,70%').join()).toContain('judged on the figure unrounded');
  });

  it('nor where every share is a number: rounding may have changed their order', () => {
    const numbers: Report = {
      ...rounded,
      metrics: rounded.metrics.map((metric) =>
        withTables(metric, (table) => ({
          ...table,
          rows: table.rows.map((row, place) => ('share' in row ? { ...row, share: 1 / (place + 1) } : row)),
        })),
      ),
    };
    expect(rowOf('court-quality', '10%', numbers)).toMatchObject({ share: '[x]', reading: '[x]' });
  });

  it('still shows what is withheld as withheld', () => {
    const withheld: Report = {
      ...rounded,
      metrics: rounded.metrics.map((metric) =>
        withTables(metric, (table) => ({ ...table, rows: [], withheld: true })),
      ),
    };
    expect(rowOf('court-quality', '70%', withheld)).toMatchObject({ share: '[c]', reading: '[c]' });
  });
});

describe('a figure that the report does not show', () => {
  it('is withheld with all that follows from it, where the report withholds it', () => {
    // Four cases judged are fewer than the threshold of 5.
    const row = rowOf('court-quality: planning, safety of others', '70%', shareable);
    expect([row.share, row.share_lower, row.share_upper, row.reading]).toEqual(['[c]', '[c]', '[c]', '[c]']);
    expect(rowOf('court-quality', '70%', shareable)).toMatchObject({
      share: '[c]',
      share_of: '[c]',
      reading: '[c]',
    });
    expect(rowOf('court-quality', '2', shareable)).toMatchObject({ number: '[c]', reading: '[c]' });
  });

  it('is not known when it is the lowest of several of which one is withheld', () => {
    const one = withRows('court-quality', (row) =>
      row.standard === 'assessment' && row.question === 'desistance' ? { ...row, share: '[c]' } : row,
    );
    expect(rowOf('court-quality', '70%', one)).toMatchObject({
      metric: 'Court quality: lowest question',
      ...{ share: '[c]', reading: '[c]' },
    });
    expect(notesIn(one, 'Act,,,,court-quality,70%')).toContain(
      'Court quality: the lowest question is not known, as a figure it is chosen from is withheld.',
    );
    // The others are known as they were.
    expect(rowOf('court-quality: planning, child_safety', '70%', one)).toMatchObject({ share: 1 / 3 });
  });

  it.each([
    ['rounded away', ['[k]'], '[x]', 'not available'],
    ['not available', ['[x]'], '[x]', 'not available'],
    ['not available, and another withheld', ['[x]', '[c]'], '[c]', 'withheld'],
  ])('is not known when it is the lowest of several of which one is %s', (_what, codes, code, why) => {
    const questions = ['desistance', 'child_safety'];
    const one = withRows('court-quality', (row) => {
      const place = questions.indexOf(String(row.question));
      const isChanged = row.standard === 'reviewing' && place !== -1 && place < codes.length;
      return isChanged ? { ...row, share: codes[place] } : row;
    });
    expect(rowOf('court-quality', '70%', one)).toMatchObject({ share: code, reading: code });
    expect(notesIn(one, 'Act,,,,court-quality,70%')).toContain(
      `Court quality: the lowest question is not known, as a figure it is chosen from is ${why}.`,
    );
  });

  it('stands in the column of its kind', async () => {
    const birmingham: Report = await runInternal([
      ...['disproportionality', fixture('birmingham-like/caseload.csv'), '--baseline', 'birmingham'],
    ]);
    const withheld: Report = {
      ...birmingham,
      metrics: birmingham.metrics.map((metric) =>
        withTables(metric, (table) => ({
          ...table,
          rows: table.rows.map((row) => (row.group === 'Mixed' ? { ...row, relative_rate: '[c]' } : row)),
        })),
      ),
    };
    expect(rowOf('disproportionality', 'at most 1.5', withheld)).toMatchObject({
      rate: '[c]',
      reading: '[c]',
    });
  });

  it('is withheld with its table, or its metric', () => {
    const table = changed('sex-mix', (metric) =>
      withTables(metric, (one) => ({ ...one, rows: [], withheld: true })),
    );
    expect(rowOf('sex-mix: Female', '20%', table)).toMatchObject({ share: '[c]', reading: '[c]' });
    const questions = changed('court-quality', (metric) =>
      withTables(metric, (one) => ({ ...one, rows: [], withheld: true })),
    );
    expect(rowOf('court-quality', '70%', questions)).toMatchObject({ share: '[c]', reading: '[c]' });
    const whole = changed('sex-mix', (metric) => ({ ...metric, status: 'withheld', tables: [] }));
    expect(rowOf('sex-mix: Female', 'at least 20%', whole)).toMatchObject({ share: '[c]', reading: '[c]' });
  });

  it.each<[why: string, metric: string, target: string, report: Report, note: RegExp]>([
    [
      'the metric is not in it',
      'court-quality',
      '70%',
      { ...internal, metrics: [] },
      /^court-quality is not in this report/,
    ],
    ['it is not set up', 'disproportionality', '1.5', internal, /^Disproportionality: .*--baseline/],
    [
      'no row has this name',
      'sex-mix: Girls',
      '20%',
      internal,
      /^Sex mix: no row of this report fits "Girls"/,
    ],
    [
      'several have',
      'court-quality: safety of others',
      '70%',
      internal,
      /^Court quality: several rows fit "safety of/,
    ],
    [
      'a column is missing',
      'sex-mix: Female',
      '20%',
      changed('sex-mix', (metric) => ({
        ...metric,
        status: 'missing-columns',
        missing: ['sex'],
        tables: [],
      })),
      /^Sex mix: the files have no column for sex\.$/,
    ],
  ])('is not available, and a note says why: %s', (_why, metric, target, report, note) => {
    const row = rowOf(metric, target, report);
    expect(row.share ?? row.number).toBe('[x]');
    expect(notesIn(report, `Act,,,,"${metric}",${target}`)).toContainEqual(expect.stringMatching(note));
  });

  it('does not apply where there is nothing to take it from', () => {
    const nothing = withRows('court-quality', (row) => ({ ...row, share: '[z]' }));
    expect(rowOf('court-quality', '70%', nothing)).toMatchObject({ share: '[z]', reading: '[z]' });
  });
});

describe('every format shows it', () => {
  const lines = ['<b>=1+1</b> | \u001b[31mred,,2026-01-01,Open,court-quality,70%', 'Two,,,,workload,4'];
  const shown = { ...internal, metrics: [improvementPlan(actionsOf(...lines), internal)] };

  it.each(['terminal', 'markdown', 'csv', 'html'] as const)('%s, as text alone', async (format) => {
    const text = String(await formats[format].render(shown, { width: 120, colorLevel: 0 }));
    expect(text).toContain('Two');
    expect(text).toMatch(/0\.0 - 49\.0|0\.48989/); // Wilson's upper bound of 0 of 4: z2 / (4 + z2) with z2 = 3.8415
    expect(text).not.toContain('\u001b');
    if (format === 'html' || format === 'markdown') expect(text).not.toContain('<b>');
  });

  // From 1 January to 14 September 2026, the 257th day of the year, are 256 days.
  it.each([
    ['xlsx', '<v>256</v>'],
    ['ods', 'office:value="256"'],
  ] as const)('%s, with numbers as numbers', async (format, days) => {
    const parts = [...unzip(await formats[format].render(shown)).values()].join('\n');
    expect(parts).toContain('Improvement plan');
    expect(parts).toContain(days);
    expect(parts).not.toContain('<b>');
  });
});
