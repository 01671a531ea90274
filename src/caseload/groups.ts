/** The values of a column as people compare them: ethnic groups, disposal groups, age bands, labels, identifiers. */
import type { AgeBand } from '../reference/age-bands.ts';
import { DISPOSAL_GROUPS, DISPOSALS } from '../reference/disposals.ts';
import { ETHNIC_CATEGORIES, ETHNIC_GROUPS, type EthnicityList, ethnicGroup } from '../reference/ethnicity.ts';
import type { Column } from './caseload.ts';
import { compareUtf8 } from './compare-utf8.ts';

/** Groups in the order in which tables show them; `of` gives the position of a value's group. */
export interface Grouping {
  readonly labels: readonly string[];
  readonly of: (value: number) => number;
}

export const NOT_KNOWN = 'Not known';
export const NOT_MAPPED = 'Not mapped';
export const UNALLOCATED = 'Unallocated';

/** What a missing value of a column is called in tables. */
export function missingLabel(name: string): string {
  if (name === 'worker_id') return UNALLOCATED;
  return name === 'disposal' ? NOT_MAPPED : NOT_KNOWN;
}

/** How a column that is no age and no date is broken down; the missing come last. */
export function groupingOf(column: Column, list: EthnicityList): Grouping {
  if (column.name === 'ethnicity' && list !== 'as-recorded') return ethnicGroups(list);
  if (column.name === 'disposal') return disposalGroups();
  const isFixed =
    column.type !== 'identifier' && column.name !== 'report_type' && column.name !== 'ethnicity';
  return isFixed ? fixedOrder(column) : alphabetical(column);
}

/** Age bands of ages in years; 0 is not known. */
export function ageBandGrouping(bands: readonly AgeBand[]): Grouping {
  const labels = [...bands.map(({ label }) => label), NOT_KNOWN];
  return {
    labels,
    of: (age) => (age === 0 ? bands.length : bands.findIndex(({ from, to }) => age >= from && age <= to)),
  };
}

function ethnicGroups(list: EthnicityList): Grouping {
  const positions = [
    ETHNIC_GROUPS.length,
    ...ETHNIC_CATEGORIES.map((category) => ETHNIC_GROUPS.indexOf(ethnicGroup(category, list))),
  ];
  return { labels: [...ETHNIC_GROUPS, NOT_KNOWN], of: (value) => positions[value] };
}

function disposalGroups(): Grouping {
  const positions = [DISPOSAL_GROUPS.length, ...DISPOSALS.map(({ group }) => DISPOSAL_GROUPS.indexOf(group))];
  return { labels: [...DISPOSAL_GROUPS, NOT_MAPPED], of: (value) => positions[value] };
}

function fixedOrder(column: Column): Grouping {
  const labels = Array.from({ length: column.size - 1 }, (_, index) => column.text(index + 1));
  return {
    labels: [...labels, missingLabel(column.name)],
    of: (value) => (value === 0 ? labels.length : value - 1),
  };
}

const sortedColumns = new WeakMap<Column, Grouping>();

/** Sorted once per column: a national extract has workers by the thousand. */
function alphabetical(column: Column): Grouping {
  const before = sortedColumns.get(column);
  if (before !== undefined) return before;
  const grouping = sortedByText(column);
  sortedColumns.set(column, grouping);
  return grouping;
}

function sortedByText(column: Column): Grouping {
  const values = Array.from({ length: column.size - 1 }, (_, index) => index + 1);
  const texts = values.map((value) => column.text(value));
  const sorted = values.sort((one, other) => compareUtf8(texts[one - 1], texts[other - 1]));
  const positions = new Uint32Array(column.size);
  positions[0] = sorted.length;
  sorted.forEach((value, position) => {
    positions[value] = position;
  });
  return {
    labels: [...sorted.map((value) => texts[value - 1]), missingLabel(column.name)],
    of: (value) => positions[value],
  };
}
