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
}

export function isWithheld({ why }: Cell): boolean {
  return why !== null;
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

/** Whether a withheld count is one to protect: of a table withheld whole, only the small ones that are not 0. */
export function isSecret({ value, why }: Cell, threshold: number): boolean {
  return why === 'table' ? value > 0 && value < threshold : why !== null;
}
