/** Which figures of which metric are withheld: the parts of a breakdown first, then the counts of each table. */
import type { ColumnName } from '../../caseload/columns.ts';
import { NOT_KNOWN, NOT_MAPPED } from '../../caseload/groups.ts';
import type { About, Metric } from '../../metrics/define-metric.ts';
import { ALL } from '../break-down.ts';
import type { Cohort, InternalReport, MetricReport, Provenance, Row } from '../report.ts';
import { inUnit } from '../units.ts';
import { isWithheld } from './cell.ts';
import { fewRows } from './few-rows.ts';
import { type DeclaredTable, type Mix, mixesOf, nameOf, rowsOf, tablesOf } from './mix.ts';
import { hiddenParts, isTooSmall, type PartSize, WORK_COLUMNS } from './parts.ts';
import { type Parts, planMix, planNothing, type Rules, type TablePlan } from './plan.ts';
import { planJudgements } from './plan-judgements.ts';
import type { Told } from './told-sums.ts';
import { type TableDecision, withholdTable } from './withhold.ts';

/** What a report was made of, besides its numbers. */
export interface Basis {
  /** The catalogue entries of its metrics. */
  readonly metrics: readonly Metric[];
  /** The column of its breakdown. */
  readonly by: ColumnName | null;
  /** The columns of its filters. */
  readonly filters: readonly ColumnName[];
}

/** A metric with what was declared of its tables. */
interface DeclaredMetric {
  readonly metric: MetricReport<number>;
  readonly tables: readonly DeclaredTable[];
}

const NOTHING: TablePlan = { cells: new Map<Row, never>(), gone: new Map() };
const NO_NAMES: ReadonlySet<string> = new Set();

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

function declaredMetric(
  metric: MetricReport<number>,
  { metrics }: Basis,
  unit: Provenance['unit'],
): DeclaredMetric {
  const spec = metrics.find(({ name }) => name === metric.name);
  const tables = metric.tables.map((table): DeclaredTable => {
    const declared = spec?.tables.find(({ name }) => name === table.name);
    if (declared === undefined) throw new Error(`${metric.name} declares no table ${table.name}`);
    return { table, about: inUnit(declared, unit).about };
  });
  return { metric, tables };
}

/** Figures by worker and team alone are about the work; where rows are cases only, nothing tells them apart. */
function isAboutWork({ by, filters }: Basis, unit: Provenance['unit']): boolean {
  return (
    unit === 'children' && [...filters, ...(by === null ? [] : [by])].every((name) => WORK_COLUMNS.has(name))
  );
}

/** Whether the rows of a table are counts of children, or are treated as such. */
function isOfChildren({ subject }: About, isWork: boolean): boolean {
  return subject === 'children' || (subject === 'work' && !isWork);
}

function isWithheldWhole({ tables }: DeclaredMetric, isWork: boolean, { threshold }: Rules): boolean {
  return tables.some(({ table, about }) => {
    if (about.subject === 'work' && isWork) return false;
    return isTooSmall(sizeOf(table.cohort, about), threshold);
  });
}

/** Of judgements only the cases count: how few were judged is dealt with row by row. */
function sizeOf<S extends { n: number; known: number }>(size: S, { subject }: About): S {
  return subject === 'children' ? size : { ...size, known: size.n };
}

function sizesOf({ tables }: DeclaredMetric): readonly PartSize[] {
  const [first] = tables;
  return first === undefined ? [] : (first.table.cohort.parts ?? []).map((size) => sizeOf(size, first.about));
}

/** Sizes without the disposals that are none of the court, of which that is known. */
function courtSizes(one: DeclaredMetric, { by }: Basis): readonly PartSize[] {
  return by === 'disposal' && one.tables.some(({ about }) => about.subject === 'judgements')
    ? sizesOf(one).filter(({ n }) => n > 0)
    : sizesOf(one);
}

function isRecord(part: string): boolean {
  return part === NOT_KNOWN || part === NOT_MAPPED;
}

interface PlannedTables {
  readonly planOf: (table: DeclaredTable) => TablePlan;
  readonly parts: Parts;
}

/**
 * Plans all mixes with the same hidden parts. A row that is the size of a part is withheld where the part is hidden,
 * and hides its part where it is withheld; that is repeated until both agree.
 */
function planMixes(
  shown: readonly DeclaredMetric[],
  basis: Basis,
  isWork: boolean,
  rules: Rules,
): PlannedTables {
  const ofChildren = shown.filter(({ tables }) => tables.some(({ about }) => isOfChildren(about, isWork)));
  const mixes = ofChildren.flatMap(({ tables }) =>
    mixesOf(tables.filter(({ about }) => about.count !== undefined && isOfChildren(about, isWork))),
  );
  // What is counted and what is left out make the rows of a part, the same in every metric: so all hide the same parts.
  const judged = isWork ? [] : shown.filter((one) => !ofChildren.includes(one));
  const whole = [...ofChildren, ...judged].map((one) => courtSizes(one, basis));
  const sizes = [...whole, ...mixes.flatMap((mix) => sizesApart(mix, shown, basis))];
  for (let hidden = new Set<string>(); ; ) {
    hidden = hiddenParts(sizes, hidden, isRecord, rules);
    const parts = partsOf(sizes, hidden, basis, rules);
    const plans = new Map(
      mixes.map((mix) => [
        mix,
        listsMissingPart(mix, parts, basis, rules)
          ? planNothing(mix, parts)
          : planMix(mix, parts, forcedRows(mix, parts, basis), toldOf(mix, shown, basis), rules),
      ]),
    );
    const revealing = [...plans].flatMap(([mix, plan]) => partsToHide(mix, plan, parts, basis));
    if (revealing.length === 0) return { planOf: planFinder(plans), parts };
    for (const part of revealing) hidden.add(part);
  }
}

/** The sizes of parts that are rows of a mix, where another cohort tells what some of them add up to. */
function sizesApart(mix: Mix, shown: readonly DeclaredMetric[], basis: Basis): PartSize[][] {
  if (!isSizes(mix, basis)) return [];
  const { table } = mix.top;
  const sizes = table.cohort.parts ?? [];
  return toldOf(mix, shown, basis).map(({ tells }) => {
    const apart = table.rows.filter(tells.apart).map((row) => nameOf(row, table));
    return sizes.filter(({ by }) => apart.includes(by));
  });
}

/** What the cohorts of the metrics shown tell of a mix. */
function toldOf(mix: Mix, shown: readonly DeclaredMetric[], { metrics }: Basis): Told[] {
  const own = shown.find(({ tables }) => tables.includes(mix.top));
  return shown.flatMap(({ metric, tables: [first] }) => {
    const { tells = [] } = metrics.find(({ name }) => name === metric.name) ?? {};
    return tells
      .filter((one) => one.metric === own?.metric.name)
      .map((one) => ({ tells: one, cohort: first.table.cohort }));
  });
}

function partsOf(
  sizes: readonly (readonly PartSize[])[],
  hidden: ReadonlySet<string>,
  { by }: Basis,
  { hidesZeros }: Rules,
): Parts {
  const names = [...new Set(sizes.flat().map((size) => size.by))];
  const isEmpty = (name: string) =>
    !hidesZeros && sizes.flat().every((size) => size.by !== name || size.n === 0);
  const people = names.filter((name) => !isRecord(name) && !isEmpty(name));
  // A part that has all but the not known is as large as the whole less these: there is nothing to name.
  const isUnnamed = (name: string) => isRecord(name) || people.length === 1;
  return {
    all: by === null ? null : ALL,
    shown: names.filter((name) => !hidden.has(name)),
    hidden: names.filter((name) => hidden.has(name) && !isEmpty(name)),
    unnamed: new Set(names.filter((name) => isEmpty(name) || (hidden.has(name) && isUnnamed(name)))),
  };
}

/** All parts of a table of which nothing is withheld. */
function openParts({ parts }: Cohort<number>, { all }: Parts): Parts {
  return { all, shown: (parts ?? []).map(({ by }) => by), hidden: [], unnamed: NO_NAMES };
}

function isSizes({ top }: Mix, { by }: Basis): boolean {
  return by !== null && (top.about.sizesOf?.includes(by) ?? false);
}

/** A breakdown has no part for a value that nobody has, so a hidden zero among its values is none. */
function listsMissingPart(mix: Mix, { all }: Parts, basis: Basis, { hidesZeros }: Rules): boolean {
  const { table, about } = mix.top;
  const isZero = (row: Row) => row[about.count ?? ''] === 0 && !about.record?.includes(nameOf(row, table));
  return hidesZeros && isSizes(mix, basis) && rowsOf(table, all).some(isZero);
}

function forcedRows(mix: Mix, { hidden }: Parts, basis: Basis): ReadonlySet<string> {
  return isSizes(mix, basis) ? new Set(hidden) : NO_NAMES;
}

/** Shown parts whose size is withheld in the table that lists it. */
function partsToHide(mix: Mix, plan: TablePlan, parts: Parts, basis: Basis): string[] {
  if (!isSizes(mix, basis)) return [];
  const { table } = mix.top;
  if (plan.gone.get(table.name)?.has(parts.all)) return [...parts.shown];
  const withheld = rowsOf(table, parts.all).filter((row) => {
    const cell = plan.cells.get(row);
    return cell !== undefined && isWithheld(cell);
  });
  return withheld.map((row) => nameOf(row, table)).filter((name) => parts.shown.includes(name));
}

function planFinder(plans: ReadonlyMap<Mix, TablePlan>): PlannedTables['planOf'] {
  return (wanted) => {
    const found = [...plans].find(([mix]) => tablesOf(mix).includes(wanted));
    return found === undefined ? NOTHING : found[1];
  };
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
  const plan = planJudgements(judged, parts, rules);
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
