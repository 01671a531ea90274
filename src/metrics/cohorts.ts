/** Who is counted: the cohorts that metrics share, each with what was left out and why. */
import type { LeftOut } from '../report/report.ts';
import type { View } from './define-metric.ts';

export interface ChildCohort {
  /** The children counted, each once, as codes. */
  readonly children: Uint32Array;
  readonly leftOut: readonly LeftOut<number>[];
}

export interface CaseCohort {
  readonly rows: Uint32Array;
  readonly leftOut: readonly LeftOut<number>[];
}

const COUNTED = 0;
/** The first reason that fits is the one a child or case is listed under. */
const REASONS = ['no start_date', 'closed or not yet open', 'residence Other'] as const;
const OTHER_RESIDENCE = 2;

/** By the rows, which all metrics of a part share. */
const childCohorts = new WeakMap<Uint32Array, ChildCohort>();

/**
 * Children with an open case of this service at the as-at date. A child with several cases counts once; left out are
 * those none of whose cases is open and at home, each under the first reason that fits one of its cases.
 */
export function childrenWithOpenCase(view: View): ChildCohort {
  const known = childCohorts.get(view.rows);
  if (known !== undefined) return known;
  const cohort = findChildren(view);
  childCohorts.set(view.rows, cohort);
  return cohort;
}

function findChildren(view: View): ChildCohort {
  const { perChild, base } = view.scratch();
  const met: number[] = [];
  const ranks = ranksOf(view, true);
  const { rows, children: childOfRow } = view;
  for (let index = 0; index < rows.length; index++) {
    const child = childOfRow[rows[index]];
    const value = base + ranks[rows[index]];
    const before = perChild[child];
    if (before < base) met.push(child);
    if (before < base || value < before) perChild[child] = value;
  }
  const leftOut = new Array<number>(REASONS.length).fill(0);
  const children = met.filter((child) => {
    const reason = perChild[child] - base;
    if (reason !== COUNTED) leftOut[reason - 1]++;
    return reason === COUNTED;
  });
  return { children: Uint32Array.from(children), leftOut: listed(leftOut) };
}

/** Open cases at the as-at date; `homeOnly` leaves out those held for another service. */
export function openCases(view: View, homeOnly: boolean): CaseCohort {
  const ranks = ranksOf(view, homeOnly);
  const { kept, counts } = selectRows(view.rows, REASONS.length, (row) => ranks[row]);
  return { rows: kept, leftOut: listed(counts) };
}

/**
 * The rows whose rank is 0, and how many have each rank from 1 to `reasons`: the first reason they are left out for.
 */
export function selectRows(
  rows: Uint32Array,
  reasons: number,
  rankOf: (row: number) => number,
): { kept: Uint32Array; counts: number[] } {
  const kept = new Uint32Array(rows.length);
  const counts = new Array<number>(reasons).fill(0);
  let length = 0;
  for (let index = 0; index < rows.length; index++) {
    const rank = rankOf(rows[index]);
    if (rank === COUNTED) kept[length++] = rows[index];
    else counts[rank - 1]++;
  }
  return { kept: kept.subarray(0, length), counts };
}

const ranksWithResidence = new WeakMap<Uint8Array, Uint8Array>();

/** Per row 0 for a case that counts, else 1 and up for the reason it does not, in order of precedence. */
function ranksOf(view: View, homeOnly: boolean): Uint8Array {
  const { openness } = view;
  const residence = homeOnly ? view.column('residence')?.values : undefined;
  if (residence === undefined) return openness;
  const known = ranksWithResidence.get(openness);
  if (known !== undefined) return known;
  const ranks = openness.map((rank, row) =>
    rank === COUNTED && residence[row] === OTHER_RESIDENCE ? 3 : rank,
  );
  ranksWithResidence.set(openness, ranks);
  return ranks;
}

function listed(counts: readonly number[]): LeftOut<number>[] {
  return REASONS.map((reason, index) => ({ reason, n: counts[index] })).filter(({ n }) => n > 0);
}

/** How many of the children have each value. */
export function tally(children: Uint32Array, values: ArrayLike<number>, size: number): number[] {
  const counts = new Array<number>(size).fill(0);
  for (let index = 0; index < children.length; index++) counts[values[children[index]]]++;
  return counts;
}
