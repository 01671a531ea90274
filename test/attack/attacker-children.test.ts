/** Whether the attack finds what leaks between the metrics of children that have no breakdown. */
import { describe, expect, test } from 'vitest';
import { type Counts, handMade, metricOf } from './hand-made.ts';
import { furtherOf, rowsOf, tooSmall } from './hand-made-further.ts';
import { leaksOf } from './leaks-of.ts';
import type { Cell, PublishedMetric } from './published.ts';

const ethnicityOf = (groups: Counts, n = 60) => metricOf('ethnicity-mix', { all: { n, tables: { groups } } });
const WITHHELD_GROUPS = { Asian: 20, Black: 20, Mixed: '[c]', Other: '[c]', White: 10, 'Not known': 0 };

describe('disproportionality', () => {
  const beside = (groups: Counts, pooled: readonly (readonly [Cell, Cell])[] = []) => {
    const names = Object.keys(groups);
    const years = pooled.map(([children, other_years], at) => ({ group: names[at], children, other_years }));
    const own = { groups: rowsOf('group', 'children', groups) };
    const tables = years.length > 0 ? { ...own, pooled: years } : own;
    return furtherOf('disproportionality', { n: 60 }, tables, { pooled: { n: 120 } });
  };

  test('its groups are those of the ethnicity mix: 7 shown is 7 withheld, and leaves 3', async () => {
    const shown = { ...WITHHELD_GROUPS, Mixed: 7 };
    expect(await leaksOf(handMade(60, [ethnicityOf(WITHHELD_GROUPS), beside(shown)]))).toEqual([
      'ethnicity-mix groups All Mixed: 7 to 7',
      'ethnicity-mix groups All Other: 3 to 3',
    ]);
    expect(await leaksOf(handMade(60, [ethnicityOf(WITHHELD_GROUPS), beside(WITHHELD_GROUPS)]))).toEqual([]);
  });

  test('several years less the other years are this year', async () => {
    const report = (mixed: readonly [Cell, Cell], other: readonly [Cell, Cell]) => {
      const years: readonly (readonly [Cell, Cell])[] = [[40, 20], [40, 20], mixed, other, [20, 10], [0, 0]];
      return handMade(60, [ethnicityOf(WITHHELD_GROUPS), beside(WITHHELD_GROUPS, years)]);
    };
    // 9 in all years of whom 6 were in the others: 3. Of 10 the other 7 are Mixed, today and in the other years 4.
    expect(await leaksOf(report(['[c]', '[c]'], [9, 6]))).toEqual([
      'ethnicity-mix groups All Mixed: 7 to 7',
      'ethnicity-mix groups All Other: 3 to 3',
      'disproportionality pooled All Mixed: 11 to 11',
      'disproportionality other_years All Mixed: 4 to 4',
    ]);
    expect(await leaksOf(report(['[c]', '[c]'], ['[c]', '[c]']))).toEqual([]);
  });

  const rated = (white: Cell, ratio: Cell, rate: Cell, reading: Cell) => {
    const row = (group: string, children: Cell, more: object = {}) => ({
      group,
      children,
      population: 1000,
      rate_per_1000: '[c]',
      relative_rate: '[c]',
      reading: '[c]',
      ...more,
    });
    return furtherOf(
      'disproportionality',
      { n: 60 },
      {
        groups: [
          row('Asian', 30, { rate_per_1000: 30, relative_rate: ratio, reading }),
          row('Black', 20, { rate_per_1000: 20 }),
          row('Mixed', '[c]', { rate_per_1000: rate }),
          row('Other', 0, { rate_per_1000: 0 }),
          row('White', white),
          row('Not known', 0, { population: '[z]', rate_per_1000: '[z]' }),
        ],
      },
    );
  };

  test('a relative rate that stands gives back White: 30 of 1,000 is 5 times 6 of 1,000', async () => {
    expect(await leaksOf(handMade(60, [rated('[c]', 5, '[c]', '[c]')]))).toEqual([
      'stands: disproportionality groups All Asian, relative_rate',
      'disproportionality groups All Mixed: 4 to 4',
      'disproportionality groups All White: 6 to 6',
    ]);
    expect(await leaksOf(handMade(60, [rated('[c]', '[c]', '[c]', '[c]')]))).toEqual([]);
  });

  test('a rate that stands gives back its group', async () => {
    expect(await leaksOf(handMade(60, [rated('[c]', '[c]', 4, '[c]')]))).toEqual([
      'stands: disproportionality groups All Mixed, rate_per_1000',
      'disproportionality groups All Mixed: 4 to 4',
      'disproportionality groups All White: 6 to 6',
    ]);
  });

  test('too few to say of 30 children is said of White: 4 at most', async () => {
    expect(await leaksOf(handMade(60, [rated('[c]', '[z]', '[c]', 'too few to say')]))).toEqual([
      'disproportionality groups All Mixed: 6 to 9',
      'disproportionality groups All White: 1 to 4',
    ]);
  });
});

describe('needs, and who turns 18', () => {
  const needs = (yes: Cell, no: Cell, unknown: Cell, suitable: Cell = '[c]') =>
    furtherOf(
      'needs-profile',
      { n: 60 },
      {
        needs: [
          { need: 'ete_suitable', answer: 'Yes', children: yes },
          { need: 'ete_suitable', answer: 'No', children: no },
          { need: 'ete_suitable', answer: 'Unknown', children: unknown },
        ],
        kpi_like: [{ need: 'ete_suitable', suitable, of: '[c]' }],
      },
    );

  test('the answers to a question add up to the cohort', async () => {
    expect(await leaksOf(handMade(60, [needs('[c]', 40, 17)]))).toEqual([
      'needs-profile needs All ete_suitable: Yes: 3 to 3',
    ]);
    expect(await leaksOf(handMade(60, [needs('[c]', '[c]', 17)]))).toEqual([]);
  });

  test('what is KPI-like is the answer Yes', async () => {
    expect(await leaksOf(handMade(60, [needs('[c]', '[c]', 17, 40)]))).toEqual([
      'needs-profile needs All ete_suitable: Yes: 40 to 40',
      'needs-profile needs All ete_suitable: No: 3 to 3',
    ]);
  });

  const ages = (years: Counts) => {
    const none = { '10': 0, '11': 0, '12': 0, '13': 0, '14': 0, '15': 0, '18 and over': 0, 'Not known': 0 };
    const bands = { '10-14': 0, '15-17': 60, '18 and over': 0 };
    return metricOf('age-bands', { all: { n: 60, tables: { years: { ...none, ...years }, bands } } });
  };
  const turning = (months: readonly Cell[]) =>
    furtherOf(
      'transitions',
      { n: 60 },
      { months: months.map((children, at) => ({ turning: `2026-1${at}`, age: '17', children })) },
    );

  test('the months in which those of 17 turn 18 add up to them', async () => {
    const report = (months: readonly Cell[]) => handMade(60, [ages({ '16': 40, '17': 20 }), turning(months)]);
    expect(await leaksOf(report([17, '[c]', 0]))).toEqual(['transitions months All 17: 2026-11: 3 to 3']);
    expect(await leaksOf(report([12, '[c]', '[c]']))).toEqual([]);
  });

  test('where those of 17 are withheld the months give them back', async () => {
    const report = (months: readonly Cell[]) =>
      handMade(60, [ages({ '16': '[c]', '17': '[c]' }), turning(months)]);
    expect(await leaksOf(report([3, 1, 0]))).toEqual(
      expect.arrayContaining(['age-bands years All 16: 56 to 56', 'age-bands years All 17: 4 to 4']),
    );
    expect(await leaksOf(report(['[c]', '[c]', '[c]']))).toEqual([]);
  });
});

describe('data quality beside a metric that is withheld', () => {
  const gaps = (of: Cell, children: Cell): PublishedMetric =>
    furtherOf('data-quality', { n: 60 }, { gaps: [{ figure: 'Sex mix', column_name: 'sex', children, of }] });

  test('what a gap is of are the children of a cohort too small to be shown', async () => {
    expect(await leaksOf(handMade(60, [tooSmall('sex-mix'), gaps(7, 0)]))).toEqual(
      expect.arrayContaining(['sex-mix cohort All n: 7 to 7']),
    );
    expect(await leaksOf(handMade(60, [tooSmall('sex-mix'), gaps('[c]', '[c]')]))).toEqual([]);
  });
});
