// The caseloads: made once, by seed, with the project's own generator; the same bytes on every machine.
import { createReadStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { cellsOf } from './cells.js';
import { dirtied } from './dirt.js';
import { run } from './measure.js';
import { fromBench, TOOL } from './places.js';

const SEED = '1';
const DIRTY_CASES = 20_000;

/** A caseload of so many cases: the file as generated, and the same with every field in quotes. */
export async function caseloads(cases) {
  const plain = await made(`core-${cases}.csv`, (path) => generate(cases, path));
  const quoted = await made(`core-${cases}-quoted.csv`, (path) => rewritten(plain.path, path, quotedLine));
  return [
    { ...plain, cases, form: 'plain' },
    { ...quoted, cases, form: 'quoted' },
  ];
}

/** A smaller one with what peers are asked to clean, so that their cleaning is compared, too. It is not timed. */
export async function dirtyCaseload() {
  const clean = await made(`core-${DIRTY_CASES}.csv`, (path) => generate(DIRTY_CASES, path));
  const dirty = await made(`core-${DIRTY_CASES}-dirty.csv`, (path) => rewritten(clean.path, path, dirtied));
  return { ...dirty, cases: DIRTY_CASES, form: 'dirty' };
}

async function made(name, make) {
  const path = fromBench(`data/${name}`);
  if (!existsSync(path)) {
    process.stderr.write(`making ${name}\n`);
    mkdirSync(fromBench('data'), { recursive: true });
    await make(`${path}.part`);
    renameSync(`${path}.part`, path);
  }
  return { path, bytes: statSync(path).size };
}

function generate(cases, path) {
  const flags = ['--columns', 'core', '--seed', SEED, '--cases', String(cases), '--force', '-o', path];
  run({ command: process.execPath, args: [TOOL, 'generate', ...flags] });
}

/** Writes the lines of one file to another, each as the function makes it; no cell holds a line end. */
async function rewritten(from, to, lineOf) {
  const target = await open(to, 'w');
  let text = '';
  let index = 0;
  for await (const line of createInterface({ input: createReadStream(from), crlfDelay: Infinity })) {
    text += `${lineOf(line, index++)}\n`;
    if (text.length < 1 << 20) continue;
    await target.write(text);
    text = '';
  }
  await target.write(text);
  await target.close();
}

/** `a,"b, c"` to `"a","b, c"`: a field of a generated file is quoted whole or not at all. */
function quotedLine(line) {
  return cellsOf(line)
    .map((cell) => `"${cell}"`)
    .join(',');
}
