/** Every count of a report as a quantity: given, withheld, or 0 by the question. */
import {
  canBeLeftOut,
  columnOfTable,
  ELSEWHERE,
  hasFilterOnChildren,
  isEmptyCohort,
  isImpossible,
  isOfWork,
  isOnlyPart,
  unknownPart,
} from './asked.ts';
import {
  type Book,
  CHILD_METRICS,
  cohortOf,
  FURTHER_CHILD_METRICS,
  groupsOf,
  hasFixedRows,
  isPartShown,
  isUnlisted,
  isUnseen,
  labelOf,
  metricNamed,
  rowsOf,
  stateOf,
  tableNamed,
  UNNAMED,
} from './book.ts';
import {
  ALL,
  type Cell,
  isNumber,
  NOT_KNOWN,
  NOT_MAPPED,
  nameOf,
  rowsOfPart,
  WITHHELD,
} from './published.ts';
import type { Place, Quantity } from './system.ts';

/** A count of a row of a table; `sufficient` beside `judged`, `workers` beside `cases`. */
export function rowCount(
  book: Book,
  metric: string,
  table: string,
  part: string,
  row: string,
  key = '',
): number {
  const place = { metric, table: key === '' ? table : `${table} ${key}`, part, row };
  return quantityAt(book, place, () => {
    if (isZeroByQuestion(book, { ...place, table })) return structuralZero(place, book);
    if (isUnlisted(book, metric, part)) return given(book, place, 0, 0);
    const state = stateOf(book, metric, table, part);
    const found = tableNamed(book, metric, table);
    if (state === 'hidden' || found === undefined) {
      const stands = isPartShown(book, metric, part) ? 'withheld whole' : 'in a hidden part';
      return { ...withheld(book, place, 0), stands };
    }
    const shown = rowsOfPart(found, part).find((one) => nameOf(found, one) === row);
    const cell = shown === undefined ? 0 : countCell(shown, metric, key);
    const listsZeros = hasFixedRows(metric, table);
    const zerosShown = book.report.provenance.zeros !== 'hide';
    return given(book, place, cell, key === '' && (zerosShown || !listsZeros) ? 1 : 0);
  });
}

/** A label nobody has seen is at least of its group; where there are no groups it can be any. */
function isZeroByQuestion(book: Book, { metric, table, part, row }: Place): boolean {
  if (part === UNNAMED || (isUnseen({ row }) && groupsOf(book, metric, table).length === 1)) return false;
  return isImpossible(book.asked, metric, table, part, labelOf(row));
}

function countCell(row: Readonly<Record<string, Cell>>, metric: string, key: string): Cell | undefined {
  if (key !== '') return row[key];
  if (metric === 'workload') return row.cases;
  return metric === 'court-quality' ? row.judged : (row.children ?? row.cases);
}

/** n or known of a cohort. */
export function cohortCount(book: Book, metric: string, part: string, key: 'n' | 'known'): number {
  const place = { metric, table: 'cohort', part, row: key };
  return quantityAt(book, place, () => {
    const cohort = cohortOf(book, metric, part);
    if (part !== UNNAMED && isEmptyCohort(book.asked, metric, part)) return structuralZero(place, book);
    if (isUnlisted(book, metric, part)) return given(book, place, 0, 0);
    return cohort === null ? withheld(book, place, 0) : given(book, place, cohort[key], 0);
  });
}

/** How many were left out for a reason. */
export function leftOutCount(book: Book, metric: string, part: string, reason: string): number {
  const place = { metric, table: 'left out', part, row: reason };
  return quantityAt(book, place, () => {
    const cohort = cohortOf(book, metric, part);
    if (!mayLeaveOut(book, part, reason)) return structuralZero(place, book);
    if (cohort === null) return withheld(book, place, 0);
    return given(book, place, cohort.leftOut.find((one) => one.reason === reason)?.n ?? 0, 1);
  });
}

/** Of the unnamed parts nothing is known, but that the part Other of a breakdown by residence is none of them. */
function mayLeaveOut({ asked, named }: Book, part: string, reason: string): boolean {
  if (part !== UNNAMED) return canBeLeftOut(asked, part, reason);
  return !(asked.by === 'residence' && reason === ELSEWHERE && named.includes('Other'));
}

/** A quantity that no cell gives: rows of a part, children in several. */
export function hiddenCount(book: Book, place: Place, low = 0, high = book.system.most): number {
  return quantityAt(book, place, () => ({
    ...withheld(book, place, low),
    high,
    isPublic: true,
    isSecret: false,
  }));
}

/** A number that is public by rule, or its code. */
export function publicCount(book: Book, place: Place, cell: Cell, low: number, isSecret: boolean): number {
  return quantityAt(book, place, () => ({
    ...given(book, place, cell, low),
    isPublic: isNumber(cell),
    isSecret: isSecret && !isNumber(cell),
  }));
}

export function quantityAt({ places, system }: Book, place: Place, make: () => Quantity): number {
  const key = [place.metric, place.table, place.part, place.row].join('\n');
  const known = places.get(key);
  if (known !== undefined) return known;
  places.set(key, system.quantities.length);
  system.quantities.push(make());
  return system.quantities.length - 1;
}

export function given(book: Book, place: Place, cell: Cell | undefined, lowest: number): Quantity {
  if (!isNumber(cell)) return withheld(book, place, cell === WITHHELD ? lowest : 0);
  return {
    name: nameOfPlace(place, book),
    place,
    published: cell,
    low: cell,
    high: cell,
    isPublic: isPublicByRule(book, place),
    isSecret: false,
    stands: 'printed',
  };
}

export function withheld(book: Book, place: Place, low: number): Quantity {
  return {
    name: nameOfPlace(place, book),
    place,
    published: null,
    low,
    high: book.system.most,
    isPublic: false,
    isSecret: isProtected(book, place),
    stands: 'printed',
  };
}

function structuralZero(place: Place, book: Book): Quantity {
  const name = nameOfPlace(place, book);
  return { name, place, published: 0, low: 0, high: 0, isPublic: true, isSecret: false, stands: 'printed' };
}

/** About the record and not the child: what is not known, what is left out. */
export function isRecord({ table, row }: Place): boolean {
  return table === 'left out' || row === NOT_KNOWN || row === NOT_MAPPED;
}

function isWork({ asked }: Book, { metric, table }: Place): boolean {
  const isTotalOfCases = metric === 'disposal-mix' && table === 'cohort';
  return isOfWork(asked) && (metric === 'workload' || isTotalOfCases);
}

/** How many cases a team or worker has is public, and most children have one case: that tells how many children there are. */
function isSizeOfTeam({ asked }: Book, { table, part }: Place): boolean {
  return table === 'cohort' && part !== ALL && asked.by !== null && isOfWork(asked);
}

/** With a filter on children, what is left out may be withheld, and figures about the record with it. */
function isPublicByRule(book: Book, place: Place): boolean {
  const isFiltered =
    hasFilterOnChildren(book.asked) && book.report.provenance.inputs.some(({ used }) => !isNumber(used));
  return isWork(book, place) || (isRecord(place) && !isFiltered);
}

/**
 * Counts of children, of cases by anything but worker and team, and the judged of a question. Not: what is about the
 * record or the work; labels nobody has seen; what is by the question the same as another count, which is looked at
 * there; and the part of the not known when it is withheld: turned round (children of no known sex by ethnicity instead
 * of by sex) the same counts are the rows Not known, which the rules show.
 */
function isProtected(book: Book, place: Place): boolean {
  if (isRecord(place) || isWork(book, place)) return false;
  if (isUnseen(place) || place.part === UNNAMED || place.table.includes(' ')) return false;
  if (isGivenElsewhere(book, place) || isSameByQuestion(book, place)) return false;
  if (isSizeOfTeam(book, place)) return false;
  const isUnknownPart = place.part === unknownPart(book.asked);
  return !(isUnknownPart && !isPartShown(book, place.metric, place.part));
}

/**
 * Of the boys of a breakdown by sex, whose table is withheld whole, the row Male is that of All; where a filter leaves
 * one row of a table only, that row is all there are; and where it leaves one part only, that part is All.
 */
function isSameByQuestion(book: Book, { metric, table, part, row }: Place): boolean {
  if (isOnlyPart(book.asked, part, book.named)) return true;
  const column = columnOfTable(metric, table);
  if (column === null) return false;
  const isOwnPart = part !== ALL && (book.asked.by === 'birth_month' ? 'age' : book.asked.by) === column;
  if (isOwnPart && stateOf(book, metric, table, part) === 'hidden') return true;
  const others = rowsOf(book, metric, table).filter((one) => one !== row);
  return others.every((one) => isZeroByQuestion(book, { metric, table, part, row: one }));
}

/** The children of a metric withheld whole are those of its sisters, where their number stands. */
function isGivenElsewhere(book: Book, { metric, table, part, row }: Place): boolean {
  if (table !== 'cohort' || row !== 'n' || metricNamed(book, metric)?.status !== 'withheld') return false;
  const sisters = [...CHILD_METRICS, ...FURTHER_CHILD_METRICS];
  return CHILD_METRICS.includes(metric) && sisters.some((sister) => isPartShown(book, sister, part));
}

function nameOfPlace({ metric, table, part, row }: Place, { asked }: Book): string {
  const where = asked.by === null || part === '' ? '' : `, ${asked.by} ${part}`;
  return `${metric} ${table}${where}: ${row}`.trim();
}
