// Other programs, run as on a machine with nothing of ours and no network.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const GUARD = fileURLToPath(new URL('no-network.cjs', import.meta.url));
const LONGEST = 180_000;
const MOST_OUTPUT = 64 * 1024 * 1024;

/** How to run a program without a network, as far as this machine lets us: as root, as a user, not at all. */
const WITHOUT_NETWORK = [['unshare', '-n'], ['unshare', '-rn'], []].find(
  ([program, ...rest]) => program === undefined || spawnSync(program, [...rest, 'true']).status === 0,
);
export const networkIs =
  WITHOUT_NETWORK.length > 0 ? `off (${WITHOUT_NETWORK.join(' ')})` : 'refused to the tool';

/** Runs a program to its end. @returns what it printed */
export function run(program, given, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, given, {
    encoding: 'utf8',
    timeout: LONGEST,
    maxBuffer: MOST_OUTPUT,
    ...options,
  });
  if (error !== undefined) throw error;
  if (status !== 0) {
    const said = stderr.replace(/^npm (?:warn|notice) .*\n/gm, '').trim();
    throw new Error(`exit ${status}: ${said || stdout.trim()}`);
  }
  return stdout;
}

/** npm as the current Node brings it. */
const NPM =
  process.env.npm_execpath ?? join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');

/** The npm of this machine, with its settings. */
export function npm(given, options) {
  return run(process.execPath, [NPM, ...given], options);
}

/** The program of another version of Node; throws where the registry does not have it. */
export function nodeOf(version) {
  if (process.version.startsWith(`v${version}.`)) return process.execPath;
  const given = ['exec', '--yes', '--package', `node@${version}`, '--', 'node', '-p', 'process.execPath'];
  return npm(given).trim();
}

/** npm's install, run by this Node with an empty cache, no network and a registry that is not there. */
export function install(node, given, home) {
  mkdirSync(home, { recursive: true });
  const env = {
    ...environment(node, home),
    npm_config_cache: join(home, 'npm-cache'),
    npm_config_offline: 'true',
    npm_config_registry: 'http://127.0.0.1:9/',
  };
  const [program, ...rest] = [...WITHOUT_NETWORK, node, NPM, 'install', ...given];
  return run(program, rest, { cwd: home, env });
}

/** Runs with no network, and ends with a failure at an attempt to use one. */
export function runOffline(node, program, given, cwd) {
  const env = { ...environment(node, cwd), NODE_OPTIONS: `--require ${JSON.stringify(GUARD)}` };
  const [first, ...rest] = [...WITHOUT_NETWORK, program, ...given];
  return run(first, rest, { cwd, env });
}

/** Little of this process: the Node to test is the one that is found. */
function environment(node, home) {
  const paths = [dirname(node), '/usr/local/bin', '/usr/bin', '/bin'];
  return { PATH: paths.join(delimiter), HOME: home, COLUMNS: '100', TMPDIR: process.env.TMPDIR ?? '/tmp' };
}
