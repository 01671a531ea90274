/** The rows of two tables beside each other, with the difference of their shares. */
import { compareUtf8 } from '../caseload/compare-utf8.ts';
import { NOT_KNOWN } from '../caseload/groups.ts';
import { ETHNIC_GROUPS } from '../reference/ethnicity.ts';
import {
  type Cell,
  isNumber,
  NOT_APPLICABLE,
  type Row,
  type ShownColumn,
  type Table,
  WITHHELD,
} from '../report/report.ts';
import { fisherExact } from '../stats/fisher-exact.ts';
import { newcombeInterval } from '../stats/newcombe-interval.ts';
import type { Testing } from './comparison.ts';
import type { TableToCompare } from './what-is-compared.ts';

/** A row that is being made: verdicts come when all tests are known. */
export type OpenRow = Record<string, Cell>;

/** Fewer than this in either: too few to say. */
const FEW = 5;
export const TOO_FEW = 'too few to say';

/** A count over what it is of; a code where one of them is not shown or there is no share. */
type Fraction = { readonly count: number; readonly of: number } | string;

/** Two tables of the same rows, first less other. */
export function compareRows(first: Table, other: Table, what: TableToCompare, testing: Testing): OpenRow[] {
  const texts = textKeys(first);
  const keyOf = (row: Row) => JSON.stringify(texts.map((key) => row[key]));
  const rows = new Map(first.rows.map((row) => [keyOf(row), row]));
  const others = new Map(other.rows.map((row) => [keyOf(row), row]));
  return rowsOfBoth(first, other, what, keyOf).map((named) => {
    const [row, otherRow] = [rows.get(keyOf(named)), others.get(keyOf(named))];
    return {
      ...Object.fromEntries(texts.map((text) => [text, named[text]])),
      ...figuresOf(sideOf(first, row, named, what), sideOf(other, otherRow, named, what), what, testing),
    };
  });
}

export function textKeys({ columns }: Table): string[] {
  return columns.filter(({ type }) => type === 'text').map(({ key }) => key);
}

const GROUP_ORDER: readonly string[] = ETHNIC_GROUPS;

/** The rows of both: of fixed lists as they stand; of others by group, then by name, the not known last. */
function rowsOfBoth(
  first: Table,
  other: Table,
  { leavesOutZeros }: TableToCompare,
  keyOf: (row: Row) => string,
): Row[] {
  if (!leavesOutZeros) return [...first.rows];
  const [{ key: name }] = first.columns;
  const rows = new Map([...first.rows, ...other.rows].map((row) => [keyOf(row), row]));
  const placeOf = ({ group, [name]: text }: Row) =>
    text === NOT_KNOWN ? GROUP_ORDER.length : GROUP_ORDER.indexOf(String(group));
  return [...rows.values()].sort(
    (one, two) => placeOf(one) - placeOf(two) || compareUtf8(String(one[name]), String(two[name])),
  );
}

interface Side {
  readonly count: Cell;
  readonly of: Cell;
  readonly fraction: Fraction;
}

/** What one input has in a row. One that it leaves out, as it does those of zero, is 0. */
function sideOf(table: Table, row: Row | undefined, named: Row, what: TableToCompare): Side {
  const key = table.columns.some((column) => column.key === what.count) ? what.count : 'cases';
  const count = row === undefined && what.leavesOutZeros ? 0 : (row?.[key] ?? NOT_APPLICABLE);
  const of = denominatorOf(table, row, what);
  const isOutside = what.outside.includes(String(named[table.columns[0].key]));
  return { count, of: isOutside ? NOT_APPLICABLE : of, fraction: fractionOf(count, of, isOutside) };
}

function denominatorOf({ cohort }: Table, row: Row | undefined, { of }: TableToCompare): Cell {
  if (of === 'n' || of === 'known') return cohort[of];
  return of === null ? NOT_APPLICABLE : (row?.[of] ?? NOT_APPLICABLE);
}

function fractionOf(count: Cell, of: Cell, isOutside: boolean): Fraction {
  if (isOutside) return NOT_APPLICABLE;
  if (isNumber(count) && isNumber(of)) return of === 0 ? NOT_APPLICABLE : { count, of };
  return [count, of].includes(WITHHELD) ? WITHHELD : NOT_APPLICABLE;
}

function figuresOf(first: Side, other: Side, what: TableToCompare, testing: Testing): OpenRow {
  const sides = { first_count: first.count, first_of: first.of, first_share: shareOf(first.fraction) };
  const others = { other_count: other.count, other_of: other.of, other_share: shareOf(other.fraction) };
  return { ...sides, ...others, ...differenceOf(first.fraction, other.fraction, what, testing) };
}

function shareOf(fraction: Fraction): Cell {
  return typeof fraction === 'string' ? fraction : fraction.count / fraction.of;
}

function differenceOf(first: Fraction, other: Fraction, what: TableToCompare, testing: Testing): OpenRow {
  if (typeof first === 'string' || typeof other === 'string') {
    const code = first === WITHHELD || other === WITHHELD ? WITHHELD : NOT_APPLICABLE;
    return figures(code, code, code, code, code);
  }
  const { difference, lower, upper } = newcombeInterval(first.count, first.of, other.count, other.of);
  if (testing === 'none')
    return figures(difference, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE);
  if (isTooFew(first, other, what)) return figures(difference, lower, upper, NOT_APPLICABLE, TOO_FEW);
  const p = fisherExact(first.count, first.of - first.count, other.count, other.of - other.count);
  return figures(difference, lower, upper, p, NOT_APPLICABLE);
}

/** Of judgements, how many were judged; of a mix, how many are in the group. */
function isTooFew(
  first: Exclude<Fraction, string>,
  other: Exclude<Fraction, string>,
  { of }: TableToCompare,
): boolean {
  const isOfRow = of !== 'n' && of !== 'known';
  return [first, other].some((one) => (isOfRow ? one.of : one.count) < FEW);
}

function figures(difference: Cell, lower: Cell, upper: Cell, p: Cell, verdict: Cell): OpenRow {
  return {
    difference,
    difference_lower: lower,
    difference_upper: upper,
    p,
    p_adjusted: isNumber(p) ? NOT_APPLICABLE : p,
    verdict,
  };
}

/** The columns of a compared table: what names a row, then the two inputs, then what lies between them. */
export function comparedColumns(
  table: Table,
  what: TableToCompare,
  first: string,
  other: string,
): ShownColumn[] {
  const texts = table.columns.filter(({ type }) => type === 'text');
  const label = table.columns.find(({ key }) => key === what.count)?.label ?? table.unit;
  const of = table.columns.find(({ key }) => key === what.of)?.label ?? 'Of';
  return [
    ...texts,
    ...sideColumns('first', first, label, of),
    ...sideColumns('other', other, label, of),
    { key: 'difference', label: 'Difference', type: 'difference' },
    { key: 'difference_lower', label: '95% lower', type: 'lower', of: 'difference' },
    { key: 'difference_upper', label: '95% upper', type: 'upper', of: 'difference' },
    { key: 'p', label: 'p', type: 'probability' },
    { key: 'p_adjusted', label: 'p, corrected', type: 'probability' },
    { key: 'verdict', label: 'Verdict', type: 'verdict' },
  ];
}

function sideColumns(side: 'first' | 'other', name: string, count: string, of: string): ShownColumn[] {
  const [countKey, ofKey] = [`${side}_count`, `${side}_of`];
  return [
    { key: countKey, label: `${name}: ${count.toLowerCase()}`, type: 'count' },
    { key: ofKey, label: `${name}: ${of.toLowerCase()}`, type: 'count' },
    {
      key: `${side}_share`,
      label: `${name}: share`,
      type: 'share',
      numerator: countKey,
      denominator: ofKey,
    },
  ];
}
