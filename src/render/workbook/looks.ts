import type { Entry, Line, NumberFormat, SheetColumn } from './workbook.ts';

/** How a cell looks: both file formats have a style for each. */
export type Look =
  | 'title'
  | 'heading'
  | 'line' // flows over the empty cells to its right
  | 'line-link'
  | 'wrapped'
  | 'wrapped-link'
  | 'wrapped-right'
  | 'head'
  | 'head-right'
  | NumberFormat;

/** @param wraps whether the line is wrapped in its cell or flows over the cells to its right */
export function lookOfLine({ role, sheet }: Line, wraps: boolean): Look {
  if (role !== 'text') return role;
  if (sheet === undefined) return wraps ? 'wrapped' : 'line';
  return wraps ? 'wrapped-link' : 'line-link';
}

export function lookOfHeading({ isFigure }: SheetColumn): Look {
  return isFigure ? 'head-right' : 'head';
}

export function lookOfEntry(entry: Entry, { isFigure }: SheetColumn): Look {
  if (!('text' in entry)) return entry.format;
  if (entry.sheet !== undefined) return 'wrapped-link';
  return isFigure ? 'wrapped-right' : 'wrapped';
}
