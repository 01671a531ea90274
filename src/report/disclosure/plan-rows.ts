/** What is withheld of rows that are no mix: parts of judgements, counts that stand alone, rows of another metric's. */
import type { Row } from '../report.ts';
import { type Cell, isWithheld, type Why, withholdLine, withholdSmall, withholdTable } from './cell.ts';
import { chooseNested } from './choose-nested.ts';
import { type CellsOfRows, cellsOf, type DeclaredTable, nameOf } from './mix.ts';
import type { TablePlan } from './plan.ts';
import type { Rules } from './rules.ts';

/** A table with what is withheld of it. */
interface Planned {
  readonly declared: DeclaredTable;
  readonly plan: TablePlan;
}

const NOTHING_GONE: TablePlan['gone'] = new Map();

/**
 * Judgements by group, team or quarter: the rows of one question add up to how many cases were judged, which is known.
 * A case answers many questions, so what is shown of a group on one bounds it on the others: a group is withheld on all
 * questions or on none. Further groups go, the smallest first, until those withheld are in doubt on every question;
 * where that cannot be had, nothing is shown of that division.
 */
export function planDivision(declared: DeclaredTable, rules: Rules): TablePlan {
  const cells = judgedCells(declared);
  const { about, table } = declared;
  const told = divisionsOf([...cells.keys()], declared).filter(
    (rows) => !planSet(rows, cells, declared, rules),
  );
  const gone = told.flat();
  for (const row of gone) withholdTable([cells.get(row) ?? []].flat());
  if (gone.length === table.rows.length && gone.length > 0) {
    return { cells, gone: new Map([[table.name, new Set([null])]]) };
  }
  const names = told.map(([row]) => String(row[about.divided?.by ?? '']));
  return { cells, gone: NOTHING_GONE, removed: { rows: new Set(gone), names } };
}

/** How many were judged in each row; how many figures go with it is the same for all. */
function judgedCells({ table, about }: DeclaredTable): CellsOfRows {
  const count = about.count ?? '';
  return new Map(
    table.rows.map((row) => {
      const value = Number(row[count]);
      return [row, { value, lowest: Math.min(value, 1), figures: 1, why: null }];
    }),
  );
}

/** The rows of each division. */
function divisionsOf(rows: readonly Row[], { about }: DeclaredTable): Row[][] {
  const by = about.divided?.by;
  return by === undefined ? [[...rows]] : groupedBy(rows, (row) => String(row[by]));
}

/** @returns false when the counts that are withheld are not in doubt */
function planSet(
  rows: readonly Row[],
  cells: CellsOfRows,
  { about, table }: DeclaredTable,
  { threshold, hidesZeros }: Rules,
): boolean {
  const { part = '', by = '' } = about.divided ?? {};
  const texts = table.columns.filter(({ type, key }) => type === 'text' && key !== part && key !== by);
  const questions = groupedBy(rows, (row) => texts.map(({ key }) => row[key]).join(' '));
  const parts = groupedBy(rows, (row) => String(row[part]));
  const judgedIn = (row: Row) => cells.get(row)?.value ?? 0;
  const sumOf = (some: readonly Row[]) => some.reduce((sum, row) => sum + judgedIn(row), 0);
  // Whoever knows of whom the cases are may know the groups that are nobody's.
  if (hidesZeros && rows.some((row) => judgedIn(row) === 0)) return false;
  // A question on which so few were judged at all is withheld where its sum would stand, and tells of no group.
  const few = new Set(questions.filter((line) => sumOf(line) < threshold).flat());
  const isSmall = (row: Row) => judgedIn(row) < threshold && judgedIn(row) > 0 && !few.has(row);
  const hidden = new Set(parts.filter((of) => of.some(isSmall)).flat());
  const others = parts.filter(([row]) => !hidden.has(row)).sort((one, other) => sumOf(one) - sumOf(other));
  const isTold = (line: readonly Row[]) => {
    const withheld = line.filter((row) => hidden.has(row) && judgedIn(row) > 0 && !few.has(row));
    return (
      withheld.length === 1 ||
      sumOf(withheld) - withheld.length < Math.min(threshold, withheld.length * threshold)
    );
  };
  while (questions.some(isTold)) {
    const next = others.shift();
    if (next === undefined) return false;
    for (const row of next) hidden.add(row);
  }
  if (parts.some((of) => hidden.has(of[0]) && isBounded(of, parts, hidden, judgedIn, threshold)))
    return false;
  const withheld = rows.filter((row) => (hidden.has(row) || few.has(row)) && judgedIn(row) > 0);
  for (const row of withheld) {
    const cell = cells.get(row);
    if (cell !== undefined) cell.why = cell.value < threshold ? 'primary' : 'secondary';
  }
  return true;
}

/**
 * Whether the cases judged at all leave a withheld group too few: on a question of which it has none, all the other
 * groups withheld stand in the sum, so it can have no more than what they leave of those that all of them may have.
 */
function isBounded(
  part: readonly Row[],
  parts: readonly (readonly Row[])[],
  hidden: ReadonlySet<Row>,
  judgedIn: (row: Row) => number,
  threshold: number,
): boolean {
  const largest = (of: readonly Row[]) => of.reduce((most, row) => Math.max(most, judgedIn(row)), 0);
  if (largest(part) === 0) return false;
  const others = parts.filter((of) => of !== part && hidden.has(of[0]));
  const all = others.reduce((sum, of) => sum + largest(of), largest(part));
  const without = part.map((row, at) =>
    judgedIn(row) > 0
      ? 0
      : others.reduce((sum, of) => sum + (of[at] === undefined ? 0 : judgedIn(of[at])), 0),
  );
  return all - Math.max(0, ...without) <= threshold;
}

function groupedBy(rows: readonly Row[], nameOfRow: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = nameOfRow(row);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

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
  for (const [name, line] of linesOf(cells, (row) => rowOf?.(row, names) ?? '')) {
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

/** The cells of each line. Such tables have no breakdown. */
function linesOf(cells: ReadonlyMap<Row, Cell>, lineOf: (row: Row) => string): Map<string, Cell[]> {
  const lines = new Map<string, Cell[]>();
  for (const [row, cell] of cells) {
    const name = lineOf(row);
    const line = lines.get(name);
    if (line === undefined) lines.set(name, [cell]);
    else line.push(cell);
  }
  return lines;
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
