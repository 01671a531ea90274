/** prepare: the key, made when it is not there, kept, and on the disk before what only it explains. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/caseload/errors.ts';
import { main } from '../../src/cli.ts';
import { writeFiles } from '../../src/write-output.ts';
import { KEY_HEX } from '../prepare/reference-hash.ts';
import { fixture, folderWith, namesIn } from '../support/files.ts';
import { runCli } from '../support/run-cli.ts';

const EXPORT = fixture('prepare/export.csv');
const KEY = /^[0-9a-f]{64}\n$/;
const text = (file: string) => readFileSync(file, 'utf8');

async function* nothing(): AsyncGenerator<Uint8Array> {}

describe('the key', () => {
  it('is made for its owner alone when it is not there, with the advice to keep it', async () => {
    const folder = folderWith();
    const { stderr } = await runCli(['prepare', EXPORT, '--key-file', `${folder}/caseload.key`]);
    expect(text(`${folder}/caseload.key`)).toMatch(KEY);
    expect(statSync(`${folder}/caseload.key`).mode & 0o777).toBe(0o600);
    expect(stderr).toMatch(/caseload\.key: a new key; keep it, .* never send it with the data\n/);
    expect(stderr).not.toContain(text(`${folder}/caseload.key`).trim());
    expect(namesIn(folder)).toEqual(['caseload.key']);
  });

  it('is used again, unchanged and without a word, by the next run', async () => {
    const folder = folderWith();
    const args = ['prepare', EXPORT, '--key-file', `${folder}/caseload.key`];
    const first = await runCli(args);
    const before = text(`${folder}/caseload.key`);
    const second = await runCli([...args, '--force']);
    expect([second.stdout, text(`${folder}/caseload.key`)]).toEqual([first.stdout, before]);
    expect(second.stderr).not.toContain('caseload.key');
  });

  it('is yos-caseload.key in the folder one is in, when no other is named', async () => {
    const folder = folderWith();
    const before = process.cwd();
    process.chdir(folder);
    try {
      expect((await runCli(['prepare', EXPORT, '-o', 'caseload.csv'])).code).toBe(1);
    } finally {
      process.chdir(before);
    }
    expect(namesIn(folder)).toEqual(['caseload.csv', 'yos-caseload.key']);
    expect(text(`${folder}/yos-caseload.key`)).toMatch(KEY);
  });

  it('is not made when nothing needs it', async () => {
    const folder = folderWith({ 'export.csv': 'Surname,sex\nAshby,Male\n' });
    const args = ['prepare', `${folder}/export.csv`, '--count-cases', '--key-file', `${folder}/caseload.key`];
    expect(await runCli(args)).toMatchObject({ code: 0, stdout: 'sex\r\nMale\r\n' });
    expect(namesIn(folder)).toEqual(['export.csv']);
  });

  it('is whole on the disk when the first byte of the data leaves', async () => {
    const folder = folderWith();
    const seen: boolean[] = [];
    const stdout = {
      write: () => seen.push(KEY.test(text(`${folder}/caseload.key`))),
    };
    await main(['prepare', EXPORT, '--key-file', `${folder}/caseload.key`], {
      stdin: nothing(),
      stdout,
      stderr: { write: () => true },
      env: {},
    });
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).not.toContain(false);
  });
});

describe('the one writer', () => {
  const key = `${KEY_HEX}\n`;

  it('writes a key before any other file is begun, whatever their order', () => {
    const folder = folderWith();
    const seen: boolean[] = [];
    function* data() {
      seen.push(existsSync(`${folder}/caseload.key`) && text(`${folder}/caseload.key`) === key);
      yield new TextEncoder().encode('case_id\r\n');
    }
    writeFiles([
      { to: `${folder}/caseload.csv`, content: data() },
      { to: `${folder}/caseload.key`, content: key, isKey: true },
    ]);
    expect(seen).toEqual([true]);
    expect(namesIn(folder)).toEqual(['caseload.csv', 'caseload.key']);
  });

  it('never writes over a key that another run has made meanwhile, and then writes nothing else', () => {
    const folder = folderWith();
    writeFileSync(`${folder}/caseload.key`, 'that of the other run', { mode: 0o600 });
    const writes = [
      { to: `${folder}/caseload.key`, content: key, isKey: true as const },
      { to: `${folder}/caseload.csv`, content: 'case_id\r\n' },
    ];
    expect(() => writeFiles(writes)).toThrow(UserError);
    expect(() => writeFiles(writes)).toThrow(
      /caseload\.key: cannot be written \(EEXIST\); nothing was written/,
    );
    expect(text(`${folder}/caseload.key`)).toBe('that of the other run');
    expect(namesIn(folder)).toEqual(['caseload.key']);
  });

  it('keeps the key when the data cannot be written, for the next try', () => {
    const folder = folderWith();
    function* data(): Generator<Uint8Array> {
      yield new Uint8Array(1);
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
    }
    const writes = [
      { to: `${folder}/caseload.key`, content: key, isKey: true as const },
      { to: `${folder}/caseload.csv`, content: data() },
    ];
    expect(() => writeFiles(writes)).toThrow(
      /caseload\.csv: cannot be written \(ENOSPC\); the files before it were/,
    );
    expect(namesIn(folder)).toEqual(['caseload.key']);
  });
});
