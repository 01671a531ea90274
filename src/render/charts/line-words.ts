/** What is said of lines over time. */
import { type ShownColumn, type Table, WITHHELD } from '../../report/report.ts';
import { countInWords, type DrawnRow, lowerFirst, nameInWords } from './chart-rows.ts';

/** A figure over the rows of a table, in the order of time. */
export interface Line {
  readonly column: ShownColumn;
  /** Of the panel: the figure, or what the rows are about. */
  readonly name: readonly string[];
  readonly rows: readonly DrawnRow[];
}

/** Of more numbers a listener keeps nothing: then the ends, the least and the most of each line are said. */
const MOST_NUMBERS = 40;

/** @param all how many lines there would be with all numbers */
export function lineCaption(table: Table, lines: readonly Line[], all: number): string {
  const [{ column }] = lines;
  const hasGap = lines.some(({ rows }) => rows.some(({ word }) => word !== ''));
  const hasRange = lines.some(({ rows }) => rows.some(({ range }) => range !== null));
  const scale =
    column.type === 'share'
      ? `${column.label} by ${lowerFirst(table.columns[0].label)}, from 0% to 100%.`
      : 'Each line is on a scale of its own that begins at 0.';
  return [
    scale,
    ...(hasRange ? ['The area is the 95% range.'] : []),
    ...(hasGap ? ['A line breaks where a code stands in place of a number.'] : []),
    ...(lines.length === all
      ? []
      : [`${all - lines.length} of ${all} have fewer than two numbers to join, and no line.`]),
  ].join(' ');
}

export function lineWords(table: Table, lines: readonly Line[]): string {
  const numbers = lines.reduce((sum, { rows }) => sum + rows.length, 0);
  const inWords = numbers > MOST_NUMBERS ? inShort : inFull;
  return lines.map((line) => `${line.name.join(', ')}: ${inWords(table, line)}.`).join(' ');
}

/** "November 2025: 52 children; December 2025: withheld". */
function inFull(table: Table, { column, rows }: Line): string {
  return rows.map((row) => `${nameInWords(table, row)}, ${countInWords(table, column, row)}`).join('; ');
}

/** "52 children in November 2025, 213 children in October 2026; least 40 children in May 2026; most ...". */
function inShort(table: Table, { column, rows }: Line): string {
  const numbers = rows.filter(({ value }) => value !== undefined);
  const sorted = [...numbers].sort((one, other) => (one.value ?? 0) - (other.value ?? 0));
  const say = (row: DrawnRow | undefined) =>
    row === undefined ? 'no number' : `${countInWords(table, column, row)} in ${nameInWords(table, row)}`;
  const withheld = rows.filter(({ row }) => row[column.key] === WITHHELD).length;
  return [
    ...(numbers.length === 0 ? [] : [`first ${say(numbers.at(0))}`, `latest ${say(numbers.at(-1))}`]),
    ...(numbers.length < 3 ? [] : [`least ${say(sorted.at(0))}`, `most ${say(sorted.at(-1))}`]),
    ...(withheld === 0 ? [] : [`withheld in ${withheld}`]),
  ].join('; ');
}
