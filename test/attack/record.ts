/** Data quality: how many cases a column is asked of and has, and what each gap costs, are counts of other metrics. */
import { present, usedRows } from './between-metrics.ts';
import { type Book, CHILD_METRICS, hasTable, tableNamed } from './book.ts';
import { addUpTo, holds, isThere, same, sizeOf, tableRows } from './cells.ts';
import { cohortCount, rowCount } from './counts.ts';
import { groupCount } from './disproportionality.ts';
import { judgedOf, questionsOf } from './judgements.ts';
import { answerOf, turningIn } from './needs.ts';
import { ALL, NOT_KNOWN } from './published.ts';
import { relateGapsOfCases } from './record-cases.ts';
import { filledOf, gapOf, METRIC, missingOf, relateGap } from './record-cells.ts';
import { relateScopes, scopeCount } from './record-scopes.ts';

export function relateRecord(book: Book): void {
  if (!isThere(book, METRIC)) return;
  same(book, sizeOf(book, METRIC, 'n', true), usedRows(book, ALL), 'data-quality: every row used is a case');
  same(book, sizeOf(book, METRIC, 'n'), sizeOf(book, METRIC, 'known'), 'data-quality: known is n');
  relateColumns(book);
  relateScopes(book);
  relateGapsOfChildren(book);
  relateGapsOfCases(book);
}

function relateColumns(book: Book): void {
  for (const { column_name: name, of } of tableRows(book, METRIC, 'columns')) {
    const [filled, missing] = [filledOf(book, String(name)), missingOf(book, String(name))];
    if (filled === null || missing === null) continue;
    addUpTo(
      book,
      [filled, missing],
      scopeCount(book, String(of)),
      `${name}: filled and missing are the cases asked of`,
    );
  }
  if (!isThere(book, 'court-quality')) return;
  for (const question of questionsOf(book)) {
    const filled = filledOf(book, question.replace(' ', '_'));
    if (filled !== null && !book.asked.hasPeriod)
      holds(book, [filled], [judgedOf(book, ALL, question)], `${question}: what is judged is filled in`);
  }
}

const NEEDS = ['send', 'care_experienced', 'ete_suitable', 'accommodation_suitable'];
const LEVELS = ['likelihood_of_reoffending', 'safety_wellbeing', 'risk_to_others'];

function relateGapsOfChildren(book: Book): void {
  const children = childrenOf(book);
  const row = (metric: string, table: string) =>
    hasTable(book, metric, table) ? rowCount(book, metric, table, ALL, NOT_KNOWN) : null;
  relateGap(book, 'Ethnicity mix', 'ethnicity', row('ethnicity-mix', 'groups'), children);
  if (isThere(book, 'disproportionality') && tableNamed(book, 'disproportionality', 'groups'))
    relateGap(book, 'Disproportionality', 'ethnicity', groupCount(book, NOT_KNOWN), children);
  relateGap(book, 'Sex mix', 'sex', row('sex-mix', 'sexes'), children);
  relateGap(book, 'Age bands', 'birth_month or age', row('age-bands', 'years'), children);
  for (const [table, question, columns] of [
    ['needs', 'need', NEEDS],
    ['levels', 'level', LEVELS],
  ] as const) {
    for (const column of columns) {
      const isAsked = tableRows(book, 'needs-profile', table).some((one) => one[question] === column);
      const unknown = isAsked
        ? answerOf(book, { metric: 'needs-profile', table, question, count: 'children' }, column, 'Unknown')
        : null;
      relateGap(book, 'Needs profile', column, unknown, children);
    }
  }
  relateGap(book, 'Transitions', 'birth_month', null, children);
  const gap = gapOf(book, 'Transitions', 'birth_month');
  const withoutMonth = tableRows(book, 'transitions', 'months').filter(({ turning }) =>
    String(turning).startsWith('already'),
  );
  if (gap !== null)
    holds(
      book,
      [gap],
      withoutMonth.map(({ age, turning }) => turningIn(book, String(age), String(turning))),
      'whose month of birth is not known has none',
    );
}

/** The children with an open case, as any metric counts them. */
function childrenOf(book: Book): number | null {
  const [sister] = present(book, CHILD_METRICS);
  if (sister !== undefined) return cohortCount(book, sister, ALL, 'n');
  const [further] = present(book, ['needs-profile', 'transitions', 'disproportionality']);
  return further === undefined ? null : sizeOf(book, further, 'n');
}
