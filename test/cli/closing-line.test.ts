/** The last line on stderr says what was written where, and who may see it. */
import { statSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sizeWords } from '../../src/progress/size-words.ts';
import { fileWith, fixture, folderWith, namesIn } from '../support/files.ts';
import { runCli } from '../support/run-cli.ts';

const CASES = fixture('tiny-service/caseload.csv');
const MESSY = fixture('messy-export/caseload.csv');

/** The size of a file as it stands on the disk, from 1,000 bytes to below a MB. */
const kilobytes = (path: string) => `${Math.round(statSync(path).size / 1000)} kB`;

describe('a report', () => {
  it('that may be shared says so, with its size', async () => {
    const path = `${folderWith()}/report.html`;
    const { code, stdout, stderr } = await runCli(['report', CASES, '-o', path]);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toBe(`yos-caseload: wrote ${path} (${kilobytes(path)}; small numbers withheld)\n`);
  });

  it('with all its numbers is not for sharing', async () => {
    const path = `${folderWith()}/report.md`;
    const { stderr } = await runCli(['report', CASES, '--internal', '-o', path]);
    expect(stderr).toBe(`yos-caseload: wrote ${path} (${kilobytes(path)}; INTERNAL, not for sharing)\n`);
  });

  it('of rounded counts withholds none of them, and says what it does', async () => {
    const path = `${folderWith()}/report.md`;
    const { stderr } = await runCli(['report', CASES, '--round', '5', '-o', path]);
    expect(stderr).toBe(`yos-caseload: wrote ${path} (${kilobytes(path)}; counts rounded to 5)\n`);
  });

  it('as CSV names the file beside it', async () => {
    const path = `${folderWith()}/report.csv`;
    const beside = `${path}.provenance.json`;
    const { stderr } = await runCli(['report', CASES, '-o', path]);
    const sizes = `${kilobytes(path)} and ${kilobytes(beside)}`;
    expect(stderr).toBe(`yos-caseload: wrote ${path} and ${beside} (${sizes}; small numbers withheld)\n`);
  });

  it('says so on a terminal as elsewhere', async () => {
    const path = `${folderWith()}/report.md`;
    const { stderr } = await runCli(['report', CASES, '-o', path], { isTTY: true });
    expect(stderr).toMatch(/^yos-caseload: wrote [^\n]*\n$/);
  });

  it('says so last, after what is to be known of the data', async () => {
    const config = fileWith('columns: {Nope: team}\n', 'own.yaml');
    const path = `${folderWith()}/report.md`;
    const { stderr } = await runCli(['report', CASES, '--config', config, '-o', path]);
    expect(stderr.split('\n').map((line) => line.replace(/ (?:maps|wrote) .*/, ''))).toEqual([
      'yos-caseload: own.yaml',
      'yos-caseload:',
      '',
    ]);
  });

  it('names the file as it was named, and nothing in the name acts on the terminal', async () => {
    const folder = folderWith();
    const before = process.cwd();
    process.chdir(folder);
    try {
      expect((await runCli(['report', CASES, '-o', './of October.md'])).stderr).toContain(
        'wrote ./of October.md (',
      );
      expect((await runCli(['report', CASES, '-o', 'a\u001b[31mb\n.md'])).stderr).toContain(
        'wrote a\ufffd[31mb\ufffd.md (',
      );
    } finally {
      process.chdir(before);
    }
  });

  it('that found something in the data was written all the same', async () => {
    const { code, stderr } = await runCli(['report', MESSY, '-o', `${folderWith()}/report.md`]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('wrote ')]);
  });
});

describe('other commands', () => {
  it('a log of what is withheld is INTERNAL like the report it lies beside', async () => {
    const folder = folderWith();
    const args = ['report', CASES, '--internal', '--disclosure-log', `${folder}/log.json`];
    const { stderr } = await runCli(args);
    expect(stderr).toBe(
      `yos-caseload: wrote ${folder}/log.json (${kilobytes(`${folder}/log.json`)}; INTERNAL, not for sharing)\n`,
    );
  });

  it('validate names the rejected rows, which are INTERNAL too', async () => {
    const path = `${folderWith()}/rejects.csv`;
    const { code, stderr } = await runCli(['validate', MESSY, '--rejects', path]);
    expect([code, stderr]).toEqual([
      1,
      `yos-caseload: wrote ${path} (${sizeWords(statSync(path).size)}; INTERNAL, not for sharing)\n`,
    ]);
  });

  it('late is INTERNAL', async () => {
    const path = `${folderWith()}/late.csv`;
    const { stderr } = await runCli([
      'late',
      fixture('birmingham-like/caseload.csv'),
      '--internal',
      '-o',
      path,
    ]);
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(
      / wrote .*late\.csv \(.*; INTERNAL, not for sharing\)$/,
    );
  });

  it('compare says what was done to each of its inputs', async () => {
    const path = `${folderWith()}/both.md`;
    const inputs = [`a=${CASES}`, `b=${fixture('birmingham-like/caseload.csv')}`];
    expect((await runCli(['compare', ...inputs, '-o', path])).stderr).toMatch(
      /wrote .*both\.md \(\d+ kB; small numbers withheld\)\n$/,
    );
    expect((await runCli(['compare', ...inputs, '--internal', '--force', '-o', path])).stderr).toMatch(
      /wrote .*both\.md \(\d+ kB; INTERNAL, not for sharing\)\n$/,
    );
  });

  it('generate names the caseload and its staff, which are nobody', async () => {
    const folder = folderWith();
    const args = ['generate', '-o', `${folder}/made.csv`, '--staff', `${folder}/staff.csv`];
    const sizes = `${sizeWords(statSync(await written(args, `${folder}/staff.csv`)).size)} and ${kilobytes(`${folder}/made.csv`)}`;
    const { stderr } = await runCli([...args, '--force']);
    expect(stderr).toBe(`yos-caseload: wrote ${folder}/staff.csv and ${folder}/made.csv (${sizes})\n`);
  });

  it('prepare says once that a key was made, and names the caseload', async () => {
    const folder = folderWith();
    const args = ['prepare', fixture('prepare/export.csv'), '--key-file', `${folder}/own.key`];
    const { stderr } = await runCli([...args, '-o', `${folder}/ready.csv`]);
    expect(stderr.split(`${folder}/own.key`)).toHaveLength(2);
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(
      /^yos-caseload: wrote .*\/ready\.csv \(\d+ (?:bytes|kB)\)$/,
    );
  });
});

async function written(args: readonly string[], path: string): Promise<string> {
  await runCli(args);
  return path;
}

describe('there is none', () => {
  it.each([
    ['for the screen', ['report', CASES]],
    ['for -o -', ['report', CASES, '-o', '-']],
    ['for data on the screen', ['generate', '--cases', '5']],
  ])('%s', async (_, args) => {
    expect((await runCli(args)).stderr).toBe('');
  });

  it('for a device', async () => {
    const folder = folderWith();
    symlinkSync('/dev/null', `${folder}/null`);
    const { stderr } = await runCli(['report', CASES, '-o', `${folder}/null`, '--format', 'markdown']);
    expect(stderr).toBe('');
  });

  it('for a file that could not be written', async () => {
    const folder = folderWith({ 'report.md': 'older' });
    const { code, stderr } = await runCli(['report', CASES, '-o', `${folder}/report.md`]);
    expect([code, stderr]).toEqual([2, expect.not.stringContaining('wrote')]);
    expect(namesIn(folder)).toEqual(['report.md']);
  });
});

describe('a size', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [1499, '1 kB'],
    [211_700, '212 kB'],
    [999_499, '999 kB'],
    [999_500, '1.0 MB'],
    [1_240_000, '1.2 MB'],
    [9_940_000, '9.9 MB'],
    [9_960_000, '10 MB'],
    [199_400_000, '199 MB'],
    [1_999_000_000, '2.0 GB'],
    [2_500_000_000_000, '2,500 GB'],
  ])('of %i is %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });
});
