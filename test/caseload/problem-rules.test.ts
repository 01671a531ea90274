import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/caseload/problem-rules.ts';

function namesOf(severity: string): string[] {
  return Object.entries(RULES)
    .filter(([, rule]) => rule.severity === severity)
    .map(([name]) => name);
}

describe('the rules', () => {
  it('reject rows only for what makes them no rows of a caseload, and ask for an as-at date', () => {
    expect(namesOf('error').sort()).toEqual([
      'as-at-implausible',
      'different-row-for-case',
      'missing-case-id',
      'missing-child-id',
      'too-many-cells',
    ]);
  });

  it('warn of cells that are missing or kept against the odds', () => {
    expect(namesOf('warning')).toEqual(
      expect.arrayContaining([
        ...['too-few-cells', 'unreadable-date', 'unreadable-number', 'unreadable-yes-no', 'sentinel-date'],
        ...['age-out-of-range', 'unknown-label', 'date-order', 'after-as-at-date', 'child-values-differ'],
        ...['stray-quote', 'possible-identifiers'],
      ]),
    );
  });

  it('each say in one line what it means', () => {
    for (const { message } of Object.values(RULES)) expect(message).toMatch(/^[a-z][^\n]{15,}[^.]$/);
  });
});
