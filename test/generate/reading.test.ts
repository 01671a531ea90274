import { describe, expect, it } from 'vitest';
import type { Caseload } from '../../src/caseload/caseload.ts';
import { columnDefinitions } from '../../src/caseload/columns.ts';
import type { GenerateOptions } from '../../src/generate/options.ts';
import { loadNow } from '../support/load-now.ts';
import { AS_AT, bytesOf } from './generated.ts';

function read(changes: Partial<GenerateOptions>): Caseload {
  return loadNow({ name: 'cases.csv', bytes: bytesOf(changes) });
}

function textsOf(caseload: Caseload, name: string): string[] {
  const column = [...caseload.columns.values()].find((each) => each.name === name);
  return column === undefined ? [] : [...column.values].map((value) => column.text(value));
}

const STYLES = ['plain', 'childview', 'core'] as const;

describe.each(STYLES)('a clean file of the %s style', (style) => {
  it.each(['core', 'all'] as const)('is read without a problem, %s columns', (columns) => {
    const caseload = read({ style, columns, cases: 1500, seed: 5 });
    expect(caseload.problems).toEqual([]);
    expect(caseload.used).toHaveLength(1500);
    expect(caseload.columns.size).toBe(columns === 'core' ? 24 : columnDefinitions().length);
  });

  it('is found to be of the day it was made for, however small', () => {
    for (const cases of [1, 2, 3, 20, 600]) {
      const caseload = read({ style, cases, seed: 2 });
      expect(caseload.asAt).toBe(Date.parse(AS_AT) / 86_400_000);
      expect(caseload.asAtFrom).toBe('latest-start-date');
    }
  });
});

describe('the same caseload in another hand', () => {
  it('is read as the same values in every column but the team, which childview names in its own way', () => {
    const [plain, childview, core] = STYLES.map((style) => read({ style, columns: 'all', cases: 1500 }));
    for (const { name } of columnDefinitions()) {
      expect(textsOf(core, name)).toEqual(textsOf(plain, name));
      if (name !== 'team') expect(textsOf(childview, name)).toEqual(textsOf(plain, name));
    }
  });
});

describe.each(STYLES)('a messy file of the %s style', (style) => {
  it('is read, with every kind of problem that dirt makes', () => {
    const { problems, inputs } = read({ style, messy: true });
    expect(new Set(problems.map(({ rule }) => rule))).toEqual(
      new Set([
        'missing-case-id',
        'missing-child-id',
        'too-many-cells',
        'different-row-for-case',
        'too-few-cells',
        'unreadable-date',
        'unreadable-number',
        'unreadable-yes-no',
        'sentinel-date',
        'age-out-of-range',
        'unknown-label',
        'date-order',
        'after-as-at-date',
        'child-values-differ',
        'stray-quote',
        'header-not-matched',
        'duplicate-row',
        'rows-above-header',
        'blank-line',
        'totals-line',
      ]),
    );
    const [{ read: rows, used, duplicates, rejected }] = inputs;
    expect(rows).toBe(used + duplicates + rejected);
    expect(duplicates).toBe(1);
  });
});
