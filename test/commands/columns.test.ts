/** columns: the dictionary; with files, what each header was taken for, and the nearest guess. */
import { describe, expect, it } from 'vitest';
import { COLUMNS } from '../../src/caseload/columns.ts';
import { fixture, readFixture } from '../support/files.ts';
import { runCli } from '../support/run-cli.ts';

/** The line about a header, with its spaces made one. */
function lineOf(stdout: string, header: string): string {
  const line = stdout.split('\n').find((one) => one.startsWith(`${header} `));
  return line?.replaceAll(/ +/g, ' ') ?? `nothing about ${header}`;
}

describe('columns without a file', () => {
  it('prints every column with its type and meaning', async () => {
    const { stdout } = await runCli(['columns'], { columns: 160 });
    expect(stdout.match(/^[a-z_]+ /gm)).toHaveLength(COLUMNS.length);
    expect(lineOf(stdout, 'planning_child_safety')).toMatch(/ Yes\/No\/NA Planning .*child/);
    expect(lineOf(stdout, 'birth_month')).toMatch(/ month .*YYYY-MM/);
  });

  it('does not wait for standard input', async () => {
    expect((await runCli(['columns'], { isTTY: true })).code).toBe(0);
  });
});

describe('columns with files', () => {
  const MESSY = fixture('messy-export/caseload.csv');

  it('says on which line the header stands and what was matched', async () => {
    const { code, stdout, stderr } = await runCli(['columns', MESSY], { columns: 120 });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/caseload\.csv +header on line 3: 20 of 23 headers matched/);
    expect(lineOf(stdout, 'Case Ref')).toMatch(/^Case Ref case_id /);
    expect(lineOf(stdout, 'Legal Outcome')).toMatch(/^Legal Outcome disposal /);
    expect(lineOf(stdout, 'Residence')).toBe('Residence residence its own name');
    expect(lineOf(stdout, '__proto__')).toMatch(/^__proto__ - not matched/);
  });

  it('names the nearest column and the --map line for it', async () => {
    const stdin = 'case_id,child_id,Ethnicty,start_date\nK1,Y1,Irish,2026-05-11\n';
    const { stdout } = await runCli(['columns', '-'], { stdin, columns: 120 });
    expect(lineOf(stdout, 'Ethnicty')).toContain('--map "Ethnicty=ethnicity"');
  });

  it('shows what was mapped by hand and what that puts aside', async () => {
    const args = ['columns', fixture('messy-export/needs-choices.csv'), '--map', 'Ethnic Origin=ethnicity'];
    const { stdout } = await runCli(args, { columns: 120 });
    expect(lineOf(stdout, 'Ethnic Origin')).toBe('Ethnic Origin ethnicity mapped by hand');
    expect(lineOf(stdout, 'Officer Defined Ethnicity')).toMatch(/ - ignored/);
    expect(lineOf(stdout, 'Surname')).toMatch(/identifies people/);
    expect(stdout).not.toContain('Ashby');
  });

  it('takes a mapping file', async () => {
    const args = ['columns', fixture('partner-city/arrests.csv'), '--map', fixture('partner-city/map.csv')];
    const { stdout } = await runCli([...args, '--count-cases'], { columns: 120 });
    expect(lineOf(stdout, 'HERITAGE')).toBe('HERITAGE ethnicity mapped by hand');
    expect(lineOf(stdout, 'STATUTE')).toMatch(/ - not matched/);
  });

  it('reads standard input and several files', async () => {
    const stdin = readFixture('tiny-service/caseload.csv');
    const { stdout } = await runCli(['columns', '-', MESSY], { stdin });
    expect(stdout).toMatch(/24 of 24 headers matched/);
    expect(stdout).toMatch(/20 of 23 headers matched/);
  });

  it('refuses what is no file', async () => {
    expect(await runCli(['columns', 'none.csv'])).toMatchObject({ code: 2, stdout: '' });
  });
});
