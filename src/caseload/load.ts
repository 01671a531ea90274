/** Files on disk to a caseload. The sole place below the commands that touches the file system. */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { EthnicityList } from '../reference/ethnicity.ts';
import { type BuiltCaseload, buildCaseload, type CaseloadOptions } from './build-caseload.ts';
import type { Caseload } from './caseload.ts';
import { compact } from './columns.ts';
import { byteOrderMark, utf8Check } from './decode.ts';
import { UserError } from './errors.ts';
import { filesAt } from './list-files.ts';
import { NO_MAPPING } from './map-columns.ts';
import { parseColumn } from './parse-column.ts';
import { type Day, readDay } from './read-dates.ts';
import { readFile, type Source } from './read-file.ts';

const CHUNK_BYTES = 1 << 20;
const LF = 10;
const CR = 13;

/** Something to read: a path to a file or a folder, or bytes at hand under a name. */
export type CaseloadInput = string | { readonly name: string; readonly bytes: Uint8Array };

/**
 * Reads one caseload from files, folders of CSVs or bytes.
 * @throws UserError for anything the user can mend, in one line
 */
export function loadBuiltCaseload(inputs: readonly CaseloadInput[], options: CaseloadOptions): BuiltCaseload {
  return buildCaseload(
    openSources(inputs).map((source) => readFile(source, options)),
    options,
  );
}

/** What the library's `loadCaseload` may be told; everything else is as the command line has it by default. */
export interface LoadOptions {
  /** The as-at date, as `2026-10-31`. */
  readonly asAt?: string;
  readonly ethnicityList?: EthnicityList;
  readonly countCases?: boolean;
  /** Their header to our column. */
  readonly map?: Readonly<Record<string, string>>;
  /** Only rows of these values: our column to a value or several. */
  readonly where?: Readonly<Record<string, string | readonly string[]>>;
  /** Leaves out columns that hold identifiers instead of refusing the file. */
  readonly dropIdentifiers?: boolean;
}

/** All options of a load, from the few given. @throws UserError for a column or date that is none */
export function caseloadOptions(options: LoadOptions = {}): CaseloadOptions {
  const headers = Object.entries(options.map ?? {});
  return {
    mapping: {
      ...NO_MAPPING,
      headers: new Map(headers.map(([theirs, ours]) => [compact(theirs), parseColumn(ours, 'map')])),
      named: headers.map(([theirs]) => theirs),
    },
    countCases: options.countCases ?? false,
    dropIdentifiers: options.dropIdentifiers ?? false,
    allowed: new Set(),
    ethnicityList: options.ethnicityList ?? '2021',
    where: Object.entries(options.where ?? {}).flatMap(([name, values]) =>
      [values].flat().map((value) => ({ column: parseColumn(name, 'where'), value })),
    ),
    asAt: options.asAt === undefined ? null : { day: parseDay(options.asAt, 'asAt'), from: 'flag' },
  };
}

/**
 * Reads a caseload: every row accounted for, columns typed.
 *
 * @param inputs paths to CSV files or folders of them, or bytes; several are parts of one caseload
 * @returns the caseload; its `problems` list what is wrong with the data
 * @throws UserError for anything that can be mended: a missing file, no header, identifiers in the file
 */
export function loadCaseload(
  inputs: CaseloadInput | readonly CaseloadInput[],
  options: LoadOptions = {},
): Caseload {
  const list: readonly CaseloadInput[] =
    typeof inputs === 'string' || !('length' in inputs) ? [inputs] : inputs;
  return loadBuiltCaseload(list, caseloadOptions(options)).caseload;
}

/** A date as the user types it. @throws UserError naming the option */
export function parseDay(text: string, option: string): Day {
  const read = readDay(text.trim(), false);
  if (typeof read === 'object') return read.day;
  throw new UserError(`${option} ${text}: not a date; write it as 2026-10-31`);
}

/** The sources behind the inputs: folders opened, every file looked over once. */
export function openSources(inputs: readonly CaseloadInput[]): Source[] {
  return inputs.flatMap((input) =>
    typeof input === 'string' ? filesAt(input).map(fileSource) : [inspect(input.name, () => [input.bytes])],
  );
}

function fileSource(file: string): Source {
  const size = fs.statSync(file).size;
  if (size > CHUNK_BYTES * 16) return inspect(path.basename(file), () => chunksOf(file));
  const bytes = readable(file, () => fs.readFileSync(file));
  return inspect(path.basename(file), () => [bytes]);
}

function readable<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new UserError(`${file}: cannot be read (${code}); check that you may open it`);
  }
}

function* chunksOf(file: string): Generator<Uint8Array> {
  const descriptor = readable(file, () => fs.openSync(file, 'r'));
  const chunk = new Uint8Array(CHUNK_BYTES);
  try {
    for (;;) {
      const length = readable(file, () => fs.readSync(descriptor, chunk));
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Hashes the bytes and finds their encoding. @throws UserError for binary data */
function inspect(name: string, chunks: () => Iterable<Uint8Array>): Source {
  const hash = createHash('sha256');
  const isAllUtf8 = utf8Check(isUtf8);
  let mark: ReturnType<typeof byteOrderMark> = null;
  let isFirst = true;
  for (const chunk of chunks()) {
    hash.update(chunk);
    if (isFirst) mark = byteOrderMark(chunk);
    isFirst = false;
    if (mark !== null && mark.encoding !== 'utf-8') continue;
    if (chunk.includes(0)) refuseNul(name, chunks());
    isAllUtf8(chunk);
  }
  const encoding = mark?.encoding ?? (isAllUtf8(new Uint8Array(0)) ? 'utf-8' : 'windows-1252');
  return { name, sha256: hash.digest('hex'), encoding, markBytes: mark?.bytes ?? 0, chunks };
}

function refuseNul(name: string, chunks: Iterable<Uint8Array>): never {
  let line = 1;
  let before = 0;
  search: for (const chunk of chunks) {
    for (const byte of chunk) {
      if (byte === 0) break search;
      // A line ends at LF, CR or CR LF.
      if (byte === CR || (byte === LF && before !== CR)) line++;
      before = byte;
    }
  }
  throw new UserError(`${name} line ${line}: a NUL byte; this is not a text file, export it again as CSV`);
}
