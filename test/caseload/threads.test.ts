/** The built program, since threads are started from built files: any number of them gives the same. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeRows, type Layout } from '../../src/caseload/code-rows.ts';
import { joined } from '../../src/caseload/decode.ts';
import { textOf } from '../../src/caseload/dictionary.ts';
import { joinRows } from '../../src/caseload/join-rows.ts';
import { readBatches } from '../../src/caseload/read-csv.ts';
import { generateCaseload } from '../../src/generate/generate-caseload.ts';
import { runBuilt } from '../support/run-built.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'threads-'));
const file = path.join(folder, 'large.csv');
const quoted = path.join(folder, 'quoted.csv');
const LARGE = { cases: 90_000, seed: 3, columns: 'core', messy: true, style: 'plain' } as const;

beforeAll(() => {
  expect(existsSync(new URL('../../dist/code-range-worker.js', import.meta.url))).toBe(true);
  const bytes = joined([...generateCaseload(LARGE)].map((chunk) => chunk.slice()));
  expect(bytes.length).toBeGreaterThan(8 << 20);
  writeFileSync(file, bytes);
  // Every line end but the header's and the rows' own lies inside quotes: a file is easily cut in the wrong place.
  const note = `"${'one\ntwo\n'.repeat(12)}"`;
  const rows = Array.from({ length: 80_000 }, (_, row) => `C${row},K${row % 900},${note},T${row % 7}\n`);
  writeFileSync(quoted, `case_id,child_id,remarks,team\n${rows.join('')}`);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each([
  ['a messy export', () => file],
  ['a file with line ends inside its quotes', () => quoted],
])('%s', (_, path_) => {
  it('gives the same report and problems on 1, 2, 3 and 5 threads', () => {
    const run = (threads: number) =>
      runBuilt([
        ...['report', path_(), '--by', 'team', '--internal', '--format', 'json'],
        ...['--threads', String(threads)],
      ]).stdout;
    const one = run(1);
    expect(one.length).toBeGreaterThan(1000);
    for (const threads of [2, 3, 5]) expect(run(threads) === one).toBe(true);
  }, 60_000);
});

describe('parts joined', () => {
  const layout: Layout = { headerCells: 3, coded: [0, 1], unmatched: [2], pseudonyms: [], childColumn: 1 };
  const part = (text: string, skip: number) =>
    codeRows(readBatches([new TextEncoder().encode(text)], ','), skip, layout);

  it('have the codes, lines and notes of the whole', () => {
    const first = 'case_id,child_id,other\nC1,K1,\n\nC2,K2,x\n';
    const second = 'C1,K3,B15 2TT\n,,\nC3,K1\nTotal,,3\n';
    const whole = part(first + second, 1);
    const both = joinRows([part(first, 1), part(second, 0)]);
    expect([...both.lines]).toEqual([2, 4, 5, 7, 8]);
    expect([...both.lines]).toEqual([...whole.lines]);
    expect([...both.marks]).toEqual([...whole.marks]);
    expect(both.blanks).toEqual({ count: 2, firstLine: 3 });
    expect(both.contents).toEqual(whole.contents);
    expect(both.totals).toEqual([{ row: 4, line: 8 }]);
    const texts = ({ columns }: typeof both) =>
      columns.map(({ dictionary, codes }) => [...codes].map((code) => textOf(dictionary, code)));
    expect(texts(both)).toEqual(texts(whole));
    expect(both.columns.map(({ codes }) => [...codes])).toEqual(whole.columns.map(({ codes }) => [...codes]));
  });
});
