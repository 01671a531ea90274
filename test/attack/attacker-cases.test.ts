/** Whether the attack finds what leaks between targets, releases and what is filled in. */
import { describe, expect, test } from 'vitest';
import { handMade, metricOf, qualityOf } from './hand-made.ts';
import { furtherOf, tooSmall } from './hand-made-further.ts';
import { leaksOf } from './leaks-of.ts';
import type { Cell, PublishedMetric } from './published.ts';

const OUTCOMES = [
  'on time',
  'not on time',
  'due on the as-at date, not done yet',
  'due later',
  'not recorded',
  'does not apply',
];
const DETAILS = ['done late', 'late and outstanding', 'done before its due day', 'not yet due'];
const PANEL = 'Initial panel (example)';

function timeliness(outcomes: readonly Cell[], details: readonly Cell[], due: Cell = '[c]'): PublishedMetric {
  return furtherOf(
    'court-timeliness',
    { n: 100 },
    {
      targets: [{ target: PANEL, due, on_time: '[c]' }],
      rules: [{ target: PANEL, rule: 'panel date within 20 working days of sentence date (Referral order)' }],
      outcomes: OUTCOMES.map((outcome, at) => ({ target: PANEL, outcome, cases: outcomes[at] })),
      details: DETAILS.map((detail, at) => ({ target: PANEL, detail, cases: details[at] })),
    },
  );
}

describe('targets', () => {
  test('the outcomes add up to the cases, and the details to their outcome', async () => {
    expect(
      await leaksOf(handMade(100, [timeliness([20, '[c]', 0, 7, 0, 70], ['[c]', '[c]', 0, 7])])),
    ).toEqual([
      'court-timeliness outcomes All Initial panel (example): not on time: 3 to 3',
      'court-timeliness details All Initial panel (example): done late: 1 to 2',
      'court-timeliness details All Initial panel (example): late and outstanding: 1 to 2',
    ]);
    expect(
      await leaksOf(handMade(100, [timeliness([20, '[c]', 0, '[c]', 0, 70], ['[c]', '[c]', '[c]', '[c]'])])),
    ).toEqual([]);
  });

  test('what is due so far is what was on time, what was not and what may still be', async () => {
    const withheld = [timeliness([20, '[c]', 0, '[c]', 0, 70], ['[c]', '[c]', '[c]', '[c]'], 28)];
    expect(await leaksOf(handMade(100, withheld))).toEqual(
      expect.arrayContaining(['court-timeliness outcomes All Initial panel (example): not on time: 8 to 8']),
    );
  });
});

const column = (name: string, of: string, rows: Cell, filled: Cell, missing: Cell) => ({
  column_name: name,
  asked_of: of,
  of,
  rows,
  filled,
  missing,
});
const record = (
  columns: readonly ReturnType<typeof column>[],
  gaps: readonly { figure: string; column_name: string; cases: Cell; of: Cell }[] = [],
) => furtherOf('data-quality', { n: 100 }, { columns, case_gaps: gaps });

describe('what is filled in', () => {
  const open = timeliness([20, '[c]', 0, '[c]', 0, 70], ['[c]', '[c]', 0, '[c]']);

  test('what is not done of a target has no date: 3 blanks are late, or not yet due', async () => {
    // Of 10 not done in time or due later. At most 2 of the 3 blanks are outstanding, and at most 2 not yet due.
    const panels = (missing: Cell) => record([column('panel_date', 'referral orders', 30, '[c]', missing)]);
    expect(await leaksOf(handMade(100, [open, panels(3)]))).toEqual(
      expect.arrayContaining([
        'court-timeliness details All Initial panel (example): late and outstanding: 1 to 2',
        'court-timeliness details All Initial panel (example): not yet due: 1 to 2',
      ]),
    );
    expect(await leaksOf(handMade(100, [open, panels('[c]')]))).toEqual([]);
  });

  test('what is judged is filled in', async () => {
    // 55 of 60 are judged on desistance: of the 60 audited 55 to 60 are filled in; of 58 too few are in doubt.
    const quality = qualityOf(60, 60, [55, ...Array<Cell>(11).fill(50)], { 'other disposal groups': 40 });
    const filled = (rows: Cell) =>
      record([column('assessment_desistance', 'court cases audited', rows, '[c]', '[c]')]);
    expect(await leaksOf(handMade(100, [quality, filled(60)]))).toEqual([]);
    const fewer = qualityOf(60, 60, [57, ...Array<Cell>(11).fill(50)], { 'other disposal groups': 40 });
    expect(await leaksOf(handMade(100, [fewer, filled(60)]))).toEqual([
      'data-quality filled All assessment_desistance: 57 to 60',
    ]);
  });
});

describe('custody', () => {
  const released = (plans: readonly Cell[]) =>
    furtherOf(
      'resettlement',
      { n: 20, leftOut: { 'other disposal groups': 80 } },
      {
        answers: ['before release', 'on the day of release or after', 'no plan date', 'Unknown'].map(
          (answer, at) => ({
            aspect: 'plan_before_release',
            answer,
            cases: plans[at],
          }),
        ),
      },
    );
  const gap = (cases: Cell, of: Cell) =>
    record([], [{ figure: 'Resettlement', column_name: 'resettlement_plan_date', cases, of }]);

  test('a gap of plan dates is the answer that there is none', async () => {
    const withheld = released(['[c]', 0, '[c]', 0]);
    expect(await leaksOf(handMade(100, [withheld, gap(4, 20)]))).toEqual([
      'resettlement answers All plan_before_release: before release: 16 to 16',
      'resettlement answers All plan_before_release: no plan date: 4 to 4',
    ]);
    expect(await leaksOf(handMade(100, [withheld, gap('[c]', 20)]))).toEqual([]);
  });

  test('what a gap is of is a cohort too small to be shown', async () => {
    const small = tooSmall('resettlement', 'cases');
    expect(await leaksOf(handMade(100, [small, gap(0, 7)]))).toContain('resettlement cohort All n: 7 to 7');
    expect(await leaksOf(handMade(100, [small, gap('[c]', '[c]')]))).toEqual([]);
  });

  test('open cases of other groups are none of custody', async () => {
    const groups = {
      'Diversion and prevention': 95,
      'Pre-court': 0,
      'First-tier': 0,
      Community: 0,
      Custody: '[c]',
    };
    const rest = { 'Remand and bail': '[c]', 'Not mapped': 0 };
    const mix = metricOf('disposal-mix', { all: { n: 100, tables: { groups: { ...groups, ...rest } } } });
    // 5 are of Custody, or of Remand and bail: too few for doubt in any case; and 1 to 4 at most were released.
    expect(await leaksOf(handMade(100, [mix, tooSmall('resettlement', 'cases')]))).toEqual([
      'disposal-mix groups All Custody: 1 to 4',
      'disposal-mix groups All Remand and bail: 1 to 4',
      'resettlement cohort All n: 0 to 4',
    ]);
  });
});
