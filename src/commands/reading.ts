/** The options that say what is read and how, the same for every command that reads a caseload. */
import type { CaseloadOptions } from '../caseload/build-caseload.ts';
import { compact } from '../caseload/columns.ts';
import { UserError } from '../caseload/errors.ts';
import type { Condition } from '../caseload/filter-rows.ts';
import { type CaseloadInput, parseDay } from '../caseload/load.ts';
import { parseColumn } from '../caseload/parse-column.ts';
import { AGE_BANDS } from '../reference/age-bands.ts';
import { ETHNICITY_LISTS, type EthnicityList } from '../reference/ethnicity.ts';
import { readMapping } from './mapping.ts';
import type { World } from './outcome.ts';

export interface ReadingFlags {
  readonly map?: readonly string[];
  readonly where?: readonly string[];
  readonly asAt?: string;
  readonly countCases?: boolean;
  readonly ethnicityList?: EthnicityList;
  readonly dropIdentifiers?: boolean;
  readonly allowColumn?: readonly string[];
  readonly threads?: string;
}

/** The inputs as given; `-` is standard input, read to its end. @throws UserError when there is none */
export async function readInputs(files: readonly string[], world: World): Promise<CaseloadInput[]> {
  if (files.length === 0) {
    throw new UserError('no file given; name a caseload CSV, a folder of them, or - for standard input');
  }
  if (files.filter((file) => file === '-').length > 1)
    throw new UserError('- (standard input) can be read only once');
  const inputs: CaseloadInput[] = [];
  for (const file of files) inputs.push(file === '-' ? { name: '-', bytes: await world.readStdin() } : file);
  return inputs;
}

/** How many threads to read with; null for as many as pay. @throws UserError for what is no number of them */
export function threadsOf({ threads }: ReadingFlags): number | null {
  if (threads === undefined) return null;
  if (/^[1-9]\d?$/.test(threads)) return Number(threads);
  throw new UserError(`--threads ${threads}: give a whole number from 1 to 99`);
}

/** The flags as options of a load. @throws UserError for a column or date that is none */
export function readingOptions(flags: ReadingFlags): CaseloadOptions {
  return {
    mapping: readMapping(flags.map ?? []),
    countCases: flags.countCases ?? false,
    dropIdentifiers: flags.dropIdentifiers ?? false,
    allowed: new Set((flags.allowColumn ?? []).map(compact)),
    ethnicityList: flags.ethnicityList ?? ETHNICITY_LISTS[0],
    ageBands: AGE_BANDS,
    where: (flags.where ?? []).map(parseCondition),
    asAt: flags.asAt === undefined ? null : { day: parseDay(flags.asAt, '--as-at'), from: 'flag' },
  };
}

function parseCondition(text: string): Condition {
  const at = text.indexOf('=');
  if (at <= 0) throw new UserError(`--where ${text}: write it as column=value, such as --where team=North`);
  return { column: parseColumn(text.slice(0, at), '--where'), value: text.slice(at + 1).trim() };
}

/** The options that change figures, as given, for the provenance. */
export function givenOptions(
  flags: ReadingFlags & Record<string, unknown>,
): Record<string, string | string[]> {
  const names: Record<string, string> = {
    map: '--map',
    where: '--where',
    countCases: '--count-cases',
    ethnicityList: '--ethnicity-list',
    dropIdentifiers: '--drop-identifiers',
    allowColumn: '--allow-column',
    by: '--by',
    from: '--from',
    to: '--to',
  };
  const given: Record<string, string | string[]> = {};
  for (const [key, option] of Object.entries(names)) {
    const value = flags[key];
    if (value === undefined || value === false || (Array.isArray(value) && value.length === 0)) continue;
    given[option] = Array.isArray(value) ? value.map((one) => baseName(key, String(one))) : String(value);
  }
  return given;
}

/** A mapping file by its name alone: a path says where somebody keeps things. */
function baseName(key: string, value: string): string {
  return key === 'map' && !value.includes('=') ? value.replace(/^.*[\\/]/, '') : value;
}
