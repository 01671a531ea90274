/** Reads the little CSVs beside a caseload: mappings, ratings, staff, populations. */
import { compact } from './columns.ts';
import { joined, toUtf8 } from './decode.ts';
import { UserError } from './errors.ts';
import { DELIMITERS, findHeader, separatorLine } from './find-header.ts';
import { type CaseloadInput, openSources } from './load.ts';
import { readRecords } from './read-csv.ts';
import type { Source } from './read-file.ts';

/** A line that says something: its cells by the header asked for, trimmed; '' for what the file does not have. */
export interface SmallRecord<Name extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<Name, string>>;
}

export interface SmallCsv<Name extends string> {
  readonly source: Source;
  /** What its mistakes are said with, before " line 3: ...": the option and the file. */
  readonly where: string;
  readonly records: readonly SmallRecord<Name>[];
  /** All of the file from its header on, columns not asked for too. */
  readonly header: readonly string[];
  readonly lines: readonly SmallLine[];
}

export interface SmallLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * A small CSV in whatever encoding, with whatever delimiter; titles above the header and columns not asked for are
 * passed over, and so are lines without a word in the columns asked for. Headers are matched without regard to case,
 * spaces and punctuation.
 *
 * @param option what the file was given for, such as `--staff`; '' when its name says enough
 * @param headers the columns it must have
 * @param optional the columns it may have
 * @throws UserError with the option, the file and the line: for a file that cannot be read or is no CSV, a column that
 *   is missing or there twice, a line longer than the header; no cell is shown
 */
export function readSmallCsv<Name extends string>(
  input: CaseloadInput,
  option: string,
  headers: readonly Name[],
  optional: readonly Name[] = [],
): SmallCsv<Name> {
  const path = typeof input === 'string' ? input : input.name;
  const where = option === '' ? path : `${option} ${path}`;
  const source = sourceOf(input, path, option);
  const { header, records } = inPlace(where, () => recordsOf(source, [...headers, ...optional]));
  const names = [...headers, ...optional];
  const places = placesOf(header, names, where);
  const missing = headers.filter((name) => !places.has(name));
  if (missing.length > 0) throw new UserError(`${where}: ${missingWords(headers, optional, missing)}`);
  const read = records.map(({ cells, line }) => {
    if (cells.slice(header.length).some((cell) => cell.trim() !== ''))
      throw new UserError(
        `${where} line ${line}: more cells than the header has; put a cell that holds the delimiter in quotes`,
      );
    return { line, cells: cellsOf(cells, names, places) };
  });
  return {
    source,
    where,
    records: read.filter(({ cells }) => names.some((name) => cells[name] !== '')),
    header,
    lines: records,
  };
}

function sourceOf(input: CaseloadInput, path: string, option: string): Source {
  const before = option === '' ? '' : `${option} `;
  try {
    const sources = openSources([input]);
    if (sources.length === 1) return sources[0];
  } catch (error) {
    throw error instanceof UserError ? new UserError(`${before}${error.message}`) : error;
  }
  throw new UserError(`${before}${path}: a folder of several files; name one CSV`);
}

/** The header, and the records below it. */
function recordsOf(
  { chunks, encoding, markBytes }: Source,
  names: readonly string[],
): { header: readonly string[]; records: SmallLine[] } {
  const text = joined([...toUtf8(chunks(), encoding, markBytes)]);
  const separator = separatorLine(text);
  const body = text.subarray(separator?.bytes ?? 0);
  const firstLine = separator === null ? 1 : 2;
  const delimiters = separator === null ? DELIMITERS : [separator.delimiter];
  const known = new Set(names.map(compact));
  const header = findHeader(body, firstLine, delimiters, (cell) => known.has(compact(cell)));
  if (header === null) return { header: [], records: [] };
  const records = [...readRecords([body], header.delimiter, firstLine)].slice(header.recordsBefore);
  return { header: header.cells, records };
}

/** Which column of the file holds each that is asked for. @throws UserError for one that is there twice */
function placesOf<Name extends string>(
  header: readonly string[],
  names: readonly Name[],
  where: string,
): ReadonlyMap<Name, number> {
  const places = new Map<Name, number>();
  const given = header.map(compact);
  for (const name of names) {
    const place = given.indexOf(compact(name));
    if (place === -1) continue;
    if (given.lastIndexOf(compact(name)) !== place)
      throw new UserError(`${where}: two columns are called ${name}; take one out`);
    places.set(name, place);
  }
  return places;
}

function missingWords(
  headers: readonly string[],
  optional: readonly string[],
  missing: readonly string[],
): string {
  const unneeded = optional.length === 0 ? '' : ` (${optional.join(', ')} may be left out)`;
  const columns = [...headers, ...optional].join(',');
  return `no column ${missing.join(', ')}; the header must be ${columns}${unneeded}`;
}

function cellsOf<Name extends string>(
  cells: readonly string[],
  names: readonly Name[],
  places: ReadonlyMap<Name, number>,
): Readonly<Record<Name, string>> {
  const entries = names.map((name) => [name, (cells[places.get(name) ?? -1] ?? '').trim()]);
  // Every name has its entry.
  return Object.fromEntries(entries) as Record<Name, string>;
}

/** What is wrong on a line is said with the file. */
function inPlace<T>(where: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(`${where}${error.message.startsWith('line ') ? ' ' : ': '}${error.message}`);
  }
}
