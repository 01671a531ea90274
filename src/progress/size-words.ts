import { formatNumber } from '../render/format-cell.ts';

const KILO = 1000;
const UNITS = ['kB', 'MB', 'GB'];
/** Below it a number of MB or GB has one decimal: 1.2 MB, 12 MB. From here on it would round to 10.0. */
const FEW = 9.95;

/** A size as people read it: 1 byte, 812 bytes, 212 kB, 1.2 MB. */
export function sizeWords(bytes: number): string {
  if (bytes < KILO) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  let [size, unit] = [bytes / KILO, 0];
  // What would round to 1,000 is one of the next unit.
  while (Math.round(size) >= KILO && unit < UNITS.length - 1) [size, unit] = [size / KILO, unit + 1];
  const places = unit > 0 && size < FEW ? 1 : 0;
  return `${formatNumber(size, places)} ${UNITS[unit]}`;
}
