/** What can be asked of the generator. */
import { UserError } from '../caseload/errors.ts';
import { dayOf } from './days.ts';
import { DEFAULT_AS_AT } from './shape.ts';
import type { StyleName } from './styles.ts';

export interface GenerateOptions {
  /** Rows of a clean file; a messy one has some more. At least 1. */
  readonly cases: number;
  /** A whole number from 0; the same seed gives the same bytes. */
  readonly seed: number;
  readonly columns: 'core' | 'all';
  /** With the dirt of real exports. */
  readonly messy: boolean;
  readonly style: StyleName;
  /** The day the caseload is of, YYYY-MM-DD; 2026-10-31 when it is not given. */
  readonly asAt?: string;
}

const EARLIEST_AS_AT = '2000-01-01';
const LATEST_AS_AT = '2090-12-31';

/** The as-at day of the options. Throws a UserError on options nothing can be made of. */
export function checkedAsAt({ cases, seed, asAt = DEFAULT_AS_AT }: GenerateOptions): number {
  if (!Number.isSafeInteger(cases) || cases < 1) {
    throw new UserError('the number of cases must be a whole number of at least 1');
  }
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new UserError('the seed must be a whole number of at least 0');
  const day = dayOf(asAt);
  if (day === undefined || asAt < EARLIEST_AS_AT || asAt > LATEST_AS_AT) {
    throw new UserError(
      `the as-at date must be a day from ${EARLIEST_AS_AT} to ${LATEST_AS_AT}, as YYYY-MM-DD`,
    );
  }
  return day;
}
