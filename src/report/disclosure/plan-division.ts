/**
 * What is withheld of judgements by group, team or quarter: the rows of one question add up to how many cases were
 * judged, which is known. A case answers many questions, so what is shown of a group on one bounds it on the others: a
 * group is withheld on all questions or on none. Further groups go, the smallest first, until those withheld are in doubt
 * on every question; where that cannot be had, nothing is shown of that division.
 */
import type { Row } from '../report.ts';
import { withholdTable } from './cell.ts';
import { groupedBy } from './grouped-by.ts';
import type { CellsOfRows, DeclaredTable } from './mix.ts';
import type { TablePlan } from './plan.ts';
import type { Rules } from './rules.ts';

/** One way to divide the cases judged. */
interface Division {
  readonly rows: readonly Row[];
  /** The rows of each group, team or quarter, and those of each question. */
  readonly parts: readonly (readonly Row[])[];
  readonly questions: readonly (readonly Row[])[];
  readonly judgedIn: (row: Row) => number;
}

export function planDivision(declared: DeclaredTable, rules: Rules): TablePlan {
  const { about, table } = declared;
  const cells = judgedCells(declared);
  const told: Division[] = [];
  for (const division of divisionsOf(declared)) {
    const withheld = withheldRows(division, rules);
    if (withheld === null) told.push(division);
    for (const row of withheld ?? []) {
      const cell = cells.get(row);
      if (cell !== undefined) cell.why = cell.value < rules.threshold ? 'primary' : 'secondary';
    }
  }
  const gone = told.flatMap(({ rows }) => rows);
  withholdTable(gone.flatMap((row) => cells.get(row) ?? []));
  if (gone.length > 0 && gone.length === table.rows.length) {
    return { cells, gone: new Map([[table.name, new Set([null])]]) };
  }
  const names = told.map(({ rows: [row] }) => String(row[about.divided?.by ?? '']));
  return { cells, gone: new Map(), removed: { rows: new Set(gone), names } };
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

function divisionsOf({ about, table }: DeclaredTable): Division[] {
  const { part = '', by = '' } = about.divided ?? {};
  const texts = table.columns.filter(({ type, key }) => type === 'text' && key !== part && key !== by);
  return [...groupedBy(table.rows, (row) => String(row[by])).values()].map((rows) => ({
    rows,
    parts: [...groupedBy(rows, (row) => String(row[part])).values()],
    questions: [...groupedBy(rows, (row) => texts.map(({ key }) => row[key]).join(' ')).values()],
    judgedIn: (row) => Number(row[about.count ?? '']),
  }));
}

/** The rows to withhold; null when they would not be in doubt whichever were. */
function withheldRows(division: Division, { threshold, hidesZeros }: Rules): Row[] | null {
  const { rows, parts, questions, judgedIn } = division;
  const sumOf = (some: readonly Row[]) => some.reduce((sum, row) => sum + judgedIn(row), 0);
  // Whoever knows of whom the cases are may know the groups that are nobody's.
  if (hidesZeros && rows.some((row) => judgedIn(row) === 0)) return null;
  // A question on which so few were judged at all is withheld where its sum would stand, and tells of no group.
  const few = new Set(questions.filter((line) => sumOf(line) < threshold).flat());
  const isSmall = (row: Row) => judgedIn(row) < threshold && judgedIn(row) > 0 && !few.has(row);
  const hidden = new Set(parts.filter((part) => part.some(isSmall)).flat());
  const others = parts.filter(([row]) => !hidden.has(row)).sort((one, other) => sumOf(one) - sumOf(other));
  const isTold = (line: readonly Row[]) => {
    const withheld = line.filter((row) => hidden.has(row) && judgedIn(row) > 0 && !few.has(row));
    const room = sumOf(withheld) - withheld.length;
    return withheld.length > 0 && (withheld.length === 1 || room < threshold);
  };
  while (questions.some(isTold)) {
    const next = others.shift();
    if (next === undefined) return null;
    for (const row of next) hidden.add(row);
  }
  const isHidden = ([row]: readonly Row[]) => hidden.has(row);
  if (parts.some((part) => isHidden(part) && mostJudged(part, division, hidden) <= threshold)) return null;
  return rows.filter((row) => (hidden.has(row) || few.has(row)) && judgedIn(row) > 0);
}

/**
 * The most that a withheld group can have, by the cases judged at all: on a question of which it has none, all the other
 * groups withheld stand in the sum, so it can have no more than what they leave of those that all of them may have.
 */
function mostJudged(
  part: readonly Row[],
  { parts, questions, judgedIn }: Division,
  hidden: ReadonlySet<Row>,
): number {
  const largest = (of: readonly Row[]) => Math.max(...of.map(judgedIn));
  // Of nobody there is nothing to tell.
  if (largest(part) === 0) return Number.POSITIVE_INFINITY;
  const all = parts.filter(([row]) => hidden.has(row)).reduce((sum, of) => sum + largest(of), 0);
  const without = questions
    .filter((line) => !line.some((row) => part.includes(row) && judgedIn(row) > 0))
    .map((line) => line.reduce((sum, row) => sum + (hidden.has(row) ? judgedIn(row) : 0), 0));
  return all - Math.max(0, ...without);
}
