/** Caseloads and options drawn by a seed: generated children, made more uneven than the generator's. */
import { parse } from 'csv-parse/sync';
import { generateCaseload } from '../../src/generate/generate-caseload.ts';
import type { GenerateOptions } from '../../src/generate/options.ts';
import { type Random, randomStream, weightedChoice, wholeNumber } from '../../src/generate/random.ts';

/** A caseload of so many cases and how the report on it is asked for. */
export interface AttackedCase {
  readonly seed: number;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly args: readonly string[];
  /** The caseload of another year, given with `--year` at the place of its name; null where there is none. */
  readonly otherYear: Pick<AttackedCase, 'header' | 'rows'> | null;
}

/** What stands in the arguments for the file of the other year. */
export const OTHER_YEAR = 'other-year.csv';

const MOST_CASES = 570;
const TEAMS = ['Central', 'East', 'North', 'South', 'West', 'Far West'];
const BY = weightedChoice<string>([
  ['', 48],
  ['team', 16],
  ['sex', 14],
  ['ethnicity', 12],
  ['age', 9],
  ['disposal', 9],
  ['intervention_level', 3],
  ['send', 2],
  ['residence', 2],
  ['worker_id', 2],
  ['planning_child_safety', 1],
]);
const WHERE = ['team', 'sex', 'ethnicity', 'age', 'disposal', 'residence', 'worker_id'];
const THRESHOLD = weightedChoice([
  [5, 12],
  [10, 4],
  [3, 3],
  [2, 1],
]);

export function drawCase(seed: number, mostCases = MOST_CASES): AttackedCase {
  const random = randomStream(seed, 'attack');
  const cases = Math.ceil(mostCases ** random());
  const columns = random() < 0.5 ? 'all' : 'core';
  const { header, rows } = drawSheet({ cases, seed, columns, messy: random() < 0.15 });
  reshape(header, rows, random);
  const asked = drawArgs(header, rows, columns === 'all', random);
  const isWhole = !asked.includes('--by');
  const otherYear = isWhole && random() < 0.15 ? drawSheet({ cases, seed: seed + 1, columns: 'core' }) : null;
  const args = [
    ...asked,
    ...(isWhole ? drawSettings(random, otherYear !== null) : []),
    ...(otherYear === null ? [] : ['--year', `2025=${OTHER_YEAR}`]),
  ];
  return { seed, header, rows, args, otherYear };
}

function drawSheet(options: Pick<GenerateOptions, 'cases' | 'seed' | 'columns'> & { messy?: boolean }) {
  const bytes = [...generateCaseload({ messy: false, style: 'plain', ...options })];
  const records: string[][] = parse(Buffer.concat(bytes), { relax_column_count: true, relax_quotes: true });
  const start = records.findIndex((cells) => cells.includes('child_id'));
  return { header: records[start], rows: records.slice(start + 1).map((cells) => [...cells]) };
}

/** What the metrics without a breakdown are told. */
function drawSettings(random: Random, needsBaseline: boolean): string[] {
  const often = (share: number, ...words: string[]) => (random() < share ? words : []);
  const baseline = random() < 0.5 ? 'birmingham' : 'england-and-wales';
  return [
    ...(needsBaseline || random() < 0.35 ? ['--baseline', baseline] : []),
    ...often(0.1, '--combined'),
    ...often(0.1, '--four-fifths'),
    ...often(0.15, '--months', String(wholeNumber(random, 1, 15))),
    ...often(0.15, '--months-ahead', String(wholeNumber(random, 1, 30))),
  ];
}

/** Other teams; blanks; one value that many have: small services are not small copies of a large one. */
function reshape(header: readonly string[], rows: string[][], random: Random): void {
  const teams = wholeNumber(random, 1, TEAMS.length);
  const stays = random();
  const change = (name: string, share: number, to: (row: string[]) => string) => {
    const at = header.indexOf(name);
    for (const row of rows) if (random() < share) row[at] = to(row);
  };
  change('team', 1 - stays, () => TEAMS[Math.floor(random() * random() * teams)]);
  for (const name of [
    'team',
    'sex',
    'ethnicity',
    'age',
    'birth_month',
    'disposal',
    'worker_id',
    'end_date',
  ]) {
    if (!header.includes(name) || random() < 0.6) continue;
    const share = random() ** 3;
    const [given] = rows[Math.floor(random() * rows.length)].filter((_, at) => header[at] === name);
    change(name, share, () => (random() < 0.5 ? '' : given));
  }
}

function drawArgs(
  header: readonly string[],
  rows: readonly string[][],
  hasAll: boolean,
  random: Random,
): string[] {
  const by = BY(random);
  const threshold = THRESHOLD(random);
  return [
    ...['--as-at', random() < 0.25 ? '2026-10-12' : '2026-10-31'],
    ...(by === '' || !(hasAll || header.includes(by)) ? [] : ['--by', by]),
    ...(by === 'worker_id' || random() < 0.1 ? ['--by-worker'] : []),
    ...(random() < 0.35 ? drawFilter(header, rows, random) : []),
    ...(threshold === 5 ? [] : ['--threshold', String(threshold)]),
    ...(random() < 0.25 ? ['--zeros', 'hide'] : []),
    ...(random() < 0.07 ? ['--count-cases'] : []),
    ...(random() < 0.07 ? ['--ethnicity-list', random() < 0.5 ? '2001' : 'as-recorded'] : []),
    ...(random() < 0.07 ? ['--from', '2026-06-01'] : []),
    ...(random() < 0.1 ? ['--only', 'ethnicity,sex-mix,disposal-mix,quality'] : []),
  ];
}

/** A value that some row has; now and then two of one column, or of two columns. */
function drawFilter(header: readonly string[], rows: readonly string[][], random: Random): string[] {
  const conditions = Array.from({ length: random() < 0.25 ? 2 : 1 }, () => {
    const column = WHERE[Math.floor(random() * WHERE.length)];
    const value = rows[Math.floor(random() * rows.length)][header.indexOf(column)] ?? '';
    return value === '' || !header.includes(column) ? [] : ['--where', `${column}=${value}`];
  });
  return conditions.flat();
}

export function csvOf({ header, rows }: Pick<AttackedCase, 'header' | 'rows'>): string {
  const quoted = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `${[header, ...rows].map((cells) => cells.map(quoted).join(',')).join('\n')}\n`;
}
