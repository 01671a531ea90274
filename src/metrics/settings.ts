/** What is set for a report, by flags or the config file, besides the files and columns: the same for all metrics. */
import type { ColumnName } from '../caseload/columns.ts';
import type { ByEthnicGroup } from '../reference/populations.ts';
import { EXAMPLE_TARGETS, type Target } from '../reference/targets.ts';

/** The local population that a caseload is compared with. */
export interface Baseline {
  readonly area: string;
  /** Residents aged 10 to 17. */
  readonly byEthnicGroup: ByEthnicGroup;
  /** Whose figures, of which year if they say, and what to beware of: printed with every figure. */
  readonly year: number | null;
  readonly source: string;
  readonly caution: string | null;
}

export interface Settings {
  readonly baseline: Baseline | null;
  /** Asian, Black, Mixed and Other together, beside each on its own. */
  readonly combined: boolean;
  /** Marks ratios outside 0.8 to 1.25. */
  readonly fourFifths: boolean;
  readonly targets: readonly Target<ColumnName>[];
  /** Court work by worker, beside by team. */
  readonly byWorker: boolean;
  /** How many month-ends the trend looks back. */
  readonly trendMonths: number;
  /** How many months ahead birthdays are looked for. */
  readonly monthsAhead: number;
  /** The most open cases that one worker should hold, where the service has said so: there is no national figure. */
  readonly caseLimit: number | null;
  /** Whether the inspection framework that is looked to has bands for the share of cases judged sufficient. */
  readonly hasQualityBands: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  baseline: null,
  combined: false,
  fourFifths: false,
  targets: EXAMPLE_TARGETS,
  byWorker: false,
  trendMonths: 24,
  monthsAhead: 12,
  caseLimit: null,
  hasQualityBands: true,
};
