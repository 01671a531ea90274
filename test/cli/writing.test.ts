/** Data on stdout, words on stderr; `-`; -o and its endings; --force; whole files or none. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
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

describe('-o', () => {
  it.each([
    ['txt', /^ {2}INTERNAL {3}Caseload report/],
    ['md', /^# INTERNAL: Caseload report/],
    ['markdown', /^# INTERNAL: Caseload report/],
    ['MD', /^# INTERNAL: Caseload report/],
    ['json', /^\{\n {2}"schema": "yos-caseload\/report\/1"/],
    [
      'csv',
      /^metric,table,by,group,measure,value,unit,numerator,denominator,lower,upper,note,as_at,disclosure\r\n/,
    ],
  ])('picks the format by the ending .%s', async (ending, start) => {
    const folder = folderWith();
    const { code, stdout, stderr } = await runCli(['report', CASES, '-o', `${folder}/report.${ending}`]);
    expect([code, stdout, stderr]).toEqual([0, '', '']);
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
    expect(JSON.parse(text(`${folder}/report.csv.provenance.json`))).toEqual({
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

  it('leaves no temporary file', async () => {
    const folder = folderWith();
    await runCli(['report', CASES, '-o', `${folder}/report.csv`]);
    await runCli(['generate', '--cases', '20', '-o', `${folder}/new.csv`, '--staff', `${folder}/staff.csv`]);
    expect(namesIn(folder)).toEqual(['new.csv', 'report.csv', 'report.csv.provenance.json', 'staff.csv']);
  });
});
