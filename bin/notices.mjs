// dist/NOTICES.txt: whose packages are in the bundle and under what terms. Their licences ask that these words go along.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Licences that ask for no more than their words. Any other is for a person to decide, not for a build. */
const PERMISSIVE = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0']);
const TERMS = /^(?:licen[cs]e|copying|notice)/i;
const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

const PREFACE = `yos-caseload contains these packages of other people, some of them in part or changed.
Each stands with the terms under which it was given.
`;

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Writes the notices of all packages of which something is in the outputs of these builds. */
export function writeNotices(...metafiles) {
  writeFileSync(`${root}dist/NOTICES.txt`, noticesOf(metafiles));
}

function noticesOf(metafiles) {
  const notices = [...bundledPackages(metafiles)].map(([folder, files]) => noticeOf(folder, files));
  notices.sort((a, b) => (a.title < b.title ? -1 : 1));
  return [PREFACE, ...notices.map(({ title, terms }) => `${'-'.repeat(80)}\n${title}\n\n${terms}\n`)].join(
    '\n',
  );
}

/** The folder of each package, with those of its files that are in an output. */
function bundledPackages(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) => Object.entries(output.inputs)),
  );
  const packages = new Map();
  for (const [path, { bytesInOutput }] of inputs) {
    const folder = PACKAGE.exec(path)?.[0];
    if (folder === undefined || bytesInOutput === 0) continue;
    packages.set(folder, (packages.get(folder) ?? new Set()).add(resolve(root, path)));
  }
  return packages;
}

function noticeOf(folder, files) {
  const at = resolve(root, folder);
  const { name, version, license } = JSON.parse(readFileSync(resolve(at, 'package.json'), 'utf8'));
  if (!PERMISSIVE.has(license)) throw new Error(`${name} ${version} is under ${license}: may it be bundled?`);
  const own = readdirSync(at).filter((file) => TERMS.test(file));
  const terms = own
    .sort()
    .map((file) => readFileSync(resolve(at, file), 'utf8').replace(/\r\n?/g, '\n').trim());
  return {
    title: `${name} ${version} (${license})`,
    terms: terms.length > 0 ? terms.join('\n\n') : termsOfSources(name, license, files),
  };
}

/** Some packages forget their licence file (danfojs-node does) and name the holder at the head of each source. */
function termsOfSources(name, license, files) {
  const holders = [...files].flatMap((file) => /Copyright .*/.exec(readFileSync(file, 'utf8')) ?? []);
  if (license !== 'MIT' || holders.length === 0) throw new Error(`${name} brings no words of its licence`);
  return `MIT License\n\n${[...new Set(holders)].sort().join('\n')}\n\n${MIT}`;
}
