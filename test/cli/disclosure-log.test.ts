/** --disclosure-log: what a shareable report of the same run does not show, figure by figure, with number and reason. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LoggedFigure } from '../../src/report/disclosure/disclosure-log.ts';
import type { Report } from '../../src/report/report.ts';
import { fileWith, folderWith, namesIn } from '../support/files.ts';
import { boundingCounts, countsInTheirOwnRight, figuresOf, type PlacedFigure } from '../support/reports.ts';
import { runCli, runInternal, runJson } from '../support/run-cli.ts';
import { runOf } from './fixtures.ts';

interface Log {
  readonly schema: string;
  readonly threshold: number;
  readonly zeros: string;
  readonly reasons: Readonly<Record<string, string>>;
  readonly figures: readonly LoggedFigure[];
}

async function logOf(args: readonly string[]): Promise<Log> {
  const folder = folderWith();
  await runCli(['report', ...args, '--internal', '--disclosure-log', `${folder}/log.json`]);
  const log: Log = JSON.parse(readFileSync(`${folder}/log.json`, 'utf8'));
  return log;
}

type Place = Pick<PlacedFigure, 'metric' | 'table' | 'row' | 'figure'> & { readonly by?: unknown };
const placeOf = ({ metric, table, by = null, row, figure }: Place) =>
  [metric, table, by, row, figure].join(' | ');

/** Left out of workload for what they are and not for their numbers: workers by name, and children. */
const isKeptAnyway = ({ metric, table, figure }: Place) =>
  metric === 'workload' && (table === 'workers' || figure === 'children');

/** The figures of the internal report that the shareable one withholds or leaves out. */
async function missingFrom(args: readonly string[]): Promise<PlacedFigure[]> {
  // What an internal report would withhold is asked with the log; of the reports only the shareable one is asked.
  const internal = await runInternal(['report', ...args.filter((_, at) => !isSharing(args, at))]);
  const shown = figuresOf(await runJson<Report>(['report', ...args])).filter(({ value }) => value !== '[c]');
  const places = new Set(shown.map(placeOf));
  return figuresOf(internal).filter(
    (one) => !isKeptAnyway(one) && one.value !== '[x]' && !places.has(placeOf(one)),
  );
}

const SHARING = ['--threshold', '--zeros'];
function isSharing(args: readonly string[], at: number): boolean {
  return SHARING.includes(args[at]) || SHARING.includes(args[at - 1]);
}

const birmingham = (...flags: string[]) => [...runOf('birmingham-like').args, ...flags];

describe.each([
  ['a service of 370 children', birmingham()],
  ['with a threshold of 10', birmingham('--threshold', '10')],
  ['for each sex', birmingham('--by', 'sex')],
  ['for each team', birmingham('--by', 'team')],
  ['for each ethnic group', birmingham('--by', 'ethnicity')],
  ['for each worker', birmingham('--by', 'worker_id', '--by-worker')],
  ['of girls alone', birmingham('--where', 'sex=Female')],
  ['of some weeks', birmingham('--from', '2026-09-01', '--to', '2026-09-30')],
  ['a messy export', runOf('messy-export').args],
  ['a messy export, zeros hidden', [...runOf('messy-export').args, '--zeros', 'hide']],
  ['a service of nine children', runOf('tiny-service').args],
  ['two teams', runOf('two-teams-two-files').args],
  ['a city that counts cases', runOf('partner-city').args],
])('%s: the log', (_what, args) => {
  it('lists what the shareable report withholds or leaves out, no more and no less, with its number', async () => {
    const missing = await missingFrom(args);
    expect(missing.length).toBeGreaterThan(0);
    const numbered = (all: readonly (Place & { readonly value: unknown })[]) =>
      all.map((one) => `${placeOf(one)} = ${one.value}`).sort();
    const logged = (await logOf(args)).figures.filter((one) => !isKeptAnyway(one));
    expect(numbered(logged)).toEqual(numbered(missing));
  });
});

const smallOf = (counts: readonly PlacedFigure[], least: number) =>
  counts.filter(({ value }) => Number(value) > 0 && Number(value) < least);
const primaryOf = ({ figures }: Log) =>
  figures
    .filter(({ reason }) => reason === 'primary')
    .map(placeOf)
    .sort();

describe('the reasons', () => {
  const log = () => logOf(birmingham());

  it('stand in words beside the rule', async () => {
    const { schema, threshold, zeros, reasons, figures } = await log();
    expect([schema, threshold, zeros]).toEqual(['yos-caseload/disclosure-log/1', 5, 'show']);
    for (const { reason } of figures) expect(reasons[reason]).toMatch(/\w+ \w+/);
  });

  it('primary is every count from 1 to 4, and nothing else', async () => {
    const report = await runInternal(['report', ...birmingham()]);
    const small = [
      ...smallOf(countsInTheirOwnRight(report), 5),
      // What bounds other counts is withheld below twice the threshold.
      ...smallOf(boundingCounts(report), 10),
    ];
    expect(small.length).toBeGreaterThan(0);
    expect(primaryOf(await log())).toEqual(small.map(placeOf).sort());
  });

  it('primary is of what bounds other counts every one from 1 to 9', async () => {
    // Of 30 children 7 have an answer to SEND, so no more than 7 can have it.
    const rows = Array.from({ length: 30 }, (_, at) => `C${at},Y${at},2026-01-01,${at < 7 ? 'Yes' : ''}`);
    const file = fileWith(['case_id,child_id,start_date,send', ...rows].join('\n'));
    const bounds = smallOf(boundingCounts(await runInternal(['report', file])), 10);
    expect(bounds.map(({ value }) => value)).toEqual([7]);
    const { figures } = await logOf([file]);
    expect(
      figures.filter(({ metric, reason }) => metric === 'data-quality' && reason === 'primary'),
    ).toMatchObject([{ figure: 'filled', value: 7 }]);
  });

  // 66 girls: beside 304 boys and 3 of whom it is not known they would give away the one child of another sex.
  it('secondary is a count of 5 or more that would reveal one', async () => {
    const { figures } = await log();
    const secondary = figures.filter(({ reason }) => reason === 'secondary');
    // Or a 0 that stands among rows withheld with it.
    expect(secondary.filter(({ value }) => Number(value) > 0 && Number(value) < 5)).toEqual([]);
    expect(figures).toContainEqual({
      metric: 'sex-mix',
      table: 'sexes',
      row: 'Female',
      figure: 'children',
      value: 66,
      reason: 'secondary',
    });
  });

  // So many before, less those who left, and those who joined, are so many after, which is known: so these two go.
  it('secondary are the large counts from which a small one of the same row follows', async () => {
    const moves = (await log()).figures.filter(
      ({ table, row }) => table === 'open_changes' && row.startsWith('month before'),
    );
    expect(Object.fromEntries(moves.map(({ figure, reason }) => [figure, reason]))).toEqual({
      joined: 'secondary',
      left: 'primary',
    });
  });

  it('derived is a share or bound that follows from a withheld count', async () => {
    const { figures } = await log();
    const girls = figures.filter(({ table, row }) => table === 'sexes' && row === 'Female');
    expect(girls.map(({ figure, reason }) => [figure, reason])).toEqual([
      ['children', 'secondary'],
      ['share', 'derived'],
      ['share_lower', 'derived'],
      ['share_upper', 'derived'],
    ]);
    expect(girls[1].value).toBe(66 / 371);
  });

  it('table is a table withheld whole, too small a cohort that is', async () => {
    const reasonsIn = (log: Log) => new Set(log.figures.map(({ metric, reason }) => `${metric}: ${reason}`));
    expect(reasonsIn(await logOf(runOf('tiny-service').args))).toEqual(
      new Set([
        'ethnicity-mix: too small',
        'age-bands: too small',
        'sex-mix: too small',
        'disposal-mix: table',
        'court-quality: too small',
        'quality-equity: too small',
        'quality-consistency: too small',
        'caseload-trend: too small',
        'transitions: too small',
        'data-quality: internal',
        'data-quality: primary',
        'data-quality: derived',
      ]),
    );
  });
});

describe('the log as a file', () => {
  it('stands beside the report, which is internal and the same as without it', async () => {
    const folder = folderWith();
    const args = ['report', ...birmingham(), '--internal', '-o', `${folder}/report.json`];
    await runCli(args);
    const before = readFileSync(`${folder}/report.json`, 'utf8');
    const logged = await runCli([...args, '--force', '--disclosure-log', `${folder}/log.json`]);
    expect(logged).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('INTERNAL') });
    expect(namesIn(folder)).toEqual(['log.json', 'report.json']);
    expect(readFileSync(`${folder}/report.json`, 'utf8')).toBe(before);
  });

  it('is replaced only with --force', async () => {
    const folder = folderWith({ 'log.json': 'older' });
    const args = ['report', ...birmingham(), '--internal', '--disclosure-log', `${folder}/log.json`];
    expect((await runCli(args)).code).toBe(2);
    expect(readFileSync(`${folder}/log.json`, 'utf8')).toBe('older');
    expect((await runCli([...args, '--force'])).code).toBe(0);
  });
});
