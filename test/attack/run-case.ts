/** A case through the real command and the attack. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../support/run-cli.ts';
import { type AttackOptions, attack } from './attack.ts';
import { type Finding, printFindings } from './finding.ts';
import type { PublishedReport } from './published.ts';
import { type AttackedCase, csvOf, OTHER_YEAR } from './random-cases.ts';

/** The shareable report of a run, or null when the tool says (with exit code 2) that it cannot be had. */
export async function reportOf(args: readonly string[], stdin = ''): Promise<PublishedReport | null> {
  const { code, stdout, stderr } = await runCli(['report', ...args, '--format', 'json'], { stdin });
  if (code === 2) return null;
  if (stdout === '') throw new Error(`exit code ${code}: ${stderr}`);
  const report: PublishedReport = JSON.parse(stdout);
  return report;
}

export async function findingsOf(one: AttackedCase, options: AttackOptions = {}): Promise<Finding[]> {
  const report = await reportOfCase(one);
  return report === null ? [] : attack(report, options);
}

/** The report on a case, by its own arguments or others; the caseload of another year is in a file while it runs. */
export async function reportOfCase(
  one: AttackedCase,
  args: readonly string[] = one.args,
): Promise<PublishedReport | null> {
  if (one.otherYear === null) return reportOf(['-', ...args], csvOf(one));
  const folder = mkdtempSync(join(tmpdir(), 'yos-caseload-attack-'));
  try {
    const file = join(folder, OTHER_YEAR);
    writeFileSync(file, csvOf(one.otherYear));
    return await reportOf(['-', ...args.map((word) => word.replace(OTHER_YEAR, file))], csvOf(one));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The leak of a case, shrunk and as tables; null when there is none. */
export async function leakOf(
  one: AttackedCase,
  patience: number,
  options: AttackOptions = {},
): Promise<string | null> {
  const [first] = await findingsOf(one, { ...options, explained: 0 });
  if (first === undefined) return null;
  const placeOf = ({ kind, place }: Finding) => JSON.stringify([kind, place]);
  const isAlike = (finding: Finding) => placeOf(finding) === placeOf(first);
  const isLeaking = async (smaller: AttackedCase) =>
    (await findingsOf(smaller, { ...options, explained: 0 })).some(isAlike);
  const smallest = await shrink(one, isLeaking, patience);
  return printCase(smallest, await findingsOf(smallest, options));
}

/**
 * Drops rows as long as what is left still leaks: halves first, then ever fewer, at last each by itself.
 * @param patience how often it may look
 */
export async function shrink(
  one: AttackedCase,
  isLeaking: (smaller: AttackedCase) => Promise<boolean>,
  patience: number,
): Promise<AttackedCase> {
  let smallest = one;
  let looks = 0;
  for (let size = Math.ceil(one.rows.length / 2); size >= 1; ) {
    const before = smallest.rows.length;
    for (let from = 0; from < smallest.rows.length && looks < patience; looks++) {
      const rows = smallest.rows.filter((_, at) => at < from || at >= from + size);
      const smaller = { ...smallest, rows };
      if (rows.length > 0 && (await isLeaking(smaller))) smallest = smaller;
      else from += size;
    }
    if (looks >= patience || (size === 1 && smallest.rows.length === before)) break;
    size = Math.max(1, Math.floor(size / 2));
  }
  return smallest;
}

/** Columns that a leak is seen by; the others of the core are the judgements. */
const SHOWN = [
  'case_id',
  'child_id',
  'worker_id',
  'team',
  'ethnicity',
  'sex',
  'age',
  'birth_month',
  'disposal',
  'residence',
  'start_date',
  'end_date',
];

/** A leaking case as tables: how it was asked for, its rows, what is found. */
export function printCase({ seed, header, rows, args }: AttackedCase, findings: readonly Finding[]): string {
  const columns = SHOWN.filter((name) => header.includes(name)).map((name) => header.indexOf(name));
  const lines = [header, ...rows].map((cells) => columns.map((at) => cells[at] ?? ''));
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const table = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
  return [
    `seed ${seed}: yos-caseload report - ${args.map(shellWord).join(' ')}`,
    ...table,
    '',
    printFindings(findings),
  ].join('\n');
}

function shellWord(word: string): string {
  return /^[\w=,./-]+$/.test(word) ? word : `"${word}"`;
}
