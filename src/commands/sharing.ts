/** The options that say what a report may show: small numbers are withheld unless all numbers are asked for. */
import type { ColumnName } from '../caseload/columns.ts';
import { UserError } from '../caseload/errors.ts';
import type { Config } from '../config/config.ts';
import type { RoundingBase } from '../report/disclosure/round-report.ts';
import { DEFAULT_SHARING, isThreshold, MOST_THRESHOLD, type Sharing } from '../report/disclosure.ts';

export interface SharingFlags {
  readonly internal?: boolean;
  readonly threshold?: string;
  readonly zeros?: 'hide' | 'show';
  readonly byWorker?: boolean;
  readonly round?: string;
  readonly disclosureLog?: string;
}

/**
 * How the report is made fit to be shared; what an internal one would withhold is known too, for its log.
 * @throws UserError for a number that cannot be, and for flags that do not fit one another
 */
export function sharingOf(flags: SharingFlags, by: ColumnName | null, config: Config | null): Sharing {
  refuseUnfit(flags);
  if (by === 'worker_id' && !flags.internal && !flags.byWorker) {
    throw new UserError('--by worker_id names members of staff; add --by-worker to show them, or --internal');
  }
  return {
    threshold: thresholdOf(flags.threshold, config),
    zeros: flags.zeros ?? config?.disclosure.zeros ?? DEFAULT_SHARING.zeros,
    byWorker: flags.byWorker ?? false,
    round: roundOf(flags.round),
  };
}

function refuseUnfit({ internal, threshold, zeros, round, disclosureLog }: SharingFlags): void {
  if (round !== undefined && threshold !== undefined) {
    throw new UserError('--round and --threshold do not fit: counts are either rounded or withheld');
  }
  if (round !== undefined && zeros !== undefined) {
    throw new UserError('--round and --zeros do not fit: rounded counts show their zeros');
  }
  if (internal && round !== undefined) {
    throw new UserError(
      '--internal and --round do not fit: an internal report shows all numbers as they are',
    );
  }
  if (disclosureLog !== undefined && !internal) {
    throw new UserError('--disclosure-log lists what is withheld, with its numbers: it needs --internal');
  }
  if (internal && disclosureLog === undefined && (threshold !== undefined || zeros !== undefined)) {
    throw new UserError(
      '--internal shows all numbers; without it, --threshold and --zeros say what is withheld',
    );
  }
}

function thresholdOf(text: string | undefined, config: Config | null): number {
  if (text === undefined) return config?.disclosure.threshold ?? DEFAULT_SHARING.threshold;
  if (/^\d{1,3}$/.test(text) && isThreshold(Number(text))) return Number(text);
  throw new UserError(`--threshold ${text}: give a whole number from 1 to ${MOST_THRESHOLD}`);
}

function roundOf(text: string | undefined): RoundingBase | null {
  if (text === undefined) return null;
  if (text === '5') return 5;
  if (text === '10') return 10;
  throw new UserError(`--round ${text}: counts are rounded to 5 or to 10`);
}
