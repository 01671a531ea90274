/** The log is what the report withholds, figure by figure, with the numbers. */
import { describe, expect, test } from 'vitest';
import { courtQuality } from '../../../src/metrics/court-quality.ts';
import { ethnicityMix } from '../../../src/metrics/ethnicity-mix.ts';
import { sexMix } from '../../../src/metrics/sex-mix.ts';
import { workload } from '../../../src/metrics/workload.ts';
import { renderDisclosureLog } from '../../../src/report/disclosure/disclosure-log.ts';
import { bytesOf } from '../../generate/generated.ts';
import { type Alike, fileOf, logged, reported, type SharedAsked, shared, sharedFiles } from './shared.ts';

const brief = (alike: readonly Alike[], asked: SharedAsked) =>
  logged(alike, asked).map(({ row, figure, value, reason }) => [row, figure, value, reason]);

describe('why a figure is withheld', () => {
  test('a small count is primary, the one that would reveal it secondary, shares and bounds are derived', () => {
    const log = brief(
      [
        { times: 3, sex: 'F' },
        { times: 6, sex: 'Other' },
        { times: 30, sex: 'M' },
      ],
      { metrics: [sexMix] },
    );
    expect(log.filter(([, figure]) => figure === 'children')).toEqual([
      ['Female', 'children', 3, 'primary'],
      ['Other', 'children', 6, 'secondary'],
    ]);
    expect(log.filter(([, , , reason]) => reason === 'derived')).toEqual([
      ['Female', 'share', 3 / 39, 'derived'],
      ['Female', 'share_lower', expect.closeTo(0.0265, 3), 'derived'],
      ['Female', 'share_upper', expect.closeTo(0.2032, 3), 'derived'],
      ['Other', 'share', 6 / 39, 'derived'],
      ['Other', 'share_lower', expect.closeTo(0.0725, 3), 'derived'],
      ['Other', 'share_upper', expect.closeTo(0.2973, 3), 'derived'],
    ]);
  });

  test('a table withheld whole is logged whole, zeros too', () => {
    // 5 and 1 of known ethnicity: withheld one by one they would be 1 to 5 each.
    const log = logged(
      [{ times: 5, ethnicity: 'Indian' }, { times: 1, ethnicity: 'African' }, { times: 9 }],
      {
        metrics: [ethnicityMix],
      },
    );
    const groups = log.filter(({ table, figure }) => table === 'groups' && figure === 'children');
    expect(groups.map(({ row, value, reason }) => [row, value, reason])).toEqual([
      ['Asian', 5, 'table'],
      ['Black', 1, 'table'],
      ['Mixed', 0, 'table'],
      ['Other', 0, 'table'],
      ['White', 0, 'table'],
      ['Not known', 9, 'table'],
    ]);
  });

  test('a metric of 9 children and a part of 9 are too small, and so is the part that would reveal it', () => {
    expect(
      new Set(brief([{ times: 9, sex: 'M' }], { metrics: [sexMix] }).map(([, , , reason]) => reason)),
    ).toEqual(new Set(['too small']));
    const parts = logged(
      [9, 12, 30].map((times, at) => ({ times, sex: 'M', team: `T${at}` })),
      { metrics: [sexMix], by: 'team' },
    );
    expect(new Set(parts.map(({ by, reason }) => `${by}: ${reason}`))).toEqual(
      new Set(['T0: too small', 'T1: too small']),
    );
  });

  test('a rating and a score are derived from the questions', () => {
    const log = logged(
      [
        { times: 3, disposal: 'YRO', planning_desistance: 'Yes' },
        { times: 30, disposal: 'YRO', delivery_desistance: 'Yes' },
      ],
      { metrics: [courtQuality] },
    );
    expect(log.map(({ table, row, figure, reason }) => [table, row, figure, reason])).toEqual([
      ['questions', 'planning / desistance', 'judged', 'primary'],
      ...['sufficient', 'share', 'share_lower', 'share_upper', 'band', 'near_boundary'].map((figure) => [
        'questions',
        'planning / desistance',
        figure,
        'derived',
      ]),
      ...['lowest_question', 'share', 'rating', 'score'].map((figure) => [
        'standards',
        'planning',
        figure,
        'derived',
      ]),
      ['summary', '', 'score', 'derived'],
      ['summary', '', 'maximum', 'derived'],
    ]);
  });
});

test('work figures are not withheld and not logged, save the column of children', () => {
  const log = logged(
    [
      { times: 3, worker_id: 'W1', team: 'North' },
      { times: 30, worker_id: 'W2', team: 'South' },
    ],
    {
      metrics: [workload],
    },
  );
  expect(log.filter(({ figure }) => figure !== 'children')).toEqual([]);
});

test('with every figure that the report withholds, and no other', () => {
  for (const seed of [1, 2, 3]) {
    for (const by of [undefined, 'team', 'sex', 'disposal'] as const) {
      const files = [{ name: 'cases.csv', bytes: bytesOf({ cases: 150, seed }) }];
      const asked = by === undefined ? {} : { by };
      const { internal, basis, sharing } = reported(files, asked);
      const log: {
        figures: {
          metric: string;
          table: string;
          by?: string;
          row: string;
          figure: string;
          reason: string;
        }[];
      } = JSON.parse(renderDisclosureLog(internal, basis, sharing));
      const single = log.figures.filter(({ reason }) => !['table', 'too small', 'internal'].includes(reason));
      const withheld = sharedFiles(files, asked).metrics.flatMap(({ name, tables }) =>
        tables.flatMap((table) =>
          table.rows.flatMap((row) =>
            table.columns
              .filter(({ key }) => row[key] === '[c]')
              .map(({ key }) => {
                const texts = table.columns
                  .filter(({ type }) => type === 'text')
                  .map((column) => row[column.key]);
                return [name, table.name, row.by, texts.join(' / '), key].join(' | ');
              }),
          ),
        ),
      );
      const named = single.map(({ metric, table, by: part, row, figure }) =>
        [metric, table, part, row, figure].join(' | '),
      );
      expect(named.sort()).toEqual(withheld.sort());
      expect(withheld.length).toBeGreaterThan(0);
    }
  }
});

test('is JSON that says what its reasons mean and by which rule they hold', () => {
  const { internal, basis, sharing } = reported(
    [
      fileOf([
        { times: 3, sex: 'F' },
        { times: 30, sex: 'M' },
      ]),
    ],
    {
      threshold: 4,
      metrics: [sexMix],
    },
  );
  const log = JSON.parse(renderDisclosureLog(internal, basis, sharing));
  expect(log).toMatchObject({ schema: 'yos-caseload/disclosure-log/1', threshold: 4, zeros: 'show' });
  expect(Object.keys(log.reasons).sort()).toEqual([
    'derived',
    'internal',
    'primary',
    'secondary',
    'table',
    'too small',
  ]);
  expect(log.figures[0]).toEqual({
    metric: 'sex-mix',
    table: 'sexes',
    row: 'Female',
    figure: 'children',
    value: 3,
    reason: 'primary',
  });
  expect(
    shared(
      [
        { times: 3, sex: 'F' },
        { times: 30, sex: 'M' },
      ],
      { threshold: 4, metrics: [sexMix] },
    ).disclosure?.withheld,
  ).toBe(log.figures.length);
});
