/** Shares that still stand: each ties its numerator to its denominator. */
import { allParts, type Book, FURTHER_METRICS, metricNamed, stateOf, tablesOf } from './book.ts';
import { cohortCount, rowCount } from './counts.ts';
import { fractionOf, sufficientOf } from './judgements.ts';
import {
  isNumber,
  NOT_APPLICABLE,
  NOT_KNOWN,
  nameOf,
  type PublishedColumn,
  type PublishedRow,
  type PublishedTable,
  rowsOfPart,
} from './published.ts';
import { equate } from './system.ts';

export function relateShares(book: Book): void {
  for (const { name: metric } of book.metrics) {
    // Their rows are named by several words, and no share stands beside a withheld count of its row: a plain fault.
    if (FURTHER_METRICS.includes(metric)) continue;
    for (const name of tablesOf(book, metric)) {
      const table = metricNamed(book, metric)?.tables.find((one) => one.name === name);
      if (table === undefined) continue;
      for (const part of allParts(book)) {
        if (stateOf(book, metric, name, part) === 'hidden') continue;
        for (const row of rowsOfPart(table, part)) relateRow(book, metric, table, part, row);
      }
    }
  }
}

function relateRow(book: Book, metric: string, table: PublishedTable, part: string, row: PublishedRow): void {
  for (const column of table.columns) {
    if (column.numerator === undefined) continue;
    const share = row[column.key];
    const name = nameOf(table, row);
    const numerator = countUnder(book, metric, table.name, part, name, column.numerator);
    const denominator = denominatorOf(book, metric, table.name, part, name, column);
    const why = `${metric} ${table.name}, ${name}: ${column.key} is ${share}`;
    if (isNumber(share)) {
      const [top, bottom] = fractionOf(share);
      equate(
        book.system,
        [
          [numerator, bottom],
          [denominator, -top],
        ],
        0,
        why,
        true,
      );
    } else if (share === NOT_APPLICABLE && name !== NOT_KNOWN) {
      equate(book.system, [[denominator, 1]], 0, `${why}, a share of nothing`, true);
    }
  }
}

function denominatorOf(
  book: Book,
  metric: string,
  table: string,
  part: string,
  row: string,
  { denominator = 'known' }: PublishedColumn,
): number {
  if (denominator === 'n' || denominator === 'known') return cohortCount(book, metric, part, denominator);
  return countUnder(book, metric, table, part, row, denominator);
}

function countUnder(
  book: Book,
  metric: string,
  table: string,
  part: string,
  row: string,
  key: string,
): number {
  if (key === 'sufficient') return sufficientOf(book, part, row);
  return rowCount(book, metric, table, part, row);
}
