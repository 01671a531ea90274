import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findConfig } from '../../src/config/find-config.ts';
import { folderWith } from '../support/files.ts';
import { messageOf } from './reading.ts';

describe('finding a config', () => {
  it('looks in the folder, then in those above it, and takes the nearest', () => {
    const folder = folderWith({
      'yos-caseload.yaml': '',
      'a/yos-caseload.json': '{}',
      'a/b/c/x.csv': '',
      'd/x.csv': '',
    });
    expect(findConfig(folder)).toBe(join(folder, 'yos-caseload.yaml'));
    expect(findConfig(join(folder, 'd'))).toBe(join(folder, 'yos-caseload.yaml'));
    expect(findConfig(join(folder, 'a/b/c'))).toBe(join(folder, 'a/yos-caseload.json'));
  });

  it.each(['yos-caseload.yaml', 'yos-caseload.yml', 'yos-caseload.json'])('knows %s', (name) => {
    const folder = folderWith({ [name]: '' });
    expect(findConfig(folder)).toBe(join(folder, name));
  });

  it('finds none where there is none, and takes no folder for one', () => {
    const folder = folderWith({ 'caseload.yaml': '' });
    mkdirSync(join(folder, 'yos-caseload.yaml'));
    expect(findConfig(folder)).toBeNull();
  });

  it('refuses two in one folder, naming both', () => {
    const folder = folderWith({ 'yos-caseload.json': '', 'yos-caseload.yml': '' });
    expect(messageOf(() => findConfig(folder))).toBe(
      `${join(folder, 'yos-caseload.yml')} and yos-caseload.json: two config files in one folder; keep one, or choose with --config`,
    );
  });

  it('takes a link that leads nowhere for one, as reading it will say so', () => {
    const folder = folderWith();
    symlinkSync(join(folder, 'gone.yaml'), join(folder, 'yos-caseload.yaml'));
    expect(findConfig(folder)).toBe(join(folder, 'yos-caseload.yaml'));
  });
});
