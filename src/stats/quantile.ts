/**
 * Quantile by linear interpolation between the sorted values (type 7 of Hyndman and Fan, the default of R).
 *
 * Hyndman, R. J. and Fan, Y. (1996), "Sample quantiles in statistical packages", The American Statistician 50, 361-365.
 *
 * @param sorted values in ascending order
 * @param fraction from 0 (smallest) to 1 (largest); 0.5 is the median
 * @example quantile([1, 2, 3, 4], 0.25) // 1.75
 * @throws RangeError when there is no value
 */
export function quantile(sorted: readonly number[], fraction: number): number {
  if (sorted.length === 0) throw new RangeError('quantile requires at least 1 value');
  const position = (sorted.length - 1) * fraction;
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}
