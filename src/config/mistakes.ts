/** Mistakes in a config file, all of them at once, each where it stands. */
import { UserError } from '../caseload/errors.ts';

/** Line and column count from 1, as editors show them. */
export interface Mistake {
  readonly line: number;
  readonly column: number;
  /** What is wrong, what was expected and the nearest right word. */
  readonly message: string;
}

/** A file of another kind can be wrong in every line: nobody reads on after this many. */
const MOST_SHOWN = 100;

/**
 * @param more what the heading says besides their number
 * @throws UserError with a heading, then a line for each mistake in the order of the file
 */
export function refuse(name: string, mistakes: readonly Mistake[], more = ''): never {
  const sorted = mistakes.toSorted((one, other) => one.line - other.line || one.column - other.column);
  // What an alias repeats is wrong in one place.
  const lines = [
    ...new Set(sorted.map(({ line, column, message }) => `${name}:${line}:${column}: ${message}`)),
  ];
  const heading = `${name}: ${lines.length} ${lines.length === 1 ? 'mistake' : 'mistakes'}${more}`;
  const rest = lines.length - MOST_SHOWN;
  const andMore = rest > 0 ? [`${name}: and ${rest} more`] : [];
  throw new UserError([heading, ...lines.slice(0, MOST_SHOWN), ...andMore]);
}

/** Line and column of a place in a text. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}
