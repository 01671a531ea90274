/** The local population that a caseload is compared with, from a CSV of the user's. */
import { columnDefinition, compact } from '../caseload/columns.ts';
import { UserError } from '../caseload/errors.ts';
import { labelReader } from '../caseload/labels.ts';
import { readSmallCsv, type SmallCsv, type SmallRecord } from '../caseload/read-small-csv.ts';
import type { Baseline } from '../metrics/settings.ts';
import { ETHNIC_CATEGORIES, ETHNIC_GROUPS, type EthnicGroup } from '../reference/ethnicity.ts';
import type { ByEthnicGroup } from '../reference/populations.ts';
import { ALL, FROM, type Residents, refuseRepeated, TO, totalOf } from './add-up-residents.ts';
import { andList, shown } from './words.ts';

type Header =
  | 'area_code'
  | 'area_name'
  | 'ethnic_group'
  | 'age_band'
  | 'sex'
  | 'population'
  | 'year'
  | 'source';
const HEADERS: readonly Header[] = ['area_name', 'ethnic_group', 'age_band', 'sex', 'population'];
const OPTIONAL: readonly Header[] = ['area_code', 'year', 'source'];
type File = SmallCsv<Header>;

/**
 * The residents aged 10 to 17 of one area by ethnic group. Their ages are one band or several that make up 10 to 17
 * without overlap, their sexes `all` or Female and Male; what is there both as a whole and in parts must add up. Bands
 * that reach beyond 10 to 17 are passed over. There may be a year, and a source that is printed with the figures.
 *
 * @param name of the file; messages begin with it, and with what it was given for, such as `--baseline`
 * @throws UserError with the file, and the line where one is wrong: a group that is missing or of 0, several areas or years, a
 *   population that is no whole number, parts that do not add up
 */
export function readBaseline(bytes: Uint8Array, name: string, option = ''): Baseline {
  const file = readSmallCsv({ name, bytes }, option, HEADERS, OPTIONAL);
  const { where, records } = file;
  const area = areaOf(file);
  const year = yearOf(file);
  const residents = records.flatMap((record) => residentsOf(record, `${where} line ${record.line}`) ?? []);
  refuseRepeated(residents, where);
  const source = distinct(file, 'source').join('; ') || `${file.source.name}, source not given`;
  return { area, byEthnicGroup: groupsOf(residents, where), year, source, caution: null };
}

function distinct({ records }: File, header: Header): string[] {
  return [...new Set(records.map(({ cells }) => cells[header]))].filter((cell) => cell !== '');
}

const MOST_NAMED = 3;

function areaOf(file: File): string {
  const names = distinct(file, 'area_name');
  const codes = distinct(file, 'area_code');
  const [name] = names;
  if (name === undefined) {
    throw new UserError(`${file.where}: no area; fill in area_name, and a row for each ethnic group`);
  }
  if (names.length === 1 && codes.length < 2) return name;
  const areas = names.length > 1 ? names : codes;
  const named = areas.slice(0, MOST_NAMED).map(shown);
  const rest = areas.length - named.length;
  throw new UserError(
    `${file.where}: several areas (${(rest > 0 ? [...named, `${rest} more`] : named).join(', ')}); keep the rows of one of them`,
  );
}

function yearOf(file: File): number | null {
  const wrong = file.records.find(({ cells: { year } }) => year !== '' && !/^(?:19|20)\d\d$/.test(year));
  if (wrong !== undefined) {
    throw new UserError(`${file.where} line ${wrong.line}: year must be four digits such as 2024`);
  }
  const years = distinct(file, 'year');
  if (years.length > 1) {
    throw new UserError(
      `${file.where}: several years (${andList(years.slice(0, MOST_NAMED))}); keep the rows of one of them`,
    );
  }
  return years.length === 0 ? null : Number(years[0]);
}

type Group = EthnicGroup | typeof ALL;

/** What a line says, or null when its ages are not within 10 to 17. */
function residentsOf({ cells, line }: SmallRecord<Header>, where: string): Residents<Group> | null {
  const ages = agesOf(cells.age_band);
  if (ages === null) throw new UserError(`${where}: age_band must be ages such as 10-17 or 15`);
  if (ages.from < FROM || ages.to > TO) return null;
  return {
    group: groupOf(cells.ethnic_group, where),
    ...ages,
    sex: sexOf(cells.sex, where),
    population: populationOf(cells.population, where),
    line,
  };
}

function agesOf(cell: string): { from: number; to: number } | null {
  const parts = /^(?:aged? )?(\d{1,3})(?: ?(?:[-–]|to) ?(\d{1,3})|( and over| ?\+))?(?: years)?$/i.exec(cell);
  if (parts === null) return null;
  const [, from, to = from, open] = parts;
  const ages = { from: Number(from), to: open === undefined ? Number(to) : Number.POSITIVE_INFINITY };
  return ages.from <= ages.to ? ages : null;
}

const WHOLE = new Set(['all', 'total', 'both', 'bothsexes', 'persons', 'allpersons', 'allgroups']);
/** The headings of the 2021 Census, which name Wales. */
const CENSUS_HEADINGS: ReadonlyMap<string, EthnicGroup> = new Map([
  [compact('Asian, Asian British or Asian Welsh'), 'Asian'],
  [compact('Black, Black British, Black Welsh, Caribbean or African'), 'Black'],
]);

/** One of the five groups, whatever the tool knows it by, or all. */
function groupOf(cell: string, where: string): Group {
  const words = compact(cell);
  if (WHOLE.has(words)) return ALL;
  const heading = CENSUS_HEADINGS.get(words);
  if (heading !== undefined) return heading;
  const code = labelReader(columnDefinition('ethnicity'), '2021', new Map()).read(cell) ?? 0;
  const category = code === 0 ? undefined : ETHNIC_CATEGORIES[code - 1];
  if (category !== undefined && category.label === `${category.group}, not further specified`)
    return category.group;
  const part = category === undefined ? '' : `; add its residents to those of ${category.group}`;
  throw new UserError(
    `${where}: "${shown(cell)}" is none of the groups ${andList(ETHNIC_GROUPS)}${part || '; write one of them'}`,
  );
}

function sexOf(cell: string, where: string): Residents<Group>['sex'] {
  if (WHOLE.has(compact(cell))) return ALL;
  const reader = labelReader(columnDefinition('sex'), '2021', new Map());
  const label = cell === '' ? undefined : reader.labels[(reader.read(cell) ?? 0) - 1];
  if (label === 'Female' || label === 'Male') return label;
  throw new UserError(`${where}: sex must be all, Female or Male`);
}

/** Thousands may be set off by commas. */
function populationOf(cell: string, where: string): number {
  const population = Number(cell.replaceAll(',', ''));
  if (/^\d+$|^\d{1,3}(?:,\d{3})+$/.test(cell) && Number.isSafeInteger(population)) return population;
  throw new UserError(`${where}: population must be a whole number of residents, 0 or more`);
}

function groupsOf(residents: readonly Residents<Group>[], where: string): ByEthnicGroup {
  const totals = ETHNIC_GROUPS.map((group) => ({ group, total: totalOf(residents, group, where) }));
  const missing = totals.filter(({ total }) => total === null).map(({ group }) => group);
  if (missing.length > 0) {
    throw new UserError(
      `${where}: no residents aged 10-17 for ${andList(missing)}; add a row for each (age_band 10-17, sex all), or bands and sexes that make them up`,
    );
  }
  const [Asian, Black, Mixed, Other, White] = totals.map(({ total }) => total ?? 0);
  const sum = Asian + Black + Mixed + Other + White;
  const all = totalOf<Group>(residents, ALL, where);
  if (all !== null && all !== sum) {
    throw new UserError(
      `${where}: the five groups add up to ${sum} residents aged 10-17, but the rows of all groups to ${all}; correct them, or take the latter out`,
    );
  }
  if (sum === 0) throw new UserError(`${where}: no residents at all; fill in population`);
  const empty = totals.filter(({ total }) => total === 0).map(({ group }) => group);
  if (empty.length > 0)
    throw new UserError(
      `${where}: a population of 0 aged 10-17 for ${andList(empty)}, of which there can be no rate; fill in the residents of each`,
    );
  return { Asian, Black, Mixed, Other, White };
}
