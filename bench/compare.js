// One caseload, all programs: first the figures, then the times.
import { countFigures, firstDifference } from './agree.js';
import { contestants, tool } from './contestants.js';
import { inTurn, median, ratio, runWithMemory } from './measure.js';

/**
 * Everybody once, untimed: what they found must be what this tool found. This also warms the disk's cache and takes
 * the peak memory, so that timing is left alone later. `names` chooses among the programs.
 *
 * @throws Error naming the first figure that differs
 */
export async function agreed(caseload, names = null) {
  const found = await runWithMemory(tool(caseload));
  const figures = tool(caseload).figures(found.output);
  const all = contestants(caseload, figures.asAt).filter(
    ({ name }) => names === null || names.includes(name),
  );
  const memory = [];
  for (const contestant of all) {
    const run = await runWithMemory(contestant);
    memory.push(run.memory);
    if (contestant.figures !== undefined) refuseDifference(caseload, contestant, figures, run.output);
  }
  return { contestants: all, memory, figures: countFigures(figures) };
}

function refuseDifference({ cases, form }, { name, figures: read, isPartial }, ours, output) {
  const theirs = read(output);
  const difference = firstDifference(isPartial ? restricted(ours, theirs) : ours, theirs);
  if (difference === null) return;
  throw new Error(
    `${cases} cases, ${form}: ${name} does not agree on ${difference.path}: it says ${difference.theirs}, yos-caseload ${difference.ours}`,
  );
}

/** Of our figures the tables that somebody asked for less has, too. */
function restricted(ours, theirs) {
  const pick = (from, keys) => Object.fromEntries(Object.keys(keys).map((key) => [key, from[key]]));
  return Object.fromEntries(Object.entries(theirs).map(([key, tables]) => [key, pick(ours[key], tables)]));
}

/** Times of all, the first being this tool; `times` is how many times the seconds of each this tool took. */
export async function timed(caseload, rounds) {
  const { contestants: all, memory, figures } = await agreed(caseload);
  const seconds = inTurn(all, rounds);
  const results = all.map(({ name }, index) => ({
    name,
    seconds: median(seconds[index]),
    fastest: Math.min(...seconds[index]),
    memory: memory[index],
    times: ratio(seconds[0], seconds[index]),
  }));
  return { ...caseload, rounds, figures, results };
}
