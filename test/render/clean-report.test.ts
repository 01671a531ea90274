import { describe, expect, it } from 'vitest';
import { cleanReport, cleanText } from '../../src/render/clean-report.ts';
import { sampleReport } from './sample-report.ts';

describe('cleanText', () => {
  it.each([
    ['a colour', '\u001b[31mred', '\ufffd[31mred'],
    ['an eight-bit control sequence', 'a\u009b2J', 'a\ufffd2J'],
    ['line ends and tabs', 'a\r\nb\tc', 'a\ufffd\ufffdb\ufffdc'],
    ['a bell and a delete', '\u0007\u007f', '\ufffd\ufffd'],
    ['bidi controls', '\u202egnp.exe\u2066\u200f', '\ufffdgnp.exe\ufffd\ufffd'],
    ['line separators', 'a\u2028b\u2029c', 'a\ufffdb\ufffdc'],
    ['half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
  ])('makes %s visible', (_name, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it('leaves names of any script and emoji alone', () => {
    for (const name of ['Łódź', 'فريق الشمال', '北部チーム', '👩‍👧 family'])
      expect(cleanText(name)).toBe(name);
  });
});

describe('cleanReport', () => {
  it('changes nothing in a report that is clean', () => {
    expect(cleanReport(sampleReport)).toEqual(sampleReport);
  });
});
