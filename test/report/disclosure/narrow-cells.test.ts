/** Against all whole numbers that fit what is shown: how wide the network says a withheld count is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/report/disclosure/cell.ts';
import type { CrossedColumn } from '../../../src/report/disclosure/crossed-table.ts';
import { doubtOf } from '../../../src/report/disclosure/narrow-cells.ts';
import {
  allOf,
  type Crossed,
  cellsOf,
  columnOf,
  counted,
  crossedCounts,
  hiddenCount,
  knownOf,
  nestedColumnOf,
  unseen,
} from './crossed.ts';
import { widthOf } from './exhaustive.ts';

const THRESHOLDS = [2, 3, 5, 8];

/** The cells that are too narrow for a threshold, by their position. */
function narrow(columns: readonly CrossedColumn[], threshold: number): number[] {
  const { cells, isNarrow } = doubtOf(columns, threshold);
  return cells.flatMap((cell, at) => (isNarrow(cell) ? [at] : []));
}

function narrowByTrying(columns: readonly CrossedColumn[], threshold: number): number[] {
  const { unknowns, sums } = knownOf(columns);
  // Of what is withheld whole, only what is small itself is to protect.
  const isSecret = ({ why, value }: Cell) =>
    why === 'table' ? value > 0 && value < threshold : why !== null;
  return cellsOf(columns).flatMap((cell, at) => {
    const unknown = unknowns.get(cell);
    return unknown !== undefined && isSecret(cell) && widthOf(unknown, sums) < threshold ? [at] : [];
  });
}

function expectTheSame(columns: readonly CrossedColumn[]): void {
  for (const threshold of THRESHOLDS) {
    expect(narrow(columns, threshold), `threshold ${threshold}`).toEqual(narrowByTrying(columns, threshold));
  }
}

/** That none is missed; more may be found, since zeros of what is not shown need not be relied on. */
function expectNoneMissed(columns: readonly CrossedColumn[]): void {
  for (const threshold of THRESHOLDS) {
    const found = narrow(columns, threshold);
    expect(narrowByTrying(columns, threshold).filter((at) => !found.includes(at))).toEqual([]);
  }
}

const MARKS = fc.array(fc.constantFrom(null, 'primary', 'secondary'), { minLength: 40, maxLength: 40 });

/** Withholds cells as marked; zeros that are shown stay. */
function marked(columns: CrossedColumn[], marks: readonly Cell['why'][]): CrossedColumn[] {
  cellsOf(columns).forEach((cell, at) => {
    if (cell.value > 0) cell.why ??= marks[at];
  });
  return columns;
}

/** Columns of rows under one total: all, the parts, and perhaps the last part not shown. */
function flat(crossed: Crossed, hasRest: boolean): CrossedColumn[] {
  const { counts } = crossed;
  const parts = counts[0].map((_, part) => {
    const isRest = hasRest && part === counts[0].length - 1;
    const cellOf = (value: number) => (isRest ? hiddenCount(value) : value === 0 ? unseen() : counted(value));
    return columnOf(
      isRest ? 'rest' : 'part',
      counts.map((row) => cellOf(row[part])),
    );
  });
  return [
    columnOf(
      'all',
      counts.map((_, row) => counted(allOf(crossed, row))),
    ),
    ...parts,
  ];
}

/** The same with every two rows under a subtotal. */
function nested(crossed: Crossed, hasRest: boolean): CrossedColumn[] {
  return flat(crossed, hasRest).map(({ kind, subtotals: [{ rows }] }) => {
    const pairs = rows.flatMap((_, at) => (at % 2 === 0 ? [rows.slice(at, at + 2)] : []));
    return nestedColumnOf(
      kind,
      pairs.map((pair) => {
        const value = pair.reduce((sum, cell) => sum + cell.value, 0);
        return [kind === 'rest' ? hiddenCount(value) : counted(value), ...pair];
      }),
    );
  });
}

const COLUMNS = fc.tuple(
  fc.integer({ min: 2, max: 3 }),
  fc.integer({ min: 1, max: 3 }),
  fc.boolean(),
  fc.boolean(),
);

describe('how far apart the largest and the smallest possible count are', () => {
  test('one row of all and two parts: 7 of 3 and 4 is wide enough, 6 of 2 and 4 is not', () => {
    const table = (one: number, other: number) => [
      columnOf('all', [counted(one + other), counted(40)]),
      columnOf('part', [counted(one, 'primary'), counted(20, 'secondary')]),
      columnOf('part', [counted(other, 'primary'), counted(20, 'secondary')]),
    ];
    expect(narrow(table(3, 4), 5)).toEqual([]);
    // Cells 0 and 1 are of all; 2 and 4 the first row of the parts, each 1 to 5.
    expect(narrow(table(2, 4), 5)).toEqual([2, 3, 4, 5]);
  });

  test('is exact in rows by parts, each child in one', () => {
    const drawn = fc
      .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 1, max: 3 }))
      .chain(([rows, parts]) => crossedCounts(rows, parts, 5, false));
    fc.assert(
      fc.property(drawn, MARKS, (crossed, marks) => expectTheSame(marked(flat(crossed, false), marks))),
      { numRuns: 300 },
    );
  });

  test('is exact in rows under subtotals by parts', () => {
    const drawn = fc.integer({ min: 1, max: 2 }).chain((parts) => crossedCounts(4, parts, 4, false));
    fc.assert(
      fc.property(drawn, MARKS, (crossed, marks) => expectTheSame(marked(nested(crossed, false), marks))),
      { numRuns: 150 },
    );
  });

  test('is never too wide, with parts that are not shown and children in several', () => {
    const drawn = COLUMNS.chain(([rows, parts, hasRest, isOver]) =>
      fc.tuple(crossedCounts(rows, parts, 4, isOver), fc.constant(hasRest)),
    );
    fc.assert(
      fc.property(drawn, MARKS, ([crossed, hasRest], marks) =>
        expectNoneMissed(marked(flat(crossed, hasRest), marks)),
      ),
      { numRuns: 300 },
    );
  });

  test('is never too wide under subtotals either', () => {
    const drawn = fc
      .tuple(fc.integer({ min: 1, max: 2 }), fc.boolean(), fc.boolean())
      .chain(([parts, hasRest, isOver]) =>
        fc.tuple(crossedCounts(4, parts, 4, isOver), fc.constant(hasRest)),
      );
    fc.assert(
      fc.property(drawn, MARKS, ([crossed, hasRest], marks) =>
        expectNoneMissed(marked(nested(crossed, hasRest), marks)),
      ),
      { numRuns: 150 },
    );
  });
});
