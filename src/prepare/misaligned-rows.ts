/**
 * Rows in which cells have slipped: without quotes, a comma in "Smith, Jane" moves the forename and all behind it into
 * the next column, and a line end in an address cuts the row in two. Such rows cannot be prepared, as nobody can say
 * which of their cells are names. They are known by not being as long as the others.
 */
import { type CodedRows, TOO_MANY_CELLS } from '../caseload/code-rows.ts';
import type { ReadBatch } from '../caseload/read-csv.ts';

/** Where so few rows are short, in number or as a share, the system does not leave out empty cells at their end. */
const FEW_ROWS = 2;
const FEW_SHARE = 0.1;

/** How many cells the lines of a file have. */
export interface Widths {
  readonly headerCells: number;
  /** How many lines there are of each width. */
  readonly counts: Map<number, number>;
  /** The widths of lines that are not as long as the header, by where they begin. */
  readonly odd: Map<number, number>;
  /** Lines as long as the header that end in an empty cell. */
  endingEmpty: number;
}

export function noWidths(headerCells: number): Widths {
  return { headerCells, counts: new Map(), odd: new Map(), endingEmpty: 0 };
}

/** The batches as they are, measured on the way. */
export function* measured(batches: Iterable<ReadBatch>, widths: Widths) {
  const { headerCells, counts, odd } = widths;
  for (const batch of batches) {
    const { recordEnds, recordLines, fieldStarts, fieldEnds } = batch;
    for (let record = 0; record < batch.records; record++) {
      const end = recordEnds[record];
      const width = end - (record === 0 ? 0 : recordEnds[record - 1]);
      counts.set(width, (counts.get(width) ?? 0) + 1);
      if (width !== headerCells) odd.set(recordLines[record], width);
      else if (fieldStarts[end - 1] === fieldEnds[end - 1]) widths.endingEmpty++;
    }
    yield batch;
  }
}

/** The rows that are longer or shorter than a row of this file may be. */
export function misalignedRows({ rows, marks, lines }: CodedRows, widths: Widths): ReadonlySet<number> {
  const { headerCells, odd } = widths;
  const longest = Math.max(headerCells, usualWidth(widths.counts));
  const shortest = leavesOutEmptyCells(rows, lines, widths) ? 0 : headerCells;
  const misaligned = new Set<number>();
  for (let row = 0; row < rows; row++) {
    const width = odd.get(lines[row]) ?? headerCells;
    const isBeyond = (marks[row] & TOO_MANY_CELLS) !== 0;
    if (isBeyond || width > longest || width < shortest) misaligned.add(row);
  }
  return misaligned;
}

/** The width that most lines have, as some systems end every row with a delimiter; of several the largest. */
function usualWidth(counts: ReadonlyMap<number, number>): number {
  let usual = 0;
  for (const [width, count] of counts) {
    const most = counts.get(usual) ?? 0;
    if (count > most || (count === most && width > usual)) usual = width;
  }
  return usual;
}

/** Whether rows are short because empty cells at their end are not written: then none ends in an empty cell. */
function leavesOutEmptyCells(rows: number, lines: CodedRows['lines'], widths: Widths): boolean {
  if (widths.endingEmpty > 0) return false;
  let short = 0;
  for (let row = 0; row < rows; row++) {
    if ((widths.odd.get(lines[row]) ?? widths.headerCells) < widths.headerCells) short++;
  }
  return short > FEW_ROWS && short >= rows * FEW_SHARE;
}
