/** The cells of data-quality: what is filled in and what is missing, and what each gap costs. */
import type { Book } from './book.ts';
import { cellIn, holds, same, tableRows } from './cells.ts';
import { figure } from './figure.ts';
import type { PublishedRow } from './published.ts';

export const METRIC = 'data-quality';

function gapRows(book: Book): readonly (readonly [table: string, row: PublishedRow])[] {
  return ['gaps', 'case_gaps'].flatMap((table) =>
    tableRows(book, METRIC, table).map((row) => [table, row] as const),
  );
}

function gapRow(book: Book, named: string, column: string) {
  return gapRows(book).find(
    ([, row]) => String(row.figure).split(', ').includes(named) && row.column_name === column,
  );
}

/** How many a figure lacks because of a column; null where no table says. */
export function gapOf(book: Book, named: string, column: string): number | null {
  const found = gapRow(book, named, column);
  if (found === undefined) return null;
  const [table, row] = found;
  const count = table === 'gaps' ? (row.children ?? row.cases) : row.cases;
  // About the record; but the number of those it is of is none.
  return figure(book, { metric: METRIC, table: `${table} missing`, row: `${named} ${column}` }, [count], {
    follows: true,
  });
}

/** Of how many the gap is. */
function gapTotal(book: Book, named: string, column: string): number | null {
  const found = gapRow(book, named, column);
  if (found === undefined) return null;
  const [table, row] = found;
  return figure(book, { metric: METRIC, table: `${table} of`, row: `${named} ${column}` }, [row.of], {
    follows: true,
  });
}

/** What is filled in, of the cases that can have it. */
export function filledOf(book: Book, column: string): number | null {
  const rows = tableRows(book, METRIC, 'columns');
  const cell = cellIn(rows, { column_name: column }, 'filled');
  if (cell === undefined) return null;
  return figure(book, { metric: METRIC, table: 'filled', row: column }, [cell]);
}

/** What is missing of a column, beside what is filled in. */
export function missingOf(book: Book, column: string): number | null {
  const cell = cellIn(tableRows(book, METRIC, 'columns'), { column_name: column }, 'missing');
  if (cell === undefined) return null;
  return figure(book, { metric: METRIC, table: 'columns missing', row: column }, [cell], { follows: true });
}

/** What a figure lacks is Not known there, and of its cohort; null where no other metric has that number. */
export function relateGap(
  book: Book,
  named: string,
  column: string,
  count: number | null,
  total: number | null,
): void {
  const [gap, of] = [gapOf(book, named, column), gapTotal(book, named, column)];
  if (gap === null || of === null) return;
  holds(book, [of], [gap], `${named}, ${column}: no more missing than there are`);
  if (count !== null) same(book, gap, count, `what ${named} lacks because of ${column} is Not known there`);
  if (total !== null) same(book, of, total, `what ${named} lacks because of ${column} is of its cohort`);
}
