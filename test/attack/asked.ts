/** What a reader knows from the question alone: the breakdown and the filters of a report. */
import { ADULTS, AGE_BANDS } from '../../src/reference/age-bands.ts';
import { DISPOSALS } from '../../src/reference/disposals.ts';
import { ETHNIC_CATEGORIES, type EthnicityList, ethnicGroup } from '../../src/reference/ethnicity.ts';
import { ALL, breakdownOf, NOT_KNOWN, NOT_MAPPED, optionOf, type PublishedReport } from './published.ts';

/** Columns about the work; figures by these alone are about the work, too. */
const OF_WORK = ['team', 'worker_id', 'start_date', 'end_date'];
/** Columns for which one row speaks for a child: by these a child is in one part. */
const OF_CHILD = [
  'ethnicity',
  'sex',
  'age',
  'birth_month',
  'send',
  'care_experienced',
  'ete_suitable',
  'accommodation_suitable',
];

export interface Asked {
  readonly by: string | null;
  readonly where: readonly Condition[];
  readonly list: EthnicityList;
  /** Cases are counted, and children not told apart. */
  readonly countsCases: boolean;
  /** Of a period: court work audited outside it is left out. */
  readonly hasPeriod: boolean;
}

export interface Condition {
  readonly column: string;
  readonly value: string;
}

export function askedOf(report: PublishedReport): Asked {
  const list = optionOf(report, 'ethnicity-list')[0];
  return {
    by: breakdownOf(report),
    where: optionOf(report, 'where').map((text) => ({
      column: columnOf(text.slice(0, text.indexOf('='))),
      value: text.slice(text.indexOf('=') + 1),
    })),
    list: list === '2001' || list === '2011' || list === 'as-recorded' ? list : '2021',
    countsCases: report.provenance.unit === 'cases',
    hasPeriod: optionOf(report, 'from').length + optionOf(report, 'to').length > 0,
  };
}

function columnOf(text: string): string {
  return text.trim().toLowerCase().replace(/[ -]/g, '_');
}

/** Whether a child may be in several parts, so that they add to more than the whole. */
export function overlaps({ by, countsCases }: Asked): boolean {
  return by !== null && !countsCases && !OF_CHILD.includes(by);
}

/** Whether cases per worker and team are about the work, and public. */
export function isOfWork({ by, where }: Asked): boolean {
  return (by === null || OF_WORK.includes(by)) && !hasFilterOnChildren({ where });
}

export function hasFilterOnChildren({ where }: Pick<Asked, 'where'>): boolean {
  return where.some(({ column }) => !OF_WORK.includes(column));
}

/** The part of those of whom the value is not known; it alone may be left out of the parts. */
export function unknownPart({ by }: Asked): string | null {
  if (by === null || by === 'worker_id') return null;
  return by === 'disposal' ? NOT_MAPPED : NOT_KNOWN;
}

const COLUMN_OF_TABLE: Readonly<Record<string, string>> = {
  'ethnicity-mix groups': 'ethnicity',
  'ethnicity-mix categories': 'ethnicity',
  'age-bands years': 'age',
  'age-bands bands': 'age',
  'sex-mix sexes': 'sex',
  'disposal-mix groups': 'disposal',
  'disposal-mix disposals': 'disposal',
  'workload teams': 'team',
  'workload workers': 'worker_id',
};

/** The column of which a table has the values in its rows. */
export function columnOfTable(metric: string, table: string): string | null {
  return COLUMN_OF_TABLE[`${metric} ${table}`] ?? null;
}

/** Whether a row of a table is 0 by the question: no boys in the part of the girls. */
export function isImpossible(
  asked: Asked,
  metric: string,
  table: string,
  part: string,
  row: string,
): boolean {
  const column = columnOfTable(metric, table);
  if (column === null) return false;
  const by = asked.by === 'birth_month' ? 'age' : asked.by;
  if (part !== ALL && by === column && !wordsOf(asked, column, row).includes(plain(part))) return true;
  const wanted = asked.where.filter((one) => one.column === column).map(({ value }) => plain(value));
  return wanted.length > 0 && !wanted.some((value) => canBe(asked, column, row, value));
}

/** Reasons for which cases and children are left out of a cohort. */
export const NO_START = 'no start_date';
export const CLOSED = 'closed or not yet open';
export const ELSEWHERE = 'residence Other';
export const OTHER_GROUPS = 'other disposal groups';
export const NO_DISPOSAL = 'disposal blank or not mapped';
export const WITHOUT_WORK = 'discharges, fines and compensation without a judgement';
export const NO_AUDIT = 'audit_date missing';
export const OUTSIDE = 'audit_date outside the period';

const COURT_GROUPS = ['First-tier', 'Community', 'Custody'];
const OTHERS = ['Diversion and prevention', 'Pre-court', 'Remand and bail'];

/** Whether nobody can be counted: court work in the part of the cautions, children at home in that of those who are not. */
export function isEmptyCohort(asked: Asked, metric: string, part: string): boolean {
  if (metric === 'court-quality') return !COURT_GROUPS.some((group) => hasGroup(asked, part, group));
  return metric !== 'workload' && residencesOf(asked, part).every((residence) => residence === 'other');
}

export function canBeLeftOut(asked: Asked, part: string, reason: string): boolean {
  if (reason === OTHER_GROUPS) return OTHERS.some((group) => hasGroup(asked, part, group));
  if (reason === NO_DISPOSAL) return hasGroup(asked, part, NOT_MAPPED);
  if (reason === WITHOUT_WORK) return hasGroup(asked, part, 'First-tier');
  if (reason === NO_AUDIT || reason === OUTSIDE) return asked.hasPeriod;
  return reason !== ELSEWHERE || residencesOf(asked, part).includes('other');
}

function hasGroup(asked: Asked, part: string, group: string): boolean {
  return !isImpossible(asked, 'disposal-mix', 'groups', part, group);
}

/** The residences there can be in a part. */
function residencesOf({ by, where }: Asked, part: string): string[] {
  if (by === 'residence' && part !== ALL) return [plain(part)];
  const wanted = where.filter(({ column }) => column === 'residence').map(({ value }) => plain(value));
  return wanted.length > 0 ? wanted : ['home', 'other'];
}

/** Whether a filter leaves this part alone of those named: then it is All. */
export function isOnlyPart(asked: Asked, part: string, named: readonly string[]): boolean {
  const by = asked.by === 'birth_month' ? 'age' : asked.by;
  const wanted = asked.where.filter(({ column }) => column === by).map(({ value }) => plain(value));
  if (by === null || wanted.length === 0) return false;
  return named.every((one) => wanted.some((value) => canBe(asked, by, one, value)) === (one === part));
}

/** Whether what a filter lets through can be counted in a row. */
function canBe(asked: Asked, column: string, row: string, wanted: string): boolean {
  if (wordsOf(asked, column, row).includes(wanted)) return true;
  const labels = labelsOf(asked, column);
  // A filter on one category leaves its group, too.
  const isWithin = labels.some(
    (label) => plain(label) === wanted && wordsOf(asked, column, label).includes(plain(row)),
  );
  const words = [...labels, NOT_KNOWN, NOT_MAPPED].flatMap((label) => wordsOf(asked, column, label));
  return isWithin || (labels.length > 0 && !words.includes(wanted));
}

/** Labels that lie within groups; none where a filter names the row itself. */
function labelsOf({ list }: Asked, column: string): readonly string[] {
  if (column === 'ethnicity' && list !== 'as-recorded') return ETHNIC_CATEGORIES.map(({ label }) => label);
  if (column === 'disposal') return DISPOSALS.map(({ label }) => label);
  if (column === 'age') return [...Array.from({ length: 8 }, (_, index) => String(index + 10)), ADULTS];
  return [];
}

/** A row's own words and those of its group. */
function wordsOf(asked: Asked, column: string, row: string): string[] {
  return [row, groupOf(asked, column, row) ?? row].map(plain);
}

/** The ethnic group, age band or disposal group that a row lies in. */
export function groupOf({ list }: Pick<Asked, 'list'>, column: string, row: string): string | null {
  if (column === 'ethnicity' && list !== 'as-recorded') {
    const category = ETHNIC_CATEGORIES.find(({ label }) => label === row);
    return category === undefined ? null : ethnicGroup(category, list);
  }
  if (column === 'disposal') return DISPOSALS.find(({ label }) => label === row)?.group ?? null;
  if (column !== 'age' || !/^\d+$/.test(row)) return null;
  return AGE_BANDS.find(({ from, to }) => Number(row) >= from && Number(row) <= to)?.label ?? null;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
}
