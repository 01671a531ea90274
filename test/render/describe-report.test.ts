import { describe, expect, it } from 'vitest';
import {
  asAtSentence,
  dateInWords,
  disclosureSentence,
  inputSentence,
  optionTexts,
  settingSentence,
} from '../../src/render/describe-report.ts';
import { sampleReport } from './sample-report.ts';
import { roundedReport, shareableReport } from './shareable-report.ts';

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

  it('gives codes in the place of rows used and out of scope', () => {
    const [october] = provenance.inputs;
    expect(inputSentence({ ...october, used: '[c]', outOfScope: '[c]' })).toBe(
      '412 rows = [c] used + [c] out of scope + 4 duplicates + 3 rejected',
    );
    expect(inputSentence({ ...october, used: '[c]' })).toBe(
      '412 rows = [c] used + 4 duplicates + 3 rejected',
    );
  });

  it('says how small numbers are treated', () => {
    const all = [sampleReport, shareableReport, roundedReport].map((report) => report.provenance);
    expect(all.map(disclosureSentence)).toEqual([
      'small numbers are shown: not for sharing',
      'small numbers withheld as [c]',
      'counts rounded to 5',
    ]);
    expect(all.map(settingSentence)).toEqual([
      'internal',
      'shareable, threshold 5, zeros shown',
      'shareable, counts rounded to 5',
    ]);
    expect(settingSentence({ ...shareableReport.provenance, threshold: 3, zeros: 'hide' })).toBe(
      'shareable, threshold 3, zeros withheld',
    );
  });
});
