/** What a cell of a number shows, as text: for programs that show a spreadsheet without working its formats out. */
import { formatNumber, formatShare } from '../format-cell.ts';
import type { NumberFormat } from './workbook.ts';

const PLACES: Readonly<Record<Exclude<NumberFormat, 'percentage' | 'points'>, number>> = {
  whole: 0,
  'one-decimal': 1,
  'two-decimals': 2,
  probability: 3,
};

export function shownNumber(number: number, format: NumberFormat): string {
  // Most are small counts, for which there is nothing to round or to group.
  if (format === 'whole' && number >= 0 && number < 1000 && Number.isInteger(number)) return String(number);
  if (format === 'percentage') return formatShare(number);
  if (format === 'points') return signed(number);
  return format === 'probability' && number < 0.0005 ? '<0.001' : formatNumber(number, PLACES[format]);
}

function signed(points: number): string {
  const size = formatNumber(Math.abs(points), 1);
  if (points === 0) return size;
  return `${points > 0 ? '+' : '-'}${size}`;
}
