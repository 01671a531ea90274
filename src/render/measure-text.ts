import stringWidth from 'string-width';

const PRINTABLE_ASCII = /^[ -~]*$/;

/** How many columns of a terminal a text takes: wide characters and emoji take two. */
export function textWidth(text: string): number {
  return PRINTABLE_ASCII.test(text) ? text.length : stringWidth(text);
}

/** The width of the widest text, at least `least`. A loop: an argument for each would be too many for a call. */
export function widestOf(texts: Iterable<string>, least = 0): number {
  let widest = least;
  for (const text of texts) widest = Math.max(widest, textWidth(text));
  return widest;
}

/** The text, or its first characters and the mark when it has more than `most`; a text of megabytes costs no more. */
export function shorten(text: string, most: number, mark: string): string {
  if (text.length <= most) return text;
  const characters = [...text.slice(0, 2 * (most + 1))];
  if (characters.length <= most) return text;
  return characters.slice(0, most - mark.length).join('') + mark;
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
  if (textWidth(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const character of word) {
    const own = textWidth(character);
    if (piece !== '' && used + own > width) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += character;
    used += own;
  }
  return [...pieces, piece];
}

/** The width of the longest word: what a column needs to hold the text without breaking a word. */
export function longestWordWidth(text: string): number {
  if (!text.includes(' ')) return textWidth(text);
  return widestOf(text.split(' '));
}

/** The text padded with spaces on the right to a width. */
export function padRight(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

/** What stands where something was cut off. */
export function cutMark(unicode: boolean): string {
  return unicode ? '…' : '...';
}
