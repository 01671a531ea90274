/** Dates of birth to months of birth: which column holds the child's, and what a cell of it becomes. */
import { compact } from '../caseload/columns.ts';
import { once } from '../caseload/once.ts';
import { isoDate, readDay, readMonth } from '../caseload/read-dates.ts';
import { IDENTIFYING_HEADERS, JOINING_WORDS } from '../reference/identifiers.ts';

export const DATES_OF_BIRTH = 'dates of birth';

/** Whose date of birth it may say to be; a parent's, a victim's or a worker's is none of these. */
const CHILD_WORDS: readonly string[] = [
  ...['child', 'childs', 'children', 'childrens', 'young person', 'young persons', 'young people', 'yp'],
  ...['client', 'clients', 'service user', 'service users', 'subject', 'person', 'persons', 'individual'],
  ...['offender', 'current'],
];
const LONGEST_HEADER = 100;

const childsDateOfBirth = once(() => {
  const dates = IDENTIFYING_HEADERS.filter(({ kind }) => kind === DATES_OF_BIRTH).flatMap(
    ({ headers }) => headers,
  );
  const oneOf = (words: readonly string[]) => `(?:${words.map(compact).join('|')})`;
  const around = oneOf([...CHILD_WORDS, ...JOINING_WORDS]);
  return new RegExp(`^${around}*${oneOf(dates)}${around}*$`);
});

/** Whether a header announces the date of birth of the child the row is about, and of nobody else. */
export function isChildsDateOfBirth(header: string): boolean {
  return header.length <= LONGEST_HEADER && childsDateOfBirth().test(compact(header));
}

/**
 * The month of a date of birth as `2011-05`; a month stays as it is written; null for what is neither.
 * @param isSerial the whole column is numbers, so days as Excel counts them
 */
export function birthMonthOf(cell: string, isSerial: boolean): string | null {
  if (typeof readMonth(cell.trim()) === 'object') return cell;
  const read = readDay(cell.trim(), isSerial);
  return typeof read === 'object' ? isoDate(read.day).slice(0, '2011-05'.length) : null;
}
