// npm run release [-- FOLDER]: the tool as a zip for laptops without npm, into FOLDER (the current one by default).
// It holds what the package holds, as it was built, and a starter beside it. The program and the threads' files find
// each other by their places in dist/.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipOf } from './release/zip.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { name, version, license, type, engines, bin, exports, files } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
const top = `${name}-${version}`;

/** Read by people on Windows, or by its command prompt, which loses its way in files with bare line feeds. */
const FOR_WINDOWS = ['README.txt', 'yos-caseload.cmd'];
/** Elsewhere than in the package: beside README.txt, another README would be mistaken for it. */
const PLACES = { 'README.md': 'MANUAL.md', 'dist/NOTICES.txt': 'NOTICES.txt' };

/** The files of the package, as package.json lists files and folders of them. */
function packaged() {
  const paths = files.flatMap((listed) => (isFolder(listed) ? within(listed) : [listed]));
  return paths.map((path) => [PLACES[path] ?? path, readFileSync(join(root, path))]);
}

function isFolder(path) {
  return statSync(join(root, path)).isDirectory();
}

function within(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => !isFolder(path));
}

/** What node needs of package.json: above all that the .js files beside it are ES modules. */
function manifest() {
  const kept = { name, version, license, type, engines, bin, exports };
  return ['package.json', Buffer.from(`${JSON.stringify(kept, null, 2)}\n`)];
}

function started() {
  const own = readdirSync(new URL('release', import.meta.url)).filter((file) => file !== 'zip.mjs');
  return own.map((file) => {
    const text = readFileSync(new URL(`release/${file}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n');
    return [file, Buffer.from(FOR_WINDOWS.includes(file) ? text.replaceAll('\n', '\r\n') : text)];
  });
}

const contents = [...packaged(), manifest(), ...started()]
  .map(([path, bytes]) => [`${top}/${path}`, bytes])
  .sort(([a], [b]) => (a < b ? -1 : 1));
const zip = zipOf(contents);
const folder = process.argv[2] ?? '.';
const target = join(folder, `${top}.zip`);
mkdirSync(folder, { recursive: true });
writeFileSync(target, zip);
console.log(`${target}: ${contents.length} files, ${zip.length} bytes`);
console.log(`SHA-256 ${createHash('sha256').update(zip).digest('hex')}`);
