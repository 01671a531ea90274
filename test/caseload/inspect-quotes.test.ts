import { describe, expect, it } from 'vitest';
import { inspectQuotes } from '../../src/caseload/inspect-quotes.ts';
import { utf8 } from './reading.ts';

function inspect(text: string, line = 1) {
  const bytes = utf8(text);
  return inspectQuotes(bytes, 0, bytes.length, ','.charCodeAt(0), line);
}

describe('looking over quotes', () => {
  it.each(['a,b', '"a","b"', '"a ""b"" c",', '"",""', '"a,\n""",b', ''])(
    'finds nothing stray in %j',
    (text) => {
      expect(inspect(text)).toMatchObject({ hasStrayQuote: false, openQuoteLine: null });
    },
  );

  it.each(['a"b,c', 'a,b"', '"a"b,c', '"a" ,c', 'a""b', 'x "quoted" y'])(
    'finds a stray quote in %j',
    (text) => {
      expect(inspect(text)).toMatchObject({ hasStrayQuote: true, openQuoteLine: null });
    },
  );

  it('names the line on which an open quote began, not the one where the bytes end', () => {
    // Lines 3 and 4 are inside the first field; the open quote stands on line 5.
    expect(inspect('"a\r\nb\nc",x,"open\nmore\nand more', 3).openQuoteLine).toBe(5);
  });

  it('counts line ends, CR LF as one', () => {
    expect(inspect('a\nb\rc\r\nd\r\r\n').lineEnds).toBe(5);
  });

  it('measures the longest field in bytes and knows its line', () => {
    // é is two bytes: 2 + 4, the quotes around it not counted.
    expect(inspect('a,bc\n"é\nfff",d')).toMatchObject({ longestFieldBytes: 6, longestFieldLine: 2 });
  });
});
