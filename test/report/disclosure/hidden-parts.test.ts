/** What the shown parts of a breakdown tell of those that are not, in reports of generated caseloads. */
import { describe, expect, test } from 'vitest';
import type { ColumnName } from '../../../src/caseload/columns.ts';
import { courtQuality } from '../../../src/metrics/court-quality.ts';
import { sexMix } from '../../../src/metrics/sex-mix.ts';
import { workload } from '../../../src/metrics/workload.ts';
import type { Report, Row } from '../../../src/report/report.ts';
import { metricOf, tableOf } from '../../support/reports.ts';
import { boundsOn } from './exhaustive.ts';
import { judgedBounds } from './judged.ts';
import { BREAKDOWNS, isRecord, narrowOf, openCasesOf, SERVICES, serviceOf, type Told } from './services.ts';
import { reported, sharedFiles } from './shared.ts';

const isOk = (report: Report, name: string) => metricOf(report, name).status === 'ok';

/** How many children are in each part that is not shown, when those shown are taken from all. */
function hiddenSizes(report: Report): Told[] {
  if (!isOk(report, 'sex-mix') || metricOf(report, 'sex-mix').several !== undefined) return [];
  const { n, parts = [] } = tableOf(report, 'sex-mix', 'sexes').cohort;
  const shown = parts.reduce((sum, part) => sum + (typeof part.n === 'number' ? part.n : 0), 0);
  const hidden = parts.filter((part) => part.n === '[c]').map(({ by }) => ({ by, unknown: { least: 1 } }));
  // The not known are not named where they are few.
  const unnamed = parts.some(({ by }) => isRecord(by)) ? [] : [{ least: 0 }];
  const plus = [...hidden.map(({ unknown }) => unknown), ...unnamed];
  return hidden.flatMap(({ by, unknown }) => {
    const range = boundsOn(unknown, [{ plus, total: Number(n) - shown }]);
    return range === null ? [] : [{ what: `part ${by}`, ...range }];
  });
}

/** No part has more of a row than all. */
function rowsOfParts(report: Report): Told[] {
  return ['ethnicity-mix', 'sex-mix'].flatMap((name) => {
    if (!isOk(report, name)) return [];
    const [{ rows, columns }] = metricOf(report, name).tables;
    const nameOf = (row: Row) => String(row[columns[0].key]);
    const shown = rows.filter(({ by, children }) => by === 'All' && typeof children === 'number');
    return shown.flatMap((all) =>
      rows
        .filter((row) => row.by !== 'All' && nameOf(row) === nameOf(all) && row.children === '[c]')
        .map(({ by }) => ({ what: `${by}, ${nameOf(all)}`, smallest: 1, largest: Number(all.children) })),
    );
  });
}

/** Teams that the table of teams gives a number, though as parts they are not shown. */
function teamsAsParts(report: Report): Told[] {
  if (!isOk(report, 'workload')) return [];
  const { cohort, rows } = tableOf(report, 'workload', 'teams');
  const hidden = (cohort.parts ?? []).filter(({ n }) => n === '[c]').map(({ by }) => by);
  return rows
    .filter(
      ({ by, team, cases }) => by === 'All' && hidden.includes(String(team)) && typeof cases === 'number',
    )
    .map(({ team, cases }) => ({ what: String(team), smallest: Number(cases), largest: Number(cases) }));
}

/** How many cases were judged, in all and on each question. */
function judged(report: Report): Told[] {
  if (!isOk(report, 'court-quality')) return [];
  return judgedBounds(report).map(({ part, what, ...range }) => ({ what: `${part}: ${what}`, ...range }));
}

describe('the parts of a breakdown that are not shown', () => {
  test.each(BREAKDOWNS)('can each have 5 children more than the fewest: by %s', (by) => {
    const services = Array.from({ length: 20 }, (_, at) => ({ seed: at + 1, cases: 60 + 10 * at }));
    expect(narrowOf({ by, metrics: [sexMix] }, hiddenSizes, serviceOf, services)).toEqual([]);
  });

  test('are no row of the teams of boys', () => {
    const where = [{ column: 'sex' as const, value: 'Male' }];
    expect(narrowOf({ by: 'team', where, metrics: [sexMix, workload] }, teamsAsParts)).toEqual([]);
  });

  test('are no row of the teams of cases, where children are not told apart', () => {
    expect(narrowOf({ by: 'team', countCases: true, metrics: [sexMix, workload] }, teamsAsParts)).toEqual([]);
  });
});

test.each(['team', 'disposal'] as const)(
  'a child may be in several parts by %s, but no part has more than all',
  (by) => {
    expect(narrowOf({ by }, rowsOfParts)).toEqual([]);
  },
);

describe('cases judged, by what is known of each question and of all', () => {
  const some = SERVICES.filter((_, at) => at % 2 === 1);
  test.each([undefined, ...BREAKDOWNS])('leave each withheld number in doubt: by %s', (by) => {
    const asked = { metrics: [courtQuality], ...(by === undefined ? {} : { by }) };
    const files = [serviceOf, openCasesOf];
    expect(files.flatMap((fileOfService) => narrowOf(asked, judged, fileOfService, some))).toEqual([]);
  });

  test('what was worked out is true: each number lies within its range', () => {
    const by: ColumnName = 'sex';
    const checked = SERVICES.map(({ seed, cases }) => {
      const files = [serviceOf(seed, cases)];
      const [questions, , summary] = metricOf(reported(files, { by }).internal, 'court-quality').tables;
      const report = sharedFiles(files, { by });
      const ranges = isOk(report, 'court-quality') ? judgedBounds(report) : [];
      for (const { part, what, smallest, largest } of ranges) {
        const question = questions.rows.find(
          (row) => row.by === part && `${row.standard} ${row.question}` === what,
        );
        const count = Number(
          (question ?? summary.rows.find((row) => row.by === part))?.[question ? 'judged' : 'judged_cases'],
        );
        expect(count).toBeGreaterThanOrEqual(smallest);
        expect(count).toBeLessThanOrEqual(largest);
      }
      return ranges.length;
    });
    expect(Math.max(...checked)).toBeGreaterThan(0);
  });
});
