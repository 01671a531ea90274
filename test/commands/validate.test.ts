/** validate: every problem by rule, with lines and labels and no other cell; --rejects for the rows themselves. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InternalReport, Problem } from '../../src/report/report.ts';
import { fixture, folderWith, namesIn, readFixture } from '../support/files.ts';
import { runCli, runJson } from '../support/run-cli.ts';

const MESSY = fixture('messy-export/caseload.csv');

interface ExpectedRun {
  readonly file: string;
  readonly args: readonly string[];
  readonly exitCode: number;
  readonly problems: readonly Partial<Problem>[];
}

const EXPECTED: readonly ExpectedRun[] = JSON.parse(readFixture('messy-export/expected-problems.json'));

const identity = ({ rule, line, column, label, count }: Partial<Problem>) =>
  [rule, `line ${line}`, column, label ?? '', `${count} times`].join(' | ');

describe.each(EXPECTED)('messy-export/$file', async ({ file, args, exitCode, problems }) => {
  const path = fixture(`messy-export/${file}`);
  const report = await runJson<InternalReport>(['validate', path, ...args]);

  it.each(problems)('$rule on line $line $column $label, $count times', (problem) => {
    expect(report.problems.map(identity)).toContain(identity(problem));
  });

  it('has no other problem', () => {
    const expected = problems.map(identity);
    expect(report.problems.map(identity).filter((found) => !expected.includes(found))).toEqual([]);
  });

  it('exits as it should', async () => {
    expect((await runCli(['validate', path, ...args])).code).toBe(exitCode);
  });

  it('is a report without metrics, stamped internal', () => {
    expect(report).toMatchObject({
      schema: 'yos-caseload/report/1',
      metrics: [],
      provenance: { disclosure: 'internal' },
    });
  });
});

describe('what is shown of the data', () => {
  const LABELS = ['IC4', 'Mail', 'Supervision order', 'Medium', 'Elsewhere'];
  // Everything else in the rows that could tell somebody something: ids, workers, dates, comments, answers.
  const CELLS = [
    ...['M101', 'M107', 'P11', 'P31', 'W3', 'W7'],
    ...[
      '2026-05-11',
      '31/09/2026',
      '01/02/26',
      '12/25/2025',
      '1900',
      '2199',
      '1996-03',
      'spring 2011',
      'fifteen',
    ],
    ...['Seen at school', 'called', 'see the file', 'carer.of.p34', '900123', 'perhaps', 'partly', 'checked'],
  ];

  it.each([
    ['validate', ['validate', MESSY]],
    ['validate in JSON', ['validate', MESSY, '--format', 'json']],
    ['the problems of a report', ['sex-mix', MESSY]],
    ['the problems of a report in JSON', ['sex-mix', MESSY, '--format', 'json']],
    ['the problems of a report in markdown', ['sex-mix', MESSY, '--format', 'markdown']],
  ])('in %s is no cell but a label', async (_what, args) => {
    const { stdout, stderr } = await runCli(args);
    const shown = (stdout + stderr).replaceAll(/[0-9a-f]{64}/g, '');
    expect(CELLS.filter((cell) => shown.includes(cell))).toEqual([]);
  });

  it('are the labels nobody knows, with their counts', async () => {
    const { stdout } = await runCli(['validate', MESSY]);
    for (const label of LABELS) expect(stdout).toContain(`"${label}"`);
    expect(stdout).toMatch(/\b25\b.*\b2\b.*ethnicity "IC4"/);
  });
});

describe('the page', () => {
  it('says INTERNAL, the as-at date, how the file was read and what became of its rows', async () => {
    const { stdout } = await runCli(['validate', MESSY], { columns: 120 });
    expect(stdout).toMatch(/^INTERNAL .*30 September 2026/);
    expect(stdout).toContain('utf-8 with commas');
    expect(stdout).toContain('29 rows = 24 used + 1 duplicate + 4 rejected');
  });

  it('says so when there is nothing to say', async () => {
    const { code, stdout } = await runCli(['validate', fixture('tiny-service/caseload.csv')]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('No problems found')]);
  });

  it('names the nearest column for a header nobody knows', async () => {
    const stdin = 'case_id,child_id,Ethnicty,start_date\nK1,Y1,Irish,2026-05-11\n';
    const { stdout } = await runCli(['validate', '-'], { stdin });
    expect(stdout).toMatch(/Ethnicty.*ethnicity/);
  });

  // The row of the slip is used, so nothing may say that it is rejected.
  it('does not call a row rejected that is used', async () => {
    const { stdout } = await runCli(['validate', fixture('messy-export/as-at-slip.csv')]);
    expect(stdout).toContain('4 used + 0 duplicates + 0 rejected');
    expect(stdout).not.toContain('rows are rejected');
  });

  it('names the file of each problem when there are several', async () => {
    const files = ['caseload.csv', 'as-at-slip.csv'].map((name) => fixture(`messy-export/${name}`));
    const { stdout } = await runCli(['validate', ...files, '--as-at', '2026-09-30'], { columns: 120 });
    expect(stdout).toMatch(/missing-case-id.*\n[^:]*caseload\.csv.*\b7\b/);
  });

  it('goes to a file with -o, as text or JSON by its ending', async () => {
    const folder = folderWith();
    await runCli(['validate', MESSY, '-o', `${folder}/problems.txt`]);
    await runCli(['validate', MESSY, '-o', `${folder}/problems.json`]);
    expect(readFileSync(`${folder}/problems.txt`, 'utf8')).toContain('INTERNAL');
    expect(JSON.parse(readFileSync(`${folder}/problems.json`, 'utf8'))).toHaveProperty('metrics', []);
  });

  it('has no other format', async () => {
    const { code, stderr } = await runCli(['validate', MESSY, '--format', 'markdown']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('terminal, json')]);
  });
});

describe('--rejects', () => {
  it('writes the rejected rows as they stand, with file, line, rule and reason', async () => {
    const folder = folderWith();
    const { code } = await runCli(['validate', MESSY, '--rejects', `${folder}/rejects.csv`]);
    expect(code).toBe(1);
    const [header, ...rows] = readFileSync(`${folder}/rejects.csv`, 'utf8').trimEnd().split('\r\n');
    expect(header).toMatch(/^file,line,rule,reason,Case Ref,YP Ref,Allocated Worker,.*,constructor$/);
    expect(rows.map((row) => row.split(',').slice(0, 3))).toEqual([
      ['caseload.csv', '7', 'missing-case-id'],
      ['caseload.csv', '8', 'missing-child-id'],
      ['caseload.csv', '10', 'too-many-cells'],
      ['caseload.csv', '12', 'different-row-for-case'],
    ]);
    expect(rows[0]).toContain(',P13,W4,North,B1,M,15,');
    expect(rows[2]).toMatch(/,M105,P15,.*,checked$/);
  });

  const rejectsOf = async (files: Record<string, string>, ...flags: string[]) => {
    const folder = folderWith(files);
    const inputs = Object.keys(files).map((name) => `${folder}/${name}`);
    await runCli(['validate', ...inputs, ...flags, '--rejects', `${folder}/rejects.csv`]);
    const lines = readFileSync(`${folder}/rejects.csv`, 'utf8').trimEnd().split('\r\n');
    return lines.map((line) => line.split(',').filter((_cell, index) => index < 3 || index > 3));
  };

  it('puts every cell under its own header when files differ, the header being all of theirs', async () => {
    const rejects = await rejectsOf({
      'a.csv': 'case_id,child_id,team,Notes\n,Y1,North,seen\n',
      'b.csv': 'team,sex,child_id,case_id\nSouth,Male,Y2,\n',
      'c.csv': 'child_id,case_id,Notes,Notes\nY3,,one,two\nY4,K4,one,two,three\n',
    });
    expect(rejects).toEqual([
      ['file', 'line', 'rule', 'case_id', 'child_id', 'team', 'Notes', 'sex', 'Notes'],
      ['a.csv', '2', 'missing-case-id', '', 'Y1', 'North', 'seen', '', ''],
      ['b.csv', '2', 'missing-case-id', '', 'Y2', 'South', '', 'Male', ''],
      ['c.csv', '2', 'missing-case-id', '', 'Y3', '', 'one', '', 'two'],
      ['c.csv', '3', 'too-many-cells', 'K4', 'Y4', '', 'one', '', 'two', 'three'],
    ]);
  });

  // In the row with a cell too many the surname stands under another header, so none of its cells is safe.
  it('leaves out what --drop-identifiers dropped, header and cells', async () => {
    const header = 'case_id,Surname,child_id,team\n';
    const rejects = await rejectsOf(
      {
        'a.csv': `${header},Ashworth,Y1,North\nK2,,Ashworth,Y2,North\n`,
        'b.csv': 'case_id,child_id,team\n,Y3,South\n',
      },
      '--drop-identifiers',
    );
    expect(rejects).toEqual([
      ['file', 'line', 'rule', 'case_id', 'child_id', 'team'],
      ['a.csv', '2', 'missing-case-id', '', 'Y1', 'North'],
      ['a.csv', '3', 'too-many-cells', '', '', ''],
      ['b.csv', '2', 'missing-case-id', '', 'Y3', 'South'],
    ]);
  });

  it('writes a header alone when nothing is rejected', async () => {
    const folder = folderWith();
    await runCli(['validate', fixture('tiny-service/caseload.csv'), '--rejects', `${folder}/rejects.csv`]);
    expect(readFileSync(`${folder}/rejects.csv`, 'utf8')).toMatch(/^file,line,rule,reason,case_id,[^\n]*\n$/);
  });

  it('is safe from formulas in a spreadsheet', async () => {
    const folder = folderWith();
    const stdin =
      'case_id,child_id,team,start_date\n,Y1,"=HYPERLINK(""http://x"")",2026-05-11\nK1,Y2,+1,2026-05-11\n';
    await runCli(['validate', '-', '--rejects', `${folder}/rejects.csv`], { stdin });
    expect(readFileSync(`${folder}/rejects.csv`, 'utf8')).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  it('is refused where a file is, or where the page itself goes, with nothing written', async () => {
    const folder = folderWith({ 'rejects.csv': 'older' });
    expect((await runCli(['validate', MESSY, '--rejects', `${folder}/rejects.csv`])).code).toBe(2);
    const both = await runCli(['validate', MESSY, '--rejects', `${folder}/a.txt`, '-o', `${folder}/a.txt`]);
    expect([both.code, both.stderr]).toEqual([2, expect.stringMatching(/two outputs.*another file\n$/)]);
    expect(namesIn(folder)).toEqual(['rejects.csv']);
    expect(readFileSync(`${folder}/rejects.csv`, 'utf8')).toBe('older');
  });

  it.each([
    ['the same name written otherwise', 'foo.json', './foo.json'],
    ['a file that stands for the provenance of the other', 'x.csv.provenance.json', 'x.csv'],
  ])('is refused with -o as %s', async (_what, rejects, output) => {
    const folder = folderWith();
    const args = ['validate', MESSY, '--rejects', `${folder}/${rejects}`, '-o', `${folder}/${output}`];
    const { code, stdout, stderr } = await runCli(args);
    expect([code, stdout, stderr.split('\n').length]).toEqual([2, '', 2]);
    expect(namesIn(folder)).toEqual([]);
  });

  it('may go to stdout when the page goes to a file', async () => {
    const folder = folderWith();
    const { stdout } = await runCli(['validate', MESSY, '--rejects', '-', '-o', `${folder}/page.txt`]);
    expect(stdout).toMatch(/^file,line,rule,reason,Case Ref,/);
    expect(namesIn(folder)).toEqual(['page.txt']);
  });

  // Two kinds of data on one stream can be read by nobody.
  it('is refused on stdout when the page goes there too', async () => {
    const { code, stdout } = await runCli(['validate', MESSY, '--rejects', '-']);
    expect([code, stdout]).toEqual([2, '']);
  });
});
