/** Runs the program in this process, from the outside: arguments and streams in, exit code and texts out. */
import { main } from '../../src/cli.ts';
import type { InternalReport } from '../../src/report/report.ts';

export interface RunOptions {
  /** What stands on standard input; nothing by default. */
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Columns of the terminal; without them the program takes its width for a pipe. */
  readonly columns?: number;
  /** Whether standard output is a terminal. */
  readonly isTTY?: boolean;
  /** Standard error as a terminal, and the clock by which it is told how far a run is; without them it never is. */
  readonly progress?: { readonly now: () => number; readonly columns?: number };
}

export interface CliRun {
  readonly code: number;
  /** The bytes of standard output read as UTF-8. */
  readonly stdout: string;
  readonly stderr: string;
  readonly stdoutBytes: Uint8Array;
}

export async function runCli(args: readonly string[], options: RunOptions = {}): Promise<CliRun> {
  const stdout = sink(options);
  const { progress } = options;
  const stderr = sink(progress === undefined ? options : { isTTY: true, ...progress });
  const code = await main(args, {
    stdin: stdinOf(options.stdin ?? ''),
    stdout: stdout.stream,
    stderr: stderr.stream,
    env: options.env ?? {},
    ...(progress === undefined ? {} : { now: progress.now }),
  });
  const stdoutBytes = stdout.bytes();
  return { code, stdout: textOf(stdoutBytes), stderr: textOf(stderr.bytes()), stdoutBytes };
}

/** The JSON report of a run that must succeed in giving one. */
export async function runJson<T>(args: readonly string[], options: RunOptions = {}): Promise<T> {
  const { stdout, stderr } = await runCli([...args, '--format', 'json'], options);
  if (stdout === '') throw new Error(`no report: ${stderr}`);
  const report: T = JSON.parse(stdout);
  return report;
}

/** The report with all its numbers: what is read, chosen and counted, before anything is withheld. */
export function runInternal(args: readonly string[], options: RunOptions = {}): Promise<InternalReport> {
  return runJson<InternalReport>([...args, '--internal'], options);
}

/** A report as each format shows it: on the screen, as Markdown, CSV and JSON. */
export async function runFormats(args: readonly string[], options: RunOptions = {}) {
  const run = async (format: string) => (await runCli([...args, '--format', format], options)).stdout;
  return {
    terminal: await run('terminal'),
    markdown: await run('markdown'),
    csv: await run('csv'),
    json: await run('json'),
  };
}

function sink({ columns, isTTY }: Pick<RunOptions, 'columns' | 'isTTY'>) {
  const chunks: Uint8Array[] = [];
  return {
    bytes: () => new Uint8Array(Buffer.concat(chunks)),
    stream: {
      ...(columns === undefined ? {} : { columns }),
      ...(isTTY === undefined ? {} : { isTTY }),
      write(content: string | Uint8Array): boolean {
        // Copied: what is written may be a view of a buffer that is filled anew.
        chunks.push(Buffer.from(content));
        return true;
      },
    },
  };
}

async function* stdinOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
