/** What is left standing beside withheld counts, in reports of generated caseloads. */
import { describe, expect, test } from 'vitest';
import type { MetricReport, Table } from '../../../src/report/report.ts';
import { metricOf } from '../../support/reports.ts';
import { BREAKDOWNS, SERVICES, serviceOf } from './services.ts';
import { sharedFiles } from './shared.ts';

const SMALL = SERVICES.filter((_, at) => at % 3 === 0);

describe('a row with a withheld count', () => {
  /** Cells that stand although their row's count is withheld. */
  function standing({ columns, rows }: Table): unknown[] {
    const isFigure = ({ type }: Table['columns'][number]) => type !== 'text';
    return rows
      .filter((row) => columns.some(({ key, type }) => type === 'count' && row[key] === '[c]'))
      .flatMap((row) => columns.filter(isFigure).map(({ key }) => row[key]))
      .filter((cell) => cell !== '[c]' && cell !== '[x]');
  }

  test.each([undefined, ...BREAKDOWNS])('has no figure left: by %s', (by) => {
    for (const { seed, cases } of SMALL) {
      for (const zeros of ['show', 'hide'] as const) {
        const report = sharedFiles([serviceOf(seed, cases)], { ...(by === undefined ? {} : { by }), zeros });
        // Teams and workers under a filter or breakdown of children keep their count alone.
        const tables = report.metrics
          .flatMap((metric) => metric.tables)
          .filter(({ name }) => name !== 'teams' && name !== 'workers');
        expect(tables.flatMap(standing)).toEqual([]);
      }
    }
  });

  test('leaves no rating, score or lowest question that follows from it', () => {
    for (const { seed, cases } of SERVICES) {
      const report = sharedFiles([serviceOf(seed, cases)]);
      const quality = metricOf(report, 'court-quality');
      if (quality.status !== 'ok') continue;
      const [questions, standards, summary] = quality.tables;
      const hidden = new Set(
        questions.rows.filter(({ judged }) => judged === '[c]').map(({ standard }) => standard),
      );
      for (const { standard, lowest_question, share, rating, score } of standards.rows) {
        const follows = [lowest_question, share, rating, score];
        if (hidden.has(standard)) expect(follows).toEqual(['[c]', '[c]', '[c]', '[c]']);
        else expect(follows).not.toContain('[c]');
      }
      expect(summary.rows[0].score === '[c]').toBe(hidden.size > 0);
    }
  });
});

describe('words', () => {
  const textsOf = ({ name, notes, message = '', question, title }: MetricReport): string[] =>
    [...notes, message, question, title].map((text) => `${name}: ${text}`);
  /** Numbers in a text, without days and months, that no table is known to publish. */
  const numbersIn = (text: string, published: readonly string[]): string[] =>
    (text.replace(/\d{4}-\d{2}(-\d{2})?/g, '').match(/\d+/g) ?? []).filter(
      (number) => !published.includes(number),
    );

  test.each([undefined, ...BREAKDOWNS])(
    'are the same whatever the numbers, but for days, the rule and children in several values: by %s',
    (by) => {
      const reports = SMALL.map(({ seed, cases }) =>
        sharedFiles([serviceOf(seed, cases)], by === undefined ? {} : { by }),
      );
      const said = reports.map(({ metrics }) => new Set(metrics.flatMap(textsOf)));
      for (const { metrics } of reports) {
        const published = ['10', ...metrics.map(({ several }) => String(several))];
        const own = metrics.flatMap(textsOf).filter((text) => !said.every((texts) => texts.has(text)));
        expect(own.filter((text) => numbersIn(text, published).length > 0)).toEqual([]);
      }
    },
  );
});
