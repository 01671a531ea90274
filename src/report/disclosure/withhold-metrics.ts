/** Which figures of which metric are withheld, and the metrics without them. */
import type { AlsoFollows } from '../../metrics/define-metric.ts';
import { INTERNAL_BREAKDOWN } from '../build-report.ts';
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
import { planDivision } from './plan-division.ts';
import { planJudgements } from './plan-judgements.ts';
import { NO_NAMES, NOTHING, type PlannedTables, partsOf, planMixes } from './plan-mixes.ts';
import { planAlone, planDivided } from './plan-rows.ts';
import type { Basis, Rules } from './rules.ts';
import { type TableDecision, withholdTable } from './withhold.ts';

/** The metrics with what must be withheld taken out. */
export function withholdMetrics(report: InternalReport, basis: Basis, rules: Rules): MetricReport[] {
  const decided = decideMetrics(report, basis, rules);
  const { inAll } = fewRows(report, basis, rules);
  return report.metrics.map((metric) => {
    const decisions = decided.get(metric);
    if (metric.status !== 'ok') return metric;
    if (decisions === undefined) return withheldMetric(metric, reasonOf(metric, basis, inAll, rules));
    const removed = decisions.flatMap(({ plan }) => plan.removed?.names ?? []);
    return {
      ...metric,
      tables: decisions.map((one) => withholdTable(one, decisions)),
      notes: [...removedNotes(removed), ...metric.notes],
    };
  });
}

function removedNotes(names: readonly string[]): string[] {
  return names.length === 0
    ? []
    : [`Withheld whole, as single rows would tell too much: ${names.join(', ')}.`];
}

function withheldMetric({ several: _, ...metric }: MetricReport<number>, message: string): MetricReport {
  return { ...metric, status: 'withheld', message, tables: [], notes: [] };
}

function reasonOf(
  { name, unit }: MetricReport<number>,
  basis: Basis,
  areRowsFew: boolean,
  { threshold }: Rules,
): string {
  if (isInternalBreakdown(name, basis)) return INTERNAL_BREAKDOWN;
  const least = 2 * threshold;
  if (areRowsFew) {
    return `Withheld: the filter leaves fewer than ${least} rows in, or fewer than that out.`;
  }
  const counted = unit === 'judgements' ? 'cases' : unit;
  return `Withheld: fewer than ${least} ${counted}, or too few of whom the answer is known.`;
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
    .filter(({ status, name }) => status === 'ok' && !isInternalBreakdown(name, basis))
    .map((metric) => declaredMetric(metric, basis, unit))
    .filter((one) => !isWithheldWhole(one, isWork, rules));
  const mixes = planMixes(shown, basis, isWork, rules);
  return new Map(
    shown.map((one) => {
      const judged = one.tables.filter(isJudged);
      const plans = judged.some(({ about }) => about.count !== undefined)
        ? judgementsPlan(one, judged, mixes, basis, isWork, rules)
        : mixes;
      const planOf = (table: DeclaredTable) =>
        planOfRows(table, one, shown, mixes, rules) ?? plans.planOf(table);
      return [one.metric, one.tables.map((table) => decisionOf(table, { ...plans, planOf }, isWork, rules))];
    }),
  );
}

/** Whether a metric divides too finely to be shared for each value of the breakdown. */
function isInternalBreakdown(name: string, { metrics, by }: Basis): boolean {
  return by !== null && metrics.find((metric) => metric.name === name)?.breakdown === 'internal';
}

/** Judgements of which each case answers several, and what follows from them. */
function isJudged({ about }: DeclaredTable): boolean {
  return about.subject === 'judgements' && about.divided === undefined;
}

/** The plan of a table whose rows are no mix; null for the others. */
function planOfRows(
  table: DeclaredTable,
  { tables }: DeclaredMetric,
  shown: readonly DeclaredMetric[],
  mixes: PlannedTables,
  rules: Rules,
): TablePlan | null {
  const { alone, divided, within } = table.about;
  if (alone !== undefined) return planAlone(table, tables, rules);
  if (divided !== undefined) return planDivision(table, rules);
  if (within?.metric === undefined) return null;
  const source = shown
    .find(({ metric }) => metric.name === within.metric)
    ?.tables.find((one) => one.table.name === within.table);
  const planned = source === undefined ? null : { declared: source, plan: mixes.planOf(source) };
  return planDivided(table, planned, rules);
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
  { threshold, hidesZeros }: Rules,
): TableDecision {
  const { table, about, columns } = declared;
  const isOpen = about.subject === 'work' && isWork;
  return {
    table,
    publicKeys: new Set(columns.filter((column) => 'isPublic' in column).map(({ key }) => key)),
    rows: table.rows,
    isInternal: (row) => (threshold > 1 || hidesZeros) && (about.internalRows?.(row) ?? false),
    alsoFollows: isOpen ? new Map() : alsoFollows(declared),
    about: isOpen ? { subject: 'work' } : about,
    plan: isOpen ? NOTHING : about.rowsTell ? withheldWhole(table, parts) : planOf(declared),
    parts: isOpen ? openParts(table.cohort, parts) : parts,
    leftOut: about.subject === 'work' ? new Set(['children']) : NO_NAMES,
    onlyCount: about.subject === 'work' && !isWork,
    knownWithheld: knownWithheld(declared, planOf(declared), parts),
  };
}

function withheldWhole({ name }: DeclaredTable['table'], { all, shown }: Parts): TablePlan {
  return { ...NOTHING, gone: new Map([[name, new Set([all, ...shown])]]) };
}

/** The parts whose number of cases judged is withheld: it is the cohort's `known` in all tables of the metric. */
function knownWithheld({ about }: DeclaredTable, { cells }: TablePlan, parts: Parts): Set<string | null> {
  if (about.subject !== 'judgements') return new Set();
  const names = [parts.all, ...parts.shown];
  const ofCases = [...cells].filter(([row, cell]) => 'judged_cases' in row && isWithheld(cell));
  return new Set(ofCases.map(([row]) => names.find((name) => name === null || name === row.by) ?? null));
}

/** The columns whose figures all follow from a row besides their own, with that row; bounds follow with their figure. */
function alsoFollows({ columns }: DeclaredTable): Map<string, AlsoFollows> {
  const fromOf = (key: string) => {
    const column = columns.find((one) => one.key === key);
    return column !== undefined && 'alsoFollows' in column ? column.alsoFollows : undefined;
  };
  return new Map(
    columns.flatMap((column) => {
      const from = fromOf('of' in column ? column.of : column.key);
      return from === undefined ? [] : [[column.key, from] as const];
    }),
  );
}
