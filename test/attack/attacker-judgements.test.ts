/** Whether the attack finds what leaks between the ways in which court work is divided. */
import { describe, expect, test } from 'vitest';
import { newcombeInterval } from '../../src/stats/newcombe-interval.ts';
import { handMade, qualityOf } from './hand-made.ts';
import { furtherOf } from './hand-made-further.ts';
import { leaksOf } from './leaks-of.ts';
import type { Cell, PublishedRow } from './published.ts';

const ASKED = { standard: 'assessment', question: 'desistance' };
const ALSO_ASKED = { standard: 'assessment', question: 'child_safety' };

const sexRow = (value: string, judged: Cell, more: object = {}): PublishedRow => ({
  dimension: 'sex',
  value,
  ...ASKED,
  judged,
  sufficient: '[c]',
  others_share: '[c]',
  difference_lower: '[c]',
  difference_upper: '[c]',
  p_holm: '[c]',
  verdict: '[c]',
  ...more,
});
const equity = (n: Cell, rows: readonly PublishedRow[], known: Cell = n) =>
  furtherOf('quality-equity', { n, known }, { comparisons: rows });

describe('by group', () => {
  const twoQuestions = (girls: Cell) =>
    handMade(60, [
      equity(60, [
        sexRow('Female', '[c]'),
        sexRow('Male', '[c]'),
        sexRow('Other', 0),
        sexRow('Female', girls, ALSO_ASKED),
        sexRow('Male', 60 - Number(girls), ALSO_ASKED),
      ]),
      qualityOf(60, 60, [55, 60, ...Array<Cell>(10).fill(60)]),
    ]);

  test('a question is judged in no more cases of a group than are judged at all', async () => {
    // 60 cases, all judged on child safety: 6 of girls. So of the 55 judged on desistance 1 to 6 are of girls ...
    expect(await leaksOf(twoQuestions(6))).toEqual([]);
    // ... and were it 5, 1 to 5: too narrow. Of boys nobody knows how many, since some may be of unknown sex.
    expect(await leaksOf(twoQuestions(5))).toEqual([
      'quality-equity comparisons All sex Female assessment desistance: 1 to 5',
    ]);
  });

  const beside = (others: number, verdict = 'no clear difference') => {
    const { lower, upper } = newcombeInterval(10, 20, others / 2, others);
    const shown = {
      sufficient: 10,
      others_share: 0.5,
      difference_lower: lower,
      difference_upper: upper,
      verdict,
    };
    return handMade(60, [
      equity(60, [sexRow('Male', 20, shown), sexRow('Female', '[c]'), sexRow('Other', '[c]')]),
    ]);
  };

  test('the interval of a difference tells how many everyone else are', async () => {
    // 6 others are two groups of 1 to 5; 12 may be 1 to 11.
    expect(await leaksOf(beside(6))).toEqual([
      'quality-equity comparisons All sex Female assessment desistance: 1 to 5',
      'quality-equity comparisons All sex Other assessment desistance: 1 to 5',
    ]);
    expect(await leaksOf(beside(12))).toEqual([]);
  });

  test('too few to say of 20 cases is said of everyone else: 4 at most', async () => {
    const rows = (verdict: Cell) => [
      sexRow('Male', 20, { verdict }),
      sexRow('Female', '[c]'),
      sexRow('Other', '[c]'),
    ];
    expect(await leaksOf(handMade(60, [equity(60, rows('too few to say'))]))).toEqual([
      'stands: quality-equity comparisons All sex Male assessment desistance, verdict',
      'quality-equity comparisons All sex Female assessment desistance: 1 to 3',
      'quality-equity comparisons All sex Other assessment desistance: 1 to 3',
    ]);
    expect(await leaksOf(handMade(60, [equity(60, rows('[c]'))]))).toEqual([]);
  });

  test('a corrected p tells how many comparisons are tested; so does the summary', async () => {
    const tested = equity(60, [
      sexRow('Male', 20, { p_holm: 0.2 }),
      sexRow('Female', '[c]'),
      sexRow('Other', '[c]'),
    ]);
    const [comparisons] = tested.tables;
    const summary = { ...comparisons, name: 'summary', columns: [{ key: 'tested', type: 'number' }] };
    const both = { ...tested, tables: [comparisons, { ...summary, rows: [{ tested: 4 }] }] };
    expect(await leaksOf(handMade(60, [both]))).toEqual([
      'stands: quality-equity comparisons All sex Male assessment desistance, p_holm',
      'stands: quality-equity summary All , tested',
    ]);
  });
});

describe('by team', () => {
  const teams = (rows: Readonly<Record<string, Cell>>, known: Cell = 60) =>
    furtherOf(
      'quality-consistency',
      { n: 60, known },
      {
        teams: Object.entries(rows).map(([team, judged]) => ({ team, ...ASKED, judged, sufficient: '[c]' })),
      },
    );
  const quality = () => qualityOf(60, 55, [55, ...Array<Cell>(11).fill('[c]')]);

  test('the teams and those of no team add up to all', async () => {
    expect(
      await leaksOf(handMade(60, [quality(), teams({ North: 50, South: '[c]', 'Not known': 2 })])),
    ).toEqual(['quality-consistency teams All team South assessment desistance: 3 to 3']);
    expect(
      await leaksOf(handMade(60, [quality(), teams({ North: '[c]', South: '[c]', 'Not known': 2 })])),
    ).toEqual([]);
  });
});

describe('by quarter', () => {
  const trend = (judged: readonly Cell[], undated: number) =>
    furtherOf(
      'caseload-trend',
      { n: 60, known: 55, leftOut: undated > 0 ? { 'audit_date missing': undated } : {} },
      {
        quarters: judged.map((count, at) => ({
          quarter: `2026Q${at + 1}`,
          ...ASKED,
          judged: count,
          sufficient: '[c]',
        })),
      },
    );

  test('the quarters add up to all when all were audited in them', async () => {
    const report = (judged: readonly Cell[], undated: number) =>
      handMade(60, [qualityOf(60, 55, [55, ...Array<Cell>(11).fill(55)]), trend(judged, undated)]);
    expect(await leaksOf(report([30, '[c]', 22], 0))).toEqual([
      'caseload-trend quarters All quarter 2026Q2 assessment desistance: 3 to 3',
    ]);
    expect(await leaksOf(report(['[c]', '[c]', 22], 0))).toEqual([]);
  });

  test('a change of judgements corrected for all stands beside none that is withheld', async () => {
    const change = {
      ...ASKED,
      compared: 'quarter before',
      before_quarter: '2026Q1',
      after_quarter: '2026Q2',
    };
    const changes = [
      { ...change, before_judged: 30, after_judged: 20, p_holm: 0.4 },
      { ...change, question: 'child_safety', before_judged: '[c]', after_judged: '[c]', p_holm: '[c]' },
    ];
    const report = furtherOf('caseload-trend', { n: 60 }, { quality_changes: changes });
    expect(await leaksOf(handMade(60, [report]))).toEqual([
      'stands: caseload-trend quality_changes All assessment desistance quarter before 2026Q1, p_holm',
    ]);
  });
});
