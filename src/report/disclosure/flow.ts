/**
 * What a reader of a crossed table can still be wrong about, exactly and in whole numbers.
 *
 * A table of rows (which may be divided further) by parts is a network: each count is what flows through one arc, each
 * sum is a node whose inflow is its outflow. Other counts that fit what is shown are other flows. So a withheld count
 * can be larger by as much as can flow around from the end of its arc to its beginning, and smaller by as much as can
 * flow the other way; networks with whole numbers have whole-number flows, so nothing is lost to rounding.
 */

import { type Cell, isInDoubt, isWithheld } from './cell.ts';

/** A count between two sums; where it is withheld, it is not known to the reader. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly cell: Cell;
  /** Counts that, while they are shown, it cannot exceed or fall below. */
  readonly most?: Cell;
  readonly least?: readonly Cell[];
}

/** An arc in one direction: along it counts grow, against it they shrink. */
interface Step {
  readonly arc: number;
  readonly cell: Cell;
  readonly from: number;
  readonly to: number;
  readonly isForward: boolean;
}

export interface Network {
  readonly arcs: readonly Arc[];
  readonly stepsFrom: readonly (readonly Step[])[];
  /** By how much each arc is changed while a flow is looked for. */
  readonly changes: Int32Array;
  /** The step by which each node was reached in the search that `searchOf` names. */
  readonly stepTo: (Step | null)[];
  readonly searchOf: Uint32Array;
  searches: number;
}

export function networkOf(arcs: readonly Arc[], nodes: number): Network {
  const stepsFrom: Step[][] = Array.from({ length: nodes }, () => []);
  arcs.forEach(({ from, to, cell }, arc) => {
    // A zero is never in doubt, so no way leads along it.
    if (cell.value === 0) return;
    stepsFrom[from].push({ arc, cell, from, to, isForward: true });
    stepsFrom[to].push({ arc, cell, from: to, to: from, isForward: false });
  });
  return {
    arcs,
    stepsFrom,
    changes: new Int32Array(arcs.length),
    stepTo: new Array<Step | null>(nodes).fill(null),
    searchOf: new Uint32Array(nodes),
    searches: 0,
  };
}

/** How far the largest count a reader must allow for lies above the smallest; counted no further than `enough`. */
export function widthOf(network: Network, arc: number, enough: number): number {
  const { from, to } = network.arcs[arc];
  const up = flowBetween(network, to, from, arc, Math.min(enough, roomAbove(network.arcs[arc])));
  if (up >= enough) return enough;
  return up + flowBetween(network, from, to, arc, Math.min(enough - up, roomBelow(network.arcs[arc])));
}

/** How much more can flow from one node to another without the one arc, up to `most`. */
function flowBetween(network: Network, from: number, to: number, without: number, most: number): number {
  const changed: number[] = [];
  let flow = 0;
  while (flow < most && findPath(network, from, to, without)) {
    const path = pathTo(network, from, to);
    let amount = most - flow;
    for (const step of path) amount = Math.min(amount, roomOf(network, step));
    for (const { arc, isForward } of path) {
      network.changes[arc] += isForward ? amount : -amount;
      changed.push(arc);
    }
    flow += amount;
  }
  for (const arc of changed) network.changes[arc] = 0;
  return flow;
}

/** Of a step along a count that is in doubt. */
function roomOf({ arcs, changes }: Network, { arc, isForward }: Step): number {
  return isForward ? roomAbove(arcs[arc]) - changes[arc] : roomBelow(arcs[arc]) + changes[arc];
}

function roomAbove({ cell, most }: Arc): number {
  return most === undefined || isWithheld(most) ? Number.POSITIVE_INFINITY : most.value - cell.value;
}

function roomBelow({ cell, least }: Arc): number {
  let lowest = cell.lowest;
  if (least !== undefined)
    for (const one of least) if (!isWithheld(one)) lowest = Math.max(lowest, one.value);
  return cell.value - lowest;
}

/** Looks for the shortest way along which something can still flow, and notes the steps. */
function findPath(network: Network, from: number, to: number, without: number): boolean {
  const { stepsFrom, stepTo, searchOf } = network;
  const search = ++network.searches;
  searchOf[from] = search;
  const queue = [from];
  for (let at = 0; at < queue.length; at++) {
    for (const step of stepsFrom[queue[at]]) {
      if (!isInDoubt(step.cell) || searchOf[step.to] === search || step.arc === without) continue;
      if (roomOf(network, step) <= 0) continue;
      searchOf[step.to] = search;
      stepTo[step.to] = step;
      if (step.to === to) return true;
      queue.push(step.to);
    }
  }
  return false;
}

function pathTo({ stepTo }: Network, from: number, to: number): Step[] {
  const path: Step[] = [];
  for (let node = to; node !== from; ) {
    const step = stepTo[node];
    if (step === null) throw new Error('a path was found without its steps');
    path.push(step);
    node = step.from;
  }
  return path;
}
