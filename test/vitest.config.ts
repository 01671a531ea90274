import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const fromRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

// Test processes inherit these: dates and colours come out the same on every machine.
process.env.TZ = 'UTC';
process.env.NO_COLOR = '1';
delete process.env.FORCE_COLOR;

export default defineConfig({
  root: fromRoot('.'),
  resolve: {
    alias: {
      'danfojs-node/dist/danfojs-base/index.js': fromRoot('node_modules/.cache/yos-caseload/danfo.cjs'),
      'cli-table3': fromRoot('node_modules/.cache/yos-caseload/cli-table3.cjs'),
    },
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: fromRoot('bin/packages-for-tests.mjs'),
    setupFiles: fromRoot('test/support/seed.ts'),
    // One process per core for all files: our modules keep no state, and a process per file costs 0.2 s each.
    pool: 'forks',
    maxWorkers: availableParallelism(),
    isolate: false,
    testTimeout: 20_000,
  },
});
