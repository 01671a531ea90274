/** --open: the written file in the viewer of the system, which is made up here and notes what it was given. */
import { chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openFile } from '../../src/open-file.ts';
import { fixture, folderWith, namesIn } from '../support/files.ts';
import { runCli } from '../support/run-cli.ts';

const CASES = fixture('tiny-service/caseload.csv');

interface Viewer {
  readonly env: Readonly<Record<string, string>>;
  /** The arguments it was given; null when it was not started. */
  readonly given: () => string[] | null;
}

/** A viewer of this name, first in PATH, that notes its arguments and what is in the file, and then does `more`. */
function viewer(more = '', name = 'xdg-open'): Viewer {
  const folder = folderWith();
  const notes = join(folder, 'given');
  const script = `#!/bin/sh\nfor one in "$@"; do printf '%s\\0' "$one"; done > '${notes}'\n${more}\n`;
  writeFileSync(join(folder, name), script);
  chmodSync(join(folder, name), 0o755);
  const given = () => (existsSync(notes) ? readFileSync(notes, 'utf8').split('\0').slice(0, -1) : null);
  return { env: { PATH: `${folder}:/usr/bin:/bin` }, given };
}

/** Runs in a folder, so that names without one can be given. */
async function inFolder<T>(folder: string, run: () => Promise<T>): Promise<T> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await run();
  } finally {
    process.chdir(before);
  }
}

describe('the viewer', () => {
  it.each([
    ['report.html'],
    ['of October 2026.md'],
    [`a "b" 'c'.md`],
    ['-h.md'],
    ['$(touch hacked).md'],
    ['a;touch hacked&.md'],
    ['%2e#x?y=1.md'],
    ['Bericht für März 名前.md'],
  ])('is given %s as one absolute path', async (name) => {
    const folder = folderWith();
    const { env, given } = viewer();
    const { code, stderr } = await inFolder(folder, () =>
      runCli(['report', CASES, '--only', 'ages', `--output=${name}`, '--open'], { env }),
    );
    expect([code, given()]).toEqual([0, [join(folder, name)]]);
    expect(stderr).toMatch(/^yos-caseload: wrote [^\n]*\n$/);
    expect(namesIn(folder)).toEqual([name]);
  });

  it('finds the whole file there', async () => {
    const folder = folderWith();
    const { env } = viewer(`cp "$1" '${folder}/seen'`);
    await runCli(['report', CASES, '-o', `${folder}/report.md`, '--open'], { env });
    const seen = readFileSync(`${folder}/seen`, 'utf8');
    expect(seen).toMatch(/^# Caseload report/);
    expect(seen).toBe(readFileSync(`${folder}/report.md`, 'utf8'));
  });

  it.each([
    ['a metric', ['workload', CASES], 'csv'],
    ['compare', ['compare', `a=${CASES}`, `b=${fixture('birmingham-like/caseload.csv')}`], 'md'],
    ['late', ['late', fixture('birmingham-like/caseload.csv'), '--internal'], 'csv'],
    ['validate', ['validate', CASES], 'txt'],
  ])('shows what %s writes, and nothing that lies beside it', async (_, args, ending) => {
    const path = `${folderWith()}/out.${ending}`;
    const { env, given } = viewer();
    expect((await runCli([...args, '-o', path, '--open'], { env })).code).toBe(0);
    expect(given()).toEqual([path]);
  });

  it('shows a report of data with errors too, and the exit code stays', async () => {
    const path = `${folderWith()}/report.md`;
    const { env, given } = viewer();
    const run = await runCli(['report', fixture('messy-export/caseload.csv'), '-o', path, '--open'], { env });
    expect([run.code, given()]).toEqual([1, [path]]);
  });

  it('is not started without --open, nor when nothing could be written', async () => {
    const folder = folderWith({ 'older.md': '' });
    const { env, given } = viewer();
    await runCli(['report', CASES, '-o', `${folder}/report.md`], { env });
    expect((await runCli(['report', CASES, '-o', `${folder}/older.md`, '--open'], { env })).code).toBe(2);
    expect(given()).toBeNull();
  });

  it('is not waited for', async () => {
    const folder = folderWith();
    const { env } = viewer(`echo $$ > '${folder}/process'\nexec sleep 60`);
    const { code, stderr } = await runCli(['report', CASES, '-o', `${folder}/report.md`, '--open'], { env });
    const process_ = Number(readFileSync(`${folder}/process`, 'utf8'));
    onTestFinished(() => void process.kill(process_));
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('not opened')]);
    // It goes on by itself: asking for signal 0 throws for a process that is not there.
    expect(process.kill(process_, 0)).toBe(true);
  }, 20_000);
});

describe('where there is no viewer', () => {
  it('a line says where the file is, and the exit code stays', async () => {
    const folder = folderWith();
    const run = () => runCli(['report', CASES, '-o', 'report.md', '--open'], { env: { PATH: folderWith() } });
    const { code, stderr } = await inFolder(folder, run);
    expect(code).toBe(0);
    expect(stderr.split('\n').slice(1)).toEqual([
      `yos-caseload: report.md: not opened: xdg-open could not be started (ENOENT); open it yourself: ${folder}/report.md`,
      '',
    ]);
  });

  it('nor one that can show the file, the same', async () => {
    const path = `${folderWith()}/report.md`;
    const { code, stderr } = await runCli(['report', CASES, '-o', path, '--open'], viewer('exit 3'));
    expect([code, stderr.split('\n')[1]]).toEqual([
      0,
      `yos-caseload: ${path}: not opened: xdg-open could not open the file; open it yourself: ${path}`,
    ]);
  });
});

describe('what cannot be opened', () => {
  it.each([
    ['the screen', [], 'name one'],
    ['the screen by its name', ['-o', '-'], 'name one'],
    ['a device', ['-o', '/dev/null'], 'name one'],
    ['what may be a program', ['-o', 'report.bat', '--format', 'csv'], 'does not end like a document'],
    ['a name without an ending', ['-o', 'report', '--format', 'csv'], 'does not end like a document'],
  ])('is refused before any work is done: %s', async (_, args, words) => {
    const { env, given } = viewer();
    const folder = folderWith();
    const run = () => runCli(['report', CASES, ...args, '--open'], { env });
    const { code, stdout, stderr } = await inFolder(folder, run);
    expect([code, stdout, given(), namesIn(folder)]).toEqual([2, '', null, []]);
    expect(stderr).toMatch(/^yos-caseload: --open[^\n]*\n$/);
    expect(stderr).toContain(words);
  });

  it('is said of a device behind a link, which only the writing finds out', async () => {
    const folder = folderWith();
    symlinkSync('/dev/null', `${folder}/null.md`);
    const { env, given } = viewer();
    const { code, stderr } = await runCli(['report', CASES, '-o', `${folder}/null.md`, '--open'], { env });
    expect([code, given()]).toEqual([0, null]);
    expect(stderr).toBe(`yos-caseload: ${folder}/null.md: not opened: it is no file\n`);
  });
});

describe('on other systems', () => {
  it('macOS has open', async () => {
    const { env, given } = viewer('', 'open');
    expect(await openFile('/a b/c.html', env, 'darwin')).toBeNull();
    expect(given()).toEqual(['/a b/c.html']);
  });

  // The Explorer exits with 1 whatever it did, and takes a comma that stands outside of quotes for its own.
  it('Windows has the Explorer, whose exit code means nothing and whose commas need quotes', async () => {
    const { env, given } = viewer('exit 1', 'explorer.exe');
    expect(await openFile('/a,b/c.html', env, 'win32')).toBeNull();
    expect(given()).toEqual(['"/a,b/c.html"']);
  });
});
