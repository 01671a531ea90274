/** A sheet of an Excel workbook, and its table. */
import { columnName, quotedSheet } from './cell-names.ts';
import { excelText } from './excel-text.ts';
import { type Look, lookOfEntry, lookOfHeading, lookOfLine } from './looks.ts';
import { ONE_LINE, rowHeights } from './row-heights.ts';
import { columnWidths, type Entry, isProse, type Sheet, type SheetTable, textOf } from './workbook.ts';
import { relationships, xlsxPart } from './xlsx-parts.ts';
import { styleNumber } from './xlsx-styles.ts';
import { xmlText } from './xml-text.ts';

/** Texts are kept once for the whole workbook and named by their place. */
export interface SharedTexts {
  readonly place: (text: string) => number;
  readonly part: () => string;
}

export function sharedTexts(): SharedTexts {
  const places = new Map<string, number>();
  return {
    place(text) {
      const place = places.get(text) ?? places.size;
      places.set(text, place);
      return place;
    },
    part() {
      const items = [...places.keys()].map(
        (text) => `<si><t xml:space="preserve">${xmlText(excelText(text))}</t></si>`,
      );
      return xlsxPart('sst', items.join(''), ` uniqueCount="${items.length}"`);
    },
  };
}

interface SheetCell {
  readonly content: string | number;
  readonly look: Look;
  readonly sheet?: string | undefined;
}

export function sheetPart(sheet: Sheet, texts: SharedTexts, isFirst: boolean): string {
  const rows = cellsOf(sheet);
  const heights = rowHeights(sheet);
  const columns = columnWidths(sheet).map(
    (width, place) => `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
  );
  return xlsxPart(
    'worksheet',
    [
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      `<dimension ref="A1:${columnName(columns.length)}${rows.length}"/>`,
      `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews>`,
      `<sheetFormatPr defaultRowHeight="16"/><cols>${columns.join('')}</cols>`,
      `<sheetData>${rows.map((cells, place) => rowXml(cells, place + 1, heights[place], texts)).join('')}</sheetData>`,
      linksXml(rows),
      '<pageMargins left="0.6" right="0.6" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
      // A4, one page wide, as many long as need be.
      `<pageSetup paperSize="9" fitToHeight="0" orientation="${isProse(sheet) ? 'portrait' : 'landscape'}"/>`,
      namesInFigures(sheet),
      sheet.table === null ? '' : '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
    ].join(''),
  );
}

function cellsOf(sheet: Sheet): SheetCell[][] {
  const { lines, table } = sheet;
  const wraps = isProse(sheet);
  const top = lines.map((line): SheetCell[] => [
    { content: line.text, look: lookOfLine(line, wraps), sheet: line.sheet },
  ]);
  return table === null ? top : [...top, ...tableCells(table)];
}

function tableCells({ columns, rows }: SheetTable): SheetCell[][] {
  return [
    columns.map(({ heading }, place) => ({ content: heading, look: lookOfHeading(columns, place) })),
    ...rows.map((row) =>
      row.map((entry, place) => ({
        content: 'text' in entry ? entry.text : entry.number,
        look: lookOfEntry(entry, columns, place),
        sheet: 'text' in entry ? entry.sheet : undefined,
      })),
    ),
  ];
}

/** Without customHeight, so that a program may fit the height to the text. */
function rowXml(cells: readonly SheetCell[], row: number, height: number, texts: SharedTexts): string {
  const xml = cells.map(({ content, look }, place) => {
    const address = `r="${columnName(place + 1)}${row}" s="${styleNumber(look, height === ONE_LINE)}"`;
    return typeof content === 'number'
      ? `<c ${address}><v>${content}</v></c>`
      : `<c ${address} t="s"><v>${texts.place(content)}</v></c>`;
  });
  return `<row r="${row}" ht="${height}">${xml.join('')}</row>`;
}

/** Excel marks a name that could be a number, as an age or a code of a team, as a mistake, unless it is told that it is none. */
function namesInFigures({ lines, table }: Sheet): string {
  if (table === null) return '';
  const first = lines.length + 2;
  const last = lines.length + 1 + table.rows.length;
  const columns = table.columns.flatMap((_, place) => {
    if (!table.rows.some((row) => looksLikeNumber(row[place]))) return [];
    const name = columnName(place + 1);
    return [`${name}${first}:${name}${last}`];
  });
  if (columns.length === 0) return '';
  return `<ignoredErrors><ignoredError sqref="${columns.join(' ')}" numberStoredAsText="1"/></ignoredErrors>`;
}

function looksLikeNumber(entry: Entry): boolean {
  return /^\s*[-+]?[\d,.]*\d[\d,.]*(?:e[-+]?\d+)?%?\s*$/i.test(textOf(entry));
}

function linksXml(rows: readonly (readonly SheetCell[])[]): string {
  const links = rows.flatMap((cells, row) =>
    cells.flatMap(({ sheet }, place) => {
      if (sheet === undefined) return [];
      const location = xmlText(`${quotedSheet(sheet)}!A1`);
      return [`<hyperlink ref="${columnName(place + 1)}${row + 1}" location="${location}"/>`];
    }),
  );
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}

/** No filter buttons and no stripes: nothing that a reader did not ask for. */
export function tablePart({ name, columns, rows }: SheetTable, top: number, number: number): string {
  const headings = columns.map(
    ({ heading }, place) => `<tableColumn id="${place + 1}" name="${xmlText(excelText(heading))}"/>`,
  );
  const range = `A${top}:${columnName(columns.length)}${top + rows.length}`;
  return xlsxPart(
    'table',
    `<tableColumns count="${headings.length}">${headings.join('')}</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/>`,
    ` id="${number}" name="${name}" displayName="${name}" ref="${range}" totalsRowShown="0"`,
  );
}

/** From a sheet to its table. */
export function sheetRelationships(number: number): string {
  return relationships([['table', `../tables/table${number}.xml`]]);
}
