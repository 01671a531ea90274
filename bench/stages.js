// The stages of this tool, timed inside one process of its own: node bench/stages.js FILE ROUNDS prints them as JSON.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { buildReport, loadCaseload, metrics } from '../dist/index.js';
import { median } from './measure.js';

const BREAKDOWNS = ['team', 'ethnicity', 'age'];

/** Seconds of each stage: reading, each metric by itself, all of them, and all by three columns. */
async function timeStages(path, rounds) {
  const load = [];
  let caseload;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    caseload = await loadCaseload(path);
    load.push((performance.now() - start) / 1000);
  }
  const report = (options) =>
    timed(rounds, () => buildReport({ ...caseload }, { internal: true, ...options }));
  return {
    rows: caseload.rowCount,
    readBytes: timed(rounds, () => readFileSync(path)),
    sha256: timed(rounds, () => createHash('sha256').update(readFileSync(path)).digest()),
    load: median(load),
    metrics: metrics.map((metric) => ({
      name: metric.name,
      columns: columnsOf(metric, caseload).length,
      pass: timed(rounds, () => onePass(caseload, metric)),
      alone: report({ metrics: [metric] }),
      by: BREAKDOWNS.map((by) => report({ metrics: [metric], by })),
    })),
    all: report({}),
    by: BREAKDOWNS.map((by) => ({ by, seconds: report({ by }) })),
    json: timed(rounds, () => JSON.stringify(buildReport(caseload, { internal: true }), null, 2)),
  };
}

/** The columns of the caseload that a metric declares. */
function columnsOf({ needs, alsoReads }, { columns }) {
  const names = [...needs.flat(), ...(alsoReads ?? []), 'start_date', 'end_date'];
  return [...new Set(names)].flatMap((name) => columns.get(name) ?? []);
}

/** What one pass over the columns of a metric costs: each value of each row is looked at and counted. */
function onePass(caseload, metric) {
  const { used } = caseload;
  for (const { values, size } of columnsOf(metric, caseload)) countValues(used, values, size);
}

function countValues(rows, values, size) {
  const counts = new Uint32Array(Math.max(size, 65_536));
  for (let index = 0; index < rows.length; index++) counts[values[rows[index]]]++;
  return counts;
}

/** The median; a copy of the caseload is made for each report, so that nothing kept from the last one helps it. */
function timed(rounds, work) {
  const seconds = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work();
    seconds.push((performance.now() - start) / 1000);
  }
  return median(seconds);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(JSON.stringify(await timeStages(process.argv[2], Number(process.argv[3]))));
}
