/** A breakdown: the rows of a caseload by the values of one column. No metric knows of it. */
import type { Caseload } from '../caseload/caseload.ts';
import { type ColumnName, columnDefinition } from '../caseload/columns.ts';
import { UserError } from '../caseload/errors.ts';
import { ageBandGrouping, groupingOf } from '../caseload/groups.ts';
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
  const { labels, of } = groupsOfRows(caseload, shared, by);
  return [all, ...partsOf(caseload.used, told(labels, by), of)];
}

function groupsOfRows(caseload: Caseload, shared: Shared, by: ColumnName) {
  const column = caseload.columns.get(by);
  const isAge = by === 'age' || by === 'birth_month';
  if (column === undefined && !(by === 'age' && caseload.columns.has('birth_month'))) {
    throw new UserError(
      `--by ${by}: the files have no column ${by}; see what they have with: yos-caseload columns FILE`,
    );
  }
  const { children } = caseload;
  if (isAge || column === undefined) {
    const ages = shared.childAges();
    const { labels, of } = ageBandGrouping();
    return { labels, of: (row: number) => of(ages[children[row]]) };
  }
  const { labels, of } = groupingOf(column, caseload.ethnicityList);
  const perChild = columnDefinition(by).perChild ? shared.childValues(by) : null;
  return {
    labels,
    of: (row: number) => of(perChild === null ? column.values[row] : perChild[children[row]]),
  };
}

/** Labels told from ours: a team may be called "All", or "Not known" beside cases without one. */
function told(labels: readonly string[], by: ColumnName): string[] {
  const last = labels.length - 1;
  const isOurs = (label: string, at: number) => label === ALL || (label === labels[last] && at < last);
  return labels.map((label, at) => (isOurs(label, at) ? `${label} (${by})` : label));
}

function partsOf(rows: Uint32Array, labels: readonly string[], of: (row: number) => number): Part[] {
  const sizes = new Uint32Array(labels.length);
  for (const row of rows) sizes[of(row)]++;
  const parts = labels.map((by, group) => ({ by, rows: new Uint32Array(sizes[group]) }));
  const filled = new Uint32Array(labels.length);
  for (const row of rows) {
    const group = of(row);
    parts[group].rows[filled[group]++] = row;
  }
  return parts.filter((part) => part.rows.length > 0);
}

/** How many children are in more than one of the lists. */
export function inSeveral(lists: readonly Uint32Array[], childCount: number): number {
  const times = new Uint8Array(childCount + 1);
  let several = 0;
  for (const children of lists) {
    for (const child of children) if (times[child] < 2 && ++times[child] === 2) several++;
  }
  return several;
}
