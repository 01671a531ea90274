import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { buildReport, loadCaseload, metrics, type ReportOptions, readCsv, UserError } from '../src/index.ts';
import { fixture } from './support/files.ts';
import { runJson } from './support/run-cli.ts';

/** Two children: YP1, Irish, with two cases, and YP2, Roma; the months of birth give 15 and 17 at 1 October 2026. */
const CSV = `case_id,child_id,team,ethnicity,sex,birth_month,age,start_date
C1,YP1,North,Irish,F,2011-05,,2026-09-01
C2,YP1,South,Irish,F,2011-05,15,2026-10-01
C3,YP2,North,W5,M,2009-01,,30/09/2026
`;
const bytes = new TextEncoder().encode(CSV);
const folder = mkdtempSync(join(tmpdir(), 'yos-library-'));
const file = join(folder, 'cases.csv');
writeFileSync(file, CSV);
writeFileSync(join(folder, 'notes.txt'), 'not a caseload');
afterAll(() => rmSync(folder, { recursive: true }));

describe('loadCaseload', () => {
  test('reads a path, a folder, bytes under a name, or several of them, to the same caseload', async () => {
    const fromPath = await loadCaseload(file);
    expect(fromPath.inputs).toMatchObject([{ file: 'cases.csv', read: 3, used: 3 }]);
    for (const input of [folder, { name: 'cases.csv', bytes }, [file]]) {
      expect((await loadCaseload(input)).inputs).toEqual(fromPath.inputs);
    }
    const both = await loadCaseload([file, { name: 'copy.csv', bytes }]);
    expect(both.inputs.map(({ used, duplicates }) => [used, duplicates])).toEqual([
      [3, 0],
      [0, 3],
    ]);
  });

  test('takes the as-at date, the ethnicity list and counting of cases', async () => {
    const early = await loadCaseload(file, { asAt: '2026-09-15' });
    expect([early.asAtFrom, early.unit]).toEqual(['flag', 'children']);
    const counted = await loadCaseload(file, { countCases: true, ethnicityList: 'as-recorded' });
    expect([counted.unit, counted.childCount, counted.ethnicityList]).toEqual(['cases', 3, 'as-recorded']);
  });

  test('rejects, with words for the user, what can be mended', async () => {
    await expect(loadCaseload(join(folder, 'none.csv'))).rejects.toThrow(UserError);
    await expect(loadCaseload(file, { asAt: 'soon' })).rejects.toThrow('not a date');
    const empty = { name: 'empty.csv', bytes: new Uint8Array() };
    await expect(loadCaseload(empty)).rejects.toThrow(UserError);
  });

  test('gives the rows used as a frame: our columns in the order of the dictionary, our labels, ISO dates', async () => {
    const frame = (await loadCaseload(file)).toDataFrame();
    expect(frame.columns).toEqual([
      'case_id',
      'child_id',
      'team',
      'ethnicity',
      'sex',
      'age',
      'birth_month',
      'start_date',
    ]);
    expect(frame.shape).toEqual([3, 8]);
    expect(frame.values).toEqual([
      ['C1', 'YP1', 'North', 'Irish', 'Female', '', '2011-05', '2026-09-01'],
      ['C2', 'YP1', 'South', 'Irish', 'Female', 15, '2011-05', '2026-10-01'],
      ['C3', 'YP2', 'North', 'Roma', 'Male', '', '2009-01', '2026-09-30'],
    ]);
  });

  test('leaves rejected and repeated rows out of the frame', async () => {
    const messy = new TextEncoder().encode(`${CSV}C3,YP2,North,W5,M,2009-01,,2026-09-30\nC4,,North,,,,,\n`);
    const caseload = await loadCaseload({ name: 'messy.csv', bytes: messy });
    expect(caseload.inputs).toMatchObject([{ read: 5, used: 3, duplicates: 1, rejected: 1 }]);
    expect(caseload.toDataFrame().column('case_id').values).toEqual(['C1', 'C2', 'C3']);
  });
});

describe('buildReport', () => {
  test('computes all metrics of the catalogue by default, those asked for otherwise', async () => {
    const caseload = await loadCaseload(file);
    expect(buildReport(caseload).metrics.map(({ name }) => name)).toEqual(metrics.map(({ name }) => name));
    const one = buildReport(caseload, { metrics: metrics.filter(({ name }) => name === 'sex-mix') });
    expect(one.metrics.map(({ name }) => name)).toEqual(['sex-mix']);
  });

  test('breaks every table down', async () => {
    const { metrics: all } = buildReport(await loadCaseload(file), { by: 'team', internal: true });
    const sexes = all.find(({ name }) => name === 'sex-mix')?.tables[0];
    const girls = sexes?.rows.filter(({ sex }) => sex === 'Female');
    expect(girls?.map(({ by, children }) => [by, children])).toEqual([
      ['All', 1],
      ['North', 1],
      ['South', 1],
    ]);
    expect(sexes?.toDataFrame().columns.slice(0, 3)).toEqual(['by', 'sex', 'children']);
  });

  test('gives each table as a frame of its rows, figures unrounded and codes as they are', async () => {
    const { metrics: all } = buildReport(await loadCaseload(file), { internal: true });
    const groups = all.find(({ name }) => name === 'ethnicity-mix')?.tables[0];
    const frame = groups?.toDataFrame();
    expect(frame?.columns).toEqual(groups?.columns.map(({ key }) => key));
    expect(frame?.column('children').values).toEqual([0, 0, 0, 0, 2, 0]);
    expect(frame?.column('share').values).toEqual([0, 0, 0, 0, 1, '[z]']);
    for (const { tables } of all) {
      for (const table of tables) {
        expect(table.toDataFrame().shape).toEqual([table.rows.length, table.columns.length]);
      }
    }
  });

  test('gives a frame of a table without rows too', async () => {
    const { metrics: all } = buildReport(await loadCaseload(file, { asAt: '1999-01-01' }), {
      internal: true,
    });
    const categories = all[0].tables.find(({ name }) => name === 'categories')?.toDataFrame();
    expect([categories?.shape, categories?.columns]).toEqual([
      [0, 4],
      ['category', 'group', 'children', 'share'],
    ]);
  });

  test('is plain data: what JSON keeps of a report is all that there is', async () => {
    const report = buildReport(await loadCaseload(file));
    const copy: unknown = JSON.parse(JSON.stringify(report));
    expect(copy).toMatchObject({ schema: 'yos-caseload/report/1', provenance: { asAt: '2026-10-01' } });
    expect(JSON.stringify(copy)).toBe(JSON.stringify(report));
  });

  test('refuses a breakdown that cannot be had', async () => {
    const caseload = await loadCaseload(file);
    expect(() => buildReport(caseload, { by: 'start_date' })).toThrow(UserError);
  });
});

describe('what a report lets out', async () => {
  const BIRMINGHAM = fixture('birmingham-like/caseload.csv');
  const caseload = await loadCaseload(BIRMINGHAM);

  test.each<[string, ReportOptions, readonly string[]]>([
    ['small numbers withheld, by default', {}, []],
    ['all numbers', { internal: true }, ['--internal']],
    ['another threshold', { threshold: 10 }, ['--threshold', '10']],
    ['zeros withheld too', { zeros: 'hide' }, ['--zeros', 'hide']],
    ['rounded counts', { round: 5 }, ['--round', '5']],
    ['tables that name workers', { byWorker: true }, ['--by-worker']],
    ['each team', { by: 'team', given: { '--by': 'team' } }, ['--by', 'team']],
  ])('is what the command lets out: %s', async (_what, options, flags) => {
    const printed = await runJson(['report', BIRMINGHAM, ...flags]);
    expect(JSON.parse(JSON.stringify(buildReport(caseload, options)))).toEqual(printed);
  });

  // Stamped shareable, a report with a threshold of 0 would show everything.
  test.each([0, 2.5, 101, -1, Number.NaN])(
    'is refused for a threshold of %s, as by the command',
    (threshold) => {
      expect(() => buildReport(caseload, { threshold })).toThrow(UserError);
    },
  );

  test('is refused for each worker by name, as by the command', () => {
    expect(() => buildReport(caseload, { by: 'worker_id' })).toThrow(UserError);
    expect(buildReport(caseload, { by: 'worker_id', byWorker: true }).provenance.disclosure).toBe(
      'shareable',
    );
  });
});

test('readCsv gives the cells of any CSV, the header first', () => {
  const text = 'name;remark\r\n"Ada";"said ""yes""; twice"\r\nGrace;"two\nlines"\r\n';
  expect(readCsv(new TextEncoder().encode(text))).toEqual([
    ['name', 'remark'],
    ['Ada', 'said "yes"; twice'],
    ['Grace', 'two\nlines'],
  ]);
});

test('metrics is the catalogue: what each asks, counts and needs', () => {
  for (const { name, title, question, cohort, denominator, tables } of metrics) {
    for (const words of [name, title, question, cohort, denominator])
      expect(words.length).toBeGreaterThanOrEqual(5);
    expect(question.endsWith('?')).toBe(true);
    expect(tables.length).toBeGreaterThan(0);
  }
});
