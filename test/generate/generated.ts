/** Generated files read back for the tests. */
import { parse } from 'csv-parse/sync';
import { generateCaseload } from '../../src/generate/generate-caseload.ts';
import type { GenerateOptions } from '../../src/generate/options.ts';
import { DEFAULT_CASES } from '../../src/generate/shape.ts';

const CLEAN: GenerateOptions = {
  cases: DEFAULT_CASES,
  seed: 1,
  columns: 'core',
  messy: false,
  style: 'plain',
};
export const AS_AT = '2026-10-31';

export function optionsWith(changes: Partial<GenerateOptions>): GenerateOptions {
  return { ...CLEAN, ...changes };
}

export function bytesOf(changes: Partial<GenerateOptions>): Buffer {
  return Buffer.concat([...generateCaseload(optionsWith(changes))]);
}

const DELIMITERS = { plain: ',', childview: ',', core: ';' } as const;

/** The text of a generated file, without a byte order mark. */
export function textOf(changes: Partial<GenerateOptions>): string {
  const bytes = bytesOf(changes);
  const { style } = optionsWith(changes);
  // Node 20 decodes windows-1252 as Latin-1, so the one character beyond it, the en dash 0x96, is read here.
  if (style === 'childview') return bytes.toString('latin1').replaceAll('\u0096', '–');
  return new TextDecoder(style === 'core' ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** Header and rows of a clean file. */
export function tableOf(changes: Partial<GenerateOptions>): { header: string[]; rows: string[][] } {
  const records: string[][] = parse(textOf(changes), { delimiter: DELIMITERS[optionsWith(changes).style] });
  const [header, ...rows] = records;
  return { header, rows };
}

export type Row = Readonly<Record<string, string>>;

/** Rows of a clean file by the name of the column. */
export function rowsOf(changes: Partial<GenerateOptions>): Row[] {
  const { header, rows } = tableOf(changes);
  return rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at]])));
}

export function isOpen(row: Row): boolean {
  return row.start_date <= AS_AT && (row.end_date === '' || row.end_date > AS_AT);
}

/** The first row of each child. */
export function childrenOf(rows: readonly Row[]): Row[] {
  return [...new Map([...rows].reverse().map((row) => [row.child_id, row])).values()];
}

export function shareOf<Item>(items: readonly Item[], isOne: (item: Item) => boolean): number {
  return items.filter(isOne).length / items.length;
}
