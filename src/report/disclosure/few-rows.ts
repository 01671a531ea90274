/** Filters on what is known of children: few rows in or out of one are as telling as few children. */
import type { InternalReport } from '../report.ts';
import { WORK_COLUMNS } from './parts.ts';
import type { Basis, Rules } from './rules.ts';

export interface FewRows {
  /** Of one file: the row counts of all files are withheld, since the others would reveal that one. */
  readonly inFiles: boolean;
  /** Of all files together: nothing is shown, since the rows used are what a metric counts and leaves out. */
  readonly inAll: boolean;
}

/** Whether a filter looks at more than the work. */
export function isFilteredByChildren({ filters }: Pick<Basis, 'filters'>): boolean {
  return filters.some((name) => !WORK_COLUMNS.has(name));
}

export function fewRows({ provenance }: InternalReport, basis: Basis, { threshold }: Rules): FewRows {
  if (!isFilteredByChildren(basis)) return { inFiles: false, inAll: false };
  const areFew = (used: number, outOfScope: number) => Math.min(used, outOfScope) < 2 * threshold;
  const { inputs } = provenance;
  const used = inputs.reduce((sum, input) => sum + input.used, 0);
  const outOfScope = inputs.reduce((sum, input) => sum + input.outOfScope, 0);
  return {
    inFiles: inputs.some((input) => areFew(input.used, input.outOfScope)),
    inAll: areFew(used, outOfScope),
  };
}
