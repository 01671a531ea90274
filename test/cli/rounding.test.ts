/** --round: every count to the nearest 5 or 10, each on its own, in place of withholding. */
import { describe, expect, it } from 'vitest';
import { metrics } from '../../src/metrics/index.ts';
import type { Cohort, Count, Report } from '../../src/report/report.ts';
import { fixture } from '../support/files.ts';
import { cellsOf, figuresOf, metricOf, tableOf } from '../support/reports.ts';
import { runFormats, runInternal, runJson } from '../support/run-cli.ts';
import { service } from './fixtures.ts';

const BIRMINGHAM = fixture('birmingham-like/caseload.csv');
const report = (...flags: string[]) => runJson<Report>(['report', BIRMINGHAM, ...flags]);
const figuresAt = ({ metrics }: Pick<Report, 'metrics'>) =>
  new Map(
    figuresOf({ metrics }).map((one) => [
      [one.metric, one.table, one.by, one.row, one.figure].join(' | '),
      one,
    ]),
  );
/** All numbers of the cohorts of a report: sizes, known, left out, of all and of each part. */
const sizesOf = ({ metrics }: Pick<Report, 'metrics'>): Count[] =>
  metrics.flatMap(({ tables }) =>
    tables.flatMap(({ cohort }) =>
      [cohort, ...(cohort.parts ?? [])].flatMap(({ n, known, leftOut }: Omit<Cohort, 'parts'>) => [
        n,
        known,
        ...leftOut.map((reason) => reason.n),
      ]),
    ),
  );
/** To the nearest multiple, halves up, as pupils do it; what is not 0 but rounds to it is [k]. */
const roundedTo = (base: number, count: number) => {
  const below = count - (count % base);
  const nearest = 2 * (count - below) < base ? below : below + base;
  return nearest === 0 && count > 0 ? '[k]' : nearest;
};

/** Too finely divided to be shared for each value of a breakdown: their figures are compared without one. */
const INTERNAL_BREAKDOWNS = metrics.flatMap(({ name, breakdown }) =>
  breakdown === 'internal' ? [name] : [],
);

describe.each(
  [5, 10].flatMap((base) => [
    { base, flags: ['--by-worker', '--baseline', 'birmingham'], least: 1500 },
    { base, flags: ['--by-worker', '--by', 'team'], least: 500 },
  ]),
)('--round $base $flags', async ({ base, flags, least }) => {
  const isByTeam = flags.includes('--by');
  const rounded = await report('--round', String(base), ...flags);
  const internal = await runInternal(['report', BIRMINGHAM, ...flags]);
  const exact = {
    metrics: internal.metrics.filter(({ name }) => !isByTeam || !INTERNAL_BREAKDOWNS.includes(name)),
  };

  it('leaves out what is too finely divided to be shared by team, and nothing else', () => {
    const shown = rounded.metrics.filter(({ status }) => status === 'ok').map(({ name }) => name);
    expect(shown).toEqual(exact.metrics.map(({ name }) => name));
    expect(INTERNAL_BREAKDOWNS).toEqual(expect.arrayContaining(['needs-profile', 'court-timeliness']));
  });

  it('rounds every count of every row, totals too, each on its own', () => {
    const before = figuresAt(exact);
    const counts = [...figuresAt(rounded)].filter(([, { type }]) => type === 'count');
    expect(counts.length).toBeGreaterThan(least);
    for (const [place, { value }] of counts)
      expect([place, value]).toEqual([place, roundedTo(base, Number(before.get(place)?.value))]);
  });

  it('rounds all that is said of cohorts', () => {
    expect(sizesOf(rounded)).toEqual(sizesOf(exact).map((count) => roundedTo(base, Number(count))));
  });

  it('withholds nothing', () => {
    expect(JSON.stringify(rounded.metrics)).not.toContain('[c]');
    expect(rounded.provenance).toMatchObject({ disclosure: 'shareable', threshold: null, round: base });
    expect(rounded.disclosure?.withheld).toBe(0);
  });
});

// 12 children are in several teams: 10, to either base.
it.each(['5', '10'])('--round %s rounds the number of a note as well', async (base) => {
  const { several, notes } = metricOf(await report('--round', base, '--by', 'team'), 'sex-mix');
  expect([several, notes.join()]).toEqual([10, expect.stringMatching(/^10 children count in more than one/)]);
});

describe('shares and intervals', async () => {
  const rounded = await report('--round', '5');

  // 28 Mixed of 367 known are 30 of 365: p = 6/73. With z^2 = 3.841459 Wilson's bounds are
  // (p + z^2/730 -/+ z sqrt(p (1 - p) / 365 + z^2/532900)) / (1 + z^2/365) = (0.087454 -/+ 0.028664) / 1.010525.
  it('are of the rounded counts', () => {
    const mixed = tableOf(rounded, 'ethnicity-mix', 'groups').rows.find(({ group }) => group === 'Mixed');
    expect(mixed).toMatchObject({ children: 30, share: 30 / 365, share_of_all: 30 / 375 });
    expect(mixed?.share_lower).toBeCloseTo(0.058178, 5);
    expect(mixed?.share_upper).toBeCloseTo(0.114909, 5);
  });

  it('are [k] of a count that is [k], and [z] where they do not apply', () => {
    const sexes = cellsOf(rounded, 'sex-mix', 'sexes', 'sex', 'children', 'share', 'share_lower');
    expect(sexes).toContainEqual(['Other', '[k]', '[k]', '[k]']);
    expect(sexes).toContainEqual(['Not known', 5, '[z]', '[z]']);
  });

  it('of judgements are of the rounded numbers judged', () => {
    const rows = cellsOf(rounded, 'court-quality', 'questions', 'judged', 'sufficient', 'share');
    for (const [judged, sufficient, share] of rows) expect(share).toBe(Number(sufficient) / Number(judged));
  });
});

describe('what would follow from exact counts', async () => {
  const rounded = await report('--round', '5');
  const valuesOf = (metric: string, table: string, ...keys: string[]) =>
    new Set(cellsOf(rounded, metric, table, ...keys).flat());

  it('bands, ratings, scores and verdicts are not available', () => {
    const gone = new Set(['[x]']);
    expect(valuesOf('court-quality', 'questions', 'band', 'near_boundary')).toEqual(gone);
    expect(valuesOf('court-quality', 'standards', 'lowest_question', 'share', 'rating', 'score')).toEqual(
      gone,
    );
    expect(valuesOf('court-quality', 'summary', 'score', 'maximum')).toEqual(gone);
  });

  it('nor are means, medians and all that spreads the work', () => {
    expect(Object.fromEntries(cellsOf(rounded, 'workload', 'summary', 'measure', 'value'))).toEqual({
      workers: 40,
      cases: 435,
      unallocated: 25,
      mean: '[x]',
      median: '[x]',
      lower_quartile: '[x]',
      upper_quartile: '[x]',
      maximum: '[x]',
      gini: '[x]',
    });
  });
});

it('is said in every format: counts are rounded, each on its own, so they may not add', async () => {
  const sentence = (await report('--round', '10')).disclosure?.sentence ?? '';
  expect(sentence).toMatch(/rounded to the nearest 10, each on its own, so they may not add; \[k\] is not 0/);
  const { terminal, markdown, csv } = await runFormats(['report', BIRMINGHAM, '--round', '10']);
  expect(terminal.replaceAll(/\s+/g, ' ')).toContain(sentence);
  expect(markdown).toContain(sentence);
  for (const page of [terminal, markdown])
    expect(page.split('\n').slice(0, 3).join()).toContain('counts rounded to 10');
  expect(csv).toMatch(/,children,\[k\],children,.*rounds to 0.*,shareable\r\n/);
});

// Three of forty rows are of girls: an exact number of rows beside rounded ones would undo the rounding.
it('leaves no exact number of rows under a filter that speaks of children', async () => {
  const { provenance } = await runJson<Report>(['report', '-', '--where', 'sex=Female', '--round', '5'], {
    stdin: service(3, 37),
  });
  const [{ used, outOfScope }] = provenance.inputs;
  expect([used, outOfScope]).not.toContain(3);
  expect([used, outOfScope]).not.toContain(37);
});
