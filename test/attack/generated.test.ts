/** The attack on what the real command gives for caseloads and options drawn by a seed. `npm run attack` draws more. */
import { expect, test } from 'vitest';
import { drawCase } from './random-cases.ts';
import { leakOf } from './run-case.ts';

const SEEDS_A_TEST = 8;
const FIRST_SEEDS = [1, 9, 17, 25, 33, 41];
/**
 * A hidden zero of a breakdown by age in a service of six rows, with a threshold of 3: a group without rows stands outside
 * the sums that court-quality tells. Named among the known limits; to be taken out when it is mended.
 */
const KNOWN_LEAKS = [31];
/** How often a leaking case is looked at to make it smaller. */
const PATIENCE = 20;

test.each(FIRST_SEEDS)(
  'no withheld count is told to less than the threshold in eight reports drawn from seed %i on',
  { timeout: 60_000 },
  async (first) => {
    for (let seed = first; seed < first + SEEDS_A_TEST; seed++) {
      const leak = await leakOf(drawCase(seed), PATIENCE, { sample: 1 });
      if (KNOWN_LEAKS.includes(seed)) expect(leak).not.toBeNull();
      else expect(leak ?? '').toBe('');
    }
  },
);
