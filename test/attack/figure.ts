/** A figure of the metrics that have no breakdown, which may stand in several cells. */
import type { Book } from './book.ts';
import { given, quantityAt, withheld } from './counts.ts';
import { ALL, type Cell, isNumber, WITHHELD } from './published.ts';
import type { Place } from './system.ts';

/** How it is known. */
export interface FigureKind {
  /** The least it can be where it is withheld. */
  readonly low?: number;
  /** About the record or the work, and shown by rule. */
  readonly isPublic?: boolean;
  /** Follows from others, which are looked at by themselves. */
  readonly follows?: boolean;
}

/** By the first cell that gives it; withheld where there are cells and none does; unknown where there are none. */
export function figure(
  book: Book,
  place: Omit<Place, 'part'>,
  cells: readonly (Cell | undefined)[],
  { low = 0, isPublic = false, follows = false }: FigureKind = {},
): number {
  const whole: Place = { ...place, part: ALL };
  return quantityAt(book, whole, () => {
    const cell = cells.find(isNumber);
    if (cell !== undefined) return { ...given(book, whole, cell, 0), isPublic };
    const isSecret = !isPublic && !follows && cells.includes(WITHHELD);
    return { ...withheld(book, whole, low), isSecret };
  });
}
