/** What is left standing beside withheld counts, in reports of generated caseloads. */
import { describe, expect, test } from 'vitest';
import { metrics } from '../../../src/metrics/index.ts';
import type { MetricReport, Table } from '../../../src/report/report.ts';
import { metricOf } from '../../support/reports.ts';
import { BREAKDOWNS, SERVICES, serviceOf } from './services.ts';
import { sharedFiles } from './shared.ts';

const SMALL = SERVICES.filter((_, at) => at % 3 === 0);

describe('a row with a withheld count', () => {
  /** Cells that stand although their row's count is withheld. */
  function standing({ columns, rows }: Table, apart: readonly string[]): unknown[] {
    const isFigure = ({ key, type }: Table['columns'][number]) => type !== 'text' && !apart.includes(key);
    return rows
      .filter((row) => columns.some(({ key, type }) => type === 'count' && row[key] === '[c]'))
      .flatMap((row) => columns.filter(isFigure).map(({ key }) => row[key]))
      .filter((cell) => cell !== '[c]' && cell !== '[x]');
  }

  /** Open children of two months stand in the table of months: who joined and left is in doubt beside them. */
  const KNOWN_ELSEWHERE = ['before', 'after', 'change', 'joined', 'left'];

  /** Counts from which nothing follows and that follow from nothing: each is withheld for itself. */
  function countsApart(metric: string, table: string): readonly string[] {
    const tables = metrics.find(({ name }) => name === metric)?.tables;
    const alone = tables?.find(({ name }) => name === table)?.about.alone;
    if (alone === undefined) return [];
    return alone.isWhole ? (alone.together === undefined ? [] : KNOWN_ELSEWHERE) : alone.counts;
  }

  test('but for open children, starts and ends of a month, which tell nothing of one another', () => {
    const apart = metrics.flatMap(({ name: metric, tables }) =>
      tables.filter(({ name }) => countsApart(metric, name).length > 0).map(({ name }) => [metric, name]),
    );
    expect(apart).toEqual([
      ['caseload-trend', 'month_ends'],
      ['caseload-trend', 'open_changes'],
    ]);
    expect(countsApart('caseload-trend', 'month_ends')).toEqual(['children', 'starts', 'ends']);
  });

  test.each([undefined, ...BREAKDOWNS])('has no figure left: by %s', (by) => {
    for (const { seed, cases } of SMALL) {
      for (const zeros of ['show', 'hide'] as const) {
        const report = sharedFiles([serviceOf(seed, cases)], { ...(by === undefined ? {} : { by }), zeros });
        // Teams and workers under a filter or breakdown of children keep their count alone.
        const left = report.metrics.flatMap(({ name: metric, tables }) =>
          tables
            .filter(({ name }) => metric !== 'workload' || (name !== 'teams' && name !== 'workers'))
            .flatMap((table) => standing(table, countsApart(metric, table.name))),
        );
        expect(left).toEqual([]);
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
  const withoutDays = (text: string) => text.replace(/\d{4}(?:-\d{2}(?:-\d{2})?|Q\d)/g, '');
  /** Numbers in a text, without days, months and quarters, that no table is known to publish. */
  const numbersIn = (text: string, published: readonly string[]): string[] =>
    (withoutDays(text).match(/\d+/g) ?? []).filter((number) => !published.includes(number));
  const wordingOf = (text: string) => withoutDays(text).replaceAll(/\d+/g, 'N');

  /** Numbers of the method, such as the 0.05 of a test: several services are told them, and all of them the same. */
  function isOfTheMethod(text: string, said: readonly ReadonlySet<string>[]): boolean {
    const alike = said.flatMap((texts) => [...texts].filter((one) => wordingOf(one) === wordingOf(text)));
    return alike.length > 1 && new Set(alike.map(withoutDays)).size === 1;
  }

  test.each([undefined, ...BREAKDOWNS])(
    'are the same whatever the numbers, but for days, the rule, the method and children in several values: by %s',
    (by) => {
      const reports = SMALL.map(({ seed, cases }) =>
        sharedFiles([serviceOf(seed, cases)], by === undefined ? {} : { by }),
      );
      const said = reports.map((report) => new Set(report.metrics.flatMap(textsOf)));
      for (const { metrics: all } of reports) {
        const published = ['10', ...all.map(({ several }) => String(several))];
        const own = all.flatMap(textsOf).filter((text) => !said.every((texts) => texts.has(text)));
        const numbered = own.filter((text) => numbersIn(text, published).length > 0);
        expect(numbered.filter((text) => !isOfTheMethod(text, said))).toEqual([]);
      }
    },
  );
});
