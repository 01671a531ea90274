/** prepare, then report: the figures are those of the caseload before, and no command refuses it any more. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/index.ts';
import type { Report, Row, Table } from '../../src/report/report.ts';
import { fixture, folderWith, readFixture } from '../support/files.ts';
import { runCli, runJson } from '../support/run-cli.ts';

/** The path of the caseload that an export becomes. */
async function prepared(file: string, ...flags: readonly string[]): Promise<string> {
  const folder = folderWith();
  const to = ['-o', `${folder}/caseload.csv`, '--key-file', `${folder}/caseload.key`];
  const { code, stderr } = await runCli(['prepare', file, ...to, ...flags]);
  if (code === 2) throw new Error(stderr);
  return `${folder}/caseload.csv`;
}

/**
 * All figures of a report but the codes of workers, which are what changes, and the number of cells not understood:
 * prepare leaves blank what cannot be read.
 */
async function figuresOf(file: string, ...flags: readonly string[]) {
  const report = await runJson<Report>(['report', file, '--internal', ...flags]);
  return report.metrics.map((metric) => ({
    ...metric,
    tables: metric.tables.map((table) => ({ ...table, rows: comparable(table) })),
  }));
}

function comparable({ name, rows }: Table): readonly unknown[] {
  if (name === 'workers') return withoutCodes(rows);
  return rows.map(({ not_understood: _, ...row }) => row);
}

function withoutCodes(rows: readonly Row[]): string[] {
  return rows
    .map((row) => JSON.stringify({ ...row, worker: row.worker === 'Unallocated' ? row.worker : '' }))
    .sort();
}

const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('');

const BIRMINGHAM = readFixture('birmingham-like/caseload.csv');
/** One child has two cases that begin on one day and are assessed differently: the smaller case_id speaks. */
const [FIRST, SECOND] = ['C0252,', 'C0253,'].map(
  (start) => BIRMINGHAM.split('\n').find((line) => line.startsWith(start)) ?? '',
);

/** The fixture with the second of these cases begun a day later, so that no pseudonym decides which of them speaks. */
function birminghamWithoutTie(): string {
  const later = SECOND.replace(',2026-06-30,', ',2026-07-01,');
  expect(later).not.toBe(SECOND);
  return `${folderWith({ 'caseload.csv': BIRMINGHAM.replace(SECOND, later) })}/caseload.csv`;
}

describe('the figures', () => {
  it('of a service like Birmingham are the same before and after', async () => {
    const file = birminghamWithoutTie();
    expect(await figuresOf(await prepared(file))).toEqual(await figuresOf(file));
  });

  it('of cases that begin on one day are those of the smaller pseudonym', async () => {
    const [header] = BIRMINGHAM.split('\n');
    const folder = folderWith({ 'two.csv': [header, FIRST, SECOND, ''].join('\n') });
    const caseload = await prepared(`${folder}/two.csv`);
    const [names, ...rows] = readCsv(readFileSync(caseload));
    const [smaller] = rows.map((row) => [row[names.indexOf('case_id')], row]).sort();
    const { metrics } = await runJson<Report>(['needs-profile', caseload, '--internal']);
    const levels = metrics[0].tables.find(({ name }) => name === 'levels')?.rows ?? [];
    const found = levels.filter(({ children }) => children === 1).map(({ level, answer }) => [level, answer]);
    expect(found).toContainEqual([
      'likelihood_of_reoffending',
      smaller[1][names.indexOf('likelihood_of_reoffending')],
    ]);
  });

  it.each([
    'tiny-service/caseload.csv',
    'two-date-styles/excel-serials.csv',
    'two-date-styles/words.csv',
    'encodings-and-delimiters/utf-16le-tabs-crlf.csv',
    'open-cases-snapshot/caseload.csv',
  ])('of %s are the same before and after', async (name) => {
    const before = await figuresOf(fixture(name));
    expect(await figuresOf(await prepared(fixture(name)))).toEqual(before);
  });

  it('of an export with every fault are the same, but for a row longer and one shorter than all others', async () => {
    const before = readFixture('messy-export/caseload.csv');
    const line = (start: string) => before.split('\n').find((one) => one.startsWith(start)) ?? '';
    const [longer, shorter] = [line('M106,'), line('M109,')];
    const mended = before
      .replace(longer, longer.slice(0, -1))
      .replace(shorter, `${shorter}${','.repeat(14)}`);
    const folder = folderWith({ 'messy.csv': mended });
    const caseload = await prepared(`${folder}/messy.csv`);
    expect(await figuresOf(caseload)).toEqual(await figuresOf(`${folder}/messy.csv`));
    const used = async (file: string) =>
      (await runJson<Report>(['report', file, '--internal'])).provenance.inputs[0].used;
    expect(await used(caseload)).toBe(24);
    expect(await used(await prepared(fixture('messy-export/caseload.csv')))).toBe(22);
  });

  it('are the same by team, and of rows that are chosen', async () => {
    const flags = ['--by', 'team', '--where', 'ethnicity=Black', '--where', 'ethnicity=White'];
    const file = birminghamWithoutTie();
    expect(await figuresOf(await prepared(file), ...flags)).toEqual(await figuresOf(file, ...flags));
  });

  it('of a caseload with names, addresses and dates of birth put in are those of the caseload', async () => {
    const { stdoutBytes } = await runCli(['generate', '--cases', '300', '--seed', '11']);
    const [header, ...rows] = readCsv(stdoutBytes);
    const at = (column: string) => header.indexOf(column);
    const headers = header.map(
      (name) => ({ birth_month: 'Date of Birth', worker_id: 'Case Manager' })[name] ?? name,
    );
    const raw = rows.map((cells) => {
      const row = [...cells];
      const month = cells[at('birth_month')];
      const day = String((Number(cells[at('child_id')].slice(1)) % 28) + 1).padStart(2, '0');
      row[at('birth_month')] = month === '' ? '' : `${day}/${month.slice(5)}/${month.slice(0, 4)}`;
      if (cells[at('worker_id')] !== '') row[at('worker_id')] = `Robin ${nameOf(cells[at('worker_id')])}`;
      return [...row, `Ashby ${nameOf(cells[at('child_id')])}`, '1 Example Street', 'ZZ1 1AA', '9990000018'];
    });
    const folder = folderWith();
    writeFileSync(
      `${folder}/export.csv`,
      csv([[...headers, 'YP Name', 'Address', 'Postcode', 'NHS No'], ...raw]),
    );
    writeFileSync(`${folder}/plain.csv`, stdoutBytes);
    expect((await runCli(['report', `${folder}/export.csv`])).code).toBe(2);
    expect(await figuresOf(await prepared(`${folder}/export.csv`))).toEqual(
      await figuresOf(`${folder}/plain.csv`),
    );
  });
});

/** A surname of letters alone for a code: W019 is Abj. */
function nameOf(code: string): string {
  const letters = [...code.slice(1)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}

describe('the files that every command refuses', () => {
  it.each([
    'address-header',
    'date-of-birth-header',
    'e-mails',
    'full-birth-dates',
    'national-insurance-header',
    'nhs-numbers',
    'phones',
    'pnc-ids',
    'postcodes',
    'surname-header',
    'worker-names',
  ])('are read when they are prepared: identifiers/%s.csv', async (name) => {
    const file = fixture(`identifiers/${name}.csv`);
    expect((await runCli(['report', file])).code).toBe(2);
    const caseload = await prepared(file);
    for (const command of ['report', 'validate']) {
      const { code, stderr } = await runCli([command, caseload]);
      expect([code, stderr]).toEqual([0, '']);
    }
    const before = await runJson<Report>(['report', file, '--drop-identifiers', '--internal']);
    const after = await runJson<Report>(['report', caseload, '--internal']);
    expect(after.provenance.inputs[0].used).toBe(before.provenance.inputs[0].used);
  });

  it('are read when they are prepared, where several columns have to be chosen', async () => {
    const file = fixture('messy-export/needs-choices.csv');
    const caseload = await prepared(file, '--map', 'Ethnic Origin=ethnicity');
    expect((await runCli(['report', caseload])).code).toBe(0);
  });
});
