/**
 * A small file coded by its lines. In so short a run the byte loops of scan-records.ts and code-rows.ts are never
 * compiled, while split, substring and Map always are: this takes half their time. Same grammar, same result.
 */
import { valuesFor } from './caseload.ts';
import {
  type CodedColumn,
  type CodedRows,
  type Layout,
  TOO_FEW_CELLS,
  TOO_MANY_CELLS,
  TOTALS,
} from './code-rows.ts';
import { type ContentCount, countContent, mayIdentify } from './content-count.ts';
import { wordsOf } from './dictionary.ts';

/** Up to this size; no field of such a file can be too long to be one. */
const SMALL_BYTES = 1 << 20;
const QUOTE = '"';
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

interface Line {
  readonly cells: readonly string[];
  readonly number: number;
}

/**
 * As codeRows does, but without hashes to merge by.
 * @param bytes UTF-8, the whole file
 * @returns null for a file that is not small, or of which a line is not in the grammar of the fast lane
 */
export function codeLines(
  bytes: Uint8Array,
  delimiter: string,
  firstLine: number,
  skip: number,
  layout: Layout,
): CodedRows | null {
  if (bytes.length > SMALL_BYTES) return null;
  const lines = linesOf(utf8.decode(bytes), delimiter, firstLine);
  if (lines === null) return null;
  const rest = lines.slice(skip);
  const blanks = rest.filter(isBlankLine);
  const rows = blanks.length === 0 ? rest : rest.filter((line) => !isBlankLine(line));
  return {
    rows: rows.length,
    lastLine: firstLine + lines.length - 1,
    columns: layout.coded.map((position) => codeColumn(rows, position)),
    lines: Uint32Array.from(rows, ({ number }) => number),
    marks: Uint8Array.from(rows, ({ cells }) => markOf(cells, layout.headerCells)),
    contents: layout.unmatched.map((position) =>
      contentOf(rows, position, layout.pseudonyms.includes(position)),
    ),
    strayQuoteLines: [],
    totals: totalsOf(rows, layout.childColumn),
    blanks: { count: blanks.length, firstLine: blanks[0]?.number ?? 0 },
  };
}

function linesOf(text: string, delimiter: string, firstLine: number): Line[] | null {
  const texts = text.split(text.includes('\r') ? /\r\n|\n|\r/ : '\n');
  if (texts[texts.length - 1] === '') texts.pop();
  const lines: Line[] = [];
  for (const line of texts) {
    const cells = cellsOf(line, delimiter);
    if (cells === null) return null;
    lines.push({ cells, number: firstLine + lines.length });
  }
  return lines;
}

/** The cells of a line; null when a quote stands where the grammar has none, or is not closed. */
function cellsOf(line: string, delimiter: string): string[] | null {
  if (!line.includes(QUOTE)) return line.split(delimiter);
  const cells: string[] = [];
  for (let at = 0; ; ) {
    const open = line.indexOf(QUOTE, at);
    if (open === -1) return cells.concat(line.slice(at).split(delimiter));
    if (open > at) {
      if (line[open - 1] !== delimiter) return null;
      cells.push(...line.slice(at, open - 1).split(delimiter));
    }
    const close = line.indexOf(QUOTE, open + 1);
    if (close === -1) return null;
    cells.push(line.slice(open + 1, close));
    at = close + 2;
    if (close + 1 === line.length) return cells;
    if (line[close + 1] !== delimiter) return null;
  }
}

function isBlankLine({ cells }: Line): boolean {
  return cells.every(isBlank);
}

function isBlank(cell: string): boolean {
  return cell.trim() === '';
}

function codeColumn(rows: readonly Line[], position: number): CodedColumn {
  const codeOf = new Map([['', 0]]);
  const codes = valuesFor(rows.length, rows.length);
  for (let row = 0; row < rows.length; row++) {
    const cell = rows[row].cells[position] ?? '';
    let code = codeOf.get(cell);
    if (code === undefined) {
      code = codeOf.size;
      codeOf.set(cell, code);
    }
    codes[row] = code;
  }
  return { dictionary: dictionaryOf([...codeOf.keys()]), codes };
}

function dictionaryOf(cells: readonly string[]): CodedColumn['dictionary'] {
  const text = cells.join('');
  const pool = encoder.encode(text);
  const isAscii = pool.length === text.length;
  const ends = new Uint32Array(cells.length);
  for (let code = 1; code < cells.length; code++) {
    const bytes = isAscii ? cells[code].length : encoder.encode(cells[code]).length;
    ends[code] = ends[code - 1] + bytes;
  }
  const none = { hashes: new Int32Array(0), slots: new Uint32Array(0) };
  return { size: cells.length - 1, ends, pool, words: wordsOf(pool), ...none };
}

function markOf(cells: readonly string[], headerCells: number): number {
  if (cells.length < headerCells) return TOO_FEW_CELLS;
  return cells.length > headerCells && !cells.slice(headerCells).every(isBlank) ? TOO_MANY_CELLS : 0;
}

function totalsOf(rows: readonly Line[], childColumn: number | null): CodedRows['totals'] {
  const totals: { row: number; line: number }[] = [];
  rows.forEach(({ cells, number }, row) => {
    if (childColumn !== null && !isBlank(cells[childColumn] ?? '')) return;
    const first = cells.find((cell) => !isBlank(cell)) ?? '';
    if (TOTALS.test(first.trim())) totals.push({ row, line: number });
  });
  return totals;
}

function contentOf(rows: readonly Line[], position: number, isPseudonym: boolean): ContentCount {
  const content: ContentCount = { filled: 0, firstLine: 0, kinds: new Map(), cleared: new Set() };
  for (const { cells, number } of rows) {
    const cell = cells[position] ?? '';
    if (isBlank(cell)) continue;
    content.filled++;
    const bytes = encoder.encode(cell);
    if (!mayIdentify(bytes, 0, bytes.length)) continue;
    countContent(cell.trim(), 1, content, isPseudonym);
    if (content.firstLine === 0 && content.kinds.size > 0) content.firstLine = number;
  }
  return content;
}
