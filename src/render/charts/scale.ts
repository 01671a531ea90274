/** Where an axis that begins at 0 ends and has its ticks. */

/** Steps of an axis, times a power of ten. */
const STEPS = [1, 2, 2.5, 5];
/** Ends of a small axis that has its middle named. */
const TOPS = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10];
/** 0.6 is three times 0.2 but for the last of its digits. */
const NEARLY = 1e-9;

/**
 * Even ticks from 0, none beyond the end.
 * @param unit the least step, of which each step is a whole number
 * @param most how many steps there may be
 */
export function ticksOf(end: number, unit: number, most: number): number[] {
  const units = Math.floor(end / unit + NEARLY);
  const step = stepOf(units, most);
  return Array.from({ length: Math.floor(units / step) + 1 }, (_, index) => index * step * unit);
}

function stepOf(units: number, most: number): number {
  for (let tens = 1; ; tens *= 10) {
    const steps = STEPS.map((times) => times * tens).filter(Number.isInteger);
    const step = steps.find((one) => Math.floor(units / one) <= most);
    if (step !== undefined) return step;
  }
}

/** The next of 2, 4, 6, 8, 10, 12, 16, 20, 24, 30 and so on, little above what it holds: half of it is whole. */
export function roundTop(most: number): number {
  const tens = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  const tops = TOPS.map((times) => Math.round(times * tens * 10) / 10);
  return tops.find((top) => top >= most && top % 2 === 0) ?? 10 * tens;
}
