/** How far the threads that read a file are, in memory they share: nothing is posted, nobody waits. */
import type { FileWatch } from './watch.ts';

/** Of each thread two numbers: KiB, as bytes would run over from 2 GiB on, and rows. */
const NUMBERS = 2;
const KIB = 1024;

/** What one thread counts up. */
export interface ThreadCounter {
  readonly counters: Int32Array;
  readonly thread: number;
}

/** Counts for a thread, in that thread. */
export function countUp({ counters, thread }: ThreadCounter, bytes: number, rows: number): void {
  Atomics.add(counters, thread * NUMBERS, Math.round(bytes / KIB));
  Atomics.add(counters, thread * NUMBERS + 1, rows);
}

/** The threads as a watch is told of them. */
export interface FollowedThreads {
  readonly counters: Int32Array;
  /** Tells the watch what the threads have read since it was last told. */
  readonly tell: () => void;
  /** What the threads still read is of no interest any more. */
  readonly stop: () => void;
}

export function followThreads(threads: number, watch: FileWatch): FollowedThreads {
  const counters = new Int32Array(new SharedArrayBuffer(threads * NUMBERS * Int32Array.BYTES_PER_ELEMENT));
  let [told, toldRows, isOver] = [0, 0, false];
  const tell = () => {
    if (isOver) return;
    let [bytes, rows] = [0, 0];
    for (let at = 0; at < counters.length; at += NUMBERS) {
      bytes += Atomics.load(counters, at) * KIB;
      rows += Atomics.load(counters, at + 1);
    }
    watch.read(bytes - told, rows - toldRows);
    [told, toldRows] = [bytes, rows];
  };
  const stop = () => {
    isOver = true;
  };
  return { counters, tell, stop };
}
