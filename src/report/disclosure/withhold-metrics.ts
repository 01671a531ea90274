/** Which figures of which metric are withheld, and the metrics without them. */
import type { Cohort, InternalReport, MetricReport } from '../report.ts';
import { isWithheld } from './cell.ts';
import {
  type DeclaredMetric,
  declaredMetric,
  isAboutWork,
  isWithheldWhole,
  sizesOf,
} from './declared-metric.ts';
import { fewRows } from './few-rows.ts';
import type { DeclaredTable } from './mix.ts';
import { hiddenParts, isRecord } from './parts.ts';
import type { Parts, TablePlan } from './plan.ts';
import { planJudgements } from './plan-judgements.ts';
import { NO_NAMES, NOTHING, type PlannedTables, partsOf, planMixes } from './plan-mixes.ts';
import type { Basis, Rules } from './rules.ts';
import { type TableDecision, withholdTable } from './withhold.ts';

/** The metrics with what must be withheld taken out. */
export function withholdMetrics(report: InternalReport, basis: Basis, rules: Rules): MetricReport[] {
  const decided = decideMetrics(report, basis, rules);
  const { inAll } = fewRows(report, basis, rules);
  return report.metrics.map((metric) => {
    const decisions = decided.get(metric);
    if (metric.status !== 'ok') return metric;
    if (decisions === undefined) return withheldMetric(metric, inAll, rules);
    return { ...metric, tables: decisions.map((one) => withholdTable(one, decisions)) };
  });
}

function withheldMetric(
  { several: _, ...metric }: MetricReport<number>,
  areRowsFew: boolean,
  { threshold }: Rules,
): MetricReport {
  const unit = metric.unit === 'judgements' ? 'cases' : metric.unit;
  const reason = areRowsFew
    ? `the filter leaves fewer than ${2 * threshold} rows in, or fewer than that out`
    : `fewer than ${2 * threshold} ${unit}, or too few of whom the answer is known`;
  return { ...metric, status: 'withheld', message: `Withheld: ${reason}.`, tables: [], notes: [] };
}

/** The decisions for each metric that is shown; the others are withheld altogether. */
export function decideMetrics(
  report: InternalReport,
  basis: Basis,
  rules: Rules,
): Map<MetricReport<number>, TableDecision[]> {
  if (fewRows(report, basis, rules).inAll) return new Map();
  const { unit } = report.provenance;
  const isWork = isAboutWork(basis, unit);
  const shown = report.metrics
    .filter(({ status }) => status === 'ok')
    .map((metric) => declaredMetric(metric, basis, unit))
    .filter((one) => !isWithheldWhole(one, isWork, rules));
  const mixes = planMixes(shown, basis, isWork, rules);
  return new Map(
    shown.map((one) => {
      const judged = one.tables.filter(({ about }) => about.subject === 'judgements');
      const plan = judged.length > 0 ? judgementsPlan(one, judged, mixes, basis, isWork, rules) : mixes;
      return [one.metric, one.tables.map((table) => decisionOf(table, plan, isWork))];
    }),
  );
}

/** All parts of a table of which nothing is withheld. */
function openParts({ parts }: Cohort<number>, { all }: Parts): Parts {
  return { all, shown: (parts ?? []).map(({ by }) => by), hidden: [], unnamed: NO_NAMES };
}

function judgementsPlan(
  one: DeclaredMetric,
  judged: readonly DeclaredTable[],
  mixes: PlannedTables,
  basis: Basis,
  isWork: boolean,
  rules: Rules,
): PlannedTables {
  const parts =
    isWork || basis.by === 'disposal' ? partsOfCourt(one, mixes, basis, isWork, rules) : mixes.parts;
  const plan = planJudgements(judged, parts, basis, rules);
  return { planOf: () => plan, parts };
}

/** Of the work alone, court work hides parts of its own; of disposals those too that are none of the court. */
function partsOfCourt(
  one: DeclaredMetric,
  mixes: PlannedTables,
  basis: Basis,
  isWork: boolean,
  rules: Rules,
): Parts {
  // Which disposals are none of the court is known: that a part has no case of it is no secret, whatever zeros are.
  const byZero = { ...rules, hidesZeros: false };
  const already = isWork ? [] : mixes.parts.hidden;
  const hidden = hiddenParts([sizesOf(one)], new Set(already), isRecord, byZero);
  return partsOf([sizesOf(one)], hidden, basis, byZero);
}

function decisionOf(
  declared: DeclaredTable,
  { planOf, parts }: PlannedTables,
  isWork: boolean,
): TableDecision {
  const { table, about } = declared;
  const isOpen = about.subject === 'work' && isWork;
  return {
    table,
    about: isOpen ? { subject: 'work' } : about,
    plan: isOpen ? NOTHING : planOf(declared),
    parts: isOpen ? openParts(table.cohort, parts) : parts,
    leftOut: about.subject === 'work' ? new Set(['children']) : NO_NAMES,
    onlyCount: about.subject === 'work' && !isWork,
    knownWithheld: knownWithheld(declared, planOf(declared), parts),
  };
}

/** The parts whose number of cases judged is withheld: it is the cohort's `known` in all tables of the metric. */
function knownWithheld({ about }: DeclaredTable, { cells }: TablePlan, parts: Parts): Set<string | null> {
  if (about.subject !== 'judgements') return new Set();
  const names = [parts.all, ...parts.shown];
  const ofCases = [...cells].filter(([row, cell]) => 'judged_cases' in row && isWithheld(cell));
  return new Set(ofCases.map(([row]) => names.find((name) => name === null || name === row.by) ?? null));
}
