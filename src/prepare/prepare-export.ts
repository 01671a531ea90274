/** An export to what is written of it, and an account of what was done, by column. */
import type { CodedColumn } from '../caseload/code-rows.ts';
import { textOf } from '../caseload/dictionary.ts';
import type { ChosenColumn } from './choose-columns.ts';
import type { RawExport } from './read-export.ts';
import { type CellCounts, type TranslatedColumn, translateColumn } from './translate-column.ts';
import type { WrittenColumn } from './write-rows.ts';

export interface PreparedColumn extends ChosenColumn {
  /** Null for a column that is left out. */
  readonly counts: CellCounts | null;
}

export interface PreparedExport {
  readonly columns: readonly PreparedColumn[];
  readonly written: readonly WrittenColumn[];
  /** The rows that are written, by their number in the export. */
  readonly rows: Uint32Array;
  /** Rows that are no cases: without case and child (the footer of a report), or with nothing left in them. */
  readonly noCases: Uint32Array;
}

export function needsKey({ columns }: RawExport): boolean {
  return columns.some(({ treatment }) => treatment.does === 'pseudonyms');
}

/**
 * Prepares an export.
 * @param key null when `needsKey` says that there is no need of one
 */
export function prepareExport(raw: RawExport, key: Uint8Array | null): PreparedExport {
  const aligned = Uint32Array.from({ length: raw.rows.rows }, (_, row) => row).filter(
    (row) => !raw.misaligned.has(row),
  );
  const cases = rowsOfCases(raw, aligned);
  const columns: PreparedColumn[] = [];
  const written: WrittenColumn[] = [];
  for (const chosen of raw.columns) {
    const cells = raw.cells.get(chosen.match.index);
    const isWritten = cells !== undefined && chosen.treatment.does !== 'left out';
    const made = isWritten ? translated(chosen, cells, cases, key) : null;
    columns.push({ ...chosen, counts: made?.counts ?? null });
    if (isWritten && made !== null)
      written.push({ name: chosen.name, codes: cells.codes, texts: made.texts });
  }
  const isTelling = (row: number) => written.some(({ texts, codes }) => texts[codes[row]].trim() !== '');
  const rows = cases.filter(isTelling);
  const kept = new Set(rows);
  return { columns, written, rows, noCases: aligned.filter((row) => !kept.has(row)) };
}

/** The rows that say which case or child they are about; all where rows are counted as cases. */
function rowsOfCases({ columns, cells }: RawExport, rows: Uint32Array): Uint32Array {
  const identifiers = columns.filter(isIdentifier).flatMap(({ match }) => cells.get(match.index) ?? []);
  if (identifiers.length === 0) return rows;
  const filled = identifiers.map(({ dictionary, codes }) => ({
    codes,
    isFilled: Array.from(
      { length: dictionary.size + 1 },
      (_, code) => textOf(dictionary, code).trim() !== '',
    ),
  }));
  return rows.filter((row) => filled.some(({ codes, isFilled }) => isFilled[codes[row]]));
}

/** Whether a column says which case or child a row is about. */
export function isIdentifier({ name }: { readonly name: string }): boolean {
  return name === 'case_id' || name === 'child_id';
}

function translated(
  { treatment }: ChosenColumn,
  cells: CodedColumn,
  rows: Uint32Array,
  key: Uint8Array | null,
): TranslatedColumn {
  const times = new Uint32Array(cells.dictionary.size + 1);
  for (const row of rows) times[cells.codes[row]]++;
  return translateColumn(cells, times, treatment, key);
}
