/** Verdicts on all differences at once: who compares many things finds some by chance. */
import { isNumber } from '../report/report.ts';
import { holm } from '../stats/holm.ts';
import type { OpenRow } from './compare-rows.ts';

export const LEVEL = 0.05;

/**
 * Holm's correction over all rows that were tested, and the verdict: `higher` is the first over the other.
 * @returns how many were tested
 */
export function addVerdicts(rows: readonly OpenRow[]): number {
  const tested = rows.filter(({ p }) => isNumber(p));
  const adjusted = holm(tested.map(({ p }) => Number(p)));
  tested.forEach((row, index) => {
    row.p_adjusted = adjusted[index];
    row.verdict = verdictOf(Number(row.difference), adjusted[index]);
  });
  return tested.length;
}

function verdictOf(difference: number, p: number): string {
  if (p >= LEVEL) return 'no clear difference';
  return difference > 0 ? 'higher' : 'lower';
}
