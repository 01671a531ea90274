/** Whether the attack finds what leaks between month-ends. */
import { describe, expect, test } from 'vitest';
import { handMade, metricOf } from './hand-made.ts';
import { furtherOf } from './hand-made-further.ts';
import { leaksOf } from './leaks-of.ts';
import type { Cell, PublishedRow } from './published.ts';

const LAST_DAY = { asAt: '2026-10-31' };
const MONTHS = ['2026-08', '2026-09', '2026-10'];

interface Months {
  readonly children: readonly Cell[];
  readonly starts?: readonly Cell[];
  readonly ends?: readonly Cell[];
}

function trend(
  { children, starts = [9, 9, 9], ends = [9, 9, 9] }: Months,
  more: Readonly<Record<string, readonly PublishedRow[]>> = {},
) {
  const month_ends = MONTHS.map((month, at) => ({
    month,
    children: children[at],
    starts: starts[at],
    ends: ends[at],
  }));
  return furtherOf('caseload-trend', { n: children[2] }, { month_ends, ...more });
}

const moves = (joined: Cell, left: Cell) => ({
  open_changes: [
    {
      compared: 'month before',
      before_period: '2026-09',
      after_period: '2026-10',
      before: '[c]',
      after: '[c]',
      change: '[c]',
      joined,
      left,
    },
  ],
});

describe('open children from month to month', () => {
  test('whoever is open was so before or has a case that started', async () => {
    const report = (next: Cell) =>
      handMade(60, [trend({ children: [10, '[c]', 12], starts: [9, 0, next], ends: [9, '[c]', 9] })]);
    // 10 before and none started: 10 at most. 12 after, of whom 9 (or 6) may be new: 3 (or 6) at least.
    expect(await leaksOf(report(9))).toEqual([]);
    expect(await leaksOf(report(6))).toEqual(['caseload-trend month_ends All 2026-09 children: 6 to 10']);
  });

  test('who joined less who left is the change; who joined has a case that started', async () => {
    // 40 before and 45 now: 5 more joined than left. With 8 cases that started 8 joined at most, so 3 left at most.
    const report = (starts: Cell) =>
      handMade(60, [trend({ children: [40, 40, 45], starts: [9, 9, starts] }, moves('[c]', '[c]'))]);
    expect(await leaksOf(report(8))).toEqual([
      'caseload-trend changes All 2026-09 to 2026-10: joined: 5 to 8',
      'caseload-trend changes All 2026-09 to 2026-10: left: 0 to 3',
    ]);
    expect(await leaksOf(report(10))).toEqual([]);
  });
});

describe('mixes of the month-ends compared', () => {
  const mix = (female: Cell, male: Cell, other: Cell = 0) => ({
    ...moves('[c]', '[c]'),
    sex_mix: [
      { month: '2026-10', group: 'Female', compared: 'latest month', children: female },
      { month: '2026-10', group: 'Male', compared: 'latest month', children: male },
      { month: '2026-10', group: 'Other', compared: 'latest month', children: other },
      { month: '2026-10', group: 'Not known', compared: 'latest month', children: 0 },
    ],
  });
  const months = { children: [40, 40, 45], starts: [9, 9, 20] };
  const sexes = (Female: Cell, Male: Cell, Other: Cell) =>
    metricOf('sex-mix', { all: { n: 45, tables: { sexes: { Female, Male, Other, 'Not known': 0 } } } });

  test('the groups add up to the open children', async () => {
    expect(await leaksOf(handMade(60, [trend(months, mix('[c]', 42))]))).toEqual([
      'caseload-trend sex_mix All 2026-10 Female: 3 to 3',
    ]);
    expect(await leaksOf(handMade(60, [trend(months, mix('[c]', '[c]'))]))).toEqual([]);
  });

  test('on the last day of a month they are those of the sex mix; on another they are not', async () => {
    const metrics = [sexes('[c]', 38, '[c]'), trend(months, mix(6, 38, 1))];
    expect(await leaksOf(handMade(60, metrics, LAST_DAY))).toEqual(
      expect.arrayContaining(['sex-mix sexes All Female: 6 to 6', 'sex-mix sexes All Other: 1 to 1']),
    );
    const day = { asAt: '2026-10-12' };
    const withheld = [sexes('[c]', 38, '[c]'), trend(months, mix('[c]', 38, '[c]'))];
    expect(await leaksOf(handMade(60, withheld, day))).toEqual([]);
  });
});
