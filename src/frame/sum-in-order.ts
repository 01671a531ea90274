import { type DataFrame, frameOf, numbersOf, sumBy, valuesOf } from './frame.ts';

/**
 * A count added up by key, one row per label in the order given, zeros included: how fixed lists (groups, bands) are
 * always complete. Rows whose key is not among the labels are not counted.
 */
export function sumInOrder(
  frame: DataFrame,
  key: string,
  labels: readonly string[],
  countKey: string,
): DataFrame {
  const sums = sumBy(frame, key, [countKey]);
  const keys = valuesOf(sums, key);
  const counts = numbersOf(sums, countKey);
  return frameOf({ [key]: labels, [countKey]: labels.map((label) => counts[keys.indexOf(label)] ?? 0) });
}
