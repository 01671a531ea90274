/** How many cases each worker with an open case holds: their spread, and how many workers hold how many. */
import type { Column } from '../caseload/caseload.ts';
import { frameOf } from '../frame/frame.ts';
import { NOT_APPLICABLE } from '../report/report.ts';
import { gini } from '../stats/gini.ts';
import { quantile } from '../stats/quantile.ts';
import { counter } from './group-rows.ts';
import { NOBODY } from './work-holders.ts';

/** @returns a number for each worker, the fewest first; the cases of nobody are left out */
export function casesPerWorker({ values, size }: Column, rows: Uint32Array): number[] {
  const cases: number[] = [];
  counter(values, size)(rows, (value, count) => {
    if (value !== NOBODY) cases.push(count);
  });
  return cases.sort((one, other) => one - other);
}

/**
 * The spread over workers.
 * @param cases all that are open, those of nobody too
 * @param sorted of each worker, the fewest first
 * @param limit the most that a worker should hold; null where none is set, and then nothing is said of it
 */
export function summaryFrame(cases: number, sorted: readonly number[], limit: number | null) {
  const held = sorted.reduce((sum, value) => sum + value, 0);
  const spread: Record<string, () => number> = {
    mean: () => held / sorted.length,
    median: () => quantile(sorted, 0.5),
    lower_quartile: () => quantile(sorted, 0.25),
    upper_quartile: () => quantile(sorted, 0.75),
    maximum: () => sorted[sorted.length - 1],
    gini: () => gini(sorted),
  };
  const values = Object.values(spread).map((value) => (sorted.length === 0 ? NOT_APPLICABLE : value()));
  const over = limit === null ? [] : [limit, sorted.filter((value) => value > limit).length];
  return frameOf({
    measure: [
      'workers',
      'cases',
      'unallocated',
      ...Object.keys(spread),
      ...(limit === null ? [] : ['limit', 'over_limit']),
    ],
    value: [sorted.length, cases, cases - held, ...values, ...over],
  });
}

/** How many workers hold 1 to 5 cases, 6 to 10 and so on up to the most that one holds; bands without any are there. */
export function distributionFrame(sorted: readonly number[]) {
  const most = sorted.at(-1) ?? 0;
  const width = bandWidth(most);
  const workers = new Array<number>(Math.ceil(most / width)).fill(0);
  for (const cases of sorted) workers[Math.ceil(cases / width) - 1]++;
  return frameOf({
    cases: workers.map((_, band) => bandName(band * width + 1, (band + 1) * width)),
    workers,
  });
}

function bandName(from: number, to: number): string {
  return from === to ? `${from}` : `${from}-${to}`;
}

const MOST_BANDS = 12;

/** The least of 1, 2, 5, 10, 20, 50 and so on with which there are no more than twelve bands. */
function bandWidth(most: number): number {
  for (let tens = 1; ; tens *= 10) {
    const width = [1, 2, 5].map((times) => times * tens).find((one) => most <= one * MOST_BANDS);
    if (width !== undefined) return width;
  }
}
