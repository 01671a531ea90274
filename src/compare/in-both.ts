/** Whether the same children and cases are in two caseloads, by their ids as written. No id leaves this file. */
import type { Caseload, Column } from '../caseload/caseload.ts';
import { type ColumnName, JUDGEMENTS } from '../caseload/columns.ts';
import { DISPOSALS } from '../reference/disposals.ts';
import type { Overlap } from './comparison.ts';

/** Whether a child_id of the rows used is in both. */
export function childrenInBoth(one: Caseload, other: Caseload): Overlap {
  return overlap(one, other, 'child_id', one.used, other.used);
}

/** Whether a case_id of the rows used is in both. */
export function casesInBoth(one: Caseload, other: Caseload): Overlap {
  return overlap(one, other, 'case_id', one.used, other.used);
}

/** The days from and to which audits count; either may be open. */
export interface Days {
  readonly from: number | null;
  readonly to: number | null;
}

/** Whether a court case that was judged, in the period of its input, is in both. */
export function auditedInBoth(
  one: Caseload,
  onePeriod: Days | null,
  other: Caseload,
  otherPeriod: Days | null,
): Overlap {
  return overlap(one, other, 'case_id', auditedRows(one, onePeriod), auditedRows(other, otherPeriod));
}

function overlap(
  one: Caseload,
  other: Caseload,
  name: ColumnName,
  rows: Uint32Array,
  otherRows: Uint32Array,
): Overlap {
  // Where rows are counted as cases, ids that a file has are ignored.
  if (one.unit === 'cases' || other.unit === 'cases') return 'unknown';
  const ids = new Set<string>();
  everyId(one.columns.get(name), rows, (id) => {
    ids.add(id);
    return true;
  });
  const areAllNew = everyId(other.columns.get(name), otherRows, (id) => !ids.has(id));
  return areAllNew ? 'different' : 'shared';
}

/** Whether something holds for every id of some rows; each is looked at once, and no more after one for which it fails. */
function everyId(column: Column | undefined, rows: Uint32Array, holds: (id: string) => boolean): boolean {
  if (column === undefined) return true;
  const met = new Uint8Array(column.size);
  for (let index = 0; index < rows.length; index++) {
    const code = column.values[rows[index]];
    if (code === 0 || met[code] === 1) continue;
    met[code] = 1;
    if (!holds(column.text(code))) return false;
  }
  return true;
}

const COURT_GROUPS = ['First-tier', 'Community', 'Custody'];
/** Per disposal as a code, 0 for none: whether it is court work. */
const IS_COURT = [false, ...DISPOSALS.map(({ group }) => COURT_GROUPS.includes(group))];
const YES = 1;
const NO = 2;

function auditedRows({ used, columns }: Caseload, period: Days | null): Uint32Array {
  const answers = JUDGEMENTS.flatMap(({ column }) => columns.get(column)?.values ?? []);
  const disposals = columns.get('disposal')?.values;
  const audits = columns.get('audit_date')?.values;
  const { from, to } = period ?? { from: null, to: null };
  const isJudged = (row: number) => {
    for (const values of answers) if (values[row] === YES || values[row] === NO) return true;
    return false;
  };
  return used.filter((row) => {
    if (disposals === undefined || !IS_COURT[disposals[row]] || !isJudged(row)) return false;
    if (period === null) return true;
    const day = audits?.[row] ?? 0;
    return day > 0 && day >= (from ?? 0) && day <= (to ?? day);
  });
}

/** Children of a caseload, as codes of child_id. */
export interface Counted {
  readonly caseload: Caseload;
  readonly children: Uint32Array;
}

/** How many of the children counted are in the first alone, in the other alone, in both. */
export function countMovement(first: Counted, other: Counted) {
  const ids = idsOfChildren(first);
  const others = idsOfChildren(other);
  let both = 0;
  for (const id of others) if (ids.has(id)) both++;
  return { onlyInFirst: ids.size - both, onlyInOther: others.size - both, inBoth: both };
}

function idsOfChildren({ caseload, children }: Counted): Set<string> {
  const column = caseload.columns.get('child_id');
  const ids = new Set<string>();
  if (column === undefined) return ids;
  for (let index = 0; index < children.length; index++) ids.add(column.text(children[index]));
  return ids;
}
