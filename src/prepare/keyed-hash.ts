/** Pseudonyms in place of identifiers: the same cell under the same key is the same pseudonym, in every run. */
import { createHmac } from 'node:crypto';
import type { ColumnName } from '../caseload/columns.ts';

/** The columns written as pseudonyms. The letter in front keeps spreadsheets from taking one for a number. */
const LETTERS = { case_id: 'C', child_id: 'Y', worker_id: 'W' } as const satisfies Partial<
  Record<ColumnName, string>
>;
export type PseudonymColumn = keyof typeof LETTERS;

/**
 * 64 bits. Of n identifiers two share a pseudonym with a probability of about n² / 2^65: for 10 million of them
 * 10^14 / 3.7 × 10^19, three in a million. With half as many digits some ten thousand pairs would.
 */
const HEX_DIGITS = 16;

export function isPseudonymColumn(column: ColumnName | null): column is PseudonymColumn {
  return column !== null && Object.hasOwn(LETTERS, column);
}

/**
 * The pseudonym of a trimmed cell: HMAC-SHA-256 of the column's name, a NUL and the cell. The column is part of it, so
 * that a case and a child with the same number cannot be told to have it.
 */
export function pseudonym(key: Uint8Array, column: PseudonymColumn, cell: string): string {
  const hash = createHmac('sha256', key).update(`${column}\0${cell}`, 'utf8').digest('hex');
  return LETTERS[column] + hash.slice(0, HEX_DIGITS);
}
