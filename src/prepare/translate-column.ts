/** The distinct cells of a column to what is written in their place. Each is looked at once, however many rows hold it. */
import type { CodedColumn } from '../caseload/code-rows.ts';
import { type ColumnName, columnDefinition } from '../caseload/columns.ts';
import { type ContentCount, countContent } from '../caseload/content-count.ts';
import { textOf } from '../caseload/dictionary.ts';
import { isPlainNumber, readMonth } from '../caseload/read-dates.ts';
import { standsForNone } from '../caseload/read-values.ts';
import { birthMonthOf } from './birth-dates.ts';
import type { Treatment } from './choose-columns.ts';
import { pseudonym } from './keyed-hash.ts';

/** What became of cells: counts of rows. */
export interface CellCounts {
  changed: number;
  asWritten: number;
  blank: number;
  /** Dates of birth that are none, written blank. */
  unreadable: number;
  /** Cells that look like a postcode, number, contact or date of birth of somebody, written blank. */
  identifying: number;
  /** Cells as written that a spreadsheet would take for formulas. */
  formulas: number;
}

export interface TranslatedColumn {
  /** What is written for a code. */
  readonly texts: readonly string[];
  readonly counts: CellCounts;
}

type Fate = Exclude<keyof CellCounts, 'formulas'>;
type Translate = (cell: string) => { text: string; fate: Fate };

const FORMULA_START = /^[=+\-@\t\r]/;

/**
 * Translates a column.
 * @param times how many of the rows to be written hold each code; cells that none holds are not looked at
 * @param key null where no column needs one
 */
export function translateColumn(
  { dictionary }: CodedColumn,
  times: Uint32Array,
  treatment: Treatment,
  key: Uint8Array | null,
): TranslatedColumn {
  const cells = Array.from(times, (count, code) => (count > 0 ? textOf(dictionary, code) : ''));
  const translate = translator(treatment, cells, key);
  const counts = { changed: 0, asWritten: 0, blank: 0, unreadable: 0, identifying: 0, formulas: 0 };
  const texts = cells.map((cell, code) => {
    const { text, fate } = cell.trim() === '' ? { text: cell, fate: 'blank' as const } : translate(cell);
    counts[fate] += times[code];
    if (text !== '-' && FORMULA_START.test(text)) counts.formulas += times[code];
    return text;
  });
  return { texts, counts };
}

function translator(treatment: Treatment, cells: readonly string[], key: Uint8Array | null): Translate {
  switch (treatment.does) {
    case 'pseudonyms':
      if (key === null) throw new Error('pseudonyms need a key');
      return pseudonymOf(treatment.column, key);
    case 'birth months':
      return monthOf(cells.every((cell) => cell.trim() === '' || isPlainNumber(cell.trim())));
    case 'as written':
      return unlessIdentifying(cells, treatment.column);
    case 'left out':
      throw new Error('a column that is left out is not translated');
  }
}

/** A worker called "Unallocated" is no worker, and stays so. */
function pseudonymOf(column: Parameters<typeof pseudonym>[1], key: Uint8Array): Translate {
  const isNone = standsForNone(columnDefinition(column));
  return (cell) =>
    isNone?.(cell.trim())
      ? { text: cell, fate: 'asWritten' }
      : { text: pseudonym(key, column, cell.trim()), fate: 'changed' };
}

function monthOf(isSerial: boolean): Translate {
  return (cell) => {
    const month = birthMonthOf(cell, isSerial);
    if (month === null) return { text: '', fate: 'unreadable' };
    return { text: month, fate: month === cell ? 'asWritten' : 'changed' };
  };
}

/**
 * A column is refused when most of its cells identify somebody; the few in other columns go one by one. Numbers of
 * which one has a wrong check digit are no NHS numbers, as everywhere.
 */
function unlessIdentifying(cells: readonly string[], column: ColumnName | null): Translate {
  const { cleared } = contentOf(cells);
  return (cell) => {
    const kinds = [...contentOf([cell]).kinds.keys()];
    const isIdentifying = kinds.some((kind) => !cleared.has(kind)) || holdsContactOrDate(cell.trim(), column);
    return isIdentifying ? { text: '', fate: 'identifying' } : { text: cell, fate: 'asWritten' };
  };
}

/**
 * What no column of ours is for: anything with an @, and full dates where it is not for dates, as they may be of birth.
 * A number alone, which may be a day as Excel counts them, is more likely a code.
 */
function holdsContactOrDate(cell: string, column: ColumnName | null): boolean {
  if (column === null) return false;
  const mayBeDate = columnDefinition(column).type !== 'date' && !isPlainNumber(cell);
  return cell.includes('@') || (mayBeDate && readMonth(cell) === 'full-date');
}

function contentOf(cells: readonly string[]): ContentCount {
  const content: ContentCount = { filled: 0, firstLine: 0, kinds: new Map(), cleared: new Set() };
  for (const cell of cells) countContent(cell.trim(), 1, content);
  return content;
}
