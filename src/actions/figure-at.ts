/** The figure in a place of the report, with what stands beside it there. */
import type { HeadlineFigure } from '../metrics/define-metric.ts';
import { type Cell, NOT_APPLICABLE, NOT_AVAILABLE, type ShownColumn } from '../report/report.ts';
import type { NamedFigure } from './actions.ts';
import type { Place } from './find-row.ts';

export interface Figure {
  readonly kind: 'share' | 'rate' | 'number';
  /** The figure that it is, in words: "lowest question (Planning, safety of the child)". */
  readonly words: string;
  readonly value: Cell;
  /** Its 95 % interval, and how many a share is of. */
  readonly lower: Cell;
  readonly upper: Cell;
  readonly of: Cell;
  readonly better: HeadlineFigure['better'] | null;
  /** Why there is no value. */
  readonly note?: string;
}

/** @param words what the figure is called */
export function figureAt({ table, column, row }: Place, words: string, better: Figure['better']): Figure {
  const { key, type } = column;
  const isShare = type === 'share';
  const hasRange = isShare || type === 'rate';
  const value = row[key] ?? NOT_AVAILABLE;
  const bound = (side: 'lower' | 'upper'): Cell => {
    const found = table.columns.find((one) => one.type === side && one.of === key);
    if (!hasRange) return NOT_APPLICABLE;
    return found === undefined ? codeOr(value, NOT_AVAILABLE) : (row[found.key] ?? NOT_AVAILABLE);
  };
  return {
    kind: kindOfColumn(column),
    ...{ words, value, better },
    lower: bound('lower'),
    upper: bound('upper'),
    of: isShare ? denominatorOf({ table, column, row }) : NOT_APPLICABLE,
  };
}

export function kindOfColumn({ type }: ShownColumn): Figure['kind'] {
  return type === 'share' || type === 'rate' ? type : 'number';
}

/** A figure of which there is no more than the code in its place. */
export function figureWithout(
  named: NamedFigure,
  code: Cell,
  note: string,
  headline?: HeadlineFigure,
): Figure {
  return {
    kind: named.target?.kind ?? 'share',
    words: headline?.words ?? rowWords(named),
    ...{ value: code, lower: code, upper: code, of: code },
    better: headline?.better ?? null,
    note,
  };
}

/** The words that name a row, as they were written. */
export function rowWords({ row }: NamedFigure): string {
  return row.map((part) => part.trim()).join(', ');
}

/** Of a share that is taken from another table the number it is of is not at hand. */
function denominatorOf({ table, column, row }: Place): Cell {
  const { key, numerator, denominator = 'known' } = column;
  const value = row[key] ?? NOT_AVAILABLE;
  if (numerator === undefined) return codeOr(value, NOT_AVAILABLE);
  if (value === NOT_APPLICABLE) return NOT_APPLICABLE;
  if (Object.hasOwn(row, denominator)) return row[denominator];
  return denominator === 'n' ? table.cohort.n : table.cohort.known;
}

function codeOr(value: Cell, otherwise: Cell): Cell {
  return typeof value === 'number' ? otherwise : value;
}
