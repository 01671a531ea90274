/**
 * The distinct cells of a column to values. Each distinct cell is read once, however many rows hold it; what is
 * wrong with it is a rule, counted later over the rows.
 */
import { OLDEST_AGE } from '../reference/age-bands.ts';
import type { CodedColumn } from './code-rows.ts';
import type { ColumnType, Definition } from './columns.ts';
import { codeOf, type Dictionary, emptyDictionary, textOf, wordsOf } from './dictionary.ts';
import type { LabelReader } from './labels.ts';
import type { RuleName } from './problem-rules.ts';
import { isPlainNumber, MISSING, readDay, readMonth } from './read-dates.ts';

/** What the codes of one file's column mean: a value per code, and the rule that a cell breaks. */
export interface ValuesOfCodes {
  readonly values: Uint32Array;
  readonly rules: ReadonlyMap<number, { rule: RuleName; label?: string }>;
}

type ReadCell = { value: number } | { rule: RuleName; label?: string; value?: number };

/** Turns a trimmed, non-empty cell into a value; `isNumbers` says that the whole column is plain numbers. */
export type CellReader = (cell: string, isNumbers: boolean) => ReadCell;

const YOUNGEST = 10;

export function isPossibleAge(age: number): boolean {
  return age >= YOUNGEST && age <= OLDEST_AGE;
}

/** The reader of a column that is no identifier. */
export function cellReader(definition: Definition, labels: LabelReader | null): CellReader {
  if (labels !== null) return (cell) => readLabel(cell, definition.type, labels);
  if (definition.type === 'date') return readDateCell;
  return definition.type === 'month' ? readMonthCell : readAge;
}

function readLabel(cell: string, type: ColumnType, labels: LabelReader): ReadCell {
  const value = labels.read(cell);
  if (value === null) {
    return type === 'category' ? { rule: 'unknown-label', label: cell } : { rule: 'unreadable-yes-no' };
  }
  const isNotApplicable = type === 'yes-no' && labels.labels[value - 1] === 'NA';
  return { value: isNotApplicable ? MISSING : value };
}

function readDateCell(cell: string, isNumbers: boolean): ReadCell {
  const read = readDay(cell, isNumbers);
  if (read === 'unreadable') return { rule: 'unreadable-date' };
  return read === 'sentinel' ? { rule: 'sentinel-date' } : { value: read.day };
}

function readMonthCell(cell: string): ReadCell {
  const read = readMonth(cell);
  if (typeof read === 'object') return { value: read.month };
  return { rule: 'unreadable-month' };
}

function readAge(cell: string): ReadCell {
  if (!/^\d{1,3}(?:\.0+)?$/.test(cell)) return { rule: 'unreadable-number' };
  return isPossibleAge(Number(cell)) ? { value: Number(cell) } : { rule: 'age-out-of-range' };
}

/** Reads every distinct cell of a column once. */
export function readDistinct({ dictionary, unused }: CodedColumn, read: CellReader): ValuesOfCodes {
  const cells = Array.from({ length: dictionary.size + 1 }, (_, code) =>
    unused?.has(code) ? '' : textOf(dictionary, code).trim(),
  );
  const isNumbers = cells.every((cell) => cell === '' || isPlainNumber(cell));
  const values = new Uint32Array(dictionary.size + 1);
  const rules = new Map<number, { rule: RuleName; label?: string }>();
  cells.forEach((cell, code) => {
    if (cell === '') return;
    const found = read(cell, isNumbers);
    if (found.value !== undefined) values[code] = found.value;
    if ('rule' in found) rules.set(code, found);
  });
  return { values, rules };
}

/**
 * Identifiers of several files under one dictionary, without the spaces around them.
 * `same` says that the codes of the one file are the values as they are.
 * `isMissing` knows the words that stand for no identifier at all; null where there are none.
 */
export function joinIdentifiers(
  files: readonly (Dictionary | null)[],
  isMissing: ((cell: string) => boolean) | null,
): { dictionary: Dictionary; valuesOfCodes: (Uint32Array | null)[] | 'same' } {
  const [only] = files;
  if (files.length === 1 && only && isClean(only, isMissing)) {
    return { dictionary: only, valuesOfCodes: 'same' };
  }
  const dictionary = emptyDictionary();
  const encoder = new TextEncoder();
  const valuesOfCodes = files.map((file) => {
    if (file === null) return null;
    const values = new Uint32Array(file.size + 1);
    for (let code = 1; code <= file.size; code++) {
      const cell = textOf(file, code).trim();
      const bytes = encoder.encode(isMissing?.(cell) ? '' : cell);
      values[code] = codeOf(dictionary, bytes, wordsOf(bytes), 0, bytes.length);
    }
    return values;
  });
  return { dictionary, valuesOfCodes };
}

/** Whether no cell begins or ends with a space (or a byte beyond ASCII, which may be one) or stands for nothing. */
function isClean(dictionary: Dictionary, isMissing: ((cell: string) => boolean) | null): boolean {
  const { ends, pool } = dictionary;
  const isVisible = (byte: number) => byte > 0x20 && byte < 0x7f;
  for (let code = 1; code <= dictionary.size; code++) {
    if (!isVisible(pool[ends[code - 1]]) || !isVisible(pool[ends[code] - 1])) return false;
    if (isMissing?.(textOf(dictionary, code))) return false;
  }
  return true;
}

/** Words in place of a worker that mean there is none. */
const UNALLOCATED = /^(?:un-?allocated|not allocated|un-?assigned|not assigned)$/i;

/** The test whether a trimmed identifier stands for none: a worker called "Unallocated" is no worker. */
export function standsForNone(definition: Definition): ((cell: string) => boolean) | null {
  return definition.name === 'worker_id' ? (cell) => UNALLOCATED.test(cell) : null;
}
