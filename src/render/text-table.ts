/** Plain tables of words for the commands that list things: columns, metrics, problems. */
import { padRight, textWidth, wrapText } from './measure-text.ts';

const GAP = 2;
const NARROWEST = 16;

/**
 * Rows of words under headings, as lines no longer than `width`. The columns take what they need, the last one wraps
 * in what is left; when that is too narrow, it goes on lines of its own below.
 */
export function textTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): string[] {
  const last = headings.length - 1;
  const widths = headings.map((heading, column) =>
    Math.max(textWidth(heading), ...rows.map((row) => textWidth(row[column]))),
  );
  const before = widths.slice(0, last).reduce((sum, one) => sum + one + GAP, 0);
  const left = width - before;
  return [headings, ...rows].flatMap((row) => {
    const front = row
      .slice(0, last)
      .map((cell, column) => padRight(cell, widths[column] + GAP))
      .join('');
    if (left < NARROWEST) {
      return [
        ...wrapText(front.trimEnd(), width),
        ...wrapText(row[last], width - 4).map((line) => `    ${line}`),
      ];
    }
    const lines = wrapText(row[last], left);
    return lines.map((line, index) => ((index === 0 ? front : ' '.repeat(before)) + line).trimEnd());
  });
}
