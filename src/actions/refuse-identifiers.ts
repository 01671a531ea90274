/** A file of actions may not identify children or staff either: the rules of a caseload, for every column of it. */
import { compact } from '../caseload/columns.ts';
import { type ContentCount, countContent } from '../caseload/content-count.ts';
import { announcedKind } from '../caseload/identifier-kind.ts';
import { looksLikePersonName } from '../reference/identifiers.ts';
import type { WholeColumn } from './whole-table.ts';

/** As of a caseload: so many cells, and such a share of them, must look like identifiers. */
const REFUSED_CELLS = 5;
const REFUSED_SHARE = 0.8;

/** Words of posts and bodies: what has one of them is no person's name, however it is capitalised. */
const ROLE_WORDS: ReadonlySet<string> = new Set([
  ...['manager', 'managers', 'officer', 'officers', 'worker', 'workers', 'practitioner', 'practitioners'],
  ...['supervisor', 'supervisors', 'staff', 'head', 'heads', 'director', 'directors', 'chief', 'deputy'],
  ...['assistant', 'chair', 'board', 'lead', 'leads', 'leader', 'leaders', 'service', 'services', 'team'],
  ...['teams', 'operations', 'operational', 'analyst', 'business', 'performance', 'quality', 'assurance'],
  ...['commissioner', 'partnership', 'partner', 'partners', 'coordinator', 'adviser', 'advisor', 'executive'],
  ...['management', 'court', 'data', 'health', 'education', 'nurse', 'psychologist', 'police', 'probation'],
  ...['council', 'trust', 'authority', 'justice', 'safeguarding', 'training', 'workforce', 'resources'],
  ...[
    'headteacher',
    'inspector',
    'sergeant',
    'group',
    'panel',
    'committee',
    'office',
    'specialist',
    'finance',
  ],
  ...['information', 'north', 'south', 'east', 'west', 'central', 'city', 'county', 'area', 'district'],
]);

interface Column extends WholeColumn {
  readonly isOwner: boolean;
  /** The header is one that is read. */
  readonly isOurs: boolean;
}

/** The kind of identifier that a column holds, or null. */
export function identifierKind({ header, isOurs, isOwner, cells }: Column): string | null {
  return (
    announcedKind(header, isOurs) ?? contentKind(cells) ?? (isOwner && isMostlyNames(cells) ? 'names' : null)
  );
}

function contentKind(cells: readonly string[]): string | null {
  const count: ContentCount = { filled: cells.length, firstLine: 0, kinds: new Map(), cleared: new Set() };
  for (const cell of cells) countContent(cell, 1, count);
  for (const [kind, times] of count.kinds) {
    const isMost = times >= REFUSED_CELLS && times >= count.filled * REFUSED_SHARE;
    if (isMost && !count.cleared.has(kind)) return kind;
  }
  return null;
}

/** Of the distinct cells. */
function isMostlyNames(cells: readonly string[]): boolean {
  const distinct = [...new Set(cells)];
  const names = distinct.filter(namesPerson).length;
  return names > 0 && names >= distinct.length * REFUSED_SHARE;
}

/**
 * "Jane Smith", "J. Smith", "Smith, Jane", "Jane Smith (Team Manager)"; not "Head of Service" nor "Team Manager, North".
 */
function namesPerson(cell: string): boolean {
  const pieces = cell.split(/[,;:()/&]| - /).map((piece) => piece.trim());
  const isRole = cell.split(/[^\p{L}\p{M}]+/u).some((word) => ROLE_WORDS.has(compact(word)));
  return (
    (looksLikePersonName(withPlainInitials(cell)) && !isRole) ||
    (pieces.length > 1 && pieces.some(namesPerson))
  );
}

/** "J. Smith" and "J.K. Smith" as "J Smith" and "J K Smith"; an abbreviation without a name, as "Q.A.", stays. */
function withPlainInitials(cell: string): string {
  const plain = cell.replace(/(?<![\p{L}\p{M}])(\p{Lu})\. ?/gu, '$1 ').trim();
  return /[\p{L}\p{M}]{2}/u.test(plain) ? plain : cell;
}
