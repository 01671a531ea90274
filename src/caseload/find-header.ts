/** Finds the header line and the delimiter of a CSV whose first bytes are at hand. */

import { UserError } from './errors.ts';
import { readRecords } from './read-csv.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
const LINES_LOOKED_AT = 50;
const RECORDS_AT_ONCE = 16;
/** Far more columns than any export has: a file that is not separated as it seems to be. */
const MOST_COLUMNS = 5000;

export interface Header {
  delimiter: string;
  cells: string[];
  /** The line the header stands on, and how many records come before the first row, blank ones included. */
  line: number;
  recordsBefore: number;
  /** Lines that are not empty above the header: titles, and the line of the first. */
  titleLines: number;
  firstTitleLine: number;
  recognised: number;
}

/** A first line `sep=;` as Excel writes it: the delimiter it names, and the bytes of the line. */
export function separatorLine(head: Uint8Array): { delimiter: string; bytes: number } | null {
  const text = new TextDecoder().decode(head.subarray(0, 16));
  const found = /^"?sep=([,;\t|])"?(\r\n|\r|\n)/i.exec(text);
  return found === null ? null : { delimiter: found[1], bytes: found[0].length };
}

/**
 * The header: of the first 50 lines that are not empty, the one with most headers that `isRecognised` knows, under
 * the delimiter that shows most. When none is recognised, the first such line, under the delimiter that splits it most.
 * Null when there is no line at all.
 *
 * @param isWhole the head is all there is; otherwise what touches its end is cut, and is no header
 * @throws UserError when none is recognised and a mistake hides further lines: a quote never closed, a head cut off
 */
export function findHeader(
  head: Uint8Array,
  firstLine: number,
  delimiters: readonly string[],
  isRecognised: (header: string) => boolean,
  isWhole = true,
): Header | null {
  // A delimiter that is nowhere makes one column of every line, as the first one does.
  const [best] = delimiters
    .filter((delimiter, index) => index === 0 || head.includes(delimiter.charCodeAt(0)))
    .map((delimiter) => {
      const mistakes: UserError[] = [];
      const records = firstRecords(head, isWhole, firstLine, delimiter, mistakes);
      return { header: bestLine(records, delimiter, isRecognised), mistakes };
    })
    .sort((one, other) => compareHeaders(one.header, other.header));
  if ((best.header?.recognised ?? 0) === 0 && best.mistakes.length > 0) throw best.mistakes[0];
  return best.header;
}

/** @throws UserError for a header of more columns than any export has */
export function refuseTooWide({ cells, line }: Header): void {
  if (cells.length <= MOST_COLUMNS) return;
  throw new UserError(
    `line ${line}: a header of ${cells.length} columns, and at most ${MOST_COLUMNS} are read; take out those that are not needed`,
  );
}

/** The better one first: the one with more headers that are known, then with more headers. */
function compareHeaders(one: Header | null, other: Header | null): number {
  const recognised: number = (other?.recognised ?? -1) - (one?.recognised ?? -1);
  return recognised !== 0 ? recognised : (other?.cells.length ?? 0) - (one?.cells.length ?? 0);
}

function bestLine(
  firstRecords: Iterable<{ cells: string[]; line: number }>,
  delimiter: string,
  isRecognised: (header: string) => boolean,
): Header | null {
  let best: Header | null = null;
  let records = 0;
  let lines = 0;
  let firstTitleLine = 0;
  for (const { cells, line } of firstRecords) {
    records++;
    const names = cells.map((cell) => cell.trim());
    if (names.every((name) => name === '')) continue;
    if (lines === 0) firstTitleLine = line;
    const filled = names.filter((name) => name !== '');
    // A row below a header whose cells are all known has no more of them: its cells need no look.
    const isLess = filled.length <= (best?.recognised ?? -1);
    const recognised: number = isLess ? 0 : filled.filter(isRecognised).length;
    if (best === null || recognised > best.recognised) {
      best = {
        delimiter,
        cells: names,
        line,
        recordsBefore: records,
        titleLines: lines,
        firstTitleLine,
        recognised,
      };
    }
    if (++lines === LINES_LOOKED_AT) break;
  }
  return best;
}

/** Records up to a mistake: what stops one delimiter from being read may be no mistake under another. */
function* firstRecords(
  head: Uint8Array,
  isWhole: boolean,
  firstLine: number,
  delimiter: string,
  mistakes: UserError[],
) {
  try {
    yield* readRecords(chunksOf(head, isWhole), delimiter, firstLine, RECORDS_AT_ONCE);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    mistakes.push(error);
  }
}

/** The head, and a stop where more of the file would follow: a record cut off there must not pass for a whole one. */
function* chunksOf(head: Uint8Array, isWhole: boolean) {
  yield head;
  if (!isWhole)
    throw new UserError(
      'no whole header line in the first MiB; delete what stands before it, or columns that are not needed',
    );
}
