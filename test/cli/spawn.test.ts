/** The program as it is installed: a process of its own. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixture, folderWith, namesIn, readFixture } from '../support/files.ts';
import { runCli } from '../support/run-cli.ts';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

function run(args: readonly string[], input = ''): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [fromRoot('bin/yos-caseload.js'), ...args], {
    encoding: 'utf8',
    input,
    env: { PATH: process.env.PATH },
    timeout: 15_000,
  });
}

beforeAll(() => {
  if (!existsSync(fromRoot('dist/program.cjs'))) spawnSync(process.execPath, [fromRoot('bin/build.mjs')]);
}, 60_000);

describe('bin/yos-caseload.js', () => {
  it('prints the version of the package', () => {
    const { version } = JSON.parse(readFixture('../package.json'));
    expect(run(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('prints the report, the same as in process', async () => {
    const args = ['report', fixture('tiny-service/caseload.csv'), '--format', 'csv'];
    expect(run(args)).toMatchObject({ status: 0, stdout: (await runCli(args)).stdout, stderr: '' });
  });

  it('reads standard input to its end and exits with what it found', () => {
    const { status, stdout } = run(['validate', '-'], readFixture('messy-export/caseload.csv'));
    expect([status, stdout]).toEqual([1, expect.stringContaining('missing-case-id')]);
  });

  it('refuses what it cannot read with one line and exit code 2', () => {
    const { status, stdout, stderr } = run(['report', 'none.csv']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^yos-caseload: none\.csv[^\n]*\n$/);
  });

  it('writes a large file whole', () => {
    const folder = folderWith();
    expect(run(['generate', '--cases', '5000', '--columns', 'core', '-o', `${folder}/many.csv`]).status).toBe(
      0,
    );
    expect(namesIn(folder)).toEqual(['many.csv']);
    const { stdout } = run(['generate', '--cases', '5000', '--columns', 'core']);
    expect(stdout.split('\n')).toHaveLength(5002);
  });
});
