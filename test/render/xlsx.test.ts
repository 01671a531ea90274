import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
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

describe.each(REPORTS)('an XLSX workbook: $name', async ({ report }) => {
  const bytes = await renderXlsx(report);
  const book = open(bytes);
  const { sheets: read } = await readXlsx(bytes, { readStyles: true });
  const parts = unzip(bytes);
  const sheets = [...parts].filter(([path]) => path.startsWith('xl/worksheets/sheet'));

  it('has unique, descriptive names of sheets that Excel takes', () => expectFitNames(book));
  it('begins in A1 and has no blank row or cell', () => expectNoBlanks(book));
  it('has one row of unique headings in each table', () => expectUniqueHeadings(book));
  it('links every sheet from the contents and back', () => expectLinks(book));
  it('has every figure as a number, unrounded', () => expectAllFigures(book, report));
  it('explains every code where it stands', () => expectCodesExplained(book));
  it('explains on its cover the codes that it has', () => expectCodesOnCover(book));
  it('says of every table what it is and of whom', () => expectSaid(book, report));
  it('says on every sheet to what it is narrowed', () => expectScope(book, report));
  it('numbers its notes and refers to them', () => expectNumberedNotes(book, report));

  it('marks every table up as one, from its headings to its last row and column', () => {
    const names = new Set<string>();
    for (const sheet of read) {
      if (sheet.name === 'Cover') continue;
      const [table] = sheet.tables ?? [];
      const own = sheetNamed(book, sheet.name);
      const [start, end] = table?.range?.split(':') ?? [];
      expect(sheet.tables).toHaveLength(1);
      expect(start).toBe(`A${headingRow(own) + 1}`);
      expect(end).toBe(own['!ref']?.split(':')[1]);
      expect(table.columns.map(({ name }) => name)).toEqual(rowsOf(own)[headingRow(own)]);
      expect(table.name).toMatch(/^[A-Za-z]\w*$/);
      names.add(table.name);
    }
    expect(names.size).toBe(tableSheets(book).length);
  });

  it('has nothing merged, frozen, hidden, filtered or worked out, no pictures, headers or footers', () => {
    for (const { merges, freezePane, splitPane, hidden, autoFilter, images, textBoxes } of read) {
      expect([merges ?? [], freezePane, splitPane, hidden ?? false, autoFilter]).toEqual([
        [],
        undefined,
        undefined,
        false,
        undefined,
      ]);
      expect([...(images ?? []), ...(textBoxes ?? [])]).toEqual([]);
    }
    for (const [, xml] of sheets) {
      expect(xml).not.toMatch(/<pane|<autoFilter|<mergeCell|hidden=|<f>|<f |<headerFooter|<drawing/);
    }
    expect([...parts.values()].join('')).not.toMatch(/TargetMode="External"/);
  });

  it('has widths of 16, 32 or 64, prose at 80, and wraps the text of tables', () => {
    const unwrapped: string[] = [];
    for (const { name, columns = [], cells } of read) {
      const widths = columns.map(({ width = 0 }) => width);
      expect(widths.length).toBeGreaterThan(0);
      expect(widths.filter((width) => ![16, 32, 64, 80].includes(width))).toEqual([]);
      const isCover = name === 'Cover';
      const top = isCover ? 0 : headingRow(sheetNamed(book, name));
      for (const [place, { value, style }] of cells ?? []) {
        const isHeading = isCover && style?.font?.bold === true;
        if (Number(place.split(',')[0]) < top || typeof value !== 'string' || isHeading) continue;
        if (style?.alignment?.wrapText !== true) unwrapped.push(`${name} ${place}`);
      }
    }
    expect(unwrapped).toEqual([]);
  });

  it('aligns codes as the figures of their column', () => {
    const astray: string[] = [];
    for (const { name, cells } of read) {
      if (['Cover', 'Problems in the data'].includes(name)) continue;
      const numbers = new Set<string>();
      for (const [place, { value }] of cells ?? []) {
        if (typeof value === 'number') numbers.add(place.split(',')[1] ?? '');
      }
      for (const [place, { value, style }] of cells ?? []) {
        const isCode = typeof value === 'string' && /^\[[ckxz]\]$/.test(value);
        if (!isCode && typeof value !== 'number') continue;
        if (!numbers.has(place.split(',')[1] ?? '')) continue;
        if (style?.alignment?.horizontal !== 'right') astray.push(`${name} ${place}`);
      }
    }
    expect(astray).toEqual([]);
  });

  it('repeats the headings of every table on every page', () => {
    const titles = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/Print_Titles"[^>]*>([^<]+)</g)];
    expect(titles.map(([, rows]) => rows)).toEqual(
      tableSheets(book).map((name) => {
        const row = `$${headingRow(sheetNamed(book, name)) + 1}`;
        return `'${name}'!${row}:${row}`;
      }),
    );
  });

  it('has title, description, language and dates, and the cursor in A1', () => {
    const core = parts.get('docProps/core.xml') ?? '';
    expect(core).toMatch(/<dc:title>(?:INTERNAL: )?Caseload report<\/dc:title>/);
    expect(core).toMatch(/<dc:description>(?:Only .+\. )?As at .+\.<\/dc:description>/);
    expect(core).toContain('<dc:language>en-GB</dc:language>');
    const { asAt } = report.provenance;
    expect(core).toContain(`<dcterms:created xsi:type="dcterms:W3CDTF">${asAt}T00:00:00Z</dcterms:created>`);
    for (const [, xml] of sheets) expect(xml).toContain('<selection activeCell="A1" sqref="A1"/>');
    expect(sheets.filter(([, xml]) => xml.includes('tabSelected')).map(([path]) => path)).toEqual([
      'xl/worksheets/sheet1.xml',
    ]);
  });

  it('uses neither fills nor colour alone: links are underlined', () => {
    const styles = parts.get('xl/styles.xml') ?? '';
    expect(styles.match(/patternType="(\w+)"/g)).toEqual(['patternType="none"', 'patternType="gray125"']);
    for (const [font] of styles.matchAll(/<font>.*?<\/font>/g)) {
      if (font.includes('<color')) expect(font).toContain('<u/>');
    }
  });

  it('is the same bytes every time', async () => {
    expect(Buffer.compare(await renderXlsx(report), bytes)).toBe(0);
  });
});
