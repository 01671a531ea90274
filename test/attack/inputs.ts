/** The rows of the input files: each is used, out of scope, a duplicate or rejected. */
import { hasFilterOnChildren } from './asked.ts';
import { usedRows } from './between-metrics.ts';
import type { Book } from './book.ts';
import { publicCount } from './counts.ts';
import { ALL, isNumber } from './published.ts';
import { equate, minus, plus, type Term } from './system.ts';

const REJECTING = ['missing-case-id', 'missing-child-id', 'too-many-cells', 'different-row-for-case'];

export function relateInputs(book: Book): void {
  const { system, report, asked } = book;
  const files = report.provenance.inputs.map((input, index) => {
    const count = (row: 'read' | 'used' | 'outOfScope' | 'duplicates' | 'rejected', isSecret = false) => {
      const place = { metric: 'inputs', table: `file ${index + 1}`, part: '', row };
      return publicCount(book, place, input[row], 0, isSecret);
    };
    const isFiltered = hasFilterOnChildren(asked);
    return {
      read: count('read'),
      used: count('used', isFiltered),
      outOfScope: count('outOfScope', isFiltered),
      duplicates: count('duplicates'),
      rejected: count('rejected'),
    };
  });
  for (const { read, used, outOfScope, duplicates, rejected } of files) {
    const fates = [used, outOfScope, duplicates, rejected];
    equate(system, [...plus(fates), ...minus([read])], 0, 'read = used + outOfScope + duplicates + rejected');
  }
  const used = files.map((file) => file.used);
  equate(system, [...plus(used), ...minus([usedRows(book, ALL)])], 0, 'the rows used are those of the files');
  relateProblems(book, 'rejected', REJECTING, plus(files.map(({ rejected }) => rejected)));
  relateProblems(book, 'duplicates', ['duplicate-row'], plus(files.map(({ duplicates }) => duplicates)));
}

/** What the list of problems counts of the rows rejected, or of the duplicates. */
function relateProblems(
  { system, report }: Book,
  what: string,
  rules: readonly string[],
  rows: Term[],
): void {
  const counts = report.problems.filter(({ rule }) => rules.includes(rule)).map(({ count }) => count);
  if (!counts.every(isNumber)) return;
  const total = counts.reduce((sum, count) => sum + count, 0);
  equate(system, rows, total, `the problems count the rows that are ${what}`);
}
