import { describe, expect, it } from 'vitest';
import { summariseProblems } from '../../src/render/summarise-problems.ts';
import type { Count } from '../../src/report/report.ts';
import { sampleReport } from './sample-report.ts';
import { shareableReport, shareableWith } from './shareable-report.ts';

const warnings = (...counts: readonly Count[]) =>
  summariseProblems(
    shareableWith({
      problems: counts.map((count, place) => ({
        rule: `rule-${place}`,
        severity: 'warning',
        message: '',
        count,
      })),
    }),
  )[0];

describe('problems by severity', () => {
  it('are added up, the most frequent rule first', () => {
    expect(summariseProblems(sampleReport)[1]).toEqual({
      severity: 'warning',
      count: 21,
      rules: [
        { rule: 'end-before-start', count: 12 },
        { rule: 'unknown-label', count: 9 },
      ],
    });
  });

  // 9 and a sum of 21 would give the 12 away; and so would a place before the 9.
  it('have no sum where one of their numbers is withheld, which comes last', () => {
    expect(summariseProblems(shareableReport)).toEqual([
      {
        severity: 'warning',
        count: '[c]',
        rules: [
          { rule: 'unknown-label', count: 9 },
          { rule: 'end-before-start', count: '[c]' },
        ],
      },
      { severity: 'information', count: 1, rules: [{ rule: 'header-not-matched', count: 1 }] },
    ]);
  });

  it('add up to what is not 0 where all that is known is that they are not', () => {
    expect(warnings('[k]', '[k]').count).toBe('[k]');
    expect(warnings('[k]', 5).count).toBe(5);
    expect(warnings(10, '[k]').count).toBe(10);
    expect(warnings('[k]', '[c]', 5).count).toBe('[c]');
  });
});
