/**
 * prepare, attacked: exports of random columns and cells, well formed and broken. Nothing of what is left out or
 * hashed may stand in the caseload, on stdout or on stderr, and no command may find an identifier in the caseload.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnDefinitions } from '../../src/caseload/columns.ts';
import { readCsv } from '../../src/index.ts';
import { IDENTIFYING_HEADERS, PERSON_WORDS } from '../../src/reference/identifiers.ts';
import { fixture, folderWith, readFixture } from '../support/files.ts';
import { runCli } from '../support/run-cli.ts';

const EXPORT = fixture('prepare/export.csv');

interface Attacked {
  readonly code: number;
  /** All that left the program, and the caseload, which is empty when none was written. */
  readonly words: string;
  readonly caseload: string;
  readonly path: string;
}

async function attack(folder: string, text: string, ...flags: readonly string[]): Promise<Attacked> {
  const path = `${folder}/caseload.csv`;
  writeFileSync(`${folder}/export.csv`, text);
  writeFileSync(path, '');
  // Not one of chance: a pseudonym may have the digits of a secret in it.
  writeFileSync(`${folder}/caseload.key`, '5e'.repeat(32), { mode: 0o600 });
  const to = ['-o', path, '--force', '--key-file', `${folder}/caseload.key`];
  const { code, stdout, stderr } = await runCli(['prepare', `${folder}/export.csv`, ...to, ...flags]);
  expect(existsSync(path)).toBe(true);
  return { code, words: stdout + stderr, caseload: readFileSync(path, 'utf8'), path };
}

/** The cells, and parts of them, that stand in a text. */
const found = (secrets: Iterable<string>, { words, caseload }: Attacked) =>
  [...secrets].filter((secret) => words.includes(secret) || caseload.includes(secret));

const SHORTEST_SECRET = 4;
/** A year, a worker who is none, words of the account. */
const HARMLESS_WORDS = /^(?:with|file|Unallocated|\d{4})$/;
const OURS = ['Team', 'Ethnic Origin', 'Gender', 'Legal Outcome', 'Start Date', 'End Date'];

/** Cells of the fixture in the columns that are not written as they are, and the words in them. */
function secretsOfFixture(): string[] {
  const lines = readCsv(readFileSync(EXPORT));
  const at = lines.findIndex(([first]) => first === 'Case Ref');
  const hidden = lines[at].flatMap((header, index) => (OURS.includes(header) ? [] : [index]));
  const cells = lines.slice(at + 1, -1).flatMap((row) => hidden.map((index) => row[index] ?? ''));
  const words = cells.flatMap((cell) => cell.split(/[\s,]+/));
  // "Example Street" is in every address, and "Total" may be said of a line.
  const telling = [...cells, ...words, 'Kim Sample', 'duty.desk'].map((secret) => secret.trim());
  return [...new Set(telling)].filter(
    (secret) => secret.length >= SHORTEST_SECRET && !HARMLESS_WORDS.test(secret),
  );
}

describe('the fixture', () => {
  const secrets = secretsOfFixture();

  it('has secrets to look for', () => {
    expect(secrets.length).toBeGreaterThan(60);
    expect(secrets).toEqual(
      expect.arrayContaining(['Ashby', '14/05/2011', 'YP-311', 'Robin Example', 'twice']),
    );
  });

  it('tells none of them, well formed or with another header', async () => {
    const folder = folderWith();
    const text = readFixture('prepare/export.csv');
    for (const flags of [
      [],
      ['--map', 'PNC Number=child_id'],
      ['--count-cases'],
      ['--map', 'Surname=worker_id'],
    ]) {
      const run = await attack(folder, text, ...flags);
      expect(run.caseload.length).toBeGreaterThan(200);
      expect(found(secrets, run)).toEqual([]);
    }
  });

  it('tells none of them when it is cut off anywhere', async () => {
    const folder = folderWith();
    const text = readFixture('prepare/export.csv');
    for (let end = 0; end < text.length; end += 31) {
      const run = await attack(folder, text.slice(0, end));
      expect(found(secrets, run), `cut off at ${end}`).toEqual([]);
    }
  });

  it('tells none of them without one of its quotes, or with one more anywhere', async () => {
    const folder = folderWith();
    const text = readFixture('prepare/export.csv');
    const quotes = [...text.matchAll(/"/g)].map(({ index }) => index);
    for (const at of quotes) {
      const run = await attack(folder, text.slice(0, at) + text.slice(at + 1));
      expect(found(secrets, run), `without the quote at ${at}`).toEqual([]);
    }
    const rows = text.indexOf('10021');
    for (let at = rows; at < text.length; at += 29) {
      const run = await attack(folder, `${text.slice(0, at)}"${text.slice(at)}`);
      expect(found(secrets, run), `with a quote at ${at}`).toEqual([]);
    }
  });

  it('tells none of them with a comma or a line end more anywhere in its rows', async () => {
    const folder = folderWith();
    const text = readFixture('prepare/export.csv');
    for (const added of [',', '\n', '\r\n', ', and ']) {
      for (let at = text.indexOf('10021'); at < text.indexOf('Total'); at += 23) {
        const run = await attack(folder, text.slice(0, at) + added + text.slice(at));
        expect(found(secrets, run), `with ${JSON.stringify(added)} at ${at}`).toEqual([]);
      }
    }
  });

  it('tells none of them with its quotes taken away', async () => {
    const run = await attack(folderWith(), readFixture('prepare/export.csv').replaceAll('"', ''));
    expect(found(secrets, run)).toEqual([]);
  });
});

// --- random exports

const digit = fc.integer({ min: 0, max: 9 });
const digits = (length: number) =>
  fc.array(digit, { minLength: length, maxLength: length }).map((all) => all.join(''));
const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
const word = fc.array(letter, { minLength: 5, maxLength: 9 }).map((all) => all.join(''));
const capital = word.map((one) => one.charAt(0).toUpperCase() + one.slice(1));

function nhsNumber(nine: string): string {
  const sum = [...nine].reduce((total, one, at) => total + Number(one) * (10 - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? nhsNumber(String((Number(nine) + 1) % 1e9).padStart(9, '9')) : nine + check;
}

/** What identifies people by what it looks like, wherever it stands. */
const contact = fc.oneof(
  fc
    .tuple(fc.constantFrom('ZZ', 'B', 'SW'), digit, digit, word)
    .map(([area, one, two, end]) => `${area}${one} ${two}${end.slice(0, 2).toUpperCase()}`),
  fc.tuple(word, word).map(([name, place]) => `${name}@${place}.example`),
  digits(9).map((rest) => `07${rest}`),
  fc.tuple(digits(7), letter).map(([number, check]) => `2021/${number}${check.toUpperCase()}`),
);
const birthDate = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 10, max: 12 }),
    fc.integer({ min: 1995, max: 2015 }),
  )
  .map(([day, month, year]) => `${String(day).padStart(2, '0')}/${month}/${year}`);
const secret = fc.oneof(
  contact,
  birthDate,
  digits(9).map((nine) => nhsNumber(`9${nine.slice(1)}`)),
  fc.tuple(capital, capital).map(([first, last]) => `${first} ${last}`),
  fc.tuple(capital, capital).map(([last, first]) => `${last}, ${first}`),
  fc.tuple(word, word).map((all) => `"${all.join('" ')}`),
  word.map((one) => `=${one}\n${one}`),
);
const harmless = fc.constantFrom(
  '',
  ' ',
  'North',
  'Irish',
  'Male',
  'Yes',
  'NA',
  '2026-05-11',
  '46081',
  '15',
  '-',
  'odd',
);

const identifying = fc
  .tuple(
    fc.constantFrom(...PERSON_WORDS, ''),
    fc.constantFrom(...IDENTIFYING_HEADERS.flatMap(({ headers }) => headers)),
  )
  .map(([whose, what]) => `${whose} ${what}`.trim());
const notOurs = word.map((one) => `${one} remarks`);

interface Column {
  readonly header: string;
  readonly isOurs: boolean;
}

/** Case and child, some columns of ours, some that identify people, some that are neither. */
const columns: fc.Arbitrary<Column[]> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...columnDefinitions()), {
      minLength: 2,
      maxLength: 8,
      selector: ({ name }) => name,
    }),
    fc.uniqueArray(identifying, { maxLength: 4 }),
    fc.uniqueArray(notOurs, { maxLength: 3 }),
  )
  .map(([ours, theirs, others]) => [
    { header: 'Case Ref', isOurs: true },
    { header: 'YP ID', isOurs: true },
    ...ours
      .filter(({ name }) => name !== 'case_id' && name !== 'child_id')
      .map(({ name, aliases }) => ({ header: aliases[0] ?? name, isOurs: true })),
    ...[...theirs, ...others].map((header) => ({ header, isOurs: false })),
  ]);

const random = columns
  .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }))
  .chain((chosen) => {
    const cells = chosen.map(({ isOurs }) => fc.oneof(isOurs ? contact : secret, harmless));
    const rows = fc.array(fc.tuple(...cells), { minLength: 1, maxLength: 12 });
    return fc.record({ columns: fc.constant(chosen), rows });
  });

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('random exports', () => {
  it('become caseloads in which no command finds an identifier, and nothing of what was left out', async () => {
    const folder = folderWith();
    let written = 0;
    await fc.assert(
      fc.asyncProperty(random, async ({ columns: chosen, rows }) => {
        const lines = rows.map((cells, row) =>
          chosen.map(({ header }, at) =>
            ['Case Ref', 'YP ID'].includes(header) ? `id-${row}-${at}` : (cells[at] ?? ''),
          ),
        );
        const text = [chosen.map(({ header }) => header), ...lines]
          .map((cells) => `${cells.map(quoted).join(',')}\n`)
          .join('');
        const run = await attack(folder, text);
        // Two dates of birth stop a run, which is a refusal as good as any; it tells nothing either.
        if (run.code === 2) {
          expect(run.words).toMatch(/^yos-caseload: export\.csv: two headers stand for/);
        } else {
          written++;
          for (const command of ['report', 'validate', 'columns']) {
            const { stdout, stderr } = await runCli([command, run.path]);
            expect(stderr).not.toMatch(/identifies/);
            expect(stdout).not.toMatch(/identifies people|possible-identifiers/);
          }
        }
        const secrets = lines.flatMap((cells) =>
          cells.filter((cell, at) => isSecret(cell, chosen[at])).flatMap((cell) => [cell, quoted(cell)]),
        );
        expect(found(secrets, run)).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(written).toBeGreaterThan(75);
  });
});

/** What must be gone: all of a column that is none of ours, ids, and what looks like a contact or a date of birth. */
function isSecret(cell: string, { header, isOurs }: Column): boolean {
  if (cell.trim().length < SHORTEST_SECRET || HARMLESS.has(cell)) return false;
  if (!isOurs || header === 'Case Ref' || header === 'YP ID') return true;
  return /@|^07\d{9}$|^2021\/|^(?:ZZ|B|SW)\d \d[A-Z]{2}$/.test(cell);
}
const HARMLESS: ReadonlySet<string> = new Set(['North', 'Irish', 'Male', '2026-05-11', '46081']);
