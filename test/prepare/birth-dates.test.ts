/** Whose date of birth a header speaks of, and what month a cell says. */
import { describe, expect, it } from 'vitest';
import { identifierKind } from '../../src/caseload/map-columns.ts';
import { birthMonthOf, isChildsDateOfBirth } from '../../src/prepare/birth-dates.ts';

describe('a date of birth', () => {
  it.each([
    ...['DOB', 'D.O.B.', 'Date of Birth', 'date_of_birth', 'Birth Date', 'Born', 'Birthday', 'YP DOB'],
    ...['Young Person DOB', "Young Person's Date of Birth", "Child's D.O.B", 'DOB of child'],
    ...['Client Date Of Birth', 'Service User DOB', 'DOB (dd/mm/yyyy)', 'Date of birth of the young person'],
  ])('is the child\'s under the header "%s"', (header) => {
    expect([identifierKind(header), isChildsDateOfBirth(header)]).toEqual(['dates of birth', true]);
  });

  it.each([
    ...['Parent DOB', "Mother's Date of Birth", 'Victim DOB', 'Worker date of birth', 'Sibling DOB'],
    ...['DOB (parent)', 'Carer D.O.B.', 'Co-defendant DOB', 'DOB 2'],
  ])('is somebody else\'s, or nobody knows whose, under the header "%s"', (header) => {
    expect([identifierKind(header), isChildsDateOfBirth(header)]).toEqual(['dates of birth', false]);
  });

  it.each(['Birth order', 'Date', 'Start Date', 'Age', 'Month of birth', ''])(
    'is not what the header "%s" speaks of',
    (header) => expect(isChildsDateOfBirth(header)).toBe(false),
  );

  it('is looked for in time that does not grow with what a header repeats', () => {
    const header = `${'childs '.repeat(14)}x`;
    const begin = process.hrtime.bigint();
    expect(isChildsDateOfBirth(header)).toBe(false);
    expect(isChildsDateOfBirth('child'.repeat(100_000))).toBe(false);
    expect(Number(process.hrtime.bigint() - begin) / 1e6).toBeLessThan(1000);
  });
});

describe('the month of birth', () => {
  it.each([
    ['14/05/2011', '2011-05'],
    ['2011-05-14', '2011-05'],
    ['14.05.2011', '2011-05'],
    ['14 May 2011', '2011-05'],
    ['1st September 2011', '2011-09'],
    ['14/05/2011 00:00:00', '2011-05'],
    ['2011-05-14T00:00:00Z', '2011-05'],
    [' 31/12/2009 ', '2009-12'],
  ])('of "%s" is %s', (cell, month) => expect(birthMonthOf(cell, false)).toBe(month));

  // 40677 days after 30 December 1899 is 14 May 2011.
  it.each([
    ['40677', '2011-05'],
    ['40677.75', '2011-05'],
    ['40694', '2011-05'],
    ['40695', '2011-06'],
  ])('of %s, in a column of Excel days, is %s', (cell, month) => {
    expect(birthMonthOf(cell, true)).toBe(month);
    expect(birthMonthOf(cell, false)).toBeNull();
  });

  it.each(['2011-05', '05/2011', 'May 2011'])('that is written as %s already stays so', (cell) =>
    expect(birthMonthOf(cell, false)).toBe(cell),
  );

  it.each([
    ...['14/05/11', '05/14/2011', '31/02/2011', '1900-01-01', '14/05/1971', '2011', 'about 14', 'unknown'],
    ...['14/05/2011?', 'May 14, 2011'],
  ])('of "%s" nobody can tell', (cell) => expect(birthMonthOf(cell, false)).toBeNull());
});
