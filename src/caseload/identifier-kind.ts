/** What a header says of identifiers: "Case Manager Surname", "Name of child 2", "DOB (dd/mm/yyyy)". */
import { IDENTIFYING_HEADERS, JOINING_WORDS, NAME_OF_ROLE, PERSON_WORDS } from '../reference/identifiers.ts';
import { compact } from './columns.ts';
import { once } from './once.ts';

/** Longer headers are sentences, which no list of words is made of. */
const LONGEST = 100;

/** A run of letters that a header may be made of, and the kind of identifier it announces; '' for none. */
interface Piece {
  readonly letters: string;
  readonly kind: string;
}

const kinds = once((): readonly Piece[] =>
  IDENTIFYING_HEADERS.flatMap(({ kind, headers }) =>
    headers.map((header) => ({ letters: compact(header), kind })),
  ),
);
const plainKinds = once(() => new Map(kinds().map(({ letters, kind }) => [letters, kind])));
const pieces = once(() =>
  piecesByFirstLetter([
    ...kinds(),
    ...[...PERSON_WORDS, ...JOINING_WORDS].map((words) => ({ letters: compact(words), kind: '' })),
  ]),
);

/** Longest first, so that "e-mail address" is not an e-mail and an address. */
function piecesByFirstLetter(all: readonly Piece[]): ReadonlyMap<string, readonly Piece[]> {
  const byLetter = new Map<string, Piece[]>();
  for (const piece of [...all].sort((one, other) => other.letters.length - one.letters.length)) {
    const [first] = piece.letters;
    byLetter.set(first, [...(byLetter.get(first) ?? []), piece]);
  }
  return byLetter;
}

/**
 * The kind of identifier that a header announces, or null.
 * @param isOurs the header is a name of one of our columns: then only words that mean nothing else count
 */
export function announcedKind(header: string, isOurs: boolean): string | null {
  const letters = compact(header);
  const plain = plainKinds().get(letters);
  if (plain !== undefined || isOurs || letters === '' || letters.length > LONGEST) return plain ?? null;
  const outsideBrackets = compact(header.replace(/[([{][^)\]}]*[)\]}]?/g, ' '));
  const ofRole = NAME_OF_ROLE.test(letters) ? 'names' : null;
  return kindOfPieces(letters) ?? kindOfPieces(outsideBrackets) ?? ofRole;
}

/** The kind that a header announces which is made of nothing but such pieces and digits; the last of several. */
function kindOfPieces(letters: string): string | null {
  // For every place what the rest from there on announces; undefined where the rest is not made of pieces.
  const rest: (string | undefined)[] = new Array(letters.length).fill(undefined);
  rest.push('');
  for (let at = letters.length - 1; at >= 0; at--) {
    if (/\d/.test(letters[at])) rest[at] = rest[at + 1];
    for (const { letters: piece, kind } of pieces().get(letters[at]) ?? []) {
      const behind = rest[at + piece.length];
      if (behind === undefined || !letters.startsWith(piece, at)) continue;
      rest[at] = behind || kind;
      if (rest[at] !== '') break;
    }
  }
  return rest[0] || null;
}
