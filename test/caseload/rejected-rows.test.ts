import { describe, expect, it } from 'vitest';
import { caseloadOptions } from '../../src/caseload/load-options.ts';
import { readRejectedRows } from '../../src/caseload/rejected-rows.ts';
import { loadBuiltCaseload } from '../support/load-now.ts';
import { lines, read, utf16 } from './reading.ts';

describe('the rejected rows', () => {
  it('are given as they stand in their files, with line and rule', () => {
    const built = read({
      'b.csv': lines('sep=;', 'case_id;child_id;team', 'C9;;"North; ""East"""'),
      'a.csv': lines('Title', 'case_id,child_id,team', 'C1,K1,x', ',K2,"a', 'b"', 'C3,K3,5" y,z'),
    });
    expect(readRejectedRows(built)).toEqual([
      { file: 0, line: 4, rule: 'missing-case-id', cells: ['', 'K2', 'a\nb'] },
      { file: 0, line: 6, rule: 'too-many-cells', cells: ['C3', 'K3', '5" y', 'z'] },
      { file: 1, line: 3, rule: 'missing-child-id', cells: ['C9', '', 'North; "East"'] },
    ]);
  });

  it('are none where none was rejected', () => {
    expect(readRejectedRows(read('case_id,child_id\nC1,K1\n'))).toEqual([]);
  });

  it('are read in the encoding of their file', () => {
    const bytes = utf16('\ufeffcase_id\tchild_id\tteam\r\n\tK1\tŵyn\r\nC2\tK2\tx\r\n', 'be');
    const built = loadBuiltCaseload([{ name: 'a.csv', bytes }], caseloadOptions());
    expect(readRejectedRows(built).map(({ cells }) => cells)).toEqual([['', 'K1', 'ŵyn']]);
  });
});
