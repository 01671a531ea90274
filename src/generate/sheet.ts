/** A sheet to write rows on: the columns, and how the style writes a line. */
import type { ColumnName } from '../caseload/columns.ts';
import type { RowParts } from './cases.ts';
import { headerOf, quoted, rewriteOf, type Style } from './styles.ts';

export interface Sheet {
  readonly style: Style;
  readonly headers: readonly string[];
  /** The place of a column. Throws when it is not one of the sheet's (our bug). */
  readonly at: (column: ColumnName) => number;
  /** The cells of a row in the order of the columns, still as the plain style has them. */
  readonly cellsOf: (row: RowParts) => readonly string[];
  /** Plain cells as this style writes them; cells beyond the columns stay. */
  readonly styled: (cells: readonly string[]) => readonly string[];
}

export function layOut(style: Style, columns: readonly ColumnName[]): Sheet {
  const rewrites = columns.map((column) => rewriteOf(style, column));
  return {
    style,
    headers: columns.map((column) => headerOf(style, column)),
    at: (column) => placeOf(column, columns),
    cellsOf: cellsReader(columns),
    styled: (cells) => cells.map((cell, at) => (at < rewrites.length ? rewrites[at](cell) : cell)),
  };
}

/** Finished cells as a line of CSV, without its end. */
export function joined(sheet: Sheet, cells: readonly string[]): string {
  const { delimiter } = sheet.style;
  let text = quoted(cells[0], delimiter);
  for (let at = 1; at < cells.length; at++) text += delimiter + quoted(cells[at], delimiter);
  return text;
}

/** Plain cells as a line of CSV in this style, without its end. */
export function lineOf(sheet: Sheet, cells: readonly string[]): string {
  return joined(sheet, sheet.styled(cells));
}

function placeOf(column: ColumnName, columns: readonly ColumnName[]): number {
  const at = columns.indexOf(column);
  if (at < 0) throw new Error(`no column ${column} on the sheet`);
  return at;
}

/** Finds the cells of a row. A column is always in the same part, which is remembered once it was found. */
function cellsReader(columns: readonly ColumnName[]): (row: RowParts) => readonly string[] {
  const partOf: (number | undefined)[] = columns.map(() => undefined);
  return (row) =>
    columns.map((column, at) => {
      partOf[at] ??= partWith(column, row);
      return row[partOf[at] ?? 0][column] ?? '';
    });
}

function partWith(column: ColumnName, row: RowParts): number | undefined {
  const part = row.findIndex((cells) => cells[column] !== undefined);
  return part < 0 ? undefined : part;
}
