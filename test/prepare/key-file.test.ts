/** The key file: its form, and who may read it. */
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/caseload/errors.ts';
import { newKey, readKey } from '../../src/prepare/key-file.ts';
import { fileWith, folderWith } from '../support/files.ts';
import { KEY_BYTES, KEY_HEX } from './reference-hash.ts';

function keyFile(content: string, mode = 0o600): string {
  const file = fileWith(content, 'caseload.key');
  chmodSync(file, mode);
  return file;
}

function refusalOf(file: string): string {
  try {
    readKey(file);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a key', () => {
  it.each([
    ['as it was made', `${KEY_HEX}\n`],
    ['without an end of line', KEY_HEX],
    ['saved again on Windows', `${KEY_HEX}\r\n`],
    ['in capitals', KEY_HEX.toUpperCase()],
  ])('is read %s', (_how, content) => {
    expect(readKey(keyFile(content))).toEqual(KEY_BYTES);
  });

  it('is read through a link', () => {
    const folder = folderWith();
    symlinkSync(keyFile(KEY_HEX), `${folder}/link.key`);
    expect(readKey(`${folder}/link.key`)).toEqual(KEY_BYTES);
  });

  it('that is not there is none', () => {
    expect(readKey(`${folderWith()}/caseload.key`)).toBeNull();
  });

  it('that is made is 32 random bytes, as hex with an end of line, and read as the same', () => {
    const [one, other] = [newKey(), newKey()];
    expect(one.text).toMatch(/^[0-9a-f]{64}\n$/);
    expect(readKey(keyFile(one.text))).toEqual(one.bytes);
    expect(one.bytes).toHaveLength(32);
    expect(other.text).not.toBe(one.text);
  });
});

describe('a file is refused as a key', () => {
  it.each([
    ['empty', ''],
    ['a digit short', KEY_HEX.slice(1)],
    ['a digit long', `${KEY_HEX}0`],
    ['two keys', `${KEY_HEX}\n${KEY_HEX}\n`],
    ['no hex', KEY_HEX.replace('c', 'g')],
    ['a caseload', 'case_id,child_id\nK1,Y1\n'],
    ['a key and much behind it', KEY_HEX + ' '.repeat(2000)],
  ])('that is %s, of which nothing is shown', (_what, content) => {
    const message = refusalOf(keyFile(content));
    expect(message).toMatch(/caseload\.key: is no key file \(64 hexadecimal digits\); name .*--key-file/);
    expect(message).not.toContain(KEY_HEX.slice(1, 20));
    expect(message).not.toContain('\n');
  });

  it.each([0o640, 0o604, 0o660, 0o644, 0o620, 0o602, 0o777])(
    'that group or others may read or change: mode %o',
    (mode) => {
      expect(refusalOf(keyFile(KEY_HEX, mode))).toMatch(
        /caseload\.key: others .* may read this key.*chmod 600/,
      );
    },
  );

  it.each([0o600, 0o400, 0o700])('but not when its owner alone may: mode %o', (mode) => {
    expect(readKey(keyFile(KEY_HEX, mode))).toEqual(KEY_BYTES);
  });

  it('that is a folder, a device or nothing with a name', () => {
    const folder = folderWith();
    mkdirSync(`${folder}/caseload.key`);
    expect(refusalOf(`${folder}/caseload.key`)).toMatch(/is no file; name a key file with --key-file/);
    expect(refusalOf('/dev/null')).toMatch(/is no file/);
    expect(refusalOf('')).toMatch(/^--key-file "": name a file/);
    expect(refusalOf('-')).toMatch(/^--key-file "-": name a file/);
  });
});
