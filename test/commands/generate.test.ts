/** generate, as a command: seeds, styles, staff, files. What stands in the rows is tested beside the generator. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InternalReport } from '../../src/report/report.ts';
import { fileWith, folderWith, namesIn } from '../support/files.ts';
import { runCli, runInternal } from '../support/run-cli.ts';

const generate = (...flags: string[]) => runCli(['generate', '--cases', '60', ...flags]);

/** The figures but those by worker, without the names of teams: an export has its own. */
function withoutTeams({ metrics }: InternalReport) {
  return metrics
    .filter(({ name }) => name !== 'workload')
    .map((metric) => ({
      ...metric,
      tables: metric.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) => ('team' in row ? { ...row, team: 'a team' } : row)),
      })),
    }));
}

describe('generate', () => {
  it('gives the same bytes for the same seed and others for another', async () => {
    const [one, same, other] = [
      await generate('--seed', '7'),
      await generate('--seed', '7'),
      await generate('--seed', '8'),
    ];
    expect(same.stdoutBytes).toEqual(one.stdoutBytes);
    expect(other.stdoutBytes).not.toEqual(one.stdoutBytes);
    expect((await generate()).stdoutBytes).toEqual((await generate('--seed', '1')).stdoutBytes);
  });

  it.each([
    ['core', 24],
    ['all', 51],
  ])('writes the columns asked for: %s', async (columns, count) => {
    const { stdout } = await generate('--columns', columns);
    const [header, ...rows] = stdout.trimEnd().split('\n');
    expect([header.split(',').length, rows.length]).toEqual([count, 60]);
  });

  it.each([
    ['plain', 'utf-8', ','],
    ['childview', 'windows-1252', ','],
    ['core', 'utf-16le', ';'],
  ])('writes a caseload in the style %s that gives the same figures', async (style, encoding, delimiter) => {
    const plain = await runInternal(['report', fileWith((await generate()).stdoutBytes)]);
    const styled = await runInternal(['report', fileWith((await generate('--style', style)).stdoutBytes)]);
    expect(styled.provenance.inputs).toMatchObject([{ encoding, delimiter, read: 60, used: 60 }]);
    expect(withoutTeams(styled)).toEqual(withoutTeams(plain));
    expect(styled.problems).toEqual([]);
  });

  it('is messy when asked, so that validate finds errors and report still reports', async () => {
    const file = fileWith((await generate('--messy')).stdoutBytes);
    const { code, stdout } = await runCli(['report', file]);
    expect([code, stdout]).toEqual([1, expect.stringContaining('Ethnicity mix')]);
  });

  it('speaks of the day asked for', async () => {
    const file = fileWith((await generate('--as-at', '2027-03-31')).stdoutBytes);
    const { provenance } = await runInternal(['report', file]);
    expect(provenance.asAt?.slice(0, 7)).toBe('2027-03');
  });

  it('writes the staff file of the same workers', async () => {
    const folder = folderWith();
    await generate('-o', `${folder}/cases.csv`, '--staff', `${folder}/staff.csv`);
    expect(namesIn(folder)).toEqual(['cases.csv', 'staff.csv']);
    const staff = readFileSync(`${folder}/staff.csv`, 'utf8').trimEnd().split('\n');
    expect(staff[0].trim()).toBe('worker_id,team,role,fte,case_holding,post_status,ethnicity');
    const { metrics } = await runInternal(['workload', `${folder}/cases.csv`]);
    const workers = metrics[0].tables[0].rows
      .map(({ worker }) => worker)
      .filter((name) => name !== 'Unallocated');
    const known = staff.slice(1).map((line) => line.split(',')[0]);
    expect(workers.filter((worker) => !known.includes(String(worker)))).toEqual([]);
  });

  it('replaces files only with --force, and writes none of two when one is there', async () => {
    const folder = folderWith({ 'staff.csv': 'older' });
    const args = ['-o', `${folder}/cases.csv`, '--staff', `${folder}/staff.csv`];
    expect((await generate(...args)).code).toBe(2);
    expect(namesIn(folder)).toEqual(['staff.csv']);
    expect((await generate(...args, '--force')).code).toBe(0);
    expect(readFileSync(`${folder}/staff.csv`, 'utf8')).toMatch(/^worker_id/);
  });

  it('does not write two things into one file', async () => {
    const folder = folderWith();
    for (const staff of [`${folder}/a.csv`, `${folder}/./a.csv`]) {
      const { code, stderr } = await generate('-o', `${folder}/a.csv`, '--staff', staff, '--force');
      expect([code, stderr]).toEqual([2, expect.stringMatching(/a\.csv: two outputs.*another file\n$/)]);
    }
    expect(namesIn(folder)).toEqual([]);
  });

  it('does not write two things onto the screen', async () => {
    for (const flags of [
      ['--staff', '-'],
      ['--staff', '-', '-o', '-'],
    ]) {
      const { code, stdout, stderr } = await generate(...flags);
      expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(/two outputs.*another file\n$/)]);
    }
  });

  it('says in one line that a name is empty', async () => {
    for (const flag of ['-o', '--staff']) {
      const { code, stdout, stderr } = await generate(flag, '');
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^yos-caseload: "": an empty name.*name a file[^\n]*\n$/);
    }
  });

  it.each([
    ['--cases', '0'],
    ['--cases', '1.5'],
    ['--cases', 'many'],
    ['--seed', '-1'],
    ['--as-at', '2026-02-30'],
  ])('refuses %s %s in one line', async (flag, value) => {
    const { code, stdout, stderr } = await runCli(['generate', `${flag}=${value}`]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^yos-caseload: [^\n]+\n$/);
  });

  it('refuses an unknown style with those there are', async () => {
    const { code, stderr } = await generate('--style', 'capita');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/capita.*plain.*childview.*core/)]);
  });
});
