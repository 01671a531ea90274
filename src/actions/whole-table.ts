/** All columns of a little CSV, those that are passed over among them: what identifies people is looked for in each. */
import { TOTALS } from '../caseload/code-rows.ts';
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

export interface WholeTable {
  readonly columns: readonly WholeColumn[];
  /** The numbers of the totals lines at the end of the file, which are no rows of its columns. */
  readonly totalsLines: ReadonlySet<number>;
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file that `readSmallCsv` has read, by the same header: the line with most of these names. */
export function wholeTable({ chunks, encoding, markBytes }: Source, names: readonly string[]): WholeTable {
  const text = joined([...toUtf8(chunks(), encoding, markBytes)]);
  const separator = separatorLine(text);
  const body = text.subarray(separator?.bytes ?? 0);
  const firstLine = separator === null ? 1 : 2;
  const delimiters = separator === null ? DELIMITERS : [separator.delimiter];
  const known = new Set(names.map(compact));
  const header = findHeader(body, firstLine, delimiters, (cell) => known.has(compact(cell)));
  if (header === null) return { columns: [], totalsLines: new Set() };
  const lines = [...readRecords([body], header.delimiter, firstLine)]
    .slice(header.recordsBefore)
    .map(({ line, cells }): Line => ({ line, cells: cells.map(oneLine) }));
  const totals = totalsAtEnd(lines);
  const totalsLines = new Set(totals.map(({ line }) => line));
  const rows = lines.filter(({ line }) => !totalsLines.has(line));
  const columns = header.cells.map((name, index) => ({
    header: name,
    cells: rows.map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== ''),
  }));
  return { columns, totalsLines };
}

/** As of a caseload: nothing but totals lines stands below them. */
function totalsAtEnd(lines: readonly Line[]): readonly Line[] {
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  return filled.slice(filled.findLastIndex((line) => !isTotals(line)) + 1);
}

/** "Total: 12" or "Grand total,,12"; not "Count the open cases", which has words besides. */
function isTotals({ cells }: Line): boolean {
  const text = cells.filter((cell) => cell !== '').join(' ');
  return TOTALS.test(text) && !/\p{L}/u.test(text.replace(TOTALS, ''));
}

/** Each run of white space, line ends among it, as one space; what is not seen and could act, as a placeholder. */
export function oneLine(cell: string): string {
  return cleanText(cell.replace(/\s+/g, ' ').trim());
}
