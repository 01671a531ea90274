import { type Cell, rangeRef, type TableDefinition, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Report } from '../report/report.ts';
import { buildWorkbook } from './workbook/build-workbook.ts';
import { finishXlsx } from './workbook/finish-xlsx.ts';
import { rowHeights } from './workbook/row-heights.ts';
import { columnWidths, isProse, type Sheet, type SheetTable } from './workbook/workbook.ts';
import { entryCell, excelText, FONT, headingCell, lineCell } from './workbook/xlsx-cells.ts';

type Row = readonly Partial<Cell>[];

/**
 * The report as an Excel workbook that a screen reader can read: cover, contents, notes and one marked-up table on each
 * sheet. Text stays text: none becomes a formula, an error or a link.
 */
export async function renderXlsx(report: Report): Promise<Uint8Array> {
  const { title, description, creator, day, sheets } = buildWorkbook(report);
  const made = new Date(`${day}T00:00:00Z`);
  const written = await writeXlsx({
    sheets: sheets.map(sheetOf),
    defaultFont: FONT,
    properties: {
      title: excelText(title),
      description: excelText(description),
      creator,
      created: made,
      modified: made,
    },
  });
  return finishXlsx(written);
}

function sheetOf(sheet: Sheet): WriteSheet {
  const { name, lines, table } = sheet;
  const wraps = isProse(sheet);
  const rows = [...lines.map((line): Row => [lineCell(line, wraps)]), ...tableRows(table)];
  return {
    name,
    columns: columnWidths(sheet).map((width) => ({ width })),
    rowDefs: new Map(rowHeights(sheet).map((height, row) => [row, { height }])),
    cells: new Map(rows.flatMap((cells, row) => cells.map((cell, column) => [`${row},${column}`, cell]))),
    tables: table === null ? [] : [definitionOf(table, lines.length)],
    // On paper: one page wide, as many long as need be.
    pageSetup: {
      paperSize: 'a4',
      orientation: wraps ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  };
}

function tableRows(table: SheetTable | null): Row[] {
  if (table === null) return [];
  const { columns, rows } = table;
  return [
    columns.map(headingCell),
    ...rows.map((row) => columns.map((column, place) => entryCell(row[place], column))),
  ];
}

/** No filter buttons and no stripes: nothing that a reader did not ask for. */
function definitionOf({ name, columns, rows }: SheetTable, top: number): TableDefinition {
  return {
    name,
    range: rangeRef(top, 0, top + rows.length, columns.length - 1),
    columns: columns.map(({ heading }) => ({ name: excelText(heading) })),
    style: 'TableStyleLight1',
    showRowStripes: false,
    showAutoFilter: false,
  };
}
