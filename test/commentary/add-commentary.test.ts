import { expect, it } from 'vitest';
import { addCommentary } from '../../src/commentary/add-commentary.ts';
import { reportWith, sampleReport, workload } from '../render/sample-report.ts';
import { read } from './reading.ts';

it('puts what is said beside the metric it is said of, and beside the report', () => {
  const said = read('# Summary\nall\n# ethnicity\nmix\n# Workload\n# resettlement\nno such figures here');
  const { commentary, metrics } = addCommentary(sampleReport, said);
  expect(commentary).toEqual([{ kind: 'paragraph', spans: [{ text: 'all' }] }]);
  expect(metrics.flatMap((metric) => (metric.commentary === undefined ? [] : [metric.name]))).toEqual([
    'ethnicity-mix',
  ]);
});

it('changes nothing of a report of which nothing is said', () => {
  const report = reportWith({ metrics: [workload] });
  expect(addCommentary(report, read('# ages\nyoung'))).toEqual(report);
});
