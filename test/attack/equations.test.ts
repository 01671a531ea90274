/** Whether the equations are right: the true numbers satisfy them, and the ranges are those of trying all numbers. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixture } from '../support/files.ts';
import { attack } from './attack.ts';
import { UNNAMED } from './book.ts';
import { equationsOf } from './equations.ts';
import { fractionOf } from './judgements.ts';
import { piecesOf, propagate, startBounds } from './propagate.ts';
import { isNumber, type PublishedReport, type PublishedRow, WITHHELD } from './published.ts';
import { type AttackedCase, drawCase } from './random-cases.ts';
import { rangesOf } from './ranges.ts';
import { reportOf, reportOfCase } from './run-case.ts';
import { loadSolver, programOf } from './solver.ts';
import type { Quantity, Relation, System } from './system.ts';

/** The options that say what is shared, and not what is counted. */
const SHARING = ['--by-worker', '--threshold', '--zeros'];

async function bothReports(one: AttackedCase) {
  const args = one.args.filter(
    (word, at) => !SHARING.includes(word) && !SHARING.slice(1).includes(one.args[at - 1]),
  );
  const shareable = await reportOfCase(one);
  const internal = await reportOfCase(one, ['--internal', ...args]);
  return shareable === null || internal === null ? null : { shareable, internal };
}

/** The bounds of a shareable report, every count that the internal one has fixed to its true number. */
function trueBounds(shareable: PublishedReport, internal: PublishedReport) {
  const book = equationsOf(shareable);
  const truth = equationsOf(internal);
  const bounds = startBounds(book.system);
  const outside = [...book.places].flatMap(([key, at]) => {
    const number = truth.system.quantities[truth.places.get(key) ?? -1]?.published ?? null;
    const { place, name } = book.system.quantities[at];
    if (number === null || place.part === UNNAMED) return [];
    const isPossible = number >= bounds.low[at] && number <= bounds.high[at];
    bounds.low[at] = number;
    bounds.high[at] = number;
    return isPossible ? [] : [`${name} is ${number}`];
  });
  return { system: book.system, bounds, outside };
}

test('the true numbers of a caseload satisfy every equation of its shareable report', async () => {
  const highs = await loadSolver();
  let checked = 0;
  for (let seed = 101; seed <= 140; seed++) {
    const one = drawCase(seed);
    const reports = await bothReports(one);
    if (reports === null) continue;
    const { system, bounds, outside } = trueBounds(reports.shareable, reports.internal);
    expect(outside, `seed ${seed}: ${one.args.join(' ')}`).toEqual([]);
    propagate(system, bounds);
    for (const piece of piecesOf(system, bounds)) {
      const program = programOf(highs, bounds, piece, false);
      expect(() => program.solve(new Map(), 'most')).not.toThrow();
      program.dispose();
    }
    checked++;
  }
  expect(checked).toBeGreaterThan(30);
});

test('where only the small counts themselves are withheld, a report leaks', async () => {
  const internal = await reportOf([fixture('birmingham-like/caseload.csv'), '--internal']);
  if (internal === null) throw new Error('no report');
  const isSmall = (row: PublishedRow) =>
    [row.children, row.cases, row.judged].some((cell) => isNumber(cell) && cell > 0 && cell < 5);
  const withhold = (row: PublishedRow): PublishedRow =>
    Object.fromEntries(
      Object.entries(row).map(([key, cell]) => [key, isNumber(cell) && isSmall(row) ? WITHHELD : cell]),
    );
  const metrics = internal.metrics.map((metric) => ({
    ...metric,
    tables: metric.tables.map((table) => ({ ...table, rows: table.rows.map(withhold) })),
  }));
  const provenance = { ...internal.provenance, disclosure: 'shareable', threshold: 5, zeros: 'show' };
  const found = await attack({ ...internal, provenance, metrics }, { explained: 0 });
  // Among others: three categories of White are under 5 beside their group; two ages under 13 beside their band.
  expect(found.filter(({ kind }) => kind === 'narrow').map(({ place }) => place.table)).toEqual(
    expect.arrayContaining(['categories', 'years']),
  );
});

const MOST = 6;
const COUNT = 4;
const relation = fc.record({
  factors: fc.array(fc.constantFrom(-2, -1, 0, 1, 1, 2), { minLength: COUNT, maxLength: COUNT }),
  low: fc.integer({ min: 0, max: 9 }),
  width: fc.constantFrom(0, 0, 3),
});

test('ranges over whole numbers are those of trying all numbers', async () => {
  const highs = await loadSolver();
  fc.assert(
    fc.property(fc.array(relation, { minLength: 1, maxLength: 4 }), (drawn) => {
      const system = systemOf(drawn.map(({ factors, low, width }) => ({ factors, low, high: low + width })));
      const possible = solutionsOf(system);
      fc.pre(possible.length > 0);
      const bounds = startBounds(system);
      propagate(system, bounds);
      for (const piece of piecesOf(system, bounds)) {
        for (const { quantity, low, high } of rangesOf(highs, bounds, piece, piece.quantities, true)) {
          const values = possible.map((solution) => solution[quantity]);
          expect([low, high]).toEqual([Math.min(...values), Math.max(...values)]);
        }
      }
      // What single relations have fixed is fixed.
      bounds.low.forEach((low, at) => {
        expect(Math.min(...possible.map((solution) => solution[at]))).toBeGreaterThanOrEqual(low);
        expect(Math.max(...possible.map((solution) => solution[at]))).toBeLessThanOrEqual(bounds.high[at]);
      });
    }),
    { numRuns: 60 },
  );
});

function systemOf(drawn: readonly { factors: readonly number[]; low: number; high: number }[]): System {
  const place = { metric: '', table: '', part: '', row: '' };
  const quantity: Quantity = {
    name: '',
    place,
    published: null,
    low: 0,
    high: MOST,
    isPublic: false,
    isSecret: true,
    stands: 'printed',
  };
  const relations = drawn.map(
    ({ factors, low, high }): Relation => ({
      terms: factors.map((times, at) => [at, times] as const).filter(([, times]) => times !== 0),
      low,
      high,
      why: '',
      isTold: false,
    }),
  );
  return { quantities: Array.from({ length: COUNT }, () => quantity), relations, most: MOST };
}

/** All whole numbers that satisfy all relations, one after the other. */
function solutionsOf({ relations }: System): number[][] {
  const size = MOST + 1;
  const all = Array.from({ length: size ** COUNT }, (_, index) =>
    Array.from({ length: COUNT }, (_, at) => Math.floor(index / size ** at) % size),
  );
  return all.filter((values) =>
    relations.every(({ terms, low, high }) => {
      const sum = terms.reduce((total, [at, times]) => total + times * values[at], 0);
      return sum >= low && sum <= high;
    }),
  );
}

test.each([
  [0, 0, 1],
  [1, 1, 1],
  [0.6666666666666666, 2, 3],
  [0.2222222222222222, 2, 9],
  [37 / 411, 37, 411],
])('the share %d is %i of %i', (share, top, bottom) => {
  expect(fractionOf(share)).toEqual([top, bottom]);
});
