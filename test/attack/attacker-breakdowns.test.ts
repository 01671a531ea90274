/** Whether the attack finds what leaks through a breakdown, and lets pass what nothing can protect. */
import { describe, expect, test } from 'vitest';
import { handMade, metricOf, withheldMetric } from './hand-made.ts';
import { leaksOf } from './leaks-of.ts';
import type { Cell } from './published.ts';

describe('a breakdown beside its whole', () => {
  const bySex = (
    female: Readonly<Record<string, Cell>> | null,
    girls: Cell,
    male: Readonly<Record<string, Cell>>,
  ) => {
    const groups = { Asian: 12, Black: 8, Mixed: 0, Other: 0, White: 30, 'Not known': 0 };
    const ethnicity = metricOf('ethnicity-mix', {
      by: 'sex',
      all: { n: 50, tables: { groups } },
      parts: {
        Female: female === null ? { n: girls } : { n: girls, tables: { groups: female } },
        Male: { n: 40, tables: { groups: male } },
      },
    });
    return handMade(50, [ethnicity]);
  };

  test('of a part left out whole each count is All less the other part', async () => {
    // Nobody is of unknown sex as far as the report tells, but up to 9 may be, unnamed; so only zeros are told: 12 - 12.
    const male = { Asian: 12, Black: 6, Mixed: 0, Other: 0, White: 22, 'Not known': 0 };
    expect(await leaksOf(bySex(null, '[c]', male))).toEqual(['ethnicity-mix groups Female Black: 0 to 2']);
  });

  test('beside the sex mix, whose Not known is 0, the girls are all the others', async () => {
    const male = { Asian: 12, Black: 6, Mixed: 0, Other: 0, White: 22, 'Not known': 0 };
    const report = bySex(null, '[c]', male);
    const sexes = { Female: 10, Male: 40, Other: 0, 'Not known': 0 };
    const sexOf = (of: Readonly<Record<string, number>>) => ({
      Female: 0,
      Male: 0,
      Other: 0,
      'Not known': 0,
      ...of,
    });
    const mix = metricOf('sex-mix', {
      by: 'sex',
      all: { n: 50, tables: { sexes } },
      parts: { Female: { n: '[c]' }, Male: { n: 40, tables: { sexes: sexOf({ Male: 40 }) } } },
    });
    const found = await leaksOf({ ...report, metrics: [...report.metrics, mix] });
    expect(found).toEqual([
      'ethnicity-mix cohort Female n: 10 to 10',
      'sex-mix cohort Female n: 10 to 10',
      'ethnicity-mix groups Female Black: 2 to 2',
      'ethnicity-mix cohort Female known: 10 to 10',
      'sex-mix cohort Female known: 10 to 10',
    ]);
  });

  test('children of several levels: the surplus over All is as large as the note allows', async () => {
    const sexes = (Female: Cell, Male: Cell) => ({ sexes: { Female, Male, Other: 0, 'Not known': 0 } });
    const closed = { 'closed or not yet open': 1 };
    const parts = {
      Standard: { n: 20, tables: sexes(10, 10) },
      Enhanced: { n: 18, tables: sexes(9, 9) },
      Intensive: { n: '[c]' },
      'Not known': { n: 0, leftOut: closed, tables: sexes(0, 0) },
    };
    const note =
      '3 children count in more than one value of intervention_level, so the parts add to more than the whole.';
    const all = { n: 40, leftOut: closed, tables: sexes(19, 21) };
    const report = handMade(60, [
      metricOf('sex-mix', { by: 'intervention_level', all, parts, notes: [note] }),
    ]);
    // 20 + 18 + Intensive is 40 and once or twice 3 children: Intensive has 5 to 8.
    // Of its girls none is needed: 10 + 9 are the 19. As many as 3 girls may be in several levels, twice too often at most.
    expect(await leaksOf(report)).toEqual([
      'sex-mix cohort Intensive n: 5 to 8',
      'sex-mix cohort Intensive known: 5 to 8',
    ]);
  });
});

describe('what cannot be protected', () => {
  test('a file of three rows has three children at most, whatever is withheld', async () => {
    expect(await leaksOf(handMade(3, [withheldMetric('sex-mix'), withheldMetric('age-bands')]))).toEqual([]);
  });

  test('but that one of them is a girl is told by the report alone', async () => {
    const told = metricOf('sex-mix', {
      all: { n: 3, tables: { sexes: { Female: '[c]', Male: 2, Other: 0, 'Not known': 0 } } },
    });
    expect(await leaksOf(handMade(3, [told]))).toContain('sex-mix sexes All Female: 1 to 1');
  });

  test('a zero that is shown by rule may be worked out where the table is withheld whole', async () => {
    const tables = { groups: { Asian: 0, Black: 20, Mixed: 0, Other: 0, White: 20, 'Not known': 0 } };
    const leftOut = { 'closed or not yet open': 1 };
    const report = handMade(41, [
      metricOf('ethnicity-mix', {
        by: 'sex',
        all: { n: 40, leftOut, tables },
        parts: { Female: { n: 20 }, Male: { n: 20 }, 'Not known': { n: 0, leftOut } },
      }),
    ]);
    expect(await leaksOf(report)).toEqual([]);
  });
});
