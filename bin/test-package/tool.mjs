// The command, installed or unpacked, used from an empty folder without a network.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_INSTALLED } from './contents.mjs';
import { install, runOffline } from './run.mjs';
import { attempt, sameAsFirst } from './table.mjs';

export const GENERATE = ['generate', '--cases', '2000', '--messy', '-o', 'cases.csv'];
const REPORT = ['report', 'cases.csv', '--fail-on', 'never'];
const RUNS = {
  'report, terminal': REPORT,
  'report, JSON': [...REPORT, '--format', 'json'],
  'report, CSV': [...REPORT, '--format', 'csv'],
  'report, Markdown': [...REPORT, '--format', 'markdown'],
  'report by team, JSON': [...REPORT, '--by', 'team', '--format', 'json'],
  'report, HTML': [...REPORT, '--format', 'html'],
  'report, XLSX': [...REPORT, '--format', 'xlsx'],
  'report, ODS': [...REPORT, '--format', 'ods'],
  'report with a config and words': [
    ...[...REPORT, '--config', 'own.yaml', '--notes', 'words.md', '--actions', 'actions.csv'],
    ...['--format', 'html'],
  ],
};
/** What reads these is in files of its own. */
const WORDS = {
  'own.yaml': 'title: Report to the board\ncase-limit: 15\n',
  'words.md': '# Summary\n\nThe caseload **grew**.\n',
  'actions.csv': 'recommendation,due_date,metric,target\nSpread the work,2026-03-31,workload,at most 15\n',
};

/** Read on several threads, whose file must be found too; made once, as it takes a while. */
const LARGE = 'large.csv';
export const GENERATE_LARGE = ['generate', '--columns', 'core', '--cases', '120000', '-o', LARGE];

/** `start` is what its command line begins with; the large file lies in `folder`. */
export function useTool(label, node, folder, manifest, [program, ...start]) {
  const cwd = mkdtempSync(join(folder, 'work '));
  const use = (given) => runOffline(node.path, program, [...start, ...given], cwd);
  attempt(`${label}: --version`, node.version, () =>
    assert.equal(use(['--version']), `${manifest.version}\n`),
  );
  attempt(`${label}: generate`, node.version, () => {
    use(GENERATE);
    for (const [name, text] of Object.entries(WORDS)) writeFileSync(join(cwd, name), text);
    return sameAsFirst('generate', readFileSync(join(cwd, 'cases.csv')));
  });
  for (const [name, given] of Object.entries(RUNS)) {
    attempt(`${label}: ${name}`, node.version, () => sameAsFirst(name, use(given)));
  }
  attempt(`${label}: report of 120,000 cases`, node.version, () =>
    sameAsFirst(LARGE, use(['report', join(folder, LARGE), '--format', 'json'])),
  );
}

/** `npm install -g` of the packed file into a clean prefix, and the command it gives. */
export function testInstalled(node, folder, manifest, tarball) {
  const prefix = mkdtempSync(join(folder, 'prefix '));
  attempt('npm install -g', node.version, () => {
    install(node.path, ['--global', '--prefix', prefix, tarball], mkdtempSync(join(folder, 'home ')));
    assert.deepEqual(readdirSync(join(prefix, 'lib/node_modules')), [manifest.name]);
    const size = sizeOf(prefix);
    assert.ok(size < MOST_INSTALLED, `${size} bytes`);
    return `ok, ${size} bytes`;
  });
  useTool('installed', node, folder, manifest, [join(prefix, 'bin', manifest.name)]);
}

/** Bytes of the files in a folder; what links to them is counted too. */
function sizeOf(path) {
  const files = readdirSync(path, { recursive: true }).map((file) => statSync(join(path, file)));
  return files.filter((file) => file.isFile()).reduce((sum, { size }) => sum + size, 0);
}
