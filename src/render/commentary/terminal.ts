/** What the service says, at the terminal. */
import type { Commentary, Span } from '../../report/commentary.ts';
import { textWidth, wrapText } from '../measure-text.ts';
import type { Canvas } from '../terminal-table.ts';
import { type CommentaryLine, commentaryLines, plainText, SERVICE_SAYS, wrappedText } from './lines.ts';

const BULLET = '- ';
const INDENT = '  ';
/** Of a line that is left to words, however deep it is nested. */
const NARROWEST = 24;

/** Lines of at most the width of the canvas, indented under a line that says whose words they are. */
export function terminalCommentary(commentary: Commentary | undefined, canvas: Canvas): string[] {
  if (commentary === undefined || commentary.length === 0) return [];
  const blocks = commentary.map((block) =>
    commentaryLines([block], BULLET).flatMap((line) => flowed(line, canvas)),
  );
  return [
    canvas.palette.quiet(SERVICE_SAYS),
    ...blocks.flatMap((lines, place) => [
      ...(place === 0 ? [] : ['']),
      ...lines.map((line) => INDENT + line),
    ]),
  ];
}

function flowed(line: CommentaryLine, canvas: Canvas): string[] {
  const width = canvas.width - INDENT.length;
  // What is nested too deep for the width goes on below its marks.
  const isNarrow = line.first !== '' && width - textWidth(line.first) < NARROWEST;
  if (isNarrow) return [...wrapText(line.first, width), ...painted(line.spans, width, canvas)];
  const lines = painted(line.spans, width - textWidth(line.first), canvas);
  return lines.map((text, place) => (place === 0 ? line.first : line.rest) + text);
}

/** The text in lines, with what is strong in bold. */
function painted(spans: readonly Span[], width: number, { palette }: Canvas): string[] {
  const text = plainText({ spans });
  const strong = spans.flatMap((span) =>
    Array.from({ length: span.text.length }, () => span.strong === true),
  );
  let at = 0;
  return wrappedText({ spans }, width).map((line) => {
    const start = at;
    const places = placesIn(text, line, start);
    at = (places.at(-1) ?? start - 1) + 1;
    return boldWhere(
      line,
      places.map((place) => strong[place]),
      palette.title,
    );
  });
}

/** Where each character of a line stands in the text: what is not in the line are spaces where it was broken. */
function placesIn(text: string, line: string, start: number): number[] {
  let at = start;
  return line.split('').map((character) => {
    while (at < text.length && text[at] !== character) at++;
    return at++;
  });
}

function boldWhere(line: string, isBold: readonly boolean[], bold: (text: string) => string): string {
  let shown = '';
  for (let start = 0; start < line.length; ) {
    let end = start + 1;
    while (end < line.length && isBold[end] === isBold[start]) end++;
    const stretch = line.slice(start, end);
    shown += isBold[start] ? bold(stretch) : stretch;
    start = end;
  }
  return shown;
}
