/**
 * The fast lane: finds the fields of plain CSV records in bytes, without making a string or an object.
 *
 * The grammar it reads, and no other:
 *
 *   record = field { delimiter field } end
 *   field  = plain | quoted
 *   plain  = { any byte but delimiter, CR, LF, quote }
 *   quoted = quote { any byte but quote } quote
 *   end    = CR LF | LF | CR | the end of the input
 *
 * At anything else (a doubled quote, a quote inside a plain field, text after a closing quote) it stops before
 * that record, which is then read by csv-parse, the referee of what a CSV means.
 */

/** A longer field is taken for a quote that was never closed; the referee looks at every record that long. */
export const FIELD_LIMIT_BYTES = 1 << 20;
const LF = 10;
const CR = 13;
const QUOTE = 34;

const ORDINARY = 0;
const DELIMITER = 1;
const LINE_END = 2;
const QUOTE_MARK = 3;

/** The fields of some whole records as positions in `bytes`; quotes around a field are left out. */
export interface RecordBatch {
  bytes: Uint8Array;
  fieldStarts: Int32Array;
  fieldEnds: Int32Array;
  /** Per record: one past its last field, and the line it begins on (the first line is 1). */
  recordEnds: Int32Array;
  recordLines: Uint32Array;
  fields: number;
  records: number;
  /** Line ends inside the quotes of the record being read. */
  innerLines: number;
}

export function emptyBatch(recordLimit: number): RecordBatch {
  return {
    bytes: new Uint8Array(0),
    fieldStarts: new Int32Array(recordLimit * 8),
    fieldEnds: new Int32Array(recordLimit * 8),
    recordEnds: new Int32Array(recordLimit),
    recordLines: new Uint32Array(recordLimit),
    fields: 0,
    records: 0,
    innerLines: 0,
  };
}

/** Which bytes end a plain field. One table per delimiter, looked up once a byte. */
export function byteKinds(delimiter: number): Uint8Array {
  const kinds = new Uint8Array(256);
  kinds[delimiter] = DELIMITER;
  kinds[CR] = LINE_END;
  kinds[LF] = LINE_END;
  kinds[QUOTE] = QUOTE_MARK;
  return kinds;
}

/** Where a scan stopped: how far whole records go, the line there, and why it went no further. */
export interface ScanStop {
  at: number;
  line: number;
  why: 'full' | 'needs-more' | 'unusual';
}

export function growFields(batch: RecordBatch): void {
  const grow = (old: Int32Array) => {
    const larger = new Int32Array(old.length * 2);
    larger.set(old);
    return larger;
  };
  batch.fieldStarts = grow(batch.fieldStarts);
  batch.fieldEnds = grow(batch.fieldEnds);
}

/**
 * Adds the whole plain records of `bytes` from `at` to `end` to the batch until it is full.
 *
 * `bytes[end]` must be LF: a sentinel that saves a bounds check for every byte. Without `atEnd`, a record that
 * touches `end` is not whole, since more bytes may follow.
 */
export function scanRecords(
  bytes: Uint8Array,
  at: number,
  end: number,
  atEnd: boolean,
  line: number,
  kinds: Uint8Array,
  batch: RecordBatch,
): ScanStop {
  const { recordEnds, recordLines } = batch;
  while (batch.records < recordEnds.length) {
    if (at >= end) return { at, line, why: 'needs-more' };
    const firstField = batch.fields;
    batch.innerLines = 0;
    const stop = scanFields(bytes, at, end, kinds, batch);
    // A sentinel in place of a line end, or CR as the last byte so far: LF may follow.
    const isCut = !atEnd && (stop >= end || (stop === end - 1 && bytes[stop] !== LF));
    if (isCut || kinds[bytes[stop]] !== LINE_END || stop > end || stop - at > FIELD_LIMIT_BYTES) {
      batch.fields = firstField;
      return { at, line, why: isCut ? 'needs-more' : 'unusual' };
    }
    recordEnds[batch.records] = batch.fields;
    recordLines[batch.records++] = line;
    line += batch.innerLines + 1;
    at = Math.min(end, stop + (bytes[stop] === CR && bytes[stop + 1] === LF ? 2 : 1));
  }
  return { at, line, why: 'full' };
}

/** Adds fields up to one that no delimiter ends, and gives the place behind it: behind `end` for a quote left open. */
function scanFields(
  bytes: Uint8Array,
  position: number,
  end: number,
  kinds: Uint8Array,
  batch: RecordBatch,
): number {
  let { fields, fieldStarts, fieldEnds } = batch;
  for (; ; position++) {
    if (fields === fieldStarts.length) {
      growFields(batch);
      ({ fieldStarts, fieldEnds } = batch);
    }
    const isQuoted = bytes[position] === QUOTE;
    const start = isQuoted ? position + 1 : position;
    const fieldEnd = isQuoted ? closingQuote(bytes, start, end, batch) : plainEnd(bytes, start, kinds);
    fieldStarts[fields] = start;
    fieldEnds[fields++] = fieldEnd;
    position = isQuoted ? fieldEnd + 1 : fieldEnd;
    if (position > end || kinds[bytes[position]] !== DELIMITER) break;
  }
  batch.fields = fields;
  return position;
}

function plainEnd(bytes: Uint8Array, position: number, kinds: Uint8Array): number {
  while (kinds[bytes[position]] === ORDINARY) position++;
  return position;
}

/** The place of the next quote, or `end`; counts the line ends before it. */
function closingQuote(bytes: Uint8Array, position: number, end: number, batch: RecordBatch): number {
  for (; position < end && bytes[position] !== QUOTE; position++) {
    const byte = bytes[position];
    if (byte === LF || (byte === CR && bytes[position + 1] !== LF)) batch.innerLines++;
  }
  return position;
}
