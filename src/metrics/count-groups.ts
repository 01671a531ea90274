/** Cases judged and sufficient in each group of children, and among everyone else whose group is known. */
import type { Dimension } from './child-dimensions.ts';
import type { GroupCounts } from './compare-with-others.ts';
import type { View } from './define-metric.ts';
import { AUDIT_QUESTIONS, type AuditQuestion, countAnswers } from './quality-answers.ts';

export interface Group extends GroupCounts, Pick<AuditQuestion, 'standard' | 'question'> {
  readonly dimension: string;
  readonly value: string;
}

/** Every value of every dimension with every question, those of no case included. */
export function countGroups(view: View, rows: Uint32Array, dimensions: readonly Dimension[]): Group[] {
  const { cells, places } = cellsOf(view, rows, dimensions);
  const counts = countAnswers(view, AUDIT_QUESTIONS, rows, cells, places.length);
  return dimensions.flatMap(({ name, labels }, dimension) => {
    const sums = counts.map(({ judged, sufficient }) => ({
      judged: sumsOf(judged, places, dimension, labels.length),
      sufficient: sumsOf(sufficient, places, dimension, labels.length),
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
  /** Of each cell its place in each dimension. */
  readonly places: readonly (readonly number[])[];
}

/** Few of all possible cells hold a row, and one pass over the rows by cell counts for all dimensions. */
function cellsOf({ children }: View, rows: Uint32Array, dimensions: readonly Dimension[]): Cells {
  const numbers = new Uint32Array(rows.length);
  let size = 1;
  for (const { values, places, labels } of dimensions) {
    const base = labels.length + 1;
    for (let index = 0; index < rows.length; index++)
      numbers[index] = numbers[index] * base + places[values[children[rows[index]]]];
    size *= base;
  }
  const cellOf = new Uint32Array(size);
  const places: number[][] = [];
  for (let index = 0; index < rows.length; index++) {
    const number = numbers[index];
    if (cellOf[number] === 0) {
      const child = children[rows[index]];
      cellOf[number] = places.push(dimensions.map((dimension) => dimension.places[dimension.values[child]]));
    }
    numbers[index] = cellOf[number] - 1;
  }
  return { cells: numbers, places };
}

/** The counts of cells added up by their place in a dimension, and of all whose place there is known. */
function sumsOf(
  counts: Uint32Array,
  places: Cells['places'],
  dimension: number,
  labels: number,
): { of: readonly number[]; known: number } {
  const sums = new Array<number>(labels + 1).fill(0);
  for (let cell = 0; cell < counts.length; cell++) sums[places[cell][dimension]] += counts[cell];
  const known = sums.slice(0, labels);
  return { of: known, known: known.reduce((sum, count) => sum + count, 0) };
}
