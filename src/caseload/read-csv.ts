/**
 * CSV bytes to records. The fast lane (scan-records.ts) reads the plain ones; csv-parse, the referee, reads the
 * rest. This is the sole user of csv-parse.
 */
import { parse } from 'csv-parse/sync';
import { textAt } from './decode.ts';
import { UserError } from './errors.ts';
import { inspectQuotes } from './inspect-quotes.ts';
import {
  byteKinds,
  emptyBatch,
  FIELD_LIMIT_BYTES,
  growFields,
  type RecordBatch,
  scanRecords,
} from './scan-records.ts';

/** A longer record is no record of a caseload; it bounds the memory that any file can take. */
const RECORD_LIMIT_BYTES = 16 << 20;
const BATCH_RECORDS = 4096;
const LF = 10;

/** A batch of records and the lines of those in which a quote stood where none belongs. */
export interface ReadBatch extends RecordBatch {
  strayQuoteLines: number[];
  /** The line behind the batch. */
  nextLine: number;
}

interface Position {
  at: number;
  line: number;
}

/**
 * Reads UTF-8 chunks of any size into batches of whole records.
 * The batch is one object, filled anew each time: take what you need from it before asking for the next.
 *
 * @param firstLine the line number of the first byte
 * @param recordsAtOnce the most records in a batch
 * @throws UserError for a quote that is never closed, or a field over 1 MiB, with the line where it began
 */
export function* readBatches(
  chunks: Iterable<Uint8Array>,
  delimiter: string,
  firstLine = 1,
  recordsAtOnce = BATCH_RECORDS,
): Generator<ReadBatch, void, undefined> {
  const batch: ReadBatch = { ...emptyBatch(recordsAtOnce), strayQuoteLines: [], nextLine: firstLine };
  const kinds = byteKinds(delimiter.charCodeAt(0));
  let buffer: Uint8Array = new Uint8Array(0);
  let end = 0;
  const position: Position = { at: 0, line: firstLine };
  const source = chunks[Symbol.iterator]();
  // How many records the referee reads at once: more and more while the plain ones between are few.
  let unusualRun = 1;
  // How many bytes an unusual record that was cut off must have before it is tried again.
  let enough = 0;

  for (let isLast = false; !isLast; ) {
    const next = source.next();
    isLast = next.done === true;
    const chunk = next.done ? new Uint8Array(0) : next.value;
    ({ buffer, end } = appended(buffer, position.at, end, chunk));
    position.at = 0;
    for (;;) {
      clear(batch, buffer);
      const stop = scanRecords(buffer, position.at, end, isLast, position.line, kinds, batch);
      position.at = stop.at;
      position.line = stop.line;
      if (batch.records > 0) {
        if (batch.records > unusualRun) unusualRun = 1;
        batch.nextLine = position.line;
        yield batch;
      }
      if (stop.why === 'full') continue;
      if (position.at >= end) break;
      if (stop.why === 'needs-more') {
        refuseOverlong(buffer, position, end, delimiter);
        break;
      }
      clear(batch, buffer);
      const isTooEarly = !isLast && end - position.at < enough;
      if (isTooEarly || !readUnusual(buffer, position, end, isLast, delimiter, unusualRun, batch)) {
        refuseOverlong(buffer, position, end, delimiter);
        if (!isTooEarly) enough = (end - position.at) * 2;
        break;
      }
      enough = 0;
      unusualRun = Math.min(unusualRun * 2, recordsAtOnce);
      batch.nextLine = position.line;
      yield batch;
    }
  }
}

/** All records of a CSV as arrays of strings: the header too, blank lines as one empty string. */
export function* readRecords(
  chunks: Iterable<Uint8Array>,
  delimiter: string,
  firstLine = 1,
  recordsAtOnce = BATCH_RECORDS,
): Generator<{ cells: string[]; line: number }, void, undefined> {
  for (const batch of readBatches(chunks, delimiter, firstLine, recordsAtOnce)) {
    for (let record = 0; record < batch.records; record++) {
      const cells: string[] = [];
      for (
        let field = record === 0 ? 0 : batch.recordEnds[record - 1];
        field < batch.recordEnds[record];
        field++
      ) {
        cells.push(textAt(batch.bytes, batch.fieldStarts[field], batch.fieldEnds[field]));
      }
      yield { cells, line: batch.recordLines[record] };
    }
  }
}

function clear(batch: ReadBatch, bytes: Uint8Array): void {
  batch.bytes = bytes;
  batch.records = 0;
  batch.fields = 0;
  batch.strayQuoteLines = [];
}

/** The bytes not yet read, moved to the front, with the chunk behind them and LF as the scanner's sentinel. */
function appended(buffer: Uint8Array, at: number, end: number, chunk: Uint8Array) {
  const kept = end - at;
  const needed = kept + chunk.length;
  let target = buffer;
  if (needed + 1 > buffer.length) {
    target = new Uint8Array(needed + 1 + (kept >> 1));
    target.set(buffer.subarray(at, end));
  } else {
    buffer.copyWithin(0, at, end);
  }
  target.set(chunk, kept);
  target[needed] = LF;
  return { buffer: target, end: needed };
}

function refuseOverlong(buffer: Uint8Array, position: Position, end: number, delimiter: string): void {
  if (end - position.at <= FIELD_LIMIT_BYTES) return;
  const found = inspectQuotes(buffer, position.at, end, delimiter.charCodeAt(0), position.line);
  refuseLongField(found.longestFieldBytes, found.longestFieldLine);
  if (end - position.at > RECORD_LIMIT_BYTES) {
    throw new UserError(`line ${position.line}: a row of more than 16 MiB; is this a CSV file?`);
  }
}

function refuseLongField(bytes: number, line: number): void {
  if (bytes <= FIELD_LIMIT_BYTES) return;
  throw new UserError(
    `line ${line}: a field of more than 1 MiB; look for a quote (") that is opened there and never closed`,
  );
}

/**
 * Reads up to `limit` records from `position` with csv-parse into the batch and moves the position behind them.
 * False when the first of them needs more bytes.
 */
function readUnusual(
  buffer: Uint8Array,
  position: Position,
  end: number,
  atEnd: boolean,
  delimiter: string,
  limit: number,
  batch: ReadBatch,
): boolean {
  const from = position.at;
  const found = refereeRecords(buffer.subarray(from, end), delimiter, limit);
  if (found === 'quote-not-closed') {
    const quotes = inspectQuotes(buffer, from, end, delimiter.charCodeAt(0), position.line);
    refuseLongField(quotes.longestFieldBytes, quotes.longestFieldLine);
    if (!atEnd && limit > 1) return readUnusual(buffer, position, end, atEnd, delimiter, limit >> 1, batch);
    if (!atEnd) return false;
    if (limit > 1) return readUnusual(buffer, position, end, atEnd, delimiter, limit >> 1, batch);
    throw new UserError(
      `line ${quotes.openQuoteLine ?? position.line}: a quote (") is opened and never closed; close or remove it`,
    );
  }
  const cells: string[][] = [];
  for (const { record, info } of found) {
    const recordEnd = from + info.bytes;
    // csv-parse closes the last record at the end of what it was given; more of it may follow.
    if (!atEnd && recordEnd >= end - 1) break;
    const quotes = inspectQuotes(buffer, position.at, recordEnd, delimiter.charCodeAt(0), position.line);
    refuseLongField(quotes.longestFieldBytes, quotes.longestFieldLine);
    if (quotes.hasStrayQuote) batch.strayQuoteLines.push(position.line);
    batch.recordLines[cells.length] = position.line;
    cells.push(record);
    position.at = recordEnd;
    position.line += quotes.lineEnds;
  }
  fillBatch(batch, cells);
  return cells.length > 0;
}

type RefereeRecord = { record: string[]; info: { bytes: number } };

function refereeRecords(
  bytes: Uint8Array,
  delimiter: string,
  limit: number,
): RefereeRecord[] | 'quote-not-closed' {
  try {
    const records: unknown = parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      info: true,
      to: limit,
    });
    return records as RefereeRecord[];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'CSV_QUOTE_NOT_CLOSED')
      return 'quote-not-closed';
    // Never the library's own error object: it carries the whole record.
    throw new Error(
      `csv-parse failed: ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}`,
    );
  }
}

/** Writes cells that are strings into a batch as bytes, as the fast lane would have. */
function fillBatch(batch: ReadBatch, records: readonly string[][]): void {
  const encoder = new TextEncoder();
  const encoded = records.map((cells) => cells.map((cell) => encoder.encode(cell)));
  const total = encoded.flat().reduce((sum, cell) => sum + cell.length, 0);
  batch.bytes = new Uint8Array(total);
  let at = 0;
  for (const cells of encoded) {
    for (const cell of cells) {
      if (batch.fields === batch.fieldStarts.length) growFields(batch);
      batch.bytes.set(cell, at);
      batch.fieldStarts[batch.fields] = at;
      at += cell.length;
      batch.fieldEnds[batch.fields++] = at;
    }
    batch.recordEnds[batch.records++] = batch.fields;
  }
}
