/** What stands out, in plain sentences made from the figures that are shown and from nothing else. */
import { isNumber, type Report } from '../report/report.ts';
import { sectionsOf } from './sections-of.ts';
import { clearChanges } from './stands-out/changes.ts';
import { unequalWork } from './stands-out/equity.ts';
import { factsOf } from './stands-out/facts.ts';
import { asSentence, type Finding, isFiltered } from './stands-out/finding.ts';
import { largestGaps } from './stands-out/gaps.ts';
import { unequalGroups } from './stands-out/groups.ts';
import { notShown } from './stands-out/not-shown.ts';
import { lowStandards } from './stands-out/quality.ts';
import { unlikeTeams } from './stands-out/teams.ts';

const FINDERS = [lowStandards, unequalGroups, unequalWork, unlikeTeams, clearChanges, largestGaps, notShown];

/** Sentences of one kind, and what is said above them. */
export interface StandsOutPart {
  readonly kind: 'facts' | keyof Finding;
  readonly lead: string;
  readonly sentences: readonly string[];
}

/**
 * The parts of which something is to be said, in the order in which they are read: the report in figures, what is rated
 * low, what is clear, what is missing, and what was looked at without anything being clear or told.
 *
 * @param report as it is shown: what is withheld is told nowhere
 * @returns null where nothing can be said
 */
export function standsOut(report: Report): readonly StandsOutPart[] | null {
  // What is said of the report is said of the parts that it shows.
  const shown = { ...report, metrics: sectionsOf(report).filter((section) => section !== 'summary') };
  const findings = FINDERS.map((find) => find(shown));
  const parts = KINDS.map(({ kind, lead }): StandsOutPart => {
    const sentences = kind === 'facts' ? factsOf(shown) : findings.flatMap((finding) => finding[kind] ?? []);
    return { kind, lead: lead(report), sentences: sentences.map(asSentence) };
  }).filter(({ sentences }) => sentences.length > 0);
  return parts.length === 0 ? null : parts;
}

const KINDS: readonly { kind: StandsOutPart['kind']; lead: (report: Report) => string }[] = [
  { kind: 'facts', lead: factsLead },
  {
    kind: 'ratings',
    lead: () => 'Court quality below Good (indicative self-audit, not an inspection rating)',
  },
  {
    kind: 'clear',
    lead: () => 'Clear after correction for all that was compared (a difference does not say why)',
  },
  { kind: 'missing', lead: () => 'Missing data' },
  { kind: 'notClear', lead: () => 'Looked at and not clear' },
  { kind: 'tooFew', lead: () => 'Too few to say' },
  { kind: 'withheld', lead: withheldLead },
];

/** Whom the figures are of: with a filter not the whole service. */
function factsLead({ provenance: { options } }: Report): string {
  return isFiltered(options) ? 'In figures, of the chosen cases alone' : 'In figures';
}

function withheldLead({ provenance: { round } }: Report): string {
  return isNumber(round)
    ? 'Cannot be told from rounded counts'
    : 'Cannot be told, since small numbers are withheld';
}
