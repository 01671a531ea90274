/** What is withheld of all counts that add up, in every metric: the parts of a breakdown first, then the counts of each mix. */
import { ALL } from '../break-down.ts';
import type { Row } from '../report.ts';
import { isWithheld, withholdLine } from './cell.ts';
import { type DeclaredMetric, isMixed, isOfChildren, sizesOf } from './declared-metric.ts';
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
  const mixes = ofChildren
    .flatMap(({ tables }) => mixesOf(tables.filter((table) => isMixed(table, isWork))))
    // What is withheld of a table decides what is withheld of those that are the same.
    .sort((one, other) => Number(isSame(one)) - Number(isSame(other)));
  // What is counted and what is left out make the rows of a part, the same in every metric: so all hide the same parts.
  const judged = isWork ? [] : shown.filter((one) => !ofChildren.includes(one));
  const whole = [...ofChildren, ...judged].map((one) => courtSizes(one, basis));
  const sizes = [...whole, ...mixes.flatMap((mix) => sizesApart(mix, shown, basis))];
  for (let hidden = new Set<string>(); ; ) {
    hidden = hiddenParts(sizes, hidden, isRecord, rules);
    const parts = partsOf(sizes, hidden, basis, rules);
    const plans = new Map<Mix, TablePlan>();
    for (const mix of mixes) {
      const same = sameRows(mix, shown, plans);
      const plan =
        same === null || listsMissingPart(mix, parts, basis, rules)
          ? planNothing(mix, parts)
          : planMix(
              mix,
              parts,
              new Set([...forcedRows(mix, parts, basis), ...same]),
              toldOf(mix, shown, basis),
              rules,
            );
      plans.set(mix, mix.isSlice ? slicePlan(mix, plan, rules) : plan);
    }
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

/** The plan of a table: that of its mix, or those of all its slices. */
function planFinder(plans: ReadonlyMap<Mix, TablePlan>): PlannedTables['planOf'] {
  return (wanted) => {
    const found = [...plans].filter(([mix]) => mix.of.includes(wanted)).map(([, plan]) => plan);
    const [first = NOTHING] = found;
    // A table goes where all of its slices do.
    const isGone = found.every(({ gone }) => (gone.get(wanted.table.name)?.size ?? 0) > 0);
    return {
      cells: new Map(found.flatMap(({ cells }) => [...cells])),
      gone: isGone ? first.gone : new Map(),
    };
  };
}

function isSame({ top }: Mix): boolean {
  return top.about.same !== undefined;
}

/** The rows, by name, that are withheld in the table that this one is the same as; null when all of that is. */
function sameRows(
  { top: { about } }: Mix,
  shown: readonly DeclaredMetric[],
  plans: ReadonlyMap<Mix, TablePlan>,
): ReadonlySet<string> | null {
  if (about.same === undefined) return NO_NAMES;
  const { metric, table } = about.same;
  const source = shown
    .find((one) => one.metric.name === metric)
    ?.tables.find((one) => one.table.name === table);
  if (source === undefined) return NO_NAMES;
  const { cells, gone } = planFinder(plans)(source);
  if (gone.get(table)?.size) return null;
  return new Set(
    source.table.rows.filter((row) => cells.get(row)?.why).map((row) => nameOf(row, source.table)),
  );
}

/**
 * The plan of a slice, whose rows stay in the table where it is withheld whole: all its counts are codes then. Where so
 * few are known that their sum tells of them, the not known go with them.
 */
function slicePlan(mix: Mix, { cells, gone }: TablePlan, { threshold }: Rules): TablePlan {
  const { rows } = mix.top.table;
  const known = rows.reduce((sum, row) => sum + (cells.get(row)?.value ?? 0), 0);
  const isFew = known > 0 && known < threshold;
  for (const { table } of tablesOf(mix)) {
    if (!isFew && !gone.get(table.name)?.size) continue;
    for (const row of table.rows) {
      const cell = cells.get(row) ?? (isFew ? { value: 0, lowest: 0, figures: 1, why: null } : null);
      if (cell === null) continue;
      cell.why = null;
      withholdLine([cell], threshold);
      cells.set(row, cell);
    }
  }
  return { cells, gone };
}
