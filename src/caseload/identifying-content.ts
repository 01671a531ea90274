/** Columns whose content identifies children or staff, whatever their header says. */
import { looksLikePersonName } from '../reference/identifiers.ts';
import type { Values } from './caseload.ts';
import type { CodedColumn, CodedRows } from './code-rows.ts';
import { type ColumnName, columnDefinition } from './columns.ts';
import { type ContentCount, countContent, mayIdentify } from './content-count.ts';
import { type Dictionary, textOf } from './dictionary.ts';
import type { Header } from './find-header.ts';
import type { HeaderMatch } from './map-columns.ts';
import { readMonth } from './read-dates.ts';
import { standsForNone } from './read-values.ts';

/** A column is refused for its content when at least so many cells, and such a share of them, look like identifiers. */
const REFUSED_CELLS = 5;
const REFUSED_SHARE = 0.8;
const isNoWorker = standsForNone(columnDefinition('worker_id'));
/** Columns in which a number padded with zeros is a pseudonym and no phone number. */
const PSEUDONYMS: ReadonlySet<ColumnName> = new Set<ColumnName>(['case_id', 'child_id', 'worker_id']);

/** The headers that stand for a column of ours, in the order in which their columns are coded. */
export function codedMatches(matches: readonly HeaderMatch[]) {
  return matches.flatMap(({ column, index }) => (column === null ? [] : [{ column, index }]));
}

interface Found {
  index: number;
  kind: string;
}

/** Columns whose content is mostly identifiers, and unmatched ones in which some cells are. */
export function identifyingContent(rows: CodedRows, matches: readonly HeaderMatch[], header: Header) {
  const refused: Found[] = [];
  const suspicious: { index: number; line: number; cells: number }[] = [];
  codedMatches(matches).forEach(({ column, index }, at) => {
    const count = contentOf(rows.columns[at], PSEUDONYMS.has(column));
    const kind = contentKind(count) ?? ownKind(column, rows.columns[at]);
    if (kind !== null) refused.push({ index, kind });
  });
  const unmatched = matches.filter(({ column, how }) => column === null && how !== 'dropped');
  unmatched.forEach(({ index }, at) => {
    const count = rows.contents[at];
    const kind = contentKind(count);
    const cells = [...count.kinds].reduce(
      (sum, [name, times]) => sum + (count.cleared.has(name) ? 0 : times),
      0,
    );
    if (kind !== null) refused.push({ index, kind });
    else if (cells > 0) suspicious.push({ index, line: count.firstLine || header.line, cells });
  });
  return { refused, suspicious };
}

function contentKind({ kinds, filled, cleared }: ContentCount): string | null {
  for (const [kind, cells] of kinds) {
    if (cells >= REFUSED_CELLS && cells >= filled * REFUSED_SHARE && !cleared.has(kind)) return kind;
  }
  return null;
}

function contentOf({ dictionary, codes }: CodedColumn, isPseudonym: boolean): ContentCount {
  const count: ContentCount = { filled: 0, firstLine: 0, kinds: new Map(), cleared: new Set() };
  let times: Uint32Array | null = null;
  // With so many cells that are none, those that are cannot be the share that is refused.
  let others = Math.ceil(codes.length * (1 - REFUSED_SHARE));
  for (let code = 1; code <= dictionary.size && others >= 0; code++) {
    if (!mayIdentify(dictionary.pool, dictionary.ends[code - 1], dictionary.ends[code])) {
      if (isVisible(dictionary, code)) others--;
      continue;
    }
    times ??= timesOfCodes(dictionary.size, codes);
    countContent(textOf(dictionary, code), times[code], count, isPseudonym);
  }
  if (times !== null) count.filled = codes.length - blankCells(dictionary, times);
  return count;
}

/** Cells that are empty or hold nothing but spaces. */
function blankCells(dictionary: Dictionary, times: Uint32Array): number {
  let blank = times[0];
  for (let code = 1; code <= dictionary.size; code++) {
    if (!isVisible(dictionary, code) && textOf(dictionary, code).trim() === '') blank += times[code];
  }
  return blank;
}

/** Whether a cell begins with a visible ASCII character, so that it is not blank. */
function isVisible({ pool, ends }: Dictionary, code: number): boolean {
  const first = pool[ends[code - 1]];
  return first > 0x20 && first < 0x7f;
}

function timesOfCodes(size: number, codes: Values): Uint32Array {
  const times = new Uint32Array(size + 1);
  for (let row = 0; row < codes.length; row++) times[codes[row]]++;
  return times;
}

/** Worker names in worker_id, full dates in birth_month. */
function ownKind(column: ColumnName, { dictionary }: CodedColumn): string | null {
  if (column === 'worker_id') return isMostlyNames(dictionary) ? 'names' : null;
  if (column !== 'birth_month') return null;
  for (let code = 1; code <= dictionary.size; code++) {
    if (readMonth(textOf(dictionary, code).trim()) === 'full-date') return 'dates of birth';
  }
  return null;
}

/** Whether the distinct cells are names of people; "Not Allocated" is as good as blank. */
function isMostlyNames(dictionary: Dictionary): boolean {
  let names = 0;
  let others = 0;
  for (let code = 1; code <= dictionary.size; code++) {
    const cell = textOf(dictionary, code).trim();
    if (cell === '' || isNoWorker?.(cell)) continue;
    if (looksLikePersonName(cell)) names++;
    else others++;
  }
  return names > 0 && names >= (names + others) * REFUSED_SHARE;
}
