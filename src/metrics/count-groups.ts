/** Cases judged and sufficient in each group of children, and among everyone else whose group is known. */
import type { Dimension } from './child-dimensions.ts';
import type { GroupCounts } from './compare-with-others.ts';
import type { View } from './define-metric.ts';
import { AUDIT_QUESTIONS, type AuditQuestion, countAnswers, judgedRows } from './quality-answers.ts';

export interface Group extends GroupCounts, Pick<AuditQuestion, 'standard' | 'question'> {
  readonly dimension: string;
  readonly value: string;
}

/** Every value of every dimension with every question, those of no case included. */
export function countGroups(view: View, cases: Uint32Array, dimensions: readonly Dimension[]): Group[] {
  const rows = judgedRows(view, cases);
  const { cells, size, placeOf } = cellsOf(view, rows, dimensions);
  const counts = countAnswers(view, AUDIT_QUESTIONS, rows, cells, size);
  return dimensions.flatMap(({ name, labels }, dimension) => {
    const sums = counts.map(({ judged, sufficient }) => ({
      judged: sumsOf(judged, placeOf[dimension], labels.length),
      sufficient: sumsOf(sufficient, placeOf[dimension], labels.length),
    }));
    return labels.flatMap((value, place) =>
      AUDIT_QUESTIONS.map(({ standard, question }, index): Group => {
        const { judged, sufficient } = sums[index];
        return {
          dimension: name,
          value,
          standard,
          question,
          judged: judged.of[place],
          sufficient: sufficient.of[place],
          othersJudged: judged.known - judged.of[place],
          othersSufficient: sufficient.known - sufficient.of[place],
        };
      }),
    );
  });
}

interface Cells {
  /** Of each row, in their order, the cell it is in: all rows that stand at the same place in every dimension. */
  readonly cells: Uint32Array;
  readonly size: number;
  /** By dimension, of each cell its place there. */
  readonly placeOf: readonly (readonly number[])[];
}

/** Few of all possible cells hold a row, and one pass over the rows by cell counts for all dimensions. */
function cellsOf({ children }: View, rows: Uint32Array, dimensions: readonly Dimension[]): Cells {
  const cells = new Uint32Array(rows.length);
  let possible = 1;
  for (const { values, places, labels } of dimensions) {
    const base = labels.length + 1;
    for (let index = 0; index < rows.length; index++)
      cells[index] = cells[index] * base + places[values[children[rows[index]]]];
    possible *= base;
  }
  const first = firstOfEach(cells, possible);
  const placeOf = dimensions.map(({ places, values }) =>
    first.map((index) => places[values[children[rows[index]]]]),
  );
  return { cells, size: first.length, placeOf };
}

/** Numbers cells anew, without those that hold nothing; where in the list each is first met. */
function firstOfEach(cells: Uint32Array, possible: number): number[] {
  const numbers = new Uint32Array(possible);
  const first: number[] = [];
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index];
    if (numbers[cell] === 0) numbers[cell] = first.push(index);
    cells[index] = numbers[cell] - 1;
  }
  return first;
}

/** The counts of cells added up by their place in a dimension, and of all whose place there is known. */
function sumsOf(counts: Uint32Array, placeOf: readonly number[], labels: number) {
  const sums = new Array<number>(labels + 1).fill(0);
  for (let cell = 0; cell < counts.length; cell++) sums[placeOf[cell]] += counts[cell];
  const known = sums.slice(0, labels);
  return { of: known, known: known.reduce((sum, count) => sum + count, 0) };
}
