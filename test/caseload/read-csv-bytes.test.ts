import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/caseload/read-csv-bytes.ts';
import { refusalOf, utf8, utf16 } from './reading.ts';

const RECORDS = [
  ['case_id', 'child_id', 'team'],
  ['C1', 'K1', 'Rhosllannerchrugog – é'],
  ['C2', 'K2', '“quoted”; cost: 5 €'],
];

function csv(delimiter: string): string {
  return RECORDS.map((cells) => cells.map((cell) => `"${cell}"`).join(delimiter)).join('\r\n');
}

/** The text as windows-1252; the few characters beyond Latin-1 by hand. */
function windows1252(text: string): Uint8Array {
  const high = new Map([
    ['–', 0x96],
    ['“', 0x93],
    ['”', 0x94],
    ['€', 0x80],
  ]);
  return Uint8Array.from(text, (character) => high.get(character) ?? character.charCodeAt(0));
}

describe('readCsv', () => {
  it.each([',', ';', '\t', '|'])('finds the delimiter %j from the header, in every encoding', (delimiter) => {
    const text = csv(delimiter);
    expect(readCsv(utf8(text))).toEqual(RECORDS);
    expect(readCsv(utf8(`\ufeff${text}`))).toEqual(RECORDS);
    expect(readCsv(utf16(`\ufeff${text}`, 'le'))).toEqual(RECORDS);
    expect(readCsv(utf16(`\ufeff${text}`, 'be'))).toEqual(RECORDS);
    expect(readCsv(windows1252(text))).toEqual(RECORDS);
  });

  it('takes the delimiter of a first line sep=, which is no record', () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(readCsv(utf8(`sep=;${end}a,b;c${end}1;2${end}`))).toEqual([
        ['a,b', 'c'],
        ['1', '2'],
      ]);
    expect(readCsv(utf16('\ufeffsep=|\r\na|b\r\n', 'le'))).toEqual([['a', 'b']]);
  });

  it('splits by the delimiter that splits most where no header is known', () => {
    expect(readCsv(utf8('p;q;r\n1;2,5;3\n'))).toEqual([
      ['p', 'q', 'r'],
      ['1', '2,5', '3'],
    ]);
  });

  it('gives all records, titles and blank lines too', () => {
    expect(readCsv(utf8('Caseload, October\n\ncase_id;child_id\nC1;K1\n'))).toEqual([
      ['Caseload, October'],
      [''],
      ['case_id', 'child_id'],
      ['C1', 'K1'],
    ]);
  });

  it('takes bytes that are no UTF-8 for windows-1252', () => {
    expect(readCsv(Uint8Array.of(0x61, 0x2c, 0xe9, 0x0a))).toEqual([['a', 'é']]);
    // é as UTF-8, cut off.
    expect(readCsv(Uint8Array.of(0x61, 0x2c, 0xc3))).toEqual([['a', 'Ã']]);
  });

  it('counts the line of a mistake from the first line of the file, a sep= line included', () => {
    expect(refusalOf(() => readCsv(utf8('sep=;\na;b\n"c;d\n')))).toMatch(/^line 3: /);
  });
});
