import CliTable3 from 'cli-table3';
import { isCode } from './format-cell.ts';
import type { Block, PlacedColumn } from './lay-out-table.ts';
import type { Palette } from './palette.ts';

/** cli-table3 compares each cell with all rows before it: one long table would take the square of its time. */
const ROWS_AT_ONCE = 25;

const NO_BORDERS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
};

/** The lines of a block: its headings, then the rows at the given places, aligned and without borders. */
export function drawBlock(block: Block, places: readonly number[], palette: Palette): string[] {
  const headings = block.columns.map((column) => column.heading.map(palette.quiet));
  const lines = alignRows(block, [headings], 'bottom');
  for (let start = 0; start < places.length; start += ROWS_AT_ONCE) {
    const rows = places
      .slice(start, start + ROWS_AT_ONCE)
      .map((place) =>
        block.columns.map((column) => (column.cells[place] ?? []).map(painter(column, palette))),
      );
    lines.push(...alignRows(block, rows, 'top'));
  }
  return lines;
}

function painter(column: PlacedColumn, palette: Palette): (line: string) => string {
  if (column.barCells === 0) return (line) => (isCode(line) ? palette.quiet(line) : line);
  return (line) => {
    const bar = line.slice(0, column.barCells).trimEnd();
    return (bar === '' ? '' : palette.bar(bar)) + line.slice(bar.length);
  };
}

/** Rows of cells of lines, aligned by cli-table3; `vertical` says where a cell of fewer lines stands. */
function alignRows(
  block: Block,
  rows: readonly (readonly (readonly string[])[])[],
  vertical: 'top' | 'bottom',
): string[] {
  const table = new CliTable3({
    chars: { ...NO_BORDERS, middle: ' '.repeat(block.gap) },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: block.columns.map((column) => column.width),
    colAligns: block.columns.map((column) =>
      column.role === 'figure' && column.barCells === 0 ? 'right' : 'left',
    ),
  });
  for (const row of rows) table.push(row.map((lines) => ({ content: lines.join('\n'), vAlign: vertical })));
  return table.toString().split('\n');
}
