import { describe, expect, it } from 'vitest';
import { withheldWords } from '../../src/render/withheld-words.ts';
import type { Table } from '../../src/report/report.ts';
import { sexMixByTeam } from './sample-report.ts';
import { shareableEthnicity, shareableSexes, shareableSexMix } from './shareable-report.ts';

const withTables = (...tables: Table[]) => ({ ...shareableSexMix, tables });

describe('what is withheld', () => {
  it('is nothing in a report that shows all', () => {
    const words = withheldWords(sexMixByTeam);
    expect([words.metric, ...sexMixByTeam.tables.map(words.table)]).toEqual([null, null]);
  });

  it('is listed with an and before the last', () => {
    const { cohort } = shareableSexes;
    const sentenceFor = (...names: string[]) =>
      withheldWords(
        withTables({
          ...shareableSexes,
          rows: [],
          cohort: { ...cohort, parts: names.map((by) => ({ by, n: '[c]', known: '[c]', leftOut: [] })) },
        }),
      ).metric;
    const why = ': too few children, or they would reveal them';
    expect(sentenceFor('Mixed')).toBe(`withheld for Mixed${why}`);
    expect(sentenceFor('Mixed', 'Other')).toBe(`withheld for Mixed and Other${why}`);
    expect(sentenceFor('Black', 'Mixed', 'Other')).toBe(`withheld for Black, Mixed and Other${why}`);
  });

  it('is said of a table withheld whole, and of the others once', () => {
    const gone: Table = { ...shareableSexes, name: 'gone', rows: [], withheld: true };
    const words = withheldWords(withTables(gone, shareableSexes));
    expect(words.metric).toMatch(/^withheld for West and East: /);
    expect([gone, shareableSexes].map(words.table)).toEqual(['withheld whole: small numbers', null]);
  });

  it('is said of each table where they differ, and of the metric not at all', () => {
    const rows = shareableSexes.rows.filter(({ by }) => by !== 'North');
    const tables = [shareableSexes, { ...shareableSexes, name: 'other', rows }];
    const words = withheldWords(withTables(...tables));
    expect([words.metric, ...tables.map(words.table)]).toEqual([
      null,
      expect.stringMatching(/^withheld for West and East: /),
      expect.stringMatching(/^withheld for North, West and East: /),
    ]);
  });

  it('is said in the unit of the table', () => {
    expect(withheldWords(withTables({ ...shareableSexes, unit: 'cases' })).metric).toMatch(
      /: too few cases, /,
    );
    expect(withheldWords(shareableEthnicity).metric).toBeNull();
  });
});
