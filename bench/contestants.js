// Who runs: this tool, those who do the same work, and the floors under both.
import { spawnSync } from 'node:child_process';
import { figuresOf } from './figures.js';
import { fromBench, TOOL } from './places.js';

const NODE = process.execPath;
const PYTHON = process.env.BENCH_PYTHON ?? 'python3';
const RSCRIPT = process.env.BENCH_RSCRIPT ?? 'Rscript';
const MILLER = process.env.BENCH_MLR ?? 'mlr';

const JSON_FLAGS = ['--format', 'json', '--internal'];
/** One question of many: open cases of this service by disposal. ISO days compare as text; blank is before any. */
const MILLER_COUNT = (asAt) => [
  'filter',
  `$residence != "Other" && $start_date <= "${asAt}" && ($end_date == "" || $end_date > "${asAt}")`,
  'then',
  'count',
  '-g',
  'disposal',
];

function answers(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** What is on this machine, looked for once. */
export const installed = {
  pandas: answers(PYTHON, ['-c', 'import pandas']),
  'R data.table': answers(RSCRIPT, ['-e', 'library(data.table)']),
  Miller: answers(MILLER, ['--version']),
  'wc -l': answers('wc', ['--version']),
};

export const OURS = 'yos-caseload';

/** `report` with other flags, for the budgets of small files. */
export function ours(name, args) {
  return { name, command: NODE, args: [TOOL, ...args], mayFind: true };
}

export const bareNode = { name: 'node -e 0', command: NODE, args: ['-e', '0'] };

/** This tool: every check on, every metric. */
export function tool({ path }) {
  return { ...ours(OURS, ['report', path, ...JSON_FLAGS]), figures: figuresOf };
}

/** The same on one thread, once the tool can be told. */
export function toolOnOneThread({ path }) {
  const { stdout } = spawnSync(NODE, [TOOL, 'report', '--help'], { encoding: 'utf8' });
  if (!stdout.includes('--threads')) return [];
  const args = ['report', path, ...JSON_FLAGS, '--threads', '1'];
  return [{ ...ours(`${OURS} --threads 1`, args), figures: figuresOf }];
}

export function duckdb({ path }) {
  return { name: 'DuckDB', command: NODE, args: [fromBench('peers/duckdb.js'), path], figures: JSON.parse };
}

export function csvParse({ path }) {
  return {
    name: 'csv-parse, counting only',
    command: NODE,
    args: [fromBench('peers/csv-parse.js'), path],
    figures: JSON.parse,
    isPartial: true,
  };
}

/** All who can run here; a floor does less, so that nothing can be had for less. `asAt` is what Miller is told. */
export function contestants(caseload, asAt) {
  const { path } = caseload;
  const pandas = { name: 'pandas', command: PYTHON, args: [fromBench('peers/pandas-peer.py'), path] };
  const table = {
    name: 'R data.table',
    command: RSCRIPT,
    args: [fromBench('peers/data-table.R'), path, fromBench('peers/labels.csv')],
  };
  const miller = {
    name: 'Miller, one count only',
    command: MILLER,
    args: ['--icsv', '--ojson', ...MILLER_COUNT(asAt), path],
    figures: millerFigures,
    isPartial: true,
  };
  return [
    tool(caseload),
    ...toolOnOneThread(caseload),
    duckdb(caseload),
    ...(installed.pandas ? [{ ...pandas, figures: JSON.parse }] : []),
    ...(installed['R data.table'] ? [{ ...table, figures: JSON.parse }] : []),
    ...(installed.Miller && caseload.form !== 'dirty' ? [miller] : []),
    csvParse(caseload),
    ...(installed['wc -l'] ? [{ name: 'wc -l', command: 'wc', args: ['-l', path] }] : []),
    bareNode,
  ];
}

function millerFigures(text) {
  const counts = JSON.parse(text).map(({ disposal, count }) => [disposal, count]);
  return { disposal: { disposals: Object.fromEntries(counts) } };
}

export function notInstalled() {
  return Object.keys(installed).filter((name) => !installed[name]);
}
