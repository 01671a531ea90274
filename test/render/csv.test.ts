import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { renderCsv, renderProvenance } from '../../src/render/csv.ts';
import { reportOfTable, sampleReport, staffedWorkers, teamCalledAll } from './sample-report.ts';
import {
  roundedReport,
  SENTENCE,
  shareableReport,
  shareableSexes,
  shareableSexMix,
  shareableWith,
} from './shareable-report.ts';

const read = (csv: string): Record<string, string>[] => parse(csv, { columns: true });

const find = (lines: Record<string, string>[], wanted: Record<string, string>) =>
  lines.filter((line) => Object.entries(wanted).every(([key, value]) => line[key] === value));

/** A table of one row whose worker has the name given. */
const reportOfWorker = (worker: string) =>
  reportOfTable({
    ...staffedWorkers,
    rows: staffedWorkers.rows.slice(0, 1).map((row) => ({ ...row, worker })),
  });

describe('renderCsv', () => {
  const csv = renderCsv(sampleReport);
  const lines = read(csv);

  it('begins with the header that is promised and ends every line in CRLF', () => {
    expect(csv.split('\r\n')[0]).toBe(
      'metric,table,by,group,measure,value,unit,numerator,denominator,lower,upper,note,as_at,disclosure',
    );
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  it('gives every figure of every table back, unrounded', () => {
    for (const metric of sampleReport.metrics) {
      for (const table of metric.tables) {
        const expected = table.rows.flatMap((row) =>
          table.columns
            .filter((column) => !['text', 'lower', 'upper'].includes(column.type))
            .map((column) => String(row[column.key])),
        );
        const found = find(lines, { metric: metric.name, table: table.name });
        expect(found.map((line) => line.value)).toEqual(expected);
      }
    }
  });

  it('puts interval, numerator and denominator on the line of the share', () => {
    const [asian] = find(lines, { table: 'groups', group: 'Asian', measure: 'share' });
    expect(asian).toMatchObject({
      value: String(96 / 261),
      unit: 'share',
      numerator: '96',
      denominator: '261',
    });
    expect(asian).toMatchObject({ lower: '0.3116', upper: '0.4278', by: '', note: '' });
    const [ofAll] = find(lines, { table: 'groups', group: 'Asian', measure: 'share_of_all' });
    expect(ofAll).toMatchObject({ numerator: '96', denominator: '268', lower: '' });
    const [judged] = find(lines, { group: 'planning / child_safety', measure: 'share' });
    expect(judged).toMatchObject({ numerator: '21', denominator: '44' });
  });

  it('gives no numerator to a share that does not apply', () => {
    const [notKnown] = find(lines, { table: 'groups', group: 'Not known', measure: 'share' });
    expect(notKnown).toMatchObject({ value: '[z]', numerator: '', denominator: '', note: 'not applicable' });
  });

  it('takes the denominator of a breakdown from its own cohort', () => {
    const [south] = find(lines, { by: 'South-west and central', group: 'Male', measure: 'share' });
    expect(south?.denominator).toBe('248');
    const [all] = find(lines, { by: 'All', group: 'Male', measure: 'share' });
    expect(all?.denominator).toBe('268');
  });

  it('lets the rows of a table of measures be measures', () => {
    const [mean] = find(lines, { metric: 'workload', table: 'summary', measure: 'mean' });
    expect(mean).toMatchObject({ group: '', value: '12.333333333333334' });
  });

  it('says on one line why a metric has no figures', () => {
    expect(find(lines, { metric: 'age-bands' })).toMatchObject([
      { table: '', measure: 'status', value: 'missing-columns', note: 'no column for age or birth_month' },
    ]);
    const [status] = find(read(renderCsv(shareableReport)), { metric: 'disposal-mix' });
    expect(status).toMatchObject({ value: 'withheld', note: 'Withheld: fewer than 10 cases.' });
  });

  it('stamps every line', () => {
    expect(new Set(lines.map((line) => `${line.as_at} ${line.disclosure}`))).toEqual(
      new Set(['2026-10-27 internal']),
    );
  });

  it.each(['=1+1', '+44', '-cmd', '@SUM(A1)', '\tx', '\rx'])('defuses the formula %j', (name) => {
    const [line] = read(renderCsv(reportOfWorker(name)));
    expect(line?.group).toBe(`'${name} / North`);
  });

  it('leaves negative numbers numbers and a lone hyphen alone', () => {
    const rows = [{ team: '-', cases: -3 }];
    const columns = [
      { key: 'team', label: 'Team', type: 'text' },
      { key: 'cases', label: 'Cases', type: 'count' },
    ] as const;
    const [line] = read(renderCsv(reportOfTable({ ...staffedWorkers, columns, rows })));
    expect(line).toMatchObject({ group: '-', value: '-3' });
  });

  it('brings quotes, commas and line ends back as they were', () => {
    const [line] = read(renderCsv(reportOfWorker('a "b", c\r\nd')));
    expect(line?.group).toBe('a "b", c\r\nd / North');
  });

  it('notes the caveat of a metric on each of its lines, after what a code means', () => {
    const notes = new Set(find(lines, { metric: 'court-quality' }).map(({ note }) => note));
    const caveat = 'indicative self-audit, not an inspection rating';
    expect(notes).toEqual(new Set([caveat, `not applicable; ${caveat}`]));
    const unread = { ...sampleReport.metrics[1], caveat };
    const [status] = read(renderCsv({ ...sampleReport, metrics: [unread] }));
    expect(status?.note).toBe(`no column for age or birth_month; ${caveat}`);
  });

  it('tells a team called All from the whole, with its own denominator', () => {
    const shares = find(read(renderCsv(reportOfTable(teamCalledAll))), { group: 'Male', measure: 'share' });
    expect(shares.map(({ by, denominator }) => [by, denominator])).toEqual([
      ['All', '30'],
      ['Team: All', '10'],
      ['North', '20'],
    ]);
  });

  // Twice the rows may take a little over twice the time; the square of it would be four times.
  it('takes 20,000 values of a breakdown in its stride', () => {
    const teams = Array.from({ length: 20_000 }, (_, index) => `team ${index}`);
    const parts = teams.map((by, index) => ({ by, n: index + 1, known: index + 1, leftOut: [] }));
    const rows = ['All', ...teams].map((by) => ({ by, sex: 'Male', children: 1, share: 0.5 }));
    const table = { ...teamCalledAll, rows, cohort: { ...teamCalledAll.cohort, parts } };
    const started = performance.now();
    const all = renderCsv(reportOfTable(table)).split('\r\n');
    expect(performance.now() - started).toBeLessThan(3000);
    expect(all[40_002]).toMatch(/^workload,sexes,team 19999,Male,share,0.5,share,1,20000,/);
  });

  it('is the same file as ever', async () => {
    await expect(csv).toMatchFileSnapshot('__golden__/report.csv');
  });
});

describe('the CSV of a report to be shared', () => {
  const csv = renderCsv(shareableReport);
  const lines = read(csv);

  it('is stamped so on every line', () => {
    expect(new Set(lines.map(({ disclosure }) => disclosure))).toEqual(new Set(['shareable']));
  });

  it('has a code in the place of every figure that is withheld, and says what it means', () => {
    const note = 'small numbers withheld';
    expect(find(lines, { table: 'groups', group: 'Mixed' })).toMatchObject([
      { measure: 'children', value: '[c]', note },
      {
        measure: 'share',
        value: '[c]',
        numerator: '[c]',
        denominator: '261',
        lower: '[c]',
        upper: '[c]',
        note,
      },
      { measure: 'share_of_all', value: '[c]', numerator: '[c]', denominator: '268', note },
    ]);
    const [judged] = find(lines, { group: 'planning / child_safety', measure: 'judged' });
    expect(judged.note).toBe(`${note}; indicative self-audit, not an inspection rating`);
    expect(find(lines, { metric: 'workload' }).map(({ value }) => value)).toEqual([
      '[c]',
      '[c]',
      '[c]',
      '[c]',
      '[c]',
    ]);
  });

  it('has no number beside a share that is withheld but the size of what it is of', () => {
    const withheld = lines.filter(({ unit, value }) => unit === 'share' && value === '[c]');
    expect(withheld.length).toBeGreaterThan(5);
    for (const { numerator, lower, upper } of withheld)
      expect(`${numerator}${lower}${upper}`).toMatch(/^(\[c\])*$/);
  });

  it('gives a withheld share no numerator, even where the row has one', () => {
    const rows = [
      { by: 'All', sex: 'Male', children: 201, share: '[c]', share_lower: '[c]', share_upper: '[c]' },
    ];
    const tables = [{ ...shareableSexes, rows }];
    const report = shareableWith({ metrics: [{ ...shareableSexMix, tables }] });
    const [share] = find(read(renderCsv(report)), { measure: 'share' });
    expect(share).toMatchObject({ numerator: '[c]', denominator: '268' });
  });

  it('has a line for a table withheld whole, and one for each value of a breakdown that is', () => {
    expect(find(lines, { measure: 'status', value: 'withheld' })).toMatchObject([
      { metric: 'ethnicity-mix', table: 'categories', by: '', note: 'withheld whole: small numbers' },
      { table: 'sexes', by: 'West', group: '', note: 'too few children, or they would reveal them' },
      { table: 'sexes', by: 'East', group: '', note: 'too few children, or they would reveal them' },
      { metric: 'disposal-mix', table: '' },
    ]);
    expect(find(lines, { table: 'categories' })).toHaveLength(1);
  });

  it('has the code of what is not 0 but rounds to it', () => {
    const note = 'not 0, but rounds to 0';
    expect(find(read(renderCsv(roundedReport)), { group: 'Other' })).toMatchObject([
      { measure: 'children', value: '[k]', note },
      { measure: 'share', value: '[k]', numerator: '[k]', denominator: '260', note },
    ]);
  });

  it('is the same file as ever', async () => {
    await expect(csv).toMatchFileSnapshot('__golden__/shareable.csv');
  });
});

describe('renderProvenance', () => {
  it('holds where the figures come from and no figure', () => {
    expect(JSON.parse(renderProvenance(sampleReport))).toEqual({
      schema: sampleReport.schema,
      provenance: sampleReport.provenance,
      notes: expect.anything(),
      problems: sampleReport.problems,
    });
  });

  it('holds how much is withheld, by which rule', () => {
    const { provenance, disclosure, problems } = JSON.parse(renderProvenance(shareableReport));
    expect(disclosure).toEqual({ withheld: 34, sentence: SENTENCE });
    expect(provenance).toEqual(shareableReport.provenance);
    expect(problems).toEqual(shareableReport.problems);
  });

  it('holds what must be said of the figures of each metric', () => {
    const { notes } = JSON.parse(renderProvenance(sampleReport));
    expect(Object.keys(notes)).toEqual(sampleReport.metrics.map(({ name }) => name));
    expect(notes['court-quality']).toEqual({
      caveat: 'indicative self-audit, not an inspection rating',
      notes: [expect.stringMatching(/^Bands as commonly described/)],
    });
    expect(notes['sex-mix']).toEqual({ notes: ['1 child is in several teams and counts once in each.'] });
  });
});
