import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBatches, readRecords } from '../../src/caseload/read-csv.ts';
import { cutAt, refusalOf, utf8 } from './reading.ts';

const MEBIBYTE = 1 << 20;
const DELIMITERS = [',', ';', '\t', '|'] as const;
const LINE_ENDS = ['\n', '\r\n', '\r'] as const;

/** What csv-parse alone makes of the whole text; null when a quote is never closed. */
function referee(text: string, delimiter: string): string[][] | null {
  try {
    return parse(Buffer.from(text), {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'CSV_QUOTE_NOT_CLOSED') return null;
    throw error;
  }
}

function lineEndsIn(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}

/** The line of each record by another way: a record is its line end and those that its cells hold. */
function linesOf(records: readonly (readonly string[])[]): number[] {
  let line = 1;
  return records.map((cells) => {
    const begins = line;
    line += 1 + cells.reduce((sum, cell) => sum + lineEndsIn(cell), 0);
    return begins;
  });
}

function recordsOf(text: string, delimiter = ',', cuts: readonly number[] = [], atOnce = 4096) {
  return [...readRecords(cutAt(utf8(text), cuts), delimiter, 1, atOnce)];
}

function strayLinesOf(text: string, cuts: readonly number[] = [], atOnce = 4096): number[] {
  const batches = readBatches(cutAt(utf8(text), cuts), ',', 1, atOnce);
  return Array.from(batches, (batch) => batch.strayQuoteLines).flat();
}

const places = fc.array(fc.nat(), { maxLength: 8 });
const atOnce = fc.constantFrom(1, 2, 3, 16, 4096);
const delimiter = fc.constantFrom(...DELIMITERS);
const anyPiece = fc.constantFrom(
  ...['"', '"', '""', ...DELIMITERS, ...DELIMITERS, ...LINE_ENDS, ...LINE_ENDS],
  ...[
    'a',
    'bc',
    '7',
    ' ',
    'é',
    '€',
    '😀',
    '\ufeff',
    'a cell that is longer than thirty-two bytes',
    'Zoë and a longer text',
  ],
);
const anyCsv = fc.array(anyPiece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('records, against csv-parse on the whole text', () => {
  it('are the same for any text, any delimiter, any chunks, any batches', () => {
    fc.assert(
      fc.property(anyCsv, delimiter, places, atOnce, (text, by, cuts, batch) => {
        const expected = referee(text, by);
        if (expected === null) {
          expect(refusalOf(() => recordsOf(text, by, cuts, batch))).toMatch(
            /a quote \("\) is opened and never closed/,
          );
          return;
        }
        const records = recordsOf(text, by, cuts, batch);
        expect(records.map(({ cells }) => cells)).toEqual(expected);
        expect(records.map(({ line }) => line)).toEqual(linesOf(expected));
      }),
      { numRuns: 2000 },
    );
  });

  it('are the same when every byte comes alone', () => {
    fc.assert(
      fc.property(anyCsv, delimiter, (text, by) => {
        const expected = referee(text, by);
        fc.pre(expected !== null);
        const cuts = Array.from({ length: utf8(text).length }, (_, index) => index);
        expect(recordsOf(text, by, cuts).map(({ cells }) => cells)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('are the same in a text of many thousand records with a stray one here and there', () => {
    const text = Array.from({ length: 20_000 }, (_, index) =>
      index % 997 === 0 ? `C${index},5" knife,"a ""b""\r\nc"\r\n` : `C${index},"x, y",${index % 7}\n`,
    ).join('');
    const expected = referee(text, ',');
    const records = recordsOf(text, ',', [1, 4096, 65_536, 100_001, 300_000]);
    expect(records).toHaveLength(20_000);
    expect(records.map(({ cells }) => cells)).toEqual(expected);
    expect(records.map(({ line }) => line)).toEqual(linesOf(expected ?? []));
  });
});

describe('records, as they were written', () => {
  const cell = fc.array(anyPiece, { maxLength: 5 }).map((pieces) => pieces.join(''));
  const row = fc.record({
    cells: fc.array(fc.record({ text: cell, isQuoted: fc.boolean() }), { minLength: 1, maxLength: 5 }),
    end: fc.constantFrom(...LINE_ENDS),
  });

  function written(
    { cells, end }: { cells: { text: string; isQuoted: boolean }[]; end: string },
    by: string,
  ) {
    const needsQuotes = (text: string) => /["\r\n]/.test(text) || text.includes(by);
    const one = ({ text, isQuoted }: { text: string; isQuoted: boolean }) =>
      isQuoted || needsQuotes(text) ? `"${text.replaceAll('"', '""')}"` : text;
    return `${cells.map(one).join(by)}${end}`;
  }

  it('come back cell by cell and line by line', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), delimiter, places, atOnce, (rows, by, cuts, batch) => {
        const texts = rows.map((each) => written(each, by));
        // A CR at the end of one record and an LF that is all of the next would be one line end.
        fc.pre(!texts.some((text, index) => text === '\n' && rows[index - 1]?.end === '\r'));
        const records = recordsOf(texts.join(''), by, cuts, batch);
        expect(records.map(({ cells }) => cells)).toEqual(
          rows.map(({ cells }) => cells.map(({ text: one }) => one)),
        );
        expect(records.map(({ line }) => line)).toEqual(
          rows.map((_, index) => 1 + lineEndsIn(texts.slice(0, index).join(''))),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('a batch', () => {
  it('holds no more records than asked for', () => {
    const text = 'a\nb\nc"d\ne"f\ng\n';
    for (const limit of [1, 2, 3]) {
      const sizes = Array.from(readBatches([utf8(text)], ',', 1, limit), ({ records }) => records);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(limit);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(5);
    }
  });

  it('counts lines from the one it is told', () => {
    expect([...readRecords([utf8('a\nb"c\nd\n')], ',', 5)].map(({ line }) => line)).toEqual([5, 6, 7]);
  });
});

describe('quotes that stand where none belongs', () => {
  it('are kept as text, and the lines of their records noted', () => {
    // Line 2: inside a plain field; line 4: behind a closing quote; line 5 is regular; line 6 spans to 7.
    const text = 'a,b\n5" knife,x\nc,d\n"e"f,g\n"h ""i""",j\n"k\nl" m,n\no,p\n';
    expect(recordsOf(text).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['5" knife', 'x'],
      ['c', 'd'],
      ['"e"f', 'g'],
      ['h "i"', 'j'],
      ['"k\nl" m', 'n'],
      ['o', 'p'],
    ]);
    for (const limit of [1, 2, 4096]) {
      for (const cuts of [[], [5, 6, 12], Array.from(text, (_, index) => index)])
        expect(strayLinesOf(text, cuts, limit)).toEqual([2, 4, 6]);
    }
  });
});

describe('a quote that is never closed', () => {
  it.each([
    ['on the first line', '"a,b\nc,d\n', 1],
    ['after whole records', 'a,b\nc,d\ne,"f\ng,h\n', 3],
    ['in the last cell, at the very end', 'a,b\nc,"', 2],
    ['behind a quoted cell of several lines', 'a\n"b\nc",d,"e\nf', 3],
    ['behind stray quotes', 'a"b\nc"d\n"e\nf', 3],
    ['behind CR line ends', 'a\rb\r"c', 3],
    ['that only a doubled quote follows', 'a\n"b""\nc', 2],
  ])('is refused with the line where it began: %s', (_, text, line) => {
    for (const cuts of [[], [1, 3, 7, 9], Array.from(text, (__, index) => index)]) {
      for (const limit of [1, 2, 4096])
        expect(refusalOf(() => recordsOf(text, ',', cuts, limit))).toBe(
          `line ${line}: a quote (") is opened and never closed; close or remove it`,
        );
    }
  });
});

describe('fields and records beyond the limits', () => {
  const overlong = 'x'.repeat(MEBIBYTE + 1);
  const inPieces = (text: string, size: number) => {
    const bytes = utf8(text);
    return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    );
  };
  const refusal = (text: string, size: number) =>
    refusalOf(() => [...readRecords(inPieces(text, size), ',')]);

  it.each([
    ['quoted and never closed', `a,b\nc,"${overlong}`],
    ['quoted and closed', `a,b\nc,"${overlong}"\nd,e\n`],
    ['quoted with doubled quotes', `a,b\nc,"""${overlong}"\nd,e\n`],
    ['plain', `a,b\nc,${overlong}\nd,e\n`],
    ['plain with a stray quote', `a,b\nc,x"${overlong}\nd,e\n`],
  ])('a field over 1 MiB is refused with its line, however the bytes come: %s', (_, text) => {
    for (const size of [1 << 18, MEBIBYTE, 4 * MEBIBYTE])
      expect(refusal(text, size)).toMatch(/^line 2: a field of more than 1 MiB/);
  });

  it('a field that never ends is refused before much of it is read, though a stray quote stands in it', () => {
    let given = 0;
    const chunks = function* () {
      for (; given < 5; given++) yield utf8(`${given === 0 ? 'a,b\nc,d"' : ''}${'x'.repeat(MEBIBYTE)}`);
    };
    expect(refusalOf(() => [...readRecords(chunks(), ',')])).toMatch(/^line 2: a field of more than 1 MiB/);
    expect(given).toBeLessThan(3);
  });

  it('a field of 1 MiB is read', () => {
    const field = 'x'.repeat(MEBIBYTE);
    for (const text of [`a,${field}\n`, `a,"${field}"\n`]) {
      for (const size of [1 << 18, 2 * MEBIBYTE]) {
        const [{ cells }] = [...readRecords(inPieces(text, size), ',')];
        expect(cells[1]).toHaveLength(MEBIBYTE);
      }
    }
  });

  it('a record over 16 MiB of small fields is refused with its line', () => {
    const text = `a,b\n${'some cell,'.repeat(1.8 * MEBIBYTE)}`;
    expect(refusal(text, 6 * MEBIBYTE)).toMatch(/^line 2: a row of more than 16 MiB/);
  });
});
