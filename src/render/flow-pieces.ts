import { padRight, textWidth, wrapText } from './measure-text.ts';

/** A part of a line that stays together as long as it fits. */
export interface Piece {
  readonly text: string;
  readonly paint?: (text: string) => string;
  /** Padded to this width, so that what follows stands in one column. */
  readonly padTo?: number;
}

const BETWEEN = '   ';

/**
 * Lines of at most `width` columns with the pieces one after another, three spaces between them.
 * A piece that no longer fits begins a line of its own, and one longer than a line is wrapped.
 */
export function flowPieces(pieces: readonly Piece[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces) {
    const paint = piece.paint ?? ((text: string) => text);
    const before = used === 0 ? 0 : used + BETWEEN.length;
    if (before + textWidth(piece.text) <= width) {
      line += (used === 0 ? '' : BETWEEN) + paintPadded(piece, paint);
      used = before + Math.max(textWidth(piece.text), piece.padTo ?? 0);
      continue;
    }
    if (used > 0) lines.push(line);
    const wrapped = wrapText(piece.text, width);
    for (const full of wrapped.slice(0, -1)) lines.push(paint(full));
    const last = wrapped.at(-1) ?? '';
    line = paint(last);
    used = textWidth(last);
  }
  return used > 0 ? [...lines, line] : lines;
}

function paintPadded(piece: Piece, paint: (text: string) => string): string {
  const padding = padRight(piece.text, piece.padTo ?? 0).slice(piece.text.length);
  return paint(piece.text) + padding;
}

/** A paragraph that hangs from a mark: the lines after the first begin below its text. */
export function hangText(mark: string, text: string, width: number): string[] {
  const lines = wrapText(text, width - mark.length);
  return lines.map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line);
}
