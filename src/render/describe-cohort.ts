/** Sentences about who a table is about. */
import { type Cohort, isNumber, type Table } from '../report/report.ts';
import { formatCount } from './format-cell.ts';
import { isWithheldWhole } from './withheld-words.ts';

type OneCohort = Omit<Cohort, 'parts'>;

const SINGULAR = new Map([
  ['children', 'child'],
  ['cases', 'case'],
  ['workers', 'worker'],
  ['judgements', 'judgement'],
  ['actions', 'action'],
]);

/** "268 children; left out: 12 residence Other". */
export function whoSentence(table: Table, cohort: OneCohort): string {
  const unit = cohort.n === 1 ? (SINGULAR.get(table.unit) ?? table.unit) : table.unit;
  const counted = `${formatCount(cohort.n)} ${unit}`;
  const leftOut = cohort.leftOut.filter((reason) => reason.n !== 0);
  if (leftOut.length === 0) return counted;
  const reasons = leftOut.map((reason) => `${formatCount(reason.n)} ${reason.reason}`);
  return `${counted}; left out: ${reasons.join(', ')}`;
}

/**
 * "shares are of the 261 whose ethnicity is known", or null for a table whose shares are not of its cohort.
 * Two counts that are rounded to the same need not be the same, nor need two that are withheld.
 */
export function sharesSentence(table: Table, cohort: OneCohort, isRounded: boolean): string | null {
  if (isWithheldWhole(table) || !sharesAreOfKnown(table)) return null;
  const isKnownOfAll = table.known === undefined || (isNumber(cohort.known) && !isRounded);
  if (cohort.known === cohort.n && isKnownOfAll) return 'shares are of all of them';
  return `shares are of the ${formatCount(cohort.known)} ${table.known ?? 'known'}`;
}

/** Shares of a row's own count (judgements, say), or in a table without counts, are not of the cohort's known. */
function sharesAreOfKnown(table: Table): boolean {
  if (!table.columns.some((column) => column.type === 'count')) return false;
  const ofRow = new Set(table.columns.map((column) => column.key));
  return table.columns.some(
    (column) =>
      column.type === 'share' &&
      column.numerator !== undefined &&
      !(column.denominator !== undefined && ofRow.has(column.denominator)),
  );
}
