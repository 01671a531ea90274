// npm run test:package: what is published, tested as users get it: packed, installed into clean places on every Node we
// name, run without a network, used as a library and from TypeScript; and the release zip. For Linux.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkContents, pack } from './test-package/contents.mjs';
import { makeProject, testLibrary, testTypes } from './test-package/library.mjs';
import { networkIs, nodeOf, run } from './test-package/run.mjs';
import { note, printTable } from './test-package/table.mjs';
import { testInstalled, useTool } from './test-package/tool.mjs';
import { makeZip } from './test-package/zip.mjs';

const NODES = [20, 22, 24, 26];
const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The Nodes that can be had; the table names the others. */
function findNodes() {
  return NODES.flatMap((version) => {
    try {
      const path = nodeOf(version);
      return [{ path, version: run(path, ['--version']).trim() }];
    } catch (error) {
      note('Node', `v${version}`, `not to be had: ${error.message.slice(0, 120)}`);
      return [];
    }
  });
}

function testAll(folder) {
  const packed = pack(root, folder);
  checkContents(packed, manifest);
  const tarball = join(folder, packed.filename);
  const project = makeProject(folder, manifest, tarball);
  const starter = makeZip(root, folder, manifest);
  for (const node of findNodes()) {
    testInstalled(node, folder, manifest, tarball);
    testLibrary(node, project);
    useTool('zip', node, folder, manifest, [node.path, starter]);
  }
  testTypes(root, manifest, project);
}

/** With a space in its name, as folders of users have. */
const folder = mkdtempSync(join(tmpdir(), 'yos caseload '));
try {
  testAll(folder);
} finally {
  console.log(`The network is ${networkIs}.\n`);
  printTable();
  rmSync(folder, { recursive: true, force: true });
}
