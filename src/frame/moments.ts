/** The five statistics danfo takes from a mathematics package: numbers in, a number out. */

function atLeastOne(values: readonly number[], name: string): void {
  if (values.length === 0) throw new Error(`${name} requires at least 1 number`);
}

export function mean(values: readonly number[]): number {
  atLeastOne(values, 'mean');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The middle value, or the mean of the middle two. */
export function median(values: readonly number[]): number {
  atLeastOne(values, 'median');
  const sorted = Float64Array.from(values).sort();
  return mean(Array.from(sorted.subarray((sorted.length - 1) >> 1, (sorted.length >> 1) + 1)));
}

/** All the most frequent values, in order of first appearance. */
export function mode(values: readonly number[]): number[] {
  atLeastOne(values, 'mode');
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let most = 0;
  for (const count of counts.values()) most = Math.max(most, count);
  return [...counts].filter(([, count]) => count === most).map(([value]) => value);
}

/** Of a sample (divided by n - 1), 0 for a single value. Two passes, as one loses digits. */
export function variance(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return values.length === 1 ? 0 : squares / (values.length - 1);
}

export function std(values: readonly number[]): number {
  return Math.sqrt(variance(values));
}
