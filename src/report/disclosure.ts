/**
 * The one door to anything that is shared: from a report with all its numbers to one in which small numbers are
 * withheld, or all counts are rounded. Behind it a withheld figure has no number left anywhere.
 *
 * A count from 1 to below the threshold is withheld, and with it what would reveal it: further counts, chosen in
 * disclosure/plan.ts so that a reader who knows every published figure and every sum must still allow for `threshold`
 * more at the most than at the least; and all that follows from a withheld count. What it cannot know is another
 * report: last month's, or one of another filter, may be subtracted from this one.
 */

import { severalNote } from './build-report.ts';
import { isAboutWork } from './disclosure/declared-metric.ts';
import { fewRows, isFilteredByChildren } from './disclosure/few-rows.ts';
import { type RoundingBase, roundCount, roundMetrics } from './disclosure/round-report.ts';
import type { Basis, Rules } from './disclosure/rules.ts';
import { roundedSentence, withheldFigures, withheldSentence } from './disclosure/sentences.ts';
import { withholdMetrics } from './disclosure/withhold-metrics.ts';
import {
  type Count,
  type Input,
  type InternalReport,
  type MetricReport,
  type Report,
  type ReportedProblem,
  WITHHELD,
} from './report.ts';

/** How a report is made fit to be shared. */
export interface Sharing {
  /** Counts from 1 to below it are withheld. */
  readonly threshold: number;
  readonly zeros: 'show' | 'hide';
  /** Whether tables that name staff are shown. */
  readonly byWorker: boolean;
  /** Counts are rounded instead of withheld. */
  readonly round: RoundingBase | null;
}

export const DEFAULT_SHARING: Sharing = { threshold: 5, zeros: 'show', byWorker: false, round: null };

export const MOST_THRESHOLD = 100;

export function isThreshold(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= MOST_THRESHOLD;
}

/** A report that may leave the desk, by the rules of `sharing`. */
export function shareReport(report: InternalReport, basis: Basis, sharing: Sharing): Report {
  if (sharing.round !== null) return roundedReport(report, basis, sharing.round);
  const rules: Rules = { threshold: sharing.threshold, hidesZeros: sharing.zeros === 'hide' };
  const metrics = withholdMetrics(report, basis, rules);
  const seen = metrics.filter(({ name }) => basis.shown?.has(name) ?? true);
  const hidesRows = fewRows(report, basis, rules).inFiles;
  const hide = (count: number) => (hidesRows ? WITHHELD : count);
  return {
    ...report,
    provenance: {
      ...report.provenance,
      disclosure: 'shareable',
      threshold: sharing.threshold,
      zeros: sharing.zeros,
      inputs: inputsWith(report.provenance.inputs, hide),
      ...besideWith(report, isFilteredByChildren(basis) ? () => WITHHELD : (count) => count),
    },
    metrics,
    problems: problemsByRule(report, hide),
    disclosure: { withheld: withheldFigures(seen), sentence: withheldSentence(seen, rules) },
  };
}

function roundedReport(report: InternalReport, basis: Basis, round: RoundingBase): Report {
  const roundRows = (count: number) => (isFilteredByChildren(basis) ? roundCount(count, round) : count);
  const metrics = roundMetrics(
    report.metrics,
    basis.metrics,
    round,
    isAboutWork(basis, report.provenance.unit),
  ).map((metric, index) => ({
    ...metric,
    ...roundSeveral(report.metrics[index], basis, round),
  }));
  return {
    ...report,
    provenance: {
      ...report.provenance,
      disclosure: 'shareable',
      threshold: null,
      round,
      inputs: inputsWith(report.provenance.inputs, roundRows),
      ...besideWith(report, roundRows),
    },
    metrics,
    problems: problemsByRule(report, roundRows),
    disclosure: { withheld: 0, sentence: roundedSentence(round) },
  };
}

/** The inputs with those row counts that a filter makes telling. */
function inputsWith<I extends Input>(inputs: readonly I[], shown: (count: number) => Count) {
  return inputs.map((input) => ({
    ...input,
    used: shown(input.used),
    outOfScope: shown(input.outOfScope),
  }));
}

/** The same of further caseloads; a filter is not looked into for each of them. */
function besideWith({ provenance: { beside } }: InternalReport, shown: (count: number) => Count) {
  return beside === undefined ? {} : { beside: inputsWith(beside, shown) };
}

/** The number of children in several values of a breakdown, where a note gives it. */
function roundSeveral({ several, notes }: MetricReport<number>, { by }: Basis, round: RoundingBase) {
  if (several === undefined || by === null) return {};
  const count = roundCount(several, round);
  const [before, after] = [severalNote(several, by), severalNote(count, by)];
  return { several: count, notes: notes.map((note) => (note === before ? after : note)) };
}

/** The problems by rule alone: no file, line or label. */
function problemsByRule({ problems }: InternalReport, shown: (count: number) => Count): ReportedProblem[] {
  const counts = new Map<string, number>();
  for (const { rule, count } of problems) counts.set(rule, (counts.get(rule) ?? 0) + count);
  return [...counts].flatMap(([rule, count]) => {
    const first = problems.find((problem) => problem.rule === rule);
    if (first === undefined) return [];
    const { severity, message } = first;
    return [{ rule, severity, message, count: shown(count) }];
  });
}
