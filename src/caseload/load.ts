/** Files on disk to a caseload: what the commands and the library read with. */
import { readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { type BuiltCaseload, buildCaseload, type CaseloadOptions } from './build-caseload.ts';
import type { Caseload } from './caseload.ts';
import { codeInThreads } from './code-in-threads.ts';
import { byteOrderMark } from './decode.ts';
import { UserError } from './errors.ts';
import { inspectSource } from './inspect-source.ts';
import { filesAt } from './list-files.ts';
import { caseloadOptions, type LoadOptions } from './load-options.ts';
import { chunksOf } from './read-chunks.ts';
import { codingOf, type RawFile, readFile, readHead, type Source } from './read-file.ts';
import { type FollowedThreads, followThreads } from './thread-counters.ts';
import { type FileWatch, tellingOf, type Watch } from './watch.ts';

/** A file from this size on is not kept in memory, and may be read on several threads. */
const LARGE_BYTES = 8 << 20;
const PIECE_BYTES = 1 << 20;
/** From this size on several threads win more than starting them costs. */
const WORTH_THREADS_BYTES = 32 << 20;
/** More threads than this lose more by joining than they win. */
const MOST_THREADS = 8;

/** Something to read: a path to a file or a folder, or bytes at hand under a name. */
export type CaseloadInput = string | { readonly name: string; readonly bytes: Uint8Array };

/**
 * Reads one caseload from files, folders of CSVs or bytes; large files on several threads, with the same result for
 * any number of them.
 * @param threads how many for a large file; by default all the machine has where that pays
 * @param watch is told how far the reading is
 * @throws UserError for anything the user can mend, in one line
 */
export async function loadInThreads(
  inputs: readonly CaseloadInput[],
  options: CaseloadOptions,
  threads: number | null = null,
  watch: Watch | null = null,
): Promise<BuiltCaseload> {
  const opened = openedInputs(inputs);
  if (watch !== null) {
    const bytes = bytesOf(opened);
    watch.begin(bytes, bytes);
  }
  const files: RawFile[] = [];
  for (const input of opened) {
    const ofFile = watch?.open(nameOf(input)) ?? null;
    files.push(
      typeof input === 'string'
        ? await readAt(input, options, threads, ofFile)
        : readFile(sourceOf(input, ofFile), options, null, ofFile),
    );
  }
  watch?.end();
  return buildCaseload(files, options);
}

/** The inputs with the files of each folder in its place. */
function openedInputs(inputs: readonly CaseloadInput[]): CaseloadInput[] {
  return inputs.flatMap((input): CaseloadInput[] => (typeof input === 'string' ? filesAt(input) : [input]));
}

/** What reports call an input. */
function nameOf(input: CaseloadInput): string {
  return typeof input === 'string' ? basename(input) : input.name;
}

function bytesOf(inputs: readonly CaseloadInput[]): number {
  return inputs.reduce(
    (sum, input) => sum + (typeof input === 'string' ? statSync(input).size : input.bytes.length),
    0,
  );
}

async function readAt(
  file: string,
  options: CaseloadOptions,
  given: number | null,
  watch: FileWatch | null,
): Promise<RawFile> {
  const size = statSync(file).size;
  const threads = given ?? (size < WORTH_THREADS_BYTES ? 1 : Math.min(availableParallelism(), MOST_THREADS));
  if (threads < 2 || size < LARGE_BYTES) return readFile(fileSource(file, watch), options, null, watch);
  const guess = guessedSource(file);
  const coding = codingOf(readHead(guess, options));
  const start = guess.markBytes + coding.skipBytes;
  const range = { ...coding, path: file, start, end: size, encoding: guess.encoding };
  // The threads work while this one looks the file over.
  const followed = watch === null ? null : followThreads(threads, watch);
  // Loaded only for a large file, and before the threads start: nothing is to come between them and the first look.
  const { Worker } = await import('node:worker_threads');
  const isSplittable = !guess.encoding.startsWith('utf-16');
  const coded = isSplittable ? codeInThreads(Worker, range, threads, followed) : null;
  const source = fileSource(file, watchOfBoth(watch, followed));
  const isGuessed = source.encoding === guess.encoding;
  const rows = isGuessed ? await coded : null;
  if (rows === null) {
    followed?.stop();
    watch?.again();
  }
  return readFile(source, options, rows, watch);
}

/** What is told of the first look is told of the threads that read meanwhile too. */
function watchOfBoth(watch: FileWatch | null, followed: FollowedThreads | null): FileWatch | null {
  if (watch === null || followed === null) return watch;
  const lookedOver = (bytes: number) => {
    watch.lookedOver(bytes);
    followed.tell();
  };
  return { ...watch, lookedOver };
}

/** A source by its first bytes alone: what it most likely turns out to be. */
function guessedSource(file: string): Source {
  const chunks = () => readableChunks(file);
  const [first] = chunks();
  const mark = byteOrderMark(first ?? new Uint8Array(0));
  const encoding = mark?.encoding ?? 'utf-8';
  return { name: basename(file), size: 0, sha256: '', encoding, markBytes: mark?.bytes ?? 0, chunks };
}

/**
 * Reads a caseload: every row accounted for, columns typed.
 *
 * @param inputs paths to CSV files or folders of them, or bytes; several are parts of one caseload
 * @returns the caseload; its `problems` list what is wrong with the data
 * @throws UserError for anything that can be mended: a missing file, no header, identifiers in the file
 */
export async function loadCaseload(
  inputs: CaseloadInput | readonly CaseloadInput[],
  options: LoadOptions = {},
): Promise<Caseload> {
  const list: readonly CaseloadInput[] =
    typeof inputs === 'string' || !('length' in inputs) ? [inputs] : inputs;
  return (await loadInThreads(list, caseloadOptions(options), options.threads ?? null)).caseload;
}

/** The sources behind the inputs: folders opened, every file looked over once. */
export function openSources(inputs: readonly CaseloadInput[], watch: Watch | null = null): Source[] {
  const opened = openedInputs(inputs);
  if (watch !== null) watch.begin(bytesOf(opened), 0);
  const sources = opened.map((input) => {
    const ofFile = watch?.open(nameOf(input)) ?? null;
    return typeof input === 'string' ? fileSource(input, ofFile) : sourceOf(input, ofFile);
  });
  watch?.end();
  return sources;
}

function sourceOf({ name, bytes }: Exclude<CaseloadInput, string>, watch: FileWatch | null): Source {
  return lookedOver(name, () => (bytes.length < LARGE_BYTES ? [bytes] : piecesOf(bytes)), watch);
}

function fileSource(file: string, watch: FileWatch | null): Source {
  const name = basename(file);
  const size = statSync(file).size;
  if (size >= LARGE_BYTES) return lookedOver(name, () => readableChunks(file), watch);
  const bytes = readable(file, () => readFileSync(file));
  return lookedOver(name, () => [bytes], watch);
}

/** As inspectSource does. */
function lookedOver(name: string, chunks: Source['chunks'], watch: FileWatch | null): Source {
  if (watch === null) return inspectSource(name, chunks);
  const told = () => tellingOf(chunks(), ({ length }) => watch.lookedOver(length));
  return { ...inspectSource(name, told), chunks };
}

/** Bytes at hand in pieces, as those of a file come. */
function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

function* readableChunks(file: string): Generator<Uint8Array> {
  try {
    yield* chunksOf(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function readable<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  return new UserError(`${file}: cannot be read (${String(error.code)}); check that you may open it`);
}
