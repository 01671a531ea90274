const LINE = 24;
const MOST_LINES = 2;
/** Of the size of letters, about, in the wider of the fonts that pages are shown in: there is no screen to measure on. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijltfrI.,:;'|!()[\] -]/, 0.4],
  [/[A-Zmw%&@…]/, 0.78],
];
const LETTER = 0.62;

/** A label in up to two lines of about 24 characters; what does not fit ends in an ellipsis (the table has it whole). */
export function labelLines(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && [...last, ...word].length < LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, MOST_LINES).map((line) => cut(line));
  return lines.length > MOST_LINES ? shown.with(-1, withMore(lines[MOST_LINES - 1])) : shown;
}

/** The words of a line that have room before an ellipsis. */
function withMore(line: string): string {
  const end = line.length + 2 > LINE ? line.lastIndexOf(' ') : line.length;
  return end <= 0 ? cut(line, LINE - 2) : `${line.slice(0, end).replace(/,$/, '')} …`;
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

/** Far more letters than any picture is wide. */
const MOST_LETTERS = 100;

/** The text, or as much of it as is about so wide, at a size of letters. */
export function cutToWidth(text: string, width: number, size: number): string {
  let length = Math.min([...text].length, MOST_LETTERS);
  while (length > 1 && widthOf([cut(text, length)], size) > width) length--;
  return cut(text, length);
}

/** About how wide the widest of some texts is, at a size of letters. */
export function widthOf(texts: readonly string[], size: number): number {
  const widest = texts.reduce((most, text) => Math.max(most, lettersOf(text)), 0);
  return Math.ceil(widest * size);
}

function lettersOf(text: string): number {
  return [...text].reduce(
    (sum, letter) => sum + (WIDTHS.find(([kind]) => kind.test(letter))?.[1] ?? LETTER),
    0,
  );
}
