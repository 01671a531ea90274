/** How far a run is, in words that fit one line of a terminal. */
import { cleanText } from '../render/clean-report.ts';
import { drawBar } from '../render/draw-bar.ts';
import { formatNumber } from '../render/format-cell.ts';
import { cutMark, ellipsize, padRight, textWidth } from '../render/measure-text.ts';

export interface Standing {
  /** What is being done: `reading october.csv`. */
  readonly doing: string;
  /** How much of it is done, 0 to 1; null when nobody knows how much there is. */
  readonly share: number | null;
  /** Rows, or bytes, so far, in words; '' for none. */
  readonly soFar: string;
  /** Until this part is done; null when nobody knows. */
  readonly secondsLeft: number | null;
}

/** How wide what is done and the bar may be, from the roomiest line to the narrowest. */
const SHAPES = [
  { name: 48, bar: 20 },
  { name: 32, bar: 20 },
  { name: 32, bar: 10 },
  { name: 24, bar: 10 },
  { name: 24, bar: 0 },
];
const GAP = '  ';
const MINUTE = 60;

/** One line of at most `width` columns, in which nothing acts on the terminal; the less needed goes first. */
export function progressLine(standing: Standing, width: number, unicode: boolean): string {
  const doing = cleanText(standing.doing, unicode ? undefined : '?');
  const mark = cutMark(unicode);
  const numbers = numbersOf(standing);
  for (let kept = numbers.length; kept >= 0; kept--) {
    for (const { name, bar } of SHAPES) {
      const drawn = standing.share === null || bar === 0 ? [] : [framedBar(standing.share, bar, unicode)];
      const line = [ellipsize(doing, name, mark), ...drawn, ...numbers.slice(0, kept)].join(GAP);
      if (textWidth(line) <= width) return line;
    }
  }
  return ellipsize(doing, width, mark);
}

/** What goes last is missed least. */
function numbersOf({ share, soFar, secondsLeft }: Standing): string[] {
  return [
    share === null ? '' : `${String(Math.floor(share * 100)).padStart(3)}%`,
    soFar,
    secondsLeft === null ? '' : leftWords(secondsLeft),
  ].filter((words) => words !== '');
}

function framedBar(share: number, cells: number, unicode: boolean): string {
  return `|${padRight(drawBar(share, 1, cells, unicode), cells)}|`;
}

export function rowWords(rows: number): string {
  if (rows <= 0) return '';
  return rows === 1 ? '1 row' : `${formatNumber(rows, 0)} rows`;
}

function leftWords(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < MINUTE) return `about ${whole} second${whole === 1 ? '' : 's'} left`;
  const minutes = Math.round(seconds / MINUTE);
  return `about ${formatNumber(minutes, 0)} minute${minutes === 1 ? '' : 's'} left`;
}
