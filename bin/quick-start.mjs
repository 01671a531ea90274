// What commander and cli-table3 do that costs a short run time and gives it nothing, left out of the bundle. None of
// it changes what they do, so tests may run on the packages as they are.
import { readFile } from 'node:fs/promises';

/** The packages are pinned; each mend is a file, a piece of its text and what stands in its place. */
const MENDS = [
  // Commands that are programs of their own need this; ours are none.
  [
    /commander[\\/]lib[\\/]command\.js$/,
    "const childProcess = require('node:child_process');",
    "const childProcess = { spawn: (...given) => require('node:child_process').spawn(...given) };",
  ],
  // A line for debugging that holds the start of a cell is made anew for each line of the cell.
  [
    /cli-table3[\\/]src[\\/]cell\.js$/,
    'let content = utils.truncate(this.content, 10, this.truncate);',
    'let content = this.content;',
  ],
  // The lines around a cell are those of its table, worked out anew for each cell.
  [
    /cli-table3[\\/]src[\\/]cell\.js$/,
    'let chars = (this.chars = {});\n    CHAR_NAMES.forEach(function (name) {',
    `const shared = this.options.chars === undefined ? tableOptions.charsOfCells : undefined;
    let chars = (this.chars = shared ?? {});
    if (this.options.chars === undefined) tableOptions.charsOfCells = chars;
    if (shared === undefined) CHAR_NAMES.forEach(function (name) {`,
  ],
  // The names of options are put together anew for each cell.
  [
    /cli-table3[\\/]src[\\/]cell\.js$/,
    'function setOption(objA, objB, nameB, targetObj) {',
    `const camelNames = {};
function setOption(objA, objB, nameB, targetObj) {
  const camel = (camelNames[nameB] ??= nameB.replace(/-(.)/, (_, first) => first.toUpperCase()));
  targetObj[camel] = objA[camel] ?? objA[nameB] ?? objB[camel] ?? objB[nameB];
  return;`,
  ],
  // Text without codes needs no search for them.
  [
    /cli-table3[\\/]src[\\/]utils\.js$/,
    'function strlen(str) {',
    "function strlen(str) {\n  if (typeof str === 'string' && /^[ -~\\u2580-\\u259f]*$/.test(str)) return str.length;",
  ],
  // The pattern for emoji is built anew for each text. Plain text and bars need none: their width is their length.
  [
    /string-width[\\/]index\.js$/,
    'const stringWidth = string => {',
    "const stringWidth = string => {\n  if (typeof string === 'string' && /^[ -~\\u2580-\\u259f]*$/.test(string)) return string.length;",
  ],
  // Which colours there are is ours to say; asking the system loads two modules of Node.
  [
    /chalk[\\/]source[\\/]index\.js$/,
    "import supportsColor from '#supports-color';",
    'const supportsColor = {};',
  ],
];

async function mended(path) {
  let contents = await readFile(path, 'utf8');
  for (const [, fault, mend] of MENDS.filter(([file]) => file.test(path))) {
    if (!contents.includes(fault)) throw new Error(`${path} no longer contains: ${fault}`);
    contents = contents.replace(fault, () => mend);
  }
  return { contents, loader: 'js' };
}

/** The esbuild plugin. */
export const quickStart = {
  name: 'quick-start',
  setup(build) {
    for (const [filter] of MENDS) build.onLoad({ filter }, ({ path }) => mended(path));
  },
};
