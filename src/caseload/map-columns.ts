/** Which header stands for which column of ours. */
import { CONTENT_PATTERNS, HEADER_WORDS, looksLikePersonName, plainCell } from '../reference/identifiers.ts';
import { type ColumnName, columnDefinitions, compact, isColumnName } from './columns.ts';
import { UserError } from './errors.ts';
import { announcedKind } from './identifier-kind.ts';
import type { ValueAliases } from './labels.ts';
import { nearest } from './nearest.ts';
import { once } from './once.ts';
import { readMonth } from './read-dates.ts';

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
  /** The header as it may be printed: `column 3` where it looks like an identifier itself. */
  readonly shown: string;
  /** Position of the header in the file, from 0. */
  readonly index: number;
  readonly column: ColumnName | null;
  readonly how: 'name' | 'alias' | 'map' | 'overridden' | 'not matched' | 'ignored' | 'dropped';
  /** For a header that is not matched: the column it is nearest to. */
  readonly guess: ColumnName | null;
  /** The kind of identifier that the header announces. */
  readonly identifies: string | null;
}

type Known = { column: ColumnName; how: 'name' | 'alias' };

const aliasesOfColumns = once(() => {
  const words = new Map<string, Known>();
  for (const { name, aliases } of columnDefinitions()) {
    for (const alias of aliases) words.set(compact(alias), { column: name, how: 'alias' });
  }
  for (const { name } of columnDefinitions()) words.set(compact(name), { column: name, how: 'name' });
  return words;
});

/** What a header stands for by itself; one written as the column is called needs no look at the aliases. */
function knownAs(header: string): Known | undefined {
  return isColumnName(header) ? { column: header, how: 'name' } : aliasesOfColumns().get(compact(header));
}

/** Whether a header is one of ours, by name, alias or the user's mapping: how the header line is found. */
export function isRecognised(header: string, mapping: Mapping): boolean {
  return knownAs(header) !== undefined || mapping.headers.has(compact(header));
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
  let guesses = 0;
  const matches = headers.map((header, index) => {
    const match = matchHeader(header, index, mapping);
    const mayGuess = match.how === 'not matched' && match.shown === header && ++guesses <= MOST_GUESSES;
    return mayGuess ? { ...match, guess: nearestColumn(header) } : match;
  });
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
  const column = mapping.headers.get(compact(header));
  // A header mapped by hand is what the user has typed already.
  if (column !== undefined) {
    return {
      header,
      shown: header,
      index,
      column,
      how: 'map',
      guess: null,
      identifies: identifierKind(header),
    };
  }
  if (isColumnName(header)) {
    return { header, shown: header, index, column: header, how: 'name', guess: null, identifies: null };
  }
  const identifies = identifierKind(header);
  const known = knownAs(header) ?? { column: null, how: 'not matched' };
  return { header, shown: shownHeader(header, index), index, ...known, guess: null, identifies };
}

/** More columns that are not ours are no slips of the pen; nor is a whole sentence as a header. */
const MOST_GUESSES = 200;
const LONGEST_GUESSED = 60;

function nearestColumn(header: string): ColumnName | null {
  if (header.length > LONGEST_GUESSED) return null;
  const words = compact(header);
  const known = aliasesOfColumns();
  return words === '' ? null : (known.get(nearest(words, [...known.keys()]) ?? '')?.column ?? null);
}

function refuseTwoHeaders(matches: readonly HeaderMatch[]): void {
  const firsts = new Map<ColumnName, HeaderMatch>();
  for (const match of matches) {
    if (match.column === null) continue;
    const other = firsts.get(match.column);
    if (other !== undefined) throw new UserError(twoHeaders(other, match));
    firsts.set(match.column, match);
  }
}

function twoHeaders(one: HeaderMatch, other: HeaderMatch): string {
  const names = `"${one.shown}" (column ${one.index + 1}) and "${other.shown}" (column ${other.index + 1})`;
  const isSameHeader = compact(one.header) === compact(other.header);
  const mend = isSameHeader
    ? 'rename one of them in the file'
    : `choose with --map "${other.shown}=${other.column}" or --map "${one.shown}=${one.column}"`;
  return `two headers stand for ${one.column}: ${names}; ${mend}`;
}

/** Words of the dictionary that are surnames too. */
const SURNAMES: ReadonlySet<string> = new Set(['young', 'sen']);
const vocabulary = once(
  () =>
    new Set([
      ...columnDefinitions().flatMap(({ name, aliases }) => [name, ...aliases].flatMap(wordsOf)),
      ...HEADER_WORDS,
    ]),
);

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  return words.filter((word) => !SURNAMES.has(word));
}

/**
 * A header as it may be printed: `column 3` for what looks like an identifier itself, as in a file whose first row
 * is data: a postcode or number, a full date, the name of a person.
 */
export function shownHeader(header: string, index: number): string {
  const plain = plainCell(header);
  const isIdentifier =
    CONTENT_PATTERNS.some(({ matches }) => matches(plain)) || readMonth(plain) === 'full-date';
  return isIdentifier || isPersonName(plain) ? `column ${index + 1}` : header;
}

function isPersonName(header: string): boolean {
  if (!looksLikePersonName(header) || knownAs(header) !== undefined) return false;
  return !wordsOf(header).some((word) => vocabulary().has(word)) && identifierKind(header) === null;
}

/** The kind of identifier that a header announces ("Case Manager Surname": names), or null. */
export function identifierKind(header: string): string | null {
  return announcedKind(header, knownAs(header) !== undefined);
}
