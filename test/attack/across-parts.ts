/** What holds between All and the parts of a breakdown. */
import { overlaps } from './asked.ts';
import { childrenUsed, present, reasonsOf, usedRows } from './between-metrics.ts';
import { type Book, CHILD_METRICS, UNNAMED } from './book.ts';
import { hiddenCount, leftOutCount, publicCount } from './counts.ts';
import { questionsOf, sufficientOf } from './judgements.ts';
import { ALL, WITHHELD } from './published.ts';
import { atLeast, equate, minus, plus, type Term } from './system.ts';
import { type Counted, countedRows, countOf, sumsOf } from './within-part.ts';

export function relateParts(book: Book): void {
  const { asked, metrics } = book;
  if (asked.by === null || book.parts.length === 0) return;
  addUp(book, (part) => usedRows(book, part), 'rows used');
  const isOverlapping = overlaps(asked);
  for (const { name } of metrics) {
    const isOfChildren = CHILD_METRICS.includes(name);
    if (isOfChildren && isOverlapping) relateOverlapping(book, name);
    else relateExact(book, name);
  }
  if (isOverlapping) relateChildrenUsed(book);
  else addUp(book, (part) => childrenUsed(book, part), 'children');
}

/** All is the sum of the parts. */
function addUp({ system, parts }: Book, quantity: (part: string) => number, what: string): void {
  const terms = [...plus(parts.map(quantity)), ...minus([quantity(ALL)])];
  equate(system, terms, 0, `${what}: the parts add up to All`);
}

function relateExact(book: Book, metric: string): void {
  for (const counted of countedRows(book, metric)) {
    addUp(book, (part) => countOf(book, metric, part, counted), `${metric} ${counted.row}`);
  }
  for (const reason of reasonsOf(metric))
    addUp(book, (part) => leftOutCount(book, metric, part, reason), `${metric} left out, ${reason}`);
  if (metric !== 'court-quality') return;
  for (const question of questionsOf(book)) {
    addUp(book, (part) => sufficientOf(book, part, question), `${question} sufficient`);
  }
}

/** How many children count in several parts, as the note of the metric says. */
function severalOf(book: Book, metric: string): number {
  const place = { metric, table: 'note', part: '', row: 'children in several parts' };
  const found = book.metrics.find(({ name }) => name === metric);
  if (found === undefined || found.status === 'withheld') return hiddenCount(book, place);
  const said = /(\d+|\[c\]) (?:child|children) counts? in more than one value/.exec(
    found.notes.join('\n'),
  )?.[1];
  const cell = said === undefined ? 0 : said === WITHHELD ? WITHHELD : Number(said);
  return publicCount(book, place, cell, 1, false);
}

/**
 * Children of several parts count in each of them. For each row: those in several (d) are among those of All; of each
 * part some (m) are of these; each of them is in two parts or more; the others are in one alone.
 */
function relateOverlapping(book: Book, metric: string): void {
  const { system, parts } = book;
  const among = (row: Counted, part: string) =>
    hiddenCount(book, { metric, table: `${row.table} in several`, part, row: row.row });
  for (const row of countedRows(book, metric)) {
    const all = countOf(book, metric, ALL, row);
    const several = among(row, ALL);
    const counts = parts.map((part) => countOf(book, metric, part, row));
    const shared = parts.map((part) => among(row, part));
    const what = `${metric} ${row.row}`;
    const alone: Term[] = [...plus(counts), ...minus(shared), ...plus([several]), ...minus([all])];
    equate(system, alone, 0, `${what}: children of one part and of several are all`);
    atLeast(
      system,
      [...plus(shared), [several, -2]],
      0,
      `${what}: a child in several parts is in two at least`,
    );
    shared.forEach((one, index) => {
      const why = `${what}: those in several parts are in the part`;
      atLeast(system, plus([counts[index]]).concat(minus([one])), 0, why);
      // A child may be in two of the unnamed.
      if (parts[index] === UNNAMED) return;
      atLeast(
        system,
        [...plus([all]), ...minus([counts[index]])],
        0,
        `${what}: whoever is in a part is in All`,
      );
      const most = `${what}: in a part no more of them than there are`;
      atLeast(system, plus([several]).concat(minus([one])), 0, most);
    });
  }
  for (const part of [ALL, ...parts]) {
    for (const { whole, parts: rows, why } of sumsOf(book, metric)) {
      const terms = [...plus(rows.map((row) => among(row, part))), ...minus([among(whole, part)])];
      equate(system, terms, 0, `${why}, also of the children in several parts`);
    }
  }
  const several = among({ table: 'cohort', row: 'n' }, ALL);
  equate(
    system,
    [
      [several, 1],
      [severalOf(book, metric), -1],
    ],
    0,
    `${metric}: the note says how many are in several parts`,
  );
  relateLeftOut(book, metric);
}

/** A child left out of All is left out of one of its parts at least, for the same reason. */
function relateLeftOut(book: Book, metric: string): void {
  for (const reason of reasonsOf(metric)) {
    const parts = book.parts.map((part) => leftOutCount(book, metric, part, reason));
    const all = leftOutCount(book, metric, ALL, reason);
    const why = `${metric} left out, ${reason}: no more in All than in its parts`;
    atLeast(book.system, [...plus(parts), ...minus([all])], 0, why);
  }
}

function relateChildrenUsed(book: Book): void {
  const { system, parts } = book;
  const all = childrenUsed(book, ALL);
  const each = parts.map((part) => childrenUsed(book, part));
  atLeast(system, [...plus(each), ...minus([all])], 0, 'no more children in All than in its parts');
  for (const one of each.filter((_, index) => parts[index] !== UNNAMED))
    atLeast(
      system,
      [
        [all, 1],
        [one, -1],
      ],
      0,
      'no more children in a part than in All',
    );
  const [child] = present(book, CHILD_METRICS);
  if (child !== undefined && present(book, ['workload']).length > 0)
    atLeast(
      system,
      [
        [severalOf(book, 'workload'), 1],
        [severalOf(book, child), -1],
      ],
      0,
      'children in several parts of the children metrics are so in the workload, too',
    );
}
