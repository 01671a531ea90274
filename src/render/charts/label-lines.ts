const LINE = 24;
const MOST_LINES = 2;
/** Of a letter of the page's font, about: there is no screen to measure on. */
const LETTER = 0.53;

/** A label in up to two lines of about 24 characters; what does not fit ends in an ellipsis (the table has it whole). */
export function labelLines(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && [...last, ...word].length < LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, MOST_LINES).map((line) => cut(line));
  return lines.length > MOST_LINES ? shown.with(-1, cut(`${shown.at(-1)} …`)) : shown;
}

/** The text, or as much of it as fits in a line. */
export function cut(text: string, length = LINE): string {
  const letters = [...text];
  return letters.length <= length
    ? text
    : `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

/** About how wide texts are, at a size of letters. */
export function widthOf(texts: readonly string[], size: number): number {
  return Math.ceil(texts.reduce((most, text) => Math.max(most, [...text].length), 0) * LETTER * size);
}
