/** A thread that codes one range of a file and hands its columns over without copying them. */
import { parentPort, workerData } from 'node:worker_threads';
import { type CodedRows, codeRows, type Layout } from './code-rows.ts';
import { type Encoding, toUtf8 } from './decode.ts';
import { chunksOf } from './read-chunks.ts';
import { readBatches } from './read-csv.ts';
import { countUp, type ThreadCounter } from './thread-counters.ts';
import { tellingOf } from './watch.ts';

/** A range of whole records of a file, and how they are read. */
export interface Range {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly firstLine: number;
  /** Records at the front that are no rows: titles and header. */
  readonly skip: number;
  readonly layout: Layout;
  /** Whether the dictionaries of other parts will be taken into those of this one. */
  readonly isFirst: boolean;
  /** Where this thread counts what it has read; null when nobody asks. */
  readonly counter: ThreadCounter | null;
}

export function codeRange({
  path,
  start,
  end,
  encoding,
  delimiter,
  firstLine,
  skip,
  layout,
  counter,
}: Range): CodedRows {
  const tell = (bytes: number, rows: number) => counter !== null && countUp(counter, bytes, rows);
  const chunks = tellingOf(chunksOf(path, start, end), ({ length }) => tell(length, 0));
  const batches = readBatches(toUtf8(chunks, encoding, 0), delimiter, firstLine);
  // Titles and the header are records, but no rows.
  tell(0, -skip);
  return codeRows(
    tellingOf(batches, ({ records }) => tell(0, records)),
    skip,
    layout,
  );
}

function buffersOf({ columns, lines, marks }: CodedRows): ArrayBuffer[] {
  const arrays = columns.flatMap(({ dictionary, codes }) => [
    codes,
    dictionary.ends,
    dictionary.hashes,
    dictionary.pool,
    dictionary.slots,
  ]);
  return [...new Set([lines, marks, ...arrays].map(({ buffer }) => buffer))].filter(
    (buffer) => buffer instanceof ArrayBuffer,
  );
}

if (parentPort !== null) {
  const range: Range = workerData;
  const rows = codeRange(range);
  // The other parts are read through by code; only the first is looked up in.
  if (!range.isFirst) for (const { dictionary } of rows.columns) dictionary.slots = new Uint32Array(0);
  parentPort.postMessage(rows, buffersOf(rows));
}
