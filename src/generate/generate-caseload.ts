/**
 * Synthetic caseloads: invented children, cases and workers in the shape of a large service, as CSV.
 * The same options give the same bytes on every machine.
 */
import type { RowParts } from './cases.ts';
import { dirtyLines } from './dirty-lines.ts';
import { columnsOf } from './headers.ts';
import { checkedAsAt, type GenerateOptions } from './options.ts';
import { eachRow } from './rows.ts';
import { joined, layOut, lineOf, type Sheet } from './sheet.ts';
import { STYLES, type Style } from './styles.ts';

const LINES_PER_CHUNK = 400;

/**
 * A caseload file in chunks of some hundred lines; memory does not grow with the number of cases.
 * Throws a UserError, at the call, on options nothing can be made of.
 */
export function generateCaseload(options: GenerateOptions): Generator<Uint8Array, void, undefined> {
  const asAt = checkedAsAt(options);
  const style = STYLES[options.style];
  const sheet = layOut(style, columnsOf(options.columns));
  const rows = eachRow(options, asAt);
  const lines = options.messy ? dirtyLines(rows, sheet, { ...options, asAt }) : cleanLines(rows, sheet);
  return chunksOf(lines, style);
}

function* cleanLines(rows: Iterable<RowParts>, sheet: Sheet): Generator<string> {
  yield joined(sheet, sheet.headers);
  for (const row of rows) yield lineOf(sheet, sheet.cellsOf(row));
}

function* chunksOf(lines: Iterable<string>, style: Style): Generator<Uint8Array, void, undefined> {
  let text: string = style.mark;
  let held = 0;
  for (const line of lines) {
    text += line + style.lineEnd;
    if (++held < LINES_PER_CHUNK) continue;
    yield style.encode(text);
    text = '';
    held = 0;
  }
  if (text !== '') yield style.encode(text);
}
