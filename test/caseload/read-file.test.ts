import { describe, expect, it } from 'vitest';
import { lines, problemsOf, read, refusalOf, textsOf, totalsOf } from './reading.ts';

/** A file with one more column; the cells in order, one row each. */
function withColumn(header: string, cells: readonly string[]): string {
  return lines(
    `case_id,child_id,${header}`,
    ...cells.map((cell, index) => `C${index},K${index},${/[",]/.test(cell) ? `"${cell}"` : cell}`),
  );
}

function repeated(count: number, cell: string): string[] {
  return Array.from({ length: count }, () => cell);
}

// The postcodes are those by which the standard explains its formats, the phone numbers those set apart for drama,
// the e-mail domains reserved for examples.
const POSTCODES = ['M1 1AE', 'B33 8TH', 'CR2 6XH', 'DN55 1PT', 'W1A 0AX', 'EC1A 1BB', 'b33 8th', 'M11AE'];
// Check digits by hand: 943476591 weighs 299, 299 mod 11 is 2, so 9; 999000005 weighs 253, no remainder, so 0.
const NHS_NUMBERS = [
  '943 476 5919',
  '450-557-7104',
  '9990000018',
  '9990000026',
  '9990000034',
  '9990000042',
  '9990000050',
];
const PNC_NUMBERS = ['2010/1234567A', '10/123456Z', '99/1X', '2023/0000001B', '21/7654321q'];
const EMAILS = [
  'a@example.org',
  'b.c@example.com',
  'd-e@mail.example.org',
  'F@EXAMPLE.NET',
  'g+h@example.co.uk',
];
const PHONES = [
  '01632 960001',
  '07700 900123',
  '+44 7700 900124',
  '020 7946 0018',
  '(0121) 496 0000',
  '00441632960002',
];

const KINDS = [
  ['postcodes', POSTCODES],
  ['NHS numbers', NHS_NUMBERS],
  ['PNC numbers', PNC_NUMBERS],
  ['e-mail addresses', EMAILS],
  ['phone numbers', PHONES],
] as const;

describe.each(KINDS)('a column that holds %s', (kind, cells) => {
  const five = cells.slice(0, 5);

  it('is refused under a header that says nothing, named, with the two ways out and without a cell', () => {
    const message = refusalOf(() => read(withColumn('Column X', cells)));
    expect(message).toContain(`"Column X" (${kind})`);
    expect(message).toContain('--drop-identifiers');
    expect(message).toContain('--allow-column "Column X"');
    for (const cell of cells) expect(message).not.toContain(cell);
    expect(message.split('\n')).toHaveLength(1);
  });

  it('is refused under one of our headers too', () => {
    expect(refusalOf(() => read(withColumn('team', five)))).toContain(`"team" (${kind})`);
  });

  it('is refused from 80 % of its filled cells on, empty ones not counted', () => {
    const twelve = [...five, ...five.slice(0, 3), 'see file', 'see file', '', ' '];
    expect(refusalOf(() => read(withColumn('Column X', twelve)))).toContain(kind);
    // 8 of 11 are 73 %.
    const built = read(withColumn('Column X', [...twelve, 'see file']));
    expect(problemsOf(built, 'possible-identifiers')).toEqual([{ line: 2, column: 'Column X', count: 8 }]);
  });

  it('is refused from five cells on; fewer are one counted warning', () => {
    const built = read(withColumn('Column X', ['', ...five.slice(0, 4)]));
    expect(problemsOf(built, 'possible-identifiers')).toEqual([{ line: 3, column: 'Column X', count: 4 }]);
    expect(JSON.stringify(built.caseload.problems)).not.toContain(five[0]);
    expect(refusalOf(() => read(withColumn('Column X', five)))).toContain(kind);
  });
});

describe('a column of ours in which cells look like identifiers', () => {
  it('is neither refused nor warned of when they are few', () => {
    const built = read(withColumn('team', [...POSTCODES.slice(0, 4), 'North', 'South', 'East', 'West']));
    expect(problemsOf(built, 'possible-identifiers')).toEqual([]);
  });

  it('is refused by its filled cells: a cell of spaces is empty', () => {
    expect(
      refusalOf(() => read(withColumn('team', [...POSTCODES.slice(0, 5), ...repeated(5, '  ')]))),
    ).toContain('postcodes');
  });

  it('is refused by rows and not by distinct cells', () => {
    expect(refusalOf(() => read(withColumn('team', [...repeated(8, 'M1 1AE'), 'North', 'South'])))).toContain(
      'postcodes',
    );
    expect(
      totalsOf(read(withColumn('team', [...POSTCODES.slice(0, 6), ...repeated(20, 'North')]))).used,
    ).toBe(26);
  });
});

describe('what only looks like an identifier', () => {
  it('is ten digits with a check digit that is wrong: one clears the column', () => {
    // 943476591 asks for 9.
    const built = read(withColumn('Column X', [...NHS_NUMBERS, '943 476 5918']));
    expect(totalsOf(built).used).toBe(8);
    const padded = Array.from({ length: 50 }, (_, index) => String(1_000_000_000 + index * 7));
    expect(totalsOf(read(withColumn('Their ref', padded))).used).toBe(50);
  });

  it.each([
    ['half a postcode', repeated(6, 'B33')],
    ['a padded case number', repeated(6, '0123456788')],
    ['a date', repeated(6, '31/10/2026')],
    ['a code with a slash', repeated(6, 'A/123')],
    ['an at sign', repeated(6, 'seen @ 10')],
  ])('is %s', (_, cells) => {
    expect(totalsOf(read(withColumn('Column X', cells))).used).toBe(6);
  });
});

describe('identifiers written with other characters', () => {
  it.each([
    ['postcodes', ['M1  1AE', 'B33\u00a08TH', 'CR2 \u2009 6XH', 'DN55\u202f1PT', 'W1A\u3000 0AX']],
    ['NHS numbers', ['943\u00a0476\u00a05919', '450  557  7104', ...NHS_NUMBERS.slice(2, 5)]],
    [
      'phone numbers',
      ['447700900120', '447700900121', '44 1632 960001', '07700\u00a0900123', '0121\u2011496 0000'],
    ],
    ['e-mail addresses', EMAILS.map((email) => `Jane Doe <${email}>`)],
    ['e-mail addresses', EMAILS.map((email) => `${'a'.repeat(200)}${email}`)],
  ])('are %s all the same', (kind, cells) => {
    expect(refusalOf(() => read(withColumn('Column X', cells)))).toContain(`"Column X" (${kind})`);
    expect(refusalOf(() => read(withColumn('team', cells)))).toContain(`"team" (${kind})`);
  });
});

describe('numbers padded with zeros', () => {
  const padded = Array.from(
    { length: 8 },
    (_, index) => `0${1_234_567_890 + index},0${2_026_000_012 + index},W`,
  );
  const phones = Array.from({ length: 8 }, (_, index) => `07700 90012${index},K${index},W`);

  it('are pseudonyms of cases and children, not their phone numbers', () => {
    const text = lines('case_id,child_id,worker_id', ...padded);
    expect(totalsOf(read(text)).used).toBe(8);
    expect(totalsOf(read(text, { countCases: true })).used).toBe(8);
  });

  it('are phone numbers when they are written as such, and in any other column', () => {
    const asPhones = lines('case_id,child_id,worker_id', ...phones);
    expect(refusalOf(() => read(asPhones))).toContain('"case_id" (phone numbers)');
    expect(refusalOf(() => read(asPhones, { countCases: true }))).toContain('"case_id" (phone numbers)');
    const elsewhere = withColumn(
      'Column X',
      padded.map((row) => row.slice(0, 11)),
    );
    expect(refusalOf(() => read(elsewhere))).toContain('"Column X" (phone numbers)');
  });

  it('or numbers of one digit are no NHS numbers, and hide none', () => {
    expect(totalsOf(read(withColumn('Column X', repeated(8, '0000000000')))).used).toBe(8);
    expect(refusalOf(() => read(withColumn('Column X', [...NHS_NUMBERS, '9999999999'])))).toContain(
      '"Column X" (NHS numbers)',
    );
  });
});

describe('a file whose first row is data', () => {
  it('is told to have no header, and no cell of it is shown', () => {
    const text = lines(
      'C1,K1,Jane Smith,jane@example.org,14/05/2010',
      'C2,K2,Ann Jones,ann@example.org,1/1/2011',
    );
    const message = refusalOf(() => read(text));
    expect(message).toMatch(/^cases\.csv: no header was recognised among the first lines/);
    for (const cell of ['C1', 'K1', 'Jane', 'jane@', '2010', 'Ann']) expect(message).not.toContain(cell);
    expect(refusalOf(() => read(text, { countCases: true, dropIdentifiers: true }))).toBe(message);
  });

  it('shows no cell that identifies somebody where one of them happens to be a word we know', () => {
    const text = lines(
      'Child,C1,Jane Smith,14/05/2010,07700 900123',
      ...repeated(6, 'x,C2,Ann Jones,1/1/2011,07700 900124'),
    );
    const message = refusalOf(() => read(text));
    expect(message).toContain('"column 5" (phone numbers)');
    expect(message).toContain('--allow-column "column 5"');
    const allowed = new Set(['column5']);
    const built = read(text.replace('C1', 'case_id'), { allowed });
    expect(JSON.stringify(built.caseload.problems)).not.toMatch(/Jane|2010|07700/);
    expect(problemsOf(built, 'column-allowed').map(({ column }) => column)).toEqual(['column 5']);
    expect(problemsOf(built, 'header-not-matched').map(({ column }) => column)).toEqual([
      'column 3',
      'column 4',
      'column 5',
    ]);
  });
});

describe('a header that is far away or too long', () => {
  it('is not called an empty file', () => {
    const header = 'case_id,child_id\nC1,K1\n';
    expect(refusalOf(() => read('\n'.repeat(1 << 21) + header))).toMatch(/^cases\.csv: no whole header line/);
    expect(refusalOf(() => read(`case_id,child_id${',abc'.repeat(1 << 19)}\n`))).toMatch(
      /no whole header line/,
    );
    expect(totalsOf(read('\n'.repeat(1 << 20) + header)).used).toBe(1);
  });

  it('is refused from 5,001 columns on', () => {
    const message = refusalOf(() => read(lines(`case_id,child_id${',x'.repeat(120_000)}`, 'C1,K1')));
    expect(message).toMatch(/^cases\.csv line 1: a header of 120002 columns/);
  });

  it('is told to hold a quote that is never closed, in a small file and in a large one', () => {
    const rows = 'C1,K1,North\n';
    expect(refusalOf(() => read(`case_id,"child_id,team\n${rows}`))).toMatch(/^cases\.csv line 1: a quote/);
    expect(refusalOf(() => read(`case_id,"child_id,team\n${rows.repeat(200_000)}`))).toMatch(
      /^cases\.csv line 1: a field of more than 1 MiB; look for a quote/,
    );
  });
});

describe('a header that announces identifiers', () => {
  it.each([
    'Surname',
    'DOB',
    'Home address',
    'Postcode',
    'NHS number',
    'PNC',
    'NI number',
    'E-mail',
    'Mobile',
  ])('%s is refused whatever stands below it', (header) => {
    expect(refusalOf(() => read(withColumn(header, ['', ''])))).toContain(`"${header}"`);
  });

  it('is refused together with all others, in the order of the file', () => {
    const text = lines(
      'Surname,case_id,child_id,Column X,DOB',
      ...POSTCODES.map((cell, index) => `x,C${index},K${index},${cell},y`),
    );
    expect(refusalOf(() => read(text))).toMatch(
      /"Surname" \(names\), "Column X" \(postcodes\), "DOB" \(dates of birth\)/,
    );
  });
});

describe('worker_id', () => {
  const workers = (...cells: readonly string[]) => withColumn('worker_id', cells);

  it.each([
    ['two capitalised words', ['Jane Smith', 'Ann-Marie O’Neil', 'Zoë Ärmel Jones', "Pat D'Arcy"]],
    ['names and nobody', ['Jane Smith', 'Unallocated', 'Ann Jones', 'unassigned']],
    [
      'accents as characters of their own',
      ['Zo\u00eb Hall'.normalize('NFD'), '\u00c1ine O\u2019Neil'.normalize('NFD')],
    ],
    ['surname, forename', ['Smith, Jane', "O'Neil, Ann-Marie", 'De La Cruz, Zoë', 'Jones, A.']],
  ])('is refused when its cells are %s', (_, names) => {
    const message = refusalOf(() => read(workers(...names)));
    expect(message).toContain('"worker_id" (names)');
    for (const name of names) expect(message).not.toContain(name);
  });

  it('is refused from 80 % of its distinct cells on', () => {
    const names = ['Jane Smith', 'Ann Jones', 'Zoe Hall', 'Pat Ellis'];
    expect(refusalOf(() => read(workers(...names, ...repeated(20, 'W5'))))).toContain('names');
    // 4 of 6 are 67 %.
    expect(totalsOf(read(workers(...names, 'W5', 'W6'))).used).toBe(6);
  });

  it.each([
    ['codes', ['W1', 'W2', 'W3']],
    ['codes in words', ['worker one', 'Worker 2', 'W 3']],
    ['single words', ['Alpha', 'Bravo', 'Charlie']],
    ['initials', ['JS', 'AJ', 'ZH']],
    ['nothing', ['', '', '']],
    ['nobody', ['Not Allocated', 'Unallocated', 'Not Assigned']],
    ['codes and nobody', ['W1', 'Not Allocated', 'Not Assigned']],
  ])('holds %s and is read', (_, cells) => {
    expect(totalsOf(read(workers(...cells))).used).toBe(3);
  });

  it('only: a team may have two words', () => {
    expect(textsOf(read(withColumn('team', ['North West', 'South East'])), 'team')).toEqual([
      'North West',
      'South East',
    ]);
  });
});

describe('birth_month', () => {
  it.each(['2010-05-14', '14/05/2010', '14 May 2010', '2010-05-14 00:00:00'])(
    'is refused for a full date: %s',
    (cell) => {
      const message = refusalOf(() => read(withColumn('birth_month', ['2010-05', '2011-06', cell]), {}));
      expect(message).toContain('"birth_month" (dates of birth)');
      expect(message).not.toContain(cell);
    },
  );
});

describe('a mistake in one of several files', () => {
  const good = lines('case_id,child_id,sex', 'C1,K1,F');

  it.each([
    ['a quote never closed', lines('case_id,child_id,sex', 'C2,"K2,F'), /^bad\.csv.*line 2: a quote/],
    [
      'a field over 1 MiB',
      lines('case_id,child_id,sex', `C2,"${'x'.repeat(1 << 21)}`),
      /^bad\.csv.*line 2: a field/,
    ],
    [
      'two headers for one column',
      lines('case_id,child_id,sex,gender', 'C2,K2,F,F'),
      /^bad\.csv.*two headers/,
    ],
    ['a name', lines('case_id,child_id,surname', 'C2,K2,x'), /^bad\.csv.*"surname"/],
    ['no child_id', lines('case_id,sex', 'C2,F'), /^bad\.csv.*child_id/],
  ])('is told with the name of the file: %s', (_, bad, message) => {
    expect(refusalOf(() => read({ 'a.csv': good, 'bad.csv': bad, 'c.csv': good }))).toMatch(message);
  });
});

describe('the two ways out', () => {
  const text = lines(
    'Surname,case_id,child_id,team,Column X',
    ...POSTCODES.map((cell, index) => `Smith,C${index},K${index},North,${cell}`),
  );

  it('--drop-identifiers leaves the columns out and says so', () => {
    const built = read(text, { dropIdentifiers: true });
    expect(totalsOf(built)).toMatchObject({ read: 8, used: 8 });
    expect(problemsOf(built, 'column-dropped')).toEqual([
      { line: 1, column: 'Column X', count: 1 },
      { line: 1, column: 'Surname', count: 1 },
    ]);
    expect(problemsOf(built, 'header-not-matched')).toEqual([]);
  });

  it('--allow-column keeps one and says so; the others are refused still', () => {
    const allowed = new Set(['surname']);
    expect(refusalOf(() => read(text, { allowed }))).toMatch(/in "Column X" \(postcodes\);/);
    const built = read(text, { allowed: new Set(['surname', 'columnx']) });
    expect(problemsOf(built, 'column-allowed').map(({ column }) => column)).toEqual(['Column X', 'Surname']);
  });

  it('--drop-identifiers of a column of ours reads the file without it', () => {
    const built = read(withColumn('team', POSTCODES), { dropIdentifiers: true });
    expect(textsOf(built, 'team')).toBeNull();
    expect(totalsOf(built).used).toBe(8);
  });

  it('--drop-identifiers lets a second header of the same column in', () => {
    const names = ['Jane Smith', 'Ann Jones'].map((name, index) => `C${index},K${index},${name}`);
    const built = read(lines('case_id,child_id,worker', ...names), { dropIdentifiers: true });
    expect(textsOf(built, 'worker_id')).toBeNull();
  });
});
