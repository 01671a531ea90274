/** The key file: 32 random bytes as hex, for its owner's eyes alone. */
import { randomBytes } from 'node:crypto';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { platform } from 'node:os';
import { UserError } from '../caseload/errors.ts';

const KEY_BYTES = 32;
const KEY = /^[0-9a-f]{64}\s*$/i;
/** A larger file is no key, and is not read. */
const MOST_BYTES = 1024;
/** What group and others may do with a file: read or change it. */
const OTHERS_MAY = 0o066;

export interface Key {
  readonly bytes: Uint8Array;
  /** What stands in its file. */
  readonly text: string;
}

/**
 * The key in a file; null when there is no such file.
 * @throws UserError for a file that others may read, where the system has file modes, and for one that holds no key
 */
export function readKey(file: string): Uint8Array | null {
  if (file === '' || file === '-')
    throw new UserError(`--key-file "${file}": name a file, which is made when it is not there`);
  const there = looking(file, () => statSync(file, { throwIfNoEntry: false }));
  if (there === undefined) return null;
  refuseUnsafe(file, there);
  const text = there.size > MOST_BYTES ? '' : looking(file, () => readFileSync(file, 'latin1'));
  if (!KEY.test(text)) {
    throw new UserError(
      `${file}: is no key file (64 hexadecimal digits); name the one made before with --key-file, or one that is not there yet`,
    );
  }
  return bytesOf(text.trim());
}

export function newKey(): Key {
  const text = randomBytes(KEY_BYTES).toString('hex');
  return { bytes: bytesOf(text), text: `${text}\n` };
}

function refuseUnsafe(file: string, there: Stats): void {
  if (!there.isFile()) throw new UserError(`${file}: is no file; name a key file with --key-file`);
  if (platform() === 'win32' || (there.mode & OTHERS_MAY) === 0) return;
  throw new UserError(
    `${file}: others than its owner may read this key; take that away (chmod 600), and keep it where files have modes`,
  );
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: KEY_BYTES }, (_, at) =>
    Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16),
  );
}

function looking<T>(file: string, look: () => T): T {
  try {
    return look();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new UserError(`${file}: cannot be read (${code}); check that you may open it`);
  }
}
