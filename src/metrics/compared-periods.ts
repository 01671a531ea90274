/** Two periods side by side: which they are, and when a change between them is called one. */
export const HIGHER = 'higher';
export const LOWER = 'lower';
const NO_CLEAR_CHANGE = 'no clear change';
/** A p below it is called a change. */
export const CLEAR = 0.05;

/** Two places in a list of months or quarters, and in words what the earlier is to the later. */
export interface Comparison {
  readonly compared: string;
  readonly before: number;
  readonly after: number;
}

/** A change that chance alone makes in fewer than one of twenty is called by its direction. */
export function verdictOf(change: number, p: number): string {
  if (p >= CLEAR) return NO_CLEAR_CHANGE;
  return change > 0 ? HIGHER : LOWER;
}
