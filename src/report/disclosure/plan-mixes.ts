/** What is withheld of all counts that add up, in every metric: the parts of a breakdown first, then the counts of each mix. */
import { ALL } from '../break-down.ts';
import type { Row } from '../report.ts';
import { isWithheld } from './cell.ts';
import { type DeclaredMetric, isOfChildren, sizesOf } from './declared-metric.ts';
import { type DeclaredTable, type Mix, mixesOf, nameOf, rowsOf, tablesOf } from './mix.ts';
import { hiddenParts, isRecord, type PartSize } from './parts.ts';
import { type Parts, planMix, planNothing, type TablePlan } from './plan.ts';
import type { Basis, Rules } from './rules.ts';
import type { Told } from './told-sums.ts';

export interface PlannedTables {
  readonly planOf: (table: DeclaredTable) => TablePlan;
  readonly parts: Parts;
}

export const NOTHING: TablePlan = { cells: new Map<Row, never>(), gone: new Map() };
export const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * Plans all mixes with the same hidden parts. A row that is the size of a part is withheld where the part is hidden,
 * and hides its part where it is withheld; that is repeated until both agree.
 */
export function planMixes(
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

/** Sizes without the disposals that are none of the court, of which that is known. */
function courtSizes(one: DeclaredMetric, { by }: Basis): readonly PartSize[] {
  return by === 'disposal' && one.tables.some(({ about }) => about.subject === 'judgements')
    ? sizesOf(one).filter(({ n }) => n > 0)
    : sizesOf(one);
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

export function partsOf(
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
