/** From the Markdown of a service to the plain data that formats show; CommonMark 0.31.2 says what Markdown means. */
import { describe, expect, it } from 'vitest';
import { safeAddress } from '../../src/commentary/spans.ts';
import type { Span } from '../../src/report/commentary.ts';
import { blocks, read } from './reading.ts';

/** The spans of the only paragraph. */
function spans(text: string): readonly Span[] {
  const [only, ...more] = blocks(text);
  if (only?.kind !== 'paragraph' || more.length > 0) throw new Error(`not one paragraph: ${text}`);
  return only.spans;
}

describe('headings', () => {
  it('name a metric by its name, its alias or its title, whatever their case, level and punctuation', () => {
    const said = read(
      '# ethnicity-mix\na\n### AGES:\nb\n\nCourt Quality\n---\nc\n## **workload** ##\nd\n\nSummary\n=====\ne',
    );
    expect([...said.keys()]).toEqual(['ethnicity-mix', 'age-bands', 'court-quality', 'workload', 'summary']);
  });

  it('with nothing under them say nothing', () => {
    expect([...read('# ages\n\n# workload\n\nsomething').keys()]).toEqual(['workload']);
  });

  it('inside a list or a quote head nothing and are text', () => {
    expect(blocks('> # ages')).toEqual([
      { kind: 'quote', blocks: [{ kind: 'paragraph', spans: [{ text: '# ages' }] }] },
    ]);
  });
});

describe('a mistake', () => {
  it.each([
    ['# Etnicity mix\na', 1, 'there is no metric "Etnicity mix"; did you mean ethnicity-mix?'],
    ['# sumary\na', 1, 'there is no metric "sumary"; did you mean summary?'],
    [
      '# ages\na\n\n## What we plan next\nb',
      4,
      'there is no metric "What we plan next"; yos-caseload metrics lists their names, and summary is one',
    ],
    [
      '# ages\nOur aim\n---\nb',
      2,
      'there is no metric "Our aim", which the line under it makes a heading; yos-caseload metrics lists their names, and summary is one',
    ],
    ['# ages\na\n#\nb', 3, 'a heading without words; name the metric that the text is about'],
    ['# ages\na\n\n# Age bands\nb', 4, 'age-bands has a heading on line 1 already; put both texts under one'],
    ['\n\nDear board,\n\n# ages\na', 3, 'text before the first heading; put it under one'],
    [
      'Dear board,\n\nall is well',
      1,
      'no heading; put the name of a metric above each text, as # ethnicity-mix',
    ],
    ['', 1, 'no heading; put the name of a metric above each text, as # ethnicity-mix'],
  ])('is refused in one line with its place: %j', (text, line, message) => {
    let said = '';
    try {
      read(text);
    } catch (error) {
      said = String(error);
    }
    expect(said).toBe(`Error: notes.md:${line}: ${message}`);
  });

  it('is the first of several, and their number is told', () => {
    expect(() => read('text\n# nonsense\n# ages\n# Ages')).toThrow(
      /^notes\.md:1: text before .* \(and 2 more mistakes\)$/,
    );
    expect(() => read('# nonsense\n# ages\n# Ages')).toThrow(/\(and 1 more mistake\)$/);
  });

  it('in a heading of a megabyte is still a line one can read', () => {
    expect(() => read(`# ${'a'.repeat(200_000)}`)).toThrow(/^.{1,160}$/);
  });
});

describe('text', () => {
  it('keeps paragraphs, lists, quotes and code with what is in them', () => {
    expect(blocks('One\ntwo  \nthree\n\n3. a\n4. b\n   - c\n\n> d\n\n```sql\nx\n\ty\n```')).toEqual([
      { kind: 'paragraph', spans: [{ text: 'One two three' }] },
      {
        kind: 'list',
        start: 3,
        items: [
          [{ kind: 'paragraph', spans: [{ text: 'a' }] }],
          [
            { kind: 'paragraph', spans: [{ text: 'b' }] },
            { kind: 'list', items: [[{ kind: 'paragraph', spans: [{ text: 'c' }] }]] },
          ],
        ],
      },
      { kind: 'quote', blocks: [{ kind: 'paragraph', spans: [{ text: 'd' }] }] },
      { kind: 'code', lines: ['x', '    y'] },
    ]);
  });

  it('keeps emphasis and code inside a line, one within the other', () => {
    expect(spans('a **b *c*** `<d>` \\*e\\* &lt;')).toEqual([
      { text: 'a ' },
      { text: 'b ', strong: true },
      { text: 'c', strong: true, emphasis: true },
      { text: ' ' },
      { text: '<d>', code: true },
      { text: ' *e* <' },
    ]);
  });

  it.each([
    '![a chart](https://example.org/chart.png)',
    '<b onclick="x()">bold</b>',
    '[text](http://example.org)',
    '[text](javascript:alert(1))',
    '[text](data:text/html,x)',
    '[text](//example.org)',
    '[text](plan.md)',
    '[text](https://user:word@example.org/)',
    '[text](https://user@example.org/)',
    '[](https://example.org/)',
    '<mailto:a@example.org>',
    '<script>alert(1)</script>',
    '<!-- note *to* self -->',
    '[text]: https://example.org/',
    '---',
    '| a | b |',
  ])('shows as it was written what has no meaning here: %s', (written) => {
    expect(spans(written)).toEqual([{ text: written }]);
  });

  it('shows a reference and its definition as they were written', () => {
    const said = blocks('see [the *plan*][p]\n\n[p]: https://example.org/');
    expect(said).toEqual([
      { kind: 'paragraph', spans: [{ text: 'see [the *plan*][p]' }] },
      { kind: 'paragraph', spans: [{ text: '[p]: https://example.org/' }] },
    ]);
  });

  it('is found in its place after tabs, CRLF, a mark of byte order and characters beyond 16 bits', () => {
    const said = read(
      '\ufeff# ages\r\n\r\n\ta\r\n\r\n\ud83d\ude00\t![b](c)\r\n\r\n# workload\r\n\r\n<i>d</i>\r\n',
    );
    expect(said.get('age-bands')).toEqual([
      { kind: 'code', lines: ['a'] },
      { kind: 'paragraph', spans: [{ text: '\ud83d\ude00 ![b](c)' }] },
    ]);
    expect(said.get('workload')).toEqual([{ kind: 'paragraph', spans: [{ text: '<i>d</i>' }] }]);
  });
});

describe('a link', () => {
  it('keeps an https address', () => {
    expect(spans('see [the **plan**](https://example.org/a?b=1 "title") or <https://example.org>')).toEqual([
      { text: 'see ' },
      { text: 'the ', link: 'https://example.org/a?b=1' },
      { text: 'plan', strong: true, link: 'https://example.org/a?b=1' },
      { text: ' or ' },
      { text: 'https://example.org', link: 'https://example.org/' },
    ]);
  });

  it('has the address that a browser would go to, so that look-alike letters show', () => {
    // Cyrillic a; its Punycode by RFC 3492, as IDNA has it.
    expect(safeAddress('https://\u0430pple.com/')).toBe('https://xn--pple-43d.com/');
    expect(safeAddress('HTTPS://Example.ORG/\u00e9 "<>')).toBe('https://example.org/%C3%A9%20%22%3C%3E');
  });

  it.each([
    'https:',
    'https://',
    'https:///',
    'https://@example.org/',
    'https:example.org',
    'x',
    '',
    'https://a b/',
  ])('with the address %j leads nowhere, or to a host alone', (address) => {
    expect([null, 'https://example.org/']).toContain(safeAddress(address));
  });
});
