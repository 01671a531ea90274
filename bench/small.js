// Small runs, where start-up is everything: whole processes against a bare one.
import { bareNode, ours } from './contestants.js';
import { inTurn, median, ratio } from './measure.js';
import { inMilliseconds, inTimes, table } from './table.js';

const FOUR = ['--only', 'ethnicity-mix,age-bands,workload,court-quality', '--internal'];

/** The runs of the budgets, by the names that guard.json calls them by. */
export function smallRuns({ path }) {
  const report = (...flags) => ['report', path, ...flags];
  return [
    ours('--help', ['--help']),
    ours('report, four metrics, terminal', report(...FOUR)),
    ...['terminal', 'json', 'csv', 'markdown'].map((format) =>
      ours(`report, all metrics, ${format}`, report('--format', format)),
    ),
  ];
}

/** Medians of small runs and their ratios to a bare `node -e 0`, which runs in the same rounds. */
export function timeSmallRuns(caseload, rounds) {
  const runs = [bareNode, ...smallRuns(caseload)];
  inTurn(runs, 1);
  const seconds = inTurn(runs, rounds);
  return runs.map(({ name }, index) => ({
    name,
    seconds: median(seconds[index]),
    times: ratio(seconds[index], seconds[0]),
  }));
}

export function smallTable({ cases }, rounds, results) {
  const rows = results.map(({ name, seconds, times }) => [
    name,
    inMilliseconds(seconds),
    `${inTimes(times)} x`,
  ]);
  return `### Start-up: whole runs on ${cases} cases (rounds: ${rounds})\n\n${table(['run', 'median', 'bare node'], rows)}`;
}
