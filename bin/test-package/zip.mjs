// The release for laptops without npm, read by two programs that did not write it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { attempt } from './table.mjs';

const READ_BY_PYTHON =
  'import sys, zipfile; bad = zipfile.ZipFile(sys.argv[1]).testzip(); assert bad is None, bad';

/** @returns what starts the tool in the unpacked folder */
export function makeZip(root, folder, manifest) {
  const top = `${manifest.name}-${manifest.version}`;
  const release = (place) => {
    run(process.execPath, [join(root, 'bin/release.mjs'), place]);
    return join(place, `${top}.zip`);
  };
  const zip = release(folder);
  attempt('zip: made again, the same bytes', '', () => {
    const bytes = readFileSync(zip);
    assert.ok(bytes.equals(readFileSync(release(join(folder, 'again')))));
    return `ok, ${bytes.length} bytes`;
  });
  const unpacked = join(folder, 'Älles Ünpacked');
  attempt("zip: python's zipfile reads it", '', () => void run('python3', ['-c', READ_BY_PYTHON, zip]));
  attempt('zip: unzip reads it', '', () => void run('unzip', ['-q', zip, '-d', unpacked]));
  return join(unpacked, top, 'yos-caseload.cjs');
}
