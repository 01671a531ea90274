/** The commentary file of `--notes`. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { commentaryText, MOST_KIBIBYTES } from '../commentary/commentary-text.ts';
import { readCommentary } from '../commentary/read-commentary.ts';
import type { Commentary } from '../report/commentary.ts';
import { readBytes } from './read-bytes.ts';

/** @throws UserError for a file that cannot be read, is no text, or has a heading that is no section */
export function readNotes(path: string): {
  readonly file: string;
  readonly sha256: string;
  readonly said: ReadonlyMap<string, Commentary>;
} {
  const bytes = readBytes(path, '--notes', MOST_KIBIBYTES);
  const where = `--notes ${path}`;
  return {
    file: basename(path),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    said: readCommentary(commentaryText(bytes, where), where),
  };
}
