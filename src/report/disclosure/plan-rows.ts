/** What is withheld of rows that are no mix: counts that stand alone, and rows of another metric's. */
import type { Row } from '../report.ts';
import { type Cell, isWithheld, type Why, withholdLine, withholdSmall } from './cell.ts';
import { chooseNested } from './choose-nested.ts';
import { groupedBy } from './grouped-by.ts';
import { cellsOf, type DeclaredTable, nameOf } from './mix.ts';
import type { TablePlan } from './plan.ts';
import type { Rules } from './rules.ts';

/** A table with what is withheld of it. */
interface Planned {
  readonly declared: DeclaredTable;
  readonly plan: TablePlan;
}

const NOTHING_GONE: TablePlan['gone'] = new Map();

/**
 * Rows that divide those of another metric's table further. Where a row is shown there, what is withheld of its parts
 * must stay in doubt beside it; where it is withheld, its parts are too.
 * @param source the other table with what is withheld of it; null when it is not in the report
 */
export function planDivided(declared: DeclaredTable, source: Planned | null, rules: Rules): TablePlan {
  const cells = cellsOf([declared]);
  withholdSmall([...cells.values()], rules.threshold, rules.hidesZeros);
  const shown = source === null ? null : shownNames(source);
  const names = source === null ? [] : namesOf(source.declared);
  const rowOf = declared.about.within?.row;
  // Such tables have no breakdown.
  for (const [name, rows] of groupedBy([...cells.keys()], (row) => rowOf?.(row, names) ?? '')) {
    const line = rows.flatMap((row) => cells.get(row) ?? []);
    if (shown === null || shown.has(name)) closeSum(line, rules);
    else withholdLine(line, rules.threshold);
  }
  return { cells, gone: NOTHING_GONE };
}

/** Counts that add up to nothing: a small one is withheld, or, where they follow from one another, all of its row. */
export function planAlone(
  { table, about }: DeclaredTable,
  siblings: readonly DeclaredTable[],
  rules: Rules,
): TablePlan {
  const { counts = [], together = [], isWhole, hidesZeros, areBounds } = about.alone ?? {};
  const least = areBounds ? 2 * rules.threshold : rules.threshold;
  const isSmall = (value: unknown) =>
    typeof value === 'number' && value < least && (value > 0 || (hidesZeros ?? rules.hidesZeros));
  const cells = new Map<Row, Cell>();
  const alone = new Map<Row, ReadonlyMap<string, Why>>();
  for (const row of table.rows) {
    const small = counts.filter((key) => isSmall(row[key]));
    if (small.length === 0) continue;
    const areTogether = small.every((key) => together.includes(key));
    const others = areTogether ? together.filter((key) => !small.includes(key)) : [];
    alone.set(row, new Map([...whys(small, 'primary'), ...whys(others, 'secondary')]));
    if (isWhole && !areTogether)
      cells.set(row, { value: Number(row[small[0]]), lowest: 1, figures: 1, why: 'primary' });
  }
  withholdBounds({ table, about }, siblings, alone, rules);
  return { cells, gone: NOTHING_GONE, alone };
}

/** Counts that bound a withheld one in another table. */
function withholdBounds(
  { table, about }: Pick<DeclaredTable, 'table' | 'about'>,
  siblings: readonly DeclaredTable[],
  alone: Map<Row, ReadonlyMap<string, Why>>,
  rules: Rules,
): void {
  const { bounding } = about.alone ?? {};
  const source = siblings.find((one) => one.table.name === bounding?.table);
  if (bounding === undefined || source === undefined) return;
  const bounded = [...(planAlone(source, [], rules).alone?.keys() ?? [])];
  for (const row of table.rows) {
    if (!bounded.some((other) => bounding.on(row, other, rules.threshold))) continue;
    alone.set(row, new Map([...whys(bounding.counts, 'secondary'), ...(alone.get(row) ?? [])]));
  }
}

function whys(keys: readonly string[], why: Why): [string, Why][] {
  return keys.map((key) => [key, why]);
}

function closeSum(line: readonly Cell[], { threshold }: Rules): void {
  if (line.some(isWithheld) && !chooseNested([{ cell: null, rows: line }], threshold))
    withholdLine(line, threshold);
}

function namesOf({ table }: DeclaredTable): string[] {
  return table.rows.map((row) => nameOf(row, table));
}

/** The rows of a table of which the counts are shown. */
function shownNames({ declared: { table }, plan }: Planned): ReadonlySet<string> {
  if ((plan.gone.get(table.name)?.size ?? 0) > 0) return new Set();
  const isShown = (row: Row) => !plan.cells.get(row)?.why;
  return new Set(table.rows.filter(isShown).map((row) => nameOf(row, table)));
}
