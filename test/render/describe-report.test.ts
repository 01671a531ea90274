import { describe, expect, it } from 'vitest';
import {
  asAtDeskSentence,
  asAtSentence,
  dateInWords,
  disclosureSentence,
  inputSentence,
  optionTexts,
  scopeSentence,
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
    expect(asAtSentence(provenance)).toBe('as at 27 October 2026 (the latest start date)');
    expect(asAtSentence({ ...provenance, asAtFrom: 'flag' })).toBe(
      'as at 27 October 2026 (the day asked for)',
    );
    expect(asAtSentence({ ...provenance, asAt: null, asAtFrom: 'none' })).toBe(
      'a snapshot (no start dates: every case counts as open)',
    );
  });

  it('names the option that sets the date at the desk alone', () => {
    expect(asAtDeskSentence(provenance)).toBe(
      'as at 27 October 2026 (the latest start date; --as-at sets it)',
    );
    expect(asAtDeskSentence({ ...provenance, asAtFrom: 'flag' })).toBe(
      'as at 27 October 2026 (given by --as-at)',
    );
  });

  it('says to which rows and days a report is narrowed', () => {
    const scopeOf = (options: Record<string, string | string[]>) => scopeSentence({ ...provenance, options });
    expect(scopeOf({})).toBeNull();
    expect(scopeOf({ '--by': 'team' })).toBeNull();
    expect(scopeOf({ '--where': 'team=North' })).toBe('Only team North');
    expect(scopeOf({ '--where': ['team=North', 'sex=Female', 'team= South '] })).toBe(
      'Only team North or South and sex Female',
    );
    expect(scopeOf({ '--where': ['send=Yes'], '--from': '2026-07-01', '--to': '2026-09-30' })).toBe(
      'Only send Yes; judgements, due days and releases from 1 July 2026 to 30 September 2026',
    );
    expect(scopeOf({ '--to': '30/09/2026' })).toBe('Judgements, due days and releases to 30/09/2026');
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
