import type { Report } from '../report/report.ts';
import { buildWorkbook } from './workbook/build-workbook.ts';
import { columnName, quotedSheet } from './workbook/cell-names.ts';
import { type Look, lookOfEntry, lookOfHeading, lookOfLine } from './workbook/looks.ts';
import { MIME_TYPE, manifest, metaPart, odsPart, settingsPart, stylesPart } from './workbook/ods-parts.ts';
import { automaticStyles, rowStyle } from './workbook/ods-styles.ts';
import { rowHeights } from './workbook/row-heights.ts';
import { shownNumber } from './workbook/shown-number.ts';
import {
  columnWidths,
  type Entry,
  isProse,
  type Line,
  type Sheet,
  type SheetColumn,
  type SheetTable,
  type Workbook,
} from './workbook/workbook.ts';
import { xmlText } from './workbook/xml-text.ts';
import { writeZip } from './workbook/zip.ts';

/**
 * The report as an OpenDocument spreadsheet, with the sheets and words of the Excel workbook. Written here and not with
 * hucre, whose ODS knows neither widths nor alignment, wrapping, headings of tables, ranges or a language.
 */
export async function renderOds(report: Report): Promise<Uint8Array> {
  const workbook = buildWorkbook(report);
  const parts = {
    'content.xml': contentPart(workbook),
    'meta.xml': metaPart(workbook),
    'settings.xml': settingsPart(workbook),
    'styles.xml': stylesPart(),
  };
  const files = { mimetype: MIME_TYPE, 'META-INF/manifest.xml': manifest(Object.keys(parts)), ...parts };
  const encoder = new TextEncoder();
  return writeZip(
    Object.entries(files).map(([path, text]) => ({
      path,
      bytes: encoder.encode(text),
      // By its first bytes the file is told from other archives.
      ...(path === 'mimetype' ? { isStored: true } : {}),
    })),
  );
}

function contentPart({ sheets }: Workbook): string {
  const heights = sheets.map(rowHeights);
  const styles = `${automaticStyles()}${[...new Set(heights.flat())].map(rowStyle).join('')}`;
  const tables = sheets.map((sheet, place) => sheetXml(sheet, heights[place])).join('');
  const ranges = sheets.map(rangeOf).join('');
  return odsPart(
    'document-content',
    `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}<table:database-ranges>${ranges}</table:database-ranges></office:spreadsheet></office:body>`,
  );
}

function sheetXml(sheet: Sheet, heights: readonly number[]): string {
  const { name, lines, table } = sheet;
  const wraps = isProse(sheet);
  const columns = columnWidths(sheet).map((width) => `<table:table-column table:style-name="w${width}"/>`);
  const row = (cells: string, place: number) =>
    `<table:table-row table:style-name="h${heights[place]}">${cells}</table:table-row>`;
  const top = lines.map((line, place) => row(lineXml(line, wraps), place));
  const rest = table === null ? [] : tableRows(table).map((cells, place) => row(cells, lines.length + place));
  const [headings, ...rows] = rest;
  // Marked as such, they are repeated on every page.
  const head = headings === undefined ? '' : `<table:table-header-rows>${headings}</table:table-header-rows>`;
  return `<table:table table:name="${xmlText(name)}" table:style-name="t-${wraps ? 'prose' : 'tables'}">${[...columns, ...top, head, ...rows].join('')}</table:table>`;
}

function lineXml(line: Line, wraps: boolean): string {
  return textCell(line.text, lookOfLine(line, wraps), line.sheet);
}

/** The cells of each row, that of the headings first. */
function tableRows({ columns, rows }: SheetTable): string[] {
  const headings = columns.map(({ heading }, place) => textCell(heading, lookOfHeading(columns, place)));
  return [headings, ...rows.map((row) => row.map((entry, place) => entryXml(entry, columns, place)))].map(
    (cells) => cells.join(''),
  );
}

function entryXml(entry: Entry, columns: readonly SheetColumn[], place: number): string {
  if ('text' in entry) return textCell(entry.text, lookOfEntry(entry, columns, place), entry.sheet);
  const { number, format } = entry;
  const type = format === 'percentage' ? 'percentage' : 'float';
  return `<table:table-cell table:style-name="${format}" office:value-type="${type}" office:value="${number}"><text:p>${xmlText(shownNumber(number, format))}</text:p></table:table-cell>`;
}

function textCell(text: string, look: Look, sheet?: string): string {
  const said = spaced(xmlText(text));
  const content =
    sheet === undefined
      ? said
      : `<text:a xlink:type="simple" xlink:href="${xmlText(linkTo(sheet))}" text:style-name="link">${said}</text:a>`;
  return `<table:table-cell table:style-name="${look}" office:value-type="string"><text:p>${content}</text:p></table:table-cell>`;
}

/** Of spaces in a row a reader of XML keeps one. */
function spaced(text: string): string {
  return text.replace(/^ +| {2,}| +$/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);
}

function linkTo(sheet: string): string {
  return `#${quotedSheet(sheet)}.A1`;
}

/** A table is a named range with a row of headings, without buttons for filters. */
function rangeOf({ name, lines, table }: Sheet): string {
  if (table === null) return '';
  const start = `${quotedSheet(name)}.A${lines.length + 1}`;
  const end = `${quotedSheet(name)}.${columnName(table.columns.length)}${lines.length + 1 + table.rows.length}`;
  return `<table:database-range table:name="${table.name}" table:target-range-address="${xmlText(`${start}:${end}`)}" table:contains-header="true" table:display-filter-buttons="false"/>`;
}
