/**
 * What is withheld of judgements: a row whole, by how many cases were judged. Rows of one part do not add up, since a
 * case answers many questions; the same row of all parts does. No row has more than the cases judged at all, so where
 * these are few, their number goes too.
 */
import type { ColumnName } from '../../caseload/columns.ts';
import { type Cell, isSecret, isWithheld, withholdSmall, withholdTable } from './cell.ts';
import { type CellsOfRows, cellsOf, type DeclaredTable, rowsOf } from './mix.ts';
import type { Parts, TablePlan } from './plan.ts';
import type { Basis, Rules } from './rules.ts';

/** The judgements of a part: a cell per question, and the cases judged at all. */
interface Judged {
  readonly questions: ReadonlyMap<string, Cell>;
  readonly cases: Cell | null;
  readonly n: number;
}

/** One question over all parts. */
interface Line {
  readonly all: Cell;
  readonly parts: readonly { readonly cell: Cell; readonly most: number }[];
}

/** @param tables the tables of judgements: the questions, the cases judged at all, and what follows from the questions */
export function planJudgements(
  tables: readonly DeclaredTable[],
  parts: Parts,
  { by }: Pick<Basis, 'by'>,
  rules: Rules,
): TablePlan {
  const [questions, cases] = tables.filter(({ about }) => about.count !== undefined);
  const cells = cellsOf(cases === undefined ? [questions] : [questions, cases]);
  withholdSmall([...cells.values()], rules.threshold, rules.hidesZeros);
  if (parts.hidden.length > 0 && by !== null) withholdSizes(questions, cells, parts.all, by);
  const judgedOf = (part: string | null) => judged(questions, cases, cells, part);
  const all = judgedOf(parts.all);
  const gone = partsWithFewJudged(parts, judgedOf, rules);
  const shown = parts.shown.filter((part) => !gone.includes(part)).map(judgedOf);
  const hidden = [...parts.hidden, ...gone].map(judgedOf);
  withholdJudged(all, gone.map(judgedOf), rules);
  for (let before = -1, now = withheldCount(cells); before !== now; now = withheldCount(cells)) {
    before = now;
    for (const one of [all, ...shown]) raiseLowest(one);
    for (const name of all.questions.keys()) {
      closeLine(
        lineOf(all, shown, hidden, ({ questions }) => questions.get(name), mostJudged),
        rules,
      );
    }
    for (const one of [all, ...shown]) withholdFewCases(one, rules);
  }
  return {
    cells,
    gone: new Map(tables.map(({ table }) => [table.name, new Set<string | null>(gone)])),
  };
}

/** The question that a breakdown is by: its answers in all are the sizes of the parts, and some of these are hidden. */
function withholdSizes(
  { table, about }: DeclaredTable,
  cells: CellsOfRows,
  all: string | null,
  by: ColumnName,
): void {
  for (const row of rowsOf(table, all)) {
    const cell = about.answersOf?.(row) === by ? cells.get(row) : undefined;
    if (cell !== undefined && cell.value > 0) cell.why ??= 'secondary';
  }
}

/** The cases judged of parts that are not shown; of all of them together, too, when they are so few that they bound those. */
function withholdJudged(all: Judged, gone: readonly Judged[], { threshold }: Rules): void {
  withholdTable(gone.flatMap(({ cases }) => cases ?? []));
  if (gone.length > 0 && all.cases !== null && all.cases.value < 2 * threshold) all.cases.why ??= 'secondary';
}

function judged(
  questions: DeclaredTable,
  cases: DeclaredTable | undefined,
  cells: CellsOfRows,
  part: string | null,
): Judged {
  const cohort = questions.table.cohort;
  const size = cohort.parts?.find(({ by }) => by === part) ?? cohort;
  const [casesRow] = cases === undefined ? [] : rowsOf(cases.table, part);
  const named = rowsOf(questions.table, part).flatMap((row) => {
    const texts = questions.table.columns.filter(({ type }) => type === 'text').map(({ key }) => row[key]);
    const cell = cells.get(row);
    return cell === undefined ? [] : [[texts.join(' '), cell] as const];
  });
  return {
    questions: new Map(named),
    cases: casesRow === undefined ? null : (cells.get(casesRow) ?? null),
    n: size.n,
  };
}

function withheldCount(cells: CellsOfRows): number {
  return [...cells.values()].filter(isWithheld).length;
}

/**
 * Parts of which so few cases were judged that their number bounds the questions, and the fewest others without which it
 * would follow from theirs: of these no judgement is shown, only how many cases they have. Where parts are hidden
 * already, they count as well.
 */
function partsWithFewJudged(
  { shown, hidden }: Parts,
  judgedOf: (part: string) => Judged,
  rules: Rules,
): readonly string[] {
  const judgedIn = (part: string) => judgedOf(part).cases?.value ?? 0;
  const gone = shown.filter((part) => judgedIn(part) > 0 && judgedIn(part) <= rules.threshold);
  const others = shown
    .filter((part) => !gone.includes(part) && judgedIn(part) > 0)
    .sort((one, other) => judgedIn(one) - judgedIn(other));
  while (isTold([...gone, ...hidden].map(judgedOf), gone.length, rules)) {
    const next = others.shift();
    if (next === undefined) return shown.filter((part) => judgedIn(part) > 0);
    gone.push(next);
  }
  return gone;
}

/** Whether the cases judged in all of these, which follow from the others, tell too much of the first ones, or at all. */
function isTold(unseen: readonly Judged[], first: number, { threshold }: Rules): boolean {
  const judgedIn = ({ cases }: Judged) => cases?.value ?? 0;
  const sum = (some: readonly Judged[], of: (one: Judged) => number) =>
    some.reduce((total, one) => total + of(one), 0);
  const all = sum(unseen, judgedIn);
  if (all === 0) return false;
  const isNarrow = (one: Judged) => {
    const others = unseen.filter((other) => other !== one);
    return Math.min(one.n, all) - Math.max(0, all - sum(others, ({ n }) => n)) < threshold;
  };
  return all <= 2 * threshold || unseen.slice(0, first).some(isNarrow);
}

/** What a reader knows a row cannot exceed. */
function mostJudged({ cases, n }: Judged): number {
  return cases === null || isWithheld(cases) ? n : cases.value;
}

function lineOf(
  all: Judged,
  shown: readonly Judged[],
  hidden: readonly Judged[],
  cellOf: (one: Judged) => Cell | null | undefined,
  most: (one: Judged) => number,
): Line | null {
  const whole = cellOf(all);
  if (!whole || shown.length === 0) return null;
  const unseen = hidden.reduce((sum, one) => sum + (cellOf(one)?.value ?? 0), 0);
  const rest: Cell = { value: unseen, lowest: 0, figures: 0, why: 'table' };
  const parts = shown.flatMap((one) => {
    const cell = cellOf(one);
    return cell ? [{ cell, most: most(one) }] : [];
  });
  return {
    all: whole,
    parts:
      hidden.length === 0 ? parts : [...parts, { cell: rest, most: mostUnseen([all, ...shown], hidden) }],
  };
}

/** The cases judged in the parts that are not shown follow from those in all and in the others, where these are shown. */
function mostUnseen(known: readonly Judged[], unseen: readonly Judged[]): number {
  if (known.some(({ cases }) => cases === null || isWithheld(cases))) return Number.POSITIVE_INFINITY;
  return unseen.reduce((sum, { cases }) => sum + (cases?.value ?? 0), 0);
}

/** Withholds more parts of a question that is shown for all, until those withheld are in doubt. */
function closeLine(line: Line | null, { threshold }: Rules): void {
  if (line === null || isWithheld(line.all)) return;
  for (;;) {
    const withheld = line.parts.filter(({ cell }) => isWithheld(cell));
    const isNarrow = withheld.some(
      (one) => isSecret(one.cell, threshold) && widthOf(one, withheld) < threshold,
    );
    if (!isNarrow) return;
    const free = line.parts.filter(({ cell }) => !isWithheld(cell) && cell.value > 0);
    const [smallest] = free.sort((one, other) => one.cell.value - other.cell.value);
    (smallest?.cell ?? line.all).why ??= 'secondary';
    if (smallest === undefined) return;
  }
}

/** How far apart the largest and the smallest value of one of the withheld parts can be, their sum being known. */
function widthOf(one: Line['parts'][number], withheld: Line['parts']): number {
  const others = withheld.filter((other) => other !== one);
  const sum = withheld.reduce((total, { cell }) => total + cell.value, 0);
  const largest = Math.min(one.most, sum - others.reduce((total, { cell }) => total + cell.lowest, 0));
  const smallest = Math.max(one.cell.lowest, sum - others.reduce((total, { most }) => total + most, 0));
  return largest - smallest;
}

/** Where cases judged are so few that they bound a withheld question, their number is withheld too. */
function withholdFewCases({ questions, cases }: Judged, { threshold }: Rules): void {
  if (cases === null || cases.value > threshold || cases.value === 0) return;
  if ([...questions.values()].some(isWithheld)) cases.why ??= 'secondary';
}

/** Cases judged on no question that is shown are judged on the one that is withheld. */
function raiseLowest({ questions, cases }: Judged): void {
  const all = [...questions.values()];
  const [one, second] = all.filter(isWithheld);
  if (one === undefined || second !== undefined || cases === null || isWithheld(cases)) return;
  const onOthers = all.reduce((sum, cell) => sum + (cell === one ? 0 : cell.value), 0);
  one.lowest = Math.max(one.lowest, cases.value - onOthers);
}
