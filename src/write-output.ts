/** The one place that writes files. */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from './caseload/errors.ts';
import type { Write } from './commands/outcome.ts';
import type { Written } from './progress/closing-line.ts';
import type { Progress } from './progress/show-progress.ts';

/** Where an output ends up: links are followed to the file they stand for. */
interface Destination {
  readonly path: string;
  /** A device or pipe is written straight: there is nothing to replace and nothing to rename. */
  readonly isStream: boolean;
}

/**
 * Checks, before anything is computed, that the files can be written.
 *
 * @param targets paths as given, `-` for stdout; undefined is no output
 * @param inputs paths of the files that are read, none of which may be written over
 * @throws UserError for a folder that does not exist, a file that is there already (without `force`), a folder as
 *   target, an input as target, one target for two outputs
 */
export function checkTargets(
  targets: readonly (string | undefined)[],
  force: boolean,
  inputs: readonly string[] = [],
): void {
  const read = new Set(inputs.map(realPath));
  const taken = new Set<string>();
  for (const target of targets) {
    if (target === undefined) continue;
    const place = target === '-' ? target : checkedPlace(target, force, read);
    if (taken.has(place)) {
      const name = target === '-' ? '- (the screen)' : target;
      throw new UserError(`${name}: two outputs cannot go to one place; give one of them another file`);
    }
    taken.add(place);
  }
}

/** The real path of a target that may be written. */
function checkedPlace(target: string, force: boolean, read: ReadonlySet<string>): string {
  if (target === '') throw new UserError('"": an empty name for an output; name a file, or - for the screen');
  const there = looking(target, () => statSync(target, { throwIfNoEntry: false }));
  if (there?.isDirectory()) throw new UserError(`${target}: is a folder; name a file in it`);
  checkFolder(target);
  const place = looking(target, () => realPath(destinationOf(target).path));
  if (read.has(place)) throw new UserError(`${target}: is one of the files to read; write to another`);
  const replaces = there !== undefined && !there.isCharacterDevice() && !there.isFIFO();
  if (replaces && !force) throw new UserError(`${target}: is there already; replace it with --force`);
  checkMayWrite(target, there === undefined || there.isFile() ? dirname(place) : target);
  return place;
}

function checkFolder(target: string): void {
  const folder = dirname(target);
  const there = looking(target, () => statSync(folder, { throwIfNoEntry: false }));
  if (!there?.isDirectory())
    throw new UserError(`${target}: the folder ${folder} does not exist; make it first`);
}

function checkMayWrite(target: string, place: string): void {
  try {
    accessSync(place, constants.W_OK);
  } catch {
    throw new UserError(`${target}: you may not write in ${place}; choose another place`);
  }
}

/** What to say when the system cannot look at a path; any other code is given as it comes. */
const WHY_NOT: Readonly<Record<string, string>> = {
  ENOENT: 'a link into a folder that does not exist; make it first',
  ENOTDIR: 'a part of the path is a file, not a folder; name another',
  ELOOP: 'a link that leads back to itself; name another file',
  ENAMETOOLONG: 'longer than a name may be; choose a shorter one',
};

function looking<T>(target: string, look: () => T): T {
  try {
    return look();
  } catch (error) {
    const code = codeOf(error);
    throw new UserError(`${target}: ${WHY_NOT[code] ?? `cannot be written (${code}); name another file`}`);
  }
}

/** Follows links, also one to a file that is not there yet. The folder must be there, and no link a loop. */
function destinationOf(target: string): Destination {
  const there = statSync(target, { throwIfNoEntry: false });
  if (there !== undefined) {
    // What a pipe is linked to (/dev/stdout) has no path that could be opened.
    const isStream = !there.isFile();
    return { path: isStream ? target : realpathSync.native(target), isStream };
  }
  const folder = realpathSync.native(dirname(target));
  const place = join(folder, basename(target));
  const isLink = lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink ? destinationOf(resolve(folder, readlinkSync(place))) : { path: place, isStream: false };
}

function realPath(input: string): string {
  try {
    return realpathSync.native(input);
  } catch {
    return input;
  }
}

/** Who is told what is being written, and how much of it. */
type WritingWatch = Pick<Progress, 'writing' | 'wrote'>;

const NOBODY: WritingWatch = { writing: () => {}, wrote: () => {} };

interface WritingState {
  readonly watch: WritingWatch;
  /** The target that is being written. */
  current: string;
  readonly pending: Pending[];
  replaced: number;
}

/** A file that is whole, but not yet in its place. */
interface Pending {
  readonly write: Write;
  readonly path: string;
  readonly temporary: string;
  bytes: number;
}

/**
 * Writes all files, each under a temporary name first, and renames them when all are whole. Devices and pipes are
 * written straight, before that, when little else can go wrong.
 * @returns the files that are there now, keys and streams aside, with their sizes
 * @throws UserError for what the system refuses
 */
export function writeFiles(writes: readonly Write[], watch: WritingWatch = NOBODY): Written[] {
  const state: WritingState = { watch, current: '', pending: [], replaced: 0 };
  try {
    writeAll(writes, state);
  } catch (error) {
    for (const { temporary } of state.pending) removeIfThere(temporary);
    if (error instanceof UserError || !(error instanceof Error && 'code' in error)) throw error;
    const others = state.replaced === 0 ? 'nothing was written' : 'the files before it were written';
    throw new UserError(`${state.current}: cannot be written (${codeOf(error)}); ${others}`);
  }
  return state.pending.map(({ write, bytes }) => ({ write, bytes }));
}

function writeAll(writes: readonly Write[], state: WritingState): void {
  for (const { to, content } of writes.filter(({ isKey }) => isKey)) {
    state.current = to;
    writeKey(destinationOf(to).path, content);
    state.replaced++;
  }
  const streams: Write[] = [];
  for (const write of writes.filter(({ isKey }) => !isKey)) {
    state.current = write.to;
    state.watch.writing(write.to);
    const { path: place, isStream } = destinationOf(write.to);
    if (isStream) streams.push(write);
    else writeBeside(place, write, state);
  }
  for (const { to, content } of streams) {
    state.current = to;
    writeWhole(to, content, 'w', { wrote: state.watch.wrote });
  }
  for (const { write, path: place, temporary } of state.pending) {
    state.current = write.to;
    renameSync(temporary, place);
    state.replaced++;
  }
}

function writeBeside(place: string, write: Write, { pending, watch: { wrote } }: WritingState): void {
  // Short, since the name of the target may be as long as a name can be.
  const temporary = join(dirname(place), `.yos-${randomBytes(8).toString('hex')}.tmp`);
  const one: Pending = { write, path: place, temporary, bytes: 0 };
  pending.push(one);
  one.bytes = writeWhole(temporary, write.content, 'wx', { wrote });
}

/** On the disk before what only this key explains; one that another run has made meanwhile stays. */
function writeKey(file: string, content: Write['content']): void {
  try {
    writeWhole(file, content, 'wx', { mode: OWNER_ONLY });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') removeIfThere(file);
    throw error;
  }
}

/** What went wrong before is what has to be said, not that tidying up failed as well. */
function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The file stays; its name says what it is.
  }
}

/** Read and written by the owner, and by nobody else. */
const OWNER_ONLY = 0o600;

/**
 * @param mode for a file that has to be on the disk, and not on its way there, before this returns
 * @returns its size
 */
function writeWhole(
  file: string,
  content: Write['content'],
  flag: 'w' | 'wx',
  { mode, wrote }: { readonly mode?: number; readonly wrote?: WritingWatch['wrote'] },
): number {
  const descriptor = openSync(file, flag, mode);
  const chunks = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
  try {
    // writeFileSync goes on until all of a chunk is written; a pipe may take less at once.
    for (const chunk of chunks) {
      writeFileSync(descriptor, chunk);
      wrote?.(chunk.length);
    }
    if (mode !== undefined) fsyncSync(descriptor);
    return fstatSync(descriptor).size;
  } finally {
    closeSync(descriptor);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
