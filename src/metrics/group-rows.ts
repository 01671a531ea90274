/** The rows of each value that any of them has. */
export interface RowsOfValue {
  readonly value: number;
  readonly rows: Uint32Array;
}

/**
 * Groups rows by their value, in the order of the values; rows keep their order.
 * @param size one more than the largest value
 */
export function groupRows(rows: Uint32Array, values: ArrayLike<number>, size: number): RowsOfValue[] {
  const ends = new Uint32Array(size + 1);
  for (let index = 0; index < rows.length; index++) ends[values[rows[index]] + 1]++;
  const present: number[] = [];
  for (let value = 0; value < size; value++) {
    if (ends[value + 1] > 0) present.push(value);
    ends[value + 1] += ends[value];
  }
  const grouped = new Uint32Array(rows.length);
  const next = ends.slice(0, size);
  for (let index = 0; index < rows.length; index++) grouped[next[values[rows[index]]]++] = rows[index];
  return present.map((value) => ({ value, rows: grouped.subarray(ends[value], ends[value + 1]) }));
}

/**
 * A function that counts how many of some rows have each value, and forgets what it counted before.
 * One array serves all calls, so that thousands of small groups cost no more than their rows.
 * @returns calls `visit` with each value that any of the rows has and how many have it, in the order of the rows
 */
export function counter(values: ArrayLike<number>, size: number) {
  const counts = new Uint32Array(size);
  return (rows: Uint32Array, visit: (value: number, count: number) => void): void => {
    for (let index = 0; index < rows.length; index++) counts[values[rows[index]]]++;
    for (let index = 0; index < rows.length; index++) {
      const value = values[rows[index]];
      if (counts[value] === 0) continue;
      visit(value, counts[value]);
      counts[value] = 0;
    }
  };
}
