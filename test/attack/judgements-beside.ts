/** What a row of judgements tells of the cases that are not in it: everyone else, or the whole service. */
import { newcombeInterval } from '../../src/stats/newcombe-interval.ts';
import type { Book } from './book.ts';
import { inRatio } from './cells.ts';
import { judgedIn, sufficientIn, totalOf } from './divided-judgements.ts';
import { type Division, questionOf } from './divisions.ts';
import { fractionOf } from './judgements.ts';
import { isNumber, NOT_APPLICABLE, type PublishedRow } from './published.ts';
import { atLeast, equate, plus } from './system.ts';

const FEWEST = 5;
const TOO_FEW = 'too few to say';
const CLOSE = 1e-11;

/** Beside each group stand the share of everyone else and the interval of the difference: which tells how many they are. */
export function relateOthers(book: Book, division: Division): void {
  for (const row of division.rows) {
    const question = questionOf(row);
    const others = division.values.filter((value) => value !== division.nameOf(row));
    const judged = others.map((value) => judgedIn(book, division, value, question));
    const sufficient = others.map((value) => sufficientIn(book, division, value, question));
    const name = `${row.dimension} ${row.value}, ${question}`;
    // Nobody is compared with a group of whom none was judged.
    if (row.others_share === NOT_APPLICABLE && row.judged !== 0)
      equate(book.system, plus(judged), 0, `${name}: everyone else is nobody`, true);
    if (isNumber(row.others_share)) {
      const why = `${name}: the share of everyone else is ${row.others_share}`;
      inRatio(book, sufficient, judged, fractionOf(row.others_share), why);
    }
    const count = othersOf(row, book.system.most);
    if (count !== null)
      equate(
        book.system,
        plus(judged),
        count,
        `${name}: the range of the difference is of ${count} others`,
        true,
      );
    relateVerdict(book, row, judged, name);
  }
}

/** How many the others are, by the interval of the difference; null where it stands not, or fits no number. */
function othersOf(row: PublishedRow, most: number): number | null {
  const { judged, sufficient, others_share: share, difference_lower: lower, difference_upper: upper } = row;
  if (!isNumber(judged) || !isNumber(sufficient) || !isNumber(share)) return null;
  if (!isNumber(lower) || !isNumber(upper)) return null;
  const [top, bottom] = fractionOf(share);
  for (let times = 1; times * bottom <= most; times++) {
    const found = newcombeInterval(sufficient, judged, times * top, times * bottom);
    if (Math.abs(found.lower - lower) < CLOSE && Math.abs(found.upper - upper) < CLOSE) return times * bottom;
  }
  return null;
}

/** Too few to say is under 5 in the group or among everyone else; a verdict needs 5 of both. */
function relateVerdict(book: Book, row: PublishedRow, others: readonly number[], name: string): void {
  const why = `${name}: the verdict is ${row.verdict}`;
  if (!isNumber(row.judged) || typeof row.verdict !== 'string' || row.verdict.startsWith('[')) return;
  if (row.verdict !== TOO_FEW) atLeast(book.system, plus(others), FEWEST, why, true);
  else if (row.judged >= FEWEST)
    atLeast(
      book.system,
      others.map((at) => [at, -1] as const),
      1 - FEWEST,
      why,
      true,
    );
}

/** Beside each team stands the share of the whole service. */
export function relateService(book: Book, { rows }: Division): void {
  const shares = new Map(
    rows.flatMap((row) =>
      isNumber(row.service_share) ? [[questionOf(row), row.service_share] as const] : [],
    ),
  );
  for (const [question, share] of shares) {
    const why = `${question}: the share of the whole service is ${share}`;
    inRatio(
      book,
      [totalOf(book, question, 'sufficient')],
      [totalOf(book, question, 'judged')],
      fractionOf(share),
      why,
    );
  }
}
