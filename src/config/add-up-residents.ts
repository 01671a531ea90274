/** Residents of parts to residents of the whole: ages to 10 to 17, sexes to both. */
import { UserError } from '../caseload/errors.ts';

export const ALL = 'all';
export const FROM = 10;
export const TO = 17;

/** Residents of some ages, both included, within 10 to 17. */
export interface Residents<Group extends string> {
  readonly group: Group;
  readonly from: number;
  readonly to: number;
  readonly sex: 'Female' | 'Male' | typeof ALL;
  readonly population: number;
  readonly line: number;
}

/**
 * The residents aged 10 to 17 of a group, of both sexes; null when the rows do not make them up.
 * @param where what the message begins with
 * @throws UserError when parts do not add up to the whole that is there too, or to what other parts add up to
 */
export function totalOf<Group extends string>(
  rows: readonly Residents<Group>[],
  group: Group,
  where: string,
): number | null {
  const own = rows.filter((row) => row.group === group);
  const ofSex = (sex: Residents<Group>['sex']) =>
    ofAllAges(
      own.filter((row) => row.sex === sex),
      `${where}: ${group}, sex ${sex}`,
    );
  const whole = ofSex(ALL);
  const female = ofSex('Female');
  const male = ofSex('Male');
  if (female === null || male === null) return whole;
  if (whole !== null && whole !== female + male) {
    throw new UserError(
      `${where}: ${group}: ${whole} residents aged 10-17 where sex is all, but Female and Male add up to ${female + male}; correct them, or keep one or the other`,
    );
  }
  return female + male;
}

/** Whatever bands lead from 10 to 17 without gap or overlap must add up to the same. */
function ofAllAges(rows: readonly Residents<string>[], where: string): number | null {
  const sums = new Map<number, Set<number>>([[FROM, new Set([0])]]);
  for (const row of rows.toSorted((one, other) => one.from - other.from)) {
    const ends = sums.get(row.to + 1) ?? new Set<number>();
    for (const sum of sums.get(row.from) ?? []) ends.add(sum + row.population);
    sums.set(row.to + 1, ends);
  }
  const [total, another] = sums.get(TO + 1) ?? [];
  if (total === undefined) return null;
  if (another === undefined) return total;
  throw new UserError(
    `${where}: ${total} residents aged 10-17 by some rows and ${another} by others; correct them, or keep the rows of one age band, 10-17`,
  );
}

/** @throws UserError for a second row of the same residents */
export function refuseRepeated(rows: readonly Residents<string>[], where: string): void {
  const firsts = new Map<string, number>();
  for (const { group, from, to, sex, line } of rows) {
    const key = `${group} ${from}-${to} ${sex}`;
    const first = firsts.get(key);
    if (first !== undefined) {
      throw new UserError(
        `${where} line ${line}: ${group} of these ages and sex is on line ${first} already; keep one of them`,
      );
    }
    firsts.set(key, line);
  }
}
