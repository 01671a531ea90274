import CliTable3 from 'cli-table3';
import { isCode } from './format-cell.ts';
import type { Block, PlacedColumn } from './lay-out-table.ts';
import type { Palette } from './palette.ts';

/** cli-table3 may look at the whole of a cell for each of its lines: one tall cell would take the square of its time. */
const LINES_AT_ONCE = 50;

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

/**
 * The lines of a block, once for each list of places: its headings, then the rows there, aligned and without borders.
 * All are aligned together, since setting up a table takes longer than drawing a short one.
 */
export function drawBlock(block: Block, lists: readonly (readonly number[])[], palette: Palette): string[][] {
  const drawn = lists.map((places) => linesOfColumns(block, places, palette));
  const columns = block.columns.map((_, index) => drawn.flatMap((lines) => lines[index]));
  const lines: string[] = [];
  for (let start = 0; start < (columns[0]?.length ?? 0); start += LINES_AT_ONCE) {
    const some = columns.map((column) => column.slice(start, start + LINES_AT_ONCE));
    lines.push(...alignColumns(block, some));
  }
  let end = 0;
  return drawn.map(([first]) => {
    const start = end;
    end += first?.length ?? 0;
    return lines.slice(start, end);
  });
}

/** The lines of each column, as many in all: headings stand at the bottom of their room, cells at the top. */
function linesOfColumns({ columns }: Block, places: readonly number[], palette: Palette): string[][] {
  const headingHeight = tallest(columns.map((column) => column.heading));
  const heights = places.map((place) => tallest(columns.map((column) => column.cells[place])));
  return columns.map((column) => {
    const paint = painter(column, palette);
    const heading = [
      ...emptyLines(headingHeight - column.heading.length),
      ...column.heading.map(palette.quiet),
    ];
    const cells = places.map((place, index) => {
      const cell = column.cells[place] ?? [];
      return [...cell.map(paint), ...emptyLines(heights[index] - cell.length)];
    });
    return [heading, ...cells].flat();
  });
}

function tallest(texts: readonly (readonly string[] | undefined)[]): number {
  return texts.reduce((most, lines) => Math.max(most, lines?.length ?? 0), 0);
}

function emptyLines(count: number): string[] {
  return new Array<string>(count).fill('');
}

function painter(column: PlacedColumn, palette: Palette): (line: string) => string {
  if (column.barCells === 0) return (line) => (isCode(line) ? palette.quiet(line) : line);
  return (line) => {
    const bar = line.slice(0, column.barCells).trimEnd();
    return (bar === '' ? '' : palette.bar(bar)) + line.slice(bar.length);
  };
}

/** Columns of lines beside each other: to cli-table3 they are one row, since its time goes by cells. */
function alignColumns(block: Block, columns: readonly (readonly string[])[]): string[] {
  const table = new CliTable3({
    chars: { ...NO_BORDERS, middle: ' '.repeat(block.gap) },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: block.columns.map((column) => column.width),
    colAligns: block.columns.map((column) =>
      column.role === 'figure' && column.barCells === 0 ? 'right' : 'left',
    ),
  });
  table.push(columns.map((lines) => lines.join('\n')));
  return table.toString().split('\n');
}
