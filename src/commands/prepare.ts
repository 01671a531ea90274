/** `prepare`: a raw export to a pseudonymised caseload. The one command that reads identifiers, and shows no cell. */
import { UserError } from '../caseload/errors.ts';
import { openSources } from '../caseload/load.ts';
import { columnRows, leftOutRows, rowLines } from '../prepare/account-words.ts';
import { type Key, newKey, readKey } from '../prepare/key-file.ts';
import { needsKey, type PreparedExport, prepareExport } from '../prepare/prepare-export.ts';
import { type RawExport, readExport } from '../prepare/read-export.ts';
import { writeRows } from '../prepare/write-rows.ts';
import { cleanText } from '../render/clean-report.ts';
import { wrapText } from '../render/measure-text.ts';
import { textTable } from '../render/text-table.ts';
import { checkTargets } from '../write-output.ts';
import type { Outcome, World, Write } from './outcome.ts';
import { configOf, readInputs, readingOptions } from './reading.ts';
import { inputPaths } from './writing.ts';

export interface PrepareFlags {
  readonly map?: readonly string[];
  readonly countCases?: boolean;
  readonly keepColumn?: readonly string[];
  readonly keyFile?: string;
  readonly output?: string;
  readonly force?: boolean;
  readonly config?: string;
}

const KEY_FILE = 'yos-caseload.key';
const KEY_MADE =
  'a new key; keep it, since only the same key gives the same pseudonyms next month, and never send it with the data';
const LOOK =
  'Teams, labels and kept columns are as written: look through the file before it leaves your desk (yos-caseload validate lists labels that the tool does not know).';
/** What stands before a message on stderr. */
const PREFIX_WIDTH = 'yos-caseload: '.length;

/** Reads one export, writes the caseload and, when it is not there yet, the key; says what was done to each column. */
export async function prepareCommand(
  files: readonly string[],
  flags: PrepareFlags,
  world: World,
): Promise<Outcome> {
  const { keyFile = KEY_FILE, output = '-', countCases = false, keepColumn = [] } = flags;
  const { mapping } = readingOptions(flags, await configOf(flags, world));
  const known = readKey(keyFile);
  const inputs = inputPaths(files, flags);
  if (known === null) checkTargets([keyFile, output], flags.force ?? false, inputs);
  else checkTargets([output], flags.force ?? false, [...inputs, keyFile]);
  const source = await onlySource(files, world);
  const raw = readExport(source, { mapping, countCases, keep: keepColumn }, world.watch);
  const made = known === null && needsKey(raw) ? newKey() : null;
  const prepared = prepareExport(raw, known ?? made?.bytes ?? null);
  const leftOut = leftOutRows(raw, prepared).map((words) => `${source.name} ${words}`);
  const keyMade = made === null ? [] : [`${keyFile}: ${KEY_MADE}`];
  const { writes, messages } = said(source.name, output, raw, prepared, world.width);
  return {
    exitCode: leftOut.length === 0 ? 0 : 1,
    writes: [...keyWrites(keyFile, made), ...writes],
    messages: [...messages, ...leftOut, ...keyMade],
  };
}

/** @throws UserError for several files: one export becomes one caseload */
async function onlySource(files: readonly string[], world: World) {
  const [source, ...others] = openSources(await readInputs(files, world), world.watch);
  if (others.length === 0) return source;
  throw new UserError(
    'prepare takes one file; prepare the others one by one, and the same key file links their children',
  );
}

function keyWrites(to: string, made: Key | null): Write[] {
  return made === null ? [] : [{ to, content: made.text, isKey: true }];
}

/** The data and the account of it, which do not mix: where the data takes stdout, the account goes to stderr. */
function said(
  name: string,
  to: string,
  raw: RawExport,
  prepared: PreparedExport,
  width: number,
): Pick<Outcome, 'writes' | 'messages'> {
  const data = { to, content: writeRows(prepared.written, prepared.rows) };
  if (to === '-' || to.startsWith('/dev/')) {
    const lines = accountLines(name, raw, prepared, width - PREFIX_WIDTH);
    return { writes: [data], messages: lines.filter((line) => line !== '') };
  }
  const account = accountLines(name, raw, prepared, width).map((line) => `${line}\n`);
  return { writes: [data, { to: '-', content: account.join('') }], messages: [] };
}

function accountLines(name: string, raw: RawExport, prepared: PreparedExport, width: number): string[] {
  const rows = columnRows(prepared.columns).map((cells) => cells.map((cell) => cleanText(cell)));
  return [
    ...rowLines(name, raw, prepared).flatMap((line) => wrapText(cleanText(line), width)),
    '',
    ...textTable(['Header', 'Written as', 'What was done'], rows, width),
    '',
    ...wrapText(LOOK, width),
  ];
}
