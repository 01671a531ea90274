/** What disproportionality tells of the ethnicity mix: its groups, and rates over known populations. */
import { ETHNIC_GROUPS } from '../../src/reference/ethnicity.ts';
import { type Book, hasTable } from './book.ts';
import { addUpTo, cellIn, isThere, same, sizeOf, tableRows } from './cells.ts';
import { rowCount } from './counts.ts';
import { figure } from './figure.ts';
import { ALL, isNumber, NOT_KNOWN, type PublishedRow, WITHHELD } from './published.ts';
import { atLeast, equate, plus, type Term } from './system.ts';

const METRIC = 'disproportionality';
const WHITE = 'White';
/** With fewer in a group, or in White, the ratio of their rates is "too few to say". */
const FEWEST = 5;
const TOO_FEW = 'too few to say';
const PER = 1000;

export function relateDisproportionality(book: Book): void {
  if (!isThere(book, METRIC)) return;
  const rows = tableRows(book, METRIC, 'groups');
  const counts = ETHNIC_GROUPS.map((group) => groupCount(book, group));
  const known = sizeOf(book, METRIC, 'known');
  addUpTo(book, counts, known, 'disproportionality: the groups add up to known');
  const all = sizeOf(book, METRIC, 'n');
  addUpTo(
    book,
    [known, groupCount(book, NOT_KNOWN)],
    all,
    'disproportionality: known and Not known add up to n',
  );
  for (const row of rows)
    relateRate(
      book,
      row,
      groupCount(book, String(row.group)),
      'population',
      (group) => groupCount(book, group),
      rows,
    );
  relateCombined(book, counts.slice(0, -1));
  relateMarks(book, rows);
}

/** The children of a group: those of the ethnicity mix, where it has groups. */
export function groupCount(book: Book, group: string): number {
  const cell = cellIn(tableRows(book, METRIC, 'groups'), { group }, 'children');
  const isOfMix = hasTable(book, 'ethnicity-mix', 'groups');
  const zerosShown = book.report.provenance.zeros !== 'hide';
  const at = figure(book, { metric: METRIC, table: 'groups', row: group }, [cell], {
    low: cell === WITHHELD && zerosShown ? 1 : 0,
    isPublic: group === NOT_KNOWN && isNumber(cell),
    follows: isOfMix || group === NOT_KNOWN,
  });
  if (isOfMix)
    same(
      book,
      at,
      rowCount(book, 'ethnicity-mix', 'groups', ALL, group),
      'the groups are those of the ethnicity mix',
    );
  return at;
}

/** A rate, a gap or a ratio that stands gives the children back: the residents are published. */
export function relateRate(
  book: Book,
  row: PublishedRow,
  children: number,
  residents: 'population' | 'person_years',
  countOf: (group: string) => number,
  rows: readonly PublishedRow[],
): void {
  const { group, rate_per_1000: rate, relative_rate: ratio, reading } = row;
  const population = row[residents];
  if (!isNumber(population) || population === 0) return;
  const why = (key: string) =>
    `disproportionality, ${group}: ${key} is ${row[key]}, of ${population} residents`;
  if (isNumber(rate)) told(book, plus([children]), (rate * population) / PER, why('rate_per_1000'));
  const white = cellIn(rows, { group: WHITE }, residents);
  if (group === WHITE || !isNumber(white) || white === 0) return;
  if (isNumber(ratio)) {
    // The ratio is (children / population) / (White / its residents).
    const whiteCount = cellIn(rows, { group: WHITE }, 'children');
    if (isNumber(row.children))
      told(book, plus([countOf(WHITE)]), (row.children * white) / (population * ratio), why('relative_rate'));
    else if (isNumber(whiteCount))
      told(book, plus([children]), (ratio * population * whiteCount) / white, why('relative_rate'));
  }
  if (reading === WITHHELD || reading === undefined) return;
  const isEnough = reading !== TOO_FEW;
  if (isEnough)
    for (const one of [children, countOf(WHITE)])
      atLeast(book.system, plus([one]), FEWEST, why('reading'), true);
  else if (isNumber(row.children) && row.children >= FEWEST)
    atLeast(book.system, [[countOf(WHITE), -1]], 1 - FEWEST, why('reading'), true);
}

function told(book: Book, terms: readonly Term[], value: number, why: string): void {
  equate(book.system, terms, Math.round(value), why, true);
}

/** Four groups together, where they are asked for. */
function relateCombined(book: Book, others: readonly number[]): void {
  const [row] = tableRows(book, METRIC, 'combined');
  if (row === undefined) return;
  const at = figure(book, { metric: METRIC, table: 'combined', row: String(row.group) }, [row.children], {
    follows: true,
  });
  addUpTo(book, others, at, 'four groups together');
}

/** The ratios stand again beside the mark of the four-fifths rule. */
function relateMarks(book: Book, rows: readonly PublishedRow[]): void {
  for (const mark of tableRows(book, METRIC, 'four_fifths')) {
    const row = rows.find(({ group }) => group === mark.group);
    if (row === undefined) continue;
    const { population } = row;
    const stands = {
      ...row,
      population,
      rate_per_1000: WITHHELD,
      relative_rate: mark.relative_rate,
      reading: mark.mark,
    };
    relateRate(
      book,
      stands,
      groupCount(book, String(row.group)),
      'population',
      (group) => groupCount(book, group),
      rows,
    );
  }
}
