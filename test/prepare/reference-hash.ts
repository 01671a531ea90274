/** HMAC-SHA-256 once more, from its definition in RFC 2104 and a plain SHA-256, to check ours against. */
import { createHash } from 'node:crypto';

const BLOCK_BYTES = 64;

export function referenceHmac(key: Uint8Array, message: string): string {
  const block = new Uint8Array(BLOCK_BYTES);
  block.set(key);
  const padded = (pad: number) => block.map((byte) => byte ^ pad);
  const inner = createHash('sha256').update(padded(0x36)).update(message).digest();
  return createHash('sha256').update(padded(0x5c)).update(inner).digest('hex');
}

/** A key of tests, as bytes and as its file has it. */
export const KEY_HEX = 'c0ffee00'.repeat(8);
export const KEY_BYTES = new Uint8Array(Buffer.from(KEY_HEX, 'hex'));

/** The pseudonym of a cell under that key, as README describes it. */
export function referencePseudonym(letter: string, column: string, cell: string, key = KEY_BYTES): string {
  return letter + referenceHmac(key, `${column}\0${cell}`).slice(0, 16);
}
