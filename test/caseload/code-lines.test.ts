/** Held to code-rows.ts, which reads the same bytes by another way and with csv-parse as its referee. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeLines } from '../../src/caseload/code-lines.ts';
import { type CodedRows, codeRows, type Layout } from '../../src/caseload/code-rows.ts';
import { textOf } from '../../src/caseload/dictionary.ts';
import { readBatches } from '../../src/caseload/read-csv.ts';
import { utf8 } from './reading.ts';

const LAYOUT: Layout = {
  headerCells: 4,
  coded: [1, 0, 3],
  unmatched: [2],
  pseudonyms: [2],
  childColumn: 1,
};
const FIRST_LINE = 2;

/** Everything that is said of the rows, with cells in place of codes too. */
function said({ columns, lines, marks, ...rest }: CodedRows) {
  return {
    ...rest,
    cells: columns.map(({ dictionary, codes }) => [...codes].map((code) => textOf(dictionary, code))),
    codes: columns.map(({ codes }) => [...codes]),
    distinct: columns.map(({ dictionary }) => dictionary.size),
    lines: [...lines],
    marks: [...marks],
  };
}

function byLines(text: string, delimiter = ',', skip = 1) {
  return codeLines(utf8(text), delimiter, FIRST_LINE, skip, LAYOUT);
}

function byBytes(text: string, delimiter = ',', skip = 1) {
  return codeRows(readBatches([utf8(text)], delimiter, FIRST_LINE), skip, LAYOUT);
}

const HEADER = 'case_id,child_id,other,team\n';

describe('a small file coded by its lines', () => {
  it('has codes in the order of first appearance, 0 for empty cells and for those that are not there', () => {
    const coded = byLines(`${HEADER}C1,K1,x,North\nC2,K1,,"South, East"\r\nC3\n`);
    expect(coded?.columns.map(({ codes }) => [...codes])).toEqual([
      [1, 1, 0],
      [1, 2, 3],
      [1, 2, 0],
    ]);
    expect(coded?.columns.map(({ dictionary }) => textOf(dictionary, 2))).toEqual(['', 'C2', 'South, East']);
    expect([...(coded?.lines ?? [])]).toEqual([3, 4, 5]);
  });

  it.each([
    ['a doubled quote', 'C1,"K""1",x,North\n'],
    ['a quote inside a plain field', 'C1,K"1,x,North\n'],
    ['text after a closing quote', 'C1,"K"1,x,North\n'],
    ['text before an opening quote', 'C1, "K1",x,North\n'],
    ['a line end inside quotes', 'C1,"K\n1",x,North\n'],
    ['a quote never closed', 'C1,"K1,x,North\n'],
    ['a single quote mark as a cell', 'C1,",x,North\n'],
  ])('is left to the other way for %s', (_, row) => {
    expect(byLines(HEADER + row)).toBeNull();
  });

  it('is left to the other way when it is not small', () => {
    expect(byLines(HEADER + 'C1,K1,x,North\n'.repeat(80_000))).toBeNull();
  });

  const plain = fc.constantFrom(
    ...['', '', ' ', '\u00a0', 'a', 'é1', 'Total', 'grand total', 'Count', '€', "O'Neil", '0'],
    ...['B15 2TT', 'someone@example.org', '4010232137', '020 7946 0018', '\ud83d\ude00', '\u2028', '\u0001'],
  );
  const inQuotes = fc
    .oneof(plain, fc.constantFrom('a,b', ',', ';', 'x;y,z', ', '))
    .map((cell) => `"${cell}"`);
  const row = fc.array(fc.oneof(plain, inQuotes), { minLength: 0, maxLength: 6 });
  const end = fc.constantFrom('\n', '\r\n', '\r');
  const file = fc.record({
    rows: fc.array(fc.tuple(row, end), { minLength: 1, maxLength: 12 }),
    delimiter: fc.constantFrom(',', ';', '\t'),
    skip: fc.nat(3),
    isEndless: fc.boolean(),
  });

  it('gives the same as the byte lane for any file of its grammar', () => {
    fc.assert(
      fc.property(file, ({ rows, delimiter, skip, isEndless }) => {
        const text = rows.map(([cells, lineEnd]) => cells.join(delimiter) + lineEnd).join('');
        const whole = isEndless && text.length > 2 ? text.replace(/(?:\r\n|\n|\r)$/, '') : text;
        const coded = byLines(whole, delimiter, skip);
        if (coded === null) throw new Error('it was not read');
        expect(said(coded)).toEqual(said(byBytes(whole, delimiter, skip)));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the same as the byte lane for any text that it reads at all', () => {
    const pieces = fc.constantFrom('"', '"', ',', ',', '\n', '\r', 'a', ' ', 'é', 'Total');
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 14 }), (parts) => {
        const coded = byLines(parts.join(''), ',', 0);
        if (coded !== null) expect(said(coded)).toEqual(said(byBytes(parts.join(''), ',', 0)));
      }),
      { numRuns: 4000 },
    );
  });
});
