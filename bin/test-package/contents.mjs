// What the packed file holds, how large it is, and what installing it would do.
import assert from 'node:assert/strict';
import { npm, run } from './run.mjs';
import { attempt } from './table.mjs';

const MOST_PACKED = 3_000_000;
export const MOST_INSTALLED = 40_000_000;

/** Places and kinds of files that users have no need of, or that run only on one kind of machine. */
const UNWANTED =
  /^(?:test|fixtures|src|bench|node_modules)\/|binding\.gyp$|\.(?:node|so|dll|dylib|exe)$|(?<!\.d)\.ts$/;
const RUN_BY_INSTALLING = /^(?:pre|post)?install$/;

/** Builds and packs. @returns what npm says of the packed file */
export function pack(root, folder) {
  run(process.execPath, ['bin/build.mjs'], { cwd: root });
  const given = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  return JSON.parse(npm(given, { cwd: root }))[0];
}

export function checkContents({ size, unpackedSize, files }, manifest) {
  const paths = files.map(({ path }) => path);
  attempt('packed: under 3 MB', '', () => {
    assert.ok(size < MOST_PACKED, `${size} bytes`);
    return `ok, ${size} bytes`;
  });
  attempt('packed: under 40 MB unpacked', '', () => {
    assert.ok(unpackedSize < MOST_INSTALLED, `${unpackedSize} bytes`);
    return `ok, ${unpackedSize} bytes, ${paths.length} files`;
  });
  attempt('packed: no tests, fixtures, sources, native code', '', () => {
    const unwanted = paths.filter((path) => UNWANTED.test(path));
    assert.deepEqual(unwanted, []);
  });
  attempt('packed: no dependencies, no install script', '', () => {
    const { scripts = {}, dependencies, optionalDependencies, peerDependencies } = manifest;
    assert.deepEqual({ ...dependencies, ...optionalDependencies, ...peerDependencies }, {});
    const scriptsRun = Object.keys(scripts).filter((name) => RUN_BY_INSTALLING.test(name));
    assert.deepEqual(scriptsRun, []);
  });
  attempt('packed: the licences of what is bundled', '', () => assert.ok(paths.includes('dist/NOTICES.txt')));
}
