/** Identifiers: refused by default, dropped or allowed when asked, and provenance says either. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { fixture, readFixture } from '../support/files.ts';
import { runCli, runInternal } from '../support/run-cli.ts';

const REFUSED: readonly [string, string, RegExp][] = [
  ['surname-header', 'YP Surname', /name/],
  ['date-of-birth-header', 'D.O.B.', /dates of birth/],
  ['national-insurance-header', 'NI Number', /National Insurance/],
  ['address-header', 'Home Address', /address/],
  ['full-birth-dates', 'birth_month', /dates of birth/],
  ['worker-names', 'worker_id', /name/],
  ['postcodes', 'Area', /postcode/],
  ['pnc-ids', 'Other Ref', /PNC/],
  ['e-mails', 'Reply To', /e-mail/],
  ['phones', 'Reach On', /phone/],
  ['nhs-numbers', 'Reference', /NHS/],
];

/** The cells of a fixture that could identify somebody: those of the third column. */
function identifyingCells(name: string): string[] {
  return readFixture(`identifiers/${name}.csv`)
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => /^[^,]*,[^,]*,("[^"]*"|[^,]*)/.exec(line)?.[1].replaceAll('"', '') ?? '')
    .filter((cell) => cell !== '');
}

describe.each(REFUSED)('%s', (name, column, kind) => {
  const file = fixture(`identifiers/${name}.csv`);

  it.each(['report', 'validate'])(
    'is refused by %s, column and kind named, no cell shown',
    async (command) => {
      const { code, stdout, stderr } = await runCli([command, file]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`"${column}"`);
      expect(stderr).toMatch(kind);
      for (const cell of identifyingCells(name)) expect(stderr).not.toContain(cell);
    },
  );

  it('is read without the column with --drop-identifiers, which provenance says', async () => {
    const report = await runInternal(['report', file, '--drop-identifiers']);
    expect(report.provenance.options).toEqual({ '--drop-identifiers': 'true' });
    expect(report.problems.map(({ rule, column: named }) => [rule, named])).toContainEqual([
      'column-dropped',
      column,
    ]);
    expect(report.provenance.inputs[0].used).toBeGreaterThan(0);
    for (const cell of identifyingCells(name)) expect(JSON.stringify(report)).not.toContain(cell);
  });

  it('is read with --allow-column, which provenance says', async () => {
    const report = await runInternal(['report', file, '--allow-column', column.toLowerCase()]);
    expect(report.provenance.options).toEqual({ '--allow-column': [column.toLowerCase()] });
    expect(report.problems.map(({ rule, column: named }) => [rule, named])).toContainEqual([
      'column-allowed',
      column,
    ]);
  });
});

it('ten-digit numbers of which one has a wrong check digit are no NHS numbers', async () => {
  expect((await runCli(['report', fixture('identifiers/not-nhs-numbers.csv')])).code).toBe(0);
});

it('several columns are named at once, and need choosing one by one', async () => {
  const args = ['report', fixture('messy-export/needs-choices.csv'), '--map', 'Ethnic Origin=ethnicity'];
  const { stderr } = await runCli(args);
  for (const column of ['Surname', 'Allocated Worker', 'Area']) expect(stderr).toContain(`"${column}"`);
  const partly = await runCli([...args, '--allow-column', 'Area', '--allow-column', 'Surname']);
  expect(partly.code).toBe(2);
  expect(partly.stderr).not.toContain('"Area"');
});

// At least 80 % of the cells and at least five.
it.each([
  ['four postcodes', 4, 0, 0],
  ['five postcodes', 5, 0, 2],
  ['eight of ten', 8, 2, 2],
  ['seven of ten', 7, 3, 0],
])('%s in a column', async (_what, postcodes, others, code) => {
  const cell = (row: number) => (row < postcodes ? `ZZ${row} 1AA` : 'none held');
  const rows = Array.from(
    { length: postcodes + others },
    (_, row) => `K${row},Y${row},${cell(row)},2026-05-11`,
  );
  const stdin = ['case_id,child_id,Area,start_date', ...rows].join('\n');
  const run = await runCli(['validate', '-', '--format', 'json'], { stdin });
  expect(run.code).toBe(code);
  if (code === 0) {
    const { problems }: Report = JSON.parse(run.stdout);
    expect(problems).toContainEqual(
      expect.objectContaining({ rule: 'possible-identifiers', column: 'Area', line: 2, count: postcodes }),
    );
  }
});
