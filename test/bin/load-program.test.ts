/** The code cache that the build writes is a gain and never a need. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fixture, folderWith } from '../support/files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FILES = [
  'bin/yos-caseload.js',
  'bin/load-program.js',
  'bin/package.json',
  'dist/program.cjs',
  'dist/program.code-cache',
];

/** The installed tool, with something done to its code cache. */
function installed(change: (codeCache: string) => void): string {
  const folder = folderWith();
  for (const file of FILES) cpSync(join(root, file), join(folder, file));
  change(join(folder, 'dist/program.code-cache'));
  return folder;
}

function node(...args: readonly string[]) {
  return spawnSync(process.execPath, [...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NODE_DISABLE_COMPILE_CACHE: '1' },
  });
}

const report = (folder: string, ...options: readonly string[]) =>
  node(...options, join(folder, 'bin/yos-caseload.js'), 'report', fixture('tiny-service/caseload.csv'));
const changeBytes = (file: string, at: number) => {
  const bytes = readFileSync(file);
  for (let offset = 0; offset < 200; offset++) bytes[at + offset] ^= 0x5a;
  writeFileSync(file, bytes);
};

describe('the code cache', () => {
  const whole = report(root);

  it('is taken by the Node that wrote it', () => {
    const { stdout } = node(
      '--print',
      `const { PROGRAM, compile, readCodeCache } = require(${JSON.stringify(join(root, 'bin/load-program.js'))});
      const source = require('node:fs').readFileSync(PROGRAM, 'latin1');
      compile(source, readCodeCache(source)).cachedDataRejected`,
    );
    expect(stdout).toBe('false\n');
  });

  it.each([
    ['missing', (file: string) => rmSync(file)],
    ['empty', (file: string) => writeFileSync(file, '')],
    ['cut short', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 100_000))],
    ['damaged in its middle', (file: string) => changeBytes(file, 300_000)],
    ['damaged at its start', (file: string) => changeBytes(file, 0)],
  ])('gives the same report when it is %s', (_name, change) => {
    const { status, stdout, stderr } = report(installed(change));
    expect([status, stdout, stderr]).toEqual([0, whole.stdout, '']);
    expect(stdout).toContain('Caseload report');
  });

  it('gives the same report when the program is another than it was made of', () => {
    const folder = installed(() => {});
    const program = join(folder, 'dist/program.cjs');
    writeFileSync(program, readFileSync(program, 'latin1').replace('Caseload report', 'caseLOAD report'));
    expect(report(folder).stdout).toBe(whole.stdout.replace('Caseload report', 'caseLOAD report'));
  });

  it('gives the same report when V8 runs with other settings, which reject it', () => {
    expect(
      report(
        installed(() => {}),
        '--no-opt',
      ).stdout,
    ).toBe(whole.stdout);
  });
});
