import { describe, expect, it } from 'vitest';
import { read, refusalOf } from './reading.ts';

describe('what cannot be a caseload', () => {
  it.each([
    ['a header only', 'case_id,child_id\n', /a header but no rows/],
    ['a header and blank lines', 'case_id,child_id\n\n,,\n', /a header but no rows/],
    ['nothing', '', /the file is empty/],
    ['blank lines', '\n\n', /the file is empty/],
    ['no known header', 'p,q\n1,2\n', /no header was recognised/],
    [
      'no child_id',
      'case_id,team\nC1,x\n',
      /no column for child_id .*--map "their header=child_id".*--count-cases/,
    ],
    ['no identifier', 'team,sex\nx,F\n', /no column for case_id and child_id/],
    ['a near miss', 'case_id,Cihld id\nC1,K1\n', /--map "Cihld id=child_id"/],
  ])('is refused in one line: %s', (_, text, message) => {
    const refusal = refusalOf(() => read(text));
    expect(refusal).toMatch(message);
    expect(refusal).toMatch(/^cases\.csv/);
    expect(refusal.split('\n')).toHaveLength(1);
  });

  it('is one file with rows beside one without', () => {
    const built = read({ 'a.csv': 'case_id,child_id\n', 'b.csv': 'case_id,child_id\nC1,K1\n' });
    expect(built.caseload.inputs.map((input) => input.read)).toEqual([0, 1]);
  });
});
