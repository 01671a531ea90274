// npm run bench: this tool beside what a user would pick instead, on the same files, in the same run.
import { agreed, timed } from './compare.js';
import { notInstalled } from './contestants.js';
import { caseloads, dirtyCaseload } from './data.js';
import { guard } from './guard.js';
import { describeMachine } from './machine.js';
import { HELP, readOptions } from './options.js';
import { smallTable, timeSmallRuns } from './small.js';
import { measureStages, stageTable } from './stage-table.js';
import { comparison } from './table.js';
import { writeResults } from './write-results.js';

const SMALL = 10_000;
const SMALL_ROUNDS_TIMES = 4;
const LARGE = 10_000_000;
const STAGES_AT = 1_000_000;

async function main(argv) {
  const options = readOptions(argv);
  if (options.help) return say(HELP);
  if (options.guard) {
    process.exitCode = (await guard(options)) ? 0 : 1;
    return;
  }
  const parts = [describeMachine()];
  const add = (part) => {
    parts.push(part);
    say(`\n${part}\n`);
  };
  say(`${parts[0]}\n`);
  const missing = notInstalled();
  if (missing.length > 0) add(`Not installed here: ${missing.join(', ')}.`);
  if (!options.stages) await compareAll(options, add);
  await showStages(options, add);
  if (options.write) writeResults(parts);
}

async function compareAll({ sizes, rounds }, add) {
  const dirty = await dirtyCaseload();
  const { contestants, figures } = await agreed(dirty);
  const names = contestants.filter((one) => one.figures !== undefined).map(({ name }) => name);
  add(`Of ${dirty.cases} dirty cases all found the same ${figures} figures: ${names.join('; ')}.`);
  for (const cases of sizes) {
    const files = await caseloads(cases);
    for (const caseload of files) add(comparison(await timed(caseload, roundsFor(cases, rounds))));
    if (cases < SMALL) {
      const times = roundsFor(cases, rounds);
      add(smallTable(files[0], times, timeSmallRuns(files[0], times)));
    }
  }
}

/** Small runs are short and their noise is large beside them; ten million rows are run three times at most. */
function roundsFor(cases, rounds) {
  if (cases < SMALL) return rounds * SMALL_ROUNDS_TIMES;
  return cases >= LARGE ? Math.min(rounds, 3) : rounds;
}

/** The stages at a million rows, or at the largest size asked for that is smaller. */
async function showStages({ sizes, rounds }, add) {
  const cases = Math.min(STAGES_AT, Math.max(...sizes));
  const [plain] = await caseloads(cases);
  add(stageTable(measureStages(plain, rounds), rounds));
}

function say(text) {
  process.stdout.write(text);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
