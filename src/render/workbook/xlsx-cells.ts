/** Cells as Excel has them. */
import type { Cell, CellStyle } from 'hucre/xlsx';
import { cellText } from './cell-text.ts';
import type { Entry, Line, NumberFormat, SheetColumn } from './workbook.ts';

const FORMATS: Readonly<Record<NumberFormat, string>> = {
  whole: '#,##0',
  'one-decimal': '#,##0.0',
  'two-decimals': '#,##0.00',
  percentage: '0.0%',
  points: '+0.0;-0.0;0.0',
  probability: '[<0.0005]"<0.001";0.000',
};

/** Without a name and a size, a cell's font would be whatever the program takes for one. */
export const FONT = { name: 'Arial', size: 12 } as const;
const BOLD = { ...FONT, bold: true } as const;
export const TITLE_SIZE = 16;
export const HEADING_SIZE = 14;
/** Underlined, as colour alone says nothing; the blue has a contrast of 8.6 with white. */
const LINK = { underline: true, color: { rgb: '0563C1' } } as const;

/** @param wraps whether the line is wrapped in its cell or flows over the cells to its right */
export function lineCell({ text, role, sheet }: Line, wraps: boolean): Partial<Cell> {
  const size = role === 'title' ? TITLE_SIZE : HEADING_SIZE;
  const font = role === 'text' ? FONT : { ...BOLD, size };
  return textCell(text, { font, ...aligned(wraps, false) }, sheet);
}

export function headingCell({ heading, isFigure }: SheetColumn): Partial<Cell> {
  return textCell(heading, { font: BOLD, ...aligned(true, isFigure) });
}

export function entryCell(entry: Entry, { isFigure }: SheetColumn): Partial<Cell> {
  if ('text' in entry) return textCell(entry.text, { font: FONT, ...aligned(true, isFigure) }, entry.sheet);
  return {
    value: entry.number,
    type: 'number',
    style: { font: FONT, numFmt: FORMATS[entry.format], ...aligned(false, true) },
  };
}

function aligned(wrapText: boolean, isRight: boolean): CellStyle {
  return { alignment: { vertical: 'top', wrapText, ...(isRight ? { horizontal: 'right' } : {}) } };
}

function textCell(text: string, style: CellStyle, sheet?: string): Partial<Cell> {
  const value = excelText(text);
  const cell: Partial<Cell> = { value, type: 'string', style };
  if (sheet !== undefined) {
    return { ...cell, style: { ...style, font: { ...style.font, ...LINK } }, hyperlink: linkTo(sheet) };
  }
  // hucre takes a text like #N/A for an error of Excel's, but not one with runs.
  return value.startsWith('#') ? { ...cell, richText: [{ text: value }] } : cell;
}

function linkTo(sheet: string): NonNullable<Cell['hyperlink']> {
  return { target: '', location: `'${sheet.replaceAll("'", "''")}'!A1` };
}

/** Excel reads _x0041_ as the character with that code, even one that is not allowed as itself. */
export function excelText(text: string): string {
  return cellText(text).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}
