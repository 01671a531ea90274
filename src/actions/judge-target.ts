/** Whether a figure has reached its target. */
import type { HeadlineFigure } from '../metrics/define-metric.ts';
import { type Cell, NOT_APPLICABLE, NOT_AVAILABLE, ROUNDS_TO_ZERO, WITHHELD } from '../report/report.ts';
import type { Direction, Target } from './actions.ts';

type Better = HeadlineFigure['better'] | null;

const WORDS = { least: 'at least', most: 'at most' } as const;

/** What the target says goes before what is well of the figure; null when neither is known. */
function directionOf({ direction }: Target, better: Better): Direction | null {
  if (direction !== null || better === null) return direction;
  return { side: better === 'higher' ? 'least' : 'most', isStrict: false };
}

/** As it was written, with the direction that it is judged by where it was left open. */
export function targetWords(written: string, target: Target | null, better: Better): string {
  if (target === null || target.direction !== null) return written;
  const direction = directionOf(target, better);
  return direction === null ? written : `${WORDS[direction.side]} ${written}`;
}

/**
 * Of a figure that is no number the code in its place; `[z]` where there is nothing to judge, or no way to.
 * @param isRounded whether the figure is of rounded counts, which may lie on the other side of the target: `[x]`
 */
export function readingOf(
  value: Cell,
  target: Target | null,
  { better, isRounded }: { readonly better: Better; readonly isRounded: boolean },
): Cell {
  if (target === null) return NOT_APPLICABLE;
  if (value !== WITHHELD && (isRounded || value === ROUNDS_TO_ZERO)) return NOT_AVAILABLE;
  if (typeof value !== 'number') return value;
  const direction = directionOf(target, better);
  if (direction === null) return NOT_APPLICABLE;
  return isReached(value, target.value, direction) ? 'reached' : 'not reached';
}

function isReached(value: number, target: number, { side, isStrict }: Direction): boolean {
  if (value === target) return !isStrict;
  return side === 'least' ? value > target : value < target;
}
