/** How mistakes are said: what was found, what was expected, and the nearest right word. */
import { nearest } from '../caseload/nearest.ts';

const LONGEST_SHOWN = 60;

/** Text of the file within a message: on one line and not too long. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}...` : line;
}

/** What the reader of the schema tells of a value that does not fit. */
export interface Misfit {
  readonly input?: unknown;
  readonly path?: readonly PropertyKey[] | undefined;
}

/** `team is a number; write text`, for a value of a wrong kind. */
export function expected(words: string): (misfit: Misfit) => string {
  return ({ input, path = [] }) => `${nameOf(path)} ${found(input)}; write ${words}`;
}

/** `threshold is 101; write a whole number from 1 to 100`, for a value of the right kind that is not among the right ones. */
export function expectedValue(words: string): (misfit: Misfit) => string {
  return ({ input, path = [] }) => `${nameOf(path)} is ${valueShown(input)}; write ${words}`;
}

/** `zeros is "hid"; write show or hide; did you mean hide?` */
export function expectedOneOf(names: readonly string[]): (misfit: Misfit) => string {
  return (misfit) =>
    typeof misfit.input === 'string'
      ? expectedValue(orList(names))(misfit) + didYouMean(misfit.input, names)
      : expected(orList(names))(misfit);
}

/** A line for each of the keys that are not known: `colums is no key here; ...; did you mean columns?` */
export function unknownKeys(keys: readonly string[], known: readonly string[]): string {
  return keys
    .map((key) => `${shown(key) || '""'} is no key here; keys are ${andList(known)}${didYouMean(key, known)}`)
    .join('\n');
}

/** `; did you mean columns?`, or nothing when no word is near. */
export function didYouMean(text: string, names: readonly string[]): string {
  const guess = guessOf(text, names);
  return guess === null ? '' : `; did you mean ${guess}?`;
}

/** The name nearest to a text, whatever its case. */
export function guessOf(text: string, names: readonly string[]): string | null {
  const lower = names.map((name) => name.toLowerCase());
  const guess = nearest(shown(text).toLowerCase(), lower);
  return guess === null ? null : names[lower.indexOf(guess)];
}

export function andList(names: readonly string[]): string {
  return listed(names, 'and');
}

export function orList(names: readonly string[]): string {
  return listed(names, 'or');
}

function listed(names: readonly string[], word: string): string {
  return names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} ${word} ${names[names.length - 1]}`;
}

/** What a reader calls a place in the file. */
function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  if (typeof last !== 'number') return shown(String(last)) || '""';
  return `entry ${last + 1}${path.length > 1 ? ` of ${nameOf(path.slice(0, -1))}` : ''}`;
}

function found(input: unknown): string {
  if (input === undefined) return 'is missing';
  if (input === null || input === '') return 'is empty';
  if (typeof input === 'number') return 'is a number';
  if (typeof input === 'boolean') return `is ${input}`;
  if (typeof input === 'string') return 'is text';
  return Array.isArray(input) ? 'is a list' : 'holds keys of its own';
}

function valueShown(input: unknown): string {
  return typeof input === 'string' ? `"${shown(input)}"` : String(input);
}
