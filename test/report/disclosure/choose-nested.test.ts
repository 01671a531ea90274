/** Against all ways to choose: none that is enough withholds fewer figures, or as many of a smaller sum. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/report/disclosure/cell.ts';
import { chooseNested, type Subtotal } from '../../../src/report/disclosure/choose-nested.ts';
import { type Sum, type Unknown, widthOf } from './exhaustive.ts';

/** A count as a table has it: shown zeros say so, and a listed count is at least 1. */
const counted = (value: number, why: Cell['why'] = null, figures = 1): Cell => ({
  value,
  lowest: Math.min(value, 1),
  figures,
  why,
});
const oneWay = (...rows: Cell[]): Subtotal[] => [{ cell: null, rows }];
const whyOf = (subtotals: readonly Subtotal[]) =>
  subtotals.map(({ cell, rows }) => [cell?.why ?? null, ...rows.map(({ why }) => why)]);

const cellsOf = (subtotals: readonly Subtotal[]): Cell[] =>
  subtotals.flatMap(({ cell, rows }) => (cell === null ? rows : [cell, ...rows]));
const sumOf = (cells: readonly Cell[]) => cells.reduce((sum, { value }) => sum + value, 0);

/** What a reader knows of the withheld cells: the total of the subtotals, and each subtotal of its rows. */
function sumsOf(subtotals: readonly Subtotal[], withheld: ReadonlyMap<Cell, Unknown>): Sum[] {
  const split = (cells: readonly Cell[]) => ({
    unknown: cells.flatMap((cell) => withheld.get(cell) ?? []),
    known: sumOf(cells.filter((cell) => !withheld.has(cell))),
  });
  const sums: Sum[] = [];
  const tops = subtotals.flatMap(({ cell }) => (cell === null ? [] : [cell]));
  const top = split(tops);
  sums.push({ plus: top.unknown, total: sumOf(tops) - top.known });
  for (const { cell, rows } of subtotals) {
    if (rows.length === 0) continue;
    const { unknown, known } = split(rows);
    const own = cell === null ? undefined : withheld.get(cell);
    const total = own === undefined ? (cell?.value ?? sumOf(rows)) : 0;
    sums.push({ plus: unknown, minus: own === undefined ? [] : [own], total: total - known });
  }
  return sums;
}

/** Whether every withheld count of somebody can be wrong by the threshold. */
function isEnough(subtotals: readonly Subtotal[], withheld: readonly Cell[], threshold: number): boolean {
  const unknowns = new Map(withheld.map((cell) => [cell, { least: cell.lowest }] as const));
  const sums = sumsOf(subtotals, unknowns);
  return [...unknowns].every(([{ value }, unknown]) => value === 0 || widthOf(unknown, sums) >= threshold);
}

interface Cost {
  readonly figures: number;
  readonly sum: number;
}
const costOf = (cells: readonly Cell[]): Cost => ({
  figures: cells.reduce((figures, cell) => figures + cell.figures, 0),
  sum: sumOf(cells),
});
const compare = (one: Cost, other: Cost) => one.figures - other.figures || one.sum - other.sum;

function subsetsOf<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: 2 ** items.length }, (_, subset) =>
    items.filter((_, at) => Math.floor(subset / 2 ** at) % 2 === 1),
  );
}

/** The cost of the cheapest choice that is enough, by trying all of them from the cheapest on. */
function cheapest(subtotals: readonly Subtotal[], threshold: number): Cost | null {
  const cells = cellsOf(subtotals);
  const forced = cells.filter(({ why }) => why !== null);
  const free = cells.filter(({ why, value }) => why === null && value > 0);
  const choices = subsetsOf(free).map((further) => ({ further, cost: costOf(further) }));
  const found = choices
    .sort((one, other) => compare(one.cost, other.cost))
    .find(({ further }) => isEnough(subtotals, [...forced, ...further], threshold));
  return found?.cost ?? null;
}

/** What chooseNested makes of a table: its cost, null when it gives up. */
function chosen(subtotals: readonly Subtotal[], threshold: number): Cost | null {
  const cells = cellsOf(subtotals);
  const before = cells.filter(({ why }) => why !== null);
  if (!chooseNested(subtotals, threshold)) return null;
  const withheld = cells.filter(({ why }) => why !== null);
  if (!isEnough(subtotals, withheld, threshold)) throw new Error('what was chosen is not enough');
  return costOf(withheld.filter((cell) => !before.includes(cell)));
}

type Drawn = { value: number; figures: number; isForced: boolean };
const DRAWN: fc.Arbitrary<Drawn> = fc.record({
  value: fc.nat(7),
  figures: fc.integer({ min: 1, max: 3 }),
  isForced: fc.boolean(),
});

/** What is withheld before anything is chosen: some counts by chance, or those below the threshold; or zeros too. */
interface Rules {
  readonly threshold: number;
  readonly isByRule: boolean;
  readonly hidesZeros: boolean;
}
const rulesOf = (hidesZeros: boolean): fc.Arbitrary<Rules> =>
  fc.record({
    threshold: fc.integer({ min: 2, max: 6 }),
    isByRule: fc.boolean(),
    hidesZeros: fc.constant(hidesZeros),
  });

function cellOf({ value, figures, isForced }: Drawn, { threshold, isByRule, hidesZeros }: Rules): Cell {
  const isMeant = isByRule ? value < threshold : isForced;
  return counted(value, isMeant && (value > 0 || hidesZeros) ? 'primary' : null, figures);
}

const FLAT = fc.array(DRAWN, { minLength: 1, maxLength: 7 });
const flat = (drawn: readonly Drawn[], rules: Rules) => oneWay(...drawn.map((one) => cellOf(one, rules)));

const NESTED = fc.array(fc.record({ own: DRAWN, rows: fc.array(DRAWN, { maxLength: 3 }) }), {
  minLength: 1,
  maxLength: 3,
});
/** Subtotals of the rows drawn, or without rows of a count of their own. */
const nested = (drawn: readonly { own: Drawn; rows: readonly Drawn[] }[], rules: Rules) =>
  drawn.map(({ own, rows: drawnRows }): Subtotal => {
    const rows = drawnRows.map((one) => cellOf(one, rules));
    const value = rows.length === 0 ? own.value : sumOf(rows);
    return { cell: cellOf({ ...own, value }, rules), rows };
  });

describe('a table of rows under one total', () => {
  test('two counts adding to 7 are 1 to 6 each, and pass; adding to 6 they do not, and a third goes with them', () => {
    const seven = oneWay(counted(3, 'primary'), counted(4, 'primary'), counted(9));
    expect(chooseNested(seven, 5)).toBe(true);
    expect(whyOf(seven)).toEqual([[null, 'primary', 'primary', null]]);
    const six = oneWay(counted(2, 'primary'), counted(4, 'primary'), counted(9));
    expect(chooseNested(six, 5)).toBe(true);
    expect(whyOf(six)).toEqual([[null, 'primary', 'primary', 'secondary']]);
  });

  test('a count alone goes with the smallest that is enough, however large it is itself', () => {
    const rows = oneWay(counted(2, 'primary'), counted(40), counted(6), counted(5), counted(0));
    // 2 and 5 add to 7: enough.
    expect(chooseNested(rows, 5)).toBe(true);
    expect(whyOf(rows)).toEqual([[null, 'primary', null, null, 'secondary', null]]);
  });

  test('fewer figures go before a smaller sum, and of as many the smaller sum', () => {
    // Beside 1 either is enough: 9 alone, or 4 and 3, since (4 - 1) + (3 - 1) = 5.
    const figures = oneWay(counted(1, 'primary'), counted(9), counted(4), counted(3));
    expect(chooseNested(figures, 5)).toBe(true);
    expect(whyOf(figures)).toEqual([[null, 'primary', 'secondary', null, null]]);
    const sums = oneWay(counted(1, 'primary'), counted(9, null, 2), counted(4), counted(3));
    expect(chooseNested(sums, 5)).toBe(true);
    expect(whyOf(sums)).toEqual([[null, 'primary', null, 'secondary', 'secondary']]);
  });

  test('nothing withheld needs nothing; a count that no other can hide gives up', () => {
    const open = oneWay(counted(5), counted(0), counted(12));
    expect(chooseNested(open, 5)).toBe(true);
    expect(whyOf(open)).toEqual([[null, null, null, null]]);
    expect(chooseNested(oneWay(counted(3, 'primary'), counted(0)), 5)).toBe(false);
    expect(chooseNested(oneWay(counted(3, 'primary'), counted(3)), 5)).toBe(false);
  });

  test('no cheaper choice is enough, with up to seven rows', () => {
    fc.assert(
      fc.property(FLAT, rulesOf(false), (drawn, rules) => {
        const table = () => flat(drawn, rules);
        expect(chosen(table(), rules.threshold)).toEqual(cheapest(table(), rules.threshold));
      }),
      { numRuns: 600 },
    );
  });

  test('what is chosen beside hidden zeros is enough for all others', () => {
    // `chosen` throws when it is not.
    fc.assert(
      fc.property(
        FLAT,
        rulesOf(true),
        (drawn, rules) => chosen(flat(drawn, rules), rules.threshold) !== undefined,
      ),
      { numRuns: 300 },
    );
  });
});

describe('rows under subtotals', () => {
  test('a row alone in its subtotal takes the subtotal and another with its row along', () => {
    // Black is Caribbean alone, and White is Irish 8 and British 30: the 8 would not hide in White, which is shown.
    const black = { cell: counted(3, 'primary'), rows: [counted(3, 'primary')] };
    const white = { cell: counted(38), rows: [counted(8), counted(30)] };
    const asian = { cell: counted(12), rows: [counted(12)] };
    expect(chooseNested([black, white, asian], 5)).toBe(true);
    expect(whyOf([black, white, asian])).toEqual([
      ['primary', 'primary'],
      [null, null, null],
      ['secondary', 'secondary'],
    ]);
  });

  test('a small row hides beside its like, and the subtotal stays', () => {
    const white = { cell: counted(41), rows: [counted(3, 'primary'), counted(30), counted(8)] };
    expect(chooseNested([white], 5)).toBe(true);
    expect(whyOf([white])).toEqual([[null, 'primary', null, 'secondary']]);
  });

  test('no cheaper choice is enough, with up to three subtotals of up to three rows', () => {
    fc.assert(
      fc.property(NESTED, rulesOf(false), (drawn, rules) => {
        const table = () => nested(drawn, rules);
        expect(chosen(table(), rules.threshold)).toEqual(cheapest(table(), rules.threshold));
      }),
      { numRuns: 300 },
    );
  });

  test('what is chosen beside hidden zeros is enough for all others', () => {
    fc.assert(
      fc.property(
        NESTED,
        rulesOf(true),
        (drawn, rules) => chosen(nested(drawn, rules), rules.threshold) !== undefined,
      ),
      { numRuns: 200 },
    );
  });
});
