/** Several years of the ethnicity mix taken together: this one, which stands in its own table, and the others. */
import { ETHNIC_GROUPS } from '../../src/reference/ethnicity.ts';
import { type Book, tableNamed } from './book.ts';
import { addUpTo, cellIn, tableRows } from './cells.ts';
import { groupCount, relateRate } from './disproportionality.ts';
import { figure } from './figure.ts';
import { isNumber, NOT_KNOWN, WITHHELD } from './published.ts';

const METRIC = 'disproportionality';

export function relatePooledYears(book: Book): void {
  const pooled = tableNamed(book, METRIC, 'pooled');
  if (pooled === undefined) return;
  const rows = tableRows(book, METRIC, 'pooled');
  const size = (key: 'n' | 'known') =>
    figure(book, { metric: METRIC, table: 'cohort pooled', row: key }, [pooled.cohort[key]], {
      follows: true,
    });
  const [all, known] = [size('n'), size('known')];
  const ofAllYears = ETHNIC_GROUPS.map((group) => pooledCount(book, group, 'children'));
  addUpTo(book, ofAllYears, known, 'the groups of all years add up to known');
  addUpTo(
    book,
    [known, pooledCount(book, NOT_KNOWN, 'children')],
    all,
    'known and Not known of all years add up to n',
  );
  for (const group of [...ETHNIC_GROUPS, NOT_KNOWN]) {
    const years = [groupCount(book, group), pooledCount(book, group, 'other_years')];
    addUpTo(
      book,
      years,
      pooledCount(book, group, 'children'),
      `${group}: the children of all years are those of this year and of the others`,
    );
  }
  for (const row of rows) {
    const countOf = (group: string) => pooledCount(book, group, 'children');
    relateRate(book, row, countOf(String(row.group)), 'person_years', countOf, rows);
  }
}

/** The children of a group in all years, each once a year, or in the other years. */
function pooledCount(book: Book, group: string, key: 'children' | 'other_years'): number {
  const cell = cellIn(tableRows(book, METRIC, 'pooled'), { group }, key);
  const isRecord = group === NOT_KNOWN;
  const isShownZero = cell === WITHHELD && book.report.provenance.zeros !== 'hide';
  return figure(
    book,
    { metric: METRIC, table: key === 'children' ? 'pooled' : 'other_years', row: group },
    [cell],
    {
      // Withheld with this year's, it may well be 0 in the others.
      low: isShownZero && key === 'children' ? 1 : 0,
      isPublic: isRecord && isNumber(cell),
      follows: isRecord,
    },
  );
}
