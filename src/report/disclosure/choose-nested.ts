/**
 * The fewest further counts to withhold in a table whose rows add up to known totals.
 *
 * Counts of one sum, of which some are withheld, can each be as large as what is left when all the others are at their
 * lowest. So all of them are safe when there are at least two, and their values exceed their lowest ones by the
 * threshold in sum: two counts adding to 7 may each be 1 to 6, and 6 - 1 is 5. A withheld subtotal passes the doubt
 * about its rows on to the sum above it. Which counts do this with the fewest figures, and of those with the smallest
 * sum, is found exactly, subtotal by subtotal: a knapsack of at most `threshold` units.
 */
import { type Cell, isInDoubt, isWithheld, slackOf } from './cell.ts';

/** Rows under their subtotal: one without a cell is a total that is known, one without rows stands for itself. */
export interface Subtotal {
  readonly cell: Cell | null;
  readonly rows: readonly Cell[];
}

/** Counts to withhold, as a chain, with what they cost: figures, then their sum. */
interface Choice {
  readonly figures: number;
  readonly sum: number;
  readonly cells: Chain | null;
}
type Chain = { readonly cell: Cell; readonly rest: Chain | null };

/** The cheapest choice by how many are in doubt (a state from 0 to SEVERAL) and their slack (up to the threshold). */
type Choices = (Choice | null)[][];

const SEVERAL = 3;

/** Nothing withheld; hidden zeros alone; one count in doubt; several: enough for each to be taken for another. */
function stateOf(withheld: readonly Cell[]): number {
  return withheld.length === 0 ? 0 : 1 + Math.min(withheld.filter(isInDoubt).length, 2);
}

/** The state with one more count in doubt. */
function oneMore(state: number): number {
  return Math.max(state, 1) + 1;
}

const NOTHING: Choice = { figures: 0, sum: 0, cells: null };

/**
 * Withholds what is needed besides what is withheld already.
 * @returns false when no choice is enough
 */
export function chooseNested(subtotals: readonly Subtotal[], threshold: number): boolean {
  let choices = emptyChoices(threshold);
  choices[0][0] = NOTHING;
  for (const subtotal of subtotals) choices = withSubtotal(choices, subtotal, threshold);
  const best = cheaper(choices[0][0], choices[SEVERAL][threshold]);
  if (best === null) return false;
  for (let chain = best.cells; chain !== null; chain = chain.rest) chain.cell.why ??= 'secondary';
  return true;
}

function emptyChoices(threshold: number): Choices {
  return Array.from({ length: SEVERAL + 1 }, () => new Array<Choice | null>(threshold + 1).fill(null));
}

/** The choices so far, with each way to deal with one more subtotal. */
function withSubtotal(before: Choices, { cell, rows }: Subtotal, threshold: number): Choices {
  const inside = rows.length > 0 || cell === null ? choicesOfRows(rows, threshold) : itself(cell, threshold);
  const after = emptyChoices(threshold);
  const shown = cell !== null && isWithheld(cell) ? null : cheaper(inside[0][0], inside[SEVERAL][threshold]);
  const mayBeWithheld = cell !== null && (isWithheld(cell) || cell.value > 0);
  eachChoice(before, (choice, state, slack) => {
    if (shown !== null) offer(after, state, slack, both(choice, shown));
    if (!mayBeWithheld) return;
    eachChoice(inside, (within, rowState, rowSlack) => {
      if (rowState < 2 && cell.value > 0) return;
      const next = cell.value > 0 ? oneMore(state) : Math.max(state, 1);
      offer(after, next, slack + rowSlack, both(choice, withCell(within, cell)));
    });
  });
  return after;
}

/** A subtotal of which no rows are shown: when it is withheld, the doubt is its own. */
function itself(cell: Cell, threshold: number): Choices {
  const choices = emptyChoices(threshold);
  choices[0][0] = NOTHING;
  offer(choices, cell.value > 0 ? oneMore(0) : 1, slackOf(cell), NOTHING);
  return choices;
}

/** All ways to withhold rows of one subtotal; a shown zero stays shown. */
function choicesOfRows(rows: readonly Cell[], threshold: number): Choices {
  const withheld = rows.filter(isWithheld);
  const start = emptyChoices(threshold);
  const slack = withheld.reduce((sum, cell) => sum + slackOf(cell), 0);
  offer(start, stateOf(withheld), slack, NOTHING);
  return rows
    .filter((cell) => !isWithheld(cell) && cell.value > 0)
    .reduce((before, cell) => {
      const after = before.map((bySlack) => [...bySlack]);
      eachChoice(before, (choice, state, had) =>
        offer(after, oneMore(state), had + slackOf(cell), withCell(choice, cell)),
      );
      return after;
    }, start);
}

function eachChoice(choices: Choices, visit: (choice: Choice, state: number, slack: number) => void): void {
  choices.forEach((bySlack, state) => {
    bySlack.forEach((choice, slack) => {
      if (choice !== null) visit(choice, state, slack);
    });
  });
}

function offer(choices: Choices, state: number, slack: number, choice: Choice): void {
  const bySlack = choices[Math.min(state, SEVERAL)];
  const at = Math.min(slack, bySlack.length - 1);
  bySlack[at] = cheaper(bySlack[at], choice);
}

function cheaper(one: Choice | null, other: Choice | null): Choice | null {
  if (one === null || other === null) return one ?? other;
  const isLess = other.figures < one.figures || (other.figures === one.figures && other.sum < one.sum);
  return isLess ? other : one;
}

function both(one: Choice, other: Choice): Choice {
  let { cells } = one;
  for (let chain = other.cells; chain !== null; chain = chain.rest) cells = { cell: chain.cell, rest: cells };
  return { figures: one.figures + other.figures, sum: one.sum + other.sum, cells };
}

/** With one more count; one that is withheld already costs nothing. */
function withCell(choice: Choice, cell: Cell): Choice {
  if (isWithheld(cell)) return choice;
  return {
    figures: choice.figures + cell.figures,
    sum: choice.sum + cell.value,
    cells: { cell, rest: choice.cells },
  };
}
