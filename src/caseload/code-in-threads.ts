/** A large file coded on several threads: split at line ends, each part in its own thread, joined in order. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { Range } from './code-range-worker.ts';
import type { CodedRows } from './code-rows.ts';
import { joinRows } from './join-rows.ts';

const LF = 10;
const CR = 13;
const LOOK_BYTES = 1 << 16;
/** A thread makes few objects; without a limit each would set aside room for many. */
const YOUNG_MEGABYTES = 4;

/**
 * Codes a range on `threads` threads, this one among them: it works out the file's hash meanwhile. The parts begin
 * after line ends found near equal distances. Whether such a line end is a true end of a record, and not one inside
 * quotes, is checked by the part before it: read from a true start, it must not end with an open quote.
 *
 * @returns null when a part is no whole number of records, or there is a mistake in it: then it is read in one piece
 */
export async function codeInThreads(
  range: Omit<Range, 'isFirst'>,
  threads: number,
): Promise<CodedRows | null> {
  // Loaded only for a large file: it takes time that a small one does not have.
  const { Worker } = await import('node:worker_threads');
  const codeInThread = (part: Range) =>
    new Promise<CodedRows | null>((resolve) => {
      const worker = new Worker(new URL('./code-range-worker.js', import.meta.url), {
        workerData: part,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
      });
      worker.once('message', (rows: CodedRows) => resolve(rows));
      // Any mistake in a part: reading in one piece will name it with its true line.
      worker.once('error', () => resolve(null));
      worker.once('exit', () => resolve(null));
    });
  const starts = splitPoints(range, Math.max(1, threads - 1));
  const ranges = starts.map((start, index) => ({
    ...range,
    start,
    end: starts[index + 1] ?? range.end,
    isFirst: index === 0,
    ...(index === 0 ? {} : { skip: 0, firstLine: 1 }),
  }));
  const parts = await Promise.all(ranges.map(codeInThread));
  const whole = parts.filter((part) => part !== null);
  return whole.length === parts.length ? joinRows(whole) : null;
}

function splitPoints({ path, start, end }: Omit<Range, 'isFirst'>, threads: number): number[] {
  const descriptor = openSync(path, 'r');
  try {
    const points = [start];
    for (let part = 1; part < threads; part++) {
      const point = afterLineEnd(descriptor, start + Math.floor(((end - start) * part) / threads));
      if (point !== null && point > points[points.length - 1] && point < end) points.push(point);
    }
    return points;
  } finally {
    closeSync(descriptor);
  }
}

/** The first byte after the first line end at or behind a place; null when there is none nearby. */
function afterLineEnd(descriptor: number, from: number): number | null {
  const bytes = new Uint8Array(LOOK_BYTES);
  const length = readSync(descriptor, bytes, 0, LOOK_BYTES, from);
  for (let at = 0; at + 1 < length; at++) {
    if (bytes[at] === LF) return from + at + 1;
    if (bytes[at] === CR) return from + at + (bytes[at + 1] === LF ? 2 : 1);
  }
  return null;
}
