// What a program of somebody else's does with the library; all it prints is the same on every Node.
import assert from 'node:assert/strict';
import { buildReport, loadCaseload, metrics, readCsv, UserError } from 'yos-caseload';

const caseload = await loadCaseload('cases.csv', { asAt: '2026-10-31' });
const frame = caseload.toDataFrame();
assert.equal(frame.shape[0], caseload.used.length);
assert.deepEqual(frame.columns.slice(0, 2), ['case_id', 'child_id']);

const report = buildReport(caseload, { by: 'team' });
assert.deepEqual(
  report.metrics.map(({ name }) => name),
  metrics.map(({ name }) => name),
);
const bands = buildReport(caseload)
  .metrics.find(({ name }) => name === 'age-bands')
  .tables.find(({ name }) => name === 'bands');
const counted = bands.toDataFrame();
assert.equal(counted.column('children').sum(), bands.cohort.known);
const most = counted.sortValues('children', { ascending: false }).head(1);
const sums = counted.groupby(['band']).sum();

assert.deepEqual(readCsv(new TextEncoder().encode('a;b\n1;"x;y"\n')), [
  ['a', 'b'],
  ['1', 'x;y'],
]);
await assert.rejects(loadCaseload('none.csv'), UserError);
await assert.rejects(import('@tensorflow/tfjs-node'), { code: 'ERR_MODULE_NOT_FOUND' });

process.stdout.write(JSON.stringify({ report, most: most.values, sums: sums.values, text: String(frame) }));
