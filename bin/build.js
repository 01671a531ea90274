// Builds dist/: the program and the library as one set of ES modules with everything they need inside, and the
// library's types. Whatever the source imports with import() becomes a file of its own, loaded when it is used.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { danfo } from './danfo.js';
import { writeNotices } from './notices.js';
import { quickStart } from './quick-start.js';
import { together } from './together.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const TYPES_CONFIG = 'bin/types.json';

/** Threads are started from files of their own: source files called *-worker.ts, in dist/ beside all others. */
function workers() {
  const files = readdirSync(`${root}src`, { recursive: true }).filter((file) => file.endsWith('-worker.ts'));
  return files.map((file) => `src/${file.replaceAll('\\', '/')}`);
}

function bundle(entryPoints, plugins, splitting = true) {
  return build({
    absWorkingDir: root,
    entryPoints,
    entryNames: '[name]',
    outdir: 'dist',
    bundle: true,
    metafile: true,
    splitting,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Names stay as written: errors and stacks can be read, and shorter ones start no faster.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 160,
    // dist/NOTICES.txt has the full words.
    legalComments: 'none',
    // CommonJS packages such as commander ask for Node's own modules with require().
    banner: {
      js: "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);",
    },
    plugins: [danfo, quickStart, ...plugins],
  });
}

function writeTypes() {
  const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
  const { status } = spawnSync(process.execPath, [tsc, '--project', TYPES_CONFIG], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}

rmSync(`${root}dist`, { recursive: true, force: true });
// The library by itself: what it would share with the program would come in pieces, and each takes time to load.
const program = await bundle(['src/cli.ts'], [together]);
const threads = await bundle(workers(), [], false);
const library = await bundle(['src/index.ts'], []);
writeNotices(program.metafile, threads.metafile, library.metafile);
writeTypes();
