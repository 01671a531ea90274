/** What is published: small, whole, with no one else's code to install. `npm run test:package` installs and runs it. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));

interface Manifest {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly scripts: Readonly<Record<string, string>>;
}
const manifest: Manifest = JSON.parse(read('package.json'));

interface Packed {
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** What `npm pack` would write; scripts are not run, so it is of dist/ as it lies there. */
function pack(): Packed {
  const given = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const { stdout } = spawnSync('npm', given, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const packed: readonly Packed[] = JSON.parse(stdout);
  return packed[0];
}
const { size, unpackedSize, files } = pack();
const paths = files.map(({ path }) => path);

test('the package holds the tool, the library with its types, and the words that go with them', () => {
  expect(paths).toEqual(
    expect.arrayContaining([
      'bin/yos-caseload.js',
      'bin/load-program.js',
      'bin/package.json',
      'dist/program.cjs',
      'dist/program.code-cache',
      'dist/index.js',
      'dist/types/index.d.ts',
      'dist/NOTICES.txt',
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'package.json',
    ]),
  );
});

test('the package holds nothing else: no tests, no sources, no native code', () => {
  const wanted =
    /^(?:bin\/(?:yos-caseload\.js|load-program\.js|package\.json)|dist\/.+|CHANGELOG\.md|LICENSE|README\.md|package\.json)$/;
  const unwanted = /(?<!\.d)\.ts$|\.(?:node|so|dll|dylib|exe)$/;
  expect(paths.filter((path) => !wanted.test(path) || unwanted.test(path))).toEqual([]);
});

test('every file that the bundle starts as a thread lies beside it', () => {
  const scripts = paths.filter((path) => /^dist\/[^/]+\.c?js$/.test(path));
  const started = scripts.flatMap((path) =>
    // The bundle breaks long lines, also within a text.
    [
      ...read(path)
        .replaceAll('\\\n', '')
        .matchAll(/new URL\(\s*["'`]\.\/([^"'`]+)["'`],\s*(?:import\.meta\.url|programUrl)/g),
    ].map(([, name]) => name),
  );
  expect(started).toContain('code-range-worker.js');
  expect(started.filter((name) => !paths.includes(`dist/${name}`))).toEqual([]);
});

test('it is under 3 MB packed and 40 MB installed', () => {
  expect(size).toBeLessThan(3_000_000);
  expect(unpackedSize).toBeLessThan(40_000_000);
});

test('nothing is installed with it and installing it runs nothing', () => {
  const given = Object.keys(manifest);
  expect(given.filter((key) => /dependencies$/i.test(key) && key !== 'devDependencies')).toEqual([]);
  expect(Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
});

test('every package that the source imports stands in the notices with its terms', () => {
  const sources = filesIn('src').filter((file) => file.endsWith('.ts'));
  const imported = sources.flatMap((file) =>
    [...read(file).matchAll(/\bfrom '([^.'\n][^'\n]*)';$/gm)].map(([, name]) => name),
  );
  const packages = new Set(imported.filter((name) => !name.startsWith('node:')).map(packageOf));
  expect(packages).toContain('commander');
  const notices = read('dist/NOTICES.txt').split(`${'-'.repeat(80)}\n`);
  for (const name of packages) {
    const { version } = JSON.parse(read(`node_modules/${name}/package.json`));
    const notice = notices.find((text) => text.startsWith(`${name} ${version} (`));
    expect(notice, name).toMatch(
      /copyright[\s\S]*(?:without warranty of any kind|software is provided (?:by the copyright holders and contributors )?"as is")/i,
    );
  }
});

function packageOf(specifier: string): string {
  const [first, second] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** The declarations that a program with `import ... from 'yos-caseload'` has the compiler read. */
function declarationsRead(): readonly string[] {
  const seen = new Set(['dist/types/index.d.ts']);
  for (const file of seen) {
    for (const [, target] of read(file).matchAll(/(?:from |import\()["'](\.[^"']+)\.ts["']/g)) {
      seen.add(posix.join(posix.dirname(file), `${target}.d.ts`));
    }
  }
  return [...seen];
}

test('its types ask for no types of Node or of other packages', () => {
  const declarations = declarationsRead();
  expect(declarations).toContain('dist/types/frame/frame-types.d.ts');
  expect(declarations.filter((file) => !paths.includes(file))).toEqual([]);
  const foreign = /(?:from |import\()["'][^.]|\/\/\/ <reference|\bBuffer\b|\bNodeJS\b/;
  expect(declarations.filter((file) => foreign.test(read(file)))).toEqual([]);
});

test('the starter of the release zip asks for the same Node as the package', () => {
  const [, oldest] = /^const OLDEST = (\d+);$/m.exec(read('bin/release/yos-caseload.cjs')) ?? [];
  expect(`>=${oldest}`).toBe(manifest.engines.node);
});
