// Tests load danfojs-node and cli-table3 as the bundle holds them: the same mends, and danfo in 0.05 s per test file
// instead of 0.6 s.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { danfo } from './danfo.mjs';
import { quickStart } from './quick-start.mjs';

const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Run by vitest once, before all tests; test/vitest.config.ts points the packages to the files it writes. */
export async function setup() {
  await build({
    entryPoints: {
      danfo: fromRoot('node_modules/danfojs-node/dist/danfojs-base/index.js'),
      'cli-table3': fromRoot('node_modules/cli-table3/index.js'),
    },
    outdir: fromRoot('node_modules/.cache/yos-caseload'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    plugins: [danfo, quickStart],
  });
}
