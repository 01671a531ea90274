import { columnWidths, isProse, type Line, type Sheet, textOf } from './workbook.ts';

/** Heights of lines, in points. */
const LINE = 16;
const ROLES: Readonly<Record<Line['role'], number>> = { title: 24, heading: 22, text: LINE };

/**
 * The heights of a sheet's rows, in points, with room for wrapped text: not every program that opens a workbook fits
 * them to the text by itself.
 */
export function rowHeights(sheet: Sheet): number[] {
  const { lines, table } = sheet;
  const widths = columnWidths(sheet);
  const [proseWidth = 0] = isProse(sheet) ? widths : [];
  const rows =
    table === null
      ? []
      : [table.columns.map(({ heading }) => heading), ...table.rows.map((row) => row.map(textOf))];
  return [
    ...lines.map(({ text, role }) => (isProse(sheet) ? countLines(text, proseWidth) : 1) * ROLES[role]),
    ...rows.map((texts) => LINE * Math.max(...texts.map((text, place) => countLines(text, widths[place])))),
  ];
}

/** Widths are counted in figures, which are wider than most letters. */
const LETTERS_PER_FIGURE = 1.1;

/** How many lines a text takes: words are kept whole unless they are longer than a line. */
function countLines(text: string, figures: number): number {
  const width = Math.floor(figures * LETTERS_PER_FIGURE);
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > width) {
      lines++;
      used = 0;
    }
    used += (used === 0 ? 0 : 1) + word.length;
    lines += Math.max(0, Math.ceil(used / width) - 1);
    used = used > width ? used % width : used;
  }
  return lines;
}
