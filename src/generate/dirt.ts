/**
 * The dirt of real exports, one kind each: a row goes in, the lines that stand in its place come out. The last
 * cell of a row is its comment, in a column that the dictionary does not know.
 */
import type { ColumnName } from '../caseload/columns.ts';
import { dayOf, isoOf } from './days.ts';
import { type Random, wholeNumber } from './random.ts';
import { joined, lineOf, type Sheet } from './sheet.ts';

/** A row as the dirt sees it: plain cells, and what is needed to write them. */
export interface Row {
  readonly cells: readonly string[];
  readonly sheet: Sheet;
  readonly asAt: number;
  readonly random: Random;
}

export type Dirt = (row: Row) => readonly string[];

/** No such day, no such month, a two-digit year, the American order that is never guessed, and a word. */
const UNREADABLE_DATES = ['31/02/2026', '12 Octember 2026', '05/11/26', '10/31/2026', 'tbc'];
/** Some systems hold newer outcomes under the names of older ones. */
const PLACEHOLDERS = ['Drug Treatment and Testing Order', 'Reprimand'];
const AGES_OUT_OF_RANGE = ['7', '34', '116'];
const NO_BREAK_SPACE = '\u00a0';

export const DIRT = {
  'exact duplicate': (row) => [changed(row), changed(row)],
  'conflicting row': (row) => [changed(row), conflicting(row)],
  'missing case_id': (row) => [changed(row, ['case_id', ''])],
  'missing child_id': (row) => [changed(row, ['child_id', ''])],
  'short row': (row) => [lineOf(row.sheet, row.cells.slice(0, Math.floor(row.cells.length / 2)))],
  'cells beyond the header': (row) => [lineOf(row.sheet, [...row.cells, '', 'checked'])],
  'unreadable date': (row) => [changed(row, ['start_date', oneOf(UNREADABLE_DATES, row)])],
  'sentinel date': (row) => [changed(row, ['end_date', '1900-01-01'])],
  'unreadable age': (row) => [changed(row, ['age', 'fifteen'])],
  'age out of range': (row) => [changed(row, ['age', oneOf(AGES_OUT_OF_RANGE, row)])],
  'unreadable answer': (row) => [changed(row, ['assessment_desistance', 'Maybe'])],
  'unknown ethnicity': (row) => [changed(row, ['ethnicity', 'IC4'])],
  'unknown disposal': (row) => [changed(row, ['disposal', oneOf(PLACEHOLDERS, row)])],
  'unknown sex': (row) => [changed(row, ['sex', 'Mail'])],
  'unknown residence': (row) => [changed(row, ['residence', 'Elsewhere'])],
  'end before start': (row) => [changed(row, ['end_date', isoOf(startOf(row) - 30)])],
  'done after the as-at date': (row) => [changed(row, ['audit_date', isoOf(row.asAt + 14)])],
  'padded cells': (row) => [joined(row.sheet, row.sheet.styled(row.cells).map(padded))],
  'mixed case': (row) => [mixedCase(row)],
  'comma and newline in quotes': (row) => [commented(row, '"Rang school, no reply;\nagain on Monday"')],
  'stray quote': (row) => [commented(row, 'known as "late" to the panel')],
  'text after a closing quote': (row) => [commented(row, '"see file" volume 2')],
  'ethnicity differs': (row) => [changed(row, ['ethnicity', 'Irish']), furtherCase(row)],
  'blank line': (row) => ['', changed(row)],
  'empty cells only': (row) => [lineOfEmptyCells(row.sheet), changed(row)],
} as const satisfies Record<string, Dirt>;

/** The row as a line, with some cells replaced. */
function changed({ cells, sheet }: Row, ...changes: readonly (readonly [ColumnName, string])[]): string {
  const copy = [...cells];
  for (const [column, text] of changes) copy[sheet.at(column)] = text;
  return lineOf(sheet, copy);
}

function cellOf({ cells, sheet }: Row, column: ColumnName): string {
  return cells[sheet.at(column)];
}

function startOf(row: Row): number {
  return dayOf(cellOf(row, 'start_date')) ?? row.asAt;
}

function oneOf(texts: readonly string[], { random }: Row): string {
  return texts[wholeNumber(random, 0, texts.length - 1)];
}

/** The same case as it was before: an earlier start, another worker. */
function conflicting(row: Row): string {
  return changed(row, ['start_date', isoOf(startOf(row) - 10)], ['worker_id', 'W000']);
}

/** A further case of the same child, whose ethnicity somebody recorded anew. */
function furtherCase(row: Row): string {
  return changed(row, ['case_id', `${cellOf(row, 'case_id')}b`], ['ethnicity', 'Caribbean']);
}

function padded(cell: string, at: number): string {
  if (cell === '') return cell;
  return at % 2 === 0 ? `  ${cell} ` : `${cell}${NO_BREAK_SPACE}`;
}

/** As with the caps lock left on: rEFERRAL oRDER. */
function mixedCase({ cells, sheet }: Row): string {
  const styled = [...sheet.styled(cells)];
  for (const column of ['ethnicity', 'sex', 'disposal', 'residence'] as const) {
    const at = sheet.at(column);
    styled[at] = styled[at].replace(/\p{L}/gu, otherCase);
  }
  return joined(sheet, styled);
}

function otherCase(letter: string): string {
  const upper = letter.toUpperCase();
  return letter === upper ? letter.toLowerCase() : upper;
}

/** The comment goes in just as it is, quotes and all: it is the last cell, so the line may simply go on. */
function commented({ cells, sheet }: Row, comment: string): string {
  return lineOf(sheet, cells) + comment;
}

function lineOfEmptyCells(sheet: Sheet): string {
  return sheet.style.delimiter.repeat(sheet.headers.length);
}
