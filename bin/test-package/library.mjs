// The library in a project of somebody else's, from JavaScript and from TypeScript.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { install, npm, run, runOffline } from './run.mjs';
import { attempt, note, sameAsFirst } from './table.mjs';
import { GENERATE, GENERATE_LARGE } from './tool.mjs';

const PROGRAMS = ['consumer.mjs', 'consumer.mts'];
/** Besides our own. */
const TYPESCRIPTS = ['5.4', '5.9'];
const STRICT = '--strict --noEmit --target es2022 --lib es2022 --skipLibCheck false'.split(' ');
const RESOLUTIONS = {
  nodenext: ['--module', 'nodenext'],
  bundler: ['--module', 'esnext', '--moduleResolution', 'bundler'],
};

/** A project with the package as all it has, no danfojs, tfjs-node or @types; and the files all runs read. */
export function makeProject(folder, manifest, tarball) {
  const project = mkdtempSync(join(folder, 'project '));
  install(process.execPath, ['--prefix', project, tarball], project);
  const installed = readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'));
  assert.deepEqual(installed, [manifest.name]);
  for (const file of PROGRAMS) copyFileSync(new URL(file, import.meta.url), join(project, file));
  const tool = join(project, 'node_modules/.bin', manifest.name);
  runOffline(process.execPath, tool, GENERATE, project);
  runOffline(process.execPath, tool, GENERATE_LARGE, folder);
  return project;
}

export function testLibrary(node, project) {
  attempt('library: reports, frames without tfjs-node', node.version, () =>
    sameAsFirst('library', runOffline(node.path, node.path, ['consumer.mjs'], project)),
  );
}

export function testTypes(root, manifest, project) {
  testCompiler(manifest.devDependencies.typescript, join(root, 'node_modules/typescript/bin/tsc'), project);
  for (const version of TYPESCRIPTS) {
    try {
      testCompiler(version, compilerOf(version), project);
    } catch (error) {
      note(`tsc ${version}`, '', `not to be had: ${error.message.slice(0, 120)}`);
    }
  }
}

function testCompiler(version, tsc, project) {
  for (const [name, resolution] of Object.entries(RESOLUTIONS)) {
    attempt(`tsc ${version} --strict, ${name}`, '', () => {
      run(process.execPath, [tsc, ...STRICT, ...resolution, 'consumer.mts'], { cwd: project });
    });
  }
}

function compilerOf(version) {
  const where = "require('node:fs').realpathSync(process.env.PATH.split(':')[0] + '/tsc')";
  return npm(['exec', '--yes', '--package', `typescript@${version}`, '--', 'node', '-p', where]).trim();
}
