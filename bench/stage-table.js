// Runs stages.js in a process of its own, which has the machine to itself, and lays out what it found.
import { spawnSync } from 'node:child_process';
import { fromBench } from './places.js';
import { inMilliseconds, inTimes, inWhole, table } from './table.js';

const BREAKDOWNS = ['team', 'ethnicity', 'age'];

export function measureStages({ path }, rounds) {
  const args = ['--max-old-space-size=8192', fromBench('stages.js'), path, String(rounds)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the stages could not be timed:\n${stderr}`);
  return JSON.parse(stdout);
}

export function stageTable(stages, rounds) {
  const { rows, metrics, all } = stages;
  return [
    `### Stages of one process: ${inWhole(rows)} rows (rounds: ${rounds})`,
    table(['stage', 'median', 'of reading'], readingRows(stages)),
    `Each metric by itself, beside one pass over the columns it declares (each value of each row looked at and counted), and broken down. A metric may cost one pass, a breakdown the same again as the metric.`,
    table(
      ['metric', 'columns', 'one pass', 'metric', ...BREAKDOWNS.map((by) => `by ${by}`)],
      [...metrics.map(metricRow), allRow(stages, all)],
    ),
  ].join('\n\n');
}

function readingRows({ readBytes, sha256, load, all, by, json }) {
  const row = (name, seconds) => [name, inMilliseconds(seconds), inTimes(seconds / load)];
  return [
    row('the bytes from the disk (a floor)', readBytes),
    row('their SHA-256 (a floor)', sha256),
    row('reading: loadCaseload', load),
    row('all metrics: buildReport', all),
    ...by.map((one) => row(`all metrics by ${one.by}`, one.seconds)),
    row('all metrics, as JSON', json),
  ];
}

function metricRow({ name, columns, pass, alone, by }) {
  return [
    name,
    String(columns),
    inMilliseconds(pass),
    `${inMilliseconds(alone)} (${inTimes(alone / pass)} passes)`,
    ...by.map((seconds) => `${inMilliseconds(seconds)} (${inTimes(seconds / alone)} x)`),
  ];
}

function allRow({ by }, all) {
  const broken = by.map(({ seconds }) => `${inMilliseconds(seconds)} (${inTimes(seconds / all)} x)`);
  return ['all together', '', '', inMilliseconds(all), ...broken];
}
