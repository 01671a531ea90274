/** Which equations pin a count. */
import type { Highs } from 'highs';
import { type Piece, startBounds } from './propagate.ts';
import { rangesOf } from './ranges.ts';
import { programOf } from './solver.ts';
import type { Relation, System } from './system.ts';

const WEIGHTLESS = 1e-7;

/**
 * Relations that hold the least and the most that a count can be, none of which can be spared: looked for among those
 * near to the count first.
 */
export function pinning(highs: Highs, system: System, quantity: number): string[] {
  const range = rangeBy(highs, system, system.relations, quantity);
  const near = neighbourhoods(system, quantity).find(
    (some) => rangeBy(highs, system, some, quantity) === range,
  );
  let needed = weighed(highs, system, near ?? system.relations, quantity);
  for (const relation of [...needed]) {
    const others = needed.filter((one) => one !== relation);
    if (rangeBy(highs, system, others, quantity) === range) needed = others;
  }
  return needed.map((relation) => described(system, relation));
}

/** The relations of a count, those of the unknown counts in them, and so on. */
function neighbourhoods({ quantities, relations }: System, quantity: number): Relation[][] {
  const reached = new Set([quantity]);
  const found: Relation[][] = [];
  for (let before = -1; before < (found.at(-1)?.length ?? 0); ) {
    before = found.at(-1)?.length ?? 0;
    const some = relations.filter(({ terms }) => terms.some(([at]) => reached.has(at)));
    for (const { terms } of some)
      for (const [at] of terms) if (quantities[at].published === null) reached.add(at);
    found.push(some);
  }
  return found;
}

/** Of some relations those that carry weight in the least and in the most of a count. */
function weighed(highs: Highs, system: System, relations: readonly Relation[], quantity: number): Relation[] {
  const program = programOf(highs, startBounds(system), pieceOf(relations, quantity), false);
  try {
    const only = new Map([[quantity, 1]]);
    const weights = (['least', 'most'] as const).flatMap((goal) => program.solve(only, goal)?.weights ?? []);
    return relations.filter((_, index) => weights.some((row) => Math.abs(row[index]) > WEIGHTLESS));
  } finally {
    program.dispose();
  }
}

function pieceOf(relations: readonly Relation[], quantity: number): Piece {
  const quantities = relations.flatMap(({ terms }) => terms.map(([at]) => at));
  return { relations, quantities: [...new Set([quantity, ...quantities])] };
}

/** The range of a count by some relations alone, as text. */
function rangeBy(highs: Highs, system: System, relations: readonly Relation[], quantity: number): string {
  const piece = pieceOf(relations, quantity);
  const [range] = rangesOf(highs, startBounds(system), piece, [quantity], false);
  return `${range?.low} to ${range?.high}`;
}

/** A relation with the numbers of the report in it, the unknown in brackets. */
function described({ quantities }: System, { terms, low, high, why }: Relation): string {
  const words = terms.map(([at, times]) => {
    const { name, published } = quantities[at];
    const factor = Math.abs(times) === 1 ? '' : `${Math.abs(times)} x `;
    return `${times < 0 ? '-' : '+'} ${factor}${published ?? `[${name}]`}`;
  });
  const sum = words.join(' ').replace(/^\+ /, '');
  const limit = low === high ? `= ${low}` : high === Number.POSITIVE_INFINITY ? `>= ${low}` : `<= ${high}`;
  return `${why}: ${sum} ${limit}`;
}
