/** Why a count is withheld: small itself; or it would reveal one that is; or its table is withheld whole. */
export type Why = 'primary' | 'secondary' | 'table';

/** A count that a report could show. */
export interface Cell {
  readonly value: number;
  /** The least a reader must allow for when it is withheld: 1 where a zero would be shown, else 0. */
  lowest: number;
  /** How many figures of the report go with it: the count, and the share and bounds that follow. */
  readonly figures: number;
  /** Set when it is withheld. */
  why: Why | null;
  /** Of those of whom the value of the breakdown is not known: about the record, and so not to be protected. */
  readonly isOfRecord?: true;
}

export function isWithheld({ why }: Cell): boolean {
  return why !== null;
}

/**
 * Whether a withheld count may be something else to a reader. Hidden zeros are not relied on: a filter, or what the
 * rows are, may say that nobody can be there.
 */
export function isInDoubt({ value, why }: Cell): boolean {
  return why !== null && value > 0;
}

/** What a reader who knows only its lowest value can be wrong about. */
export function slackOf({ value, lowest }: Cell): number {
  return value - lowest;
}

/** Withholds the counts from 1 to below the threshold, and zeros where they are hidden. */
export function withholdSmall(cells: readonly Cell[], threshold: number, hidesZeros: boolean): void {
  for (const cell of cells) {
    if (cell.value < threshold && (cell.value > 0 || hidesZeros)) cell.why ??= 'primary';
  }
}

/** Withholds counts with all of their table, zeros too. */
export function withholdTable(cells: readonly Cell[]): void {
  for (const cell of cells) {
    cell.why = 'table';
    cell.lowest = 0;
  }
}

/** Withholds counts that stay in a table with others, zeros too: which of them are 0 is then not to be seen. */
export function withholdLine(cells: readonly Cell[], threshold: number): void {
  for (const cell of cells) {
    cell.why ??= cell.value > 0 && cell.value < threshold ? 'primary' : 'secondary';
    cell.lowest = 0;
  }
}

/**
 * Whether a withheld count is one to protect. Of a table withheld whole the zeros are not; of several parts taken
 * together, which have no figures of their own, only small sums are, since larger ones leave each part in doubt.
 */
export function isSecret({ value, why, figures, isOfRecord }: Cell, threshold: number): boolean {
  if (isOfRecord) return false;
  if (why !== 'table') return why !== null;
  return value > 0 && (figures > 0 || value < threshold);
}
