/** A messy export: titles above the header, a column nobody knows, dirt in the rows, totals at the end. */
import type { RowParts } from './cases.ts';
import { isoOf } from './days.ts';
import { DIRT } from './dirt.ts';
import { type Random, randomStream, wholeNumber } from './random.ts';
import { joined, lineOf, type Sheet } from './sheet.ts';

const UNKNOWN_HEADER = 'Comments';
const KINDS = Object.values(DIRT);

/** One row in forty is dirty; in a small file more, so that each kind of dirt occurs. */
const ROWS_PER_DIRT = 40;

export interface DirtyOptions {
  readonly cases: number;
  readonly seed: number;
  readonly asAt: number;
}

/** All lines of a messy file, without their ends. The clean rows are those of the clean file. */
export function* dirtyLines(
  rows: Iterable<RowParts>,
  sheet: Sheet,
  options: DirtyOptions,
): Generator<string> {
  const random = randomStream(options.seed, 'dirt');
  yield* ['Caseload extract', `Open and recent cases at ${isoOf(options.asAt)}`, ''];
  yield joined(sheet, [...sheet.headers, UNKNOWN_HEADER]);
  const isDue = dueRows(options.cases, random);
  let dirtied = 0;
  for (const cells of rows) {
    const row = { cells: [...sheet.cellsOf(cells), ''], sheet, asAt: options.asAt, random };
    if (isDue()) yield* KINDS[dirtied++ % KINDS.length](row);
    else yield lineOf(sheet, row.cells);
  }
  yield* ['', totalsLine(sheet, options.cases)];
}

/** Says of one row after the other whether dirt is due: once in every block of rows, at a place of its own. */
function dueRows(cases: number, random: Random): () => boolean {
  const block = Math.min(ROWS_PER_DIRT, Math.max(1, Math.floor(cases / KINDS.length)));
  let place = 0;
  let due = 0;
  return () => {
    if (place === 0) due = wholeNumber(random, 0, block - 1);
    const isDue = place === due;
    place = (place + 1) % block;
    return isDue;
  };
}

/** The first cell says so, the child is blank, the count stands further along. */
function totalsLine(sheet: Sheet, cases: number): string {
  const cells = [...sheet.headers, UNKNOWN_HEADER].map(() => '');
  cells[0] = 'Total';
  cells[sheet.at('age')] = String(cases);
  return joined(sheet, cells);
}
