/** The row of a metric's tables that some words name, among those that the report shows of the whole service. */
import { compact } from '../caseload/columns.ts';
import { keyInWords, textInWords } from '../render/shown-words.ts';
import type { MetricReport, Row, ShownColumn, ShownType, Table } from '../report/report.ts';
import type { Target } from './actions.ts';

/** A figure in its place. */
export interface Place {
  readonly table: Table;
  readonly column: ShownColumn;
  readonly row: Row;
}

export interface NamedPlace extends Place {
  /** What of it was named, as people read it. */
  readonly words: string;
}

const KINDS: Readonly<Record<Target['kind'], readonly ShownType[]>> = {
  share: ['share'],
  number: ['count', 'number', 'measure', 'rate'],
};

/** Of a breakdown the rows of all. */
export function rowsOfAll({ by, rows }: Table): readonly Row[] {
  return by === null ? rows : rows.filter((row) => row.by === 'All');
}

/**
 * The places that words fit: every word is a text of the row (as its key or as people read it), the name or title of
 * its table, or the key or label of a column. Without a column named it is the one that counts what its table is about,
 * else the first that can hold such a figure. Rows that are named by all of their texts go before others.
 *
 * @param parts of the words, in any order; neighbours may be one text that has a comma or slash in it
 * @param rateFirst for a number that no count can be: a rate goes before a count, that of the headline before others
 */
export function placesNamed(
  { tables }: MetricReport,
  parts: readonly string[],
  kind: Target['kind'],
  rateFirst: RateFirst | null = null,
): readonly NamedPlace[] {
  const found = tables.flatMap((table) =>
    placesIn(table, parts.map(compact), columnsOf(table, kind, rateFirst)),
  );
  const whole = found.filter(({ isWhole }) => isWhole);
  return (whole.length > 0 ? whole : found).map(({ place }) => place);
}

interface RateFirst {
  /** The column of the metric's headline. */
  readonly headline: string | undefined;
}

/** What a table says beside its own counts: of whom else, as the columns of children and workers of a table of cases. */
const OTHER_UNITS: ReadonlySet<string> = new Set(['children', 'cases', 'workers', 'judgements']);

/** Those that can hold such a figure, in the order in which they are taken where none is named. */
function columnsOf(table: Table, kind: Target['kind'], rateFirst: RateFirst | null): ShownColumn[] {
  const rank = (column: ShownColumn) => {
    if (rateFirst !== null && column.type === 'rate') return column.key === rateFirst.headline ? 0 : 1;
    return countsItsUnit(table, column) ? 2 : 3;
  };
  return table.columns
    .filter(({ type }) => KINDS[kind].includes(type))
    .toSorted((one, other) => rank(one) - rank(other));
}

function countsItsUnit(table: Table, { key, type, unit }: ShownColumn): boolean {
  const counted = unit ?? (OTHER_UNITS.has(key) ? key : table.unit);
  return type === 'count' && counted === table.unit;
}

interface Fit {
  readonly place: NamedPlace;
  /** All texts of the row are named. */
  readonly isWhole: boolean;
}

/** @param columns those that can hold the figure, the first of which is taken where none is named */
function placesIn(table: Table, parts: readonly string[], columns: readonly ShownColumn[]): Fit[] {
  const texts = table.columns.filter(({ type }) => type === 'text');
  return rowsOfAll(table).flatMap((row): Fit[] => {
    const names = texts.map((column) => namesOf(column, row));
    const fitting = columns.flatMap((column, index) => {
      const others = [[table.name, table.title].map(compact), [column.key, column.label].map(compact)];
      const used = matched(parts, [...names, ...others]);
      const isNamed = used?.includes(names.length + 1);
      if (used === null || (index > 0 && !isNamed)) return [];
      const named = texts.filter((_, name) => used.includes(name)).map(({ key }) => readText(key, row));
      const isTold = isNamed || named.length === 0 || columns.length > 1;
      const words = [...named, ...(isTold ? [column.label] : [])].join(', ');
      const place = { table, column, row, words };
      return [{ place, isWhole: names.every((_, name) => used.includes(name)) }];
    });
    // A column that is named goes before the first.
    return fitting.slice(-1);
  });
}

/** A text as people read it. */
export function readText(key: string, row: Row): string {
  return textInWords(key, String(row[key]));
}

/** A remark in brackets behind a text may be left out. */
function namesOf({ key }: ShownColumn, row: Row): string[] {
  const text = String(row[key]);
  return [text, text.replace(/ \([^()]*\)$/, ''), readText(key, row), keyInWords(text)].map(compact);
}

/**
 * Which of the names the parts stand for, each for one; null when they do not all fit.
 * @param names by place all ways in which it may be written
 */
function matched(parts: readonly string[], names: readonly (readonly string[])[]): number[] | null {
  if (parts.length === 0) return [];
  const longest = Math.max(0, ...names.flat().map(({ length }) => length));
  let word = '';
  for (let taken = 1; taken <= parts.length; taken++) {
    word += parts[taken - 1];
    if (word.length > longest) return null;
    for (let place = 0; place < names.length; place++) {
      if (!names[place].includes(word)) continue;
      const left = names.map((ways, other) => (other === place ? [] : ways));
      const rest = matched(parts.slice(taken), left);
      if (rest !== null) return [place, ...rest];
    }
  }
  return null;
}
