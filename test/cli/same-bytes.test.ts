/** The same inputs, options and version give the same bytes: anywhere, at any time, in any order, on any threads. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joined } from '../../src/caseload/decode.ts';
import { generateCaseload } from '../../src/generate/generate-caseload.ts';
import { fixture } from '../support/files.ts';
import { runCli, runFormats } from '../support/run-cli.ts';

const program = fileURLToPath(new URL('../../bin/yos-caseload.js', import.meta.url));
const FORMATS = ['terminal', 'markdown', 'csv', 'json'];

// A name that no report has by itself.
const folder = mkdtempSync(join(tmpdir(), 'where-nobody-looks-'));
const LARGE = { cases: 75_000, seed: 11, columns: 'core', messy: true, style: 'plain' } as const;

/** A Node that believes it is another day, and that cannot say who and where it is. */
const ELSEWHEN = `
const Now = Date;
globalThis.Date = class extends Now {
  constructor(...given) { super(...(given.length === 0 ? [86_399_000] : given)); }
  static now() { return 86_399_000; }
};
const os = require('node:os');
for (const name of ['hostname', 'userInfo', 'homedir']) os[name] = () => { throw new Error(name); };
require('node:module').syncBuiltinESMExports();
`;

beforeAll(() => {
  for (const name of ['caseload.csv', 'north.csv', 'south.csv']) {
    const from = name === 'caseload.csv' ? 'messy-export' : 'two-teams-two-files';
    cpSync(fixture(`${from}/${name}`), join(folder, name));
  }
  writeFileSync(join(folder, 'elsewhen.cjs'), ELSEWHEN);
  const args = ['--require', './elsewhen.cjs', '--print', 'new Date().toISOString()'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  expect(stdout).toBe('1970-01-01T23:59:59.000Z\n');
  const large = joined([...generateCaseload(LARGE)].map((chunk) => chunk.slice()));
  expect(large.length).toBeGreaterThan(8 << 20);
  writeFileSync(join(folder, 'large.csv'), large);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Standard output of the built program, run in the folder, with these variables of the environment beside PATH. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
    maxBuffer: 1 << 28,
    timeout: 30_000,
  });
  const said = args.includes('-o')
    ? /^yos-caseload: wrote report\.md \(\d+ kB; INTERNAL, not for sharing\)\n$/
    : /^$/;
  expect(stderr).toMatch(said);
  expect(stdout.length).toBeGreaterThan(1000);
  return stdout;
}

/** What may be shared and what not, problems and all, in every format, and the desk of the analyst. */
const RUNS = [
  ...FORMATS.map((format) => ['report', 'caseload.csv', '--by', 'team', '--format', format]),
  ...FORMATS.map((format) => ['report', 'caseload.csv', '--internal', '--format', format]),
  ['report', 'caseload.csv', '--internal', '--disclosure-log', '-', '-o', 'report.md', '--force'],
  ['validate', 'caseload.csv'],
  ['validate', 'caseload.csv', '--format', 'json'],
].map((args) => ({ what: args.join(' '), args }));

// In Auckland it is tomorrow already; a Turkish machine has another i, a German one another comma.
const PLACES = {
  'in Auckland, in German': { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8' },
  'in Honolulu, in Turkish': { TZ: 'Pacific/Honolulu', LC_ALL: 'tr_TR.UTF-8' },
  'on another day, by nobody': { NODE_OPTIONS: '--require ./elsewhen.cjs', USER: 'nobody' },
};

it.each(RUNS)(
  '$what gives the same bytes in every place, language and time, and tells of none',
  ({ args }) => {
    const here = run(args, { TZ: 'UTC', LANG: 'C' });
    for (const [place, env] of Object.entries(PLACES)) expect([place, run(args, env)]).toEqual([place, here]);
    const names = ['where-nobody-looks', tmpdir(), process.cwd(), hostname(), homedir()];
    expect(names.filter((name) => here.includes(name))).toEqual([]);
    expect(here).not.toMatch(new RegExp(`\\b${userInfo().username}\\b`));
    expect(here).not.toMatch(/\b\d\d:\d\d\b/);
  },
);

describe('the order of the files', () => {
  const north = fixture('two-teams-two-files/north.csv');
  const south = fixture('two-teams-two-files/south.csv');

  it.each([
    ['shareable', []],
    ['internal', ['--internal']],
    ['for each team', ['--internal', '--by', 'team']],
    ['rounded', ['--round', '5']],
  ])('changes nothing, nor does naming their folder: %s', async (_what, flags) => {
    const there = await runFormats(['report', north, south, ...flags]);
    expect(await runFormats(['report', south, north, ...flags])).toEqual(there);
    expect(await runFormats(['report', fixture('two-teams-two-files'), ...flags])).toEqual(there);
  });

  it('changes nothing of what is wrong with them', async () => {
    const messy = fixture('messy-export/caseload.csv');
    const validate = async (...files: string[]) =>
      (await runCli(['validate', ...files, '--as-at', '2026-09-30', '--format', 'json'])).stdout;
    expect(await validate(messy, north)).toBe(await validate(north, messy));
  });

  it('and the place of the files change nothing: only their names are said', async () => {
    const there = await runFormats(['report', north, south]);
    mkdirSync(join(folder, 'elsewhere'));
    for (const name of ['north.csv', 'south.csv'])
      cpSync(join(folder, name), join(folder, 'elsewhere', name));
    expect(await runFormats(['report', join(folder, 'elsewhere')])).toEqual(there);
  });
});

// So large that several threads are started when they are asked for.
it('the number of threads changes nothing', () => {
  const on = (threads: number) =>
    run(['report', 'large.csv', '--format', 'csv', '--threads', String(threads)]);
  const one = on(1);
  for (const threads of [2, 3]) expect(on(threads) === one).toBe(true);
});
