/** Which counts a reader can tell to less than a wanted width. */
import type { Highs } from 'highs';
import type { Bounds, Piece } from './propagate.ts';
import { type Goal, inward, type Program, programOf } from './solver.ts';

export interface Range {
  readonly quantity: number;
  readonly low: number;
  readonly high: number;
}

export interface Examined {
  /** The counts of which the range is narrower than wanted. */
  readonly narrow: readonly Range[];
  /** Of the others those of which no two answers in whole numbers were met that lie far enough apart. */
  readonly unproven: readonly number[];
}

/** Rounds in which many counts are moved at once, before each is looked at by itself. */
const ROUNDS = 8;
const WHOLE = 1e-6;

/** Looks at the counts wanted of one piece by linear programs. */
export function examine(
  highs: Highs,
  bounds: Bounds,
  piece: Piece,
  wanted: readonly number[],
  width: number,
): Examined {
  const isNarrow = (at: number) => bounds.high[at] - bounds.low[at] < width;
  const told = wanted
    .filter(isNarrow)
    .map((at) => ({ quantity: at, low: bounds.low[at], high: bounds.high[at] }));
  const open = wanted.filter((at) => !isNarrow(at));
  if (open.length === 0) return { narrow: told, unproven: [] };
  const program = programOf(highs, bounds, piece, false);
  try {
    const { narrow, unproven } = examineOpen(program, piece, open, width);
    return { narrow: [...told, ...narrow], unproven };
  } finally {
    program.dispose();
  }
}

function examineOpen(program: Program, piece: Piece, wanted: readonly number[], width: number): Examined {
  const [met, metWhole] = [answersOf(piece), answersOf(piece)];
  const isOpen = (at: number) => !met.isWide(at, width);
  const look = (weights: ReadonlyMap<number, number>, goal: Goal): number => {
    const solution = program.solve(weights, goal);
    if (solution === null) throw new Error('a linear program was given up');
    met.add(solution.values);
    if (solution.values.every((value) => Math.abs(value - Math.round(value)) < WHOLE))
      metWhole.add(solution.values);
    return solution.value;
  };
  for (let round = 0; round < ROUNDS && wanted.some(isOpen); round++) {
    const weights = new Map(wanted.filter(isOpen).map((at, index) => [at, signIn(round, index)]));
    look(weights, 'most');
    look(weights, 'least');
  }
  const narrow = wanted.filter(isOpen).flatMap((at) => {
    const only = new Map([[at, 1]]);
    const most = look(only, 'most');
    if (!isOpen(at)) return [];
    const [low, high] = inward(look(only, 'least'), most);
    return high - low < width ? [{ quantity: at, low, high }] : [];
  });
  const isFound = (at: number) => narrow.some(({ quantity }) => quantity === at);
  return { narrow, unproven: wanted.filter((at) => !metWhole.isWide(at, width) && !isFound(at)) };
}

/** The least and most of each count among the answers met so far: any two of them are both possible. */
function answersOf({ quantities }: Piece) {
  const least = new Map<number, number>();
  const most = new Map<number, number>();
  return {
    add(values: Float64Array): void {
      quantities.forEach((at, position) => {
        least.set(at, Math.min(values[position], least.get(at) ?? Number.POSITIVE_INFINITY));
        most.set(at, Math.max(values[position], most.get(at) ?? Number.NEGATIVE_INFINITY));
      });
    },
    isWide(at: number, width: number): boolean {
      const [low, high] = inward(least.get(at) ?? 0, most.get(at) ?? 0);
      return high - low >= width;
    },
  };
}

/** First all the same way, then in a mixture that differs from round to round. */
function signIn(round: number, index: number): number {
  if (round === 0) return 1;
  return Math.floor((index * 7 + round) / round) % 2 === 0 ? 1 : -1;
}

/** The ranges of some counts of a piece, exact to the program; without those not found in time. */
export function rangesOf(
  highs: Highs,
  bounds: Bounds,
  piece: Piece,
  wanted: readonly number[],
  isWhole: boolean,
): Range[] {
  if (wanted.length === 0) return [];
  const program = programOf(highs, bounds, piece, isWhole);
  try {
    return wanted.flatMap((quantity) => {
      const only = new Map([[quantity, 1]]);
      const most = program.solve(only, 'most');
      const least = program.solve(only, 'least');
      if (most === null || least === null) return [];
      const [low, high] = inward(least.value, most.value);
      return [{ quantity, low, high }];
    });
  } finally {
    program.dispose();
  }
}
