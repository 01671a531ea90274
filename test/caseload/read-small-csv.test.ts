/** The little CSVs beside a caseload: any encoding and delimiter, mistakes with the option, the file and the line. */
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/caseload/errors.ts';
import { readSmallCsv } from '../../src/caseload/read-small-csv.ts';
import { fileWith, folderWith } from '../support/files.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (content: string | Uint8Array) =>
  readSmallCsv(
    { name: 'staff.csv', bytes: typeof content === 'string' ? bytesOf(content) : content },
    '--staff',
    ['worker_id', 'fte'],
    ['post_status'],
  );
const rowsOf = (content: string | Uint8Array) => read(content).records;
const mistakeOf = (content: string) => {
  try {
    read(content);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return 'none';
};

/** UTF-16, little end first, with its mark. */
function utf16(text: string): Uint8Array {
  const units = [0xfeff, ...Array.from(text, (character) => character.charCodeAt(0))];
  return new Uint8Array(units.flatMap((unit) => [unit & 0xff, unit >> 8]));
}

const W1 = [{ line: 2, cells: { worker_id: 'W1', fte: '0.8', post_status: '' } }];

describe('what is read', () => {
  it.each([
    ['commas', 'worker_id,fte\nW1,0.8\n'],
    ['semicolons, without a last line end', 'worker_id;fte\r\nW1;0.8'],
    ['tabs', 'worker_id\tfte\nW1\t0.8\n'],
    ['headers in capitals with spaces, columns in another order', 'FTE,Worker ID\n0.8,W1\n'],
    ['a column nobody asked for', 'worker_id,Shoe size,fte\nW1,41,0.8\n'],
    ['a line shorter than the header', 'worker_id,fte,post_status\nW1,0.8\n'],
    ['empty cells beyond the header', 'worker_id,fte\nW1,0.8,,\n'],
    ['spaces around cells', 'worker_id,fte\n W1 , 0.8 \n'],
  ])('%s', (_what, content) => {
    expect(rowsOf(content)).toEqual(W1);
  });

  it('UTF-16 with tabs, as Excel saves Unicode text', () => {
    expect(rowsOf(utf16('worker_id\tfte\r\nW1\t0.8\r\n'))).toEqual(W1);
  });

  it('windows-1252: byte 0x80 is the euro sign', () => {
    const [euro] = rowsOf(Uint8Array.from([...bytesOf('worker_id,fte\n'), 0x80, ...bytesOf(',1\n')]));
    expect(euro?.cells.worker_id).toBe('€');
  });

  it('lines that say something, under their own numbers: below a sep= line, titles, quoted line ends', () => {
    const content = 'sep=;\nStaff in post\nworker_id;fte\n;;\n"W\n1";0.8\n\nW2;1\n';
    expect(rowsOf(content).map(({ line, cells }) => [line, cells.worker_id])).toEqual([
      [5, 'W\n1'],
      [8, 'W2'],
    ]);
  });

  it('a file by its path, with its name and hash for the provenance', () => {
    const path = fileWith('worker_id,fte\nW1,0.8\n', 'staff.csv');
    const { source, where, records } = readSmallCsv(path, '--staff', ['worker_id', 'fte']);
    expect(records).toEqual([{ line: 2, cells: { worker_id: 'W1', fte: '0.8' } }]);
    expect([source.name, where]).toEqual(['staff.csv', `--staff ${path}`]);
    // printf 'worker_id,fte\nW1,0.8\n' | sha256sum
    expect(source.sha256).toBe('3ba491cb2ada3b8f7d9cc9ec06a90005c5aba06c8ee0c28208ad23eee5739f3a');
  });
});

describe('a mistake is said with the option, the file and the line, and without a cell', () => {
  it.each([
    ['a column that is missing', 'worker_id,SECRET\nW1,SECRET\n', /^--staff staff\.csv: no column fte;/],
    ['an empty file', '', /^--staff staff\.csv: no column worker_id, fte; .*worker_id,fte,post_status \(p/],
    ['a column twice', 'worker_id,fte,FTE\nSECRET,1,1\n', /^--staff staff\.csv: two columns are called fte/],
    ['a delimiter in a cell', 'worker_id,fte\nW1,1\nSECRET,0,8\n', /^--staff staff\.csv line 3: more cells/],
    ['a quote never closed', 'worker_id,fte\nW1,1\n"SECRET,1\n', /^--staff staff\.csv line 3: a quote/],
    [
      'a quote never closed in the header',
      '"worker_id,fte\nSECRET,1\n',
      /^--staff staff\.csv line 1: a quote/,
    ],
    ['a NUL byte', 'worker_id,fte\nSECRET\0,1\n', /^--staff staff\.csv line 2: a NUL byte/],
  ])('%s', (_what, content, says) => {
    expect(mistakeOf(content)).toMatch(says);
    expect(mistakeOf(content)).not.toContain('SECRET');
  });

  it('a file that is not there, a folder of several', () => {
    const folder = folderWith({ 'a.csv': 'x', 'b.csv': 'x' });
    const open = (path: string) => () => readSmallCsv(path, '--staff', ['worker_id']);
    expect(open(`${folder}/none.csv`)).toThrow(/^--staff .*none\.csv: no such file/);
    expect(open(folder)).toThrow(/^--staff .*: a folder of several files; name one CSV/);
  });
});
