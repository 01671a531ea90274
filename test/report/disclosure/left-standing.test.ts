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
  /** Numbers in texts that no table is known to publish. */
  function numbersIn({ notes, message = '', question, title, several }: MetricReport): string[] {
    const published = [String(several), '10', '18', '2001', '2011', '2018', '2021', '2024'];
    const numbers = [...notes, message, question, title].flatMap((text) => text.match(/\d+/g) ?? []);
    return numbers.filter((number) => !published.includes(number));
  }

  test.each([undefined, ...BREAKDOWNS])(
    'hold no number but years, the rule and children in several values: by %s',
    (by) => {
      for (const { seed, cases } of SMALL) {
        const report = sharedFiles([serviceOf(seed, cases)], by === undefined ? {} : { by });
        expect(report.metrics.flatMap(numbersIn)).toEqual([]);
      }
    },
  );
});
