/**
 * Records to codes: each mapped column becomes one code per row into a dictionary of its distinct cells. What is said
 * of single rows (too long, too short, a totals line) and of unmatched columns (do they hold identifiers?) is noted
 * on the way. Rows are never objects.
 */
import { type Values, valuesFor } from './caseload.ts';
import { type ContentCount, countContent, mayIdentify } from './content-count.ts';
import { textAt } from './decode.ts';
import { codeOf, type Dictionary, emptyDictionary, wordsOf } from './dictionary.ts';
import type { ReadBatch } from './read-csv.ts';
import type { RecordBatch } from './scan-records.ts';

/** Marks of a row, as bits. */
export const TOO_MANY_CELLS = 1;
export const TOO_FEW_CELLS = 2;

export interface CodedColumn {
  readonly dictionary: Dictionary;
  readonly codes: Values;
  /** Codes of the dictionary that no row has: what stood on a totals line. */
  readonly unused?: ReadonlySet<number>;
}

export interface CodedRows {
  readonly rows: number;
  /** The number of the last line read. */
  readonly lastLine: number;
  readonly columns: readonly CodedColumn[];
  readonly lines: Values;
  readonly marks: Values;
  readonly contents: readonly ContentCount[];
  readonly strayQuoteLines: readonly number[];
  /** Rows that would be a totals line if they stood at the end. */
  readonly totals: readonly { readonly row: number; readonly line: number }[];
  /** Lines of empty cells only, which are no rows: how many, and the first. */
  readonly blanks: { readonly count: number; readonly firstLine: number };
}

export interface Layout {
  /** How many cells the header has. */
  readonly headerCells: number;
  /** Positions of the columns to code, in the order wanted. */
  readonly coded: readonly number[];
  /** Positions of columns that are not ours, looked at for identifiers only. */
  readonly unmatched: readonly number[];
  /** Those of them that hold pseudonyms all the same: identifiers left aside where rows are counted as cases. */
  readonly pseudonyms: readonly number[];
  /** Position of child_id, which is blank on a totals line; null when the file has none. */
  readonly childColumn: number | null;
}

/** How a totals line begins. */
export const TOTALS = /^(?:grand\s+totals?|sub[\s-]?totals?|totals?|counts?|records?)\b/i;

/** Codes all records after the first `skip` ones. */
export function codeRows(batches: Iterable<ReadBatch>, skip: number, layout: Layout): CodedRows {
  const dictionaries = layout.coded.map(emptyDictionary);
  const codes = layout.coded.map(growing);
  const lines = growing();
  const marks = growing();
  let scratch = new Uint32Array(0);
  const contents = layout.unmatched.map(
    (): ContentCount => ({ filled: 0, firstLine: 0, kinds: new Map(), cleared: new Set() }),
  );
  const strayQuoteLines: number[] = [];
  const totals: { row: number; line: number }[] = [];
  const blanks = { count: 0, firstLine: 0 };
  let rows = 0;
  let lastLine = 0;
  let toSkip = skip;
  for (const batch of batches) {
    lastLine = batch.nextLine - 1;
    const first = Math.min(toSkip, batch.records);
    toSkip -= first;
    if (first === batch.records) continue;
    const kept = keptRecords(batch, first, blanks);
    if (batch.strayQuoteLines.length > 0) {
      strayQuoteLines.push(...batch.strayQuoteLines.filter((line) => line >= batch.recordLines[first]));
    }
    const words = wordsOf(batch.bytes);
    if (scratch.length < kept.length) scratch = new Uint32Array(kept.length);
    const into = scratch.subarray(0, kept.length);
    layout.coded.forEach((position, index) => {
      codeColumn(batch, words, kept, position, dictionaries[index], into);
      append(codes[index], into, dictionaries[index].size);
    });
    for (let row = 0; row < kept.length; row++) into[row] = batch.recordLines[kept[row]];
    append(lines, into, lastLine);
    markRows(batch, kept, layout, into);
    append(marks, into, TOO_MANY_CELLS | TOO_FEW_CELLS);
    layout.unmatched.forEach((position, index) => {
      lookForIdentifiers(batch, kept, position, layout.pseudonyms.includes(position), contents[index]);
    });
    for (const row of totalsRows(batch, kept, layout))
      totals.push({ row: rows + row, line: batch.recordLines[kept[row]] });
    rows += kept.length;
  }
  return {
    rows,
    lastLine,
    columns: dictionaries.map((dictionary, index) => ({
      dictionary,
      codes: codes[index].values.subarray(0, rows),
    })),
    lines: lines.values.subarray(0, rows),
    marks: marks.values.subarray(0, rows),
    contents,
    strayQuoteLines,
    totals,
    blanks,
  };
}

/** The rows without the totals lines at the end, and the numbers of those lines. */
export function withoutTotals(coded: CodedRows): { rows: CodedRows; totalsLines: number[] } {
  const totalsLines: number[] = [];
  let rows = coded.rows;
  for (let at = coded.totals.length - 1; at >= 0 && coded.totals[at].row === rows - 1; at--) {
    totalsLines.push(coded.totals[at].line);
    rows--;
  }
  if (totalsLines.length === 0) return { rows: coded, totalsLines };
  const kept: CodedRows = {
    ...coded,
    rows,
    columns: coded.columns.map((column) => withoutRowsAfter(column, rows)),
    lines: coded.lines.subarray(0, rows),
    marks: coded.marks.subarray(0, rows),
    totals: [],
  };
  return { rows: kept, totalsLines: totalsLines.reverse() };
}

function withoutRowsAfter({ dictionary, codes }: CodedColumn, rows: number): CodedColumn {
  const kept = codes.subarray(0, rows);
  const unused = new Set(Array.from(codes.subarray(rows)).filter((code) => code > 0));
  for (let row = 0; row < rows && unused.size > 0; row++) unused.delete(kept[row]);
  return { dictionary, codes: kept, unused };
}

interface Growing {
  values: Values;
  length: number;
}

function growing(): Growing {
  return { values: new Uint8Array(1024), length: 0 };
}

/** Adds values to the end, in an array no wider than `largest` needs: most columns have few distinct cells. */
function append(list: Growing, added: Uint32Array, largest: number): void {
  const needed = list.length + added.length;
  const isWide = largest < 2 ** (8 * list.values.BYTES_PER_ELEMENT);
  if (needed > list.values.length || !isWide) {
    const capacity =
      needed > list.values.length ? Math.max(needed, list.values.length * 2) : list.values.length;
    const widest = isWide ? 2 ** (8 * list.values.BYTES_PER_ELEMENT) - 1 : largest;
    const values = valuesFor(widest, capacity);
    values.set(list.values.subarray(0, list.length));
    list.values = values;
  }
  list.values.set(added, list.length);
  list.length = needed;
}

/** The records of a batch that are rows: lines of empty cells only are not. */
function keptRecords(
  batch: RecordBatch,
  first: number,
  blanks: { count: number; firstLine: number },
): Int32Array {
  const kept = new Int32Array(batch.records - first);
  let count = 0;
  for (let record = first; record < batch.records; record++) {
    const end = batch.recordEnds[record];
    let field = fieldsStart(batch, record);
    while (field < end && isBlank(batch, field)) field++;
    if (field < end) kept[count++] = record;
    else if (++blanks.count === 1) blanks.firstLine = batch.recordLines[record];
  }
  return kept.subarray(0, count);
}

function cellText(batch: RecordBatch, field: number): string {
  return textAt(batch.bytes, batch.fieldStarts[field], batch.fieldEnds[field]).trim();
}

function fieldsStart(batch: RecordBatch, record: number): number {
  return record === 0 ? 0 : batch.recordEnds[record - 1];
}

function isBlank(batch: RecordBatch, field: number): boolean {
  const start = batch.fieldStarts[field];
  const end = batch.fieldEnds[field];
  if (start === end) return true;
  const first = batch.bytes[start];
  // A visible ASCII character settles it; only space and bytes beyond ASCII need the text.
  if (first > 0x20 && first < 0x7f) return false;
  return cellText(batch, field) === '';
}

function codeColumn(
  batch: RecordBatch,
  words: DataView,
  kept: Int32Array,
  position: number,
  dictionary: Dictionary,
  into: Uint32Array,
): void {
  const { bytes, fieldStarts, fieldEnds, recordEnds } = batch;
  for (let row = 0; row < kept.length; row++) {
    const record = kept[row];
    const field = (record === 0 ? 0 : recordEnds[record - 1]) + position;
    into[row] =
      field < recordEnds[record] ? codeOf(dictionary, bytes, words, fieldStarts[field], fieldEnds[field]) : 0;
  }
}

function markRows(batch: RecordBatch, kept: Int32Array, layout: Layout, marks: Uint32Array): void {
  for (let row = 0; row < kept.length; row++) {
    const end = batch.recordEnds[kept[row]];
    let field = fieldsStart(batch, kept[row]) + layout.headerCells;
    marks[row] = end < field ? TOO_FEW_CELLS : 0;
    for (; field < end; field++) if (!isBlank(batch, field)) marks[row] = TOO_MANY_CELLS;
  }
}

/** Rows of the batch that would be a totals line if they stood at the end. */
function totalsRows(batch: RecordBatch, kept: Int32Array, layout: Layout): number[] {
  const rows: number[] = [];
  for (let row = 0; row < kept.length; row++) {
    const record = kept[row];
    const start = fieldsStart(batch, record);
    const end = batch.recordEnds[record];
    const child = layout.childColumn === null ? end : start + layout.childColumn;
    if (child < end && !isBlank(batch, child)) continue;
    let field = start;
    while (isBlank(batch, field)) field++;
    if (TOTALS.test(cellText(batch, field))) rows.push(row);
  }
  return rows;
}

function lookForIdentifiers(
  batch: RecordBatch,
  kept: Int32Array,
  position: number,
  isPseudonym: boolean,
  count: ContentCount,
): void {
  for (const record of kept) {
    const field = fieldsStart(batch, record) + position;
    if (field >= batch.recordEnds[record] || isBlank(batch, field)) continue;
    count.filled++;
    if (!mayIdentify(batch.bytes, batch.fieldStarts[field], batch.fieldEnds[field])) continue;
    countContent(cellText(batch, field), 1, count, isPseudonym);
    if (count.firstLine === 0 && count.kinds.size > 0) count.firstLine = batch.recordLines[record];
  }
}
