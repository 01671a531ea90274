import { describe, expect, it } from 'vitest';
import {
  asAtSentence,
  dateInWords,
  optionTexts,
  summariseProblems,
} from '../../src/render/describe-report.ts';
import { sampleReport } from './sample-report.ts';

const { provenance } = sampleReport;

describe('sentences about a report', () => {
  it('writes dates in words', () => {
    expect(dateInWords('2026-10-27')).toBe('27 October 2026');
    expect(dateInWords('2024-02-01')).toBe('1 February 2024');
    expect(dateInWords('soon')).toBe('soon');
  });

  it('says where the date is from', () => {
    expect(asAtSentence({ ...provenance, asAtFrom: 'flag' })).toBe(
      'as at 27 October 2026 (given by --as-at)',
    );
    expect(asAtSentence({ ...provenance, asAt: null, asAtFrom: 'none' })).toBe(
      'a snapshot (no start dates: every case counts as open)',
    );
  });

  it('gives options as they would be typed', () => {
    expect(optionTexts(provenance)).toEqual(['--by team', '--where residence=Home', '--where team=North']);
    expect(optionTexts({ ...provenance, options: { 'count-cases': 'true' } })).toEqual(['--count-cases']);
  });

  it('adds problems up by severity, the most frequent rule first', () => {
    expect(summariseProblems(sampleReport)[1]).toEqual({
      severity: 'warning',
      count: 21,
      rules: [
        { rule: 'end-before-start', count: 12 },
        { rule: 'unknown-label', count: 9 },
      ],
    });
  });
});
