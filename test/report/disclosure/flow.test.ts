import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/report/disclosure/cell.ts';
import { networkOf, widthOf } from '../../../src/report/disclosure/flow.ts';
import { counted, hiddenCount } from './crossed.ts';

/** Counts between two sums, in the order of the arcs. */
function widths(arcs: readonly (readonly [from: number, to: number, cell: Cell])[], nodes: number): number[] {
  const network = networkOf(
    arcs.map(([from, to, cell]) => ({ from, to, cell })),
    nodes,
  );
  return arcs.map((_, arc) => widthOf(network, arc, 100));
}

const withheld = (value: number) => counted(value, 'primary');

describe('what can flow around', () => {
  test('two counts between the same sums are as wide as what is left of both above 1', () => {
    // 3 and 4 add to 7: each 1 to 6. A third of 9 that is shown gives nothing.
    const [one, other] = widths(
      [
        [0, 1, withheld(3)],
        [0, 1, withheld(4)],
        [0, 1, counted(9)],
      ],
      2,
    );
    expect([one, other]).toEqual([5, 5]);
  });

  test('a count that alone leads from one sum to the next has no doubt', () => {
    expect(
      widths(
        [
          [0, 1, withheld(3)],
          [1, 2, withheld(3)],
          [1, 2, withheld(8)],
        ],
        3,
      ),
    ).toEqual([0, 9, 9]);
  });

  test('around a square each grows where its neighbours shrink, by the least of what they can spare', () => {
    // Rows 2 + 6 and 5 + 9 in columns 2 + 5 and 6 + 9: the diagonals move together, by -1 (to 1) and by +4 (5 to 1).
    const square: [number, number, Cell][] = [
      [0, 2, withheld(2)],
      [0, 3, withheld(6)],
      [1, 2, withheld(5)],
      [1, 3, withheld(9)],
    ];
    expect(widths(square, 4)).toEqual([5, 5, 5, 5]);
  });

  test('counts withheld with their table can be 0', () => {
    // 3 and 2 are 0 to 5.
    expect(
      widths(
        [
          [0, 1, hiddenCount(3)],
          [0, 1, hiddenCount(2)],
        ],
        2,
      ),
    ).toEqual([5, 5]);
  });

  test('is counted no further than is enough, and the next question finds nothing of the last', () => {
    const network = networkOf(
      [withheld(30), withheld(40), withheld(50)].map((cell) => ({ from: 0, to: 1, cell })),
      2,
    );
    expect(widthOf(network, 0, 5)).toBe(5);
    expect(widthOf(network, 0, 1000)).toBe(30 + 40 + 50 - 3);
    expect(widthOf(network, 1, 1000)).toBe(117);
  });

  test('what is withheld between two questions counts in the second', () => {
    const other = counted(9);
    const network = networkOf(
      [withheld(3), other].map((cell) => ({ from: 0, to: 1, cell })),
      2,
    );
    expect(widthOf(network, 0, 100)).toBe(0);
    other.why = 'secondary';
    // 3 and 9 add to 12: 1 to 11.
    expect(widthOf(network, 0, 100)).toBe(10);
  });
});
