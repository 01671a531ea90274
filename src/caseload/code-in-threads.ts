/** A large file coded on several threads: split at line ends, each part in its own thread, joined in order. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import type { Range } from './code-range-worker.ts';
import type { CodedRows } from './code-rows.ts';
import { joinRows } from './join-rows.ts';
import type { FollowedThreads } from './thread-counters.ts';

const LF = 10;
const CR = 13;
const LOOK_BYTES = 1 << 16;
/** A thread makes few objects; without a limit each would set aside room for many. */
const YOUNG_MEGABYTES = 4;
const TELL_MILLISECONDS = 100;

/**
 * Codes a range on `threads` threads, this one among them: it works out the file's hash meanwhile. The parts begin
 * after line ends found near equal distances. Whether such a line end is a true end of a record, and not one inside
 * quotes, is checked by the part before it: read from a true start, it must not end with an open quote.
 *
 * The threads have started when this returns its promise.
 *
 * @param Thread what makes a thread
 * @param followed is told how far the threads are
 * @returns null when a part is no whole number of records, or there is a mistake in it: then it is read in one piece
 */
export async function codeInThreads(
  Thread: typeof Worker,
  range: Omit<Range, 'isFirst' | 'counter'>,
  threads: number,
  followed: FollowedThreads | null = null,
): Promise<CodedRows | null> {
  const codeInThread = (part: Range) =>
    new Promise<CodedRows | null>((resolve) => {
      const worker = new Thread(new URL('./code-range-worker.js', import.meta.url), {
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
    counter: followed === null ? null : { counters: followed.counters, thread: index },
    ...(index === 0 ? {} : { skip: 0, firstLine: 1 }),
  }));
  const parts = await told(followed, Promise.all(ranges.map(codeInThread)));
  const whole = parts.filter((part) => part !== null);
  return whole.length === parts.length ? joinRows(whole) : null;
}

/** Waits, and has the watch told all the while. */
async function told<T>(followed: FollowedThreads | null, work: Promise<T>): Promise<T> {
  if (followed === null) return work;
  const timer = setInterval(followed.tell, TELL_MILLISECONDS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    followed.tell();
  }
}

function splitPoints({ path, start, end }: Pick<Range, 'path' | 'start' | 'end'>, threads: number): number[] {
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
