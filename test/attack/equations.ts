/** Everything that a reader of a report can write down. */

import { relateParts } from './across-parts.ts';
import { relateMetrics, relateWithheld } from './between-metrics.ts';
import { allParts, type Book, bookOf } from './book.ts';
import { relateCourtToDisposals } from './court-cases.ts';
import { relateFurther } from './further.ts';
import { relateInputs } from './inputs.ts';
import { relateJudgements } from './judgements.ts';
import type { PublishedReport } from './published.ts';
import { relateShares } from './standing.ts';
import { equate, minus, plus } from './system.ts';
import { countOf, sumsOf } from './within-part.ts';
import { relateWork } from './work.ts';

export function equationsOf(report: PublishedReport): Book {
  const book = bookOf(report);
  relateInputs(book);
  relateWithheld(book);
  for (const part of allParts(book)) {
    relateMetrics(book, part);
    relateCourtToDisposals(book, part);
    for (const { name } of book.metrics) relateSums(book, name, part);
    relateJudgements(book, part);
    relateWork(book, part);
  }
  relateParts(book);
  relateShares(book);
  relateFurther(book);
  return book;
}

function relateSums(book: Book, metric: string, part: string): void {
  for (const { whole, parts, why } of sumsOf(book, metric)) {
    const rows = parts.map((row) => countOf(book, metric, part, row));
    equate(book.system, [...plus(rows), ...minus([countOf(book, metric, part, whole)])], 0, why);
  }
}
