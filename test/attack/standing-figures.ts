/** Figures that follow from a withheld count and still stand. */

import { isOfWork } from './asked.ts';
import { allParts, type Book, isPartShown, stateOf } from './book.ts';
import type { Finding } from './finding.ts';
import {
  type Cell,
  isNumber,
  NOT_APPLICABLE,
  nameOf,
  type PublishedColumn,
  type PublishedMetric,
  type PublishedRow,
  type PublishedTable,
  rowsOfPart,
  WITHHELD,
} from './published.ts';

/** What the spread over workers is worked out from. */
const SPREAD = ['mean', 'median', 'lower_quartile', 'upper_quartile', 'maximum', 'gini'];
const CODES: readonly Cell[] = [WITHHELD, '[x]'];

interface Spot {
  readonly book: Book;
  readonly metric: PublishedMetric;
  readonly table: PublishedTable;
  readonly part: string;
}

export function standingFigures(book: Book, metric: PublishedMetric): Finding[] {
  return metric.tables.flatMap((table) =>
    allParts(book)
      .filter((part) => isPartShown(book, metric.name, part))
      .flatMap((part) => standingIn({ book, metric, table, part })),
  );
}

function standingIn(spot: Spot): Finding[] {
  const { table, part } = spot;
  const rows = rowsOfPart(table, part);
  const own = rows.flatMap((row) => table.columns.flatMap((column) => standingCell(spot, row, column)));
  if (table.name === 'standards') return [...own, ...rows.flatMap((row) => standingVerdict(spot, row))];
  if (table.name === 'distribution') return [...own, ...standingBands(spot)];
  if (table.name === 'summary') return [...own, ...rows.flatMap((row) => standingSummary(spot, row))];
  return own;
}

function found({ metric, table, part }: Spot, row: PublishedRow, key: string, because: string): Finding {
  const place = { metric: metric.name, table: table.name, part, row: `${nameOf(table, row)}, ${key}` };
  return { kind: 'stands', place, low: null, high: null, because: [`${key} is ${row[key]}: ${because}`] };
}

/** A share, a bound, a band or a second count of a row whose count is withheld. */
function standingCell(spot: Spot, row: PublishedRow, column: PublishedColumn): Finding[] {
  const { table, metric } = spot;
  const cell = row[column.key];
  if (cell === undefined || CODES.includes(cell)) return [];
  const isJudged = metric.name === 'court-quality' && table.name === 'questions' && row.judged === WITHHELD;
  if (isJudged && column.type !== 'text' && column.key !== 'judged')
    return [found(spot, row, column.key, 'judged is withheld, and so is the row')];
  if (cell === NOT_APPLICABLE) return [];
  const share = column.of === undefined ? column : table.columns.find(({ key }) => key === column.of);
  const of = [share?.numerator, share?.denominator].filter(
    (key) => key !== undefined && isGone(spot, row, key),
  );
  return of.map((key) => found(spot, row, column.key, `${key} is withheld`));
}

/** Whether a numerator or denominator is withheld: in the row, or in the cohort of the part. */
function isGone({ table, part }: Spot, row: PublishedRow, key: string): boolean {
  if (key !== 'n' && key !== 'known') return row[key] === WITHHELD;
  const { cohort } = table;
  const own = cohort.parts?.find(({ by }) => by === part) ?? cohort;
  return own[key] === WITHHELD;
}

/** The judgements of a part by standard, and whether all their rows are shown. */
function isWithheldIn({ book, metric, part }: Spot, standard: string | null): boolean {
  const questions = metric.tables.find(({ name }) => name === 'questions');
  if (questions === undefined || stateOf(book, metric.name, 'questions', part) === 'hidden') return true;
  return rowsOfPart(questions, part)
    .filter((row) => standard === null || row.standard === standard)
    .some(({ judged }) => judged === WITHHELD);
}

/** A standard is judged by its three questions: without one of them its verdict is not known. */
function standingVerdict(spot: Spot, row: PublishedRow): Finding[] {
  if (!isWithheldIn(spot, String(row.standard))) return [];
  return ['lowest_question', 'share', 'rating', 'score']
    .filter((key) => row[key] !== undefined && !CODES.includes(row[key]))
    .map((key) => found(spot, row, key, 'a question of the standard is withheld'));
}

function standingSummary(spot: Spot, row: PublishedRow): Finding[] {
  if (spot.metric.name === 'court-quality') {
    const stands = isNumber(row.score) && isWithheldIn(spot, null);
    return stands ? [found(spot, row, 'score', 'a question is withheld')] : [];
  }
  if (isOfWork(spot.book.asked) || !isNumber(row.value) || !SPREAD.includes(String(row.measure))) return [];
  const rows = rowsOfPart(spot.table, spot.part);
  const isCaseGone = rows.some(
    ({ measure, value }) => (measure === 'cases' || measure === 'unallocated') && value === WITHHELD,
  );
  const workers = spot.metric.tables.find(({ name }) => name === 'workers');
  const isWorkerGone =
    workers !== undefined && rowsOfPart(workers, spot.part).some(({ cases }) => cases === WITHHELD);
  const why = isCaseGone ? 'the cases are withheld' : 'cases of workers are withheld';
  return isCaseGone || isWorkerGone ? [found(spot, row, 'value', why)] : [];
}

/** Of work that is about children: which bands of cases there are tells how many cases a worker has at the most. */
function standingBands(spot: Spot): Finding[] {
  const { asked, report } = spot.book;
  if (isOfWork(asked) && report.provenance.unit !== 'cases') return [];
  return rowsOfPart(spot.table, spot.part).map((row) => found(spot, row, 'cases', 'no spread is shown'));
}
