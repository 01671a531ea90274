/** Files that are not YAML or JSON as they should be. Lines and columns are counted by hand. */
import { describe, expect, it } from 'vitest';
import { mistakesIn, refusalOf } from './reading.ts';

describe('the structure of a file', () => {
  it.each([
    ['columns:\n\tGruppe: team\n', '2:1: this line is indented with a tab; use spaces'],
    [
      'columns:\n  A: team\n B: sex\n',
      '3:1: this line is indented otherwise than its neighbours; begin them all below one another',
    ],
    [
      'age-bands: [10-13, 14-17\nframework: 2025\n',
      '2:1: a bracket before here is not closed; write the missing ]',
    ],
    ['{"framework": "2025"', '1:21: a bracket before here is not closed; write the missing }'],
    ['baseline: "birmingham', '1:22: a quote before here is not closed; write the missing quote'],
    [
      'baseline: "data\\counts.csv"',
      "1:16: a backslash in double quotes begins a special character; write it twice, or use 'single quotes'",
    ],
    ['framework: 2025\nas-at 2026-10-31\n', '2:1: there is no colon after this; write "key: value"'],
    [
      'as-at 2026-10-31\nframework: 2025\n',
      '1:1: there is no colon in this line; write "key: value" with a space after the colon',
    ],
    [
      'baseline: here: there\n',
      '1:11: there are two colons in one line; put text that holds a colon in quotes',
    ],
    ['baseline: @home\n', '1:11: text cannot begin with this character; put it in quotes'],
    [
      '{"framework": 2025 "as-at": 1}',
      '1:15: not expected here; is a comma or a closing bracket missing before it?',
    ],
    [
      'framework: 2025\n---\nframework: 2025\n',
      '2:1: a second document begins here; keep one and leave out the line ---',
    ],
  ])('is told in plain words where it breaks: %j', (text, mistake) => {
    expect(mistakesIn(text)[0]).toBe(mistake);
  });

  it('comes before what the file says, and the heading says so', () => {
    expect(refusalOf('colums: 1\nbaseline: @home\n')).toEqual({
      heading: 'c.yaml: 1 mistake; the rest is checked once this is mended',
      mistakes: ['2:11: text cannot begin with this character; put it in quotes'],
    });
  });

  it('counts columns without the byte order mark, and lines with the line ends of Windows', () => {
    expect(mistakesIn('\ufeffframework: 1\r\nas-at: 1\r\n')).toEqual([
      '1:12: framework is "1"; write 2018-2024 or 2025',
      '2:8: as-at is a number; write a date such as 2026-10-31',
    ]);
  });

  it('gives places in JSON, too', () => {
    expect(
      mistakesIn('{\n\t"framework": "2025",\n\t"framework": "2025",\n\t"disclosure": {"threshold": 0}\n}'),
    ).toEqual([
      '3:2: framework is here a second time; keep one of them',
      '4:30: threshold is 0; write a whole number from 1 to 100',
    ]);
  });

  it('has no tags: a date stays text', () => {
    expect(mistakesIn('as-at: !!timestamp 2026-10-31\n')).toEqual([
      '1:8: a word with ! before it is not known here; put text with special characters in quotes',
    ]);
  });

  it('is plain text', () => {
    expect(mistakesIn('as-at: \0')).toEqual(['1:8: not plain text; save the file as UTF-8']);
  });
});

describe('a file that would never end', () => {
  const TOO_MUCH = 'holds more than 20000 values or lists too deep, counting what * repeats; write less';

  it('is refused when aliases of aliases stand for thousands of millions of values', () => {
    const tenfold = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, index) => {
      const before = '*abcdefgh'[index + 1];
      return `${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]\n`;
    });
    const mistakes = mistakesIn(`a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n${tenfold.join('')}`);
    expect(mistakes).toEqual([expect.stringContaining(TOO_MUCH)]);
  });

  it('is refused when an alias holds itself, or one that is not there', () => {
    expect(mistakesIn('targets: &all [*all]\n')).toEqual([`1:16: ${TOO_MUCH}`]);
    expect(mistakesIn('targets: *none\n')).toEqual([
      '1:10: *none repeats something that is named nowhere before; put text that begins with * in quotes',
    ]);
  });

  it('is refused when it is long, or deep', () => {
    expect(mistakesIn('#'.repeat(262_145))).toEqual([
      '1:1: longer than 262144 characters, which no config is; name another file',
    ]);
    // 20 levels are read: the document, what is in it (a map or a list), and 18 more.
    const TOO_DEEP = 'too many brackets or lists within one another; write less';
    expect(mistakesIn('['.repeat(100_000))).toEqual([`1:20: ${TOO_DEEP}`]);
    expect(mistakesIn('{ a: '.repeat(20_000))).toEqual([expect.stringContaining(TOO_DEEP)]);
    expect(mistakesIn('- '.repeat(50_000))).toEqual([expect.stringContaining(TOO_DEEP)]);
    expect(mistakesIn('? '.repeat(50_000))).toEqual([expect.stringContaining(TOO_DEEP)]);
    expect(mistakesIn('a: '.repeat(50_000))[0]).toContain(TOO_DEEP);
    expect(mistakesIn(`targets: ${'['.repeat(30)}${']'.repeat(30)}`)).toEqual([`1:28: ${TOO_DEEP}`]);
  });
});
