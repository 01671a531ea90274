import { readFileSync } from 'node:fs';
import { UserError } from '../caseload/errors.ts';

/**
 * The bytes of a small file beside the caseload.
 * @param option what it was given for: `--logo`
 * @throws UserError with the option and the file, where it cannot be read
 */
export function readBytes(path: string, option: string): Uint8Array {
  if (path.trim() === '') throw new UserError(`${option} "": an empty name; name a file`);
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const why =
      code === 'ENOENT' || code === 'ENOTDIR'
        ? 'no such file; check the name and where you are'
        : `cannot be read (${code}); check the name and that you may open it`;
    throw new UserError(`${option} ${path}: ${code === 'EISDIR' ? 'a folder; name a file in it' : why}`);
  }
}
