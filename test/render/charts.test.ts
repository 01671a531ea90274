/** What is drawn of a table: its numbers where they belong, and a word where a number is withheld. */
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/render/charts/draw-chart.ts';
import { easel } from '../../src/render/charts/easel.ts';
import { labelLines } from '../../src/render/charts/label-lines.ts';
import { placeNames } from '../../src/render/charts/place-names.ts';
import { roundTop, ticksOf } from '../../src/render/charts/scale.ts';
import { figure } from '../../src/render/html/figure.ts';
import { textOf } from '../../src/render/html/markup.ts';
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

/** The layers of each kind of chart, as they are painted. */
const BARS = {
  bars: 1,
  beside: 2,
  ranges: 3,
  lower: 4,
  upper: 5,
  names: 7,
  shown: 8,
  words: 9,
  limit: 11,
  limitLabel: 12,
  ticks: 14,
};
const BANDS = { stripes: 1, letters: 2, points: 3 };
const PANELS = { narrow: 1, narrowLow: 4, axes: 7, line: 8, points: 9, texts: 10, names: 12 };

/** The markup of one layer of a drawing, by its number. */
function layer(inside: string, number: number): string {
  // One with nothing in it is closed at once.
  return new RegExp(`layer_${number}_marks"[^>/]*>(.*?)</g>`).exec(inside)?.[1] ?? '';
}
const textsIn = (markup: string) =>
  [...markup.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

/** The units of the picture from its top, or of its plot. */
const heightsIn = (markup: string) =>
  [...markup.matchAll(/translate\(-?[\d.]+,(-?[\d.]+)\)/g)].map(([, place]) => Number(place));
/** The units of the picture from the left of the plot at which marks of one layer stand. */
const placesIn = (markup: string) =>
  [...markup.matchAll(/translate\((-?[\d.]+),/g)].map(([, place]) => Number(place));
/** The middles of upright strokes. */
const capsIn = (markup: string) =>
  [...markup.matchAll(/d="M(-?[\d.]+),-?[\d.]+h(-?[\d.]+)v/g)].map(
    ([, left, width]) => Number(left) + Number(width) / 2,
  );

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
    const lengths = [...layer(drawing.inside, BARS.bars).matchAll(/d="M0,[\d.]+h([\d.]+)v/g)].map(
      ([, length]) => Number(length),
    );
    // 40%, 20% and 0%; the axis is the same for all.
    expect(lengths).toHaveLength(3);
    expect(lengths[1] / lengths[0]).toBeCloseTo(0.5, 6);
    expect(lengths[2]).toBe(0);
  });

  it('give way to the word "withheld": no bar, no range, no number', async () => {
    const { drawing, words } = await pictureOf(GROUPS);
    expect(textsIn(layer(drawing.inside, BARS.words)).filter((text) => text !== '')).toEqual(['withheld']);
    expect(textsIn(layer(drawing.inside, BARS.shown)).filter((text) => text !== '')).toEqual([
      '40.0%',
      '20.0%',
      '0.0%',
    ]);
    expect(layer(drawing.inside, BARS.ranges).match(/<line/g)).toHaveLength(3);
    expect(words).toContain('Mixed: withheld');
  });

  it('stand beside what they are compared with, and are told in words', async () => {
    const { caption, words, drawing } = await pictureOf(GROUPS);
    expect(caption).toBe('Bars: share of caseload; diamonds: share of residents; lines: 95% range.');
    expect(words).toBe(
      'Share of caseload by group. Asian: 40.0%, 95% range 31.0 to 50.0, share of residents 30.0%. Black: 20.0%, 95% range 13.0 to 29.0, share of residents 10.0%. Mixed: withheld, share of residents 20.0%. White: 0.0%, 95% range 0.0 to 4.0, share of residents 40.0%.',
    );
    expect(layer(drawing.inside, BARS.beside).match(/<path/g)).toHaveLength(4);
    expect(drawing.inside).not.toContain('Not known');
  });

  it('have caps at the ends of their ranges, where the ends of the lines are', async () => {
    const { drawing } = await pictureOf(GROUPS);
    const left = (markup: string) => placesIn(markup).map((place) => Math.round(place));
    const starts = left(layer(drawing.inside, BARS.ranges));
    const ends = [...layer(drawing.inside, BARS.ranges).matchAll(/ x2="(-?[\d.]+)"/g)].map(([, x2], index) =>
      Math.round(placesIn(layer(drawing.inside, BARS.ranges))[index] + Number(x2)),
    );
    const caps = [...capsIn(layer(drawing.inside, BARS.lower)), ...capsIn(layer(drawing.inside, BARS.upper))];
    expect(caps.map(Math.round).sort()).toEqual([...starts, ...ends].sort());
  });

  it('say withheld in every row where all is withheld; without a chart nothing is drawn', async () => {
    const { chart, ...without } = GROUPS;
    const rows = GROUPS.rows.map((row) => ({ ...row, ...withheld }));
    const { drawing, words, caption } = await pictureOf({ ...GROUPS, rows });
    // Asian, Black, Mixed and White; the not known are outside a share.
    expect(textsIn(layer(drawing.inside, BARS.words))).toEqual(Array(4).fill('withheld'));
    expect(layer(drawing.inside, BARS.bars)).not.toContain('<path');
    expect(caption).toBe('Bars: share of caseload; diamonds: share of residents.');
    expect(words).toContain('Asian: withheld');
    const alone = tableOf({ kind: 'bars', of: 'share' }, SHARES, rows);
    expect((await pictureOf(alone)).drawing.inside).not.toContain('NaN');
    expect(await drawChart(easel(), without)).toBeNull();
    expect(chart?.kind).toBe('bars');
  });

  it('are not drawn of what is not counted at all', async () => {
    const rows = GROUPS.rows.map((row) => ({ ...row, share: '[x]', share_lower: '[x]', share_upper: '[x]' }));
    expect(await drawChart(easel(), { ...GROUPS, rows })).toBeNull();
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

describe('a limit', () => {
  const columns: readonly ShownColumn[] = [
    { key: 'worker', label: 'Worker', type: 'text' },
    { key: 'cases', label: 'Cases', type: 'count' },
  ];
  const workersOf = (limit?: number) => {
    const table = tableOf({ kind: 'bars', of: 'cases', ...(limit === undefined ? {} : { limit }) }, columns, [
      { worker: 'W1', cases: 20 },
      { worker: 'W2', cases: 8 },
      { worker: 'W3', cases: '[c]' },
    ]);
    return { ...table, unit: 'cases' };
  };

  it('is a dashed line across the bars, as far out as a bar of as many cases would be long', async () => {
    const { drawing } = await pictureOf(workersOf(15));
    const [of20, of8] = [...layer(drawing.inside, BARS.bars).matchAll(/d="M0,[\d.]+h([\d.]+)v/g)].map(
      ([, length]) => Number(length),
    );
    expect(of8 / of20).toBeCloseTo(8 / 20, 6);
    expect(placesIn(layer(drawing.inside, BARS.limit))).toEqual([expect.closeTo((of20 * 15) / 20, 6)]);
    expect(layer(drawing.inside, BARS.limit)).toContain('stroke-dasharray="7,4"');
    expect(textsIn(layer(drawing.inside, BARS.limitLabel))).toEqual(['limit 15']);
  });

  it('is on the scale when no bar reaches it, up to twice the longest; beyond that it is told alone', async () => {
    const near = await pictureOf(workersOf(40));
    expect(placesIn(layer(near.drawing.inside, BARS.limit))).toHaveLength(1);
    const far = await pictureOf(workersOf(41));
    expect(placesIn(layer(far.drawing.inside, BARS.limit))).toEqual([]);
    expect(textsIn(far.drawing.inside).join()).not.toContain('limit');
    expect(far.caption).toBe('Bars: cases; the limit 41 lies beyond the scale.');
    expect(far.words).toContain('Limit 41.');
  });

  it('is told in the caption and in words', async () => {
    const { caption, words } = await pictureOf(workersOf(15));
    expect(caption).toBe('Bars: cases; dashed line: limit 15.');
    expect(words).toBe('Cases by worker. Limit 15. W1: 20 cases. W2: 8 cases. W3: withheld.');
  });

  it('leaves no trace in the chart drawn next, which has none', async () => {
    const draw = easel();
    const plain = await drawChart(draw, workersOf());
    await drawChart(draw, workersOf(15));
    expect(await drawChart(draw, workersOf())).toEqual(plain);
    expect(textsIn(plain?.drawing.inside ?? '').join()).not.toContain('limit');
  });
});

describe('bars of who holds work', () => {
  const columns: readonly ShownColumn[] = [
    { key: 'worker', label: 'Worker', type: 'text' },
    { key: 'cases', label: 'Cases', type: 'count' },
  ];
  const workersOf = (rows: readonly (readonly [string, number | string])[], limit?: number) => ({
    ...tableOf(
      { kind: 'bars', of: 'cases', nobody: 'Unallocated', ...(limit === undefined ? {} : { limit }) },
      columns,
      rows.map(([worker, cases]) => ({ worker, cases })),
    ),
    unit: 'cases',
  });
  const FIVE = [
    ['Unallocated', 30],
    ['W1', 8],
    ['W2', '[c]'],
    ['W3', 20],
    ['W4', 1],
  ] as const;

  it('have those with most first, those withheld after them, and last what nobody holds', async () => {
    const { drawing, words } = await pictureOf(workersOf(FIVE));
    expect(textsIn(layer(drawing.inside, BARS.names))).toEqual(['W3', 'W1', 'W4', 'W2', 'Unallocated']);
    expect(words).toBe(
      'Cases by worker. W3: 20 cases. W1: 8 cases. W4: 1 case. W2: withheld. Unallocated: 30 cases.',
    );
  });

  it('have a limit that ends above what nobody holds', async () => {
    const { drawing } = await pictureOf(workersOf(FIVE, 15));
    const [line] = layer(drawing.inside, BARS.limit).match(/<line[^>]*>/) ?? [];
    // Five rows of 26 units, of which the line crosses four.
    expect(line).toContain(`y2="${4 * 26}"`);
  });

  it('are those of the 35 with most, which is said, and summed up in words', async () => {
    // W1 has 1 case, W50 has 50: the 35 with most have 16 to 50.
    const rows = Array.from({ length: 50 }, (_, index) => [`W${index + 1}`, index + 1] as const);
    const { drawing, caption, words } = await pictureOf(workersOf(rows));
    const names = textsIn(layer(drawing.inside, BARS.names));
    expect([names.length, names[0], names.at(-1)]).toEqual([35, 'W50', 'W16']);
    expect(caption).toBe('Bars: cases; the 35 with most of 50 rows are drawn.');
    expect(words).toBe(
      'Cases by worker. 50 rows, of which the 35 with most are drawn. Most: W50, 50 cases. Least of those drawn: W16, 16 cases.',
    );
  });

  it('with an order of their own keep it: ages are not sorted', async () => {
    const ages = tableOf(
      { kind: 'bars', of: 'children' },
      [
        { key: 'age', label: 'Age', type: 'text' },
        { key: 'children', label: 'Children', type: 'count' },
      ],
      [
        { age: '13', children: 15 },
        { age: '14', children: 31 },
        { age: 'Not known', children: 0 },
      ],
    );
    const { drawing, words } = await pictureOf(ages);
    expect(words).toBe('Children by age. Age 13: 15 children. Age 14: 31 children. Not known: 0 children.');
    // The axis ends at 31: steps of 10, none beyond.
    expect(textsIn(layer(drawing.inside, BARS.ticks))).toEqual(['0', '10', '20', '30']);
  });
});

describe('bars of categories', () => {
  const columns: readonly ShownColumn[] = [
    { key: 'category', label: 'Category', type: 'text' },
    { key: 'group', label: 'Group', type: 'text' },
    { key: 'share', label: 'Share', type: 'share' },
  ];
  const categoriesOf = (group: string) =>
    tableOf({ kind: 'bars', of: 'share', without: ['Not known'], withoutGroups: true }, columns, [
      { category: 'Roma', group, share: 0.25 },
      { category: 'Irish', group, share: '[c]' },
      { category: 'Not known', group, share: '[z]' },
    ]);

  it('are drawn where there are no groups, and left to the chart of the groups where there are', async () => {
    const { words } = await pictureOf(categoriesOf('[z]'));
    expect(words).toBe('Share by category. Roma: 25.0%. Irish: withheld.');
    expect(await drawChart(easel(), categoriesOf('White'))).toBeNull();
  });
});

describe('on a phone', () => {
  const LONG = GROUPS.rows.map((row) => ({ ...row, group: `${row.group} and a longer name` }));

  it('a chart is drawn a second time, narrow enough for its text to be read', async () => {
    const { drawing, phone } = await pictureOf(GROUPS);
    const widthIn = (viewBox = '') => Number(viewBox.split(' ')[2]);
    // Text of 12 units is 13 pixels high in 370 pixels; in the wide one it would be 8.
    expect(widthIn(phone?.drawing.viewBox)).toBe(340);
    expect(widthIn(drawing.viewBox)).toBe(560);
    expect(phone?.drawing.inside).toContain('withheld');
  });

  it('a long name stands on a line of its own above its bar, whole', async () => {
    const { drawing, phone } = await pictureOf({ ...GROUPS, rows: LONG });
    const inside = phone?.drawing.inside ?? '';
    const names = layer(inside, BARS.names);
    expect(textsIn(names)[0]).toBe('Asian and a longer name');
    const bars = [...layer(inside, BARS.bars).matchAll(/d="M0,([\d.]+)h/g)].map(([, top]) => Number(top));
    expect(heightsIn(names)[0]).toBeLessThan(bars[0]);
    expect(heightsIn(names)[1]).toBeGreaterThan(bars[0]);
    expect(placesIn(names)[0]).toBe(0);
    // Beside the wide one, where it ends.
    expect(placesIn(layer(drawing.inside, BARS.names))[0]).toBeLessThan(0);
  });

  it('a name that is wider than the picture is cut at its end', async () => {
    const rows = GROUPS.rows.map((row) => ({ ...row, group: 'A name of many words '.repeat(4) }));
    const { phone } = await pictureOf({ ...GROUPS, rows });
    const [name] = textsIn(layer(phone?.drawing.inside ?? '', BARS.names));
    // 340 units have room for some 40 letters of 7 to 8 units.
    expect(name).toMatch(/^A name of many words A name of many.*…$/);
    expect(name.length).toBeLessThan(50);
  });

  it('the figure has one name and one description for both drawings', async () => {
    const words = { id: 'chart-a', title: 'A', table: 'The table has it.', scope: null };
    const markup = textOf(figure(await pictureOf(GROUPS), words));
    expect(markup.match(/<svg/g)).toHaveLength(2);
    const idsIn = [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(idsIn).toEqual(['chart-a-title', 'chart-a-words']);
    expect(markup.match(/aria-labelledby="chart-a-title" aria-describedby="chart-a-words"/g)).toHaveLength(2);
    expect(markup.match(/class="(desk|phone)"/g)).toEqual(['class="desk"', 'class="phone"']);
  });
});

describe('an axis', () => {
  it.each([
    [75, 1, 4, [0, 20, 40, 60]],
    [112, 1, 4, [0, 25, 50, 75, 100]],
    [100, 1, 4, [0, 25, 50, 75, 100]],
    [3, 1, 4, [0, 1, 2, 3]],
    [9, 1, 4, [0, 2, 4, 6, 8]],
    [0, 1, 4, [0]],
  ])('to %d in steps of whole %d has at most %d steps, none beyond its end', (end, unit, most, ticks) => {
    expect(ticksOf(end, unit, most)).toEqual(ticks);
  });

  it('of shares has steps of whole percents', () => {
    expect(ticksOf(0.6, 0.01, 4).map((tick) => Math.round(tick * 1000))).toEqual([0, 200, 400, 600]);
    expect(ticksOf(1, 0.01, 3).map((tick) => Math.round(tick * 1000))).toEqual([0, 500, 1000]);
  });

  it.each([
    [1, 2],
    [5, 6],
    [11, 12],
    [15, 16],
    [52, 60],
    [75, 80],
    [101, 120],
    [213, 240],
    [260, 300],
    [301, 400],
    [5540, 6000],
  ])('that holds %d and has its middle named ends at %d', (most, top) => {
    expect(roundTop(most)).toBe(top);
  });
});

describe('a distribution', () => {
  const columns: readonly ShownColumn[] = [
    { key: 'cases', label: 'Cases', type: 'text' },
    { key: 'workers', label: 'Workers', type: 'count', unit: 'workers' },
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
  /** Where the line of a limit stands, as a share of the plot: what is left of the picture beside its margins. */
  const limitIn = async (limit: number) => {
    const { inside, viewBox } = (await pictureOf(bandsOf(FOUR, limit))).drawing;
    const plot = Number(viewBox.split(' ')[2]) - 2 * placesIn(inside)[0];
    return placesIn(layer(inside, 2)).map((place) => place / plot);
  };

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
    expect(await limitIn(limit)).toEqual([expect.closeTo(share, 6)]);
  });

  it('makes room for a limit that nobody reaches, up to twice the last band; beyond that it is told', async () => {
    // Forty whole numbers then share the plot.
    expect(await limitIn(40)).toEqual([expect.closeTo(1, 6)]);
    expect(await limitIn(41)).toEqual([]);
    const { drawing } = await pictureOf(bandsOf(FOUR, 40));
    const [first, second] = placesIn(layer(drawing.inside, 6));
    // Bands of five: the middle of the first is at 2.5 of them.
    expect(first / (second - first)).toBeCloseTo(0.5, 6);
  });

  it('has a dashed line with the limit in words on it, and so has its caption', async () => {
    const { drawing, caption, words } = await pictureOf(bandsOf(FOUR, 13));
    expect(layer(drawing.inside, 2)).toContain('stroke-dasharray="7,4"');
    expect(textsIn(layer(drawing.inside, 3))).toEqual(['limit 13']);
    expect(caption).toBe('Columns: workers by cases; dashed line: limit 13.');
    expect(words).toBe(
      'Workers by cases. Limit 13. Cases 1-5: 2 workers. Cases 6-10: 8 workers. Cases 11-15: 0 workers. Cases 16-20: 4 workers.',
    );
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

  it('has codes alone where there is no number, and is not drawn of a table withheld whole', async () => {
    const codes = FOUR.map(([cases]) => [cases, '[c]'] as const);
    const { drawing } = await pictureOf(bandsOf(codes, 10));
    expect(textsIn(layer(drawing.inside, 5))).toEqual(['[c]', '[c]', '[c]', '[c]']);
    expect(drawing.inside).not.toContain('NaN');
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
    const [first, second] = placesIn(layer(drawing.inside, 6));
    expect(placesIn(layer(drawing.inside, 2))).toEqual([expect.closeTo((first + second) / 2, 6)]);
  });

  it('names only some bands where there is no room for all names', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => [`${at * 1000 + 1}-${at * 1000 + 1000}`, 1] as const);
    const { drawing, words } = await pictureOf(bandsOf(rows));
    const names = textsIn(layer(drawing.inside, 6)).filter((text) => text !== '');
    // The longest has 11 letters of about 7 units, a column 43: every third name has room.
    expect(names).toEqual(['1-1000', '3001-4000', '6001-7000', '9001-10000']);
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
    const stripes = [...layer(drawing.inside, BANDS.stripes).matchAll(/M([\d.]+),/g)].map(([, left]) =>
      Number(left),
    );
    const [first, second] = placesIn(layer(drawing.inside, BANDS.points));
    const requiresImprovement = stripes.sort((one, other) => one - other)[1];
    expect(first).toBeGreaterThanOrEqual(requiresImprovement - 1e-6);
    expect(second).toBeLessThan(requiresImprovement);
  });

  it('say their band in letters and words too', async () => {
    const { drawing, caption, words } = await pictureOf(QUESTIONS);
    expect(textsIn(layer(drawing.inside, BANDS.letters))).toEqual(['I', 'RI', 'G', 'O']);
    expect(drawing.inside).toContain('49.5% RI');
    expect(caption).toContain(
      'I Inadequate (under 50%), RI Requires improvement (50-64%), G Good (65-79%), O Outstanding (80% and over)',
    );
    expect(words).toContain('Planning, safety of others: withheld');
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
      { key: 'starts', label: 'Cases started', type: 'count', unit: 'cases' },
    ],
    [
      { month: '2026-08', children: 40, starts: 5 },
      { month: '2026-09', children: '[c]', starts: 0 },
      { month: '2026-10', children: 20, starts: 10 },
    ],
  );

  it('break where a number is withheld, which the code says in its place; a 0 is drawn', async () => {
    const { drawing, words, caption } = await pictureOf(MONTHS);
    expect(layer(drawing.inside, PANELS.points).match(/<path/g)).toHaveLength(5);
    expect(textsIn(layer(drawing.inside, PANELS.texts)).filter((text) => text === '[c]')).toHaveLength(1);
    expect(words).toBe(
      'Open children: August 2026, 40 children; September 2026, withheld; October 2026, 20 children. Cases started: August 2026, 5 cases; September 2026, 0 cases; October 2026, 10 cases.',
    );
    expect(caption).toContain('breaks where a code stands');
    // Two of its points stand alone, three are joined: two moves and a line, then a move and two lines.
    expect(/ d="([^"]*)"/.exec(layer(drawing.inside, PANELS.line))?.[1].match(/M/g)).toHaveLength(3);
  });

  it('are left out where nothing of them is shown', async () => {
    const rows = MONTHS.rows.map((row) => ({ ...row, starts: '[x]' }));
    expect((await pictureOf({ ...MONTHS, rows })).words).not.toContain('Cases started');
  });
});

describe('lines of one figure for several questions', () => {
  const columns: readonly ShownColumn[] = [
    { key: 'quarter', label: 'Quarter', type: 'text' },
    { key: 'standard', label: 'Standard', type: 'text' },
    { key: 'question', label: 'Question', type: 'text' },
    { key: 'share', label: 'Share sufficient', type: 'share' },
    { key: 'share_lower', label: '95% lower', type: 'lower', of: 'share' },
    { key: 'share_upper', label: '95% upper', type: 'upper', of: 'share' },
  ];
  const rowOf = (quarter: string, question: string, share: number | string) => ({
    quarter,
    standard: 'planning',
    question,
    share,
    ...(typeof share === 'number'
      ? { share_lower: share - 0.1, share_upper: share + 0.1 }
      : { share_lower: share, share_upper: share }),
  });
  const QUARTERS = tableOf({ kind: 'lines', of: ['share'] }, columns, [
    rowOf('2026Q1', 'desistance', 0.5),
    rowOf('2026Q1', 'child_safety', '[c]'),
    rowOf('2026Q2', 'desistance', 0.6),
    rowOf('2026Q2', 'child_safety', 0.4),
  ]);

  it('have a panel for each question with two numbers or more, from 0% to 100%, with the range as an area', async () => {
    const { drawing, caption, words } = await pictureOf(QUARTERS);
    const texts = textsIn(layer(drawing.inside, PANELS.texts));
    expect(texts).toEqual(['Planning', 'desistance', '2026Q1', '2026Q2', '0%', '50%', '100%']);
    expect(layer(drawing.inside, PANELS.points).match(/<path/g)).toHaveLength(2);
    expect(layer(drawing.inside, PANELS.narrow)).toContain('<path');
    expect(caption).toBe(
      'Share sufficient by quarter, from 0% to 100%. The area is the 95% range. 1 of 2 have fewer than two numbers to join, and no line.',
    );
    expect(words).toBe('Planning, desistance: 2026Q1, 50.0%; 2026Q2, 60.0%.');
  });

  it('are told by their ends, least and most when there are many numbers', async () => {
    // 42 months that rise from 10 to 51, but for the second, of 7.
    const rows = Array.from({ length: 42 }, (_, index) => ({
      month: `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
      children: index === 1 ? 7 : 10 + index,
    }));
    const months = tableOf(
      { kind: 'lines', of: ['children'] },
      [
        { key: 'month', label: 'Month', type: 'text' },
        { key: 'children', label: 'Open children', type: 'count' },
      ],
      rows,
    );
    const { words, drawing } = await pictureOf(months);
    expect(words).toBe(
      'Open children: first 10 children in January 2023; latest 51 children in June 2026; least 7 children in February 2023; most 51 children in June 2026.',
    );
    // The axis and a tick for every month.
    expect(layer(drawing.inside, PANELS.axes).match(/<line/g)).toHaveLength(1 + 42);
  });
});

describe('the names of points', () => {
  const PLOT = { left: 0, right: 200, top: 0, bottom: 100 };
  const point = (x: number, y: number, name: string, isAbove = false) => ({ x, y, name, isAbove });

  it('stand on the far side from the middle', () => {
    const [above, below] = placeNames([point(50, 30, 'High', true), point(150, 70, 'Low')], PLOT);
    expect([above.text, above.y < 30]).toEqual(['High', true]);
    expect([below.text, below.y > 70]).toEqual(['Low', true]);
  });

  it('move aside at the edge of the plot, so that no title is covered', () => {
    const [name] = placeNames([point(50, 2, 'High', true)], { ...PLOT, top: -6 });
    expect(name.y).toBe(2);
    expect(name.x).toBeGreaterThan(50);
  });

  it('are left out where each place is taken', () => {
    const crowd = Array.from({ length: 12 }, (_, index) => point(8 + index * 4, 50, 'North'));
    const names = placeNames(crowd, { ...PLOT, right: 60, top: 40, bottom: 60 });
    expect(names).toEqual([]);
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
    { key: 'limit', label: 'Outside the limits of', type: 'verdict' },
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
      { team: 'North', ...about, judged: 10, share: 0.1, place: 'below', limit: '95%' },
      { team: 'South', ...about, judged: 10, share: 0.2, place: 'inside', limit: '[z]' },
      { team: 'West', ...about, judged: '[c]', share: '[c]', place: '[c]' },
    ],
  );

  it('has each point on the side of the limits that its place says', async () => {
    const { drawing } = await pictureOf(FUNNEL);
    const points = [...layer(drawing.inside, PANELS.points).matchAll(/translate\(([\d.]+),([\d.]+)\)/g)].map(
      ([, x, y]) => [Number(x), Number(y)],
    );
    expect(points).toHaveLength(2);
    // Those outside are painted last, on top.
    const [[x, inside], [, below]] = points;
    // The lower edge of the 95% area at 10 cases: halfway between 1 and 2 of 10.
    const edges = [...layer(drawing.inside, PANELS.narrowLow).matchAll(/[ML,]?([\d.]+),([\d.]+)/g)].map(
      ([, left, top]) => [Number(left), Number(top)],
    );
    const lowest = Math.max(...edges.filter(([left]) => Math.abs(left - x) < 0.01).map(([, top]) => top));
    expect(lowest).toBeCloseTo((below + inside) / 2, 1);
    expect(below).toBeGreaterThan(inside);
  });

  it('has hollow triangles beyond the 95% limits and filled ones beyond the 99.8% limits too', async () => {
    // Of 10 at 50% none has a probability of 1/1024 = 0.00098, under 0.001.
    const far = { team: 'East', ...about, judged: 10, share: 0, place: 'below', limit: '99.8%' };
    const { drawing, words } = await pictureOf({ ...FUNNEL, rows: [...FUNNEL.rows, far] });
    const fills = [...layer(drawing.inside, PANELS.points).matchAll(/ fill="([^"]*)"/g)].map(
      ([, fill]) => fill,
    );
    expect(fills).toEqual(['var(--chart-bar)', 'var(--paper)', 'var(--chart-mark)']);
    expect(words).toContain('East: 0.0% of 10 judged, below the 99.8% limits.');
  });

  it('draws points that are alike in the same place once', async () => {
    const like = { ...FUNNEL.rows[1], team: 'Centre' };
    const { drawing, words } = await pictureOf({ ...FUNNEL, rows: [...FUNNEL.rows, like] });
    expect(layer(drawing.inside, PANELS.points).match(/<path/g)).toHaveLength(2);
    expect(words).toContain('2 inside the limits');
  });

  it('says how many triangles have no room for a name', async () => {
    const crowd = Array.from({ length: 40 }, (_, index) => ({
      ...FUNNEL.rows[0],
      team: `Team ${index}`,
      judged: 100 + index,
    }));
    const { drawing, caption } = await pictureOf({ ...FUNNEL, rows: crowd });
    const names = textsIn(layer(drawing.inside, PANELS.names));
    expect(names.length).toBeLessThan(40);
    expect(caption).toContain(`${40 - names.length} triangles have no room for a name.`);
  });

  it('names those outside alone, and says how many are not shown', async () => {
    const { drawing, caption, words } = await pictureOf(FUNNEL);
    const texts = textsIn(layer(drawing.inside, PANELS.names));
    expect(texts).toContain('North');
    expect(texts).not.toContain('South');
    expect(drawing.inside).not.toContain('West');
    expect(caption).toContain('1 of 3 points are not shown');
    expect(words).toBe(
      'Planning, desistance: whole service 50.0%; 1 inside the limits. North: 10.0% of 10 judged, below the 95% limits.',
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
  // Never within a word where there is another.
  expect(labelLines('English, Welsh, Scottish, Northern Irish or British')).toEqual([
    'English, Welsh,',
    'Scottish, Northern …',
  ]);
  expect(labelLines('x'.repeat(60))).toEqual([`${'x'.repeat(23)}…`]);
});
