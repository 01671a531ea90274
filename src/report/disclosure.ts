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
import { WORK_COLUMNS } from './disclosure/parts.ts';
import type { Rules } from './disclosure/plan.ts';
import { type RoundingBase, roundCount, roundMetrics } from './disclosure/round-report.ts';
import { type Basis, withholdMetrics } from './disclosure/withhold-metrics.ts';
import {
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

/** A report that may leave the desk, by the rules of `sharing`. */
export function shareReport(report: InternalReport, basis: Basis, sharing: Sharing): Report {
  if (sharing.round !== null) return roundedReport(report, basis, sharing.round);
  const rules: Rules = { threshold: sharing.threshold, hidesZeros: sharing.zeros === 'hide' };
  const metrics = withholdMetrics(report, basis, rules);
  const isFew = (input: Input) => areFewRows(input, basis, rules);
  return {
    ...report,
    provenance: {
      ...report.provenance,
      disclosure: 'shareable',
      threshold: sharing.threshold,
      zeros: sharing.zeros,
      inputs: report.provenance.inputs.map((input) =>
        isFew(input) ? { ...input, used: WITHHELD, outOfScope: WITHHELD } : input,
      ),
    },
    metrics,
    problems: problemsByRule(report, report.provenance.inputs.some(isFew)),
    disclosure: { withheld: withheldFigures(metrics), sentence: sentenceOf(metrics, rules) },
  };
}

function roundedReport(report: InternalReport, basis: Basis, round: RoundingBase): Report {
  const metrics = roundMetrics(report.metrics, basis.metrics, round).map((metric, index) => ({
    ...metric,
    ...roundSeveral(report.metrics[index], basis, round),
  }));
  return {
    ...report,
    provenance: { ...report.provenance, disclosure: 'shareable', threshold: null, round },
    metrics,
    problems: problemsByRule(report, false),
    disclosure: {
      withheld: 0,
      sentence: `Counts are rounded to the nearest ${round}, each on its own, so they may not add; [k] is not 0 but rounds to it. ${CANNOT}`,
    },
  };
}

/** The number of children in several values of a breakdown, where a note gives it. */
function roundSeveral({ several, notes }: MetricReport<number>, { by }: Basis, round: RoundingBase) {
  if (several === undefined || by === null) return {};
  const count = roundCount(several, round);
  const [before, after] = [severalNote(several, by), severalNote(count, by)];
  return { several: count, notes: notes.map((note) => (note === before ? after : note)) };
}

/** Under a filter on what is known of children, few rows in or out of it are as telling as few children. */
function areFewRows({ used, outOfScope }: Input, { filters }: Basis, { threshold }: Rules): boolean {
  const isOfChildren = filters.some((name) => !WORK_COLUMNS.has(name));
  return isOfChildren && Math.min(used, outOfScope) < 2 * threshold;
}

/** The problems by rule alone: no file, line or label. */
function problemsByRule({ problems }: InternalReport, isWithheld: boolean): ReportedProblem[] {
  const counts = new Map<string, number>();
  for (const { rule, count } of problems) counts.set(rule, (counts.get(rule) ?? 0) + count);
  return [...counts].flatMap(([rule, count]) => {
    const first = problems.find((problem) => problem.rule === rule);
    if (first === undefined) return [];
    const { severity, message } = first;
    return [{ rule, severity, message, count: isWithheld ? WITHHELD : count }];
  });
}

function withheldFigures(metrics: readonly MetricReport[]): number {
  const rows = metrics.flatMap(({ tables }) => tables.flatMap((table) => table.rows));
  return rows.reduce((sum, row) => sum + Object.values(row).filter((cell) => cell === WITHHELD).length, 0);
}

const CANNOT =
  'Somebody who holds another report, of last month or of another filter, can subtract; who leads on information governance decides what is published.';

function sentenceOf(metrics: readonly MetricReport[], { threshold, hidesZeros }: Rules): string {
  const rule = `counts under ${threshold}${hidesZeros ? ', zeros' : ''}, and what would reveal them`;
  const shown = metrics.filter(({ status }) => status === 'ok');
  if (shown.length === 0) return `Nothing in this report may be shown (rule: ${rule}).`;
  const figures = withheldFigures(metrics);
  const whole = shown.flatMap(({ tables }) => tables.filter(({ withheld }) => withheld)).length;
  const withheld = metrics.filter(({ status }) => status === 'withheld').length;
  const parts = [
    ...(figures === 0 && whole + withheld > 0 ? [] : [figures === 1 ? '1 figure' : `${figures} figures`]),
    ...(whole === 0 ? [] : [whole === 1 ? '1 whole table' : `${whole} whole tables`]),
    ...(withheld === 0 ? [] : [withheld === 1 ? '1 metric' : `${withheld} metrics`]),
  ];
  return `Small numbers withheld to protect children: ${parts.join(', ')} (rule: ${rule}). ${CANNOT}`;
}
