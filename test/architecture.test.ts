/** The rules of the house: who may import whom, where Node and the libraries are, what the code never does. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VERSION } from '../src/version.ts';

const SRC = new URL('../src/', import.meta.url);
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'));
/** The code of a file without its comments. */
const codeOf = (file: string) =>
  readFileSync(new URL(file, SRC), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '');

interface Import {
  readonly file: string;
  /** A file of ours by its path in src, or the name of a package. */
  readonly target: string;
  readonly isType: boolean;
}

const IMPORT =
  /^(?:import|export)\s+(type\s)?([^;']*?)\s*from\s*'([^']+)'|\bimport\s*\(\s*'([^']+)'|^import\s*'([^']+)'/gm;
const imports: readonly Import[] = files.flatMap((file) =>
  [...codeOf(file).matchAll(IMPORT)].map(([, type, names = '', ...targets]) => {
    const given = targets.find((target) => target !== undefined) ?? '';
    const path = given.startsWith('.') ? new URL(given, new URL(file, SRC)).href : null;
    const target = path === null ? given : path.slice(SRC.href.length);
    return { file, target, isType: type !== undefined || isOfTypes(names) };
  }),
);
/** `{ type A, type B }` */
function isOfTypes(names: string): boolean {
  const each = /^\{([\s\S]*)\}$/
    .exec(names)?.[1]
    .split(',')
    .map((name) => name.trim());
  return each?.every((name) => name === '' || name.startsWith('type ')) ?? false;
}
const folderOf = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : path);
const isOf = (path: string, allowed: readonly string[]) =>
  allowed.includes(path) || allowed.includes(folderOf(path));
const shown = ({ file, target, isType }: Import) => `${file} -> ${target}${isType ? ' (type)' : ''}`;
const ours = imports.filter(({ target }) => files.includes(target));

/** Folders and files that each part may import besides its own, at run time and as types alone. */
const MAY_IMPORT: Record<string, { values: readonly string[]; types?: readonly string[] }> = {
  stats: { values: [] },
  reference: { values: [] },
  frame: { values: [] },
  caseload: { values: ['reference'], types: ['report/report.ts'] },
  metrics: {
    // Beyond the chain, small helpers on plain values: the order of texts, the names of what is missing, the list of
    // judgements, and the codes [x] and [z].
    values: [
      'stats',
      'frame',
      'reference',
      'caseload/compare-utf8.ts',
      'caseload/nearest.ts',
      'caseload/groups.ts',
      'caseload/columns.ts',
      'caseload/read-dates.ts',
      'report/report.ts',
    ],
    types: ['caseload'],
  },
  // Metrics are handed in. Of them the report knows types, and from the contract the words a view answers in.
  report: {
    values: [
      'caseload',
      'frame',
      'reference',
      'stats',
      'version.ts',
      'metrics/define-metric.ts',
      'metrics/settings.ts',
    ],
  },
  // Reports side by side: their numbers alone, and of the caseloads which ids are in both.
  compare: {
    values: [
      'report/report.ts',
      'stats',
      'reference',
      'caseload/compare-utf8.ts',
      'caseload/groups.ts',
      'caseload/columns.ts',
    ],
    types: ['caseload'],
  },
  render: {
    values: [
      'report/report.ts',
      'reference',
      // What is drawn and said of rows as they are shown: the limits of a funnel, one correction over several tables.
      'stats/binomial-funnel.ts',
      'stats/holm.ts',
    ],
    types: ['compare/comparison.ts', 'report/commentary.ts'],
  },
  // The way back: what can be read is what is written, so headers and labels come from the dictionary.
  generate: { values: ['reference', 'caseload/columns.ts', 'caseload/errors.ts'] },
  // What a file of settings says; the population of a baseline is read as other small files are. It names metrics.
  config: {
    values: ['caseload', 'reference', 'metrics/index.ts', 'metrics/sections.ts'],
    types: ['metrics/settings.ts'],
  },
  // What a service says beside the figures: Markdown in, plain data of a report out.
  commentary: {
    values: ['caseload/errors.ts', 'metrics/sections.ts'],
    types: ['report/commentary.ts', 'report/report.ts'],
  },
  // What a service was recommended to do, beside the figures of a report as it is shown.
  actions: {
    values: [
      'caseload',
      'metrics',
      'reference',
      'report/report.ts',
      'render/shown-words.ts',
      'render/clean-report.ts',
      'render/measure-text.ts',
    ],
  },
  // A way of its own: raw rows in, rows of a caseload out. It reads as all else is read, and knows of no figures.
  prepare: { values: ['caseload', 'reference'] },
  commands: {
    values: [
      'caseload',
      'metrics',
      'report',
      'compare',
      'render',
      'generate',
      'prepare',
      'actions',
      'commentary',
      'config',
      'reference',
      'version.ts',
      'write-output.ts',
    ],
  },
  'index.ts': { values: ['caseload', 'frame', 'metrics', 'report'] },
  'program.ts': {
    values: ['commands', 'flags.ts', 'metrics', 'reference', 'version.ts', 'caseload/errors.ts'],
  },
  'flags.ts': { values: ['commands/metric-flags.ts', 'reference'], types: ['commands'] },
  'write-output.ts': { values: ['caseload/errors.ts'], types: ['commands/outcome.ts', 'progress'] },
  // How far a run is and what it wrote, in words.
  progress: { values: ['render'], types: ['caseload/watch.ts', 'commands/outcome.ts'] },
  'open-file.ts': { values: [] },
  'cli.ts': {
    values: [
      'program.ts',
      'write-output.ts',
      'caseload/errors.ts',
      'caseload/decode.ts',
      'render/clean-report.ts',
      'progress',
      'open-file.ts',
    ],
    types: ['commands'],
  },
  'version.ts': { values: [] },
};

test('imports point down the chain only', () => {
  expect([...new Set(files.map(folderOf))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  const wrong = ours.filter(({ file, target, isType }) => {
    const { values, types = [] } = MAY_IMPORT[folderOf(file)];
    return folderOf(file) !== folderOf(target) && !isOf(target, isType ? [...values, ...types] : values);
  });
  expect(wrong.map(shown)).toEqual([]);
});

test('every import is of a file of ours that is there, or of a package', () => {
  const missing = imports.filter(({ target }) => target.endsWith('.ts') && !files.includes(target));
  expect(missing.map(shown)).toEqual([]);
  expect(ours.length).toBeGreaterThan(files.length);
});

test('metrics do not import each other', () => {
  const defining = files.filter(
    (file) => folderOf(file) === 'metrics' && codeOf(file).includes('= defineMetric('),
  );
  const wrong = ours.filter(
    ({ file, target }) =>
      defining.includes(target) && folderOf(file) === 'metrics' && file !== 'metrics/index.ts',
  );
  expect(wrong.map(shown)).toEqual([]);
});

/** Of the one door to anything shared and what stands behind it. */
const isDoor = (file: string) => file.startsWith('report/disclosure');

test('what is withheld follows from what metrics declare and from the numbers of a report alone', () => {
  // Of the contract of a metric at run time the mark for every row of a table.
  const values = ['caseload/groups.ts', 'stats', 'metrics/define-metric.ts'];
  const types = ['caseload/columns.ts'];
  const wrong = ours.filter(
    ({ file, target, isType }) =>
      isDoor(file) && folderOf(target) !== 'report' && !isOf(target, isType ? [...values, ...types] : values),
  );
  expect(wrong.map(shown)).toEqual([]);
});

test('there is one door: whoever builds a report sends it through, but for the desk of the analyst', () => {
  const usersOf = (name: string) =>
    ours.flatMap(({ file, target, isType }) => (target === name && !isType && !isDoor(file) ? [file] : []));
  expect(usersOf('report/build-report.ts')).toEqual(
    expect.arrayContaining(['commands/report.ts', 'index.ts']),
  );
  const without = usersOf('report/build-report.ts').filter(
    (file) => !usersOf('report/disclosure.ts').includes(file),
  );
  expect(without).toEqual(['commands/validate.ts']);
});

test('neither a metric nor a format knows what withholds small numbers', () => {
  const wrong = ours.filter(
    ({ file, target }) => ['metrics', 'render', 'caseload'].includes(folderOf(file)) && isDoor(target),
  );
  expect(wrong.map(shown)).toEqual([]);
});

/** What is read and what is written goes through here; all between could run in a page. */
const MAY_USE_NODE = [
  'cli.ts',
  'caseload/load.ts',
  'caseload/list-files.ts', // what lies behind the names of files and folders
  'caseload/inspect-source.ts', // hashes the bytes
  'caseload/read-chunks.ts', // the bytes of a file, for load.ts and its threads
  'caseload/code-in-threads.ts', // starts the threads
  'write-output.ts', // the one writer that cli.ts calls, apart so that --help need not load it
  'open-file.ts', // starts the viewer of --open
  'commands/mapping.ts', // reads the mapping file of --map
  'commands/read-bytes.ts', // reads the small files of --baseline, --logo and --notes
  'commands/read-notes.ts', // hashes the latter
  'config/find-config.ts', // looks for the config file
  'config/load-config.ts', // reads and hashes it
  'prepare/key-file.ts', // reads the key of the pseudonyms, or makes one
  'prepare/keyed-hash.ts', // makes pseudonyms with it
];

test('the modules of Node and what only Node has are used where bytes are read or written', () => {
  const users = imports.filter(({ target }) => target.startsWith('node:')).map(({ file }) => file);
  const wrong = users.filter((file) => !MAY_USE_NODE.includes(file) && !/worker[^/]*\.ts$/.test(file));
  expect(wrong).toEqual([]);
  expect(files.filter((file) => /\b(?:process\.|Buffer\b|console\.|__dirname)/.test(codeOf(file)))).toEqual(
    [],
  );
});

test.each([
  ['csv-parse', /^caseload\/read-csv\.ts$/],
  ['danfojs-node', /^frame\//],
  ['commander', /^(?:cli|program|flags)\.ts$/],
  ['chalk', /^render\//],
  ['cli-table3', /^render\//],
  ['string-width', /^render\//],
  ['vega', /^render\/charts\//],
  ['vega-lite', /^render\/charts\//],
  ['fastest-levenshtein', /^caseload\/nearest\.ts$/],
  ['mdast-util-from-markdown', /^commentary\//],
  ['yaml', /^config\/(?:parse-text|syntax-words)\.ts$/],
  ['zod', /^config\//],
])('%s is used by one part alone', (library, place) => {
  const users = imports.filter(({ target }) => target === library || target.startsWith(`${library}/`));
  expect(users.length).toBeGreaterThan(0);
  expect(users.filter(({ file }) => !place.test(file)).map(shown)).toEqual([]);
});

test('there is no junk drawer and no barrel but the two faces', () => {
  const words = files.flatMap((file) => file.replace(/\.ts$/, '').split('/'));
  expect(words.filter((word) => /^(?:utils?|helpers?|common|lib|misc|shared)$/.test(word))).toEqual([]);
  expect(files.filter((file) => file.endsWith('index.ts')).sort()).toEqual(['index.ts', 'metrics/index.ts']);
});

test('no clock is read, nothing is random and nothing depends on the language of the machine', () => {
  const forbidden =
    /Math\.random|Date\.now|new Date\(\s*\)|\bDate\(\)|performance\.now|\bIntl\b|toLocale|localeCompare/;
  expect(files.filter((file) => forbidden.test(codeOf(file)))).toEqual([]);
});

test('the version is that of the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect(VERSION).toBe(version);
});
