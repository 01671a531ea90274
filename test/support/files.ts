/** The fixtures, and folders that last for one test. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The path of a fixture, such as `tiny-service/caseload.csv`. */
export function fixture(path: string): string {
  return fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url));
}

export function readFixture(path: string): string {
  return readFileSync(fixture(path), 'utf8');
}

/** The CSV files of a fixture's folder, by name. */
export function csvFilesOf(folder: string): string[] {
  return readdirSync(fixture(folder))
    .filter((name) => /\.[ct]sv$/.test(name))
    .sort();
}

/** A folder of its own for a test, with these files in it; it is gone when the test is. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'yos-caseload-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A file of its own for a test. */
export function fileWith(content: string | Uint8Array, name = 'cases.csv'): string {
  return join(folderWith({ [name]: content }), name);
}

/** All names in a folder, hidden ones too. */
export function namesIn(folder: string): string[] {
  return readdirSync(folder).sort();
}
