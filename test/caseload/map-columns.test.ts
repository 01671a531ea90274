import { describe, expect, it } from 'vitest';
import type { ColumnName } from '../../src/caseload/columns.ts';
import {
  identifierKind,
  isRecognised,
  mapColumns,
  NO_MAPPING,
  shownHeader,
} from '../../src/caseload/map-columns.ts';
import { refusalOf } from './reading.ts';

const NONE: ReadonlySet<ColumnName> = new Set();

function mapping(headers: Readonly<Record<string, ColumnName>>) {
  return { ...NO_MAPPING, headers: new Map(Object.entries(headers)) };
}

function columnOf(header: string): ColumnName | null {
  return mapColumns([header], NO_MAPPING, NONE)[0].column;
}

describe('a header', () => {
  it.each(['case_id', 'Case ID', 'CASE-ID', 'caseid', 'Case_Id.', ' case  id '])(
    '%j is case_id',
    (header) => {
      expect(columnOf(header)).toBe('case_id');
    },
  );

  it.each([
    ['Young Person ID', 'child_id'],
    ['YP ref', 'child_id'],
    ['Allocated Worker', 'worker_id'],
    ['Case Manager', 'worker_id'],
    ['Ethnic Origin', 'ethnicity'],
    ['Self-defined ethnicity', 'ethnicity'],
    ['Gender', 'sex'],
    ['Legal Outcome', 'disposal'],
    ['DisposalType', 'disposal'],
    ['Order Start', 'start_date'],
    ['Intervention End Date', 'end_date'],
    ['Date of Offence', 'offence_date'],
    ['Outcome Date', 'sentence_date'],
    ['Month of birth', 'birth_month'],
    ['RoSH', 'risk_to_others'],
    ['LAC', 'care_experienced'],
    ['residenceOnLegalOutcomeDate', 'residence'],
    ['Planning: safety of other people', 'planning_others_safety'],
    ['Implementation and delivery - desistance', 'delivery_desistance'],
  ])('%j is what other systems call %s', (header, column) => {
    expect(mapColumns([header], NO_MAPPING, NONE)[0]).toMatchObject({
      column,
      how: 'alias',
      identifies: null,
    });
  });

  it('is matched by its own name before any alias', () => {
    expect(mapColumns(['Team'], NO_MAPPING, NONE)[0]).toMatchObject({ column: 'team', how: 'name' });
  });

  it('that is not matched has the nearest column as a guess, if one is near', () => {
    expect(mapColumns(['ethnicitty', 'Strat date', 'Hobby', ''], NO_MAPPING, NONE)).toMatchObject([
      { column: null, how: 'not matched', guess: 'ethnicity' },
      { column: null, how: 'not matched', guess: 'start_date' },
      { column: null, how: 'not matched', guess: null },
      { column: null, how: 'not matched', guess: null },
    ]);
  });

  it('that is not matched has no guess when it is a sentence, or one of very many', () => {
    const guessOf = (headers: readonly string[], at: number) =>
      mapColumns(headers, NO_MAPPING, NONE)[at].guess;
    expect(guessOf([`ethnicitty${' '.repeat(50)}`], 0)).toBe('ethnicity');
    expect(guessOf([`ethnicitty${' '.repeat(51)}`], 0)).toBeNull();
    const hobbies = Array.from({ length: 200 }, (_, index) => `Hobby ${index}`);
    expect(guessOf([...hobbies.slice(1), 'ethnicitty'], 199)).toBe('ethnicity');
    expect(guessOf([...hobbies, 'ethnicitty'], 200)).toBeNull();
  });

  it('may stand among thousands: all are matched in a moment', () => {
    const headers = Array.from({ length: 5000 }, (_, index) => `A header of theirs about thing ${index}`);
    expect(mapColumns([...headers, 'team'], NO_MAPPING, NONE)[5000].column).toBe('team');
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])(
    '%s is a plain name',
    (header) => {
      expect(mapColumns([header, header], NO_MAPPING, NONE)).toMatchObject([
        { header, column: null, how: 'not matched' },
        { header, column: null, how: 'not matched' },
      ]);
      expect(isRecognised(header, NO_MAPPING)).toBe(false);
      const compacted = header.replaceAll('_', '').toLowerCase();
      expect(mapColumns([header], mapping({ [compacted]: 'team' }), NONE)[0]).toMatchObject({
        column: 'team',
        how: 'map',
      });
    },
  );
});

describe('a header mapped by hand', () => {
  it('is compared without regard to case and punctuation', () => {
    const byHand = mapping({ kennung: 'child_id' });
    expect(mapColumns(['KENNUNG:'], byHand, NONE)[0]).toMatchObject({ column: 'child_id', how: 'map' });
    expect(isRecognised('Kennung', byHand)).toBe(true);
  });

  it('beats the alias of another header, which is ignored', () => {
    const matches = mapColumns(['Ethnic origin', 'SDE (office)'], mapping({ sdeoffice: 'ethnicity' }), NONE);
    expect(matches).toMatchObject([
      { column: null, how: 'overridden' },
      { column: 'ethnicity', how: 'map' },
    ]);
  });

  it('beats even the name of another, and the meaning the header would have had', () => {
    expect(mapColumns(['team', 'Workgroup'], mapping({ workgroup: 'team' }), NONE)).toMatchObject([
      { column: null, how: 'overridden' },
      { column: 'team', how: 'map' },
    ]);
    expect(mapColumns(['Outcome'], mapping({ outcome: 'residence' }), NONE)[0].column).toBe('residence');
  });
});

describe('two headers for one column', () => {
  const refusal = (headers: readonly string[], byHand = NO_MAPPING) =>
    refusalOf(() => mapColumns(headers, byHand, NONE));

  it('are refused with both names and the --map line that chooses', () => {
    const message = refusal(['Self-defined ethnicity', 'case_id', 'Officer defined ethnicity']);
    expect(message).toContain('"Self-defined ethnicity"');
    expect(message).toContain('"Officer defined ethnicity"');
    expect(message).toContain('--map "Self-defined ethnicity=ethnicity"');
    expect(message).toContain('--map "Officer defined ethnicity=ethnicity"');
    expect(message.split('\n')).toHaveLength(1);
  });

  it('are refused as well when one is our own name', () => {
    expect(refusal(['sex', 'Gender'])).toMatch(/two headers stand for sex.*"sex".*"Gender"/);
  });

  it('are settled by the line that the message names', () => {
    const byHand = mapping({ officerdefinedethnicity: 'ethnicity' });
    const matches = mapColumns(['Self-defined ethnicity', 'Officer defined ethnicity'], byHand, NONE);
    expect(matches.map(({ column }) => column)).toEqual([null, 'ethnicity']);
  });

  it('are refused when they are the same header twice, however it is written', () => {
    expect(refusal(['team', 'case_id', 'TEAM'])).toMatch(/"team" \(column 1\) and "TEAM" \(column 3\)/);
  });

  it('are refused when both are mapped by hand', () => {
    expect(refusal(['x', 'y'], mapping({ x: 'team', y: 'team' }))).toMatch(/"x".*"y"/);
  });

  it('are nothing to refuse in a column that is not used', () => {
    expect(mapColumns(['Hobby', 'Hobby'], NO_MAPPING, NONE)).toHaveLength(2);
    const ignored = new Set<ColumnName>(['child_id']);
    expect(mapColumns(['YP id', 'Client id'], NO_MAPPING, ignored)).toMatchObject([
      { column: null, how: 'ignored' },
      { column: null, how: 'ignored' },
    ]);
  });

  it('are one when the other is dropped', () => {
    expect(mapColumns(['sex', 'gender'], NO_MAPPING, NONE, new Set([0]))).toMatchObject([
      { column: null, how: 'dropped' },
      { column: 'sex', how: 'alias' },
    ]);
  });
});

describe('a header that announces identifiers', () => {
  const of = (kind: string, ...headers: readonly string[]): [string, string][] =>
    headers.map((header) => [header, kind]);

  it.each<[string, string]>([
    ['Name', 'names'],
    ['Full name', 'names'],
    ['Forename', 'names'],
    ['SURNAME', 'names'],
    ['YP Name', 'names'],
    ['Young Person First Name', 'names'],
    ["Child's surname", 'names'],
    ['Case Manager Name', 'names'],
    ['Allocated worker name', 'names'],
    ['Victim name', 'names'],
    ['DOB', 'dates of birth'],
    ['D.O.B.', 'dates of birth'],
    ['Date of Birth', 'dates of birth'],
    ['dateOfBirth', 'dates of birth'],
    ['yp_dob', 'dates of birth'],
    ['Birth date', 'dates of birth'],
    ['Home Address', 'addresses'],
    ['Address Line 1', 'addresses'],
    ['Postcode', 'postcodes'],
    ['Home post code', 'postcodes'],
    ['NHS Number', 'NHS numbers'],
    ['NHS No.', 'NHS numbers'],
    ['PNC', 'PNC numbers'],
    ['pncnumber', 'PNC numbers'],
    ['PNC ID', 'PNC numbers'],
    ['National Insurance Number', 'National Insurance numbers'],
    ['NINO', 'National Insurance numbers'],
    ['E-mail', 'e-mail addresses'],
    ['Parent email address', 'e-mail addresses'],
    ['Telephone', 'phone numbers'],
    ['Mobile No', 'phone numbers'],
    ['Carer phone number', 'phone numbers'],
    ...of(
      'names',
      ...['Name of child', 'Forename 1', 'First name 1', 'Surname/Forename', 'Forename and Surname'],
      ...[
        'Legal Surname',
        'Preferred forename',
        'Nickname',
        'Birth name',
        'Child (surname)',
        'nameOfYoungPerson',
      ],
      ...['Allocated Officer Name', 'YOT Officer Name', 'Assigned Worker Name', 'Social Worker Name'],
      ...['Parent or carer name', 'Next of kin', 'Project worker name', 'Full Name of Young Person'],
    ),
    ...of('dates of birth', 'DOB (dd/mm/yyyy)', 'DOB Date', 'Date Birth', 'DOB dd/mm/yyyy'),
    ...of(
      'addresses',
      ...['Address5', 'Address_Line_5', 'Address of child', 'Residential Address', 'Correspondence address'],
      ...['Flat', 'Road', 'Current Address Line 1', 'Address (current)'],
    ),
    ...of('postcodes', 'PostCode1', 'Address Postcode', 'Current Address Postcode', 'Zip'),
    ...of('PNC numbers', 'PNC Ref', 'PNC reference', 'Police National Computer'),
    ...of('National Insurance numbers', 'NI', 'NI (child)'),
    ...of('e-mail addresses', 'Email 1', 'Personal email', 'E-mail address (home)'),
    ...of(
      'phone numbers',
      ...['Phone 1', 'Tel 1', 'Mobile Tel', 'Mobile telephone', 'Mob No', 'MOB', 'Landline', 'Work phone'],
      ...['Daytime phone', 'Emergency contact number', 'Carer 2 mobile', 'Tel. No. (home)'],
    ),
  ])('%j: %s', (header, kind) => {
    expect(identifierKind(header)).toBe(kind);
    expect(mapColumns([header], NO_MAPPING, NONE)[0].identifies).toBe(kind);
  });

  it.each([
    'case_id',
    'Child ID',
    'Team name',
    'Order name',
    'Disposal name',
    'Worker',
    'Month of birth',
    'First contact',
    'Home or host',
    'Offence date',
    'Postal order',
    'Notes',
    '',
    ...[
      'Case name',
      'Team name',
      'File name',
      'Programme name',
      'Court name',
      'Name of programme',
      'School name',
    ],
    ...['Case Manager', 'Young Person ID', 'Birth month', 'Year of birth', 'Place of birth', 'Contact level'],
    ...[
      'First contact date',
      'Home/Host',
      'Home visit',
      'Report due',
      'Phone contact made',
      'Street gang flag',
    ],
    ...['No fixed address', 'Address type', 'Emergency contact', 'Legal status', 'Unit', 'Mobility', '16+1'],
    // A sentence with all the words that would announce something alone.
    `Name ${'of the child '.repeat(10)}`,
  ])('%j announces none', (header) => {
    expect(identifierKind(header)).toBeNull();
  });
});

describe('a header as it is shown', () => {
  it.each([
    ['case_id', 'Young Person ID', 'Gender'],
    ['YP Surname', 'Social Worker Name', 'D.O.B.', 'Home Address'],
    ['Column X', 'Reply To', 'Other Ref', 'Charge Type', 'Hobby Club', 'Strat Date', 'Offence Category'],
    ['Hobby', 'ward', 'x 1', '2026-10', '16+1', '12345', '__proto__', ''],
  ])('is itself: %j', (...headers) => {
    for (const header of headers) expect(shownHeader(header, 2)).toBe(header);
  });

  it.each([
    ...['M1 1AE', 'EC1A\u00a0 1BB', '943 476 5919', '2010/1234567A', 'a@example.org', '07700 900123'],
    ...['2010-05-14', '14/05/2010', '1-May-10', '20100501', 'May 1, 2010'],
    ...['Jane Smith', 'Smith, Jane', "Pat D'Arcy", 'Zoe\u0308 Young'],
  ])('is its place when it looks like an identifier itself: %s', (header) => {
    expect(shownHeader(header, 2)).toBe('column 3');
    const [match] = mapColumns([header], NO_MAPPING, NONE);
    expect(match).toMatchObject({ header, shown: 'column 1', guess: null });
  });

  it('is itself when it was mapped by hand: the user has typed it', () => {
    expect(mapColumns(['Oak Desk'], mapping({ oakdesk: 'team' }), NONE)[0].shown).toBe('Oak Desk');
  });
});
