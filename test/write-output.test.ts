/** The one writer: what may be written where, whole files or none, links, devices and pipes. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UserError } from '../src/caseload/errors.ts';
import { checkTargets, writeFiles } from '../src/write-output.ts';
import { folderWith, namesIn } from './support/files.ts';

const text = (path: string) => readFileSync(path, 'utf8');
const bytes = (content: string) => new TextEncoder().encode(content);

/** The one line of a refusal. */
function refusalOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(error.message).not.toContain('\n');
    return error.message;
  }
  throw new Error('nothing was refused');
}

describe('a target is refused', () => {
  it.each([
    ['with an empty name', '', /^"": an empty name.*name a file/],
    ['in a folder that is not there', 'none/x.md', /the folder .*none does not exist; make it first/],
    ['that goes through a file', 'file.csv/x.md', /a part of the path is a file, not a folder/],
    ['in a link to itself', 'loop/x.md', /a link that leads back to itself; name another/],
    ['that is a link to itself', 'loop', /a link that leads back to itself; name another/],
    ['that is a link into no folder', 'astray.md', /a link into a folder that does not exist/],
    ['of 300 characters', `${'x'.repeat(297)}.md`, /longer than a name may be; choose a shorter one/],
    ['that is a folder', 'folder.md', /is a folder; name a file in it/],
    ['that is there already', 'file.csv', /is there already; replace it with --force/],
    ['that is a link to a file that is there', 'link.csv', /is there already; replace it with --force/],
  ])('%s', (_what, name, says) => {
    const folder = folderWith({ 'file.csv': 'older', 'folder.md/inside': '' });
    symlinkSync('loop', `${folder}/loop`);
    symlinkSync('none/x.md', `${folder}/astray.md`);
    symlinkSync('file.csv', `${folder}/link.csv`);
    const target = name === '' ? '' : `${folder}/${name}`;
    expect(refusalOf(() => checkTargets([target], false))).toMatch(says);
    if (!says.source.includes('--force')) expect(refusalOf(() => checkTargets([target], true))).toMatch(says);
  });

  it('that is one of the inputs, however it is written, --force or not', () => {
    const folder = folderWith({ 'cases.csv': 'precious', 'below/x': '' });
    symlinkSync('cases.csv', `${folder}/link.csv`);
    symlinkSync(folder, `${folder}/below/back`);
    const names = ['cases.csv', './cases.csv', 'below/../cases.csv', 'link.csv', 'below/back/cases.csv'];
    for (const name of names) {
      for (const force of [true, false]) {
        const run = () => checkTargets([`${folder}/${name}`], force, [`${folder}/cases.csv`]);
        expect(refusalOf(run)).toMatch(/is one of the files to read; write to another/);
      }
    }
    expect(refusalOf(() => checkTargets([`${folder}/cases.csv`], true, [`${folder}/link.csv`]))).toMatch(
      /is one of the files to read/,
    );
  });

  it('that is the target of another output, there already or not', () => {
    const folder = folderWith({ 'old.csv': 'older' });
    symlinkSync('new.csv', `${folder}/link.csv`);
    const pairs = [
      ['new.csv', 'new.csv'],
      ['new.csv', './new.csv'],
      ['old.csv', './old.csv'],
      ['new.csv', 'link.csv'],
    ];
    for (const pair of pairs) {
      const targets = pair.map((name) => `${folder}/${name}`);
      expect(refusalOf(() => checkTargets(targets, true))).toMatch(/two outputs cannot go to one place/);
    }
    expect(refusalOf(() => checkTargets(['-', '-'], false))).toMatch(/^- .*two outputs/);
  });
});

describe('a target is accepted', () => {
  it('as new files, stdout or no output at all', () => {
    const folder = folderWith();
    expect(() => checkTargets([`${folder}/a.md`, `${folder}/b.md`, '-', undefined], false)).not.toThrow();
  });

  it('beside the inputs, and over another file with --force', () => {
    const folder = folderWith({ 'cases.csv': '', 'report.md': 'older' });
    expect(() => checkTargets([`${folder}/report.md`], true, [`${folder}/cases.csv`])).not.toThrow();
  });

  it('as a device or a pipe, without --force', () => {
    const folder = folderWith();
    execFileSync('mkfifo', [`${folder}/pipe`]);
    symlinkSync('/dev/null', `${folder}/null`);
    expect(() => checkTargets([`${folder}/pipe`, `${folder}/null`], false)).not.toThrow();
  });
});

describe('files are written', () => {
  it('from text, bytes and pieces of bytes', () => {
    const folder = folderWith();
    writeFiles([
      { to: `${folder}/a`, content: 'words – ŵ' },
      { to: `${folder}/b`, content: bytes('bytes') },
      { to: `${folder}/c`, content: [bytes('in '), bytes('pieces')] },
    ]);
    expect(namesIn(folder).map((name) => text(`${folder}/${name}`))).toEqual([
      'words – ŵ',
      'bytes',
      'in pieces',
    ]);
  });

  // A name of 255 bytes is the longest there is.
  it.each([250, 255])('under a name of %i characters', (length) => {
    const folder = folderWith();
    const name = `${'x'.repeat(length - 3)}.md`;
    checkTargets([`${folder}/${name}`], false);
    writeFiles([{ to: `${folder}/${name}`, content: 'whole' }]);
    expect([namesIn(folder), text(`${folder}/${name}`)]).toEqual([[name], 'whole']);
  });

  it('through a link to the file it stands for, which may be elsewhere or not there yet', () => {
    const folder = folderWith({ 'far/old.md': 'older' });
    symlinkSync('far/old.md', `${folder}/old.md`);
    symlinkSync('far/new.md', `${folder}/new.md`);
    const writes = ['old.md', 'new.md'].map((name) => ({ to: `${folder}/${name}`, content: name }));
    checkTargets(
      writes.map(({ to }) => to),
      true,
    );
    writeFiles(writes);
    expect([text(`${folder}/far/old.md`), text(`${folder}/far/new.md`)]).toEqual(['old.md', 'new.md']);
    expect(namesIn(folder).map((name) => lstatSync(`${folder}/${name}`).isSymbolicLink())).toEqual([
      false,
      true,
      true,
    ]);
    expect(namesIn(`${folder}/far`)).toEqual(['new.md', 'old.md']);
  });

  // Behind a link, so that a fault here cannot take the device from the machine the tests run on.
  it('to a device that stays one', () => {
    const folder = folderWith();
    symlinkSync('/dev/null', `${folder}/null`);
    writeFiles([{ to: `${folder}/null`, content: 'gone' }]);
    expect(lstatSync(`${folder}/null`).isSymbolicLink()).toBe(true);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    expect(namesIn(folder)).toEqual(['null']);
  });

  it('to a pipe, to the last byte, though it takes less at once', async () => {
    const folder = folderWith();
    execFileSync('mkfifo', [`${folder}/pipe`]);
    const reader = spawn('sh', ['-c', `cat '${folder}/pipe' > '${folder}/read'`]);
    const piece = bytes('0123456789'.repeat(50_000));
    writeFiles([{ to: `${folder}/pipe`, content: [piece, piece] }]);
    await once(reader, 'close');
    expect(statSync(`${folder}/read`).size).toBe(1_000_000);
    expect(statSync(`${folder}/pipe`).isFIFO()).toBe(true);
  });
});

describe('when a write fails', () => {
  it('nothing is written, nothing is left behind, and the file is named', () => {
    const folder = folderWith({ 'a.md': 'older' });
    const writes = [
      { to: `${folder}/a.md`, content: 'newer' },
      { to: `${folder}/none/b.md`, content: 'newer' },
    ];
    expect(refusalOf(() => writeFiles(writes))).toMatch(
      /none\/b\.md: cannot be written \(ENOENT\); nothing was written/,
    );
    expect([namesIn(folder), text(`${folder}/a.md`)]).toEqual([['a.md'], 'older']);
  });

  it('so it is when a device is full', () => {
    const folder = folderWith();
    symlinkSync('/dev/full', `${folder}/full`);
    const writes = [
      { to: `${folder}/full`, content: 'too much' },
      { to: `${folder}/a.md`, content: 'newer' },
    ];
    expect(refusalOf(() => writeFiles(writes))).toMatch(
      /full: cannot be written \(ENOSPC\); nothing was written/,
    );
    expect(namesIn(folder)).toEqual(['full']);
  });

  it('tidying up does not hide what went wrong', () => {
    const folder = folderWith({ 'folder/x': '' });
    // The folder becomes a file while it is written into, so that the temporary name cannot be looked at any more.
    const content = (function* () {
      yield bytes('begun');
      rmSync(`${folder}/folder`, { recursive: true });
      writeFileSync(`${folder}/folder`, '');
    })();
    const writes = [{ to: `${folder}/folder/a.md`, content }];
    expect(refusalOf(() => writeFiles(writes))).toMatch(/a\.md: cannot be written \(ENOTDIR\)/);
  });

  it('says which files were written, when the last step of one fails', () => {
    const folder = folderWith();
    // A folder comes to stand where the second file goes, after the checks.
    const content = (function* () {
      yield bytes('begun');
      mkdirSync(`${folder}/b.md`);
    })();
    const writes = [
      { to: `${folder}/a.md`, content: 'whole' },
      { to: `${folder}/b.md`, content },
    ];
    expect(refusalOf(() => writeFiles(writes))).toMatch(
      /b\.md: cannot be written \(EISDIR\); the files before it were written/,
    );
    expect(namesIn(folder)).toEqual(['a.md', 'b.md']);
  });
});
