/** The inputs of a comparison by name, and the flags of each: for all of them, or `NAME:value` for one. */
import { UserError } from '../caseload/errors.ts';
import { nearest } from '../caseload/nearest.ts';
import { parseDay } from '../caseload/parse-day.ts';
import type { Period } from '../metrics/define-metric.ts';
import { ETHNICITY_LISTS, type EthnicityList } from '../reference/ethnicity.ts';
import type { ReadingFlags } from './reading.ts';

/** Flags that may be of one input. */
export interface InputFlags {
  readonly map?: readonly string[];
  readonly where?: readonly string[];
  readonly asAt?: readonly string[];
  /** True for all inputs, or the names of some; an empty name is all. */
  readonly countCases?: true | readonly string[];
  readonly ethnicityList?: readonly string[];
  readonly from?: readonly string[];
  readonly to?: readonly string[];
  readonly dropIdentifiers?: boolean;
  readonly allowColumn?: readonly string[];
  readonly threads?: string;
}

export interface NamedInput {
  readonly name: string;
  /** A file, a folder or `-`. */
  readonly file: string;
}

const NAMED = /^([^/\\.=]+)=(.+)$/;

/**
 * The inputs with their names: NAME=file, else the file's base name without its ending.
 * @throws UserError for fewer than two, and for a name given twice
 */
export function namedInputs(files: readonly string[], { countCases }: InputFlags = {}): NamedInput[] {
  const taken = (Array.isArray(countCases) ? countCases : []).find((name: string) => /[=./\\]/.test(name));
  if (taken !== undefined) {
    throw new UserError(
      `--count-cases took ${taken} for the name of an input; write the flag after the inputs`,
    );
  }
  if (files.length < 2) {
    const given = files.length === 0 ? 'none is given' : 'only one is given';
    throw new UserError(
      `compare needs two inputs or more, and ${given}; write it as: yos-caseload compare this-month.csv last-month.csv`,
    );
  }
  const inputs = files.map(namedInput);
  inputs.forEach(({ name, file }, at) => {
    if (inputs.findIndex((one) => one.name === name) === at) return;
    throw new UserError(`two inputs are called ${name}; name each, such as: other-${name}=${file}`);
  });
  if (inputs.filter(({ file }) => file === '-').length > 1)
    throw new UserError('- (standard input) can be read only once');
  return inputs;
}

function namedInput(given: string): NamedInput {
  const [, name, file] = NAMED.exec(given) ?? [];
  if (name === undefined) return { name: baseName(given), file: given };
  if (/[:\s]/.test(name)) {
    throw new UserError(
      `${given}: "${name}" is no name of an input; use letters, digits, hyphens and underscores`,
    );
  }
  return { name, file };
}

function baseName(file: string): string {
  if (file === '-') return 'stdin';
  const [last = file] = file
    .split(/[/\\]/)
    .filter((part) => part !== '')
    .slice(-1);
  return last.replace(/(?<=.)\.[^.]+$/, '');
}

/** The flags as they are for one input; a single value of its own wins over that of all. */
export function flagsOf(input: NamedInput, inputs: readonly NamedInput[], flags: InputFlags): OneInputFlags {
  const names = inputs.map(({ name }) => name);
  const own = (given: readonly string[] | undefined, option: string) =>
    valuesOf(given ?? [], option, input.name, names);
  const last = (given: readonly string[] | undefined, option: string) => own(given, option).at(-1);
  const [asAt, list] = [last(flags.asAt, '--as-at'), last(flags.ethnicityList, '--ethnicity-list')];
  const [from, to] = [last(flags.from, '--from'), last(flags.to, '--to')];
  const { dropIdentifiers, allowColumn, threads } = flags;
  return {
    map: own(flags.map, '--map'),
    where: own(flags.where, '--where'),
    countCases: countsCases(flags.countCases, input.name, names),
    ...(asAt === undefined ? {} : { asAt }),
    ...(list === undefined ? {} : { ethnicityList: listNamed(list) }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(dropIdentifiers === undefined ? {} : { dropIdentifiers }),
    ...(allowColumn === undefined ? {} : { allowColumn }),
    ...(threads === undefined ? {} : { threads }),
  };
}

export interface OneInputFlags extends ReadingFlags {
  readonly from?: string;
  readonly to?: string;
}

/** Values for all inputs first, then those of this one. */
function valuesOf(
  given: readonly string[],
  option: string,
  name: string,
  names: readonly string[],
): string[] {
  const read = given.map((text) => prefixed(text, option, names));
  return [...read.filter((one) => one.name === null), ...read.filter((one) => one.name === name)].map(
    ({ value }) => value,
  );
}

/** `chicago:map.csv` for the input chicago; a colon may also stand in a header, a path or a time. */
function prefixed(
  text: string,
  option: string,
  names: readonly string[],
): { name: string | null; value: string } {
  const at = text.indexOf(':');
  const before = text.slice(0, Math.max(0, at));
  if (names.includes(before)) return { name: before, value: text.slice(at + 1) };
  if (at > 0 && isMeantAsName(before, text, option, names)) throw unknownInput(option, text, before, names);
  return { name: null, value: text };
}

function isMeantAsName(before: string, text: string, option: string, names: readonly string[]): boolean {
  const isPlace = /[/\\]/.test(before) || /^[A-Za-z]:[/\\]/.test(text);
  if (isPlace || before.includes('=')) return false;
  if (option !== '--map' || !text.includes('=')) return !/\s/.test(before);
  return nearest(before, names) !== null;
}

function unknownInput(option: string, text: string, name: string, names: readonly string[]): UserError {
  const guess = nearest(name, names);
  const hint = guess === null ? `the inputs are ${names.join(', ')}` : `did you mean ${guess}?`;
  return new UserError(`${option} ${text}: there is no input "${name}"; ${hint}`);
}

function countsCases(given: InputFlags['countCases'], name: string, names: readonly string[]): boolean {
  if (given === undefined) return false;
  if (given === true) return true;
  for (const one of given) {
    if (one === '' || names.includes(one)) continue;
    throw unknownInput('--count-cases', one, one, names);
  }
  return given.includes('') || given.includes(name);
}

function listNamed(text: string): EthnicityList {
  const found = ETHNICITY_LISTS.find((list) => list === text);
  if (found !== undefined) return found;
  const guess = nearest(text, ETHNICITY_LISTS);
  const hint = guess === null ? `it is one of ${ETHNICITY_LISTS.join(', ')}` : `did you mean ${guess}?`;
  throw new UserError(`--ethnicity-list ${text}: there is no such list; ${hint}`);
}

/** The period of one input. @throws UserError for a day that is none, and a period that ends before it begins */
export function periodOf({ from, to }: OneInputFlags): Period | null {
  if (from === undefined && to === undefined) return null;
  const period = {
    from: from === undefined ? null : parseDay(from, '--from'),
    to: to === undefined ? null : parseDay(to, '--to'),
  };
  if (period.from !== null && period.to !== null && period.from > period.to) {
    throw new UserError(`--from ${from} lies after --to ${to}`);
  }
  return period;
}
