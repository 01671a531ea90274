import { readOds } from 'hucre/ods';
import { describe, expect, it } from 'vitest';
import { renderOds } from '../../src/render/ods.ts';
import { renderXlsx } from '../../src/render/xlsx.ts';
import {
  expectAllFigures,
  expectCodesExplained,
  expectCodesOnCover,
  expectFitNames,
  expectLinks,
  expectNoBlanks,
  expectNumberedNotes,
  expectSaid,
  expectScope,
  expectUniqueHeadings,
  tableSheets,
} from './workbook-checklist.ts';
import { headingRow, open, REPORTS, rowsOf, sheetNamed, unzip } from './workbook-reading.ts';

const filled = (row: readonly unknown[]) => row.filter((cell) => cell !== null);

describe.each(REPORTS)('an ODS workbook: $name', async ({ report }) => {
  const bytes = await renderOds(report);
  const book = open(bytes);
  const parts = unzip(bytes);
  const content = parts.get('content.xml') ?? '';

  it('has unique, descriptive names of sheets', () => expectFitNames(book));
  it('begins in A1 and has no blank row or cell', () => expectNoBlanks(book));
  it('has one row of unique headings in each table', () => expectUniqueHeadings(book));
  it('links every sheet from the contents and back', () => expectLinks(book));
  it('has every figure as a number, unrounded', () => expectAllFigures(book, report));
  it('explains every code where it stands', () => expectCodesExplained(book));
  it('explains on its cover the codes that it has', () => expectCodesOnCover(book));
  it('says of every table what it is and of whom', () => expectSaid(book, report));
  it('says on every sheet to what it is narrowed', () => expectScope(book, report));
  it('numbers its notes and refers to them', () => expectNumberedNotes(book, report));

  it('holds the same cells as the XLSX workbook', async () => {
    const other = open(await renderXlsx(report));
    expect(book.SheetNames).toEqual(other.SheetNames);
    for (const name of book.SheetNames) {
      expect([name, rowsOf(sheetNamed(book, name))]).toEqual([name, rowsOf(sheetNamed(other, name))]);
    }
  });

  it('is read the same by another reader, which leaves out rows of headings', async () => {
    const { sheets } = await readOds(bytes);
    for (const { name, rows } of sheets) {
      const expected = rowsOf(sheetNamed(book, name));
      const headings = name === 'Cover' ? -1 : headingRow(sheetNamed(book, name));
      expect([name, rows.map(filled)]).toEqual([
        name,
        expected.filter((_, place) => place !== headings).map(filled),
      ]);
    }
  });

  it('names the range of every table, with its headings', () => {
    const ranges = [
      ...content.matchAll(/<table:database-range table:name="(\w+)" table:target-range-address="([^"]+)"/g),
    ];
    expect(ranges.map(([, , range]) => range)).toEqual(
      tableSheets(book).map((name) => {
        const sheet = sheetNamed(book, name);
        return `'${name}'.A${headingRow(sheet) + 1}:'${name}'.${sheet['!ref']?.split(':')[1]}`;
      }),
    );
    expect(new Set(ranges.map(([, name]) => name)).size).toBe(ranges.length);
    expect(content.split('<table:table-header-rows>').length - 1).toBe(ranges.length);
    expect(content.split('table:contains-header="true"').length - 1).toBe(ranges.length);
    expect(content).not.toMatch(/display-filter-buttons="true"/);
  });

  it('has nothing merged, hidden, frozen or worked out, and every style that it names', () => {
    expect(content).not.toMatch(/spanned|covered|visibility|table:formula|office:annotation|draw:/);
    expect(parts.get('settings.xml')).not.toMatch(/SplitMode/);
    const given = new Set([...content.matchAll(/style:name="([^"]+)"/g)].map(([, name]) => name));
    const named = [...content.matchAll(/(?:table|text):style-name="([^"]+)"/g)].map(([, name]) => name);
    expect(named.filter((name) => !given.has(name))).toEqual([]);
  });

  it('has title, description, language and dates, and the cursor in A1', () => {
    const meta = parts.get('meta.xml') ?? '';
    expect(meta).toMatch(/<dc:title>(?:INTERNAL: )?Caseload report<\/dc:title>/);
    expect(meta).toMatch(/<dc:description>(?:Only .+\. )?As at .+\.<\/dc:description>/);
    expect(meta).toContain('<dc:language>en-GB</dc:language>');
    expect(meta).toContain(`<dc:date>${report.provenance.asAt}T00:00:00</dc:date>`);
    expect(parts.get('styles.xml')).toContain('fo:language="en" fo:country="GB"');
    const cursors = parts.get('settings.xml')?.match(/"CursorPosition[XY]" config:type="int">0</g);
    expect(cursors).toHaveLength(2 * book.SheetNames.length);
  });

  it('is told to be a spreadsheet by its first bytes, and is the same every time', async () => {
    const start = Buffer.from(bytes.slice(30, 84)).toString('latin1');
    expect(start).toBe('mimetypeapplication/vnd.oasis.opendocument.spreadsheet');
    expect(Buffer.compare(await renderOds(report), bytes)).toBe(0);
  });
});
