import stringWidth from 'string-width';

const PRINTABLE_ASCII = /^[ -~]*$/;

/** How many columns of a terminal a text takes: wide characters and emoji take two. */
export function textWidth(text: string): number {
  return PRINTABLE_ASCII.test(text) ? text.length : stringWidth(text);
}

/** The start of a text that fits the width, never half a character. */
function fittingStart(text: string, width: number): string {
  let start = '';
  let used = 0;
  for (const character of text) {
    used += textWidth(character);
    if (used > width) break;
    start += character;
  }
  return start;
}

/** The text cut to the width, ending in the mark when something was cut off. */
export function ellipsize(text: string, width: number, mark: string): string {
  if (textWidth(text) <= width) return text;
  return fittingStart(text, Math.max(0, width - mark.length)) + mark.slice(0, width);
}

/** The text in lines of at most `width` columns, broken between words, and inside a word only when it is longer. */
export function wrapText(text: string, width: number): string[] {
  // Most texts fit as they are.
  if (!text.startsWith(' ') && textWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => brokenWord(one, width))) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(joined) > width) {
      lines.push(line);
      line = word;
    } else {
      line = joined;
    }
  }
  return [...lines, line];
}

function brokenWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let rest = word;
  while (textWidth(rest) > width) {
    const piece = fittingStart(rest, width) || String.fromCodePoint(rest.codePointAt(0) ?? 0);
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...pieces, rest];
}

/** The width of the longest word: what a column needs to hold the text without breaking a word. */
export function longestWordWidth(text: string): number {
  if (!text.includes(' ')) return textWidth(text);
  return Math.max(...text.split(' ').map(textWidth));
}

/** The text padded with spaces on the right to a width. */
export function padRight(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}
