import { type Weights, weightsAroundPeak } from './weights-around-peak.ts';

/** Tables as probable as the observed one come out a rounding error apart; R's fisher.test allows the same. */
const TIE = 1 + 1e-7;

/** Tables 1e20 times less probable than the likeliest do not matter for an observed one that is no rarer than this. */
const NOT_RARE = 1e-5;
const NEGLIGIBLE_BESIDE_IT = 1e-20;

/**
 * Fisher's exact test of a 2 x 2 table, two-sided: how probable it is that a table with the same margins is at most
 * as probable as the one observed, when rows and columns have nothing to do with each other.
 *
 * One row of the table is those of one group, the other those of the other. Given the margins the first cell is
 * hypergeometric, P(k) = C(r, k) C(n - r, c - k) / C(n, c) with r the first row, c the first column and n all;
 * p is the sum of all P(k) <= P(observed), allowing 1e-7 for ties. A row or column of nothing leaves one table: p = 1.
 * A p under 1e-300 is 0.
 *
 * Fisher, R. A. (1935), "The design of experiments", Oliver and Boyd, chapter 2; the two-sided sum as in R's fisher.test.
 *
 * @example fisherExact(3, 1, 1, 3) // 34 / 70 = 0.485714, the lady tasting tea
 * @throws RangeError when a cell is no whole number from 0 on
 */
export function fisherExact(
  successes: number,
  failures: number,
  otherSuccesses: number,
  otherFailures: number,
): number {
  const cells = [successes, failures, otherSuccesses, otherFailures];
  if (!cells.every((cell) => Number.isSafeInteger(cell) && cell >= 0)) {
    throw new RangeError('fisherExact requires 4 whole numbers, none below 0');
  }
  const row = successes + failures;
  const margins = [row, successes + otherSuccesses, row + otherSuccesses + otherFailures] as const;
  const near = tables(...margins, NEGLIGIBLE_BESIDE_IT);
  const isRare = (near.weights[successes - near.lowest] ?? 0) < NOT_RARE;
  const { lowest, weights } = isRare ? tables(...margins) : near;
  const observed = (weights[successes - lowest] ?? 0) * TIE;
  let [atMost, all] = [0, 0];
  for (const weight of weights) {
    all += weight;
    if (weight <= observed) atMost += weight;
  }
  return atMost / all;
}

/** The first cell over all tables with these margins. */
function tables(row: number, column: number, total: number, negligible?: number): Weights {
  const rest = total - row - column;
  const peak = Math.floor(((row + 1) * (column + 1)) / (total + 2));
  const ratio = (cell: number) => ((row - cell) * (column - cell)) / ((cell + 1) * (rest + cell + 1));
  const [lowest, highest] = [Math.max(0, -rest), Math.min(row, column)];
  const range = { lowest, peak: Math.min(Math.max(peak, lowest), highest), highest };
  return weightsAroundPeak(range, ratio, negligible);
}
