import type { Report } from '../report/report.ts';
import { buildWorkbook } from './workbook/build-workbook.ts';
import { MIME_TYPE, manifest, metaPart, odsPart, settingsPart, stylesPart } from './workbook/ods-parts.ts';
import { automaticStyles } from './workbook/ods-styles.ts';
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
  const ranges = sheets.map(rangeOf).join('');
  return odsPart(
    'document-content',
    `<office:automatic-styles>${automaticStyles()}</office:automatic-styles><office:body><office:spreadsheet>${sheets.map(sheetXml).join('')}<table:database-ranges>${ranges}</table:database-ranges></office:spreadsheet></office:body>`,
  );
}

function sheetXml(sheet: Sheet): string {
  const { name, lines, table } = sheet;
  const wraps = isProse(sheet);
  const columns = columnWidths(sheet).map((width) => `<table:table-column table:style-name="w${width}"/>`);
  return `<table:table table:name="${xmlText(name)}" table:style-name="t-${wraps ? 'prose' : 'tables'}">${columns.join('')}${lines.map((line) => rowXml(lineXml(line, wraps))).join('')}${tableXml(table)}</table:table>`;
}

function rowXml(cells: string): string {
  return `<table:table-row>${cells}</table:table-row>`;
}

function lineXml({ text, role, sheet }: Line, wraps: boolean): string {
  const style = wraps ? 'wrapped' : 'line';
  return textCell(text, role === 'text' ? style : role, sheet);
}

/** The headings are marked as such: they are repeated on every page. */
function tableXml(table: SheetTable | null): string {
  if (table === null) return '';
  const headings = table.columns.map(({ heading, isFigure }) =>
    textCell(heading, isFigure ? 'head-right' : 'head'),
  );
  const rows = table.rows.map((row) =>
    rowXml(row.map((entry, place) => entryXml(entry, table.columns[place])).join('')),
  );
  return `<table:table-header-rows>${rowXml(headings.join(''))}</table:table-header-rows>${rows.join('')}`;
}

function entryXml(entry: Entry, { isFigure }: SheetColumn): string {
  if ('text' in entry) return textCell(entry.text, isFigure ? 'wrapped-right' : 'wrapped', entry.sheet);
  const { number, format } = entry;
  const type = format === 'percentage' ? 'percentage' : 'float';
  return `<table:table-cell table:style-name="${format}" office:value-type="${type}" office:value="${number}"><text:p>${number}</text:p></table:table-cell>`;
}

function textCell(text: string, style: string, sheet?: string): string {
  const said = spaced(xmlText(text));
  const content =
    sheet === undefined
      ? said
      : `<text:a xlink:type="simple" xlink:href="${xmlText(linkTo(sheet))}" text:style-name="link">${said}</text:a>`;
  return `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${content}</text:p></table:table-cell>`;
}

/** Of spaces in a row a reader of XML keeps one. */
function spaced(text: string): string {
  return text.replace(/^ +| {2,}| +$/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);
}

function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

function linkTo(sheet: string): string {
  return `#${quoted(sheet)}.A1`;
}

/** A table is a named range with a row of headings, without buttons for filters. */
function rangeOf({ name, lines, table }: Sheet): string {
  if (table === null) return '';
  const start = `${quoted(name)}.A${lines.length + 1}`;
  const end = `${quoted(name)}.${columnName(table.columns.length)}${lines.length + 1 + table.rows.length}`;
  return `<table:database-range table:name="${table.name}" table:target-range-address="${xmlText(`${start}:${end}`)}" table:contains-header="true" table:display-filter-buttons="false"/>`;
}

/** 1 is A, 27 is AA. */
function columnName(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return number > 26 ? `${columnName(Math.floor((number - 1) / 26))}${letter}` : letter;
}
