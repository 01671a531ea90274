import { describe, expect, it } from 'vitest';
import { DELIMITERS, findHeader, refuseTooWide, separatorLine } from '../../src/caseload/find-header.ts';
import { isRecognised, NO_MAPPING } from '../../src/caseload/map-columns.ts';
import { lines, refusalOf, utf8 } from './reading.ts';

function find(text: string, delimiters: readonly string[] = DELIMITERS, isWhole = true) {
  return findHeader(utf8(text), 1, delimiters, (cell) => isRecognised(cell, NO_MAPPING), isWhole);
}

describe('the header', () => {
  it('is the first line of a plain file', () => {
    expect(find('case_id,child_id,notes\nC1,K1,x\n')).toMatchObject({
      delimiter: ',',
      cells: ['case_id', 'child_id', 'notes'],
      line: 1,
      recordsBefore: 1,
      titleLines: 0,
      recognised: 2,
    });
  });

  it('is found below titles and blank lines, which are counted apart', () => {
    const text = lines(
      'Caseload report',
      '',
      '"Printed 31/10/2026, by team"',
      ',,',
      'Case ID,Child ID,Sex',
      'C1,K1,F',
    );
    expect(find(text)).toMatchObject({
      cells: ['Case ID', 'Child ID', 'Sex'],
      line: 5,
      recordsBefore: 5,
      titleLines: 2,
    });
  });

  it('keeps its line when a title has line ends inside quotes', () => {
    expect(find('"Caseload\nOctober",x\ncase_id,child_id\n')).toMatchObject({
      line: 3,
      recordsBefore: 2,
      titleLines: 1,
    });
  });

  it('is the line with most headers that are known, not the first with one', () => {
    expect(find(lines('Team,', 'case_id,child_id,team', 'C1,K1,North'))).toMatchObject({
      line: 2,
      recognised: 3,
    });
    // Of two lines with as many the first.
    expect(find(lines('case_id,child_id', 'child_id,case_id'))).toMatchObject({ line: 1 });
  });

  it('is looked for among the first 50 lines that are not empty', () => {
    const titles = (count: number) =>
      Array.from({ length: count }, (_, index) => `Title ${index}\n\n`).join('');
    expect(find(`${titles(49)}case_id,child_id\n`)).toMatchObject({
      line: 99,
      recognised: 2,
      titleLines: 49,
    });
    expect(find(`${titles(50)}case_id,child_id\n`)).toMatchObject({ line: 1, recognised: 0 });
  });

  it('is read without the spaces around its cells', () => {
    expect(find(' case_id , child_id \n')?.cells).toEqual(['case_id', 'child_id']);
  });

  it('is the first line that is not empty where nothing is known', () => {
    expect(find('\n\nfoo,bar\n1,2\n')).toMatchObject({ cells: ['foo', 'bar'], line: 3, recognised: 0 });
  });

  it('is nothing in a file without a line', () => {
    for (const text of ['', '\n', '\r\n\r\n', ' \n,,\n']) expect(find(text)).toBeNull();
  });

  it('is found although a title opens a quote that is never closed', () => {
    expect(find('case_id,child_id\n"C1,K1\n')).toMatchObject({ line: 1, recognised: 2 });
  });
});

describe('a header that cannot be read', () => {
  it('is told for what it is when a quote in it is never closed', () => {
    expect(refusalOf(() => find('\ncase_id,"child_id,team\nC1,K1,North\n'))).toMatch(/^line 2: a quote/);
  });

  it('is told so too when titles stand above it', () => {
    expect(refusalOf(() => find('Caseload October\n"case_id,child_id\nC1,K1\n'))).toMatch(/^line 2: a quote/);
  });

  it('is nothing to tell where another delimiter reads it', () => {
    expect(find('case_id;"child_id";"te""am\nx",y"\n')).toMatchObject({ delimiter: ';', recognised: 2 });
  });

  it('is not taken for whole where the file goes on behind what is at hand', () => {
    expect(find('case_id,child_id,tea', DELIMITERS, true)).toMatchObject({ recognised: 2 });
    expect(refusalOf(() => find('case_id,child_id,tea', DELIMITERS, false))).toMatch(/no whole header line/);
    expect(refusalOf(() => find('\n\n', DELIMITERS, false))).toMatch(/no whole header line/);
    expect(find('case_id,child_id,team\nC1,K', DELIMITERS, false)).toMatchObject({ recognised: 3 });
  });

  it('has more columns than any export', () => {
    const wide = (columns: number) => find(`case_id${',x'.repeat(columns - 1)}\n`);
    const refuse = (columns: number) => {
      const header = wide(columns);
      if (header !== null) refuseTooWide(header);
    };
    expect(refusalOf(() => refuse(5001))).toMatch(/^line 1: a header of 5001 columns/);
    expect(() => refuse(5000)).not.toThrow();
  });
});

describe('the delimiter', () => {
  it.each([...DELIMITERS])('%j is found from the header', (delimiter) => {
    const header = ['case_id', 'child_id', 'start_date'];
    expect(find(`${header.join(delimiter)}\n`)).toMatchObject({ delimiter, cells: header });
  });

  it('is the one that shows most known headers, though another stands in the line more often', () => {
    expect(find('case_id;child_id;ethnicity (a,b,c,d)\n')).toMatchObject({ delimiter: ';', recognised: 2 });
    expect(find('A title, with, many, commas, in, it\ncase_id|child_id\n')).toMatchObject({
      delimiter: '|',
      line: 2,
    });
  });

  it('splits most where nothing is known', () => {
    expect(find('p;q;r,s\n')).toMatchObject({ delimiter: ';' });
  });

  it('is comma when there is only one column', () => {
    expect(find('case_id\nC1\n')).toMatchObject({ delimiter: ',', cells: ['case_id'] });
  });
});

describe('a line sep=', () => {
  it.each([
    ['sep=;\nx', ';', 6],
    ['sep=,\r\nx', ',', 7],
    ['SEP=|\rx', '|', 6],
    ['sep=\t\nx', '\t', 6],
    ['"sep=;"\r\nx', ';', 9],
  ])('%j names the delimiter', (text, delimiter, bytes) => {
    expect(separatorLine(utf8(text))).toEqual({ delimiter, bytes });
  });

  it.each(['sep=:\nx', 'x\nsep=;\n', 'separate;x\n', 'sep=;;\n', ''])('is not %j', (text) => {
    expect(separatorLine(utf8(text))).toBeNull();
  });
});
