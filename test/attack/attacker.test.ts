/** Whether the attack finds what leaks: reports made by hand, each with its leak worked out in a comment. */
import { describe, expect, test } from 'vitest';
import { handMade, metricOf, qualityOf, withheldMetric } from './hand-made.ts';
import { leaksOf } from './leaks-of.ts';
import type { Cell, PublishedMetric, PublishedReport } from './published.ts';

function sexes(n: number, [Female, Male, Other, unknown]: readonly Cell[], zeros = 'show'): PublishedReport {
  const counts = { Female, Male, Other, 'Not known': unknown };
  const known = n - Number(unknown);
  return handMade(
    100,
    [
      metricOf('sex-mix', {
        all: { n, known, leftOut: { 'closed or not yet open': 100 - n }, tables: { sexes: counts } },
      }),
    ],
    { zeros },
  );
}

describe('within one table', () => {
  test('one withheld count beside its total is told by subtraction', async () => {
    // 39 known = [c] + 36 + 0
    expect(await leaksOf(sexes(40, ['[c]', 36, 0, 1]))).toEqual(['sex-mix sexes All Female: 3 to 3']);
  });

  test('two withheld counts that add to 6 are each 1 to 5: too narrow for a threshold of 5', async () => {
    expect(await leaksOf(sexes(40, ['[c]', 34, '[c]', 0]))).toEqual([
      'sex-mix sexes All Female: 1 to 5',
      'sex-mix sexes All Other: 1 to 5',
    ]);
  });

  test('two that add to 7 are each 1 to 6: wide enough', async () => {
    expect(await leaksOf(sexes(41, ['[c]', 34, '[c]', 0]))).toEqual([]);
  });

  test('where zeros are withheld, too, two that add to 5 are each 0 to 5; to 4, 0 to 4', async () => {
    expect(await leaksOf(sexes(40, ['[c]', 35, '[c]', 0], 'hide'))).toEqual([]);
    expect(await leaksOf(sexes(39, ['[c]', 35, '[c]', 0], 'hide'))).toEqual([
      'sex-mix sexes All Female: 0 to 4',
      'sex-mix sexes All Other: 0 to 4',
    ]);
  });

  test('a withheld count that may be as large as another withheld one is safe', async () => {
    expect(await leaksOf(sexes(40, ['[c]', '[c]', 0, 2]))).toEqual([]);
  });
});

describe('between the tables of a metric', () => {
  const ages = (bands: readonly Cell[], years: readonly Cell[]) => {
    const named = (names: readonly string[], counts: readonly Cell[]) =>
      Object.fromEntries(names.map((name, index) => [name, counts[index]]));
    const tables = {
      years: named(['10', '11', '12', '13', '14', '15', '16', '17', '18 and over', 'Not known'], years),
      bands: named(['10-14', '15-17', '18 and over'], bands),
    };
    return handMade(60, [metricOf('age-bands', { all: { n: 60, tables } })]);
  };

  test('years beside their band: 12 of 10 to 14, of which 8 are shown, leave 4', async () => {
    const report = ages([12, 48, 0], [0, 0, 8, '[c]', '[c]', 16, 16, 16, 0, 0]);
    expect(await leaksOf(report)).toEqual([
      'age-bands years All 13: 1 to 3',
      'age-bands years All 14: 1 to 3',
    ]);
  });

  test('18 and over stands in both tables', async () => {
    const report = ages(['[c]', 40, '[c]'], [0, 0, 8, '[c]', '[c]', 20, 10, 10, 6, 0]);
    expect(await leaksOf(report)).toContain('age-bands bands All 18 and over: 6 to 6');
  });

  const ethnicity = (groups: readonly Cell[], categories: Readonly<Record<string, Cell>>) => {
    const [Asian, Black, Mixed, Other, White] = groups;
    const tables = { groups: { Asian, Black, Mixed, Other, White, 'Not known': 0 }, categories };
    return handMade(60, [metricOf('ethnicity-mix', { all: { n: 60, tables } })]);
  };

  test('groups withheld beside their categories are added up', async () => {
    const found = await leaksOf(
      ethnicity(['[c]', '[c]', 10, 0, 40], {
        Indian: 6,
        African: '[c]',
        'White and Asian': 10,
        Irish: 40,
      }),
    );
    // Asian has one category, listed with 6; so Black, and its one category, has the other 4.
    expect(found).toEqual([
      'ethnicity-mix groups All Asian: 6 to 6',
      'ethnicity-mix groups All Black: 4 to 4',
      'ethnicity-mix categories All African: 4 to 4',
    ]);
  });

  test('a category that is not listed is none: a group of one category tells it', async () => {
    const found = await leaksOf(
      ethnicity([9, 11, 0, 0, 40], { Indian: '[c]', African: 11, Irish: '[c]', Roma: '[c]' }),
    );
    expect(found).toEqual(['ethnicity-mix categories All Indian: 9 to 9']);
  });
});

describe('figures that stand beside a withheld count', () => {
  test('a share left standing gives its count back', async () => {
    const report = sexes(50, ['[c]', 30, '[c]', 0]);
    const [metric] = report.metrics;
    const [table] = metric.tables;
    const rows = table.rows.map((row) => (row.sex === 'Female' ? { ...row, share: 8 / 50 } : row));
    expect(await leaksOf({ ...report, metrics: [{ ...metric, tables: [{ ...table, rows }] }] })).toEqual([
      'stands: sex-mix sexes All Female, share',
      'sex-mix sexes All Female: 8 to 8',
      'sex-mix sexes All Other: 12 to 12',
    ]);
  });

  test('a share of an unknown count over an unknown count leaves only its multiples', async () => {
    // 2 of 3 were sufficient: judged is 3, 6, 9 or 12 of 13 cases; without the zeros of the others nothing is wider.
    const quality = qualityOf(13, 13, ['[c]', 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13]);
    const [questions] = quality.tables;
    const standards = {
      ...questions,
      name: 'standards',
      columns: [{ key: 'standard', type: 'text' }],
      rows: [
        { standard: 'assessment', lowest_question: 'desistance', share: 9 / 11, rating: '[c]', score: '[c]' },
      ],
    };
    const found = await leaksOf(handMade(13, [{ ...quality, tables: [questions, standards] }]));
    expect(found).toEqual([
      'stands: court-quality standards All assessment, lowest_question',
      'stands: court-quality standards All assessment, share',
      'court-quality questions All assessment desistance: 11 to 11',
    ]);
  });

  test('bands of cases per worker are the spread in another form, withheld where that is', async () => {
    // Of boys alone: with their numbers withheld, the last band would still say that a worker has 6 to 10.
    const bands = { '1-5': '[c]', '6-10': '[c]' };
    const work = metricOf('workload', {
      all: { n: 40, tables: { teams: { North: 40 }, distribution: bands } },
      notes: ["The limit of 15 open cases for a worker is the service's own, from its config file."],
    });
    const found = (options: Readonly<Record<string, string[]>>) => leaksOf(handMade(40, [work], { options }));
    expect(await found({ '--where': ['sex=Male'] })).toEqual([
      'stands: workload distribution All 1-5, cases',
      'stands: workload distribution All 6-10, cases',
    ]);
    expect(await found({ '--where': ['team=North'] })).toEqual([]);
  });

  test('a small count shown, a small cohort shown, and a figure in words are found without equations', async () => {
    const noted = (metric: PublishedMetric): PublishedMetric => ({
      ...metric,
      notes: ['of them 3 are twins'],
    });
    const report = sexes(9, [3, 6, 0, 0]);
    expect(await leaksOf({ ...report, metrics: report.metrics.map(noted) })).toEqual([
      'small: sex-mix cohort All n',
      'small: sex-mix sexes All Female',
      'unread: sex-mix notes  3',
    ]);
  });
});

describe('between metrics', () => {
  test('a withheld n stands in another metric', async () => {
    const leftOut = { 'closed or not yet open': 1 };
    const sexes = (Female: number, Male: number) => ({ sexes: { Female, Male, Other: 0, 'Not known': 0 } });
    const sex = metricOf('sex-mix', {
      by: 'send',
      all: { n: 63, leftOut, tables: sexes(20, 43) },
      parts: { Yes: { n: 40, tables: sexes(12, 28) }, No: { n: 23, leftOut, tables: sexes(8, 15) } },
    });
    const tables = { bands: { '10-14': 20, '15-17': 43, '18 and over': 0 }, years: { '14': 20, '15': 43 } };
    const age = metricOf('age-bands', {
      by: 'send',
      all: { n: 63, leftOut, tables },
      parts: { Yes: { n: '[c]' }, No: { n: '[c]' } },
    });
    const found = await leaksOf(handMade(70, [sex, age]));
    expect(found.slice(0, 2)).toEqual([
      'age-bands cohort Yes n: 40 to 40',
      'age-bands cohort Yes known: 40 to 40',
    ]);
  });

  test('what court-quality leaves out bounds the disposal groups it leaves out', async () => {
    const groups = {
      'Diversion and prevention': 5,
      'Pre-court': '[c]',
      'First-tier': 30,
      Community: '[c]',
      Custody: '[c]',
      'Remand and bail': '[c]',
      'Not mapped': 0,
    };
    const disposals = metricOf('disposal-mix', {
      all: { n: 57, leftOut: { 'closed or not yet open': 3 }, tables: { groups } },
    });
    // 8 cases of the three other groups, open or not, so with 5 of diversion at most 3 are left for the other two.
    const quality = qualityOf(52, 52, Array(12).fill(52), { 'other disposal groups': 8 });
    expect(await leaksOf(handMade(60, [disposals, quality]))).toEqual([
      'disposal-mix groups All Pre-court: 1 to 2',
      'disposal-mix groups All Remand and bail: 1 to 2',
    ]);
  });

  test('a cohort withheld as too small is told by the rows used when what it leaves out stands elsewhere', async () => {
    // Workload: 12 cases open. Disposal-mix, withheld, has those but the ones of residence Other: nobody knows how many.
    const workload = metricOf('workload', {
      all: { n: 12, leftOut: { 'closed or not yet open': 3 }, tables: { teams: { North: 12 } } },
    });
    expect(await leaksOf(handMade(15, [workload, withheldMetric('disposal-mix')]))).toEqual([]);
  });
});

test('a report that contradicts itself is said to do so', async () => {
  expect(await leaksOf(sexes(40, [10, 20, 0, 1]))).toEqual(['contradiction:    ']);
});
