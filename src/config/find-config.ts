/** Where a config file is found; apart, so that whoever has none need not load what reads it. */
import { lstatSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../caseload/errors.ts';

const NAMES = ['yos-caseload.yaml', 'yos-caseload.yml', 'yos-caseload.json'];

/**
 * The config of a folder, or of the nearest folder above that has one; null when there is none.
 * @throws UserError when a folder has two, naming both
 */
export function findConfig(folder: string): string | null {
  const here = resolve(folder);
  const [first, second] = NAMES.map((name) => join(here, name)).filter(isThere);
  if (second !== undefined) {
    throw new UserError(
      `${first} and ${basename(second)}: two config files in one folder; keep one, or choose with --config`,
    );
  }
  if (first !== undefined) return first;
  const above = dirname(here);
  return above === here ? null : findConfig(above);
}

/** A link counts although it may lead nowhere: reading it says so. A folder of that name is no config. */
function isThere(path: string): boolean {
  try {
    return !lstatSync(path).isDirectory();
  } catch {
    // Not there, or in a folder that may not be looked into.
    return false;
  }
}
