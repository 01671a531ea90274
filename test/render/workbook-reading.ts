/** Spreadsheets opened again by readers that know nothing of our writers: SheetJS, hucre and Node's own inflate. */
import { inflateRawSync } from 'node:zlib';
import { vi } from 'vitest';
import { read, utils, type WorkBook, type WorkSheet } from 'xlsx';
import { buildReport, loadCaseload } from '../../src/index.ts';
import type { Report } from '../../src/report/report.ts';
import { fixture } from '../support/files.ts';
import { ethnicityMix, reportOfTable, reportWith, sampleReport, teamCalledAll } from './sample-report.ts';
import { roundedReport, shareableReport } from './shareable-report.ts';

/** The parts of an archive as text, found by its directory at the end. */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    const content = zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    parts.set(zip.toString('utf8', at + 46, at + 46 + nameLength), content.toString('utf8'));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

/** As SheetJS reads it, with styles and the texts that a program would show. */
export function open(bytes: Uint8Array): WorkBook {
  // It remarks on number formats with conditions, which it reads all the same.
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    // It writes on the array it reads.
    return read(bytes.slice(), { type: 'array', cellStyles: true, cellNF: true });
  } finally {
    quiet.mockRestore();
  }
}

export function sheetNamed({ Sheets }: WorkBook, name: string): WorkSheet {
  const sheet = Sheets[name];
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The cells of each row: numbers as numbers, texts as they are, null for a cell that is not there. */
export function rowsOf(sheet: WorkSheet): (string | number | null)[][] {
  return utils.sheet_to_json<(string | number | null)[]>(sheet, { header: 1, raw: true, defval: null });
}

/** The row of a sheet in which its table begins, from 0: the first with something in every column. */
export function headingRow(sheet: WorkSheet): number {
  const rows = rowsOf(sheet);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.findIndex((row) => row.length === width && row.every((cell) => cell !== null));
}

/** The rows of a sheet's table, its headings first. */
export function tableRows(sheet: WorkSheet): (string | number | null)[][] {
  return rowsOf(sheet).slice(headingRow(sheet));
}

export interface ReportCase {
  readonly name: string;
  readonly report: Report;
}

const caseload = await loadCaseload(fixture('birmingham-like/caseload.csv'));
const messy = await loadCaseload(fixture('messy-export/caseload.csv'));

/** Reports of every kind: with all numbers, withheld, rounded, broken down, of one metric, of none. */
export const REPORTS: readonly ReportCase[] = [
  { name: 'a sample with everything', report: sampleReport },
  { name: 'a shareable sample', report: shareableReport },
  { name: 'a rounded sample', report: roundedReport },
  { name: 'one metric', report: reportWith({ metrics: [ethnicityMix] }) },
  { name: 'a team called as the whole is', report: reportOfTable(teamCalledAll) },
  { name: 'no metric and no problem', report: reportWith({ metrics: [], problems: [] }) },
  { name: 'a city, internal', report: buildReport(caseload, { internal: true }) },
  {
    name: 'a part of a city',
    report: buildReport(caseload, { given: { '--where': 'team=North', '--from': '2026-07-01' } }),
  },
  { name: 'a city by team', report: buildReport(caseload, { by: 'team' }) },
  { name: 'a messy export', report: buildReport(messy) },
];
