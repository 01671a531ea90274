/** What becomes of every column of an export, by its header: written, written as something else, or left out. */
import { type ColumnName, compact } from '../caseload/columns.ts';
import { UserError } from '../caseload/errors.ts';
import { type HeaderMatch, type Mapping, mapColumns } from '../caseload/map-columns.ts';
import { nearest } from '../caseload/nearest.ts';
import { DATES_OF_BIRTH, isChildsDateOfBirth } from './birth-dates.ts';
import { isPseudonymColumn, type PseudonymColumn } from './keyed-hash.ts';

export interface ExportOptions {
  readonly mapping: Mapping;
  readonly countCases: boolean;
  /** Headers of columns that are none of ours and are written all the same. */
  readonly keep: readonly string[];
}

export type Treatment =
  | { readonly does: 'pseudonyms'; readonly column: PseudonymColumn }
  | { readonly does: 'birth months' }
  | { readonly does: 'as written'; readonly column: ColumnName | null }
  | { readonly does: 'left out'; readonly why: string };

export interface ChosenColumn {
  readonly match: HeaderMatch;
  /** The header it is written under: ours, or theirs as far as it may be printed. */
  readonly name: string;
  readonly treatment: Treatment;
}

/**
 * Chooses for every header of a file.
 * @param ignored columns not to read (the identifiers under --count-cases)
 * @throws UserError for a header in an option that the file lacks, for one to keep that identifies people, and for a
 *   file without cases or children
 */
export function chooseColumns(
  matched: readonly HeaderMatch[],
  ignored: ReadonlySet<ColumnName>,
  options: ExportOptions,
): ChosenColumn[] {
  const matches = withBirthMonth(matched, ignored, options.mapping);
  for (const header of options.mapping.named ?? []) headersNamed(header, '--map', matches);
  const kept = new Set(options.keep.flatMap((header) => keptColumns(header, matches)));
  if (!options.countCases) refuseWithoutIdentifiers(matches);
  const hasBirthMonth = matches.some(({ column }) => column === 'birth_month');
  return matches.map((match) => ({
    match,
    name: match.column ?? match.shown,
    treatment: treatmentOf(match, kept.has(match), hasBirthMonth),
  }));
}

/** The child's date of birth stands for birth_month when nothing else does. */
function withBirthMonth(
  matches: readonly HeaderMatch[],
  ignored: ReadonlySet<ColumnName>,
  mapping: Mapping,
): readonly HeaderMatch[] {
  const births = matches.filter(({ column, header }) => column === null && isChildsDateOfBirth(header));
  if (births.length === 0 || matches.some(({ column }) => column === 'birth_month')) return matches;
  const added = births.map(({ header }) => [compact(header), 'birth_month'] as const);
  const headers = new Map([...mapping.headers, ...added]);
  return mapColumns(
    matches.map(({ header }) => header),
    { ...mapping, headers },
    ignored,
  );
}

function treatmentOf(match: HeaderMatch, isKept: boolean, hasBirthMonth: boolean): Treatment {
  const { column, how, identifies, shown } = match;
  if (isPseudonymColumn(column)) return { does: 'pseudonyms', column };
  if (column === 'birth_month') return { does: 'birth months' };
  if (identifies !== null && column !== null)
    throw new UserError(`--map "${shown}=${column}": ${identifies} are never kept; map another header`);
  if (identifies !== null) return { does: 'left out', why: whyIdentifying(match, identifies, hasBirthMonth) };
  if (column !== null || isKept) return { does: 'as written', column };
  return { does: 'left out', why: how === 'not matched' ? whyNotMatched(match) : whyNotRead(how) };
}

function whyNotRead(how: HeaderMatch['how']): string {
  return how === 'ignored' ? 'rows are counted as cases' : 'another header is mapped to its column by hand';
}

function whyIdentifying({ header, shown }: HeaderMatch, kind: string, hasBirthMonth: boolean): string {
  if (kind !== DATES_OF_BIRTH) return kind;
  if (!hasBirthMonth) return `${kind}; if they are the children's: --map "${shown}=birth_month"`;
  return isChildsDateOfBirth(header) ? `${kind}; birth_month is there already` : kind;
}

function whyNotMatched({ shown, guess }: HeaderMatch): string {
  const notOurs = 'not a column of the tool';
  return guess === null ? notOurs : `${notOurs}; if it is ${guess}: --map "${shown}=${guess}"`;
}

/** The columns of a header that somebody names in an option. @throws UserError when there is none */
function headersNamed(header: string, option: string, matches: readonly HeaderMatch[]): HeaderMatch[] {
  const words = compact(header);
  const named = matches.filter((match) =>
    [match.header, match.shown].some((one) => one === header || (words !== '' && compact(one) === words)),
  );
  if (named.length > 0) return named;
  const guess = nearest(
    words,
    matches.map(({ shown }) => compact(shown)),
  );
  const meant = matches.find(({ shown }) => compact(shown) === guess)?.shown;
  const hint = meant === undefined ? 'see them with yos-caseload columns FILE' : `did you mean "${meant}"?`;
  throw new UserError(`${option} "${header}": the file has no such header; ${hint}`);
}

function keptColumns(header: string, matches: readonly HeaderMatch[]): HeaderMatch[] {
  const named = headersNamed(header, '--keep-column', matches);
  for (const { column, how, identifies } of named) {
    if (column !== null) refuseToKeep(header, `is written as ${column} anyway; leave the option out`);
    if (identifies !== null) refuseToKeep(header, `${identifies} are never kept; leave the option out`);
    if (how !== 'not matched') refuseToKeep(header, `is left out since ${whyNotRead(how)}; rename it first`);
  }
  return named;
}

export function refuseToKeep(header: string, why: string): never {
  throw new UserError(`--keep-column "${header}": ${why}`);
}

/** Numbers of a person that tell children apart where no other column does. */
const NUMBERS: readonly (string | null)[] = ['PNC numbers', 'NHS numbers', 'National Insurance numbers'];

function refuseWithoutIdentifiers(matches: readonly HeaderMatch[]): void {
  const wanted: readonly ColumnName[] = ['case_id', 'child_id'];
  const missing = wanted.find((column) => !matches.some((match) => match.column === column));
  if (missing === undefined) return;
  const near = matches.find(({ column, guess }) => column === null && guess === missing);
  const number = matches.find(({ column, identifies }) => column === null && NUMBERS.includes(identifies));
  const serves = near ?? (missing === 'child_id' ? number : undefined);
  throw new UserError(
    `no column for ${missing}; map one with --map "${serves?.shown ?? 'their header'}=${missing}", which is written as pseudonyms, or count rows as cases with --count-cases`,
  );
}
