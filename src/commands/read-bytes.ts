import { readFileSync, statSync } from 'node:fs';
import { UserError } from '../caseload/errors.ts';
import { isDevice } from '../caseload/list-files.ts';

const KIBIBYTE = 1024;

/**
 * The bytes of a small file beside the caseload.
 * @param option what it was given for: `--logo`
 * @throws UserError with the option and the file, where it cannot be read or is larger than such files are
 */
export function readBytes(path: string, option: string, mostKibibytes: number): Uint8Array {
  if (path.trim() === '') throw new UserError(`${option} "": an empty name; name a file`);
  const refuse = (why: string) => new UserError(`${option} ${path}: ${why}`);
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw refuse('a folder; name a file in it');
    if (isDevice(stat)) throw refuse('a device, not a file; name a file');
    const kibibytes = Math.ceil(stat.size / KIBIBYTE);
    if (kibibytes > mostKibibytes) throw refuse(`${kibibytes} kB; it may have ${mostKibibytes} kB`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw refuse(
      code === 'ENOENT' || code === 'ENOTDIR'
        ? 'no such file; check the name and where you are'
        : `cannot be read (${code}); check the name and that you may open it`,
    );
  }
}
