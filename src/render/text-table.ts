/** Plain tables of words for the commands that list things: columns, metrics, problems. */
import { padRight, widestOf, wrapText } from './measure-text.ts';

const GAP = 2;
const NARROWEST = 16;

/**
 * Rows of words, under headings where there are any, as lines no longer than `width`. The columns take what they need, the last one wraps
 * in what is left; when that is too narrow, it goes on lines of its own below.
 */
export function textTable(
  headings: readonly string[] | null,
  rows: readonly (readonly string[])[],
  width: number,
): string[] {
  const lines = headings === null ? rows : [headings, ...rows];
  const last = (lines[0]?.length ?? 0) - 1;
  const widths = (lines[0] ?? []).map((_, column) => widestOf(lines.map((row) => row[column])));
  const before = widths.slice(0, last).reduce((sum, one) => sum + one + GAP, 0);
  const left = width - before;
  return lines.flatMap((row) => {
    const front = row
      .slice(0, last)
      .map((cell, column) => padRight(cell, widths[column] + GAP))
      .join('');
    if (left < NARROWEST) {
      return [
        ...wrapText(front.trimEnd(), width),
        ...wrapText(row[last], width - 4).map((line) => `    ${line}`.trimEnd()),
      ].filter((line) => line !== '');
    }
    const wrapped = wrapText(row[last], left);
    return wrapped.map((line, index) => ((index === 0 ? front : ' '.repeat(before)) + line).trimEnd());
  });
}
