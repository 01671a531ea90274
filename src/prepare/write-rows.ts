/** Columns and rows to the bytes of a CSV: UTF-8, commas, CRLF, quotes where they are needed. */
import type { Values } from '../caseload/caseload.ts';

export interface WrittenColumn {
  readonly name: string;
  /** The code of the cell in each row, and what is written for it. */
  readonly codes: Values;
  readonly texts: readonly string[];
}

const NEEDS_QUOTES = /[",\r\n]/;
const ROWS_AT_ONCE = 4096;

/**
 * The header and the rows asked for. Unlike in reports, text that a spreadsheet takes for a formula gets no apostrophe
 * in front: this is data, which has to be read as what it was.
 */
export function* writeRows(columns: readonly WrittenColumn[], rows: Uint32Array): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`${columns.map(({ name }) => quoted(name)).join(',')}\r\n`);
  const fields = columns.map(({ texts, codes }) => ({ codes, texts: texts.map(quoted) }));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    let text = '';
    for (const row of rows.subarray(from, from + ROWS_AT_ONCE)) {
      fields.forEach(({ codes, texts }, at) => {
        text += (at === 0 ? '' : ',') + texts[codes[row]];
      });
      text += '\r\n';
    }
    yield encoder.encode(text);
  }
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
