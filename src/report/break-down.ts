/** A breakdown: the rows of a caseload by the values of one column. No metric knows of it. */
import type { Caseload, Values } from '../caseload/caseload.ts';
import { type ColumnName, columnDefinition } from '../caseload/columns.ts';
import { UserError } from '../caseload/errors.ts';
import { ageBandGrouping, type Grouping, groupingOf } from '../caseload/groups.ts';
import { OLDEST_AGE } from '../reference/age-bands.ts';
import type { Shared } from './view.ts';

export interface Part {
  readonly by: string;
  readonly rows: Uint32Array;
}

export const ALL = 'All';

/**
 * All rows first, then those of each value that any used row has, in the order of tables.
 * Where one row speaks for a child, the child's value is used; ages are broken down by band, ethnicity and disposal by
 * group.
 * @throws UserError for a column that the files lack, or one whose values would list days or children
 */
export function breakDown(caseload: Caseload, shared: Shared, by: ColumnName | null): Part[] {
  const all = { by: ALL, rows: caseload.used };
  if (by === null) return [all];
  const { type } = columnDefinition(by);
  if (type === 'date' || by === 'case_id' || by === 'child_id') {
    throw new UserError(
      `--by ${by}: ${type === 'date' ? 'dates' : 'identifiers of cases and children'} are no breakdown; use a column such as team or ethnicity`,
    );
  }
  const { labels, groups } = groupsOfRows(caseload, shared, by);
  return [all, ...partsOf(caseload.used, told(labels, by), groups)];
}

/** What the groups are called, and the group of each row of the caseload. */
function groupsOfRows(caseload: Caseload, shared: Shared, by: ColumnName) {
  const column = caseload.columns.get(by);
  const isAge = by === 'age' || by === 'birth_month';
  if (column === undefined && !(by === 'age' && caseload.columns.has('birth_month'))) {
    throw new UserError(
      `--by ${by}: the files have no column ${by}; see what they have with: yos-caseload columns FILE`,
    );
  }
  if (isAge || column === undefined) {
    const groups = groupsOf(ageBandGrouping(caseload.ageBands), OLDEST_AGE + 1, shared.childAges());
    return { labels: groups.labels, groups: ofChildren(groups.groups, caseload) };
  }
  const grouping = groupingOf(column, caseload.ethnicityList);
  const perChild = columnDefinition(by).perChild ? shared.childValues(by) : null;
  const { labels, groups } = groupsOf(grouping, column.size, perChild ?? column.values);
  return { labels, groups: perChild === null ? groups : ofChildren(groups, caseload) };
}

function groupsOf({ labels, of }: Grouping, size: number, values: Values) {
  const groupOfValue = Uint32Array.from({ length: size }, (_, value) => of(value));
  const groups = new Uint32Array(values.length);
  for (let at = 0; at < values.length; at++) groups[at] = groupOfValue[values[at]];
  return { labels, groups };
}

/** From a group per child to a group per row. */
function ofChildren(groups: Uint32Array, { children }: Caseload): Uint32Array {
  const ofRows = new Uint32Array(children.length);
  for (let row = 0; row < children.length; row++) ofRows[row] = groups[children[row]];
  return ofRows;
}

/** Labels told from ours: a team may be called "All", or "Not known" beside cases without one. */
function told(labels: readonly string[], by: ColumnName): string[] {
  const last = labels.length - 1;
  const isOurs = (label: string, at: number) => label === ALL || (label === labels[last] && at < last);
  return labels.map((label, at) => (isOurs(label, at) ? `${label} (${by})` : label));
}

function partsOf(rows: Uint32Array, labels: readonly string[], groups: Uint32Array): Part[] {
  const sizes = new Uint32Array(labels.length);
  for (let index = 0; index < rows.length; index++) sizes[groups[rows[index]]]++;
  const parts = labels.map((by, group) => ({ by, rows: new Uint32Array(sizes[group]) }));
  const filled = new Uint32Array(labels.length);
  for (let index = 0; index < rows.length; index++) {
    const group = groups[rows[index]];
    parts[group].rows[filled[group]++] = rows[index];
  }
  return parts.filter((part) => part.rows.length > 0);
}

/** How many children are in more than one of the lists. */
export function inSeveral(lists: readonly Uint32Array[], childCount: number): number {
  const times = new Uint8Array(childCount + 1);
  let several = 0;
  for (const children of lists) {
    for (let index = 0; index < children.length; index++) {
      const child = children[index];
      if (times[child] < 2 && ++times[child] === 2) several++;
    }
  }
  return several;
}
