/** Which header stands for which column of ours. */
import { IDENTIFYING_HEADERS, PERSON_WORDS } from '../reference/identifiers.ts';
import { type ColumnName, columnDefinitions, compact } from './columns.ts';
import { UserError } from './errors.ts';
import type { ValueAliases } from './labels.ts';
import { nearest } from './nearest.ts';

/** What the user says about headers and labels, beyond the dictionary. */
export interface Mapping {
  /** Their header, compacted, to our column. */
  readonly headers: ReadonlyMap<string, ColumnName>;
  readonly values: ValueAliases;
  /** Headers named one by one, as typed: a file without any of them is a slip of the pen. */
  readonly named?: readonly string[];
}

export const NO_MAPPING: Mapping = { headers: new Map(), values: new Map(), named: [] };

export interface HeaderMatch {
  readonly header: string;
  /** Position of the header in the file, from 0. */
  readonly index: number;
  readonly column: ColumnName | null;
  readonly how: 'name' | 'alias' | 'map' | 'overridden' | 'not matched' | 'ignored' | 'dropped';
  /** For a header that is not matched: the column it is nearest to. */
  readonly guess: ColumnName | null;
  /** The kind of identifier that the header announces. */
  readonly identifies: string | null;
}

const WORDS = new Map<string, { column: ColumnName; how: 'name' | 'alias' }>();
for (const { name, aliases } of columnDefinitions()) {
  for (const alias of aliases) WORDS.set(compact(alias), { column: name, how: 'alias' });
}
for (const { name } of columnDefinitions()) WORDS.set(compact(name), { column: name, how: 'name' });

/** Whether a header is one of ours, by name, alias or the user's mapping: how the header line is found. */
export function isRecognised(header: string, mapping: Mapping): boolean {
  const words = compact(header);
  return mapping.headers.has(words) || WORDS.has(words);
}

/**
 * Matches every header of a file.
 *
 * @param ignored columns not to read (the identifiers under --count-cases)
 * @param dropped headers to leave out since they hold identifiers, as positions
 * @throws UserError when two headers stand for one column, naming both and the --map line that chooses
 */
export function mapColumns(
  headers: readonly string[],
  mapping: Mapping,
  ignored: ReadonlySet<ColumnName>,
  dropped: ReadonlySet<number> = new Set(),
): HeaderMatch[] {
  const matches = headers.map((header, index) => matchHeader(header, index, mapping));
  const byHand = new Set(matches.filter(({ how }) => how === 'map').map(({ column }) => column));
  const settled = matches.map((match): HeaderMatch => {
    if (dropped.has(match.index)) return { ...match, column: null, how: 'dropped' };
    if (match.column === null) return match;
    if (ignored.has(match.column)) return { ...match, column: null, how: 'ignored' };
    if (match.how !== 'map' && byHand.has(match.column)) return { ...match, column: null, how: 'overridden' };
    return match;
  });
  refuseTwoHeaders(settled);
  return settled;
}

function matchHeader(header: string, index: number, mapping: Mapping): HeaderMatch {
  const words = compact(header);
  const identifies = identifierKind(header);
  const column = mapping.headers.get(words);
  if (column !== undefined) return { header, index, column, how: 'map', guess: null, identifies };
  const known = WORDS.get(words);
  if (known !== undefined) return { header, index, ...known, guess: null, identifies };
  const guess = words === '' ? null : (WORDS.get(nearest(words, [...WORDS.keys()]) ?? '')?.column ?? null);
  return { header, index, column: null, how: 'not matched', guess, identifies };
}

function refuseTwoHeaders(matches: readonly HeaderMatch[]): void {
  for (const match of matches) {
    const other = matches.find(
      ({ column, index }) => column !== null && column === match.column && index < match.index,
    );
    if (other === undefined || match.column === null) continue;
    const names = `"${other.header}" (column ${other.index + 1}) and "${match.header}" (column ${match.index + 1})`;
    const isSameHeader = compact(other.header) === compact(match.header);
    const mend = isSameHeader
      ? 'rename one of them in the file'
      : `choose with --map "${match.header}=${match.column}" or --map "${other.header}=${match.column}"`;
    throw new UserError(`two headers stand for ${match.column}: ${names}; ${mend}`);
  }
}

const IDENTIFIER_KINDS = new Map(
  IDENTIFYING_HEADERS.flatMap(({ kind, headers }) =>
    headers.map((header) => [compact(header), kind] as const),
  ),
);
/** Longest first, so that "case manager" goes before "manager". */
const PERSONS = PERSON_WORDS.map(compact).sort((one, other) => other.length - one.length);

/** The kind of identifier that a header announces ("Case Manager Surname": names), or null. */
export function identifierKind(header: string): string | null {
  const words = compact(header);
  const plain = IDENTIFIER_KINDS.get(words);
  if (plain !== undefined || words === '') return plain ?? null;
  if (WORDS.has(words)) return null;
  for (const person of PERSONS) {
    const rest = words.startsWith(person)
      ? words.slice(person.length)
      : words.endsWith(person)
        ? words.slice(0, -person.length)
        : '';
    const kind = IDENTIFIER_KINDS.get(rest);
    if (kind !== undefined) return kind;
  }
  return null;
}
