/** Fixtures that say the same in different ways give the same figures, and can be made again. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvFilesOf, fixture } from '../support/files.ts';
import { tableOf } from '../support/reports.ts';
import { runCli, runInternal } from '../support/run-cli.ts';

const report = (...paths: string[]) => runInternal(['report', ...paths.map(fixture)]);

describe('one set of cases in four styles of dates', async () => {
  const iso = await report('two-date-styles/iso.csv');

  // D07 ended on 29 September, D06 ends on the as-at date itself: neither is open on 1 October 2026.
  it('has six children with an open case', () => {
    expect(iso.provenance.asAt).toBe('2026-10-01');
    expect(tableOf(iso, 'age-bands', 'years').cohort.n).toBe(6);
  });

  it.each(csvFilesOf('two-date-styles'))('gives the same figures from %s, and no problem', async (name) => {
    const same = await report(`two-date-styles/${name}`);
    expect(same.metrics).toEqual(iso.metrics);
    expect(same.problems).toEqual([]);
  });
});

describe('one caseload in every encoding, delimiter and line end', async () => {
  const plain = await report('encodings-and-delimiters/utf-8.csv');
  const READ_AS: Readonly<Record<string, readonly [string, string]>> = {
    'cr-line-ends.csv': ['utf-8', ','],
    'crlf-line-ends.csv': ['utf-8', ','],
    'mixed-line-ends.csv': ['utf-8', ','],
    'pipe.csv': ['utf-8', '|'],
    'semicolon.csv': ['utf-8', ';'],
    'sep-line.csv': ['utf-8', ';'],
    'tab.tsv': ['utf-8', '\t'],
    'utf-16be.csv': ['utf-16be', ','],
    'utf-16le-tabs-crlf.csv': ['utf-16le', '\t'],
    'utf-16le.csv': ['utf-16le', ','],
    'utf-8-with-bom.csv': ['utf-8', ','],
    'utf-8.csv': ['utf-8', ','],
    'windows-1252.csv': ['windows-1252', ','],
  };

  it('keeps accents, the en dash and cells with delimiters in them', () => {
    expect(tableOf(plain, 'workload', 'teams').rows.map(({ team }) => team)).toEqual([
      'Café Nord',
      'Süd – Außen',
    ]);
    expect(plain.provenance.inputs).toMatchObject([{ read: 7, used: 7 }]);
  });

  it('has a file for each that is said here', () => {
    expect(csvFilesOf('encodings-and-delimiters')).toEqual(Object.keys(READ_AS));
  });

  it.each(Object.entries(READ_AS))(
    'gives the same figures from %s, and says how it was read',
    async (name, how) => {
      const same = await report(`encodings-and-delimiters/${name}`);
      expect(same.metrics).toEqual(plain.metrics);
      expect([same.provenance.inputs[0].encoding, same.provenance.inputs[0].delimiter]).toEqual(how);
      expect(same.problems.map(({ rule, column }) => [rule, column])).toEqual([
        ['header-not-matched', 'Comments'],
      ]);
    },
  );
});

describe('one caseload in two files', async () => {
  const whole = await report('tiny-service/caseload.csv');

  it.each([
    ['in one order', ['two-teams-two-files/north.csv', 'two-teams-two-files/south.csv']],
    ['in the other', ['two-teams-two-files/south.csv', 'two-teams-two-files/north.csv']],
    ['as a folder', ['two-teams-two-files']],
  ])('gives the figures of the whole, %s', async (_how, paths) => {
    const parts = await report(...paths);
    expect(parts.metrics).toEqual(whole.metrics);
    expect(parts.provenance.inputs.map(({ file, read, used }) => [file, read, used])).toEqual([
      ['north.csv', 8, 8],
      ['south.csv', 5, 5],
    ]);
  });
});

// S01 to S06 are of five children; S07 is held for another service. Nobody knows the age of Y05.
describe('a snapshot of open cases', async () => {
  const snapshot = await report('open-cases-snapshot/caseload.csv');

  it('has no as-at date, and every case is open', () => {
    expect(snapshot.provenance).toMatchObject({ asAt: null, asAtFrom: 'none' });
    expect(tableOf(snapshot, 'age-bands', 'bands').cohort).toEqual({
      n: 5,
      known: 4,
      leftOut: [{ reason: 'residence Other', n: 1 }],
    });
    expect(tableOf(snapshot, 'workload', 'workers').cohort.n).toBe(7);
  });
});

describe('the fixtures that are made', () => {
  it('birmingham-like is what generate writes, byte for byte', async () => {
    const { stdoutBytes } = await runCli(['generate']);
    expect(Buffer.from(stdoutBytes).equals(readFileSync(fixture('birmingham-like/caseload.csv')))).toBe(true);
  });

  it('birmingham-like has the size of such a service', async () => {
    const birmingham = await report('birmingham-like/caseload.csv');
    const { n } = tableOf(birmingham, 'ethnicity-mix', 'groups').cohort;
    expect(Math.abs(n - 370)).toBeLessThan(20);
    expect(birmingham.problems).toEqual([]);
  });

  it('the others are what fixtures/remake.js writes', () => {
    const { status, stderr } = spawnSync(process.execPath, [fixture('remake.js'), '--check'], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });
});
