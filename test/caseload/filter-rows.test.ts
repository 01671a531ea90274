import { describe, expect, it } from 'vitest';
import { type ColumnName, columnDefinition } from '../../src/caseload/columns.ts';
import { lines, read, refusalOf, textsOf, totalsOf } from './reading.ts';

const TEXT = lines(
  'case_id,child_id,team,worker_id,ethnicity,sex,age,birth_month,disposal,residence,send,start_date',
  'C1,K1,North,W1,Indian,F,14,,Referral order,Home,Y,2026-01-05',
  'C2,K2,north,w1,Chinese,M,17,,YRO,Other,N,2026-02-05',
  'C3,K3,South,,White British,M,18,,DTO,,,05/01/2026',
  'C4,K4,South West,W2,Not stated,,,2010-05,Fine,,NA,2026-03-05',
  'C5,K1,,W2,Asian,F,25,,something else,,,',
);

/** The cases that fit. */
function cases(...conditions: readonly string[]): string[] | null {
  return textsOf(read(TEXT, { where: conditions.map(condition) }), 'case_id');
}

function condition(text: string) {
  const [name, value] = text.split('=');
  return { column: columnDefinition(name as ColumnName).name, value };
}

describe('--where', () => {
  it.each([
    ['team=North', ['C1', 'C2'], 'an identifier without regard to case'],
    ['team=South', ['C3'], 'the whole cell'],
    ['worker_id=Unallocated', ['C3'], 'the name of what is missing'],
    ['team=Not known', ['C5'], 'the name of what is missing'],
    ['case_id=c2', ['C2'], 'an identifier without regard to case'],
    ['team=Nowhere', [], 'an identifier that no row has'],
    ['ethnicity=Indian', ['C1'], 'a category'],
    ['ethnicity=asian', ['C1', 'C2', 'C5'], 'a group'],
    ['ethnicity=English, Welsh, Scottish, Northern Irish or British', ['C3'], 'a category'],
    ['ethnicity=Not known', ['C4'], 'what is not known'],
    ['ethnicity=Asian, not further specified', ['C5'], 'a category'],
    ['disposal=custody', ['C3'], 'a group'],
    ['disposal=First-tier', ['C1', 'C4'], 'a group'],
    ['disposal=Youth rehabilitation order', ['C2'], 'a disposal by our label'],
    ['disposal=Not mapped', ['C5'], 'what is not mapped'],
    ['sex=female', ['C1', 'C5'], 'a label'],
    ['residence=Home', ['C1', 'C3', 'C4', 'C5'], 'blank is Home'],
    ['send=Yes', ['C1'], 'Yes'],
    ['send=Not known', ['C3', 'C4', 'C5'], 'NA is missing here'],
    ['age=17', ['C2'], 'a year'],
    ['age=15-17', ['C2', 'C4'], 'a band; the month of birth wins'],
    ['age=18 and over', ['C3', 'C5'], 'the band of the grown up'],
    ['birth_month=2010-05', ['C4'], 'a month'],
    ['start_date=2026-01-05', ['C1', 'C3'], 'a day'],
    ['start_date=5 Jan 2026', ['C1', 'C3'], 'a day as people write it'],
    ['start_date=2040-01-05', [], 'a day beyond all'],
  ])('%s fits %j: %s', (text, expected) => {
    expect(cases(text)).toEqual(expected);
  });

  it('means or for one column, and for several', () => {
    expect(cases('team=North', 'team=South')).toEqual(['C1', 'C2', 'C3']);
    expect(cases('team=North', 'sex=Male')).toEqual(['C2']);
    expect(cases('team=North', 'sex=Male', 'team=South', 'sex=Female')).toEqual(['C1', 'C2', 'C3']);
  });

  it('counts the rows left out as out of scope', () => {
    expect(totalsOf(read(TEXT, { where: [condition('sex=Male')] }))).toEqual({
      read: 5,
      used: 2,
      outOfScope: 3,
      duplicates: 0,
      rejected: 0,
    });
  });

  it("looks at the row's own value, not at the child's", () => {
    // K1 has two rows, of which only one names the team.
    expect(cases('team=Not known', 'sex=Female')).toEqual(['C5']);
    expect(cases('age=14')).toEqual(['C1']);
  });

  it('looks for Chinese where the list puts it', () => {
    const other = [condition('ethnicity=Other')];
    expect(textsOf(read(TEXT, { where: other, ethnicityList: '2001' }), 'case_id')).toEqual(['C2']);
    expect(textsOf(read(TEXT, { where: other, ethnicityList: '2021' }), 'case_id')).toEqual([]);
  });

  it('takes the labels of the file under as-recorded', () => {
    const where = [condition('ethnicity=WHITE BRITISH')];
    expect(textsOf(read(TEXT, { where, ethnicityList: 'as-recorded' }), 'case_id')).toEqual(['C3']);
  });

  it.each([
    ['sex=Femal', 'did you mean "Female"?'],
    ['ethnicity=Asien', 'did you mean "Asian"?'],
    ['residence=Mars', 'Home; Other'],
    ['age=young', '10-14, 15-17, 18 and over'],
    ['age=-3', '10-14'],
    ['start_date=soon', '2026-10-31'],
    ['release_date=2026-01-05', 'no column release_date'],
  ])('%s is refused with a way on', (text, hint) => {
    const message = refusalOf(() => cases(text));
    expect(message).toContain(hint);
    expect(message).toContain(text.split('=')[0]);
  });

  it('has ages from birth_month in a file without age', () => {
    const text = lines(
      'case_id,child_id,birth_month,start_date',
      'C1,K1,2010-05,2026-05-01',
      'C2,K2,2010-06,2026-05-01',
    );
    expect(textsOf(read(text, { where: [condition('age=16')] }), 'case_id')).toEqual(['C1']);
  });
});
