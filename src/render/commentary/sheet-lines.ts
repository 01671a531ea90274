/** What the service says, as lines of a sheet. */
import type { Commentary } from '../../report/commentary.ts';
import type { Line } from '../workbook/workbook.ts';
import { commentaryLines, commentarySentence, SERVICE_SAYS, wrappedText } from './lines.ts';

const BULLET = '\u2022 ';

/** @param width how many characters a line has at most; the marks of lists stand before them */
export function sheetCommentary(commentary: Commentary = [], width: number): Line[] {
  const texts = commentaryLines(commentary, BULLET).flatMap((line) =>
    wrappedText(line, width).map((text, place) => (place === 0 ? line.first : line.rest) + text),
  );
  const shown = texts.filter((text) => text.trim() !== '');
  if (shown.length === 0) return [];
  return [`${SERVICE_SAYS}:`, ...shown].map((text) => ({ text, role: 'text' }));
}

/** The same as the end of a cell that says something else first. */
export function cellCommentary(commentary: Commentary = []): string {
  const sentence = commentarySentence(commentary, BULLET);
  return sentence === '' ? '' : ` ${SERVICE_SAYS}: ${sentence}`;
}
