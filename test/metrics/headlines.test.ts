/** What a target of a metric is about when it names no row: figures that its tables have. */
import { describe, expect, it } from 'vitest';
import { placesNamed } from '../../src/actions/find-row.ts';
import { metrics } from '../../src/metrics/index.ts';
import type { Report } from '../../src/report/report.ts';
import { fixture } from '../support/files.ts';
import { metricOf, tableOf } from '../support/reports.ts';
import { runInternal } from '../support/run-cli.ts';

const report: Report = await runInternal([
  ...['report', fixture('birmingham-like/caseload.csv'), '--baseline', 'birmingham'],
]);

describe.each(metrics.map((metric) => [metric.name, metric.headline] as const))('%s', (name, headline) => {
  it('has an example of words that name one row', () => {
    const parts = headline?.rowExample.split(',') ?? [];
    const places = (['share', 'number'] as const).map((kind) =>
      placesNamed(metricOf(report, name), parts, kind),
    );
    expect(places.find(({ length }) => length > 0)).toHaveLength(1);
  });

  it('takes its headlines from columns and rows that its report has', () => {
    const figures = [headline?.share, headline?.number].filter((figure) => figure !== undefined);
    for (const { table, column, row } of figures) {
      const { columns, rows } = tableOf(report, name, table);
      expect(columns.map(({ key }) => key)).toContain(column);
      if (typeof row === 'string') continue;
      expect(
        rows.filter((one) => Object.entries(row).every(([key, text]) => one[key] === text)),
      ).toHaveLength(1);
    }
    const isShare = headline?.share === undefined || typeOf(headline.share) === 'share';
    const isNumber = headline?.number === undefined || typeOf(headline.number) !== 'share';
    expect([isShare, isNumber]).toEqual([true, true]);
  });

  const typeOf = ({ table, column }: { table: string; column: string }) =>
    tableOf(report, name, table).columns.find(({ key }) => key === column)?.type;
});
