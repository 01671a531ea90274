/** A first look over a whole file: its hash, its encoding, whether it is text at all. */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { byteOrderMark, utf8Check } from './decode.ts';
import { UserError } from './errors.ts';
import type { Source } from './read-file.ts';

const LF = 10;
const CR = 13;

/** Hashes the bytes and finds their encoding. @throws UserError for binary data */
export function inspectSource(name: string, chunks: () => Iterable<Uint8Array>): Source {
  const hash = createHash('sha256');
  const isAllUtf8 = utf8Check(isUtf8);
  let mark: ReturnType<typeof byteOrderMark> = null;
  let isFirst = true;
  let size = 0;
  for (const chunk of chunks()) {
    hash.update(chunk);
    size += chunk.length;
    if (isFirst) mark = byteOrderMark(chunk);
    isFirst = false;
    if (mark !== null && mark.encoding !== 'utf-8') continue;
    if (chunk.includes(0)) refuseNul(name, chunks());
    isAllUtf8(chunk);
  }
  const encoding = mark?.encoding ?? (isAllUtf8(new Uint8Array(0)) ? 'utf-8' : 'windows-1252');
  return { name, size, sha256: hash.digest('hex'), encoding, markBytes: mark?.bytes ?? 0, chunks };
}

function refuseNul(name: string, chunks: Iterable<Uint8Array>): never {
  let line = 1;
  let before = 0;
  search: for (const chunk of chunks) {
    for (const byte of chunk) {
      if (byte === 0) break search;
      // A line ends at LF, CR or CR LF.
      if (byte === CR || (byte === LF && before !== CR)) line++;
      before = byte;
    }
  }
  throw new UserError(`${name} line ${line}: a NUL byte; this is not a text file, export it again as CSV`);
}
