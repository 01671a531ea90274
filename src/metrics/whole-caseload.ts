import type { View } from './define-metric.ts';

/**
 * Finds something of all rows of a caseload, and the same for each value of a breakdown: the months and quarters of a
 * trend are those of the whole, so that its parts can be compared. The runner begins with all rows.
 */
export function ofWholeCaseload<T>(find: (view: View) => T): (view: View) => T {
  // All views of a caseload share one `openness`.
  const found = new WeakMap<Uint8Array, { readonly value: T }>();
  return (view) => {
    const before = found.get(view.openness);
    if (before !== undefined) return before.value;
    const value = find(view);
    found.set(view.openness, { value });
    return value;
  };
}
