/** All columns of a little CSV, those that are passed over among them: what identifies people is looked for in each. */
import { compact } from '../caseload/columns.ts';
import { joined, toUtf8 } from '../caseload/decode.ts';
import { DELIMITERS, findHeader, separatorLine } from '../caseload/find-header.ts';
import { readRecords } from '../caseload/read-csv.ts';
import type { Source } from '../caseload/read-file.ts';
import { cleanText } from '../render/clean-report.ts';

export interface WholeColumn {
  /** As it is written. */
  readonly header: string;
  /** Each run of white space one space; blank ones left out. */
  readonly cells: readonly string[];
}

/** A file that `readSmallCsv` has read, by the same header: the line with most of these names. */
export function wholeTable(
  { chunks, encoding, markBytes }: Source,
  names: readonly string[],
): readonly WholeColumn[] {
  const text = joined([...toUtf8(chunks(), encoding, markBytes)]);
  const separator = separatorLine(text);
  const body = text.subarray(separator?.bytes ?? 0);
  const firstLine = separator === null ? 1 : 2;
  const delimiters = separator === null ? DELIMITERS : [separator.delimiter];
  const known = new Set(names.map(compact));
  const header = findHeader(body, firstLine, delimiters, (cell) => known.has(compact(cell)));
  if (header === null) return [];
  const rows = [...readRecords([body], header.delimiter, firstLine)].slice(header.recordsBefore);
  return header.cells.map((name, index) => ({
    header: name,
    cells: rows.map(({ cells }) => oneLine(cells[index] ?? '')).filter((cell) => cell !== ''),
  }));
}

/** Each run of white space, line ends among it, as one space; what is not seen and could act, as a placeholder. */
export function oneLine(cell: string): string {
  return cleanText(cell.replace(/\s+/g, ' ').trim());
}
