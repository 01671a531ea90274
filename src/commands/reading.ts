/** The options that say what is read and how, the same for every command that reads a caseload. */
import type { CaseloadOptions } from '../caseload/build-caseload.ts';
import { compact } from '../caseload/columns.ts';
import { UserError } from '../caseload/errors.ts';
import type { Condition } from '../caseload/filter-rows.ts';
import type { CaseloadInput } from '../caseload/load.ts';
import { type Mapping, NO_MAPPING } from '../caseload/map-columns.ts';
import { parseColumn } from '../caseload/parse-column.ts';
import { parseDay } from '../caseload/parse-day.ts';
import type { RawFile } from '../caseload/read-file.ts';
import type { Config } from '../config/config.ts';
import { findConfig } from '../config/find-config.ts';
import { ADULTS, AGE_BANDS, type AgeBand } from '../reference/age-bands.ts';
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
  readonly config?: string;
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

/**
 * The config file that was named, or the nearest one at or above where the program runs; null when there is none.
 * @throws UserError with all that is wrong with it
 */
export async function configOf({ config }: ReadingFlags, { folder }: World): Promise<Config | null> {
  const path = config ?? (folder === null ? null : findConfig(folder));
  // What reads and checks it is loaded for those alone who have one.
  return path === null ? null : (await import('../config/load-config.ts')).loadConfig(path);
}

/** The config file and the files it names, for the check that none is written over. */
export function configPaths(config: Config | null): string[] {
  if (config === null) return [];
  const { path, baseline, logo } = config;
  return [path, ...(baseline?.kind === 'file' ? [baseline.path] : []), ...(logo === null ? [] : [logo])];
}

/** The flags, which win, and the config as options of a load. @throws UserError for a column or date that is none */
export function readingOptions(flags: ReadingFlags, config: Config | null): CaseloadOptions {
  return {
    mapping: withFlags(mappingOf(config), readMapping(flags.map ?? [])),
    countCases: flags.countCases ?? false,
    dropIdentifiers: flags.dropIdentifiers ?? false,
    allowed: new Set((flags.allowColumn ?? []).map(compact)),
    ethnicityList: flags.ethnicityList ?? ETHNICITY_LISTS[0],
    ageBands: ageBandsOf(config),
    datePairs: (config?.targets ?? []).filter(({ rule }) => rule.kind !== 'at-least'),
    where: (flags.where ?? []).map(parseCondition),
    asAt: asAtOf(flags, config),
  };
}

function asAtOf({ asAt }: ReadingFlags, config: Config | null): CaseloadOptions['asAt'] {
  if (asAt !== undefined) return { day: parseDay(asAt, '--as-at'), from: 'flag' };
  const day = config?.asAt ?? null;
  return day === null ? null : { day, from: 'config' };
}

function ageBandsOf(config: Config | null): readonly AgeBand[] {
  const own = config?.ageBands ?? null;
  return own === null ? AGE_BANDS : [...own, ...AGE_BANDS.filter(({ label }) => label === ADULTS)];
}

function mappingOf(config: Config | null): Mapping {
  if (config === null) return NO_MAPPING;
  const values = new Map<string, Map<string, string>>();
  for (const { column, theirs, ours } of config.values) {
    const labels = values.get(column) ?? new Map<string, string>();
    values.set(column, labels.set(compact(theirs), ours));
  }
  return {
    headers: new Map(config.columns.map(({ theirs, ours }) => [compact(theirs), ours])),
    values,
    named: [],
  };
}

function withFlags(ofConfig: Mapping, ofFlags: Mapping): Mapping {
  const values = new Map(ofConfig.values);
  for (const [column, labels] of ofFlags.values) {
    values.set(column, new Map([...(values.get(column) ?? []), ...labels]));
  }
  return { ...ofFlags, headers: new Map([...ofConfig.headers, ...ofFlags.headers]), values };
}

/** A line for each header that the config maps and no file has: it is for every month's files, so no mistake in this one's. */
export function unusedHeaders(config: Config | null, files: readonly Pick<RawFile, 'header'>[]): string[] {
  if (config === null) return [];
  const found = new Set(files.flatMap(({ header }) => header.cells.map(compact)));
  return config.columns
    .filter(({ theirs }) => !found.has(compact(theirs)))
    .map(({ theirs }) => `${config.file} maps "${theirs}", which no file has`);
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
    baseline: '--baseline',
    year: '--year',
    combined: '--combined',
    fourFifths: '--four-fifths',
    months: '--months',
    month: '--month',
    monthsAhead: '--months-ahead',
  };
  const given: Record<string, string | string[]> = {};
  for (const [key, option] of Object.entries(names)) {
    const value = flags[key];
    if (value === undefined || value === false || (Array.isArray(value) && value.length === 0)) continue;
    given[option] = Array.isArray(value)
      ? value.map((one) => baseName(key, String(one)))
      : baseName(key, String(value));
  }
  return given;
}

/** A file by its name alone: a path says where somebody keeps things. */
function baseName(key: string, value: string): string {
  const isPath = key === 'map' ? !value.includes('=') : key === 'baseline';
  if (isPath) return value.replace(/^.*[\\/]/, '');
  return key === 'year' || key === 'month' ? value.replace(/=.*[\\/]/, '=') : value;
}
