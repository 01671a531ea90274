/** What both file formats promise, asked of a file that was opened again. */
import { expect } from 'vitest';
import type { WorkBook, WorkSheet } from 'xlsx';
import type { Report, Row, ShownColumn, Table } from '../../src/report/report.ts';
import { headingRow, rowsOf, sheetNamed, tableRows } from './workbook-reading.ts';

const PROSE = 'Cover';
const CODES = ['[c]', '[x]', '[z]', '[k]'];

export const tableSheets = (book: WorkBook) => book.SheetNames.filter((name) => name !== PROSE);

export function expectFitNames({ SheetNames }: WorkBook): void {
  expect(SheetNames.slice(0, 2)).toEqual(['Cover', 'Contents']);
  expect(new Set(SheetNames.map((name) => name.toLowerCase())).size).toBe(SheetNames.length);
  for (const name of SheetNames) {
    expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
    expect(name).not.toMatch(/^(?:Sheet|Table)?\s*\d*$/);
  }
}

/** From A1 on, no row is blank, above the table only column A is filled, and in the table no cell is blank. */
export function expectNoBlanks(book: WorkBook): void {
  for (const name of book.SheetNames) {
    const sheet = sheetNamed(book, name);
    const rows = rowsOf(sheet);
    expect(sheet['!ref']).toMatch(/^A1(?::|$)/);
    const start = name === PROSE ? rows.length : headingRow(sheet);
    expect(start).toBeGreaterThan(0);
    for (const row of rows.slice(0, start)) {
      expect(row[0]).toMatch(/\S/);
      expect(row.slice(1).filter((cell) => cell !== null)).toEqual([]);
    }
    const blank = rows.slice(start).filter((row) => row.some((cell) => cell === null || cell === ''));
    expect([name, blank]).toEqual([name, []]);
    if (name !== PROSE) expect(rows.length).toBeGreaterThan(start + 1);
  }
}

export function expectUniqueHeadings(book: WorkBook): void {
  for (const name of tableSheets(book)) {
    const headings = tableRows(sheetNamed(book, name))[0].map((cell) => String(cell).toLowerCase());
    expect(new Set(headings).size).toBe(headings.length);
  }
}

/** Links lead to sheets that are there, each sheet but the contents is linked from the contents, and none leads out. */
export function expectLinks(book: WorkBook): void {
  const all = book.SheetNames.flatMap((name) => linksOf(sheetNamed(book, name)));
  for (const target of all) expect(target).toMatch(/^#'[^!]+'[!.]A1$/);
  const linked = linksOf(sheetNamed(book, 'Contents')).map((target) =>
    target.slice(2, target.lastIndexOf("'")),
  );
  expect(linked).toEqual(book.SheetNames.filter((name) => name !== 'Contents'));
  for (const name of book.SheetNames.filter((other) => other !== 'Contents')) {
    expect(linksOf(sheetNamed(book, name)).some((target) => target.startsWith("#'Contents'"))).toBe(true);
  }
}

function linksOf(sheet: WorkSheet): string[] {
  return Object.entries(sheet).flatMap(([address, cell]) =>
    /^[A-Z]+\d+$/.test(address) && cell.l !== undefined ? [String(cell.l.Target)] : [],
  );
}

/** Every table that is shown, with the sheet it is on: in the order of the report, by the titles. */
export function shownTables(
  book: WorkBook,
  report: Report,
): { table: Table; sheet: WorkSheet; title: string }[] {
  return report.metrics.flatMap((metric) =>
    metric.tables.flatMap((table) => {
      if (table.rows.length === 0) return [];
      const title = `${metric.title}: ${table.title}`;
      const found = book.SheetNames.map((name) => sheetNamed(book, name)).filter((sheet) =>
        String(rowsOf(sheet)[0][0]).endsWith(title),
      );
      expect([title, found.length]).toEqual([title, 1]);
      return found.map((sheet) => ({ table, sheet, title }));
    }),
  );
}

/** Every figure of every row is there as a number, unrounded; only differences are in points. */
export function expectAllFigures(book: WorkBook, report: Report): void {
  for (const { table, sheet, title } of shownTables(book, report)) {
    const rows = tableRows(sheet).slice(1);
    const shift = table.by === null ? 0 : 1;
    expect([title, rows.length]).toEqual([title, table.rows.length]);
    const wrong = table.rows.flatMap((row, place) =>
      table.columns.filter((column, number) => !isShownAs(rows[place][shift + number], row, column, table)),
    );
    expect([title, wrong]).toEqual([title, []]);
  }
}

function isShownAs(
  shown: string | number | null,
  row: Row,
  column: ShownColumn,
  { columns }: Table,
): boolean {
  const value = row[column.key];
  if (typeof value === 'string') return !CODES.includes(value) || shown === value;
  if (typeof value !== 'number') return true;
  const of = columns.find(({ key }) => key === column.of);
  const isDifference = column.type === 'difference' || of?.type === 'difference';
  return isDifference ? Math.abs(Number(shown) - value * 100) < 1e-9 : shown === value;
}

/** Every code in a table is explained above it, and no figure is text. */
export function expectCodesExplained(book: WorkBook): void {
  for (const name of tableSheets(book)) {
    const sheet = sheetNamed(book, name);
    const above = rowsOf(sheet).slice(0, headingRow(sheet)).join('\n');
    const cells = tableRows(sheet).flat();
    for (const code of CODES.filter((one) => cells.includes(one))) expect(above).toContain(`${code} `);
  }
}

/** Each sheet says what it is, in what unit, and of whom. */
export function expectSaid(book: WorkBook, report: Report): void {
  const isInternal = report.provenance.disclosure === 'internal';
  for (const name of book.SheetNames) {
    const [[title]] = rowsOf(sheetNamed(book, name));
    expect(String(title).startsWith('INTERNAL: ')).toBe(isInternal);
  }
  for (const { sheet, table } of shownTables(book, report)) {
    const above = rowsOf(sheet).slice(0, headingRow(sheet)).join('\n');
    const rows = table.unit === 'actions' ? 'with a row for each action' : `in ${table.unit}`;
    expect(above).toContain(`This sheet has one table, ${rows}.`);
    expect(above).toMatch(/^[\d,[\]ck]+ (?:children|child|cases?|workers?|judgements?|actions?)\b/m);
    expect(above).toContain('Back to the contents');
  }
}

/** A sheet may be copied out of the workbook: each says under its title to what the report is narrowed. */
export function expectScope(book: WorkBook, { provenance, service }: Report): void {
  const isNarrowed = ['--where', '--from', '--to'].some((option) => option in provenance.options);
  for (const name of book.SheetNames) {
    const place = name === PROSE && service !== undefined ? 2 : 1;
    const line = String(rowsOf(sheetNamed(book, name))[place]?.[0]);
    expect([name, /^(?:Only |Judgements, due days and releases (?:from|to) )/.test(line)]).toEqual([
      name,
      isNarrowed,
    ]);
  }
}

/** The cover explains the codes that stand on the other sheets, and no others. */
export function expectCodesOnCover(book: WorkBook): void {
  const cells = tableSheets(book).flatMap((name) => rowsOf(sheetNamed(book, name)).flat().map(String));
  const cover = rowsOf(sheetNamed(book, PROSE)).map(([cell]) => String(cell));
  for (const code of CODES) {
    const isThere = cells.some((cell) => cell.includes(code));
    expect([code, cover.some((line) => line.startsWith(`${code} stands for: `))]).toEqual([code, isThere]);
  }
}

/** The numbers in words above the tables are those of the notes sheet, and no note is left unnamed. */
export function expectNumberedNotes(book: WorkBook, report: Report): void {
  const said = new Set(report.metrics.flatMap(({ caveat = [], notes }) => [caveat, notes].flat()));
  expect(book.SheetNames.includes('Notes')).toBe(said.size > 0);
  if (said.size === 0) return;
  const [, ...notes] = tableRows(sheetNamed(book, 'Notes'));
  expect(notes.map(([marker]) => marker)).toEqual([...said].map((_, place) => `[note ${place + 1}]`));
  const used = book.SheetNames.filter((name) => name !== 'Notes').flatMap((name) =>
    rowsOf(sheetNamed(book, name)).flatMap((row) => numbersNamed(row.join(' '))),
  );
  expect([...new Set(used)].sort((one, other) => one - other)).toEqual(notes.map((_, place) => place + 1));
}

/** 1, 5, 6 and 7 of "To be read with notes 1 and 5 to 7 on the sheet Notes." and of "See notes 1 and 5 to 7." */
function numbersNamed(text: string): number[] {
  const [, list = ''] = /(?:To be read with|See) notes? ([\d, andto]+)/.exec(text) ?? [];
  return [...list.matchAll(/(\d+)(?: to (\d+))?/g)].flatMap(([, first, last = first]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, place) => Number(first) + place),
  );
}
