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
  let { records, fields, fieldStarts, fieldEnds } = batch;
  const { recordEnds, recordLines } = batch;
  const limit = recordEnds.length;
  let why: ScanStop['why'] = 'full';

  while (records < limit) {
    if (at >= end) {
      why = 'needs-more';
      break;
    }
    let position = at;
    let lines = 0;
    const firstField = fields;
    let kind = ORDINARY;
    for (;;) {
      if (fields === fieldStarts.length) {
        growFields(batch);
        ({ fieldStarts, fieldEnds } = batch);
      }
      if (bytes[position] === QUOTE && position < end) {
        let close = position + 1;
        while (close < end && bytes[close] !== QUOTE) {
          if (bytes[close] === LF || (bytes[close] === CR && bytes[close + 1] !== LF)) lines++;
          close++;
        }
        fieldStarts[fields] = position + 1;
        fieldEnds[fields++] = close;
        position = close + 1;
        kind = position < end ? kinds[bytes[position]] : LINE_END;
        if (close >= end || (position >= end && !atEnd)) kind = QUOTE_MARK;
      } else {
        fieldStarts[fields] = position;
        do kind = kinds[bytes[position++]];
        while (kind === ORDINARY);
        position--;
        fieldEnds[fields++] = position;
      }
      if (kind !== DELIMITER) break;
      position++;
    }
    // A sentinel in place of a line end, or CR as the last byte so far: LF may follow.
    const isOverlong = position - at > FIELD_LIMIT_BYTES;
    const isCut = position >= end - 1 && !atEnd && (position >= end || bytes[position] === CR);
    if (kind !== LINE_END || isCut || isOverlong) {
      fields = firstField;
      why = position >= end - 1 && !atEnd ? 'needs-more' : 'unusual';
      break;
    }
    recordEnds[records] = fields;
    recordLines[records++] = line;
    line += lines + 1;
    at = position + (bytes[position] === CR && position + 1 < end && bytes[position + 1] === LF ? 2 : 1);
  }
  batch.records = records;
  batch.fields = fields;
  return { at: Math.min(at, end), line, why };
}
