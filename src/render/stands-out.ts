/** What stands out, in plain sentences made from the figures that are shown and from nothing else. */
import type { Report } from '../report/report.ts';
import { clearChanges } from './stands-out/changes.ts';
import { unequalWork } from './stands-out/equity.ts';
import { largestGaps } from './stands-out/gaps.ts';
import { unequalGroups } from './stands-out/groups.ts';
import { lowestStandards } from './stands-out/quality.ts';
import { unlikeTeams } from './stands-out/teams.ts';

const FINDERS = [lowestStandards, unequalGroups, unequalWork, unlikeTeams, clearChanges, largestGaps];

/** The sentences, and what else was looked at and found nothing clear in. */
export interface StandsOut {
  readonly sentences: readonly string[];
  readonly without: readonly string[];
}

/** Null where the report has nothing that could stand out. */
export function standsOut(report: Report): StandsOut | null {
  const findings = FINDERS.map((find) => find(report));
  const sentences = findings.flatMap((finding) => finding.sentences);
  const without = findings.flatMap((finding) =>
    finding.sentences.length === 0 && finding.lookedAt !== null ? [finding.lookedAt] : [],
  );
  return sentences.length === 0 && without.length === 0 ? null : { sentences, without };
}
