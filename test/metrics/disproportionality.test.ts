import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { disproportionality } from '../../src/metrics/disproportionality.ts';
import { ethnicityMix } from '../../src/metrics/ethnicity-mix.ts';
import type { Baseline } from '../../src/metrics/settings.ts';
import { type ByEthnicGroup, baselineNamed } from '../../src/reference/populations.ts';
import type { MetricReport } from '../../src/report/report.ts';
import { type Asked, cellsOf, csvInput, figuresOf, reportOf, rowOf, tableOf } from './figures-of.ts';

const BIRMINGHAM = baselineNamed('birmingham');

function baselineOf(byEthnicGroup: ByEthnicGroup): Baseline {
  return { area: 'Littletown', byEthnicGroup, year: 2024, source: 'our own count', caution: null };
}

/** A child with one open case for each of the ethnicities, as many times as asked. */
function caseloadWith(children: Readonly<Record<string, number>>, date = '2026-10-31'): string {
  const ethnicities = Object.entries(children).flatMap(([label, times]) => Array(times).fill(label));
  const rows = ethnicities.map((ethnicity, index) => `C${index},YP${index},${ethnicity},${date}`);
  return ['case_id,child_id,ethnicity,start_date', ...rows].join('\n');
}

function figures(children: Readonly<Record<string, number>>, population: ByEthnicGroup, asked: Asked = {}) {
  return figuresOf(disproportionality, caseloadWith(children), {
    ...asked,
    settings: { baseline: baselineOf(population), ...asked.settings },
  });
}

/*
 * Worked by hand. Of 8,000 residents aged 10 to 17 a quarter are Asian, an eighth Black, a sixteenth each Mixed and
 * Other, half White. Of 39 children of known ethnicity 10 are Asian, 5 Black, 4 Mixed, none Other, 20 White.
 * Per 1,000: Asian 10 / 2 = 5, Black 5 / 1 = 5, Mixed 4 / 0.5 = 8, White 20 / 4 = 5; so Asian and Black are 1.0.
 */
const LITTLETOWN = { Asian: 2000, Black: 1000, Mixed: 500, Other: 500, White: 4000 };
const CHILDREN = { Indian: 10, Caribbean: 5, 'White and Asian': 4, Irish: 20, 'Not stated': 2 };
const little = figures(CHILDREN, LITTLETOWN);

describe('each group beside the residents aged 10 to 17', () => {
  test('shares, their gap, rates per 1,000, and the rate over that of White', () => {
    expect(
      cellsOf(little, 'groups', ['group', 'children', 'population', 'population_share', 'rate_per_1000']),
    ).toEqual([
      ['Asian', 10, 2000, 0.25, 5],
      ['Black', 5, 1000, 0.125, 5],
      ['Mixed', 4, 500, 0.0625, 8],
      ['Other', 0, 500, 0.0625, 0],
      ['White', 20, 4000, 0.5, 5],
      ['Not known', 2, '[z]', '[z]', '[z]'],
    ]);
    expect(cellsOf(little, 'groups', ['share', 'gap'])).toEqual([
      [10 / 39, 10 / 39 - 0.25],
      [5 / 39, 5 / 39 - 0.125],
      [4 / 39, 4 / 39 - 0.0625],
      [0, -0.0625],
      [20 / 39, 20 / 39 - 0.5],
      ['[z]', '[z]'],
    ]);
    expect(tableOf(little, 'groups').cohort).toEqual({ n: 41, known: 39, leftOut: [] });
  });

  test('under 5 in the group is too few to say, 5 are enough, and White is what the others are compared with', () => {
    expect(cellsOf(little, 'groups', ['group', 'relative_rate', 'reading'])).toEqual([
      ['Asian', 1, 'no clear difference'],
      ['Black', 1, 'no clear difference'],
      ['Mixed', '[z]', 'too few to say'],
      ['Other', '[z]', 'too few to say'],
      ['White', 1, 'compared with'],
      ['Not known', '[z]', '[z]'],
    ]);
    for (const group of ['Mixed', 'Other', 'White', 'Not known']) {
      const { relative_rate_lower, relative_rate_upper } = rowOf(little, 'groups', { group });
      expect([group, relative_rate_lower, relative_rate_upper]).toEqual([group, '[z]', '[z]']);
    }
  });

  test('under 5 in White is too few to say for every group', () => {
    const few = figures({ Indian: 30, Irish: 4 }, LITTLETOWN);
    expect(cellsOf(few, 'groups', ['relative_rate', 'relative_rate_lower', 'reading'])).toEqual([
      ...Array(5).fill(['[z]', '[z]', 'too few to say']),
      ['[z]', '[z]', '[z]'],
    ]);
    expect(rowOf(few, 'groups', { group: 'White' })).toMatchObject({ children: 4, rate_per_1000: 1 });
  });

  test('of nobody there are rates of 0 and shares of nothing; all of one group is a share of 1', () => {
    const nobody = figures(CHILDREN, LITTLETOWN, { asAt: '2000-01-01' });
    expect(rowOf(nobody, 'groups', { group: 'White' })).toMatchObject({
      children: 0,
      share: '[z]',
      gap: '[z]',
      rate_per_1000: 0,
      reading: 'too few to say',
    });
    const all = figures({ Irish: 6 }, LITTLETOWN);
    expect(rowOf(all, 'groups', { group: 'White' })).toMatchObject({ share: 1, share_upper: 1, gap: 0.5 });
  });

  test('where no resident is of a group, and nobody counted, it has no rate', () => {
    const rowsFor = (children: Readonly<Record<string, number>>, population: ByEthnicGroup) =>
      cellsOf(figures(children, population), 'groups', ['rate_per_1000', 'relative_rate', 'reading']);
    const { Indian: _, ...withoutAsian } = CHILDREN;
    expect(rowsFor(withoutAsian, { ...LITTLETOWN, Asian: 0 })[0]).toEqual(['[z]', '[z]', 'too few to say']);
    const { Irish: __, ...withoutWhite } = CHILDREN;
    expect(rowsFor(withoutWhite, { ...LITTLETOWN, White: 0 })[0]).toEqual([5, '[z]', 'too few to say']);
  });

  test('more children of a group than it has residents are refused, this year or another; as many are not', () => {
    const small = { ...LITTLETOWN, Asian: 9 };
    const refused = {
      status: 'refused',
      message:
        'The population of Asian in Littletown (9 residents aged 10 to 17) is smaller than the number of children counted: check that the population is right and of the area of the service.',
      tables: [],
    };
    expect(figures(CHILDREN, small)).toMatchObject(refused);
    expect(figures({ Indian: 9, Irish: 20 }, small).status).toBe('ok');
    const years = { 2025: caseloadWith({ Indian: 10, Irish: 20 }, '2025-10-31') };
    expect(figures({ Indian: 9, Irish: 20 }, small, { years })).toMatchObject(refused);
    expect(figures(CHILDREN, small, { countCases: true }).message).toContain('the number of cases counted');
  });
});

describe('the statistics against published values', () => {
  test("the relative rate is that of R's poisson.test: 11 of 800 over 21 of 3,011", () => {
    // R's documentation: poisson.test(c(11, 6+8+7), c(800, 1083+1050+878)).
    const row = rowOf(
      figures({ African: 11, Irish: 21 }, { ...LITTLETOWN, Black: 800, White: 3011 }),
      'groups',
      {
        group: 'Black',
      },
    );
    expect(row.relative_rate).toBeCloseTo(1.971488, 6);
    expect(row.relative_rate_lower).toBeCloseTo(0.8584264, 6);
    expect(row.relative_rate_upper).toBeCloseTo(4.2772659, 6);
    expect(row.reading).toBe('no clear difference');
  });

  test('the range of a share is Wilson: 1 of 29 lies within 0.0061 and 0.1718', () => {
    // Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3.
    const row = rowOf(figures({ 'White and Asian': 1, Irish: 28 }, LITTLETOWN), 'groups', { group: 'Mixed' });
    expect(row.share_lower).toBeCloseTo(0.0061, 4);
    expect(row.share_upper).toBeCloseTo(0.1718, 4);
  });

  test('higher where the exact range lies above 1, lower where it lies below', () => {
    // 60 of 17,883 over 100 of 42,740, by the beta distribution (Python, scipy 1.17.1): 1.4340, 1.0234 to 1.9945.
    const seen = figures({ African: 60, Irish: 100, Indian: 60 }, BIRMINGHAM?.byEthnicGroup ?? LITTLETOWN);
    expect(rowOf(seen, 'groups', { group: 'Black' })).toMatchObject({
      relative_rate: 1.4339875859755074,
      reading: 'higher',
    });
    expect(rowOf(seen, 'groups', { group: 'Black' }).relative_rate_lower).toBeCloseTo(1.0234127715936407, 10);
    // 60 of 51,818 over 100 of 42,740 is 0.495.
    expect(rowOf(seen, 'groups', { group: 'Asian' }).reading).toBe('lower');
  });
});

/*
 * The example service as at 31 October 2026, computed apart from this program with Python's csv module and, for the
 * limits, the beta distribution of scipy 1.17.1: lower = beta.ppf(0.025, a, b + 1), upper = beta.ppf(0.975, a + 1, b),
 * each as odds, times the residents of White over those of the group.
 */
test('the example service beside Birmingham is as an independent computation has it', () => {
  const csv = readFileSync(new URL('../../fixtures/birmingham-like/caseload.csv', import.meta.url), 'utf8');
  const seen = figuresOf(disproportionality, csv, { settings: { baseline: BIRMINGHAM } });
  const expected = [
    [
      'Asian',
      128,
      -0.04627075665063474,
      2.4701841059091434,
      0.8446053494924544,
      0.6549138702361761,
      1.08945836607554,
    ],
    [
      'Black',
      56,
      0.01625402814618132,
      3.1314656377565284,
      1.0707107308617123,
      0.7668777827820564,
      1.47872773812679,
    ],
    [
      'Mixed',
      28,
      -0.00524875782597162,
      2.6178010471204187,
      0.8950785340314137,
      0.5718113094916242,
      1.35706756037199,
    ],
    [
      'Other',
      30,
      0.02050273175459847,
      3.7345947964645836,
      1.2769326528071705,
      0.8272510139913952,
      1.91462740013533,
    ],
  ];
  const keys = [
    'group',
    'children',
    'gap',
    'rate_per_1000',
    'relative_rate',
    'relative_rate_lower',
    'relative_rate_upper',
  ];
  cellsOf(seen, 'groups', keys)
    .slice(0, expected.length)
    .forEach((cells, index) => {
      cells.forEach((cell, at) => {
        const other = expected[index][at];
        if (typeof other === 'number') expect(cell).toBeCloseTo(other, 10);
        else expect(cell).toBe(other);
      });
    });
  expect(rowOf(seen, 'groups', { group: 'White' })).toMatchObject({ children: 125, relative_rate: 1 });
  expect(rowOf(seen, 'groups', { group: 'Not known' }).children).toBe(7);
});

test('the counts are those of the ethnicity mix: each child once, 18 and over included, residence Other left out', () => {
  const csv = `
    case_id,child_id,ethnicity,age,residence,start_date,end_date
    C1,YP1,Indian,15,Home,2026-05-01,
    C2,YP1,Indian,15,Home,2026-06-01,
    C3,YP2,Irish,18,Home,2026-05-01,
    C4,YP3,Irish,19,Other,2026-05-01,
    C5,YP4,Irish,16,Home,2026-01-01,2026-05-01
    C6,YP5,,16,Home,2026-10-31,
  `;
  const settings = { baseline: baselineOf(LITTLETOWN) };
  const [mix, seen] = reportOf([csvInput(csv)], {
    settings,
    metrics: [ethnicityMix, disproportionality],
  }).metrics;
  expect(cellsOf(seen, 'groups', ['group', 'children'])).toEqual(
    cellsOf(mix, 'groups', ['group', 'children']),
  );
  expect(cellsOf(seen, 'groups', ['children'])).toEqual([[1], [0], [0], [0], [1], [1]]);
  expect(tableOf(seen, 'groups').cohort).toEqual(tableOf(mix, 'groups').cohort);
  expect(seen.notes.join(' ')).toContain('18 or over with an open case is counted');
});

test('two-thirds of the residents of Birmingham are not White: together the four are near their share', () => {
  // 88,430 of 131,170 are 67.4 %. 67 of 100 children are a gap of less than half a point.
  const asked = { settings: { baseline: BIRMINGHAM, combined: true } };
  const seen = figures(
    { Indian: 40, African: 13, 'White and Asian': 8, Arab: 6, Irish: 33 },
    LITTLETOWN,
    asked,
  );
  expect(cellsOf(seen, 'combined', ['group', 'children', 'share', 'population', 'reading'])).toEqual([
    ['Asian, Black, Mixed and Other together', 67, 0.67, 88_430, 'no clear difference'],
  ]);
  const [row] = tableOf(seen, 'combined').rows;
  expect(row.population_share).toBeCloseTo(0.674, 3);
  expect(row.gap).toBeCloseTo(0.67 - 88_430 / 131_170, 12);
  // (67 / 88,430) / (33 / 42,740) = 2,863,580 / 2,918,190
  expect(row.relative_rate).toBeCloseTo(2_863_580 / 2_918_190, 12);
  expect(tableOf(seen, 'combined').title).toContain('hides the differences');
  expect(figures({ Indian: 40, Irish: 33 }, LITTLETOWN).tables.map(({ name }) => name)).toEqual(['groups']);
});

describe('several years', () => {
  /*
   * Worked by hand: 3 Asian and 20 White children this year, 3 and 10 in 2025, 2 and 10 in 2024: 8 and 40 over three
   * years, of 3 x 2,000 and 3 x 4,000 residents. Per 1,000 a year 8 / 6 = 1.333 and 40 / 12 = 3.333: 0.4 of it.
   */
  const years = {
    2024: caseloadWith({ Indian: 2, Irish: 10, Unknown: 1 }, '2024-10-31'),
    2025: caseloadWith({ Pakistani: 3, Roma: 10 }, '2025-10-31'),
  };
  const pooled = figures({ Indian: 3, Irish: 20 }, LITTLETOWN, { years });

  test('add up over population times years, so that what is too few in one year can be said of all', () => {
    expect(rowOf(pooled, 'groups', { group: 'Asian' }).reading).toBe('too few to say');
    const asian = rowOf(pooled, 'pooled', { group: 'Asian' });
    expect(asian).toMatchObject({ children: 8, other_years: 5, share: 8 / 48, person_years: 6000 });
    expect(asian.rate_per_1000).toBeCloseTo(8 / 6, 12);
    expect(asian.relative_rate).toBeCloseTo(0.4, 12);
    expect(asian.population_share).toBe(0.25);
    expect(asian.gap).toBeCloseTo(8 / 48 - 0.25, 12);
    expect(asian.reading).toBe('lower');
    expect(rowOf(pooled, 'pooled', { group: 'White' })).toMatchObject({ children: 40, person_years: 12_000 });
    expect(rowOf(pooled, 'pooled', { group: 'Not known' })).toMatchObject({ children: 1, share: '[z]' });
  });

  test('are named in a note, each with its day', () => {
    expect(pooled.notes.find((note) => note.startsWith('Several years'))).toBe(
      'Several years: this caseload (as at 2026-10-31), 2024 (as at 2024-10-31) and 2025 (as at 2025-10-31), each child once a year, beside the population of 2024 for every year. A child on several of these days counts several times, so that ranges are narrower than they should be.',
    );
  });

  test('with a year whose file has no ethnicity are refused, naming it', () => {
    const without = { ...years, 2023: 'case_id,child_id,start_date\nC1,YP1,2023-10-31' };
    expect(figures({ Indian: 9, Irish: 20 }, LITTLETOWN, { years: without })).toMatchObject({
      status: 'refused',
      message:
        '--year 2023: the file has no column ethnicity; map its header with --map, or leave that year out.',
      tables: [],
    });
  });

  test('with the same day twice are refused: it would only be counted again', () => {
    const again = { 2026: caseloadWith({ Indian: 3 }) };
    const { status, message } = figures({ Indian: 9, Irish: 20 }, LITTLETOWN, { years: again });
    expect(status).toBe('refused');
    expect(message).toContain('--year 2026: as at 2026-10-31 like another of the files');
  });
});

test('the four-fifths rule marks what lies outside 0.8 to 1.25, which are within to the point', () => {
  // Rates per 1,000 beside White's 10: Asian 8 (0.8), Black 12.5 (1.25), Mixed 7.9, Other 12.6.
  const population = { Asian: 1000, Black: 2000, Mixed: 10_000, Other: 5000, White: 1000 };
  const children = { Indian: 8, African: 25, 'White and Asian': 79, Arab: 63, Irish: 10 };
  const marks = (counts: Readonly<Record<string, number>>) =>
    cellsOf(figures(counts, population, { settings: { fourFifths: true } }), 'four_fifths', [
      'group',
      'mark',
    ]);
  expect(marks(children)).toEqual([
    ['Asian', '0.8 to 1.25'],
    ['Black', '0.8 to 1.25'],
    ['Mixed', 'under 0.8'],
    ['Other', 'over 1.25'],
    ['White', '[z]'],
  ]);
  expect(marks({ Indian: 4, Irish: 10 })[0]).toEqual(['Asian', 'too few to say']);
  expect(marks({ Indian: 40, Irish: 4 }).map(([, mark]) => mark)).toEqual(Array(5).fill('too few to say'));
});

describe('what it says besides', () => {
  test('that a difference is not by itself proof of discrimination', () => {
    expect(little.caveat).toBe('a difference is not by itself proof of discrimination');
  });

  test('whose population of which year it is, and how far from the caseload', () => {
    expect(little.notes.slice(0, 2)).toEqual([
      'Population: residents of Littletown aged 10 to 17, 2024 (our own count).',
      'The caseload is of 2026, the population of 2024: its numbers and mix may have changed in between.',
    ]);
    const { notes } = figuresOf(disproportionality, caseloadWith(CHILDREN), {
      settings: { baseline: { ...baselineOf(LITTLETOWN), year: null, caution: 'rounded' } },
    });
    expect(notes[0]).toBe(
      'Population: residents of Littletown aged 10 to 17, year not given (our own count; rounded).',
    );
    expect(notes.join(' ')).not.toContain('The caseload is of');
  });

  test('nothing in notes depends on the counts, which could be small', () => {
    const asked = { settings: { combined: true, fourFifths: true } };
    const other = figures({ Irish: 1, African: 3 }, LITTLETOWN, asked);
    expect(other.notes).toEqual(figures(CHILDREN, LITTLETOWN, asked).notes);
  });

  test('that Chinese is Asian among residents, where the list of 2001 has it under Other', () => {
    const asked: Asked = { ethnicityList: '2001' };
    const seen = figures({ Chinese: 3, Irish: 5 }, LITTLETOWN, asked);
    expect(cellsOf(seen, 'groups', ['children'])).toEqual([[0], [0], [0], [3], [5], [0]]);
    expect(seen.notes.join(' ')).toContain('the rate of Asian comes out too low and that of Other too high');
    expect(little.notes).toContain('Groups follow the 2021 Census list: Chinese counts as Asian.');
  });

  test('cases in place of children with --count-cases, and that ranges are then too narrow', () => {
    const seen = figures(CHILDREN, LITTLETOWN, {
      countCases: true,
      years: { 2024: caseloadWith(CHILDREN, '2024-01-31') },
    });
    expect(rowOf(seen, 'groups', { group: 'Asian' })).toMatchObject({ cases: 10, share: 10 / 39 });
    const words = (report: MetricReport) => report.notes.join(' ');
    expect(words(seen)).toContain('Somebody with several cases counts several times');
    expect(words(seen)).not.toMatch(/child/i);
    expect(words(little)).not.toContain('Somebody with several cases');
  });
});

describe('without a population', () => {
  test('none is taken by default: the message names the flag and says why', () => {
    const { status, message, tables } = figuresOf(disproportionality, caseloadWith(CHILDREN));
    expect([status, tables]).toEqual(['not-configured', []]);
    expect(message).toContain('--baseline birmingham, --baseline england-and-wales or --baseline FILE.csv');
    expect(message).toContain('baseline: birmingham');
    expect(message).toContain('a national population makes a city look over-represented');
  });

  test("a service's own categories have none: refused, with or without a baseline", () => {
    for (const baseline of [null, BIRMINGHAM]) {
      const seen = figuresOf(disproportionality, caseloadWith(CHILDREN), {
        ethnicityList: 'as-recorded',
        settings: { baseline },
      });
      expect(seen.status).toBe('refused');
      expect(seen.message).toContain('--ethnicity-list as-recorded');
    }
  });

  test('a file without ethnicity is told so first', () => {
    const seen = figuresOf(disproportionality, 'case_id,child_id,start_date\nC1,YP1,2026-05-01');
    expect(seen).toMatchObject({ status: 'missing-columns', missing: ['ethnicity'] });
  });
});
