/** All columns of a little CSV, those that are passed over among them: what identifies people is looked for in each. */
import { TOTALS } from '../caseload/code-rows.ts';
import type { SmallCsv, SmallLine } from '../caseload/read-small-csv.ts';
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

/** What `readSmallCsv` has read, each cell on one line. */
export function wholeTable({ header, lines: given }: Pick<SmallCsv<string>, 'header' | 'lines'>): WholeTable {
  const lines = given.map(({ line, cells }): SmallLine => ({ line, cells: cells.map(oneLine) }));
  const totals = totalsAtEnd(lines);
  const totalsLines = new Set(totals.map(({ line }) => line));
  const rows = lines.filter(({ line }) => !totalsLines.has(line));
  const columns = header.map((name, index) => ({
    header: name,
    cells: rows.map(({ cells }) => cells[index] ?? '').filter((cell) => cell !== ''),
  }));
  return { columns, totalsLines };
}

/** As of a caseload: nothing but totals lines stands below them. */
function totalsAtEnd(lines: readonly SmallLine[]): readonly SmallLine[] {
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell !== ''));
  return filled.slice(filled.findLastIndex((line) => !isTotals(line)) + 1);
}

/** "Total: 12" or "Grand total,,12"; not "Count the open cases", which has words besides. */
function isTotals({ cells }: SmallLine): boolean {
  const text = cells.filter((cell) => cell !== '').join(' ');
  return TOTALS.test(text) && !/\p{L}/u.test(text.replace(TOTALS, ''));
}

/** Each run of white space, line ends among it, as one space; what is not seen and could act, as a placeholder. */
export function oneLine(cell: string): string {
  return cleanText(cell.replace(/\s+/g, ' ').trim());
}
