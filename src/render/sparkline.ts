/** Counts over time as a line of small bars. */
import { NOT_AVAILABLE, type Table } from '../report/report.ts';
import { formatCount } from './format-cell.ts';
import { padRight, widestOf } from './measure-text.ts';

const BLOCKS = '▁▂▃▄▅▆▇█';
const PLAIN = '_.:-=+*#';
const GAP = ' ';

/**
 * A bar for each number, from 0 to the largest of them, so that heights compare as the numbers do; null is a gap.
 * The smallest bar stands for 0 too.
 */
export function sparkline(numbers: readonly (number | null)[], unicode: boolean): string {
  const bars = unicode ? BLOCKS : PLAIN;
  const largest = numbers.reduce<number>((most, number) => Math.max(most, number ?? 0), 0);
  const eighths = (number: number) => (largest === 0 ? 0 : Math.round((number / largest) * bars.length));
  const barOf = (number: number) => bars[Math.max(0, eighths(number) - 1)];
  return numbers.map((number) => (number === null ? GAP : barOf(number))).join('');
}

/**
 * A line for each count of a table that is drawn over its rows: what it counts, its bars, its lowest and highest.
 * Made of the cells that are shown and nothing else: a code in place of a number is a gap.
 * What they range over is said where there is room for it; of bars that do not fit the width, the last are drawn.
 * @param places of the rows, in the order of time
 */
export function sparklineLines(
  table: Table,
  places: readonly number[],
  { width, unicode }: { readonly width: number; readonly unicode: boolean },
): string[] {
  const drawn = (table.sparklines ?? []).flatMap((key) => {
    const column = table.columns.find((one) => one.key === key);
    const cells = places.map((place) => table.rows[place][key]);
    if (column === undefined || cells.every((cell) => cell === NOT_AVAILABLE)) return [];
    return [{ label: column.label, numbers: cells.map((cell) => (typeof cell === 'number' ? cell : null)) }];
  });
  const shown = drawn.filter(({ numbers }) => numbers.filter((number) => number !== null).length > 1);
  const labelWidth = widestOf(shown.map(({ label }) => label));
  const room = Math.max(1, width - labelWidth - BETWEEN.length);
  return shown.map(({ label, numbers }) => {
    const bars = sparkline(numbers.slice(-room), unicode);
    const ends = endsOf(numbers);
    const isWide = bars.length + BETWEEN.length + ends.length > room;
    return [padRight(label, labelWidth), bars, ...(isWide ? [] : [ends])].join(BETWEEN);
  });
}

const BETWEEN = '   ';

/** "lowest 352, highest 371", of all cells that are shown. */
function endsOf(numbers: readonly (number | null)[]): string {
  const counts = numbers.filter((number) => number !== null);
  const [lowest, highest] = [
    counts.reduce((a, b) => Math.min(a, b)),
    counts.reduce((a, b) => Math.max(a, b)),
  ];
  return `lowest ${formatCount(lowest)}, highest ${formatCount(highest)}`;
}
