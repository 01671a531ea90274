/** What is drawn of a table: its numbers where they belong, and a word where a number is withheld. */
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/render/charts/draw-chart.ts';
import { easel } from '../../src/render/charts/easel.ts';
import { labelLines } from '../../src/render/charts/label-lines.ts';
import type { Chart, Row, ShownColumn, Table } from '../../src/report/report.ts';

function tableOf(chart: Chart, columns: readonly ShownColumn[], rows: readonly Row[]): Table {
  const cohort = { n: 100, known: 100, leftOut: [] };
  return { name: 'groups', title: 'Groups', unit: 'children', by: null, cohort, columns, rows, chart };
}

async function pictureOf(table: Table) {
  const picture = await drawChart(easel(), table);
  if (picture === null) throw new Error('nothing is drawn');
  return picture;
}

/** The markup of one layer of a drawing, by its number. */
function layer(inside: string, number: number): string {
  // One with nothing in it is closed at once.
  return new RegExp(`layer_${number}_marks"[^>/]*>(.*?)</g>`).exec(inside)?.[1] ?? '';
}
const textsIn = (markup: string) =>
  [...markup.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

const SHARES: readonly ShownColumn[] = [
  { key: 'group', label: 'Group', type: 'text' },
  { key: 'children', label: 'Children', type: 'count' },
  { key: 'share', label: 'Share of caseload', type: 'share', numerator: 'children' },
  { key: 'share_lower', label: '95% lower', type: 'lower', of: 'share' },
  { key: 'share_upper', label: '95% upper', type: 'upper', of: 'share' },
  { key: 'population_share', label: 'Share of residents', type: 'share' },
];
const withheld = { children: '[c]', share: '[c]', share_lower: '[c]', share_upper: '[c]' };
const GROUPS = tableOf(
  { kind: 'bars', of: 'share', beside: 'population_share', without: ['Not known'] },
  SHARES,
  [
    { group: 'Asian', children: 40, share: 0.4, share_lower: 0.31, share_upper: 0.5, population_share: 0.3 },
    { group: 'Black', children: 20, share: 0.2, share_lower: 0.13, share_upper: 0.29, population_share: 0.1 },
    { group: 'Mixed', ...withheld, population_share: 0.2 },
    { group: 'White', children: 0, share: 0, share_lower: 0, share_upper: 0.04, population_share: 0.4 },
    {
      group: 'Not known',
      children: 3,
      share: '[z]',
      share_lower: '[z]',
      share_upper: '[z]',
      population_share: '[z]',
    },
  ],
);

describe('bars', () => {
  it('are as long as the shares, which begin at 0', async () => {
    const { drawing } = await pictureOf(GROUPS);
    const lengths = [...layer(drawing.inside, 0).matchAll(/d="M0,[\d.]+h([\d.]+)v/g)].map(([, length]) =>
      Number(length),
    );
    // 40%, 20% and 0%; the axis is the same for all.
    expect(lengths).toHaveLength(3);
    expect(lengths[1] / lengths[0]).toBeCloseTo(0.5, 6);
    expect(lengths[2]).toBe(0);
  });

  it('give way to the word "withheld": no bar, no range, no number', async () => {
    const { drawing, words } = await pictureOf(GROUPS);
    expect(textsIn(layer(drawing.inside, 5)).filter((text) => text !== '')).toEqual(['withheld']);
    expect(textsIn(layer(drawing.inside, 4)).filter((text) => text !== '')).toEqual([
      '40.0%',
      '20.0%',
      '0.0%',
    ]);
    expect(layer(drawing.inside, 1).match(/<line/g)).toHaveLength(3);
    expect(words).toContain('Mixed withheld');
  });

  it('stand beside what they are compared with, and are told in words', async () => {
    const { caption, words, drawing } = await pictureOf(GROUPS);
    expect(caption).toBe('Bars: share of caseload; diamonds: share of residents; lines: 95% range.');
    expect(words).toBe(
      'Share of caseload. Asian 40.0% (95% range 31.0 - 50.0), share of residents 30.0%; Black 20.0% (95% range 13.0 - 29.0), share of residents 10.0%; Mixed withheld, share of residents 20.0%; White 0.0% (95% range 0.0 - 4.0), share of residents 40.0%.',
    );
    expect(layer(drawing.inside, 2).match(/<path/g)).toHaveLength(4);
    expect(drawing.inside).not.toContain('Not known');
  });

  it('are not drawn where all is withheld, nor without a chart', async () => {
    const { chart, ...without } = GROUPS;
    const rows = GROUPS.rows.map((row) => ({ ...row, ...withheld }));
    expect(await drawChart(easel(), { ...GROUPS, rows })).toBeNull();
    expect(await drawChart(easel(), without)).toBeNull();
    expect(chart?.kind).toBe('bars');
  });

  it('show names that look like markup as text', async () => {
    const rows = [{ ...GROUPS.rows[0], group: '<b>"A" & \'B\'</b>' }];
    const { drawing } = await pictureOf({ ...GROUPS, rows });
    expect(drawing.inside).not.toContain('<b>');
    expect(drawing.inside).toContain('&lt;b&gt;"A" &amp; \'B\'&lt;/b&gt;');
  });

  it('are the same for a table whatever was drawn before it', async () => {
    const draw = easel();
    const first = await drawChart(draw, GROUPS);
    await drawChart(draw, { ...GROUPS, rows: GROUPS.rows.slice(0, 1) });
    expect(await drawChart(draw, GROUPS)).toEqual(first);
  });

  it('of a breakdown are those of the whole', async () => {
    const parts = [
      { by: 'All', n: 100, known: 100, leftOut: [] },
      { by: 'North', n: 50, known: 50, leftOut: [] },
    ];
    const rows = ['All', 'North'].flatMap((by) => GROUPS.rows.map((row) => ({ by, ...row })));
    const table = { ...GROUPS, by: 'team', rows, cohort: { ...GROUPS.cohort, parts: parts.slice(1) } };
    const { words } = await pictureOf(table);
    expect(words).toBe((await pictureOf(GROUPS)).words);
  });
});

/** The units of the picture from the left of the plot at which marks of one layer stand. */
const placesIn = (markup: string) =>
  [...markup.matchAll(/translate\((-?[\d.]+),/g)].map(([, place]) => Number(place));

describe('a limit', () => {
  const columns: readonly ShownColumn[] = [
    { key: 'worker', label: 'Worker', type: 'text' },
    { key: 'cases', label: 'Cases', type: 'count' },
  ];
  const workersOf = (limit?: number) =>
    tableOf({ kind: 'bars', of: 'cases', ...(limit === undefined ? {} : { limit }) }, columns, [
      { worker: 'W1', cases: 20 },
      { worker: 'W2', cases: 8 },
      { worker: 'W3', cases: '[c]' },
    ]);

  it('is a dashed line across the bars, as far out as a bar of as many cases would be long', async () => {
    const { drawing } = await pictureOf(workersOf(15));
    const [of20, of8] = [...layer(drawing.inside, 0).matchAll(/d="M0,[\d.]+h([\d.]+)v/g)].map(([, length]) =>
      Number(length),
    );
    expect(of8 / of20).toBeCloseTo(8 / 20, 6);
    expect(placesIn(layer(drawing.inside, 7))).toEqual([expect.closeTo((of20 * 15) / 20, 6)]);
    expect(layer(drawing.inside, 7)).toContain('stroke-dasharray="7,4"');
    expect(textsIn(layer(drawing.inside, 8))).toEqual(['limit 15']);
  });

  it('is on the scale when no bar reaches it, up to twice the longest; beyond that it is told alone', async () => {
    const near = await pictureOf(workersOf(40));
    expect(placesIn(layer(near.drawing.inside, 7))).toHaveLength(1);
    const far = await pictureOf(workersOf(41));
    expect(placesIn(layer(far.drawing.inside, 7))).toEqual([]);
    expect(textsIn(far.drawing.inside).join()).not.toContain('limit');
    expect(far.caption).toBe('Bars: cases; the limit 41 lies beyond the scale.');
    expect(far.words).toContain('Limit 41.');
  });

  it('is told in the caption and in words', async () => {
    const { caption, words } = await pictureOf(workersOf(15));
    expect(caption).toBe('Bars: cases; dashed line: limit 15.');
    expect(words).toBe('Cases. Limit 15. W1 20; W2 8; W3 withheld.');
  });

  it('leaves no trace in the chart drawn next, which has none', async () => {
    const draw = easel();
    const plain = await drawChart(draw, workersOf());
    await drawChart(draw, workersOf(15));
    expect(await drawChart(draw, workersOf())).toEqual(plain);
    expect(textsIn(plain?.drawing.inside ?? '').join()).not.toContain('limit');
  });
});

describe('a distribution', () => {
  const columns: readonly ShownColumn[] = [
    { key: 'cases', label: 'Cases', type: 'text' },
    { key: 'workers', label: 'Workers', type: 'count' },
  ];
  const bandsOf = (rows: readonly (readonly [string, number | string])[], limit?: number) =>
    tableOf(
      { kind: 'distribution', of: 'workers', ...(limit === undefined ? {} : { limit }) },
      columns,
      rows.map(([cases, workers]) => ({ cases, workers })),
    );
  const FOUR = [
    ['1-5', 2],
    ['6-10', 8],
    ['11-15', 0],
    ['16-20', 4],
  ] as const;
  /** The plot is this wide; bands of one width share it. */
  const PLOT = 512;
  const limitIn = async (limit: number) =>
    placesIn(layer((await pictureOf(bandsOf(FOUR, limit))).drawing.inside, 2));

  it('has a column for each band, as high as its number, with the number on it and the band below', async () => {
    const { drawing } = await pictureOf(bandsOf(FOUR));
    const found = [...layer(drawing.inside, 0).matchAll(/d="M([\d.]+),([\d.]+)h([\d.]+)v(-?[\d.]+)/g)].map(
      (column) => column.slice(1).map(Number),
    );
    expect(found.map(([, , , height]) => height / found[1][3])).toEqual([
      expect.closeTo(2 / 8, 6),
      1,
      0,
      expect.closeTo(4 / 8, 6),
    ]);
    // Side by side: the middle of each in the middle of its quarter.
    const middles = found.map(([left, , width]) => left + width / 2);
    const quarters = [1, 3, 5, 7].map((eighth) => (eighth * PLOT) / 8);
    expect(middles).toEqual(quarters.map((place) => expect.closeTo(place, 6)));
    expect(textsIn(layer(drawing.inside, 5))).toEqual(['2', '8', '0', '4']);
    expect(textsIn(layer(drawing.inside, 6))).toEqual(['1-5', '6-10', '11-15', '16-20']);
    expect(placesIn(layer(drawing.inside, 6))).toEqual(quarters.map((place) => expect.closeTo(place, 6)));
  });

  // Twenty whole numbers share the plot: those up to the limit lie before its line.
  it.each([
    [10, 10 / 20], // between 6-10 and 11-15
    [13, 13 / 20], // three fifths into 11-15
    [1, 1 / 20],
    [20, 1],
  ])('has the line of a limit of %d where it parts those within from those over', async (limit, share) => {
    expect(await limitIn(limit)).toEqual([expect.closeTo(share * PLOT, 6)]);
  });

  it('makes room for a limit that nobody reaches, up to twice the last band; beyond that it is told', async () => {
    // Forty whole numbers then share the plot.
    expect(await limitIn(40)).toEqual([expect.closeTo(PLOT, 6)]);
    expect(await limitIn(41)).toEqual([]);
    const { drawing } = await pictureOf(bandsOf(FOUR, 40));
    expect(placesIn(layer(drawing.inside, 6))[0]).toBeCloseTo(PLOT / 16, 6);
  });

  it('has a dashed line with the limit in words on it, and so has its caption', async () => {
    const { drawing, caption, words } = await pictureOf(bandsOf(FOUR, 13));
    expect(layer(drawing.inside, 2)).toContain('stroke-dasharray="7,4"');
    expect(textsIn(layer(drawing.inside, 3))).toEqual(['limit 13']);
    expect(caption).toBe('Columns: workers by cases; dashed line: limit 13.');
    expect(words).toBe('Workers by cases. Limit 13. 1-5: 2; 6-10: 8; 11-15: 0; 16-20: 4.');
    const plain = await pictureOf(bandsOf(FOUR));
    expect(plain.caption).toBe('Columns: workers by cases.');
    expect([...textsIn(plain.drawing.inside), plain.words].join()).not.toMatch(/limit/i);
  });

  it('has a code in the place of a number, and no column there', async () => {
    const rows = [...FOUR.slice(0, 3), ['16-20', '[k]']] as const;
    const { drawing, caption, words } = await pictureOf(bandsOf(rows));
    expect(layer(drawing.inside, 0).match(/<path/g)).toHaveLength(3);
    expect(textsIn(layer(drawing.inside, 5))).toEqual(['2', '8', '0', '[k]']);
    expect(caption).toBe('Columns: workers by cases; a code stands in place of a number.');
    expect(words).toContain('16-20: rounds to 0');
  });

  it('is not drawn where there is no number or the table is withheld whole', async () => {
    const codes = FOUR.map(([cases]) => [cases, '[c]'] as const);
    expect(await drawChart(easel(), bandsOf(codes, 10))).toBeNull();
    expect(await drawChart(easel(), { ...bandsOf([], 10), withheld: true })).toBeNull();
  });

  it('of single numbers has columns of one', async () => {
    const { drawing } = await pictureOf(
      bandsOf(
        [
          ['1', 3],
          ['2', 1],
        ],
        1,
      ),
    );
    expect(placesIn(layer(drawing.inside, 2))).toEqual([expect.closeTo(PLOT / 2, 6)]);
  });

  it('names only some bands where there is no room for all names', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => [`${at * 1000 + 1}-${at * 1000 + 1000}`, 1] as const);
    const { drawing, words } = await pictureOf(bandsOf(rows));
    const names = textsIn(layer(drawing.inside, 6)).filter((text) => text !== '');
    // The longest has 11 letters of about 6 units, a column 43: every other name has room.
    expect(names).toEqual(['1-1000', '2001-3000', '4001-5000', '6001-7000', '8001-9000', '10001-11000']);
    expect(words).toContain('2001-3000: 1');
  });
});

describe('points on the bands', () => {
  const columns: readonly ShownColumn[] = [
    { key: 'standard', label: 'Standard', type: 'text' },
    { key: 'question', label: 'Question', type: 'text' },
    { key: 'share', label: 'Share sufficient', type: 'share' },
    { key: 'share_lower', label: '95% lower', type: 'lower', of: 'share' },
    { key: 'share_upper', label: '95% upper', type: 'upper', of: 'share' },
    { key: 'band', label: 'Band', type: 'verdict' },
  ];
  // 99 of 200 is 49.5%, rounded to 50: Requires improvement, though it lies under 50%. 98 of 200 is 49%.
  const QUESTIONS = tableOf({ kind: 'bands', of: 'share', band: 'band' }, columns, [
    {
      standard: 'planning',
      question: 'desistance',
      share: 0.495,
      share_lower: 0.4,
      share_upper: 0.6,
      band: 'Requires improvement',
    },
    {
      standard: 'planning',
      question: 'child_safety',
      share: 0.49,
      share_lower: 0.4,
      share_upper: 0.6,
      band: 'Inadequate',
    },
    {
      standard: 'planning',
      question: 'others_safety',
      share: '[c]',
      share_lower: '[c]',
      share_upper: '[c]',
      band: '[c]',
    },
  ]);

  it('lie on the stripe of their band, as its rounding has it', async () => {
    const { drawing } = await pictureOf(QUESTIONS);
    const stripes = [...layer(drawing.inside, 0).matchAll(/M([\d.]+),/g)].map(([, left]) => Number(left));
    const [first, second] = [...layer(drawing.inside, 2).matchAll(/translate\(([\d.]+),/g)].map(([, x]) =>
      Number(x),
    );
    const requiresImprovement = stripes.sort((one, other) => one - other)[1];
    expect(first).toBeGreaterThanOrEqual(requiresImprovement - 1e-6);
    expect(second).toBeLessThan(requiresImprovement);
  });

  it('say their band in letters and words too', async () => {
    const { drawing, caption, words } = await pictureOf(QUESTIONS);
    expect(textsIn(layer(drawing.inside, 1))).toEqual(['I', 'RI', 'G', 'O']);
    expect(drawing.inside).toContain('49.5% RI');
    expect(caption).toContain(
      'I Inadequate (under 50%), RI Requires improvement (50-64%), G Good (65-79%), O Outstanding (80% and over)',
    );
    expect(words).toContain('Planning, safety of others withheld');
    expect(words).toContain('band Inadequate');
  });

  it('are bars where the framework has no bands', async () => {
    const rows = QUESTIONS.rows.map((row) => ({ ...row, band: '[x]' }));
    const { caption } = await pictureOf({ ...QUESTIONS, rows });
    expect(caption).toBe('Bars: share sufficient; lines: 95% range.');
  });
});

describe('lines', () => {
  const MONTHS = tableOf(
    { kind: 'lines', of: ['children', 'starts'] },
    [
      { key: 'month', label: 'Month', type: 'text' },
      { key: 'children', label: 'Open children', type: 'count' },
      { key: 'starts', label: 'Cases started', type: 'count' },
    ],
    [
      { month: '2026-08', children: 40, starts: 5 },
      { month: '2026-09', children: '[c]', starts: 0 },
      { month: '2026-10', children: 20, starts: 10 },
    ],
  );

  it('break where a number is withheld, which the code says in its place; a 0 is drawn', async () => {
    const { drawing, words, caption } = await pictureOf(MONTHS);
    expect(layer(drawing.inside, 4).match(/<path/g)).toHaveLength(5);
    expect(textsIn(layer(drawing.inside, 5)).filter((text) => text === '[c]')).toHaveLength(1);
    expect(words).toBe(
      'Open children: 2026-08 40, 2026-09 withheld, 2026-10 20. Cases started: 2026-08 5, 2026-09 0, 2026-10 10.',
    );
    expect(caption).toContain('breaks where a code stands');
    // Two of its points stand alone, three are joined: two moves and a line, then a move and two lines.
    expect(/ d="([^"]*)"/.exec(layer(drawing.inside, 3))?.[1].match(/M/g)).toHaveLength(3);
  });

  it('are left out where nothing of them is shown', async () => {
    const rows = MONTHS.rows.map((row) => ({ ...row, starts: '[x]' }));
    expect((await pictureOf({ ...MONTHS, rows })).words).not.toContain('Cases started');
  });
});

describe('the funnel', () => {
  const columns: readonly ShownColumn[] = [
    { key: 'team', label: 'Team', type: 'text' },
    { key: 'standard', label: 'Standard', type: 'text' },
    { key: 'question', label: 'Question', type: 'text' },
    { key: 'judged', label: 'Judged', type: 'count' },
    { key: 'share', label: 'Share sufficient', type: 'share' },
    { key: 'service_share', label: 'Whole service', type: 'share' },
    { key: 'place', label: 'Place', type: 'verdict' },
  ];
  const about = { standard: 'planning', question: 'desistance', service_share: 0.5 };
  // Of 10 at 50%: 1 or fewer has a probability of 11/1024 = 0.0107, under 0.025; 2 or fewer 56/1024 = 0.0547.
  const FUNNEL = tableOf(
    {
      kind: 'funnel',
      of: 'share',
      judged: 'judged',
      centre: 'service_share',
      place: 'place',
      within: ['standard', 'question'],
    },
    columns,
    [
      { team: 'North', ...about, judged: 10, share: 0.1, place: 'below' },
      { team: 'South', ...about, judged: 10, share: 0.2, place: 'inside' },
      { team: 'West', ...about, judged: '[c]', share: '[c]', place: '[c]' },
    ],
  );

  it('has each point on the side of the limits that its place says', async () => {
    const { drawing } = await pictureOf(FUNNEL);
    const points = [...layer(drawing.inside, 4).matchAll(/translate\(([\d.]+),([\d.]+)\)/g)].map(
      ([, x, y]) => [Number(x), Number(y)],
    );
    expect(points).toHaveLength(2);
    const [[x, below], [, inside]] = points;
    // The lower edge of the 95% area at 10 cases: halfway between 1 and 2 of 10.
    const edges = [...layer(drawing.inside, 1).matchAll(/[ML,]?([\d.]+),([\d.]+)/g)].map(([, left, top]) => [
      Number(left),
      Number(top),
    ]);
    const lowest = Math.max(...edges.filter(([left]) => Math.abs(left - x) < 0.01).map(([, top]) => top));
    expect(lowest).toBeCloseTo((below + inside) / 2, 1);
    expect(below).toBeGreaterThan(inside);
  });

  it('names those outside alone, and says how many are not shown', async () => {
    const { drawing, caption, words } = await pictureOf(FUNNEL);
    const texts = textsIn(layer(drawing.inside, 5));
    expect(texts).toContain('North');
    expect(texts).not.toContain('South');
    expect(drawing.inside).not.toContain('West');
    expect(caption).toContain('1 of 3 points are not shown');
    expect(words).toBe(
      'Planning, desistance: whole service 50.0%; North 10.0% of 10, below; South 20.0% of 10, inside.',
    );
  });
});

it('sets long labels in two lines and cuts what is longer', () => {
  expect(labelLines('Asian')).toEqual(['Asian']);
  expect(labelLines('Planning, safety of the child')).toEqual(['Planning, safety of the', 'child']);
  expect(labelLines('One label that goes on and on for many more words than fit')).toEqual([
    'One label that goes on',
    'and on for many more …',
  ]);
  expect(labelLines('x'.repeat(60))).toEqual([`${'x'.repeat(23)}…`]);
});
