/** A crossed table as a network, and the withheld counts in it that a reader could still narrow too far. */
import { type Cell, isSecret } from './cell.ts';
import { type CrossedColumn, type Line, linesByCell } from './crossed-table.ts';
import { type Arc, networkOf, widthOf } from './flow.ts';

/** What a reader can narrow, as things stand: `isNarrow` of a cell looks at what is withheld when it is called. */
export interface Doubt {
  readonly cells: readonly Cell[];
  readonly isNarrow: (cell: Cell) => boolean;
}

/** Whether the largest and the smallest value that a withheld count can have are less than the threshold apart. */
export function doubtOf(columns: readonly CrossedColumn[], threshold: number): Doubt {
  const { arcs, nodes } = arcsOf(columns);
  const network = networkOf(arcs, nodes);
  const places = new Map(arcs.map(({ cell }, arc) => [cell, arc]));
  const isNarrow = (cell: Cell) => {
    const arc = places.get(cell);
    return arc !== undefined && isSecret(cell, threshold) && widthOf(network, arc, threshold) < threshold;
  };
  const cells = columns.flatMap(({ subtotals }) =>
    subtotals.flatMap(({ cell, rows }) => (cell === null ? rows : [cell, ...rows])),
  );
  return { cells, isNarrow };
}

/**
 * The cells as arcs: from the sum of their column by its subtotals to the row, and from the row to the sums of the
 * column of all. Children in several parts make more of the parts than of all; by how many, in each row, is taken to be
 * known: only their sum is, but what they leave in doubt is not worth relying on.
 */
function arcsOf(columns: readonly CrossedColumn[]) {
  const nodes = numbering();
  const lines = linesByCell(columns);
  const arcs: Arc[] = [];
  columns.forEach(({ kind, subtotals }, column) => {
    const isAll = kind === 'all';
    const add = (outer: string, inner: string, cell: Cell) => {
      const [from, to] = [nodes.of(isAll ? inner : outer), nodes.of(isAll ? outer : inner)];
      arcs.push({ from, to, cell, ...boundsOf(lines, cell) });
    };
    for (const { name, sum, cell, rows, rowNames } of subtotals) {
      const outermost = `column ${column} ${sum}`;
      // A subtotal of which no rows are known stands in a row of its own.
      const inner = rows.length === 0 ? `row of ${name}` : `column ${column} of ${name}`;
      if (cell !== null) add(outermost, inner, cell);
      rows.forEach((row, index) => {
        const line = `row ${rowNames[index]}`;
        add(cell === null ? outermost : inner, line, row);
      });
    }
  });
  return { arcs, nodes: nodes.count() };
}

/** Nobody is in a part who is not in all; of parts taken together, one child may be in two. */
function boundsOf(lines: ReadonlyMap<Cell, Line>, cell: Cell): Pick<Arc, 'most' | 'least'> {
  const line = lines.get(cell);
  if (line === undefined) return {};
  if (line.all === cell) return { least: line.parts };
  return line.all === null || !line.parts.includes(cell) ? {} : { most: line.all };
}

function numbering() {
  const numbers = new Map<string, number>();
  return {
    of(name: string): number {
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      return number;
    },
    count: () => numbers.size,
  };
}
