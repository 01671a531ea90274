/** A table for all rows and for each part of a breakdown, and what a reader can work out from one beside the other. */
import { type Cell, isInDoubt, isSecret, isWithheld, slackOf, withholdTable } from './cell.ts';
import { chooseNested, type Subtotal } from './choose-nested.ts';
import { doubtOf } from './narrow-cells.ts';

/** Cells under names that are the same in all columns. */
export interface NamedSubtotal extends Subtotal {
  readonly name: string;
  /** The known sum that it is part of, by a name: that of the column, or of rows set apart in it. */
  readonly sum: string;
  readonly rowNames: readonly string[];
}

/**
 * One column of a crossed table: all rows, a part of them, or the parts that are not shown taken together.
 * `shows` says how much of it is shown: all, no table within, or nothing but its size.
 */
export interface CrossedColumn {
  readonly kind: 'all' | 'part' | 'rest';
  readonly subtotals: readonly NamedSubtotal[];
  shows: 'all' | 'subtotals' | 'nothing';
  /** Several parts taken together: one child may be in two of them. */
  readonly isSeveral?: true;
}

/** A row of the table over all columns. `parts` are those that stand for one part each. */
export interface Line {
  readonly all: Cell | null;
  readonly parts: readonly Cell[];
  readonly others: readonly Cell[];
}

/**
 * Withholds in all columns what would reveal a withheld count: along each column, along each row, and by ways around
 * several of them. Where count by count is not enough, a column shows less.
 * @returns false when even that is not enough: then no part may be shown
 */
export function chooseCrossed(columns: readonly CrossedColumn[], threshold: number): boolean {
  const [first, ...others] = columns;
  if (others.length === 0) return chooseColumn(first, columns, threshold);
  const lineOf = linesByCell(columns);
  const lines = [...new Set(lineOf.values())];
  const doubt = doubtOf(columns, threshold);
  // The more is withheld, the less is known: what is in doubt once stays so.
  let unchecked = doubt.cells;
  for (;;) {
    if (!columns.every((column) => chooseColumn(column, columns, threshold))) return false;
    if (lines.filter((line) => closeLine(line, threshold)).length > 0) continue;
    unchecked = unchecked.filter((cell) => !isWithheld(cell) || doubt.isNarrow(cell));
    const narrow = unchecked.filter(isWithheld);
    if (narrow.length === 0) return true;
    for (const cell of narrow) {
      while (doubt.isNarrow(cell)) if (!widen(cell, columns, lineOf)) return false;
    }
  }
}

/** Chooses along one column, which shows less until that succeeds; false when it cannot. */
function chooseColumn(column: CrossedColumn, columns: readonly CrossedColumn[], threshold: number): boolean {
  for (;;) {
    if (column.shows === 'nothing') return true;
    if (sumsOf(column).every((subtotals) => chooseNested(subtotals, threshold))) return true;
    if (!showLess(column, columns)) return false;
  }
}

/** What is shown of the subtotals, by the sum they are part of. */
function sumsOf({ subtotals, shows }: CrossedColumn): Subtotal[][] {
  const names = [...new Set(subtotals.map(({ sum }) => sum))];
  const shown = ({ cell, rows }: NamedSubtotal): Subtotal[] => {
    if (shows === 'all') return [{ cell, rows }];
    return cell === null ? [] : [{ cell, rows: [] }];
  };
  return names.map((name) => subtotals.filter(({ sum }) => sum === name).flatMap(shown));
}

/** What is not shown for all is shown for no part. */
function showLess(column: CrossedColumn, columns: readonly CrossedColumn[]): boolean {
  if (column.shows === 'nothing') return false;
  const isNested = column.subtotals.some(({ cell, rows }) => cell !== null && rows.length > 0);
  const less = column.shows === 'all' && isNested ? 'subtotals' : 'nothing';
  if (column.kind === 'all' && less === 'nothing' && columns.length > 1) return false;
  for (const one of column.kind === 'all' ? columns : [column]) {
    if (one.kind === 'rest' || one.shows === 'nothing') continue;
    one.shows = less;
    for (const { cell, rows } of one.subtotals) {
      withholdTable(rows);
      if (less === 'nothing' && cell !== null) withholdTable([cell]);
    }
  }
  return true;
}

/** The row that each cell stands in. */
export function linesByCell(columns: readonly CrossedColumn[]): Map<Cell, Line> {
  return new Map(linesOf(columns).flatMap((line) => cellsOf(line).map((cell) => [cell, line] as const)));
}

function linesOf(columns: readonly CrossedColumn[]): Line[] {
  const lines = new Map<string, { all: Cell | null; parts: Cell[]; others: Cell[] }>();
  const add = (name: string, { kind, isSeveral }: CrossedColumn, cell: Cell | null) => {
    if (cell === null) return;
    const line = lines.get(name) ?? { all: null, parts: [], others: [] };
    lines.set(name, line);
    if (kind === 'all') line.all = cell;
    else line.others.push(cell);
    if (kind !== 'all' && !isSeveral) line.parts.push(cell);
  };
  for (const column of columns) {
    for (const { name, cell, rows, rowNames } of column.subtotals) {
      add(`subtotal ${name}`, column, cell);
      rows.forEach((row, index) => {
        add(`row ${rowNames[index]}`, column, row);
      });
    }
  }
  return [...lines.values()];
}

function cellsOf({ all, others }: Line): readonly Cell[] {
  return all === null ? others : [all, ...others];
}

/** Withholds more of a row that is shown for all, until what is withheld in it is in doubt. True if it did. */
function closeLine({ all, others }: Line, threshold: number): boolean {
  if (all === null || isWithheld(all)) return false;
  const withheld = others.filter(isWithheld);
  if (!withheld.some((cell) => isSecret(cell, threshold))) return false;
  let slack = withheld.reduce((sum, cell) => sum + slackOf(cell), 0);
  let count = withheld.filter(isInDoubt).length;
  let hasChanged = false;
  while (slack < threshold || count < 2) {
    const next = nextToWithhold(others, threshold - slack);
    if (next === null) return withhold(all);
    slack += slackOf(next);
    count++;
    hasChanged = withhold(next);
  }
  return hasChanged;
}

/** The smallest count that is enough; else the largest there is. */
function nextToWithhold(cells: readonly Cell[], needed: number): Cell | null {
  const free = cells.filter(mayBeWithheld).sort((one, other) => one.value - other.value);
  return free.find((cell) => slackOf(cell) >= needed) ?? free.at(-1) ?? null;
}

function mayBeWithheld(cell: Cell): boolean {
  return !isWithheld(cell) && cell.value > 0;
}

function withhold(cell: Cell): true {
  cell.why ??= 'secondary';
  return true;
}

/**
 * Withholds the smallest count beside a narrow one, in its row or under its subtotal, else in its column; one that is
 * beside withheld ones itself first. Without any, its column shows less. False when there is nothing left.
 */
function widen(narrow: Cell, columns: readonly CrossedColumn[], lineOf: ReadonlyMap<Cell, Line>): boolean {
  const line = lineOf.get(narrow);
  const column = columns.find(({ subtotals }) =>
    subtotals.some(({ cell, rows }) => cell === narrow || rows.includes(narrow)),
  );
  const subtotals = column === undefined || column.kind === 'rest' ? [] : column.subtotals;
  const siblings = subtotals.filter(({ rows }) => rows.includes(narrow)).flatMap(({ rows }) => rows);
  const isJoined = (cell: Cell) =>
    lineOf.get(cell)?.others.some((one) => one !== cell && isWithheld(one)) ?? false;
  const inColumn = subtotals.flatMap(({ cell, rows }) => [...(cell === null ? [] : [cell]), ...rows]);
  // A count may grow when one in its row and one in its column shrink, and the one across from it grows.
  const across = inColumn
    .filter((cell) => cell !== narrow && isWithheld(cell))
    .flatMap((cell) => lineOf.get(cell)?.others ?? []);
  const beside = [
    [...(line?.others ?? []), ...siblings].filter(isJoined),
    [...(line?.others ?? []), ...siblings],
    across,
    inColumn,
    // What is not shown is one column; its other rows stand beside shown parts.
    column?.kind === 'rest' ? [...new Set(lineOf.values())].flatMap((one) => one.others) : [],
    line?.all ? [line.all] : [],
  ];
  for (const cells of beside) {
    const [smallest] = cells.filter(mayBeWithheld).sort((one, other) => one.value - other.value);
    if (smallest !== undefined) return withhold(smallest);
  }
  return column !== undefined && column.kind !== 'rest' && showLess(column, columns);
}
