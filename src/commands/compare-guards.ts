/** Comparisons that are refused: audits on both sides of a difference, and parts of a caseload beside the whole. */
import { UserError } from '../caseload/errors.ts';
import { isoDate } from '../caseload/read-dates.ts';
import type { Overlap } from '../compare/comparison.ts';
import type { Metric } from '../metrics/define-metric.ts';
import type { Loaded } from './compare-load.ts';

/** The same audits must not be on both sides of a difference. */
export function refuseOverlap(first: Loaded, other: Loaded, cases: Overlap, chosen: readonly Metric[]): void {
  const isAsked = chosen.some(({ timing }) => timing === 'period');
  if (!isAsked || cases !== 'shared' || (first.period === null && other.period === null)) return;
  const [one, two] = [first, other].map(({ period }) => ({
    from: period?.from ?? Number.NEGATIVE_INFINITY,
    to: period?.to ?? Number.POSITIVE_INFINITY,
  }));
  if (one.to < two.from || two.to < one.from) return;
  throw new UserError(
    `the audit periods of ${periodWords(first)} and ${periodWords(other)} overlap, and the same cases are in both; give each days of its own, such as --from ${first.name}:2026-07-01 --to ${other.name}:2026-06-30`,
  );
}

function periodWords({ name, period }: Loaded): string {
  const day = (value: number | null | undefined) =>
    value === null || value === undefined ? 'any day' : isoDate(value);
  return period === null ? `${name} (all days)` : `${name} (${day(period.from)} to ${day(period.to)})`;
}

/** Of one caseload, a part and the whole: what is withheld in one could be had by subtracting. */
export function refuseParts(first: Loaded, other: Loaded, mayShareRows: boolean): void {
  if (!mayShareRows || areAlike(first.where, other.where) || areApart(first, other)) return;
  throw new UserError(
    `${first.name} and ${other.name} hold the same children, chosen by other --where: a small number could be had by subtracting; compare whole inputs, or add --internal`,
  );
}

const keyed = (conditions: readonly string[]) =>
  conditions
    .map((text) =>
      text
        .trim()
        .toLowerCase()
        .replace(/\s*=\s*/, '='),
    )
    .sort();

function areAlike(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(keyed(one)) === JSON.stringify(keyed(other));
}

/** Whether a column is asked for in both, with no value in common: no row is in both. */
function areApart(first: Loaded, other: Loaded): boolean {
  const columnOf = (text: string) => text.slice(0, text.indexOf('='));
  const [one, two] = [keyed(first.where), keyed(other.where)];
  return one.some((text) => {
    const column = columnOf(text);
    const values = two.filter((condition) => columnOf(condition) === column);
    return values.length > 0 && !values.some((value) => one.includes(value));
  });
}
