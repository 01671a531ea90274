import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayIdentify } from '../../src/caseload/content-count.ts';
import { CONTENT_PATTERNS, plainCell } from '../../src/reference/identifiers.ts';
import { lines, problemsOf, read, textsOf, totalsOf, utf8 } from './reading.ts';

const HEADER = 'case_id,child_id,team';

describe('lines that are no rows', () => {
  it('are those of empty cells only, said once with how many', () => {
    const built = read(lines(HEADER, '', 'C1,K1,North', ',,', ' , ,', '\u00a0', 'C2,K2,South', ''));
    expect(totalsOf(built)).toMatchObject({ read: 2, used: 2 });
    const said = built.caseload.problems.filter(({ line }) => line === 2);
    expect(said).toMatchObject([{ severity: 'information', count: 5 }]);
  });

  it.each([
    'Total,,2',
    'TOTALS,,',
    ',,Grand total',
    'Grand Total: 2,,',
    'Subtotal,,',
    'Sub-total,,',
    'Count,,2',
    'Records: 2,,',
    'total cases 2,,',
  ])('are totals at the end: %s', (line) => {
    const built = read(lines(HEADER, 'C1,K1,North', 'C2,K2,South', line));
    expect(totalsOf(built)).toMatchObject({ read: 2, used: 2, rejected: 0 });
    expect(problemsOf(built, 'totals-line')).toEqual([{ line: 4, column: '', count: 1 }]);
  });

  it('are several totals lines in a row, with blank ones between', () => {
    const built = read(lines(HEADER, 'C1,K1,North', 'Subtotal,,1', '', 'Total,,1', ''));
    expect(totalsOf(built).read).toBe(1);
    expect(problemsOf(built, 'totals-line')).toEqual([{ line: 3, column: '', count: 2 }]);
  });

  it('may be many, each with its line', () => {
    const built = read(lines(HEADER, 'C1,K1,North') + 'Total,,1\n'.repeat(200_000));
    expect(totalsOf(built).read).toBe(1);
    expect(built.files[0].totalsLines.slice(0, 3)).toEqual([3, 4, 5]);
    expect(problemsOf(built, 'totals-line')).toEqual([{ line: 3, column: '', count: 200_000 }]);
  });

  it('are not totals in the middle, with a child, or with a word that only looks like one', () => {
    const middle = read(lines(HEADER, 'Total,,1', 'C2,K2,South'));
    expect(totalsOf(middle)).toMatchObject({ read: 2, used: 1, rejected: 1 });
    const withChild = read(lines(HEADER, 'C1,K1,North', 'Total,K2,South'));
    expect(totalsOf(withChild)).toMatchObject({ read: 2, used: 2 });
    const county = read(lines(HEADER, 'C1,K1,North', 'County,,South', 'Recorded,,', 'Totally,,'));
    expect(totalsOf(county)).toMatchObject({ read: 4, used: 1, rejected: 3 });
  });

  it('are titles above the header, said once with how many, from the first of them on', () => {
    const built = read(lines('', 'Caseload October', '', 'Confidential', HEADER, 'C1,K1,North'));
    expect(totalsOf(built)).toMatchObject({ read: 1, used: 1 });
    expect(problemsOf(built, 'rows-above-header')).toEqual([{ line: 2, column: '', count: 2 }]);
  });

  it('are counted by the lines of the file when a sep= line comes first', () => {
    const built = read(lines('sep=;', 'Caseload October', 'case_id;child_id', 'C1;K1', 'C2;'));
    expect(problemsOf(built, 'rows-above-header')).toEqual([{ line: 2, column: '', count: 1 }]);
    expect(problemsOf(built, 'missing-child-id')).toEqual([{ line: 5, column: '', count: 1 }]);
  });
});

describe('rows of another length than the header', () => {
  it('are filled with missing when shorter, with a warning', () => {
    const built = read(lines(HEADER, 'C1,K1', 'C2,K2,South', 'C3,K3'));
    expect(textsOf(built, 'team')).toEqual(['', 'South', '']);
    expect(problemsOf(built, 'too-few-cells')).toEqual([{ line: 2, column: '', count: 2 }]);
  });

  it('are rejected when a cell beyond the last column is not empty, and kept when all are', () => {
    const built = read(lines(HEADER, 'C1,K1,North,,', 'C2,K2,South,,x', 'C3,K3,East, ,\u00a0'));
    expect(textsOf(built, 'case_id')).toEqual(['C1', 'C3']);
    expect(problemsOf(built, 'too-many-cells')).toEqual([{ line: 3, column: '', count: 1 }]);
  });
});

describe('quotes where none belongs', () => {
  it('are kept as text, the rows are used and the lines counted', () => {
    const built = read(lines(HEADER, 'C1,K1,The "A" team', 'C2,K2,"B" team', 'C3,K3,"a ""C"" team"'));
    expect(textsOf(built, 'team')).toEqual(['The "A" team', '"B" team', 'a "C" team']);
    expect(problemsOf(built, 'stray-quote')).toEqual([{ line: 2, column: '', count: 2 }]);
  });
});

describe('lines', () => {
  it('are those of the file, whatever stands between', () => {
    const built = read(`Title\r\n\r\n${HEADER}\rC1,K1,"North\nEast"\n\nC2,,South\r\nC3,K3,West\n,K4,West`);
    expect(problemsOf(built, 'missing-child-id')).toEqual([{ line: 7, column: '', count: 1 }]);
    expect(problemsOf(built, 'missing-case-id')).toEqual([{ line: 9, column: '', count: 1 }]);
  });
});

describe('the quick look at a cell', () => {
  const digit = fc.integer({ min: 0, max: 9 }).map(String);
  const letter = fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZabcxyz');
  const digits = (length: number) =>
    fc.array(digit, { minLength: length, maxLength: length }).map((all) => all.join(''));
  const space = fc.constantFrom('', ' ', '\u00a0', '\u3000 ');
  const between = fc.constantFrom('', ' ', '-', '  ', '\u00a0', ' \u2009 ', '\u2011');
  const likely = fc.oneof(
    fc.tuple(letter, digits(1), between, digits(1), letter, letter).map((parts) => parts.join('')),
    fc
      .tuple(letter, letter, digits(1), letter, between, digits(1), letter, letter)
      .map((parts) => parts.join('')),
    fc.tuple(digits(3), between, digits(3), between, digits(4)).map((parts) => parts.join('')),
    fc
      .tuple(fc.constantFrom('10', '2010'), fc.constant('/'), digits(7), letter)
      .map((parts) => parts.join('')),
    fc
      .tuple(fc.constantFrom('+44 ', '0', '(0121) ', '0044', '447'), between, digits(9))
      .map((parts) => parts.join('')),
    fc
      .tuple(fc.string({ maxLength: 64 }), fc.constantFrom('@a.uk', '@x.example', `@${'b'.repeat(185)}.org`))
      .map((parts) => parts.join('')),
  );

  it('lets through every cell that a closer look would call an identifier', () => {
    fc.assert(
      fc.property(space, likely, space, (before, cell, after) => {
        const isIdentifier = CONTENT_PATTERNS.some(({ matches }) => matches(plainCell(cell)));
        fc.pre(isIdentifier);
        const bytes = utf8(`${before}${cell.trim()}${after}`);
        expect(mayIdentify(bytes, 0, bytes.length)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('spares most of what stands in a caseload', () => {
    for (const cell of ['C1024', '2026-10-31', '31/10/2026', 'Referral order', 'A1', 'North', '15', 'Yes']) {
      const bytes = utf8(cell);
      expect(mayIdentify(bytes, 0, bytes.length)).toBe(false);
    }
  });
});
