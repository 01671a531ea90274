// The limits of guard.json: ratios to somebody in the same run, as times are those of a machine.
import { readFileSync } from 'node:fs';
import { agreed } from './compare.js';
import { OURS } from './contestants.js';
import { caseloads } from './data.js';
import { inTurn, median, ratio } from './measure.js';
import { fromBench } from './places.js';
import { timeSmallRuns } from './small.js';
import { inTimes, table } from './table.js';

const GIGABYTE = 1e9;
const SMALL_ROUNDS_TIMES = 4;

/** Measures what the limits speak of; `sizes` and `large` choose among them. Prints each, and says whether all hold. */
export async function guard({ rounds, sizes, isSizesGiven, large }) {
  const limits = JSON.parse(readFileSync(fromBench('guard.json'), 'utf8'));
  const isWanted = ({ cases }) => !isSizesGiven || sizes.includes(cases);
  const checks = [
    ...(isWanted(limits.small) ? await guardSmall(limits.small, rounds * SMALL_ROUNDS_TIMES) : []),
    ...(isWanted(limits.big) || large ? await guardBig(limits.big, rounds, large ? limits.large : null) : []),
  ];
  const rows = checks.map(({ what, value, most }) => [
    what,
    inTimes(value),
    most.toFixed(1),
    value <= most ? 'pass' : 'FAIL',
  ]);
  process.stdout.write(`${table(['ratio', 'found', 'at most', ''], rows)}\n`);
  if (!large) process.stdout.write('\nNot looked at: 10 million cases (--large).\n');
  return checks.length > 0 && checks.every(({ value, most }) => value <= most);
}

async function guardSmall({ cases, against, limits }, rounds) {
  const [caseload] = await caseloads(cases);
  const results = timeSmallRuns(caseload, rounds);
  return limits.map(({ run, most }) => {
    const found = results.find(({ name }) => name === run);
    if (found === undefined) throw new Error(`guard.json speaks of "${run}", which is no run`);
    return { what: `${cases} cases: ${run} to ${against}`, value: found.times, most };
  });
}

async function guardBig({ cases, limits }, rounds, large) {
  const [plain, quoted] = await caseloads(cases);
  const checks = [];
  let perRow = 0;
  for (const caseload of [plain, quoted]) {
    const measured = await measure(caseload, ['DuckDB', 'csv-parse, counting only'], rounds);
    if (caseload === plain) perRow = median(measured[0].seconds) / cases;
    checks.push(...limits.map((limit) => checked(caseload, limit, measured)));
  }
  return large === null ? checks : [...checks, ...(await guardLarge(large, perRow))];
}

/** This tool first, then those it is held against, after their figures have agreed. */
async function measure(caseload, against, rounds) {
  const { contestants, memory } = await agreed(caseload, [OURS, ...against]);
  const seconds = inTurn(contestants, rounds);
  return contestants.map(({ name }, index) => ({ name, seconds: seconds[index], memory: memory[index] }));
}

function checked({ cases, form }, { measure: kind, against, most }, measured) {
  const other = measured.find(({ name }) => name === against);
  if (other === undefined) throw new Error(`guard.json speaks of "${against}", which does not run here`);
  const value =
    kind === 'memory' ? measured[0].memory / other.memory : ratio(measured[0].seconds, other.seconds);
  return { what: `${cases} cases, ${form}: ${kind} to ${against}`, value, most };
}

async function guardLarge({ cases, limits }, perRow) {
  const [plain] = await caseloads(cases);
  const [ours] = await measure(plain, ['DuckDB'], 1);
  const values = {
    'time per row': median(ours.seconds) / cases / perRow,
    memory: ours.memory / (3 * GIGABYTE),
  };
  return limits.map(({ measure: kind, against, most }) => ({
    what: `${cases} cases: ${kind} to ${against}`,
    value: values[kind],
    most,
  }));
}
