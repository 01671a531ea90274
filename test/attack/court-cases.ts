/** What the cases of court-quality and those of disposal-mix tell of each other. */
import { DISPOSALS } from '../../src/reference/disposals.ts';
import { NO_AUDIT, NO_DISPOSAL, OTHER_GROUPS, OUTSIDE, WITHOUT_WORK } from './asked.ts';
import { leftOutFor, present } from './between-metrics.ts';
import { type Book, hasTable, rowsOf } from './book.ts';
import { cohortCount, rowCount } from './counts.ts';
import { NOT_MAPPED } from './published.ts';
import { atLeast, minus, plus } from './system.ts';

/** Open cases of court disposals are court cases, and open cases of other disposals are left out of them. */
export function relateCourtToDisposals(book: Book, part: string): void {
  if (present(book, ['disposal-mix', 'court-quality']).length < 2) return;
  const { system } = book;
  const group = (row: string) => rowCount(book, 'disposal-mix', 'groups', part, row);
  const left = (...reasons: string[]) => leftOutFor(book, 'court-quality', part, reasons);
  const court = cohortCount(book, 'court-quality', part, 'n');
  const known = cohortCount(book, 'court-quality', part, 'known');
  const [withWork, withoutWork] = [false, true].map((without) => firstTier(book, part, without));
  const lacks = (counted: number[], of: readonly number[], why: string) =>
    atLeast(system, [...plus(counted), ...minus(of)], 0, why);
  lacks(
    left(OTHER_GROUPS),
    ['Diversion and prevention', 'Pre-court', 'Remand and bail'].map(group),
    'court-quality leaves out the cases of other disposal groups, open or not',
  );
  lacks(left(NO_DISPOSAL), [group(NOT_MAPPED)], 'court-quality leaves out the cases not mapped, open or not');
  const outside = left(NO_AUDIT, OUTSIDE);
  lacks(
    [court, ...outside, ...left(WITHOUT_WORK)],
    ['First-tier', 'Community', 'Custody'].map(group),
    'open court cases are court cases, or discharges and their like',
  );
  lacks(
    [court, ...outside],
    [group('Community'), group('Custody'), ...withWork],
    'open court cases are court cases',
  );
  lacks(
    [known, ...outside, ...left(WITHOUT_WORK)],
    withoutWork,
    'open discharges and their like are judged or left out',
  );
}

/** Open First-tier cases that are, or are not, discharges, fines and compensation. */
function firstTier(book: Book, part: string, without: boolean): number[] {
  if (!hasTable(book, 'disposal-mix', 'disposals')) return [];
  const labels = DISPOSALS.filter(
    ({ group, withoutIntervention }) => group === 'First-tier' && (withoutIntervention ?? false) === without,
  ).map(({ label }) => label);
  return rowsOf(book, 'disposal-mix', 'disposals')
    .filter((row) => labels.includes(row))
    .map((row) => rowCount(book, 'disposal-mix', 'disposals', part, row));
}
