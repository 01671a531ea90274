import type { Report } from '../report/report.ts';
import { buildWorkbook } from './workbook/build-workbook.ts';
import type { Sheet, Workbook } from './workbook/workbook.ts';
import {
  appPart,
  contentTypes,
  corePart,
  packageRelationships,
  workbookPart,
  workbookRelationships,
} from './workbook/xlsx-parts.ts';
import {
  type SharedTexts,
  sharedTexts,
  sheetPart,
  sheetRelationships,
  tablePart,
} from './workbook/xlsx-sheet.ts';
import { stylesPart } from './workbook/xlsx-styles.ts';
import { writeZip } from './workbook/zip.ts';

type Parts = readonly (readonly [path: string, content: string])[];

/**
 * The report as an Excel workbook that a screen reader can read: cover, contents, notes and one marked-up table on each
 * sheet. Text stays text: none becomes a formula, an error or a link. The same report gives the same bytes. Written here
 * and not with hucre, which takes more than twice as long, leaves compression to the version of Node, sets neither language
 * nor cursor, and makes an error of a team called #N/A.
 */
export async function renderXlsx(report: Report): Promise<Uint8Array> {
  const parts = workbookParts(buildWorkbook(report));
  const all: Parts = [['[Content_Types].xml', contentTypes(parts.map(([path]) => path))], ...parts];
  const encoder = new TextEncoder();
  return writeZip(all.map(([path, content]) => ({ path, bytes: encoder.encode(content) })));
}

function workbookParts(workbook: Workbook): Parts {
  const { sheets } = workbook;
  const texts = sharedTexts();
  const sheetParts = sheets.flatMap((sheet, place) => partsOfSheet(sheet, place + 1, texts));
  return [
    ['_rels/.rels', packageRelationships()],
    ['docProps/core.xml', corePart(workbook)],
    ['docProps/app.xml', appPart(workbook)],
    ['xl/workbook.xml', workbookPart(workbook)],
    ['xl/_rels/workbook.xml.rels', workbookRelationships(sheets)],
    ['xl/styles.xml', stylesPart()],
    ['xl/sharedStrings.xml', texts.part()],
    ...sheetParts,
  ];
}

/** A table has the number of its sheet. */
function partsOfSheet(sheet: Sheet, number: number, texts: SharedTexts): Parts {
  const { lines, table } = sheet;
  const sheetXml = sheetPart(sheet, texts, number === 1);
  if (table === null) return [[`xl/worksheets/sheet${number}.xml`, sheetXml]];
  return [
    [`xl/worksheets/sheet${number}.xml`, sheetXml],
    [`xl/worksheets/_rels/sheet${number}.xml.rels`, sheetRelationships(number)],
    [`xl/tables/table${number}.xml`, tablePart(table, lines.length + 1, number)],
  ];
}
