/** The quantities a reader does not know, or does, and the relations between them. */

export interface Quantity {
  /** What is counted, in words: "sex-mix sexes, team North: Female". */
  readonly name: string;
  readonly place: Place;
  /** The number the report gives, or null. */
  readonly published: number | null;
  /** The least and most it can be as far as its own cell and the rules of the house tell. */
  readonly low: number;
  readonly high: number;
  /** Published by rule whatever else is withheld: about the record, the work, the inputs; or 0 by what is asked. */
  readonly isPublic: boolean;
  /** A count that the rules protect, and that this report withholds. */
  readonly isSecret: boolean;
  /** Whether its cell can be seen, though it may hold a code; if not, its table is withheld whole, or its part. */
  readonly stands: 'printed' | 'withheld whole' | 'in a hidden part';
}

export interface Place {
  readonly metric: string;
  readonly table: string;
  readonly part: string;
  readonly row: string;
}

export interface Relation {
  readonly terms: readonly Term[];
  readonly low: number;
  readonly high: number;
  readonly why: string;
  /** Holds only by what this report chose to show; gone when the same figure is withheld. */
  readonly isTold: boolean;
}

/** A quantity by its number, and how often it is taken. */
export type Term = readonly [quantity: number, times: number];

export interface System {
  readonly quantities: Quantity[];
  readonly relations: Relation[];
  /** No count can be more: the rows read. */
  readonly most: number;
}

export const NO_LIMIT = Number.POSITIVE_INFINITY;

/** sum of the terms = total */
export function equate(system: System, terms: readonly Term[], total: number, why: string, isTold = false) {
  relate(system, { terms, low: total, high: total, why, isTold });
}

/** sum of the terms >= least */
export function atLeast(system: System, terms: readonly Term[], least: number, why: string, isTold = false) {
  relate(system, { terms, low: least, high: NO_LIMIT, why, isTold });
}

function relate({ relations }: System, relation: Relation): void {
  const times = new Map<number, number>();
  for (const [quantity, factor] of relation.terms) times.set(quantity, (times.get(quantity) ?? 0) + factor);
  const terms = [...times].filter(([, factor]) => factor !== 0);
  if (terms.length > 0) relations.push({ ...relation, terms });
}

export function plus(quantities: readonly number[]): Term[] {
  return quantities.map((quantity) => [quantity, 1]);
}

export function minus(quantities: readonly number[]): Term[] {
  return quantities.map((quantity) => [quantity, -1]);
}

/**
 * What stays when the report withholds all that it may withhold: only what is public by rule keeps its number.
 * The range of a count in it is the widest that any withholding could give it.
 */
export function leastTold({ quantities, relations, most }: System): System {
  return {
    most,
    quantities: quantities.map((one) =>
      one.isPublic ? one : { ...one, published: null, low: 0, high: most },
    ),
    relations: relations.filter(({ isTold }) => !isTold),
  };
}
