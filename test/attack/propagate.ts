/** What follows from each relation by itself, over whole numbers; what is left to solve falls into pieces. */
import type { Relation, System } from './system.ts';

export interface Bounds {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Relations that cannot all hold: the report contradicts itself, or the attack's equations are wrong. */
export class Contradiction extends Error {}

const PASSES = 60;
const EPSILON = 1e-6;

export function startBounds({ quantities }: System): Bounds {
  return {
    low: Float64Array.from(quantities, ({ published, low }) => published ?? low),
    high: Float64Array.from(quantities, ({ published, high }) => published ?? high),
  };
}

/** Tightens the bounds until nothing moves. @throws Contradiction naming the relation that cannot hold */
export function propagate({ relations }: System, bounds: Bounds): void {
  for (let pass = 0; pass < PASSES; pass++) {
    let hasMoved = false;
    for (const relation of relations) hasMoved = tighten(relation, bounds) || hasMoved;
    if (!hasMoved) return;
  }
}

/** Each term lies between what the others leave it. Says whether any bound has moved. */
function tighten({ terms, low, high, why }: Relation, bounds: Bounds): boolean {
  let [least, most] = [0, 0];
  for (const [at, times] of terms) {
    least += times * (times > 0 ? bounds.low[at] : bounds.high[at]);
    most += times * (times > 0 ? bounds.high[at] : bounds.low[at]);
  }
  if (least > high + EPSILON || most < low - EPSILON) throw new Contradiction(why);
  let hasMoved = false;
  for (const [at, times] of terms) {
    const [own, ownMost] = times > 0 ? [bounds.low[at], bounds.high[at]] : [bounds.high[at], bounds.low[at]];
    const ends = [(low - (most - times * ownMost)) / times, (high - (least - times * own)) / times];
    const from = Math.ceil(Math.min(ends[0], ends[1]) - EPSILON);
    const to = Math.floor(Math.max(ends[0], ends[1]) + EPSILON);
    if (from <= bounds.low[at] && to >= bounds.high[at]) continue;
    if (from > bounds.high[at] || to < bounds.low[at]) throw new Contradiction(why);
    hasMoved = true;
    [least, most] = [least - times * own, most - times * ownMost];
    bounds.low[at] = Math.max(from, bounds.low[at]);
    bounds.high[at] = Math.min(to, bounds.high[at]);
    least += times * (times > 0 ? bounds.low[at] : bounds.high[at]);
    most += times * (times > 0 ? bounds.high[at] : bounds.low[at]);
  }
  return hasMoved;
}

/** Quantities that hang together by relations, those fixed left out. */
export interface Piece {
  readonly quantities: readonly number[];
  readonly relations: readonly Relation[];
}

export function piecesOf({ quantities, relations }: System, { low, high }: Bounds): Piece[] {
  const parent = quantities.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  };
  const isOpen = (at: number) => low[at] < high[at];
  const open = relations.filter(({ terms }) => terms.some(([at]) => isOpen(at)));
  for (const { terms } of open) {
    const [first, ...others] = terms.filter(([at]) => isOpen(at));
    for (const [other] of others) parent[rootOf(other)] = rootOf(first[0]);
  }
  const pieces = new Map<number, { quantities: number[]; relations: Relation[] }>();
  const pieceOf = (at: number) => {
    const root = rootOf(at);
    const piece = pieces.get(root) ?? { quantities: [], relations: [] };
    pieces.set(root, piece);
    return piece;
  };
  quantities.forEach((_, at) => {
    if (isOpen(at)) pieceOf(at).quantities.push(at);
  });
  for (const relation of open) {
    const [[first]] = relation.terms.filter(([at]) => isOpen(at));
    pieceOf(first).relations.push(relation);
  }
  return [...pieces.values()];
}
