/** Finds the header line and the delimiter of a CSV whose first bytes are at hand. */

import { UserError } from './errors.ts';
import { readRecords } from './read-csv.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
const LINES_LOOKED_AT = 50;
const RECORDS_AT_ONCE = 16;

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
 */
export function findHeader(
  head: Uint8Array,
  firstLine: number,
  delimiters: readonly string[],
  isRecognised: (header: string) => boolean,
): Header | null {
  let best: Header | null = null;
  for (const delimiter of delimiters) {
    // A delimiter that is nowhere makes one column of every line, as the first one does.
    if (delimiter !== delimiters[0] && !head.includes(delimiter.charCodeAt(0))) continue;
    const found = bestLine(head, firstLine, delimiter, isRecognised);
    if (found !== null && (best === null || isBetter(found, best))) best = found;
  }
  return best;
}

function isBetter(one: Header, other: Header): boolean {
  if (one.recognised !== other.recognised) return one.recognised > other.recognised;
  return one.cells.length > other.cells.length;
}

function bestLine(
  head: Uint8Array,
  firstLine: number,
  delimiter: string,
  isRecognised: (header: string) => boolean,
): Header | null {
  let best: Header | null = null;
  let records = 0;
  let lines = 0;
  let firstTitleLine = 0;
  for (const { cells, line } of firstRecords(head, firstLine, delimiter)) {
    records++;
    const names = cells.map((cell) => cell.trim());
    if (names.every((name) => name === '')) continue;
    if (lines === 0) firstTitleLine = line;
    const recognised = names.filter((name) => name !== '' && isRecognised(name)).length;
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

/** Records up to a mistake: what stops one delimiter from being read is reported when the file is read for good. */
function* firstRecords(head: Uint8Array, firstLine: number, delimiter: string) {
  try {
    yield* readRecords([head], delimiter, firstLine, RECORDS_AT_ONCE);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}
