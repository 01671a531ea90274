/** late: the cases that are late or fall due soon, per target, by worker; for the desk of the manager alone. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LateReport } from '../../src/commands/late.ts';
import { fixture, folderWith, namesIn } from '../support/files.ts';
import { runCli, runJson } from '../support/run-cli.ts';

/*
 * By the example "Report to court", as at Thursday 10 September 2026; the due dates stand in the file. Not done: K1 late
 * by 10 days, K2 by 1, K3 due that day, K4 in 14 days, K5 in 15, K6 (no worker) late by 10, K7 late by 10 and ended on
 * the 3rd, K10 late by 10 (submitted only on the 11th). Done: K8 late, K9 ahead. K11 was never asked for.
 */
const REPORTS = `case_id,child_id,worker_id,team,start_date,end_date,report_requested_date,report_due_date,report_submitted_date
K1,Y1,W2,North,2026-08-01,,2026-08-03,2026-08-31,
K2,Y2,W1,North,2026-08-01,,2026-08-03,2026-09-09,
K3,Y3,W1,South,2026-08-01,,2026-08-03,2026-09-10,
K4,Y4,W1,South,2026-08-01,,2026-08-03,2026-09-24,
K5,Y5,W1,South,2026-08-01,,2026-08-03,2026-09-25,
K6,Y6,,North,2026-08-01,,2026-08-03,2026-08-31,
K7,Y7,W2,North,2026-08-01,2026-09-03,2026-08-03,2026-08-31,
K8,Y8,W1,North,2026-08-01,,2026-08-03,2026-08-31,2026-09-01
K9,Y9,W1,North,2026-08-01,,2026-08-03,2026-09-30,2026-09-01
K10,Y10,W2,North,2026-08-01,,2026-08-03,2026-08-31,2026-09-11
K11,Y11,W1,North,2026-08-01,,,,
`;
const ASKED = ['late', '-', '--internal', '--as-at', '2026-09-10'];
const late = (flags: readonly string[] = [], stdin = REPORTS) =>
  runJson<LateReport>([...ASKED, ...flags], { stdin });
const casesOf = ({ cases }: LateReport) =>
  cases.map((one) => [one.worker, one.case, one.days_late, one.days_to_go]);

describe('the list', () => {
  it('is by worker, the most late first, then by case, the unallocated last', async () => {
    expect(casesOf(await late())).toEqual([
      ['W1', 'K2', 1, '[z]'],
      ['W1', 'K3', '[z]', 0],
      ['W1', 'K4', '[z]', 14],
      ['W2', 'K1', 10, '[z]'],
      ['W2', 'K10', 10, '[z]'],
      ['W2', 'K7', 10, '[z]'],
      ['Unallocated', 'K6', 10, '[z]'],
    ]);
  });

  it('has target, due day and whether the case has ended', async () => {
    const { cases } = await late();
    expect(cases.find((one) => one.case === 'K7')).toEqual({
      target: 'Report to court (example)',
      worker: 'W2',
      case: 'K7',
      due: '2026-08-31',
      status: 'late',
      days_late: 10,
      days_to_go: '[z]',
      ended: true,
    });
    expect(cases.filter(({ ended }) => ended)).toHaveLength(1);
  });

  it('looks ahead as many calendar days as asked, 14 by default', async () => {
    expect((await late()).within).toBe(14);
    expect(casesOf(await late(['--within', '15'])).map(([, id]) => id)).toContain('K5');
    const none = casesOf(await late(['--within', '0']));
    expect(none.filter(([, , days]) => days === '[z]')).toEqual([['W1', 'K3', '[z]', 0]]);
  });

  it('may be of some rows alone', async () => {
    expect(casesOf(await late(['--where', 'team=South'])).map(([, id]) => id)).toEqual(['K3', 'K4']);
  });

  it('has a case once for each target, in the order of the targets', async () => {
    const stdin = `case_id,child_id,worker_id,disposal,start_date,sentence_date,first_contact_date,panel_date
K1,Y1,W1,Referral order,2026-08-03,2026-08-03,,
`;
    // First contact was due 5 working days on, on 10 August; the panel 20 on, on 1 September, 31 August being a holiday.
    const { cases } = await late([], stdin);
    expect(cases.map(({ target, due, days_late }) => [target, due, days_late])).toEqual([
      ['First contact after sentence (example)', '2026-08-10', 31],
      ['Initial panel (example)', '2026-09-01', 9],
    ]);
  });

  it('agrees with the number of cases late and outstanding in the figures', async () => {
    const file = fixture('birmingham-like/caseload.csv');
    const { cases } = await runJson<LateReport>(['late', file, '--internal']);
    const counted = (name: string) =>
      cases.filter(({ target, status }) => target === `${name} (example)` && status === 'late').length;
    // From the independent computation that the figures are tested with.
    expect(['First contact after sentence', 'Initial panel', 'Report to court'].map(counted)).toEqual([
      8, 1, 1,
    ]);
  });
});

describe('targets', () => {
  it('are those of the config where there is one', async () => {
    const folder = folderWith({
      'own.yaml': `targets:
  - {name: Our report, from: report_requested_date, to: report_submitted_date, within: 20, days: calendar, source: our procedure}
`,
      'cases.csv': REPORTS,
    });
    const args = ['late', `${folder}/cases.csv`, '--internal', '--as-at', '2026-09-10'];
    const { targets, cases } = await runJson<LateReport>([...args, '--config', `${folder}/own.yaml`]);
    expect(targets).toEqual([
      {
        target: 'Our report',
        rule: 'report submitted date within 20 calendar days of report requested date',
        standing: 'your target',
        source: 'our procedure',
      },
    ]);
    // Asked for on 3 August, so due on the 23rd: 18 days late.
    expect(cases.map(({ days_late }) => days_late)).toEqual(Array(8).fill(18));
  });

  it('are named with rule and source, and those left out with the columns they lack', async () => {
    const { targets, notes } = await late();
    expect(targets).toEqual([
      expect.objectContaining({
        target: 'Report to court (example)',
        standing: 'example, not your standard',
      }),
    ]);
    expect(notes).toContain(
      'Initial panel (example) is left out: the files have no sentence_date, panel_date, disposal.',
    );
  });
});

describe('what it is stamped with', () => {
  it('is INTERNAL, on the screen, in CSV and in JSON', async () => {
    const run = async (format: string) =>
      (await runCli([...ASKED, '--format', format], { stdin: REPORTS, columns: 100 })).stdout;
    expect(await run('terminal')).toMatch(/^INTERNAL {3}Late and due soon {3}as at 10 September 2026/);
    const [header, ...lines] = (await run('csv')).trimEnd().split('\r\n');
    expect(header).toBe('target,worker,case,due,status,days_late,days_to_go,ended,standing,as_at,disclosure');
    expect(lines).toHaveLength(7);
    expect(lines[0]).toBe(
      'Report to court (example),W1,K2,2026-09-09,late,1,[z],No,"example, not your standard",2026-09-10,internal',
    );
    expect(lines.every((line) => line.endsWith(',internal'))).toBe(true);
    expect((await late()).provenance).toMatchObject({ disclosure: 'internal', asAt: '2026-09-10' });
  });

  it('reads as a page for the manager', async () => {
    const { stdout } = await runCli(ASKED, { stdin: REPORTS, columns: 100 });
    expect(stdout).toContain('5 late and not done; 2 due on the as-at date or up to 14 days after it.');
    expect(stdout).toMatch(/W1 +K2 +9 September 2026 +1 day late +Report to court \(example\)/);
    expect(stdout).toMatch(/Worker +Case +Due +Calendar days late +Target/);
    expect(stdout.replace(/\s+/g, ' ')).toContain('Lateness is in calendar days since the due day');
    expect(stdout).toMatch(/\n +K3 +10 September 2026 +due that day/);
    expect(stdout).toMatch(/\n +K4 +24 September 2026 +14 days to go/);
    expect(stdout).toMatch(/K7 \(ended\)/);
    expect(stdout).toMatch(/example, not your standard\.\s+Source: the due date that the case system/);
  });

  it.each([
    ['0', '5 late and not done; 1 due on the as-at date.'],
    ['1', '5 late and not done; 1 due on the as-at date or up to 1 day after it.'],
  ])('says how far ahead it looked: %s', async (days, words) => {
    const { stdout } = await runCli([...ASKED, '--within', days], { stdin: REPORTS, columns: 120 });
    expect(stdout).toContain(words);
  });

  it('shows no control character of the data and no formula to a spreadsheet', async () => {
    const stdin = REPORTS.replace('K2,', '\u001b[31mK2,').replace(',W1,North', ',=W1(),North');
    const screen = (await runCli(ASKED, { stdin })).stdout;
    expect(screen).not.toContain('\u001b[31m');
    const csv = (await runCli([...ASKED, '--format', 'csv'], { stdin })).stdout;
    expect(csv).toContain("'=W1()");
  });

  it('goes to a file by its ending', async () => {
    const folder = folderWith();
    await runCli([...ASKED, '-o', `${folder}/late.csv`], { stdin: REPORTS });
    expect(readFileSync(`${folder}/late.csv`, 'utf8')).toMatch(/^target,worker,case,/);
    expect(namesIn(folder)).toEqual(['late.csv']);
  });
});

describe('it is refused, in one line and with nothing written,', () => {
  it.each([
    ['without --internal', ['late', '-'], /lists cases by their ids: it needs --internal/],
    ['with no number of days', [...ASKED, '--within', 'soon'], /--within soon: give a whole number/],
    ['with too many days', [...ASKED, '--within', '367'], /from 0 to 366/],
    ['with a format that it has not', [...ASKED, '--format', 'markdown'], /terminal, csv, json/],
    ['where cases have no ids', [...ASKED, '--count-cases'], /no case_id to list the cases by/],
  ])('%s', async (_what, args, message) => {
    const { code, stdout, stderr } = await runCli(args, { stdin: REPORTS });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('where no target has its columns, or the files speak of no day', async () => {
    const none = await runCli(ASKED, { stdin: 'case_id,child_id,team\nK1,Y1,North\n' });
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('lack columns of each')]);
    const snapshot =
      'case_id,child_id,report_requested_date,report_due_date,report_submitted_date\nK1,Y1,,,\n';
    const { code, stderr } = await runCli(['late', '-', '--internal'], { stdin: snapshot });
    expect([code, stderr]).toEqual([2, expect.stringContaining('give --as-at')]);
  });
});

describe('exit codes', () => {
  it('are those of the data: cases that are late are what was asked for', async () => {
    expect((await runCli(ASKED, { stdin: REPORTS })).code).toBe(0);
    const rejected = `${REPORTS},Y12,W1,North,2026-08-01,,,,\n`;
    expect((await runCli(ASKED, { stdin: rejected })).code).toBe(1);
    expect((await runCli([...ASKED, '--fail-on', 'never'], { stdin: rejected })).code).toBe(0);
  });

  it('nothing late is said so, and is no failure', async () => {
    const stdin = REPORTS.split('\n')
      .filter((line) => /^(?:case_id|K8|K9|K11)/.test(line))
      .join('\n');
    const { code, stdout } = await runCli(ASKED, { stdin });
    expect([code, stdout]).toEqual([0, expect.stringContaining('0 late and not done; 0 due')]);
  });
});
