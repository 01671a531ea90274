/** Data on stdout, words on stderr; `-`; -o and its endings; --force; whole files or none. */
import { execFileSync, spawn } from 'node:child_process';
import { lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/commands/writing.ts';
import type { Report } from '../../src/report/report.ts';
import { fixture, folderWith, namesIn, readFixture } from '../support/files.ts';
import { runCli, runJson } from '../support/run-cli.ts';

const CASES = fixture('tiny-service/caseload.csv');
const text = (path: string) => readFileSync(path, 'utf8');

describe('streams', () => {
  it('put the report on stdout and nothing on stderr', async () => {
    const { stdout, stderr } = await runCli(['report', CASES]);
    expect(stdout).toContain('Ethnicity mix');
    expect(stderr).toBe('');
  });

  it('put words on stderr and nothing on stdout', async () => {
    const { stdout, stderr } = await runCli(['report', 'none.csv']);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^yos-caseload: none\.csv/);
  });

  it('put asked-for help and the version on stdout', async () => {
    for (const flag of ['--help', '--version']) {
      const { stdout, stderr } = await runCli([flag]);
      expect([stdout === '', stderr]).toEqual([false, '']);
    }
  });

  it('read standard input for -, with the same figures as the file', async () => {
    const piped = await runJson<Report>(['report', '-'], { stdin: readFixture('tiny-service/caseload.csv') });
    const read = await runJson<Report>(['report', CASES]);
    expect(piped.metrics).toEqual(read.metrics);
    expect(piped.provenance.inputs[0]).toEqual({ ...read.provenance.inputs[0], file: '-' });
  });

  it('take - with other files as one more part', async () => {
    const report = await runJson<Report>(['report', '-', fixture('two-teams-two-files/north.csv')], {
      stdin: readFixture('two-teams-two-files/south.csv'),
    });
    const whole = await runJson<Report>(['report', CASES]);
    expect(report.metrics).toEqual(whole.metrics);
  });

  it('write the report to stdout for -o -', async () => {
    const plain = await runCli(['report', CASES]);
    const dashed = await runCli(['report', CASES, '-o', '-']);
    expect(dashed).toEqual(plain);
  });
});

describe('a pipe', () => {
  it('that is named is read to its end, like a file', async () => {
    const folder = folderWith();
    execFileSync('mkfifo', [`${folder}/pipe.csv`]);
    spawn('sh', ['-c', `cat '${CASES}' > '${folder}/pipe.csv'`]);
    const piped = await runJson<Report>(['report', `${folder}/pipe.csv`]);
    expect(piped.metrics).toEqual((await runJson<Report>(['report', CASES])).metrics);
  });
});

describe('-o', () => {
  it.each([
    ['txt', /^ {2}Caseload report/],
    ['md', /^# Caseload report/],
    ['markdown', /^# Caseload report/],
    ['MD', /^# Caseload report/],
    ['json', /^\{\n {2}"schema": "yos-caseload\/report\/1"/],
    [
      'csv',
      /^metric,table,by,group,measure,value,unit,numerator,denominator,lower,upper,note,as_at,disclosure\r\n/,
    ],
  ])('picks the format by the ending .%s', async (ending, start) => {
    const folder = folderWith();
    const { code, stdout, stderr } = await runCli(['report', CASES, '-o', `${folder}/report.${ending}`]);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^yos-caseload: wrote [^\n]*\n$/);
    expect(text(`${folder}/report.${ending}`)).toMatch(start);
  });

  it('lets --format win over the ending', async () => {
    const folder = folderWith();
    await runCli(['report', CASES, '-o', `${folder}/report.md`, '--format', 'json']);
    expect(JSON.parse(text(`${folder}/report.md`))).toHaveProperty('schema', 'yos-caseload/report/1');
  });

  it('writes the same as stdout gets', async () => {
    const folder = folderWith();
    await runCli(['report', CASES, '-o', `${folder}/report.json`]);
    expect(text(`${folder}/report.json`)).toBe((await runCli(['report', CASES, '--format', 'json'])).stdout);
  });

  it('writes no colours into a file', async () => {
    const folder = folderWith();
    await runCli(['report', CASES, '-o', `${folder}/report.txt`], { isTTY: true, env: { FORCE_COLOR: '1' } });
    expect(text(`${folder}/report.txt`)).not.toContain('\u001b');
  });

  it('puts the provenance and the problems beside a CSV', async () => {
    const folder = folderWith();
    const { code } = await runCli([
      'report',
      fixture('messy-export/caseload.csv'),
      '-o',
      `${folder}/report.csv`,
    ]);
    expect(code).toBe(1);
    expect(namesIn(folder)).toEqual(['report.csv', 'report.csv.provenance.json']);
    const report = await runJson<Report>(['report', fixture('messy-export/caseload.csv')]);
    expect(JSON.parse(text(`${folder}/report.csv.provenance.json`))).toMatchObject({
      schema: report.schema,
      provenance: report.provenance,
      problems: report.problems,
    });
  });

  it('replaces a file only with --force, and then the whole of it', async () => {
    const folder = folderWith({ 'report.json': 'x'.repeat(200_000) });
    expect((await runCli(['report', CASES, '-o', `${folder}/report.json`])).code).toBe(2);
    expect(text(`${folder}/report.json`)).toMatch(/^x+$/);
    expect((await runCli(['report', CASES, '-o', `${folder}/report.json`, '--force'])).code).toBe(0);
    expect(JSON.parse(text(`${folder}/report.json`))).toHaveProperty('schema');
  });

  // Behind a link, so that a fault cannot take the device from the machine the tests run on.
  it('takes a device for a file, which stays a device, with no --force', async () => {
    const folder = folderWith();
    symlinkSync('/dev/null', `${folder}/null`);
    const { code, stdout, stderr } = await runCli([
      'report',
      CASES,
      '-o',
      `${folder}/null`,
      '--format',
      'markdown',
    ]);
    expect([code, stdout, stderr]).toEqual([0, '', '']);
    expect([namesIn(folder), statSync('/dev/null').isCharacterDevice()]).toEqual([['null'], true]);
  });

  it.each(['/dev/null', '/dev/stdout', '/dev/fd/63'])('writes text to %s, which has no ending', (output) => {
    expect(formatOf({ output }, ['markdown', 'terminal'])).toBe('terminal');
    expect(formatOf({ output, format: 'markdown' }, ['markdown', 'terminal'])).toBe('markdown');
  });

  it('follows a link and leaves it in place', async () => {
    const folder = folderWith({ 'board/october.md': 'older' });
    symlinkSync('board/october.md', `${folder}/latest.md`);
    const args = ['report', CASES, '-o', `${folder}/latest.md`];
    expect((await runCli(args)).code).toBe(2);
    expect((await runCli([...args, '--force'])).code).toBe(0);
    expect(text(`${folder}/board/october.md`)).toMatch(/^# Caseload report/);
    expect(lstatSync(`${folder}/latest.md`).isSymbolicLink()).toBe(true);
    expect(namesIn(`${folder}/board`)).toEqual(['october.md']);
  });

  it('may have a name of 250 characters', async () => {
    const folder = folderWith();
    const name = `${'x'.repeat(247)}.md`;
    expect((await runCli(['report', CASES, '-o', `${folder}/${name}`])).code).toBe(0);
    expect(namesIn(folder)).toEqual([name]);
  });

  it('leaves no temporary file', async () => {
    const folder = folderWith();
    await runCli(['report', CASES, '-o', `${folder}/report.csv`]);
    await runCli(['generate', '--cases', '20', '-o', `${folder}/new.csv`, '--staff', `${folder}/staff.csv`]);
    expect(namesIn(folder)).toEqual(['new.csv', 'report.csv', 'report.csv.provenance.json', 'staff.csv']);
  });
});
