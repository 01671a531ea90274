// npm run attack -- --count N --seed S: attacks the reports on N caseloads drawn from seed S on, on all cores. Prints
// the first that leaks, shrunk to the fewest rows, and exits with 1. For thousands; the tests attack some dozens.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { danfo } from './danfo.mjs';
import { quickStart } from './quick-start.mjs';

const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const bundle = fromRoot('node_modules/.cache/yos-caseload/attack.mjs');
const started = Date.now();

const { values } = parseArgs({
  options: { count: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const [count, seed] = [values.count, values.seed].map(Number);
if (![count, seed].every((value) => Number.isSafeInteger(value) && value >= 1)) {
  console.error('give --count and --seed as whole numbers from 1 on');
  process.exit(2);
}

await build({
  entryPoints: [fromRoot('test/attack/main.ts')],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Looked up beside its WebAssembly when it runs.
  external: ['highs'],
  // CommonJS packages ask for Node's own modules with require().
  banner: {
    js: "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);",
  },
  plugins: [danfo, quickStart],
});

const parts = Math.min(count, availableParallelism());
const children = Array.from({ length: parts }, (_, part) => {
  const args = [bundle, seed + part, count - part, parts].map(String);
  return spawn(process.execPath, args, { stdio: 'inherit' });
});
/** The exit code of a child; the first leak ends the search, since the others would only repeat it. */
const endOf = (child) =>
  new Promise((resolve) => {
    child.on('exit', (code) => {
      if (code !== 0) for (const other of children) other.kill();
      resolve(code ?? 1);
    });
  });
const codes = await Promise.all(children.map(endOf));
const leaks = codes.some((code) => code !== 0);
console.log(
  `${leaks ? 'A report leaks' : `No leak in ${count} reports`} (${Math.round((Date.now() - started) / 1000)} s)`,
);
process.exitCode = leaks ? 1 : 0;
