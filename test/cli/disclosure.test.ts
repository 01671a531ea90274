/** What a report lets out: small numbers withheld unless all are asked for, and said so in every format. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/index.ts';
import { metrics } from '../../src/metrics/index.ts';
import type { Report } from '../../src/report/report.ts';
import { fixture, folderWith } from '../support/files.ts';
import { figuresOf, metricOf, protectedCounts, tableOf } from '../support/reports.ts';
import { runCli, runFormats, runInternal, runJson } from '../support/run-cli.ts';
import { service } from './fixtures.ts';

const BIRMINGHAM = fixture('birmingham-like/caseload.csv');
const TINY = fixture('tiny-service/caseload.csv');
const MESSY = fixture('messy-export/caseload.csv');

const shareable = (file: string, ...flags: string[]) => runJson<Report>(['report', file, ...flags]);
const formats = (...args: string[]) => runFormats(['report', ...args]);
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
const linesOf = (csv: string) => csv.trimEnd().split('\r\n').slice(1);
/** The smallest of the protected counts that are shown and not 0. */
const smallestShown = (report: Report) =>
  Math.min(
    ...protectedCounts(report).flatMap(({ value }) =>
      typeof value === 'number' && value > 0 ? [value] : [],
    ),
  );

describe('a report', async () => {
  const report = await shareable(BIRMINGHAM);
  const sentence = report.disclosure?.sentence ?? 'nothing said';

  // Five children are 11 years old; of no group that is shown are there fewer.
  it('shows no count of 1 to 4', async () => {
    expect(report.provenance).toMatchObject({ disclosure: 'shareable', threshold: 5, zeros: 'show' });
    expect(smallestShown(report)).toBe(5);
    expect(smallestShown(await runInternal(['report', BIRMINGHAM]))).toBe(1);
  });

  it('says at its head that small numbers are withheld, and is not stamped INTERNAL', async () => {
    const { terminal, markdown, csv, json } = await formats(BIRMINGHAM);
    for (const page of [terminal, markdown])
      expect(page.split('\n').slice(0, 3).join()).toContain('small numbers withheld as [c]');
    for (const line of linesOf(csv)) expect(line).toMatch(/,shareable$/);
    for (const page of [terminal, markdown, csv, json]) expect(page).not.toMatch(/INTERNAL/i);
  });

  it('says in one sentence how many figures are withheld and by which rule, and what that cannot do', () => {
    const withheld = figuresOf(report).filter(({ value }) => value === '[c]').length;
    expect(withheld).toBeGreaterThan(0);
    expect(report.disclosure?.withheld).toBe(withheld);
    expect(sentence).toMatch(
      new RegExp(`${withheld} figures \\(rule: counts under 5, and what would reveal`),
    );
    expect(sentence).toMatch(
      /another report.*last month.*another filter.*subtract.*information-governance lead/,
    );
  });

  it('says so in every format; beside a CSV it stands with the provenance', async () => {
    const { terminal, markdown } = await formats(BIRMINGHAM);
    expect(oneLine(terminal)).toContain(sentence);
    expect(markdown).toContain(sentence);
    const folder = folderWith();
    await runCli(['report', BIRMINGHAM, '-o', `${folder}/report.csv`]);
    expect(JSON.parse(readFileSync(`${folder}/report.csv.provenance.json`, 'utf8'))).toMatchObject({
      provenance: report.provenance,
      disclosure: report.disclosure,
    });
  });

  it('promises nothing: neither safe nor anonymous nor proven', async () => {
    for (const page of Object.values(await formats(BIRMINGHAM)))
      expect(page).not.toMatch(/\bsafe\b|anonym|\bproven\b/i);
  });

  // Of a share over a whole cohort the denominator stands: who is counted is no secret.
  it('has no number left on the line of a withheld figure', async () => {
    const { csv } = await formats(BIRMINGHAM);
    const [header, ...lines] = readCsv(new TextEncoder().encode(csv));
    const cellsOf = (line: readonly string[], ...names: string[]) =>
      names.map((name) => line[header.indexOf(name)]);
    const figures = ['value', 'numerator', 'lower', 'upper'];
    const withheld = lines.filter((line) => cellsOf(line, ...figures, 'denominator').includes('[c]'));
    expect(withheld.length).toBeGreaterThan(500);
    expect(withheld.filter((line) => /\d/.test(cellsOf(line, ...figures).join()))).toEqual([]);
    const cohorts = report.metrics.flatMap(({ name, tables }) =>
      tables.flatMap(({ name: table, cohort: { n, known } }) =>
        [n, known].map((size) => [name, table, String(size)]),
      ),
    );
    const denominators = withheld.map((line) => cellsOf(line, 'metric', 'table', 'denominator'));
    const standing = denominators.filter(([, , denominator]) => /\d/.test(denominator));
    expect(cohorts).toEqual(expect.arrayContaining(standing));
  });

  it.each(metrics.map(({ name }) => name))(
    'on %s alone withholds what the whole report withholds there',
    async (name) => {
      const alone = await runJson<Report>([name, BIRMINGHAM]);
      expect(alone.provenance.disclosure).toBe('shareable');
      expect(alone.metrics).toEqual([metricOf(report, name)]);
    },
  );

  it('finds what it finds: withholding changes no exit code', async () => {
    expect((await runCli(['report', MESSY])).code).toBe(1);
    expect((await runCli(['report', MESSY, '--fail-on', 'never'])).code).toBe(0);
  });
});

describe('--internal', () => {
  it('shows all numbers, and none is withheld', async () => {
    const report = await runInternal(['report', BIRMINGHAM]);
    expect(report.provenance).toMatchObject({ disclosure: 'internal', threshold: null });
    expect(report).not.toHaveProperty('disclosure');
    expect(JSON.stringify(report)).not.toContain('[c]');
  });

  it('stamps INTERNAL on every format, on the screen and in a file', async () => {
    const { terminal, markdown, csv, json } = await formats(BIRMINGHAM, '--internal');
    expect(terminal).toMatch(/^ {2}INTERNAL /);
    expect(markdown).toMatch(/^# INTERNAL: /);
    for (const line of linesOf(csv)) expect(line).toMatch(/,internal$/);
    expect(json).toMatch(/"disclosure": "internal"/);
    const folder = folderWith();
    for (const ending of ['txt', 'md', 'csv', 'json'])
      await runCli(['report', TINY, '--internal', '-o', `${folder}/report.${ending}`]);
    for (const name of ['report.txt', 'report.md', 'report.csv', 'report.json', 'report.csv.provenance.json'])
      expect(readFileSync(`${folder}/${name}`, 'utf8')).toMatch(/internal/i);
  });

  it('goes without saying for validate and columns, which list lines and labels', async () => {
    for (const command of ['validate', 'columns'])
      expect((await runCli([command, MESSY])).stdout).toMatch(/^ *INTERNAL /);
    expect(await runJson<Report>(['validate', MESSY])).toMatchObject({
      provenance: { disclosure: 'internal' },
    });
  });
});

describe('--threshold', () => {
  // Ten children are Arab, ten of any other White background.
  it('10 withholds counts under 10, and more than 5 does', async () => {
    const [five, ten] = [await shareable(BIRMINGHAM), await shareable(BIRMINGHAM, '--threshold', '10')];
    expect(ten.provenance.threshold).toBe(10);
    expect(smallestShown(ten)).toBe(10);
    expect(Number(ten.disclosure?.withheld)).toBeGreaterThan(Number(five.disclosure?.withheld));
    expect(ten.disclosure?.sentence).toContain('counts under 10');
  });

  it.each(['1', '100'])('%s is the edge of what can be asked for', async (threshold) => {
    const { code, stderr } = await runCli(['report', BIRMINGHAM, '--threshold', threshold]);
    expect([code, stderr]).toEqual([0, '']);
  });

  it('1 withholds no count of any child', async () => {
    const report = await shareable(BIRMINGHAM, '--threshold', '1');
    expect([report.disclosure?.withheld, smallestShown(report)]).toEqual([0, 1]);
  });
});

describe('--zeros', () => {
  const zeros = (report: Report) => protectedCounts(report).filter(({ value }) => value === 0);

  // Nobody on the messy export is 10 to 13 or grown up, and nobody has the sex Other.
  it('show is the default: a true 0 is shown', async () => {
    const report = await shareable(MESSY);
    expect(zeros(report).map(({ row }) => row)).toEqual(
      expect.arrayContaining(['10', '11', '12', '13', '18 and over', 'Other']),
    );
    expect(await shareable(MESSY, '--zeros', 'show')).toEqual(report);
  });

  it('hide withholds them like small numbers, and says so', async () => {
    const report = await shareable(MESSY, '--zeros', 'hide');
    expect(report.provenance.zeros).toBe('hide');
    expect(zeros(report)).toEqual([]);
    const others = tableOf(report, 'sex-mix', 'sexes').rows.find(({ sex }) => sex === 'Other');
    expect(others).toEqual({
      sex: 'Other',
      children: '[c]',
      share: '[c]',
      share_lower: '[c]',
      share_upper: '[c]',
    });
    expect(report.disclosure?.sentence).toContain('counts under 5, zeros, and what would reveal them');
    expect((await runCli(['report', MESSY, '--zeros', 'hide'])).stdout).toContain('zeros withheld');
  });
});

describe('a cohort', () => {
  it.each([
    [10, [], 'ok'],
    [9, [], 'withheld'],
    [5, ['--threshold', '3'], 'withheld'],
    [6, ['--threshold', '3'], 'ok'],
  ])('of %d children, %j, is %s: it takes twice the threshold', async (girls, flags, status) => {
    const report = await runJson<Report>(['sex-mix', '-', ...flags], { stdin: service(girls, 0) });
    expect(metricOf(report, 'sex-mix').status).toBe(status);
  });

  // Nine children, one child with a closed case and one of another service: none of these numbers is said.
  it('that is too small shows no table, no total and nothing left out', async () => {
    const sexes = metricOf(await shareable(TINY), 'sex-mix');
    expect(sexes).toMatchObject({ status: 'withheld', tables: [], notes: [] });
    expect(sexes.message?.match(/\d+/g)).toEqual(['10']);
  });

  // Two children, one of them in both teams.
  it('that is too small does not say how many are in several values of a breakdown', async () => {
    const stdin =
      'case_id,child_id,team,sex,start_date\nK1,Y1,North,Male,2026-01-05\nK2,Y1,South,Male,2026-05-11\nK3,Y2,South,Female,2026-05-13\n';
    const report = await runJson<Report>(['sex-mix', '-', '--by', 'team'], { stdin });
    expect(Object.values(metricOf(report, 'sex-mix')).filter((value) => typeof value === 'number')).toEqual(
      [],
    );
  });

  // One child has the sex Other: with that child the girls go, whose number would give it away.
  it('of one value of a breakdown neither, nor the value that would reveal it', async () => {
    const report = await shareable(BIRMINGHAM, '--by', 'sex');
    for (const { tables } of report.metrics) {
      for (const { cohort, rows } of tables) {
        expect(rows.filter(({ by }) => by === 'Other' || by === 'Female')).toEqual([]);
        const parts = new Map(cohort.parts?.map((part) => [part.by, part]));
        for (const by of ['Other', 'Female'])
          expect(parts.get(by)).toEqual({ by, n: '[c]', known: '[c]', leftOut: [] });
        expect(parts.get('Male')?.n).toBeGreaterThan(0);
      }
    }
  });
});

describe('a report in which nothing may be shown', async () => {
  const args = [TINY, '--only', 'ethnicity,ages,sex-mix,quality'];

  it('says so, is a valid report, and all is well', async () => {
    const { code, stdout, stderr } = await runCli(['report', ...args, '--format', 'json']);
    expect([code, stderr]).toEqual([0, '']);
    const report: Report = JSON.parse(stdout);
    expect(report.schema).toBe('yos-caseload/report/1');
    expect(report.metrics.map(({ status, tables }) => [status, tables])).toEqual(
      Array.from({ length: 4 }, () => ['withheld', []]),
    );
    expect(report.disclosure?.sentence).toMatch(/^Nothing in this report may be shown/);
  });

  it('says so in every format', async () => {
    const { terminal, markdown, csv } = await formats(...args);
    for (const page of [terminal, markdown])
      expect(oneLine(page)).toContain('Nothing in this report may be shown');
    expect(linesOf(csv).map((line) => line.split(',').slice(0, 6))).toEqual(
      ['ethnicity-mix', 'age-bands', 'sex-mix', 'court-quality'].map((metric) => [
        metric,
        '',
        '',
        '',
        'status',
        'withheld',
      ]),
    );
  });
});
