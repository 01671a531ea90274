// What danfojs-node becomes in our bundle: its two data structures, without the native tensors, the
// algebra system and the plotting it would load at start, and with a few of its faults mended.
import { readFile } from 'node:fs/promises';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const fromRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Packages danfo asks for by exactly this name, and our part for each. */
const PARTS = {
  '@tensorflow/tfjs-node': fromRoot('src/frame/tensors.ts'),
  mathjs: fromRoot('src/frame/moments.ts'),
  table: fromRoot('src/frame/plain-table.ts'),
};

/** Modules loaded in a shorter form: only what the two data structures use, and those when they are first used. */
const SHORTENED = {
  'index.js': `
    Object.defineProperty(exports, 'Series', { enumerable: true, get: () => require('./core/series').default });
    Object.defineProperty(exports, 'DataFrame', { enumerable: true, get: () => require('./core/frame').default });`,
  'plotting/index.js': '',
};

/** Danfo is pinned and no longer maintained; each mend is one piece of its text and what stands in its place. */
const MENDS = {
  // A condition picks rows by position; the label picks others once a frame was sorted or filtered.
  'core/indexing.js': [['_formatedRows.push(_index[i]);', '_formatedRows.push(i);']],
  'core/frame.js': [
    // A frame of no rows has empty columns, not undefined ones ...
    [
      'var data = this.$dataIncolumnFormat[columnIndex];',
      'var data = this.$dataIncolumnFormat[columnIndex] || [];',
    ],
    // ... and a column added to it has a type.
    [
      '[utils.inferDtype(colunmValuesToAdd)[0]], false)',
      '[utils.inferDtype(colunmValuesToAdd)[0] || "string"], false)',
    ],
  ],
  // No rows are a range, too: from 0 to -1.
  'shared/utils.js': [
    ['if (end < start) {', 'if (end === start - 1) return [];\n        if (end < start) {'],
  ],
};

const base = /danfojs-node[\\/]dist[\\/]danfojs-base[\\/](.+\.js)$/;

function mended(name, text) {
  return (MENDS[name] ?? []).reduce((mending, [fault, mend]) => {
    if (!mending.includes(fault)) throw new Error(`danfojs-node ${name} no longer contains: ${fault}`);
    return mending.replace(fault, () => mend);
  }, text);
}

async function load({ path }) {
  const name = base.exec(path)[1].split(sep).join('/');
  const contents = SHORTENED[name] ?? mended(name, await readFile(path, 'utf8'));
  return { contents, loader: 'js' };
}

/** The esbuild plugin. */
export const danfo = {
  name: 'danfo',
  setup(build) {
    for (const [name, path] of Object.entries(PARTS)) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path }));
    }
    build.onLoad({ filter: base }, load);
  },
};
