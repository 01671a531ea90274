// Every file that is loaded costs a short run about half a millisecond, and esbuild makes one for each set of modules
// that some import() needs. So what the commands that read a caseload load is one file.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../src', import.meta.url));
const NAME = 'reading';

/** Modules asked for by import(); their names must differ. `generate` stays by itself. */
const TOGETHER = [
  'caseload/decode.ts',
  'commands/columns.ts',
  'commands/metrics.ts',
  'commands/report.ts',
  'commands/validate.ts',
  'render/csv.ts',
  'render/json.ts',
  'render/markdown.ts',
  'render/terminal.ts',
  'write-output.ts',
];
const paths = new Set(TOGETHER.map((file) => resolve(source, file)));

/** The esbuild plugin. */
export const together = {
  name: 'together',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ kind, resolveDir, path }) =>
      kind === 'dynamic-import' && paths.has(resolve(resolveDir, path))
        ? { path: NAME, namespace: NAME }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: NAME }, () => ({
      contents: TOGETHER.map((file) => `export * from './${file}';`).join('\n'),
      resolveDir: source,
      loader: 'js',
    }));
  },
};
