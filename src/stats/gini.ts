/**
 * Gini coefficient: how unevenly a total is spread, 0 when all have the same and near 1 when one has everything.
 *
 * Sum over all pairs of |x - y| / (2 n^2 mean), computed from the sorted values in one pass.
 * Sen, A. (1973), "On Economic Inequality", Oxford University Press, chapter 2.
 *
 * @param sorted values in ascending order, none below 0
 * @example gini([1, 1, 1, 5]) // 0.375
 * @throws RangeError when there is no value or all are 0
 */
export function gini(sorted: readonly number[]): number {
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (!(total > 0)) throw new RangeError('gini requires at least 1 value over 0');
  const weighted = sorted.reduce(
    (sum, value, index) => sum + (2 * (index + 1) - sorted.length - 1) * value,
    0,
  );
  return weighted / (sorted.length * total);
}
