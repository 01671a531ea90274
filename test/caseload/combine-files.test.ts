import { describe, expect, it } from 'vitest';
import { lines, problemsOf, read, textsOf } from './reading.ts';

describe('several files as one caseload', () => {
  it('have the columns of all, missing where a file lacks them; residence is Home there', () => {
    const built = read({
      'a.csv': lines('case_id,child_id,sex,residence', 'C1,K1,F,Other', 'C2,K2,M,'),
      'b.csv': lines('child_id;age;case_id', 'K3;15;C3'),
    });
    expect(textsOf(built, 'case_id')).toEqual(['C1', 'C2', 'C3']);
    expect(textsOf(built, 'sex')).toEqual(['Female', 'Male', '']);
    expect(textsOf(built, 'age')).toEqual(['', '', '15']);
    expect(textsOf(built, 'residence')).toEqual(['Other', 'Home', 'Home']);
    expect(textsOf(built, 'team')).toBeNull();
  });

  it('may write dates each in its own way, Excel serials in one of them', () => {
    const built = read({
      'a.csv': lines('case_id,child_id,start_date', 'C1,K1,46027'),
      'b.csv': lines('case_id,child_id,start_date', 'C2,K2,05/01/2026'),
      'c.csv': lines('case_id,child_id,start_date', 'C3,K3,2026-01-05T10:00'),
    });
    expect(textsOf(built, 'start_date')).toEqual(['2026-01-05', '2026-01-05', '2026-01-05']);
    expect(built.caseload.problems).toEqual([]);
  });

  it('have their problems apart', () => {
    const built = read({
      'a.csv': lines('case_id,child_id,sex', 'C1,K1,Q', 'C2,K2,Q'),
      'b.csv': lines('', 'case_id,child_id,sex', 'C3,K3,Q'),
    });
    expect(built.caseload.problems.map(({ file, line, count }) => [file, line, count])).toEqual([
      ['a.csv', 2, 2],
      ['b.csv', 3, 1],
    ]);
  });

  it('share free labels, whichever file has them first', () => {
    const built = read(
      {
        'a.csv': lines('case_id,child_id,ethnicity', 'C1,K1,HISPANIC', 'C2,K2,BLACK'),
        'b.csv': lines('case_id,child_id,ethnicity', 'C3,K3,WHITE', 'C4,K4,HISPANIC', 'C5,K5,Unknown'),
      },
      { ethnicityList: 'as-recorded' },
    );
    expect(textsOf(built, 'ethnicity')).toEqual(['HISPANIC', 'BLACK', 'WHITE', 'HISPANIC', '']);
    expect(problemsOf(built, 'unknown-label')).toEqual([]);
  });
});
