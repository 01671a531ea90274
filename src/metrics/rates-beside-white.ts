/** The rates of groups of residents, each over the rate of White. */
import { type Cell, NOT_APPLICABLE, type Row } from '../report/report.ts';
import { relativeRate } from '../stats/relative-rate.ts';

/** The group that the others are compared with, as official statistics on ethnicity and justice do. */
export const REFERENCE = 'White';

/** With fewer in either group a ratio would say more than the numbers carry. */
export const FEWEST = 5;
const RATE_BASE = 1000;
const TOO_FEW = 'too few to say';

/** How many of a group are on the caseload, and the residents it is a part of. */
export interface Sized {
  readonly group: string;
  readonly children: number;
  /** Residents, or residents times years. */
  readonly population: number;
}

/** The groups, and what their shares are of. */
export interface Compared {
  readonly groups: readonly Sized[];
  readonly white: Sized;
  readonly known: number;
  readonly residents: number;
}

/** The figures of a group that follow from its number and its residents. */
export function comparedRow(sized: Sized, { white, known, residents }: Compared): Row {
  const { children, population } = sized;
  return {
    population_share: fraction(population, residents),
    gap: known === 0 || residents === 0 ? NOT_APPLICABLE : children / known - population / residents,
    rate_per_1000: fraction(RATE_BASE * children, population),
    ...besideWhite(sized, white),
  };
}

function fraction(numerator: number, denominator: number): Cell {
  return denominator === 0 ? NOT_APPLICABLE : numerator / denominator;
}

/** The rate over White's, its exact 95 % interval, and how to read it. */
export function besideWhite(sized: Sized, white: Sized): Row {
  const nothing = NOT_APPLICABLE;
  if (!isEnough(sized, white)) return ratioRow(nothing, nothing, nothing, TOO_FEW);
  if (sized === white) return ratioRow(1, nothing, nothing, 'compared with');
  const { ratio, lower, upper } = relativeRate(
    sized.children,
    sized.population,
    white.children,
    white.population,
  );
  const reading = lower > 1 ? 'higher' : upper < 1 ? 'lower' : 'no clear difference';
  return ratioRow(ratio, lower, upper, reading);
}

/** Enough in both; where nobody lives there is no rate. */
function isEnough(one: Sized, other: Sized): boolean {
  return [one, other].every(({ children, population }) => children >= FEWEST && population > 0);
}

function ratioRow(ratio: Cell, lower: Cell, upper: Cell, reading: string): Row {
  return { relative_rate: ratio, relative_rate_lower: lower, relative_rate_upper: upper, reading };
}

/**
 * Four fifths or more of White's rate, and White's at least four fifths of it: worked out on whole numbers, so that
 * four fifths to the point is within.
 */
export function fourFifthsMark(sized: Sized, white: Sized): string {
  if (!isEnough(sized, white)) return TOO_FEW;
  if (sized === white) return NOT_APPLICABLE;
  const rate = sized.children * white.population;
  const whiteRate = white.children * sized.population;
  if (5 * rate < 4 * whiteRate) return 'under 0.8';
  return 4 * rate > 5 * whiteRate ? 'over 1.25' : '0.8 to 1.25';
}
