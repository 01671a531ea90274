/**
 * The attack on a finished report, by somebody who has nothing but the report: every equation is written down, and of
 * each withheld count the least and the most it can be is worked out, over whole numbers.
 */
import { equationsOf } from './equations.ts';
import { pinning } from './explain.ts';
import type { Finding } from './finding.ts';
import { type Attacked, tellingRanges } from './narrow-counts.ts';
import { plainFaults } from './plain-faults.ts';
import { Contradiction } from './propagate.ts';
import type { PublishedReport } from './published.ts';
import type { Range } from './ranges.ts';
import { loadSolver } from './solver.ts';

export interface AttackOptions {
  /** Of how many withheld counts the range is worked out over whole numbers, too, where no answers have shown it. */
  readonly sample?: number;
  /** How many findings are explained: each costs two programs of the whole report. */
  readonly explained?: number;
}

/** Everything a reader can tell of what the report withholds. */
export async function attack(
  report: PublishedReport,
  { sample = 3, explained = 3 }: AttackOptions = {},
): Promise<Finding[]> {
  const { disclosure, threshold, round, zeros } = report.provenance;
  if (disclosure !== 'shareable' || threshold === null || round !== undefined)
    throw new Error('the attack is on reports that withhold small numbers');
  const book = equationsOf(report);
  const attacked = {
    highs: await loadSolver(),
    system: book.system,
    threshold,
    zerosShown: zeros !== 'hide',
    sample,
  };
  return [...plainFaults(book, threshold), ...narrowCounts(attacked, explained)];
}

function narrowCounts(attacked: Attacked, explained: number): Finding[] {
  try {
    return tellingRanges(attacked).map((range, index) => findingOf(attacked, range, index < explained));
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error;
    const nowhere = { metric: '', table: '', part: '', row: '' };
    return [{ kind: 'contradiction', place: nowhere, low: null, high: null, because: [error.message] }];
  }
}

function findingOf({ highs, system }: Attacked, range: Range, isExplained: boolean): Finding {
  const { quantity, low, high } = range;
  const because = isExplained ? pinning(highs, system, quantity) : [];
  return { kind: 'narrow', place: system.quantities[quantity].place, low, high, because };
}
