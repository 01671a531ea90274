/** The columns of a table of figures, all of them, with each bound of an interval in a column of its own. */
import { type Cell, NOT_AVAILABLE, type Row, type ShownColumn, type Table } from '../../report/report.ts';
import { decimalPlaces, isCode } from '../format-cell.ts';
import { groupRows } from '../group-rows.ts';
import { keyInWords, textInWords } from '../shown-words.ts';
import type { Entry, NumberFormat, SheetColumn } from './workbook.ts';

interface FigureColumn extends SheetColumn {
  readonly entry: (row: Row) => Entry;
}

/** The headings and rows of a table. With a breakdown its value is the first column, and the table is one. */
export function tableParts(table: Table): { columns: SheetColumn[]; rows: Entry[][] } {
  const figures = table.columns.map((column) => figureColumn(column, table));
  const by =
    table.by === null ? [] : [{ heading: `By ${keyInWords(table.by).toLowerCase()}`, isFigure: false }];
  const columns = uniqueHeadings([...by, ...figures.map(({ heading, isFigure }) => ({ heading, isFigure }))]);
  const rows = groupRows(table).flatMap((group) =>
    group.rows.map((place) => [
      ...(table.by === null ? [] : [{ text: group.name }]),
      ...figures.map(({ entry }) => entry(table.rows[place])),
    ]),
  );
  return { columns, rows };
}

/** Excel takes no table in which two headings are the same, whatever their case. */
function uniqueHeadings(columns: readonly SheetColumn[]): SheetColumn[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    let heading = column.heading;
    for (let number = 2; taken.has(heading.toLowerCase()); number++)
      heading = `${column.heading} (${number})`;
    taken.add(heading.toLowerCase());
    return { ...column, heading };
  });
}

function figureColumn(column: ShownColumn, table: Table): FigureColumn {
  const kind = kindOf(column, table.columns);
  const format = formatOf(kind, decimalPlaces(column, table.rows));
  return {
    heading: headingOf(column, kind),
    isFigure: isFigure(column, table.rows),
    entry: (row) => entryOf(column.key, row[column.key], kind, format),
  };
}

/** A bound is of the kind of what it bounds. */
function kindOf(column: ShownColumn, columns: readonly ShownColumn[]): ShownColumn['type'] {
  if (column.type !== 'lower' && column.type !== 'upper') return column.type;
  return columns.find(({ key }) => key === column.of)?.type ?? 'share';
}

function headingOf({ label }: ShownColumn, kind: ShownColumn['type']): string {
  return kind === 'difference' && !label.includes('percentage points')
    ? `${label} (percentage points)`
    : label;
}

function isFigure({ key, type }: ShownColumn, rows: readonly Row[]): boolean {
  if (type === 'text' || type === 'verdict' || type === 'flag') return false;
  // A column of measures may hold their names or their numbers.
  return type !== 'measure' || rows.some((row) => typeof row[key] === 'number' || isCode(row[key]));
}

function entryOf(
  key: string,
  value: Cell | undefined,
  kind: ShownColumn['type'],
  format: NumberFormat,
): Entry {
  if (value === undefined || value === '') return { text: NOT_AVAILABLE };
  if (typeof value === 'boolean') return { text: value ? 'yes' : 'no' };
  if (typeof value === 'string') return { text: isCode(value) ? value : textInWords(key, value) };
  if (kind === 'difference') return { number: pointsOf(value), format };
  return { number: value, format: kind === 'measure' ? measureFormat(value) : format };
}

/** A share in points without what binary fractions add: 0.07 is 7, not 7.000000000000001. */
function pointsOf(difference: number): number {
  return Number((difference * 100).toPrecision(15));
}

const FORMATS: Readonly<Partial<Record<ShownColumn['type'], NumberFormat>>> = {
  share: 'percentage',
  difference: 'points',
  rate: 'two-decimals',
  probability: 'probability',
};

function formatOf(kind: ShownColumn['type'], places: number): NumberFormat {
  if (kind === 'number' && places > 0) return 'one-decimal';
  return FORMATS[kind] ?? 'whole';
}

/** Measures of one table differ in kind: as format-cell.ts shows them. */
function measureFormat(value: number): NumberFormat {
  if (Number.isInteger(value)) return 'whole';
  return Math.abs(value) < 1 ? 'two-decimals' : 'one-decimal';
}
