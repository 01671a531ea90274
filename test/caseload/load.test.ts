import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseloadOptions } from '../../src/caseload/load-options.ts';
import { parseDay } from '../../src/caseload/parse-day.ts';
import { loadNow } from '../support/load-now.ts';
import { dayOf, lines, refusalOf, utf8, utf16 } from './reading.ts';

const CASES = lines('case_id,child_id,team', 'C1,K1,Rhôs – 1', 'C2,K2,“North”');
let folder = '';

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'yos-caseload-load-'));
});
afterAll(() => {
  fs.rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
  return file;
}

function teamsOf(bytes: Uint8Array): { encoding: string; delimiter: string; teams: string[] } {
  const { inputs, columns, used } = loadNow({ name: 'cases.csv', bytes });
  const team = columns.get('team');
  const teams = Array.from(used, (row) => team?.text(team.values[row]) ?? '');
  return { encoding: inputs[0].encoding, delimiter: inputs[0].delimiter, teams };
}

describe('the encoding', () => {
  const teams = ['Rhôs – 1', '“North”'];
  const windows = Buffer.from(
    CASES.replace('–', '\u0096').replace('“', '\u0093').replace('”', '\u0094'),
    'latin1',
  );

  it.each([
    ['utf-8', utf8(CASES)],
    ['utf-8', utf8(`\ufeff${CASES}`)],
    ['utf-16le', utf16(`\ufeff${CASES}`, 'le')],
    ['utf-16be', utf16(`\ufeff${CASES}`, 'be')],
    ['windows-1252', windows],
  ])('is said to be %s', (encoding, bytes) => {
    expect(teamsOf(bytes)).toEqual({ encoding, delimiter: ',', teams });
  });

  it('of plain ASCII is utf-8', () => {
    expect(teamsOf(utf8('case_id\tchild_id\tteam\r\nC1\tK1\tx')).encoding).toBe('utf-8');
  });

  it('goes with any of the delimiters, which is said too', () => {
    for (const delimiter of [';', '\t', '|'])
      expect(teamsOf(utf16(`\ufeff${CASES.replaceAll(',', delimiter)}`, 'le'))).toMatchObject({
        delimiter,
        teams,
      });
  });
});

describe('bytes that are no text', () => {
  it.each([
    ['a NUL byte', 'case_id,child_id\nC1,K\u00001\n', 2],
    ['a NUL byte behind a byte order mark of UTF-8', '\ufeffcase_id,child_id\nC1,K1\nC2,\u0000\n', 3],
    ['a NUL byte among CR LF line ends', 'case_id,child_id\r\nC1,K1\r\nC\u00002,K2\r\n', 3],
    ['a NUL byte among CR line ends', 'case_id,child_id\rC1,K1\rC\u00002,K2\r', 3],
  ])('%s is refused with the line where it stands', (_, text, line) => {
    const message = refusalOf(() => loadNow({ name: 'cases.csv', bytes: utf8(text) }));
    expect(message).toMatch(new RegExp(`^cases\\.csv line ${line}: a NUL byte`));
  });

  it('UTF-16 without a byte order mark is full of NUL bytes, so refused', () => {
    expect(refusalOf(() => loadNow({ name: 'x', bytes: utf16(CASES, 'le') }))).toMatch(
      /^x line 1: a NUL byte/,
    );
  });
});

describe('a path', () => {
  it('may be a file, called by its name alone', () => {
    const { inputs } = loadNow(write('one/cases.csv', CASES));
    expect(inputs).toMatchObject([{ file: 'cases.csv', read: 2, used: 2 }]);
  });

  it('may be a folder: all its CSVs, nothing else, no folder below', () => {
    write('many/b.CSV', CASES);
    write('many/a.tsv', CASES.replaceAll(',', '\t').replaceAll('C', 'D'));
    write('many/notes.txt', 'notes');
    write('many/below/c.csv', CASES);
    fs.mkdirSync(path.join(folder, 'many/d.csv'));
    const { inputs, used } = loadNow(path.join(folder, 'many'));
    expect(inputs.map(({ file, delimiter }) => [file, delimiter])).toEqual([
      ['a.tsv', '\t'],
      ['b.CSV', ','],
    ]);
    expect(used).toHaveLength(4);
  });

  it('may stand beside others, with bytes at hand', () => {
    const file = write('mixed/a.csv', CASES);
    const bytes = utf8(CASES.replaceAll('C', 'E'));
    expect(loadNow([file, { name: '-', bytes }]).used).toHaveLength(4);
  });

  it.each([
    ['that does not exist', 'missing.csv', /missing\.csv: no such file or folder/],
    ['of a folder without a CSV', 'empty', /no \.csv file in this folder/],
    ['of an empty file', 'empty.csv', /^empty\.csv: the file is empty/],
  ])('%s is refused', (_, name, message) => {
    write('empty/notes.txt', '');
    write('empty.csv', '');
    expect(refusalOf(() => loadNow(path.join(folder, name)))).toMatch(message);
  });

  it('of a file larger than is read at once gives the same as the bytes', () => {
    // 170,000 rows of some 110 bytes are more than 16 MiB; nearly every byte is one that a chunk may not end at.
    const name = (index: number) => `${'ŵé€'.repeat(12)} ${index % 7}`;
    const rows = Array.from({ length: 170_000 }, (_, index) => `C${index},K${index % 1000},${name(index)}\n`);
    const bytes = utf8(`case_id,child_id,team\n${rows.join('')}`);
    expect(bytes.length).toBeGreaterThan(16 << 20);
    const read = loadNow(write('large.csv', bytes));
    expect(read.used).toHaveLength(170_000);
    expect(read.childCount).toBe(1000);
    const team = read.columns.get('team');
    const names = new Set(Array.from(read.used, (row) => team?.text(team.values[row])));
    expect([...names].sort()).toEqual([0, 1, 2, 3, 4, 5, 6].map(name));
    expect(read.problems).toEqual([]);
  });
});

describe('options of a load', () => {
  it('are those of the command line by default', () => {
    expect(caseloadOptions()).toMatchObject({
      countCases: false,
      dropIdentifiers: false,
      ethnicityList: '2021',
      asAt: null,
    });
  });

  it('take a date as people write it, and say so when it is none', () => {
    expect(parseDay(' 31/10/2026 ', '--as-at')).toBe(dayOf('2026-10-31'));
    expect(refusalOf(() => parseDay('31/10/26', '--as-at'))).toBe(
      '--as-at 31/10/26: not a date; write it as 2026-10-31',
    );
    expect(refusalOf(() => caseloadOptions({ asAt: 'today' }))).toContain('asAt today');
    expect(caseloadOptions({ asAt: '2026-10-31' }).asAt).toEqual({ day: dayOf('2026-10-31'), from: 'flag' });
  });
});
