/** How long a text is on paper, and how many lines it takes. */

/** The advance widths of Arial, in thousandths of the size of the letters: the same as Helvetica's in Adobe's metrics. */
const ADVANCES: readonly (readonly [thousandths: number, characters: string])[] = [
  [191, "'"],
  [222, 'ijl'],
  [260, '|'],
  [278, ' !,./:;I[\\]ft'],
  [333, '()-`r'],
  [334, '{}'],
  [355, '"'],
  [389, '*'],
  [469, '^'],
  [500, 'Jcksvxyz'],
  [556, '#$0123456789?L_abdeghnopqu'],
  [584, '+<=>~'],
  [611, 'FTZ'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'W'],
  [1015, '@'],
];
/** Of letters beyond ASCII, and of those of the East, which are as wide as high. */
const OTHER = 667;
const WIDE = 1000;
const FIRST_WIDE = 0x1100;
/** Bold letters are wider. */
const BOLD = 1.09;

const BY_CODE = new Float64Array(128).fill(OTHER);
for (const [thousandths, characters] of ADVANCES) {
  for (const character of characters) BY_CODE[character.charCodeAt(0)] = thousandths;
}

/** The length of a text in units of the size of its letters. */
function lengthOf(text: string): number {
  let thousandths = 0;
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    thousandths += code < 128 ? BY_CODE[code] : code < FIRST_WIDE ? OTHER : WIDE;
  }
  return thousandths / 1000;
}

const SPACE = lengthOf(' ');

/**
 * How many lines a text takes: words are kept whole unless they are longer than a line.
 * @param room how long a line can be, in units of the size of the letters
 */
export function countLines(text: string, room: number, isBold = false): number {
  const width = isBold ? room / BOLD : room;
  // No letter is longer than the first of these says, and most texts are one line.
  if (text.length * 1.015 <= width || lengthOf(text) <= width) return 1;
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const length = lengthOf(word);
    const start = used === 0 ? 0 : used + SPACE;
    if (start > 0 && start + length > width) {
      lines++;
      used = length;
    } else {
      used = start + length;
    }
    if (used > width) {
      lines += Math.ceil(used / width) - 1;
      used %= width;
    }
  }
  return lines;
}
