/**
 * Holm's step-down adjustment of p-values for testing many things at once, in the order given.
 *
 * With the m values sorted, p(1) the smallest: adjusted p(i) = the largest of (m - j + 1) p(j) over j up to i, at most 1.
 * Calling every difference clear whose adjusted value is under 0.05 keeps the chance of even one false call under
 * 5 %, however the tests depend on each other. m is the number of values given: hand in all that was tested.
 * One value stays as it is; none give none.
 *
 * Holm, S. (1979), "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6, 65-70.
 *
 * @example holm([0.5, 0.003, 0.32, 0.054, 0.0003]) // [0.64, 0.012, 0.64, 0.162, 0.0015]
 * @throws RangeError when a value is no probability
 */
export function holm(values: readonly number[]): number[] {
  if (!values.every((value) => value >= 0 && value <= 1)) {
    throw new RangeError('holm requires values from 0 to 1');
  }
  const order = values.map((_, index) => index).sort((one, other) => values[one] - values[other]);
  const adjusted = new Array<number>(values.length).fill(0);
  let largest = 0;
  order.forEach((index, rank) => {
    largest = Math.max(largest, Math.min(1, (values.length - rank) * values[index]));
    adjusted[index] = largest;
  });
  return adjusted;
}
