/** Small parts of the schema: text, whole numbers, words of a list, columns of ours. */
import * as z from 'zod/mini';
import { type ColumnName, columnDefinitions, compact } from '../caseload/columns.ts';
import { andList, didYouMean, expected, expectedOneOf, expectedValue, shown, unknownKeys } from './words.ts';

/** An object of these keys and no others. The message about others has a line for each of them. */
export function keys<Shape extends z.core.$ZodShape>(shape: Shape, words: string) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? unknownKeys(issue.keys, Object.keys(shape))
        : expected(words)(issue),
  });
}

/**
 * A value of one kind made into another. What cannot be made into it is told to `wrong`, whose message is the mistake.
 */
export function converted<Given, Result>(
  schema: z.ZodMiniType<Given>,
  convert: (given: Given, wrong: (message: string) => never) => Result,
) {
  return z.pipe(
    schema,
    z.transform((given: Given, { issues }) =>
      convert(given, (message) => {
        issues.push({ code: 'custom', message, input: given });
        return z.NEVER;
      }),
    ),
  );
}

/** Text with something in it, on one line. */
export function text(words: string) {
  const error = expected(words);
  return z.pipe(
    z.pipe(
      z.string({ error }),
      z.transform((given: string) => given.replace(/\s+/g, ' ').trim()),
    ),
    z.string().check(z.refine((given) => given !== '', { error })),
  );
}

export function wholeNumber(from: number, to: number) {
  const words = `a whole number from ${from} to ${to}`;
  const isRight = (number: number) => Number.isInteger(number) && number >= from && number <= to;
  return z.number({ error: expected(words) }).check(z.refine(isRight, { error: expectedValue(words) }));
}

export function oneOf<const Names extends readonly [string, ...string[]]>(names: Names) {
  return z.enum(names, { error: expectedOneOf(names) });
}

/** One of our columns, however it is written; null when there is none. */
function findColumn(name: string): ColumnName | null {
  const words = compact(name);
  return columnDefinitions().find((one) => compact(one.name) === words)?.name ?? null;
}

/** `review_dat is no column; did you mean review_date?` */
export function noColumn(name: string, names: readonly string[]): string {
  const guess = didYouMean(name, names);
  return `${shown(name) || '""'} is no column${guess || '; see yos-caseload columns'}`;
}

/** One of our columns. */
export function column() {
  const names = columnDefinitions().map(({ name }) => name);
  const given = z.string({ error: expected('text: one of our columns, such as team') });
  return converted(given, (name, wrong) => findColumn(name) ?? wrong(noColumn(name, names)));
}

/** One of our date columns. */
export function dateColumn() {
  const names = columnDefinitions().flatMap(({ name, type }) => (type === 'date' ? [name] : []));
  const given = z.string({ error: expected('text: one of our date columns, such as sentence_date') });
  return converted(given, (written, wrong) => {
    const name = findColumn(written);
    if (name === null) return wrong(noColumn(written, names));
    return names.includes(name)
      ? name
      : wrong(`${name} is no date column; date columns are ${andList(names)}`);
  });
}

/** For checks that look at an object whatever else is wrong in it. */
export const ALWAYS = { when: ({ value }: { value: unknown }) => isRecord(value) };

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
