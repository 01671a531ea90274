/** A report as sheets, as plain data: what XLSX and ODS have in common. */

/** How a number is shown; it is stored unrounded. */
export type NumberFormat =
  | 'whole' // 1,234
  | 'one-decimal'
  | 'two-decimals'
  | 'percentage' // of a share from 0 to 1, with one decimal
  | 'points' // percentage points with their sign, of a number from -100 to 100
  | 'probability'; // three decimals; under 0.0005 it says so

/** What a cell holds: text, which may lead to a sheet of the same workbook, or a number. */
export type Entry =
  | { readonly text: string; readonly sheet?: string }
  | { readonly number: number; readonly format: NumberFormat };

export interface SheetColumn {
  /** Unique in its table, whatever the case. */
  readonly heading: string;
  /** Figures, and the codes in their place, are right-aligned. */
  readonly isFigure: boolean;
}

/** A table without blank cells: a row of headings, then its rows, each with an entry for every column. */
export interface SheetTable {
  /** Unique in the workbook; letters, digits and underscores. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly Entry[])[];
}

/** A line of words in column A. */
export interface Line {
  readonly text: string;
  readonly role: 'title' | 'heading' | 'subheading' | 'text';
  /** The sheet it leads to. */
  readonly sheet?: string;
}

/** Lines from A1 down, then, right below them, at most one table. */
export interface Sheet {
  /** Unique, and fit for a tab: see sheet-names.ts. */
  readonly name: string;
  readonly lines: readonly Line[];
  readonly table: SheetTable | null;
}

export interface Workbook {
  readonly title: string;
  readonly description: string;
  readonly creator: string;
  /** ISO: the day the workbook says it was made, so that the same report gives the same bytes. */
  readonly day: string;
  readonly sheets: readonly Sheet[];
}

/** The language of all words that are ours. */
export const LANGUAGE = 'en-GB';

/** Whether a column of words has figures to its left, which it would touch. */
export function isAfterFigure(columns: readonly SheetColumn[], place: number): boolean {
  return columns[place]?.isFigure === false && columns[place - 1]?.isFigure === true;
}

/** A sheet of words alone, wrapped to the width of a page. */
export function isProse({ table }: Sheet): boolean {
  return table === null;
}

const PROSE_WIDTH = 80;
/** Texts on one line or two, long ones on a few. */
const WIDTHS = [
  { most: 18, width: 16 },
  { most: 60, width: 32 },
  { most: Number.POSITIVE_INFINITY, width: 64 },
];

/** The widths of a sheet's columns, in characters: by the longest text of each, headings and lines left aside. */
export function columnWidths(sheet: Sheet): number[] {
  const { table } = sheet;
  if (table === null) return [PROSE_WIDTH];
  return table.columns.map((_, place) => {
    const lengths = table.rows.map((row) => textOf(row[place]).length);
    const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
    return WIDTHS.find(({ most }) => longest <= most)?.width ?? PROSE_WIDTH;
  });
}

/** The text of an entry; a number has none. */
export function textOf(entry: Entry): string {
  return 'text' in entry ? entry.text : '';
}
