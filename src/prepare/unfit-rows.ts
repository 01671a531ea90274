/**
 * Rows most of whose cells cannot be read in their columns, though other rows' can: two faults that make up for one
 * another, such as a comma too many and one too few, leave a row as long as the others and its cells slipped.
 */
import type { CodedColumn } from '../caseload/code-rows.ts';
import { columnDefinition } from '../caseload/columns.ts';
import { textOf } from '../caseload/dictionary.ts';
import { labelReader, type ValueAliases } from '../caseload/labels.ts';
import type { RuleName } from '../caseload/problem-rules.ts';
import { cellReader, readDistinct } from '../caseload/read-values.ts';
import type { ChosenColumn } from './choose-columns.ts';

/** What a cell of another column looks like in this one. */
const MISFITS: ReadonlySet<RuleName> = new Set<RuleName>([
  'unknown-label',
  'unreadable-date',
  'unreadable-number',
  'unreadable-yes-no',
]);
const FEWEST_MISFITS = 2;

/** What a code of a column is in it. */
const BLANK = 0;
const FITS = 1;
const MISFIT = 2;

interface Fits {
  readonly codes: CodedColumn['codes'];
  readonly kinds: Uint8Array;
}

/** The rows that do not fit. Columns in which most cells cannot be read say nothing: their labels are not known. */
export function unfitRows(
  columns: readonly ChosenColumn[],
  cells: ReadonlyMap<number, CodedColumn>,
  rows: number,
  aliases: ValueAliases,
): ReadonlySet<number> {
  const typed = columns.flatMap((column) => fitsOf(column, cells.get(column.match.index), aliases) ?? []);
  const telling = typed.filter((column) => isMostlyRead(column, rows));
  const unfit = new Set<number>();
  for (let row = 0; row < rows; row++) {
    let filled = 0;
    let misfits = 0;
    for (const { codes, kinds } of telling) {
      const kind = kinds[codes[row]];
      if (kind !== BLANK) filled++;
      if (kind === MISFIT) misfits++;
    }
    if (misfits >= FEWEST_MISFITS && misfits * 2 > filled) unfit.add(row);
  }
  return unfit;
}

/** Null for a column whose cells cannot be told from others: it is not ours, or holds names of any kind. */
function fitsOf(
  { match: { column }, treatment }: ChosenColumn,
  cells: CodedColumn | undefined,
  aliases: ValueAliases,
): Fits | null {
  if (cells === undefined || column === null || treatment.does !== 'as written') return null;
  const definition = columnDefinition(column);
  if (definition.type === 'identifier' || definition.type === 'month') return null;
  const hasLabels = definition.type !== 'date' && definition.type !== 'integer';
  const labels = hasLabels ? labelReader(definition, '2021', aliases) : null;
  const { rules } = readDistinct(cells, cellReader(definition, labels));
  const kinds = Uint8Array.from({ length: cells.dictionary.size + 1 }, (_, code) => {
    if (textOf(cells.dictionary, code).trim() === '') return BLANK;
    const broken = rules.get(code);
    return broken !== undefined && MISFITS.has(broken.rule) ? MISFIT : FITS;
  });
  return { codes: cells.codes, kinds };
}

function isMostlyRead({ codes, kinds }: Fits, rows: number): boolean {
  const counts = [0, 0, 0];
  for (let row = 0; row < rows; row++) counts[kinds[codes[row]]]++;
  return counts[FITS] > counts[MISFIT];
}
