import { UserError } from '../caseload/errors.ts';

const KIBIBYTE = 1024;
export const MOST_KIBIBYTES = 256;

/**
 * The text of a commentary file: UTF-8, with or without a byte order mark.
 * @throws UserError for bytes that are no text, or too many
 */
export function commentaryText(bytes: Uint8Array, name: string): string {
  if (bytes.length > MOST_KIBIBYTES * KIBIBYTE) {
    throw new UserError(
      `${name}: too large for a commentary; keep it to ${MOST_KIBIBYTES} KiB of Markdown, without pictures`,
    );
  }
  const text = decoded(bytes);
  if (text === null || text.includes('\0')) {
    throw new UserError(`${name}: not UTF-8 text; save the commentary as UTF-8 in your editor`);
  }
  return text;
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
