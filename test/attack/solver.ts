/** Least and most of a quantity under all relations together, by linear or whole-number programming. */
import { createRequire } from 'node:module';
import type { Highs, InitOptions, Model } from 'highs';
import { type Bounds, Contradiction, type Piece } from './propagate.ts';

const OPTIMAL = 7;
const PRIMAL_SIMPLEX = 4;
const INFEASIBLE = [8, 9];
/** Seconds that a search over whole numbers may take; one that takes longer says nothing. */
const PATIENCE = 2;
const EPSILON = 1e-5;

export interface Program {
  /** Least or most of a weighted sum; the values of all quantities there, or null when it was not found. */
  solve(weights: ReadonlyMap<number, number>, goal: Goal): Solved | null;
  dispose(): void;
}

export type Goal = 'least' | 'most';

export interface Solved {
  readonly value: number;
  /** By the position of the quantity in the piece. */
  readonly values: Float64Array;
  /** What each relation of the piece adds to the answer; of no use over whole numbers. */
  readonly weights: Float64Array;
}

/** By require(): the types of the package are those of its CommonJS form. */
const loadHighs: (options?: InitOptions) => Promise<Highs> = createRequire(import.meta.url)('highs');
let loading: Promise<Highs> | undefined;

export async function loadSolver(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

/** A program of one piece, solved again and again with another goal. */
export function programOf(highs: Highs, bounds: Bounds, piece: Piece, isWhole: boolean): Program {
  const model = highs.createModel(modelOf(highs, bounds, piece, isWhole));
  model.options.set({ output_flag: false });
  // From one goal to the next the last answer stays feasible: the primal simplex goes on from there.
  if (!isWhole) model.options.set({ presolve: 'off', simplex_strategy: PRIMAL_SIMPLEX });
  // The presolve of HiGHS 1.15 takes some small programs over whole numbers for infeasible that are not.
  if (isWhole) model.options.set({ presolve: 'off', time_limit: PATIENCE, mip_rel_gap: 0, mip_abs_gap: 0.5 });
  const positions = new Map(piece.quantities.map((at, position) => [at, position]));
  let costs: number[] = [];
  return {
    dispose: () => model.dispose(),
    solve(weights, goal) {
      for (const position of costs) model.changeColCost(position, 0);
      costs = [...weights].map(([at, weight]) => {
        const position = positions.get(at);
        if (position === undefined) throw new Error(`quantity ${at} is not in the piece`);
        model.changeColCost(position, weight);
        return position;
      });
      const { maximize, minimize } = highs.constants.objectiveSense;
      model.changeObjectiveSense(goal === 'most' ? maximize : minimize);
      return solved(model, isWhole);
    },
  };
}

function modelOf(highs: Highs, { low, high }: Bounds, { quantities, relations }: Piece, isWhole: boolean) {
  const positions = new Map(quantities.map((at, position) => [at, position]));
  const starts = [0];
  const [indices, values, rowLower, rowUpper]: number[][] = [[], [], [], []];
  for (const relation of relations) {
    let fixed = 0;
    for (const [at, times] of relation.terms) {
      const position = positions.get(at);
      if (position === undefined) fixed += times * low[at];
      else {
        indices.push(position);
        values.push(times);
      }
    }
    starts.push(indices.length);
    rowLower.push(relation.low === Number.NEGATIVE_INFINITY ? -highs.infinity : relation.low - fixed);
    rowUpper.push(relation.high === Number.POSITIVE_INFINITY ? highs.infinity : relation.high - fixed);
  }
  const [numCols, numRows] = [quantities.length, relations.length];
  return {
    numCols,
    numRows,
    colCost: new Float64Array(numCols),
    colLower: quantities.map((at) => low[at]),
    colUpper: quantities.map((at) => high[at]),
    rowLower,
    rowUpper,
    matrix: { format: 'csr', numRows, numCols, starts, indices, values } as const,
    ...(isWhole ? { integrality: new Int32Array(numCols).fill(1) } : {}),
  };
}

function solved(model: Model, isWhole: boolean): Solved | null {
  if (isWhole) model.zeroAllClocks();
  model.run();
  const status = model.getModelStatus();
  if (INFEASIBLE.includes(status)) throw new Contradiction('all relations together');
  if (status !== OPTIMAL) {
    if (isWhole) return null;
    throw new Error(`the linear program ended with status ${status}`);
  }
  const { colValue, rowDual } = model.getSolution();
  return { value: model.getObjectiveValue(), values: colValue, weights: rowDual };
}

/** The whole numbers from least to most, where the program says least and most with its own small errors. */
export function inward(least: number, most: number): readonly [number, number] {
  // Plus 0: a -0 is a 0.
  return [Math.ceil(least - EPSILON) + 0, Math.floor(most + EPSILON) + 0];
}
