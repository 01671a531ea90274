import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { columnDefinitions } from '../../src/caseload/columns.ts';
import { readCsv } from '../../src/caseload/read-csv-bytes.ts';
import { generateCaseload } from '../../src/generate/generate-caseload.ts';
import type { Metric, TableSpec } from '../../src/metrics/define-metric.ts';
import { metricNamed, metrics } from '../../src/metrics/index.ts';
import { DEFAULT_SETTINGS } from '../../src/metrics/settings.ts';
import { baselineNamed } from '../../src/reference/populations.ts';
import { sharedOf, viewOf } from '../../src/report/view.ts';
import { type Asked, caseloadOf, csvInput, reportOf } from './figures-of.ts';

const SOURCES = new URL('../../src/metrics/', import.meta.url);
const COMMANDS = [
  'report',
  'compare',
  'validate',
  'late',
  'columns',
  'metrics',
  'framework',
  'generate',
  'help',
];

const RATES =
  'population_share gap rate_per_1000 relative_rate relative_rate_lower relative_rate_upper reading';
const PLACES =
  'standard question judged sufficient share share_lower share_upper service_share at_most at_least place limit';

/** What design and README promise of every table: its row keys, in order. */
const PROMISED: Record<string, Record<string, string>> = {
  'ethnicity-mix': {
    groups: 'group children share share_lower share_upper share_of_all',
    categories: 'category group children share',
  },
  'age-bands': {
    years: 'age children share',
    bands: 'band children share share_lower share_upper',
  },
  'sex-mix': { sexes: 'sex children share share_lower share_upper' },
  'disposal-mix': { groups: 'group cases share', disposals: 'disposal group cases' },
  workload: {
    workers: 'worker team fte cases children points cases_per_fte points_per_fte status',
    teams: 'team workers fte cases children cases_per_fte',
    distribution: 'cases workers',
    summary: 'measure value',
  },
  'court-quality': {
    questions: 'standard question judged sufficient share share_lower share_upper band near_boundary',
    standards: 'standard lowest_question share rating score',
    summary: 'judged_cases score maximum',
  },
  disproportionality: {
    groups: `group children share share_lower share_upper population ${RATES}`,
    combined: `group children share share_lower share_upper population ${RATES}`,
    pooled: `group children other_years share share_lower share_upper person_years ${RATES}`,
    four_fifths: 'group relative_rate mark',
  },
  'quality-equity': {
    comparisons:
      'dimension value standard question judged sufficient share share_lower share_upper others_share difference difference_lower difference_upper p p_holm verdict',
    summary: 'tested lower higher no_clear_difference too_few_to_say',
  },
  'quality-consistency': {
    teams: `team ${PLACES}`,
    workers: `worker ${PLACES}`,
  },
  'court-timeliness': {
    targets: 'target due on_time share share_lower share_upper standing',
    rules: 'target rule standing source',
    outcomes: 'target outcome cases',
    details: 'target detail outcome cases',
    days: 'target days done median_days p90_days outstanding outstanding_median_days outstanding_p90_days',
  },
  'caseload-trend': {
    month_ends: 'month children starts ends',
    changes: 'measure compared before_period after_period before after change p verdict',
    open_changes: 'compared before_period after_period before after change joined left',
    ethnic_mix: 'month group compared children answered share difference',
    sex_mix: 'month group compared children answered share difference',
    quarters: 'quarter standard question judged sufficient share share_lower share_upper',
    quality_changes:
      'standard question compared before_quarter after_quarter before_judged after_judged before_share after_share difference difference_lower difference_upper p p_holm verdict',
  },
  'needs-profile': {
    needs: 'need answer children answered share share_lower share_upper',
    levels: 'level answer children answered share share_lower share_upper',
    kpi_like: 'need suitable of share share_lower share_upper',
  },
  resettlement: {
    answers: 'aspect answer cases answered share share_lower share_upper',
    days: 'measure value',
  },
  transitions: { months: 'turning age children' },
  'data-quality': {
    columns: 'column_name of rows filled missing not_understood share_filled state needed_by',
    gaps: 'figure column_name children of_what of share extent',
    case_gaps: 'figure column_name cases of_what of share extent',
  },
};

/** All that a metric can be told. */
const SETTINGS = {
  baseline: baselineNamed('birmingham'),
  combined: true,
  fourFifths: true,
  byWorker: true,
};
const YEARS = { 2024: 'case_id,child_id,ethnicity,start_date\nC1,Y1,Irish,2024-05-01' };

const [header, ...rows] = readCsv(
  Buffer.concat([...generateCaseload({ cases: 250, seed: 4, columns: 'all', messy: false, style: 'plain' })]),
);

/** The generated caseload with only some of its columns. */
function inputWith(isKept: (column: string) => boolean) {
  const lines = [header, ...rows].map((cells) =>
    cells
      .filter((_, at) => isKept(header[at]))
      .map((cell) => `"${cell}"`)
      .join(','),
  );
  return csvInput(lines.join('\n'));
}

const everything = inputWith(() => true);
const declaredBy = ({ needs, alsoReads }: Metric): Set<string> => new Set([...needs.flat(), ...alsoReads]);

describe('every metric is one file, one line in the catalogue, one test', () => {
  test('each file of the folder that defines a metric is in the catalogue', () => {
    const defining = readdirSync(SOURCES).filter((file) =>
      /= defineMetric\(/.test(readFileSync(new URL(file, SOURCES), 'utf8')),
    );
    expect(defining.sort()).toEqual(metrics.map(({ name }) => `${name}.ts`).sort());
  });

  test.each(metrics.map(({ name }) => name))('%s exports itself by its name and has a test', async (name) => {
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(existsSync(new URL(`./${name}.test.ts`, import.meta.url))).toBe(true);
    const exported: Record<string, unknown> = await import(new URL(`${name}.ts`, SOURCES).href);
    const camelCase = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    expect(exported[camelCase]).toBe(metricNamed(name));
  });

  test('names and aliases are each of one metric and no word of the command line', () => {
    const words = [...COMMANDS, ...metrics.flatMap(({ name, aliases }) => [name, ...(aliases ?? [])])];
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
    expect(['ethnicity', 'ages', 'quality', 'costs'].map((word) => metricNamed(word)?.name)).toEqual([
      'ethnicity-mix',
      'age-bands',
      'court-quality',
      undefined,
    ]);
  });
});

describe.each(metrics.map((metric) => [metric.name, metric] as const))('%s', (name, metric) => {
  const declared = declaredBy(metric);

  test('cannot see a column that it did not declare', () => {
    const caseload = caseloadOf([everything]);
    const view = viewOf(caseload, sharedOf(caseload), caseload.used, metric, {
      settings: DEFAULT_SETTINGS,
      period: null,
      years: [],
      months: [],
    });
    for (const column of columnDefinitions().map((definition) => definition.name)) {
      if (declared.has(column)) {
        expect(view.column(column)?.name).toBe(column);
      } else {
        expect(() => view.column(column)).toThrow(`${name} reads ${column} without declaring it`);
        expect(() => view.childValues(column)).toThrow(`${name} reads ${column} without declaring it`);
      }
    }
    if (!declared.has('age')) expect(() => view.childAges()).toThrow('without declaring it');
  });

  test('says the same when all other columns are taken from the file', () => {
    const always = ['case_id', 'child_id', 'start_date', 'end_date'];
    const narrow = inputWith((column) => declared.has(column) || always.includes(column));
    const asked: Asked = { asAt: '2026-10-31', metrics: [metric] };
    expect(reportOf([narrow], asked).metrics).toEqual(reportOf([everything], asked).metrics);
  });

  test.each<[string, Asked]>([
    ['plain', {}],
    ['by team', { by: 'team' }],
    ['of nobody', { where: [{ column: 'team', value: 'Nowhere' }] }],
    // Where a table has cases already, the column of children goes; else it is one of cases.
    ['with --count-cases', { countCases: true }],
  ])('has the promised tables, columns and row keys, in order: %s', (_, asked) => {
    const all = { settings: SETTINGS, years: YEARS, ...asked, metrics: [metric] };
    const [{ tables, status, message }] = reportOf([everything], all).metrics;
    // Of nobody no span of time can be told.
    if (status !== 'ok') return expect([asked.where?.length, message]).toEqual([1, expect.any(String)]);
    expect(tables.map((table) => table.name)).toEqual(Object.keys(PROMISED[name]));
    for (const table of tables) {
      const promised = PROMISED[name][table.name].split(' ');
      const inCases = promised.includes('cases')
        ? promised.filter((key) => key !== 'children')
        : promised.map((key) => (key === 'children' ? 'cases' : key));
      const keys = asked.countCases ? inCases : promised;
      expect(table.columns.map(({ key }) => key)).toEqual(keys);
      for (const row of table.rows) {
        expect(Object.keys(row)).toEqual([...(asked.by === undefined ? [] : ['by']), ...keys]);
      }
    }
  });

  test('declares shares of counts of the row or of the cohort, and bounds of its figures', () => {
    for (const { columns } of metric.tables) {
      const counts = columns.filter(({ type }) => type === 'count').map(({ key }) => key);
      for (const column of columns) {
        if (column.type === 'share') {
          expect(counts).toContain(column.numerator);
          expect([...counts, 'n', 'known']).toContain(column.denominator);
        }
        if (!('of' in column)) continue;
        const bounded = columns.find(({ key }) => key === column.of)?.type ?? 'none';
        expect(['share', 'difference', 'rate']).toContain(bounded);
      }
    }
  });

  test('divides no breakdown where its counts are no plain mixes', () => {
    const isPlain = ({ about }: TableSpec) =>
      about.divided === undefined &&
      about.alone === undefined &&
      about.apart === undefined &&
      about.same === undefined &&
      about.within?.metric === undefined;
    if (!metric.tables.every(isPlain)) expect(metric.breakdown).toBe('internal');
  });

  test('with --count-cases speaks of cases and no longer of children', () => {
    const [{ unit, tables, notes }] = reportOf([everything], { countCases: true, metrics: [metric] }).metrics;
    expect([unit, ...tables.map((table) => table.unit)]).not.toContain('children');
    expect(notes.join()).not.toMatch(/child/i);
    const words = tables.flatMap(({ title, columns }) => [title, ...columns.map(({ label }) => label)]);
    expect(words.join()).not.toMatch(/child/i);
  });
});
