import { type Entry, isAfterFigure, type Line, type NumberFormat, type SheetColumn } from './workbook.ts';

/** How a cell looks: both file formats have a style for each. */
export type Look =
  | 'title'
  | 'wrapped-title'
  | 'heading'
  | 'subheading'
  | 'line' // flows over the empty cells to its right
  | 'line-link'
  | 'wrapped'
  | 'wrapped-link'
  | 'wrapped-right'
  | 'wrapped-indented' // behind a figure
  | 'head'
  | 'head-right'
  | 'head-indented'
  | NumberFormat;

/** @param wraps whether the line is wrapped in its cell or flows over the cells to its right */
export function lookOfLine({ role, sheet }: Line, wraps: boolean): Look {
  if (role === 'title') return wraps ? 'wrapped-title' : role;
  if (role !== 'text') return role;
  if (sheet === undefined) return wraps ? 'wrapped' : 'line';
  return wraps ? 'wrapped-link' : 'line-link';
}

export function lookOfHeading(columns: readonly SheetColumn[], place: number): Look {
  if (columns[place]?.isFigure) return 'head-right';
  return isAfterFigure(columns, place) ? 'head-indented' : 'head';
}

export function lookOfEntry(entry: Entry, columns: readonly SheetColumn[], place: number): Look {
  if (!('text' in entry)) return entry.format;
  if (entry.sheet !== undefined) return 'wrapped-link';
  if (columns[place]?.isFigure) return 'wrapped-right';
  return isAfterFigure(columns, place) ? 'wrapped-indented' : 'wrapped';
}
