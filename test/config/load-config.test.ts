import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { fileWith, folderWith } from '../support/files.ts';
import { messageOf } from './reading.ts';

describe('loading a config', () => {
  it('says the name of the file and the SHA-256 of its bytes', () => {
    // printf 'framework: 2025\n' | sha256sum
    const sha256 = 'ad6ac7757ff08973760e76c0bc2ba059255d6ec27b7a1fac13bc6fbee23f4afa';
    const path = fileWith('framework: 2025\n', 'ours.yaml');
    expect(loadConfig(path)).toMatchObject({ file: 'ours.yaml', sha256, framework: '2025' });
  });

  it('takes the path of a baseline from the folder of the config', () => {
    const folder = folderWith({
      'a/ours.yaml': 'baseline: ../area.csv\n',
      'abs.yaml': 'baseline: /data/area.csv\n',
    });
    expect(loadConfig(join(folder, 'a/ours.yaml')).baseline).toEqual({
      kind: 'file',
      path: join(folder, 'area.csv'),
    });
    expect(loadConfig(join(folder, 'abs.yaml')).baseline).toEqual({ kind: 'file', path: '/data/area.csv' });
  });

  it('tells mistakes by the name of the file', () => {
    const path = fileWith('as-at: soon\nframework: x\n', 'ours.yaml');
    expect(messageOf(() => loadConfig(path)).split('\n')).toEqual([
      'ours.yaml: 2 mistakes',
      'ours.yaml:1:8: as-at "soon" is no date; write a date such as 2026-10-31',
      'ours.yaml:2:12: framework is "x"; write 2018-2024 or 2025',
    ]);
  });

  it('reads UTF-8 with a byte order mark, and says where a file is something else', () => {
    const text = 'values:\n  sex: { Fille: Female, Garçon: Male }\n';
    const marked = fileWith(new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)]), 'c.yaml');
    expect(loadConfig(marked).values[1]).toEqual({ column: 'sex', theirs: 'Garçon', ours: 'Male' });
    // In windows-1252 each character is one byte, here those of its number; ç is the 28th character of line 2.
    const windows = fileWith(
      Uint8Array.from(text, (character) => character.charCodeAt(0)),
      'c.yaml',
    );
    expect(messageOf(() => loadConfig(windows)).split('\n')).toEqual([
      'c.yaml: 1 mistake',
      'c.yaml:2:28: not UTF-8 text; save the file as UTF-8 in your editor',
    ]);
    const utf16 = fileWith(Uint8Array.from([0xff, 0xfe, 0x61, 0]), 'c.yaml');
    expect(messageOf(() => loadConfig(utf16))).toContain('c.yaml:1:1: not UTF-8 text');
  });

  it('refuses what is no file that can be read', () => {
    const folder = folderWith({ 'x.csv': '' });
    symlinkSync(join(folder, 'gone.yaml'), join(folder, 'yos-caseload.yaml'));
    expect(messageOf(() => loadConfig(''))).toBe('--config "": an empty name; name a config file');
    expect(messageOf(() => loadConfig(folder))).toBe(`${folder}: a folder; name the config file in it`);
    for (const path of [
      join(folder, 'none.yaml'),
      join(folder, 'x.csv/c.yaml'),
      join(folder, 'yos-caseload.yaml'),
    ])
      expect(messageOf(() => loadConfig(path))).toBe(
        `${path}: no such file; check the name and where you are`,
      );
    if (process.platform !== 'win32')
      expect(messageOf(() => loadConfig('/dev/null'))).toBe(
        '/dev/null: a device, not a file; name a config file',
      );
  });

  it('refuses a file that may not be opened', () => {
    const path = fileWith('', 'c.yaml');
    chmodSync(path, 0);
    const isOpen = mayRead(path);
    if (isOpen) expect(loadConfig(path).file).toBe('c.yaml');
    else
      expect(messageOf(() => loadConfig(path))).toBe(
        `${path}: cannot be read (EACCES); check that you may open it`,
      );
  });
});

/** Administrators may read everything. */
function mayRead(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}
