import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK_BYTES = 1 << 20;

/** The bytes of a file from `start` to `end`, chunk by chunk; each chunk is valid until the next is asked for. */
export function* chunksOf(path: string, start = 0, end = Number.POSITIVE_INFINITY): Generator<Uint8Array> {
  const descriptor = openSync(path, 'r');
  const chunk = new Uint8Array(CHUNK_BYTES);
  let at = start;
  try {
    while (at < end) {
      const length = readSync(
        descriptor,
        chunk,
        0,
        Math.min(CHUNK_BYTES, end - at),
        start === 0 && end === Number.POSITIVE_INFINITY ? null : at,
      );
      if (length === 0) return;
      at += length;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}
