/** A config file on disk to what it says. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { UserError } from '../caseload/errors.ts';
import { isDevice } from '../caseload/list-files.ts';
import type { Baseline, Config } from './config.ts';
import { placeOf, refuse } from './mistakes.ts';
import { readConfig } from './read-config.ts';

/**
 * Reads a config file. The paths of a baseline and a logo are then those from where the tool runs, not from the file.
 * @throws UserError for a file that cannot be read, or with a line for each mistake in it
 */
export function loadConfig(path: string): Config {
  const bytes = bytesOf(path);
  const name = basename(path);
  const settings = readConfig(textOf(bytes, name), name);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    ...settings,
    baseline: baselineBeside(settings.baseline, path),
    logo: settings.logo === null ? null : pathBeside(settings.logo, path),
    path,
    sha256,
  };
}

function baselineBeside(baseline: Baseline | null, config: string): Baseline | null {
  return baseline?.kind === 'file' ? { kind: 'file', path: pathBeside(baseline.path, config) } : baseline;
}

function pathBeside(path: string, config: string): string {
  return isAbsolute(path) ? path : join(dirname(config), path);
}

function bytesOf(path: string): Uint8Array {
  if (path.trim() === '') throw new UserError('--config "": an empty name; name a config file');
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new UserError(`${path}: a folder; name the config file in it`);
    if (isDevice(stat)) throw new UserError(`${path}: a device, not a file; name a config file`);
    return readFileSync(path);
  } catch (error) {
    throw error instanceof UserError ? error : unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): UserError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const why =
    code === 'ENOENT' || code === 'ENOTDIR'
      ? 'no such file; check the name and where you are'
      : `cannot be read (${code}); check that you may open it`;
  return new UserError(`${path}: ${why}`);
}

/** The text of UTF-8 bytes, without a byte order mark. @throws UserError where they are none */
function textOf(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const message = 'not UTF-8 text; save the file as UTF-8 in your editor';
    refuse(name, [{ ...placeOf(text, text.indexOf('\ufffd')), message }]);
  }
}
