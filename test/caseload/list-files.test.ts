/** Which files a path stands for, and what is said of a path that stands for none. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesAt, isDevice } from '../../src/caseload/list-files.ts';
import { folderWith } from '../support/files.ts';
import { refusalOf } from './reading.ts';

describe('the files of a path', () => {
  it('are the file itself, whatever its ending', () => {
    const folder = folderWith({ 'export.txt': '' });
    expect(filesAt(`${folder}/export.txt`)).toEqual([`${folder}/export.txt`]);
  });

  it('are the CSVs of a folder in order, with links to files followed', () => {
    const folder = folderWith({ 'b.csv': '', 'a.TSV': '', 'notes.txt': '', 'below/c.csv': '' });
    symlinkSync(`${folder}/below/c.csv`, `${folder}/c.csv`);
    expect(filesAt(folder)).toEqual(['a.TSV', 'b.csv', 'c.csv'].map((name) => `${folder}/${name}`));
  });

  it('are not the links that lead to nothing or to themselves, nor folders and pipes with such a name', () => {
    const folder = folderWith({ 'a.csv': '' });
    symlinkSync('nowhere.csv', `${folder}/broken.csv`);
    symlinkSync('loop.csv', `${folder}/loop.csv`);
    symlinkSync('a.csv/x.csv', `${folder}/through-a-file.csv`);
    mkdirSync(`${folder}/folder.csv`);
    execFileSync('mkfifo', [`${folder}/pipe.csv`]);
    expect(filesAt(folder)).toEqual([`${folder}/a.csv`]);
  });

  it('may be a pipe that is named', () => {
    const folder = folderWith();
    execFileSync('mkfifo', [`${folder}/pipe`]);
    expect(filesAt(`${folder}/pipe`)).toEqual([`${folder}/pipe`]);
  });
});

describe('a path is refused in one line', () => {
  const folderOfLinks = () => {
    const folder = folderWith({ 'ok.csv': '' });
    symlinkSync('loop', `${folder}/loop`);
    symlinkSync('nowhere.csv', `${folder}/broken.csv`);
    return folder;
  };

  it.each([
    ['without a file', 'none.csv', /none\.csv: no such file or folder; check the name/],
    ['that is a link to nothing', 'broken.csv', /broken\.csv: no such file or folder; check the name/],
    ['that goes through a file', 'ok.csv/x', /ok\.csv\/x: no such file.*a part of the path is a file/],
    ['that is a link to itself', 'loop', /loop: a link that leads back to itself; name the file/],
    ['through a link to itself', 'loop/x.csv', /loop\/x\.csv: a link that leads back to itself/],
    ['of 300 characters', 'x'.repeat(300), /x{300}: longer than a name may be; check the name/],
  ])('%s', (_what, name, says) => {
    const message = refusalOf(() => filesAt(`${folderOfLinks()}/${name}`));
    expect(message).toMatch(says);
    expect(message).not.toContain('\n');
  });

  it('to a folder that holds nothing but a link to nothing', () => {
    const folder = folderWith();
    symlinkSync('nowhere.csv', `${folder}/broken.csv`);
    expect(refusalOf(() => filesAt(folder))).toMatch(/no \.csv file in this folder/);
  });

  it('that is empty', () => {
    expect(refusalOf(() => filesAt(''))).toBe(
      '"": an empty name; name a caseload CSV or a folder of them, or - for standard input',
    );
  });

  // /dev/zero never ends.
  it.each(['/dev/zero', '/dev/null'])('that is the device %s, also behind a link', (device) => {
    const folder = folderWith();
    symlinkSync(device, `${folder}/cases.csv`);
    for (const path of [device, `${folder}/cases.csv`])
      expect(refusalOf(() => filesAt(path))).toBe(
        `${path}: is a device, not a file; name a CSV, or - for standard input`,
      );
    expect([isDevice(statSync(device)), isDevice(statSync(folder))]).toEqual([true, false]);
  });
});
