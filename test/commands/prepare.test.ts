/** prepare: what becomes of an export, column by column and row by row. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { KEY_HEX, referencePseudonym } from '../prepare/reference-hash.ts';
import { fixture, folderWith, readFixture } from '../support/files.ts';
import { type RunOptions, runCli, runJson } from '../support/run-cli.ts';

const EXPORT = fixture('prepare/export.csv');
const caseId = (cell: string) => referencePseudonym('C', 'case_id', cell);
const childId = (cell: string) => referencePseudonym('Y', 'child_id', cell);
const workerId = (cell: string) => referencePseudonym('W', 'worker_id', cell);

/** A folder with the key of the tests in it, for its owner alone. */
function folderWithKey(): string {
  const folder = folderWith({ 'caseload.key': `${KEY_HEX}\n` });
  chmodSync(`${folder}/caseload.key`, 0o600);
  return folder;
}

/** Prepares a file, or text as a file; gives the caseload written and the account of it. */
async function prepare(input: string, ...flags: readonly string[]) {
  const folder = folderWithKey();
  const file = input.includes('\n') ? `${folder}/export.csv` : input;
  if (file !== input) writeFileSync(file, input);
  const to = ['-o', `${folder}/caseload.csv`, '--key-file', `${folder}/caseload.key`];
  const run = await runCli(['prepare', file, ...to, ...flags], { columns: 160 });
  if (run.code === 2) throw new Error(run.stderr);
  return { ...run, caseload: readFileSync(`${folder}/caseload.csv`, 'utf8'), path: `${folder}/caseload.csv` };
}

/** The one line of a refusal, and that nothing was written. */
async function refusal(input: string, ...flags: readonly string[]): Promise<string> {
  return prepare(input, ...flags).then(
    () => 'nothing was refused',
    (error: Error) => error.message,
  );
}

/** What the account says of a header, its spaces drawn together. */
function said(stdout: string, header: string): string {
  const line = stdout.split('\n').find((one) => one.startsWith(`${header}  `)) ?? '';
  return line.slice(header.length).trim().replace(/\s+/g, ' ');
}

const rowsOf = (caseload: string) => caseload.trimEnd().split('\r\n').slice(1);

describe('the export of the fixture', () => {
  // Each cell by hand from export.csv; the pseudonyms by the tests' own HMAC.
  it('becomes a caseload of our columns, cell by cell', async () => {
    const { caseload } = await prepare(EXPORT);
    const robin = workerId('Robin Example');
    const rowan = childId('YP-311');
    expect(caseload.split('\r\n')).toEqual([
      'case_id,child_id,birth_month,worker_id,team,ethnicity,sex,disposal,start_date,end_date',
      `${caseId('10021')},${rowan},2011-05,${robin},North,Indian,Male,Referral order,11/05/2026,`,
      `${caseId('10022')},${rowan},2011-05,${robin},North,Indian,Male,Youth caution,03/11/2025,02/02/2026`,
      `${caseId('10023')},${childId('YP-312')},2010-11,${workerId('Sample, Kim')},North,Irish,Female,Referral order,24/08/2026,`,
      `${caseId('10024')},${childId('YP-313')},,${robin},South,Traveller family,Male,Youth rehabilitation order,15/06/2026,`,
      `${caseId('10025')},${childId('YP-314')},2009-07,Unallocated,,Not known,Male,Outcome 22,01/09/2026,`,
      `${caseId('10026')},${childId('YP-315')},,,South,African,Female,Community resolution,07/09/2026,`,
      `${caseId('10027')},${childId('YP-316')},2012-08,${robin},North,Pakistani,Male,Youth caution,14/09/2026,`,
      '',
    ]);
  });

  it.each([
    ['Case Ref', 'case_id pseudonyms in 7 cells'],
    ['YP Ref', 'child_id pseudonyms in 7 cells'],
    ['Surname', '- left out: names'],
    ['First Name', '- left out: names'],
    ['Date of Birth', 'birth_month months of birth in 5 cells; 1 blank; 1 blanked as unreadable'],
    ['Home Address', '- left out: addresses'],
    ['Postcode', '- left out: postcodes'],
    ['NHS Number', '- left out: NHS numbers'],
    ['PNC Number', '- left out: PNC numbers'],
    ['Mobile', '- left out: phone numbers'],
    ['Parent E-mail', '- left out: e-mail addresses'],
    ['Allocated Worker', 'worker_id pseudonyms in 5 cells; 1 of no worker, as written; 1 blank'],
    ['Team', 'team as written; 1 blanked, which looked like identifiers of people'],
    ['Ethnic Origin', 'ethnicity as written'],
    ['Gender', 'sex as written'],
    ['Legal Outcome', 'disposal as written'],
    ['Start Date', 'start_date as written'],
    ['End Date', 'end_date as written; 6 blank'],
    ['Victim DOB', '- left out: dates of birth'],
    ['Order Length', '- left out: not a column of the tool'],
    ['Notes', '- left out: not a column of the tool'],
  ])('says of %s: %s', async (header, words) => {
    const { stdout } = await prepare(EXPORT);
    expect(said(stdout, header)).toBe(words);
  });

  it('says how many rows there were, and which lines were none', async () => {
    const { stdout } = await prepare(EXPORT);
    expect(stdout).toMatch(/^export\.csv: 8 rows = 7 written \+ 1 left out\n/);
    expect(stdout).toContain('being no rows: 2 lines above the header, 1 totals line at the end');
    expect(stdout).toMatch(/look through the file before it leaves your desk/);
  });

  it('names the row that has slipped by its line, and exits with 1', async () => {
    const { code, stderr } = await prepare(EXPORT);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^yos-caseload: export\.csv line 12: cells have slipped.*left out.*\nyos-caseload: wrote [^\n]*\n$/,
    );
  });

  // Rowan Ashby and Lee Cedar have no month or two cases: 6 children, 5 of known age; 5 workers' cases and 2 without.
  it('is read by a report, which finds the same children and workers', async () => {
    const { path } = await prepare(EXPORT);
    const report = await runJson<Report>(['report', path, '--internal', '--as-at', '2026-09-30']);
    expect(report.provenance.inputs).toMatchObject([{ read: 7, used: 7 }]);
    const ages = report.metrics.find(({ name }) => name === 'age-bands')?.tables[0].cohort;
    expect([ages?.n, ages?.known]).toEqual([6, 4]);
    const summary = report.metrics.find(({ name }) => name === 'workload')?.tables.at(-1)?.rows ?? [];
    expect(summary.filter(({ measure }) => ['workers', 'unallocated'].includes(String(measure)))).toEqual([
      expect.objectContaining({ value: 2 }),
      expect.objectContaining({ value: 2 }),
    ]);
  });
});

describe('a column', () => {
  it('that is not ours is kept when named, and what a spreadsheet would run is counted, not changed', async () => {
    const { caseload, stdout } = await prepare(
      EXPORT,
      '--keep-column',
      'notes',
      '--keep-column',
      'Order Length',
    );
    const [header] = caseload.split('\r\n');
    expect(header).toMatch(/,end_date,Order Length,Notes$/);
    expect(rowsOf(caseload)[2]).toMatch(/,12,"said ""later"" twice"$/);
    expect(rowsOf(caseload)[3]).toMatch(/,18,=see file$/);
    expect(said(stdout, 'Notes')).toBe(
      'Notes as written; 3 blank; 1 that a spreadsheet would run as formulas',
    );
  });

  it('of numbers of people is the child where somebody says so, and its rows are linked', async () => {
    const { caseload, stdout } = await prepare(EXPORT, '--map', 'PNC Number=child_id');
    const children = rowsOf(caseload).map((row) => /,(Y[0-9a-f]{16}),/.exec(row)?.[1]);
    expect(children[0]).toBe(childId('2021/0000001A'));
    expect(children[1]).toBe(children[0]);
    expect(new Set(children).size).toBe(6);
    expect(said(stdout, 'PNC Number')).toBe('child_id pseudonyms in 7 cells');
    expect(said(stdout, 'YP Ref')).toBe('- left out: another header is mapped to its column by hand');
  });

  it('near one of ours is left out with the line that would name it', async () => {
    const { stdout } = await prepare('case_id,child_id,Ethnicty,start_date\nK1,Y1,Irish,2026-05-11\n');
    expect(said(stdout, 'Ethnicty')).toBe(
      '- left out: not a column of the tool; if it is ethnicity: --map "Ethnicty=ethnicity"',
    );
  });

  it('of ours that holds postcodes is left out; one in which some cells do loses these', async () => {
    const team = (cells: readonly string[]) =>
      `case_id,child_id,team,sex\n${cells.map((cell, at) => `K${at},Y${at},${cell},Male\n`).join('')}`;
    const postcodes = ['ZZ1 1AA', 'ZZ1 2AA', 'ZZ1 3AA', 'ZZ1 4AA'];
    const all = await prepare(team([...postcodes, 'ZZ1 5AA']));
    expect([said(all.stdout, 'team'), all.caseload.split('\r\n')[0]]).toEqual([
      '- left out: postcodes',
      'case_id,child_id,sex',
    ]);
    const some = await prepare(team([...postcodes, 'North', 'South']));
    expect(rowsOf(some.caseload).map((row) => row.split(',')[2])).toEqual(['', '', '', '', 'North', 'South']);
    expect(said(some.stdout, 'team')).toMatch(
      /^team as written; 4 blanked, which looked like identifiers of people$/,
    );
  });

  it('of ours that is not for dates loses full dates, which may be of birth, but no numbers', async () => {
    const { caseload } = await prepare(
      'case_id,child_id,age,team\nK1,Y1,14/05/2011,40677\nK2,Y2,15,2 Nov 2010\n',
    );
    expect(rowsOf(caseload).map((row) => row.split(',').slice(2))).toEqual([
      ['', '40677'],
      ['15', ''],
    ]);
  });

  it('of ours loses whatever has an @ in it, and keeps a column that is not ours as it stands', async () => {
    const text =
      'case_id,child_id,team,Remarks\nK1,Y1,duty desk@example,write to a@example.org\nK2,Y2,North,\n';
    const { caseload } = await prepare(text, '--keep-column', 'Remarks');
    expect(rowsOf(caseload).map((row) => row.split(',').slice(2))).toEqual([
      ['', 'write to a@example.org'],
      ['North', ''],
    ]);
  });

  it('of ten-digit numbers of which one has a wrong check digit holds no NHS numbers', async () => {
    const { caseload } = await prepare(
      'case_id,child_id,team\nK1,Y1,9990000018\nK2,Y2,9990000085\nK3,Y3,9990000019\n',
    );
    expect(rowsOf(caseload).map((row) => row.split(',')[2])).toEqual([
      '9990000018',
      '9990000085',
      '9990000019',
    ]);
  });

  it('with a header that is somebody is called by its place, in the account and in the file', async () => {
    const text = 'case_id,child_id,Rowan Ashby,07700 900123\nK1,Y1,x,y\n';
    const { caseload, stdout } = await prepare(text, '--keep-column', 'column 4');
    expect(said(stdout, 'column 3')).toBe('- left out: not a column of the tool');
    expect(caseload.split('\r\n')[0]).toBe('case_id,child_id,column 4');
  });

  it('without a header is named when something stands in it', async () => {
    const { stdout } = await prepare('case_id,child_id,,\nK1,Y1,,secret\n');
    expect(said(stdout, '(column 4, no header)')).toBe('- left out: not a column of the tool');
    expect(stdout).not.toContain('column 3');
  });

  it('of a worker who is none stays as it is, in any spelling', async () => {
    const { caseload } = await prepare(
      'case_id,child_id,Allocated To\nK1,Y1,UNALLOCATED\nK2,Y2,Not assigned\nK3,Y3,W1\nK4,Y4, W1 \n',
    );
    expect(rowsOf(caseload).map((row) => row.split(',')[2])).toEqual([
      'UNALLOCATED',
      'Not assigned',
      workerId('W1'),
      workerId('W1'),
    ]);
  });
});

describe('dates of birth', () => {
  const file = (header: string, ...cells: string[]) =>
    `case_id,child_id,${header}\n${cells.map((cell, at) => `K${at},Y${at},${cell}\n`).join('')}`;
  const months = (caseload: string) => rowsOf(caseload).map((row) => row.split(',')[2]);

  it('in days as Excel counts them are read when the whole column is numbers', async () => {
    expect(months((await prepare(file('DOB', '40677', '40695.5', ''))).caseload)).toEqual([
      '2011-05',
      '2011-06',
      '',
    ]);
    expect(months((await prepare(file('DOB', '40677', '14/05/2011'))).caseload)).toEqual(['', '2011-05']);
  });

  it('in birth_month become months, beside those that are months already', async () => {
    const { caseload, stdout } = await prepare(
      file('birth_month', '2011-05', '2010-11-02', '02/11/2010', 'x'),
    );
    expect(months(caseload)).toEqual(['2011-05', '2010-11', '2010-11', '']);
    expect(said(stdout, 'birth_month')).toBe(
      'birth_month months of birth in 2 cells; 1 months already, as written; 1 blanked as unreadable',
    );
  });

  it('do not replace a birth_month that is there, which is said', async () => {
    const { caseload, stdout } = await prepare(
      file('DOB,Month of Birth', '14/05/2011,2011-06', '02/11/2010,'),
    );
    expect(caseload.split('\r\n')[0]).toBe('case_id,child_id,birth_month');
    expect(months(caseload)).toEqual(['2011-06', '']);
    expect(said(stdout, 'DOB')).toBe('- left out: dates of birth; birth_month is there already');
  });

  it("of others are left out, with the line for those that are the children's after all", async () => {
    const { stdout, caseload } = await prepare(file('DOB 2', '14/05/2011'));
    expect(said(stdout, 'DOB 2')).toBe(
      '- left out: dates of birth; if they are the children\'s: --map "DOB 2=birth_month"',
    );
    expect(caseload).not.toContain('2011');
    expect(
      months((await prepare(file('DOB 2', '14/05/2011'), '--map', 'DOB 2=birth_month')).caseload),
    ).toEqual(['2011-05']);
  });

  it('in two columns of the child stop the run until somebody chooses', async () => {
    const text = file('DOB,Date of Birth', '14/05/2011,15/06/2011');
    expect(await refusal(text)).toMatch(/"DOB".*"Date of Birth".*--map "Date of Birth=birth_month"/);
    expect(months((await prepare(text, '--map', 'Date of Birth=birth_month')).caseload)).toEqual(['2011-06']);
  });
});

describe('a row', () => {
  it('that has slipped is left out, also when what slipped over the edge is empty', async () => {
    const text =
      'case_id,child_id,Surname,sex,end_date\nK1,Y1,Ashby,Male,\nK2,Y2,Birch, Jo,Male,\nK3,Y3,Cedar, Lee,Male,2026-05-11\nK4,Y4,Dale,Male,\n';
    const { code, caseload, stderr } = await prepare(text);
    expect(rowsOf(caseload)).toEqual([
      `${caseId('K1')},${childId('Y1')},Male,`,
      `${caseId('K4')},${childId('Y4')},Male,`,
    ]);
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^yos-caseload: export\.csv lines 3, 4: cells have slipped/),
    ]);
  });

  it('that a line end without quotes has cut in two is left out, both halves', async () => {
    const whole = 'K1,Y1,1 Example Street,North,Male,Sees Alex\n';
    const text = `case_id,child_id,Address,Team,sex,Notes\n${whole}K2,Y2,2 Example Street\n\nSampleton,South,Male,Jo rang\n${whole}`;
    const { code, caseload, stderr } = await prepare(text);
    const row = `${caseId('K1')},${childId('Y1')},North,Male`;
    expect(rowsOf(caseload)).toEqual([row, row]);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/export\.csv lines 3, 5: cells have slipped/)]);
  });

  it('in which a quote that was not closed has swallowed cells is left out', async () => {
    const text = [
      'case_id,child_id,Surname,Team,Notes,sex',
      'K1,Y1,Ashby,North,,Male',
      'K2,Y2,"Birch,North,,Male',
      'K3,Y3,Cedar,North,"said no",Male',
      'K4,Y4,Dale,North,"x, y",Male\n',
    ].join('\n');
    const { code, caseload, stderr } = await prepare(text);
    expect(rowsOf(caseload)).toEqual([
      `${caseId('K1')},${childId('Y1')},North,Male`,
      `${caseId('K4')},${childId('Y4')},North,Male`,
    ]);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/export\.csv line 3: cells have slipped/)]);
  });

  it('most of whose cells belong in other columns is left out, though it is as long as the others', async () => {
    const good = [
      'K1,Y1,Ashby,North,Irish,Male,Fine',
      'K3,Y3,Cedar,South,,,Scheme X',
      'K4,Y4,Dale,South,Arab,Male,Fine',
    ];
    const slipped = 'K2,Y2,Birch, Jo,South,African,Male';
    const text = `case_id,child_id,Surname,Team,Ethnicity,sex,disposal\n${[...good, slipped, ...good].join('\n')}\n`;
    const { code, caseload, stderr } = await prepare(text);
    expect(caseload).not.toMatch(/ Jo|Scheme X.*Male/);
    expect(rowsOf(caseload).filter((row) => row.endsWith(',South,,,Scheme X')).length).toBe(2);
    expect(rowsOf(caseload).length).toBe(6);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/export\.csv line 5: cells have slipped/)]);
  });

  it('with labels that nobody knows is kept when the labels of its column are all unknown', async () => {
    const text =
      'case_id,child_id,Ethnicity,disposal,sex\nK1,Y1,Green Hill,Scheme X,Male\nK2,Y2,Riverside,Scheme Y,Male\nK3,Y3,Irish,Scheme X,Male\n';
    expect(rowsOf((await prepare(text)).caseload).length).toBe(3);
  });

  it('that is shorter is filled with blanks in a file that leaves out empty cells at the end of rows', async () => {
    const text = 'case_id,child_id,sex,team\nK1,Y1,Male,North\nK2,Y2,Male\nK3,Y3\nK4,Y4,Male\n';
    const { code, caseload } = await prepare(text);
    expect(code).toBe(0);
    expect(rowsOf(caseload).map((row) => row.split(',').slice(2))).toEqual([
      ['Male', 'North'],
      ['Male', ''],
      ['', ''],
      ['Male', ''],
    ]);
  });

  it('that is shorter is left out in a file that writes empty cells at the end of rows', async () => {
    const text = 'case_id,child_id,sex,team\nK1,Y1,Male,\nK2,Y2,Male\nK3,Y3\nK4,Y4,Male\n';
    const { code, caseload, stderr } = await prepare(text);
    expect(rowsOf(caseload)).toEqual([`${caseId('K1')},${childId('Y1')},Male,`]);
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/export\.csv lines 3, 4, 5: cells have slipped/),
    ]);
  });

  it('may end in a delimiter when most do', async () => {
    const { code, caseload } = await prepare(
      'case_id,child_id,sex\nK1,Y1,Male,\nK2,Y2,Female,\nK3,Y3,Male\n',
    );
    expect([code, rowsOf(caseload).length]).toEqual([0, 3]);
  });

  it('without case and child, as a footer of the export, is left out and named', async () => {
    const { code, caseload, stderr } = await prepare(
      'Team,case_id,child_id\nNorth,K1,Y1\nNorth,,Y2\nNorth,K3,\nPrinted by Kim Sample,,\n',
    );
    expect(caseload).not.toContain('Kim');
    expect(rowsOf(caseload)).toEqual([
      `North,${caseId('K1')},${childId('Y1')}`,
      `North,,${childId('Y2')}`,
      `North,${caseId('K3')},`,
    ]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('line 5: neither case_id nor child_id')]);
  });

  it('of totals in the middle keeps its place among the rows that a report rejects', async () => {
    const { caseload, path } = await prepare('case_id,child_id,sex\nTotal,,Male\nK1,Y1,Male\nTotal,,\n');
    expect(rowsOf(caseload)).toEqual([`${caseId('Total')},,Male`, `${caseId('K1')},${childId('Y1')},Male`]);
    const report = await runJson<Report>(['report', path]);
    expect(report.provenance.inputs).toMatchObject([{ read: 2, used: 1, rejected: 1 }]);
  });

  it('in which nothing is left is left out where rows are counted as cases', async () => {
    const { code, caseload, stderr } = await prepare('Surname,sex\nAshby,Male\nBirch,\n', '--count-cases');
    expect([caseload, code]).toEqual(['sex\r\nMale\r\n', 1]);
    expect(stderr).toMatch(/line 3: nothing but what is left out/);
  });
});

describe('what is written', () => {
  it('is UTF-8 with commas, whatever the export was', async () => {
    for (const name of [
      'utf-16le-tabs-crlf.csv',
      'windows-1252.csv',
      'semicolon.csv',
      'sep-line.csv',
      'pipe.csv',
    ]) {
      const plain = await prepare(fixture('encodings-and-delimiters/utf-8.csv'), '--keep-column', 'Comments');
      const other = await prepare(fixture(`encodings-and-delimiters/${name}`), '--keep-column', 'Comments');
      // The line end inside a cell is that of the file.
      expect(other.caseload.replaceAll('\r\n', '\n')).toBe(plain.caseload.replaceAll('\r\n', '\n'));
      expect(plain.caseload).toMatch(/,Café Nord,Pakistani,.*"one; two \| three, four\tfive"\r\n/s);
    }
  });

  it('has quotes around cells with commas, quotes and line ends of any kind, and around no other', async () => {
    const cells = ['"a,b"', '"say ""no"""', '"one\r\ntwo"', '"one\ntwo"', '"one\rtwo"', 'a b', "'x'", ' x '];
    const text = `case_id,child_id,Remarks\n${cells.map((cell, at) => `K${at},Y${at},${cell}\n`).join('')}`;
    const { caseload } = await prepare(text, '--keep-column', 'Remarks');
    const lines = cells.map((cell, at) => `${caseId(`K${at}`)},${childId(`Y${at}`)},${cell}\r\n`);
    expect(caseload).toBe(`case_id,child_id,Remarks\r\n${lines.join('')}`);
  });

  it('is the same for the same key, and differs in nothing but pseudonyms for another', async () => {
    const one = await prepare(EXPORT);
    expect((await prepare(EXPORT)).caseload).toBe(one.caseload);
    const folder = folderWith();
    const args = ['prepare', EXPORT, '-o', `${folder}/caseload.csv`, '--key-file', `${folder}/other.key`];
    expect((await runCli(args)).code).toBe(1);
    const other = readFileSync(`${folder}/caseload.csv`, 'utf8');
    const pseudonyms = /[CYW][0-9a-f]{16}/g;
    expect(other.replaceAll(pseudonyms, '')).toBe(one.caseload.replaceAll(pseudonyms, ''));
    const before = new Set(one.caseload.match(pseudonyms));
    const after = other.match(pseudonyms) ?? [];
    expect([before.size, new Set(after).size]).toEqual([15, 15]);
    expect(after.filter((pseudonym) => before.has(pseudonym))).toEqual([]);
  });

  it('has the children of two exports under the same pseudonyms when the key is the same', async () => {
    const north = await prepare('Case Ref,Client ID,Surname\nK1,77,Ashby\n');
    const south = await prepare('child,case,DOB\n 77 ,K2,14/05/2011\n');
    expect(north.caseload).toContain(`,${childId('77')}`);
    expect(south.caseload).toContain(`\n${childId('77')},`);
  });
});

describe('streams', () => {
  const KEY = ['--key-file'];
  const run = (folder: string, args: readonly string[], options: RunOptions = {}) =>
    runCli(['prepare', ...args, ...KEY, `${folder}/caseload.key`], options);

  it('data goes to stdout and words to stderr, with no -o and with -o -', async () => {
    const folder = folderWithKey();
    const plain = await run(folder, [EXPORT]);
    expect(plain.stdout).toBe((await prepare(EXPORT)).caseload);
    expect(plain.stderr).toMatch(/^yos-caseload: export\.csv: 8 rows = 7 written/);
    expect(plain.stderr).toMatch(/^yos-caseload: Surname +- +left out: names$/m);
    expect(await run(folder, [EXPORT, '-o', '-'])).toEqual(plain);
  });

  it('an export is read from standard input', async () => {
    const folder = folderWithKey();
    const { stdout, stderr } = await run(folder, ['-'], { stdin: readFixture('prepare/export.csv') });
    expect(stdout).toBe((await prepare(EXPORT)).caseload);
    expect(stderr).toMatch(/^yos-caseload: -: 8 rows/);
  });

  it('the account fits the terminal', async () => {
    const folder = folderWithKey();
    const narrow = await run(folder, [EXPORT, '-o', `${folder}/caseload.csv`], { columns: 60 });
    expect(narrow.stdout.split('\n').filter((line) => line.length > 60)).toEqual([]);
    const piped = await run(folder, [EXPORT], { columns: 80 });
    const account = piped.stderr.split('\n').filter((line) => !line.includes('export.csv line'));
    expect(account.filter((line) => line.length > 80)).toEqual([]);
  });
});
