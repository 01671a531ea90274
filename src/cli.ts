/** The command line: the one place that writes, the one catch, the exit codes. The flags are in program.ts. */
import { CommanderError } from 'commander';
import { UserError } from './caseload/errors.ts';
import type { Outcome, World, Write } from './commands/outcome.ts';
import { buildProgram } from './program.ts';
import type { Written } from './progress/closing-line.ts';
import { type Progress, showProgress } from './progress/show-progress.ts';
import { cleanText } from './render/clean-report.ts';

const EXIT_WELL = 0;
const EXIT_COULD_NOT = 2;
const EXIT_BUG = 70;
const NO_FILE = 'it is no file';

/** The parts of a process that a run needs; tests hand in their own. */
export interface Io {
  readonly stdin: AsyncIterable<unknown> & { readonly isTTY?: boolean };
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the program runs; without it no config file is looked for. */
  readonly folder?: string;
  /**
   * Milliseconds from whenever. It says when to tell a terminal how far a long run is; no figure depends on it, and
   * without it nothing is told.
   */
  readonly now?: () => number;
}

interface Sink {
  write(content: string | Uint8Array): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const NARROWEST = 60;
const WIDEST = 160;
const WIDTH_OF_A_PIPE = 80;

/**
 * Runs one command.
 * @returns the exit code: 0 all well, 1 found something, 2 could not do its work, 70 a bug of ours
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const progress = progressOf(io);
  try {
    const outcome = await run(argv, io, progress);
    return outcome === null ? EXIT_WELL : await deliver(outcome, io, progress);
  } catch (error) {
    progress?.close();
    return report(error, io);
  }
}

/** The outcome of the command; null when commander did all there was to do (help, version). */
async function run(argv: readonly string[], io: Io, progress: Progress | null): Promise<Outcome | null> {
  const world = worldOf(io, progress);
  let outcome: Outcome | null = null;
  const output = {
    writeOut: (text: string) => void io.stdout.write(text),
    writeErr: (text: string) => void io.stderr.write(text),
    getOutHelpWidth: () => world.width,
    getErrHelpWidth: () => world.width,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
    outputError: (text: string, write: (text: string) => void) => write(usageError(text)),
  };
  const program = await buildProgram(argv, world, output, (found) => {
    outcome = found;
  });
  await program.parseAsync([...argv], { from: 'user' });
  return outcome;
}

/** What commander has to say, in one line: "error: unknown command 'reprot'\n(Did you mean report?)". */
function usageError(text: string): string {
  const [first, ...more] = text
    .trim()
    .replace(/^error: /, '')
    .split('\n');
  return errorLine([first, ...more].join(' '), '; yos-caseload --help shows what there is');
}

/** One line for stderr. What comes from files and arguments is shown, but never acts on the terminal. */
function errorLine(message: string, hint = ''): string {
  return `yos-caseload: ${cleanText(message)}${hint}\n`;
}

function progressOf(io: Io): Progress | null {
  const { env, now } = io;
  return now === undefined ? null : showProgress({ env, now, terminal: () => io.stderr });
}

function worldOf(io: Io, progress: Progress | null): World {
  const { stdout, env, folder = null } = io;
  const columns = stdout.columns ?? (Number(env.COLUMNS) || WIDTH_OF_A_PIPE);
  return {
    env,
    folder,
    watch: progress?.watch ?? null,
    isTerminal: stdout.isTTY === true,
    width: Math.min(WIDEST, Math.max(NARROWEST, columns)),
    // Node opens standard input when it is looked at, which takes time and is rarely needed.
    readStdin: () => readAll(io.stdin),
  };
}

async function readAll(stdin: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) {
    if (chunk instanceof Uint8Array) chunks.push(chunk);
    else if (typeof chunk === 'string') chunks.push(new TextEncoder().encode(chunk));
  }
  const { joined } = await import('./caseload/decode.ts');
  return joined(chunks);
}

/** Writes what a command hands back: files whole or not at all, then what goes to the screen. */
async function deliver(
  { writes, messages, exitCode }: Outcome,
  io: Io,
  progress: Progress | null,
): Promise<number> {
  const files = writes.filter(({ to }) => to !== '-');
  const written =
    files.length === 0 ? [] : (await import('./write-output.ts')).writeFiles(files, progress ?? undefined);
  progress?.close();
  for (const { content } of writes.filter(({ to }) => to === '-')) {
    if (typeof content === 'string' || content instanceof Uint8Array) io.stdout.write(content);
    else for (const chunk of content) if (io.stdout.write(chunk) === false) await drained(io.stdout);
  }
  for (const message of messages) io.stderr.write(errorLine(message));
  if (files.length > 0) await conclude(files, written, io);
  return exitCode;
}

/** The last words: what is where now, and what of it could not be opened. */
async function conclude(
  files: readonly Write[],
  written: readonly Written[],
  { env, stderr }: Io,
): Promise<void> {
  const { closingLines } = await import('./progress/closing-line.ts');
  for (const line of closingLines(written)) stderr.write(errorLine(line));
  for (const write of files.filter(({ isOpened }) => isOpened)) {
    const isThere = written.some((one) => one.write === write);
    const fault = isThere ? await (await import('./open-file.ts')).openFile(write.to, env) : NO_FILE;
    if (fault !== null) stderr.write(errorLine(`${write.to}: not opened: ${fault}`));
  }
}

/** A slow reader is waited for, so that millions of rows into a pipe stay in flat memory. */
function drained(sink: Sink & { once?(event: 'drain', listener: () => void): unknown }): Promise<void> {
  return new Promise((resolve) => {
    if (sink.once === undefined) resolve();
    else sink.once('drain', resolve);
  });
}

function report(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_WELL : EXIT_COULD_NOT;
  const { stderr } = io;
  if (error instanceof UserError) {
    for (const line of error.lines) stderr.write(errorLine(line));
    return EXIT_COULD_NOT;
  }
  const stack = error instanceof Error ? error.stack : String(error);
  stderr.write(
    `yos-caseload: this is a fault of the tool, not of your data; please report it with these lines\n${stack}\n`,
  );
  return EXIT_BUG;
}
