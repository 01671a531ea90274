/** One file, from its bytes to coded columns: encoding, header, mapping, identifiers, rows. */
import { codeLines } from './code-lines.ts';
import { type CodedColumn, type CodedRows, codeRows, type Layout, withoutTotals } from './code-rows.ts';
import { type ColumnName, compact } from './columns.ts';
import { type Encoding, joined, toUtf8 } from './decode.ts';
import { closeDictionary } from './dictionary.ts';
import { UserError } from './errors.ts';
import { DELIMITERS, findHeader, type Header, refuseTooWide, separatorLine } from './find-header.ts';
import { codedMatches, identifyingContent } from './identifying-content.ts';
import { type HeaderMatch, isRecognised, type Mapping, mapColumns } from './map-columns.ts';
import { type ReadBatch, readBatches } from './read-csv.ts';
import { type FileWatch, tellingOf } from './watch.ts';

/** A file whose bytes can be read again and again, looked over once. */
export interface Source {
  /** Base name: what reports call the file. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly encoding: Encoding;
  readonly markBytes: number;
  readonly chunks: () => Iterable<Uint8Array>;
}

export interface FileOptions {
  readonly mapping: Mapping;
  readonly countCases: boolean;
  readonly dropIdentifiers: boolean;
  /** Headers allowed though they look like identifiers, compacted. */
  readonly allowed: ReadonlySet<string>;
}

export interface RawFile {
  readonly source: Source;
  readonly delimiter: string;
  readonly header: Header;
  /** Bytes of a `sep=` line before the first record, and the line the rest begins on. */
  readonly skipBytes: number;
  readonly firstLine: number;
  readonly matches: readonly HeaderMatch[];
  readonly columns: ReadonlyMap<ColumnName, CodedColumn>;
  readonly rows: CodedRows;
  /** Lines at the end that were totals. */
  readonly totalsLines: readonly number[];
  /** Unmatched columns in which some cells look like identifiers, too few to refuse the file. */
  readonly suspicious: readonly { match: HeaderMatch; line: number; cells: number }[];
  readonly dropped: readonly HeaderMatch[];
  readonly allowed: readonly HeaderMatch[];
}

/** What the front of a file says of the rest. */
export interface FileHead {
  readonly header: Header;
  readonly matches: readonly HeaderMatch[];
  /** Columns that are not taken though a header stands for them. */
  readonly ignored: ReadonlySet<ColumnName>;
  readonly skipBytes: number;
  readonly firstLine: number;
  /** All of a small file, from its first record on; null of one that is longer than what was looked at. */
  readonly whole: Uint8Array | null;
}

/** Enough of the front of a file for titles and header, and for a quote that swallows a MiB to be found out. */
const HEAD_BYTES = (1 << 20) + (1 << 16);
const NO_HEADER =
  'no header was recognised among the first lines; see yos-caseload columns, and name headers with --map "their header=our column"';

/**
 * The shape of a file before its rows are read: delimiter, header, what each header stands for.
 * @throws UserError for a file without a line or a header that we know, or with two headers for one column
 */
export function readHead(source: Source, options: FileOptions): FileHead {
  return inFile(source, () => headAndMatches(source, options));
}

/** What goes wrong in a file is said with its name; what is wrong with an option is not. */
export function inFile<T>(source: Source, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError) || error.message.startsWith('--')) throw error;
    throw new UserError(`${source.name}${error.message.startsWith('line ') ? ' ' : ': '}${error.message}`);
  }
}

function headAndMatches(source: Source, options: FileOptions): FileHead {
  const { head, isWhole } = headOf(source);
  const separator = separatorLine(head);
  const body = separator === null ? head : head.subarray(separator.bytes);
  const firstLine = separator === null ? 1 : 2;
  const delimiters = separator === null ? DELIMITERS : [separator.delimiter];
  const isKnown = (cell: string) => isRecognised(cell, options.mapping);
  const header = findHeader(body, firstLine, delimiters, isKnown, isWhole);
  if (header === null) throw new UserError('the file is empty; export it again');
  // First of all: what was taken for a header may be a row, of which nothing may be shown.
  if (header.recognised === 0) throw new UserError(NO_HEADER);
  refuseTooWide(header);
  const ignored = new Set<ColumnName>(options.countCases ? ['case_id', 'child_id'] : []);
  const matches = mapColumns(header.cells, options.mapping, ignored);
  const whole = isWhole ? body : null;
  return { header, matches, ignored, skipBytes: separator?.bytes ?? 0, firstLine, whole };
}

/**
 * Reads a file to coded columns.
 * @param coded its rows, when they were coded elsewhere after `codingOf`
 * @param watch is told how far the reading is
 * @throws UserError as readHead; for bytes that are no CSV; for identifiers in it (columns named, no cell shown)
 */
export function readFile(
  source: Source,
  options: FileOptions,
  coded: CodedRows | null = null,
  watch: FileWatch | null = null,
): RawFile {
  const head = readHead(source, options);
  const { header, matches: allMatches, ignored, skipBytes, firstLine } = head;
  const byHeader = allMatches.filter((match) => match.identifies !== null);
  const first = withoutTotals(coded ?? codeFile(source, head, watch));
  const byContent = identifyingContent(first.rows, allMatches, header);
  const found = new Map<number, string>();
  for (const match of byHeader) found.set(match.index, match.identifies ?? '');
  for (const { index, kind } of byContent.refused) if (!found.has(index)) found.set(index, kind);
  const isAllowed = (index: number) =>
    options.allowed.has(compact(header.cells[index])) ||
    options.allowed.has(compact(allMatches[index].shown));
  const refused = [...found].filter(([index]) => !isAllowed(index)).sort(([one], [other]) => one - other);
  if (refused.length > 0 && !options.dropIdentifiers)
    throw new UserError(refusal(source, allMatches, refused));
  const dropped = new Set(refused.map(([index]) => index));
  const matches = dropped.size > 0 ? mapColumns(header.cells, options.mapping, ignored, dropped) : allMatches;
  if (dropped.size > 0) watch?.again();
  const { rows, totalsLines } =
    dropped.size > 0 ? withoutTotals(codeFile(source, { ...head, matches }, watch)) : first;
  for (const { dictionary } of rows.columns) closeDictionary(dictionary);
  return {
    source,
    delimiter: header.delimiter,
    header,
    skipBytes,
    firstLine,
    matches,
    columns: new Map(codedMatches(matches).map(({ column }, index) => [column, rows.columns[index]])),
    rows,
    totalsLines,
    suspicious: byContent.suspicious
      .filter(({ index }) => !found.has(index))
      .map(({ index, line, cells }) => ({ match: matches[index], line, cells })),
    dropped: matches.filter(({ index }) => dropped.has(index)),
    allowed: matches.filter(({ index }) => found.has(index) && !dropped.has(index)),
  };
}

function headOf(source: Source): { head: Uint8Array; isWhole: boolean } {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const chunk of toUtf8(source.chunks(), source.encoding, source.markBytes)) {
    if (length + chunk.length > HEAD_BYTES) {
      parts.push(chunk.slice(0, HEAD_BYTES - length));
      return { head: joined(parts), isWhole: false };
    }
    parts.push(chunk.slice());
    length += chunk.length;
  }
  return { head: joined(parts), isWhole: true };
}

/** How the rows of a file are to be coded, by its head. */
export function codingOf({ header, matches, skipBytes, firstLine }: FileHead) {
  const coded = codedMatches(matches);
  const layout: Layout = {
    headerCells: header.cells.length,
    coded: coded.map(({ index }) => index),
    unmatched: matches
      .filter(({ column, how }) => column === null && how !== 'dropped')
      .map(({ index }) => index),
    pseudonyms: matches.filter(({ how }) => how === 'ignored').map(({ index }) => index),
    childColumn: coded.find(({ column }) => column === 'child_id')?.index ?? null,
  };
  return { delimiter: header.delimiter, skip: header.recordsBefore, skipBytes, firstLine, layout };
}

function codeFile(source: Source, head: FileHead, watch: FileWatch | null): CodedRows {
  const coding = codingOf(head);
  const { delimiter, skip, firstLine, layout } = coding;
  const byLines = head.whole === null ? null : codeLines(head.whole, delimiter, firstLine, skip, layout);
  if (byLines === null) return inFile(source, () => codeRows(batchesOf(source, coding, watch), skip, layout));
  watch?.read(source.size, byLines.rows);
  return byLines;
}

/** The records of a file behind its `sep=` line; the watch is told of bytes and rows once they are dealt with. */
export function batchesOf(
  { chunks, encoding, markBytes }: Source,
  { delimiter, skip, skipBytes, firstLine }: ReturnType<typeof codingOf>,
  watch: FileWatch | null,
): Iterable<ReadBatch> {
  const bytes = watch === null ? chunks() : tellingOf(chunks(), ({ length }) => watch.read(length, 0));
  const utf8 = afterBytes(toUtf8(bytes, encoding, markBytes), skipBytes);
  const batches = readBatches(utf8, delimiter, firstLine);
  if (watch === null) return batches;
  // Titles and the header are records, but no rows.
  watch.read(0, -skip);
  return tellingOf(batches, ({ records }) => watch.read(0, records));
}

/** The chunks without the first bytes: those of a `sep=` line. */
export function* afterBytes(chunks: Iterable<Uint8Array>, bytes: number): Generator<Uint8Array> {
  let left = bytes;
  for (const chunk of chunks) {
    const skipped = Math.min(left, chunk.length);
    left -= skipped;
    yield chunk.subarray(skipped);
  }
}

function refusal(
  source: Source,
  matches: readonly HeaderMatch[],
  refused: readonly (readonly [number, string])[],
): string {
  const columns = refused.map(([index, kind]) => `"${matches[index].shown}" (${kind})`).join(', ');
  return `${source.name}: identifies children or staff in ${columns}; take the columns out of the export, or leave them out with --drop-identifiers (--allow-column "${matches[refused[0][0]].shown}" if it holds no such thing)`;
}
