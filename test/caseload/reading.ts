/** Caseloads read from text written in the test, and what to look at in them. */
import type { BuiltCaseload, CaseloadOptions } from '../../src/caseload/build-caseload.ts';
import type { Caseload } from '../../src/caseload/caseload.ts';
import type { ColumnName } from '../../src/caseload/columns.ts';
import { UserError } from '../../src/caseload/errors.ts';
import { caseloadOptions } from '../../src/caseload/load-options.ts';
import type { RuleName } from '../../src/caseload/problem-rules.ts';
import { loadBuiltCaseload } from '../support/load-now.ts';

const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** UTF-16 without a byte order mark. */
export function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), order === 'le');
  return bytes;
}

/** The bytes cut into chunks at the places given (each taken modulo the length). */
export function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const cuts = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length];
  cuts.sort((one, other) => one - other);
  return cuts.slice(1).map((end, index) => bytes.slice(cuts[index], end));
}

export function lines(...each: readonly string[]): string {
  return `${each.join('\n')}\n`;
}

/** Day number of an ISO date, by the engine's own calendar. */
export function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
}

/** Reads files given as text (one text is `cases.csv`), with the defaults of the command line. */
export function read(
  files: string | Readonly<Record<string, string>>,
  changes: Partial<CaseloadOptions> = {},
): BuiltCaseload {
  const named = typeof files === 'string' ? { 'cases.csv': files } : files;
  const inputs = Object.entries(named).map(([name, text]) => ({ name, bytes: utf8(text) }));
  return loadBuiltCaseload(inputs, { ...caseloadOptions(), ...changes });
}

/** What was read in a column, row by row; by default of the rows used. */
export function textsOf(
  { caseload }: { caseload: Caseload },
  name: ColumnName,
  rows: Iterable<number> = caseload.used,
): string[] | null {
  const column = caseload.columns.get(name);
  return column === undefined ? null : Array.from(rows, (row) => column.text(column.values[row]));
}

/** The problems of a rule, without the words that go with it. */
export function problemsOf(
  { caseload }: { caseload: Caseload },
  rule: RuleName,
): { line: number; column: string; count: number; label?: string; file?: string }[] {
  return caseload.problems
    .filter((problem) => problem.rule === rule)
    .map(({ line, column, count, label }) => ({
      line,
      column,
      count,
      ...(label === undefined ? {} : { label }),
    }));
}

/** read, used, outOfScope, duplicates and rejected over all files. */
export function totalsOf({ caseload }: { caseload: Caseload }) {
  const total = (of: 'read' | 'used' | 'outOfScope' | 'duplicates' | 'rejected') =>
    caseload.inputs.reduce((sum, input) => sum + input[of], 0);
  return {
    read: total('read'),
    used: total('used'),
    outOfScope: total('outOfScope'),
    duplicates: total('duplicates'),
    rejected: total('rejected'),
  };
}

/** The message that a user gets; anything but a message for users goes through. */
export function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}
