// Builds dist/: the program with its code cache, what it loads on demand, the threads it starts, the library, and the
// library's types; each with everything it needs inside.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { APART, loadedApart } from './apart.mjs';
import { compiledCharts, withoutCanvas } from './charts.mjs';
import { danfo } from './danfo.mjs';
import { writeNotices } from './notices.mjs';
import { quickStart } from './quick-start.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const TYPES_CONFIG = 'bin/types.json';

/** Threads are started from files of their own: source files called *-worker.ts, in dist/ beside all others. */
function workers() {
  const files = readdirSync(`${root}src`, { recursive: true }).filter((file) => file.endsWith('-worker.ts'));
  return files.map((file) => `src/${file.replaceAll('\\', '/')}`);
}

const settings = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  metafile: true,
  platform: 'node',
  target: 'node20',
  // Names stay as written: errors and stacks can be read, and shorter ones start no faster.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 160,
  // dist/NOTICES.txt has the full words.
  legalComments: 'none',
  plugins: [danfo, quickStart],
};

/** One file that is loaded in one go: what the source imports with import() is in it, and run when it is needed. */
function bundleProgram() {
  return build({
    ...settings,
    entryPoints: { program: 'src/cli.ts' },
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'programUrl' },
    banner: { js: "const programUrl=require('node:url').pathToFileURL(__filename).href;" },
    plugins: [...settings.plugins, loadedApart],
  });
}

/** What the program loads on demand. */
function bundleApart() {
  return build({
    ...settings,
    entryPoints: Object.fromEntries(APART.map(({ file, entry }) => [file, entry])),
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    plugins: [...settings.plugins, withoutCanvas, compiledCharts((metafile) => metafiles.push(metafile))],
  });
}

function bundleModules(entryPoints) {
  return build({
    ...settings,
    entryPoints,
    entryNames: '[name]',
    format: 'esm',
    // CommonJS packages ask for Node's own modules with require().
    banner: {
      js: "import{createRequire as nodeRequire}from'node:module';const require=nodeRequire(import.meta.url);",
    },
  });
}

function runNode(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

rmSync(`${root}dist`, { recursive: true, force: true });
/** Of all builds: what is in them, or went into what is. */
const metafiles = [];
const program = await bundleProgram();
const apart = await bundleApart();
const modules = await bundleModules(['src/index.ts', ...workers()]);
writeNotices(program.metafile, apart.metafile, modules.metafile, ...metafiles);
runNode('bin/write-code-cache.mjs');
runNode(
  fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json'))),
  '--project',
  TYPES_CONFIG,
);
