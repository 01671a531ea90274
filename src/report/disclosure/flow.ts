/**
 * What a reader of a crossed table can still be wrong about, exactly and in whole numbers.
 *
 * A table of rows (which may be divided further) by parts is a network: each count is what flows through one arc, each
 * sum is a node whose inflow is its outflow. Other counts that fit what is shown are other flows. So a withheld count
 * can be larger by as much as can flow around from the end of its arc to its beginning, and smaller by as much as can
 * flow the other way; networks with whole numbers have whole-number flows, so nothing is lost to rounding.
 */

import { type Cell, isWithheld, slackOf } from './cell.ts';

/** A count between two sums; where it is withheld, it is not known to the reader. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly cell: Cell;
}

/** An arc in one direction: along it counts grow, against it they shrink. */
interface Step {
  readonly arc: number;
  readonly to: number;
  readonly isForward: boolean;
}

export interface Network {
  readonly arcs: readonly Arc[];
  readonly steps: readonly (readonly Step[])[];
}

export function networkOf(arcs: readonly Arc[], nodes: number): Network {
  const steps: Step[][] = Array.from({ length: nodes }, () => []);
  arcs.forEach(({ from, to }, arc) => {
    steps[from].push({ arc, to, isForward: true });
    steps[to].push({ arc, to: from, isForward: false });
  });
  return { arcs, steps };
}

/** How far the largest count a reader must allow for lies above the smallest; counted no further than `enough`. */
export function widthOf(network: Network, arc: number, enough: number): number {
  const { from, to, cell } = network.arcs[arc];
  const up = flowBetween(network, to, from, arc, enough);
  if (up >= enough) return enough;
  return up + flowBetween(network, from, to, arc, Math.min(enough - up, slackOf(cell)));
}

/** How much more can flow from one node to another without the one arc, up to `most`. */
function flowBetween(network: Network, from: number, to: number, without: number, most: number): number {
  const changes = new Map<number, number>();
  let flow = 0;
  while (flow < most) {
    const path = pathBetween(network, from, to, without, changes);
    if (path === null) break;
    const amount = Math.min(most - flow, ...path.map((step) => roomOf(network, step, changes)));
    for (const { arc, isForward } of path) {
      changes.set(arc, (changes.get(arc) ?? 0) + (isForward ? amount : -amount));
    }
    flow += amount;
  }
  return flow;
}

function roomOf({ arcs }: Network, { arc, isForward }: Step, changes: ReadonlyMap<number, number>): number {
  const { cell } = arcs[arc];
  if (!isWithheld(cell)) return 0;
  return isForward ? Number.POSITIVE_INFINITY : slackOf(cell) + (changes.get(arc) ?? 0);
}

/** The shortest way along which something can still flow. */
function pathBetween(
  network: Network,
  from: number,
  to: number,
  without: number,
  changes: ReadonlyMap<number, number>,
): Step[] | null {
  const reached = new Map<number, { before: number; step: Step | null }>([
    [from, { before: from, step: null }],
  ]);
  const queue = [from];
  for (let at = 0; at < queue.length && !reached.has(to); at++) {
    for (const step of network.steps[queue[at]]) {
      if (step.arc === without || reached.has(step.to)) continue;
      if (roomOf(network, step, changes) <= 0) continue;
      reached.set(step.to, { before: queue[at], step });
      queue.push(step.to);
    }
  }
  return reached.has(to) ? stepsTo(to, reached) : null;
}

function stepsTo(to: number, reached: ReadonlyMap<number, { before: number; step: Step | null }>): Step[] {
  const path: Step[] = [];
  let node = reached.get(to);
  while (node !== undefined && node.step !== null) {
    path.push(node.step);
    node = reached.get(node.before);
  }
  return path;
}
