/** The options that say where output goes and how it looks, the same for every command that writes. */
import { UserError } from '../caseload/errors.ts';
import { filesAt } from '../caseload/list-files.ts';
import { nearest } from '../caseload/nearest.ts';
import { type FormatName, formats } from '../render/formats.ts';
import type { Provenance } from '../report/report.ts';
import { mappingFiles } from './mapping.ts';
import type { World } from './outcome.ts';
import type { ReadingFlags } from './reading.ts';

/** `false` is what --no-color gives. */
export type Color = 'auto' | 'always' | 'never' | false;

export interface WritingFlags {
  readonly format?: string;
  readonly output?: string;
  readonly force?: boolean;
  readonly open?: boolean;
  readonly color?: Color;
}

/**
 * The colours of the terminal: 0 for none. A flag wins over the environment; NO_COLOR wins over FORCE_COLOR, as it
 * protects people who cannot read colours; by default only a terminal gets any.
 */
export function colorLevel(color: Color, { env, isTerminal }: World): 0 | 1 | 2 | 3 {
  if (color === 'never' || color === false) return 0;
  if (color === 'always') return 1;
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return 0;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '')
    return env.FORCE_COLOR === '0' || env.FORCE_COLOR === 'false' ? 0 : 1;
  return isTerminal && env.TERM !== 'dumb' ? 1 : 0;
}

/** The paths of all files a command reads, so that none is written over: the caseload's and the mapping's. */
export function inputPaths(files: readonly string[], { map }: ReadingFlags): string[] {
  return [...files.filter((file) => file !== '-').flatMap(filesAt), ...mappingFiles(map ?? [])];
}

/** Devices and pipes the system names (/dev/null, /dev/stdout, /dev/fd/63) have no ending to go by. */
const WITHOUT_ENDING = /^\/dev\/[^.]+$/;

/**
 * The format asked for, or that of the ending of `-o`; the terminal's by default.
 * @throws UserError for a format that does not exist or is not allowed here, for an ending of none, and for an --open
 *   of nothing that could be opened
 */
export function formatOf(flags: WritingFlags, allowed: readonly FormatName[]): FormatName {
  const { format, output } = flags;
  if (output === '') throw new UserError('-o "": an empty name; name a file, or - for the screen');
  if (flags.open) refuseUnopenable(output ?? '-');
  if (format !== undefined) return named(format, allowed);
  if (output === undefined || output === '-' || WITHOUT_ENDING.test(output)) return 'terminal';
  const ending = /\.([^./\\]+)$/.exec(output)?.[1].toLowerCase() ?? '';
  const found = allowed.find((name) => formats[name].extensions.some((one) => one === ending));
  if (found !== undefined) return found;
  const endings = allowed.flatMap((name) => formats[name].extensions.map((one) => `.${one}`));
  throw new UserError(
    `-o ${output}: no format ends in "${ending}"; use one of ${endings.join(' ')} or give --format`,
  );
}

/** A viewer runs what it takes for a program, so no more is opened than documents, by the endings of our formats. */
function refuseUnopenable(output: string): void {
  if (output === '-' || output.startsWith('/dev/'))
    throw new UserError('--open shows the file that is written; name one, such as -o report.html');
  const endings = Object.values(formats).flatMap(({ extensions }) => extensions.map((one) => `.${one}`));
  if (endings.some((ending) => output.toLowerCase().endsWith(ending))) return;
  throw new UserError(`--open: ${output} does not end like a document; use one of ${endings.join(' ')}`);
}

/** Of a file, for the closing line. */
export function sharingWords({ disclosure, round }: Pick<Provenance, 'disclosure' | 'round'>): string {
  if (disclosure === 'internal') return 'INTERNAL, not for sharing';
  return round === undefined ? 'small numbers withheld' : `counts rounded to ${round}`;
}

function named(format: string, allowed: readonly FormatName[]): FormatName {
  const found = allowed.find(
    (name) => name === format || formats[name].extensions.some((one) => one === format),
  );
  if (found !== undefined) return found;
  const guess = nearest(format, allowed);
  const hint = guess === null ? `it is one of ${allowed.join(', ')}` : `did you mean ${guess}?`;
  throw new UserError(`--format ${format}: no such format; ${hint}`);
}
