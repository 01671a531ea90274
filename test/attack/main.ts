/** `npm run attack`: thousands of caseloads drawn by a seed, through the real command and the attack. */
import { drawCase } from './random-cases.ts';
import { leakOf } from './run-case.ts';

const PATIENCE = 600;
const SAMPLE = 10;
const CASES_BETWEEN_SIGNS = 100;

/** Attacks every `step`-th seed; says the first leak, shrunk, and ends with 1. */
async function run(first: number, count: number, step: number): Promise<void> {
  for (let index = 0; index < count; index += step) {
    const seed = first + index;
    const leak = await leakOf(drawCase(seed), PATIENCE, { sample: SAMPLE });
    if (leak !== null) {
      process.stdout.write(`${leak}\n`);
      process.exitCode = 1;
      return;
    }
    if ((index / step + 1) % CASES_BETWEEN_SIGNS === 0)
      process.stderr.write(`seed ${seed}: no leak so far\n`);
  }
}

const [first, count, step] = process.argv.slice(2).map(Number);
await run(first, count, step);
