import { NOT_AVAILABLE, type Row, type ShownColumn, type Table } from '../report/report.ts';
import { decimalPlaces, formatCell, formatInterval, isCode } from './format-cell.ts';
import { yesPhrase } from './shown-words.ts';

/** A column as people read it: an interval is one column, and a column that says nothing is left out. */
export interface PresentedColumn {
  readonly heading: string;
  /** Labels name the row; figures are right-aligned; words follow from figures. */
  readonly role: 'label' | 'figure' | 'words';
  readonly format: (row: Row) => string;
  /** For the share that bars are drawn of: the row's share, or null when it has none. */
  readonly share?: (row: Row) => number | null;
  /** For a column of yes and nothing: the phrase that a mark can stand for where room is short. */
  readonly phrase?: string;
  /**
   * Where a verdict stands beside its share and room is short: what goes into a block of its own, the lowest first, so
   * that the verdict can be read in the row of its share.
   */
  readonly givesWay?: 1 | 2;
}

const INTERVAL_HEADING = '95% range';

/** The columns of a table as they are shown, the same for every value of a breakdown. */
export function presentColumns(table: Table): PresentedColumn[] {
  const shown = table.columns.filter((column) => !isAbsent(column, table.rows));
  const barColumn = shown.find((column) => column.type === 'share');
  const hasVerdict = barColumn !== undefined && shown.some((column) => column.type === 'verdict');
  return shown.flatMap((column): PresentedColumn[] => {
    const other = otherBound(column, shown);
    if (column.type === 'upper' && other) return [];
    if (column.type === 'lower' && other) {
      return [{ ...presentInterval(column, other, shown), ...(hasVerdict ? { givesWay: 1 } : {}) }];
    }
    const isNumerator = shown.some(({ type, numerator }) => type === 'share' && numerator === column.key);
    const presented = present(column, table.rows, column === barColumn);
    return [hasVerdict && isNumerator ? { ...presented, givesWay: 2 } : presented];
  });
}

/** The headings of the columns that hold "not available" in every row; they are named once instead. */
export function absentHeadings(table: Table): string[] {
  const named = table.columns.filter((column) => column.type !== 'lower' && column.type !== 'upper');
  return named.filter((column) => isAbsent(column, table.rows)).map((column) => column.label);
}

/** Whether nothing but names would be shown of the table, since no figure of it is available. */
export function hasOnlyNames(table: Table): boolean {
  return absentHeadings(table).length > 0 && presentColumns(table).every(({ role }) => role === 'label');
}

function isAbsent(column: ShownColumn, rows: readonly Row[]): boolean {
  return rows.length > 0 && rows.every((row) => row[column.key] === NOT_AVAILABLE);
}

function otherBound(column: ShownColumn, columns: readonly ShownColumn[]): ShownColumn | undefined {
  if (column.of === undefined) return undefined;
  const wanted = column.type === 'lower' ? 'upper' : 'lower';
  return columns.find((other) => other.type === wanted && other.of === column.of);
}

/** Where several figures have an interval, that of the share is the plain one; another is named by its figure. */
function presentInterval(
  lower: ShownColumn,
  upper: ShownColumn,
  columns: readonly ShownColumn[],
): PresentedColumn {
  const of = columns.find(({ key }) => key === lower.of);
  const isShare = of === undefined || of.type === 'share';
  return {
    heading: isShare ? INTERVAL_HEADING : `${INTERVAL_HEADING} of ${of.label.toLowerCase()}`,
    role: 'figure',
    format: (row) => formatInterval(row[lower.key], row[upper.key], of?.type),
  };
}

function present(column: ShownColumn, rows: readonly Row[], hasBar: boolean): PresentedColumn {
  const places = decimalPlaces(column, rows);
  const phrase = yesPhrase(column.key);
  return {
    heading: phrase === undefined ? column.label : '',
    role: roleOf(column, rows),
    format: (row) => {
      const value = row[column.key];
      // Where a yes has a phrase and a no is empty, a code would only repeat what the verdict beside it says.
      return phrase !== undefined && isCode(value) ? '' : formatCell(column, value, places);
    },
    ...(hasBar ? { share: (row: Row) => numberOrNull(row[column.key]) } : {}),
    ...(phrase === undefined ? {} : { phrase }),
  };
}

function roleOf(column: ShownColumn, rows: readonly Row[]): PresentedColumn['role'] {
  if (column.type === 'text') return 'label';
  if (column.type === 'verdict' || column.type === 'flag') return 'words';
  if (column.type !== 'measure') return 'figure';
  const isFigure = rows.some(({ [column.key]: value }) => typeof value === 'number' || isCode(value));
  return isFigure ? 'figure' : 'label';
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
