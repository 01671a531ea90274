/** What stands out, in plain sentences made from the figures that are shown and from nothing else. */
import type { Report } from '../../report/report.ts';
import { type Html, html } from './markup.ts';
import { list } from './section.ts';
import { clearChanges } from './stands-out/changes.ts';
import { unequalWork } from './stands-out/equity.ts';
import { largestGaps } from './stands-out/gaps.ts';
import { unequalGroups } from './stands-out/groups.ts';
import { lowestStandards } from './stands-out/quality.ts';
import { unlikeTeams } from './stands-out/teams.ts';

const FINDERS = [lowestStandards, unequalGroups, unequalWork, unlikeTeams, clearChanges, largestGaps];

/** The sentences, and what else was looked at and found nothing clear in. */
export function standsOut(report: Report): {
  readonly sentences: readonly string[];
  readonly without: readonly string[];
} {
  const findings = FINDERS.map((find) => find(report));
  return {
    sentences: findings.flatMap(({ sentences }) => sentences),
    without: findings.flatMap(({ sentences, lookedAt }) =>
      sentences.length === 0 && lookedAt !== null ? [lookedAt] : [],
    ),
  };
}

/** The first section of the page; none where the report has nothing that could stand out. */
export function summary(report: Report): Html | null {
  const { sentences, without } = standsOut(report);
  if (sentences.length === 0 && without.length === 0) return null;
  const lead =
    sentences.length === 0
      ? html`<p>Nothing stands out clearly. Looked at were:</p>\n${list(without)}`
      : html`${list(sentences)}${without.length === 0 ? null : html`<p class="quiet">Nothing clear in: ${without.join('; ')}.</p>\n`}`;
  return html`<section class="stands-out" aria-labelledby="stands-out">
<h2 id="stands-out">What stands out</h2>
${lead}</section>
`;
}
