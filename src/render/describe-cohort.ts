/** Sentences about who a table is about. */
import type { Cohort, MetricReport, Table } from '../report/report.ts';
import { formatCount } from './format-cell.ts';
import { groupRows, type RowGroup } from './group-rows.ts';
import { keyInWords } from './shown-words.ts';

const SINGULAR = new Map([
  ['children', 'child'],
  ['cases', 'case'],
  ['workers', 'worker'],
  ['judgements', 'judgement'],
]);

/** "268 children; left out: 12 residence Other; shares are of the 261 known". */
export function cohortSentence(table: Table, cohort: Omit<Cohort, 'parts'>): string {
  const unit = cohort.n === 1 ? (SINGULAR.get(table.unit) ?? table.unit) : table.unit;
  const leftOut = cohort.leftOut.filter((reason) => reason.n !== 0);
  return [
    `${formatCount(cohort.n)} ${unit}`,
    ...(leftOut.length === 0
      ? []
      : [`left out: ${leftOut.map((reason) => `${formatCount(reason.n)} ${reason.reason}`).join(', ')}`]),
    ...(sharesAreOfKnown(table) ? [sharesSentence(cohort)] : []),
  ].join('; ');
}

function sharesSentence(cohort: Omit<Cohort, 'parts'>): string {
  if (cohort.known === cohort.n) return 'shares are of all of them';
  return `shares are of the ${formatCount(cohort.known)} known`;
}

/** Shares of a row's own count (judgements, say), or in a table without counts, are not of the cohort's known. */
function sharesAreOfKnown(table: Table): boolean {
  if (!table.columns.some((column) => column.type === 'count')) return false;
  const ofRow = new Set(table.columns.map((column) => column.key));
  return table.columns.some(
    (column) =>
      column.type === 'share' && !(column.denominator !== undefined && ofRow.has(column.denominator)),
  );
}

/** The one cohort sentence of a metric, or null when its tables differ and each must say its own. */
export function sharedCohortSentence(metric: MetricReport): string | null {
  const sentences = new Set(metric.tables.map((table) => cohortSentence(table, table.cohort)));
  const [only] = sentences;
  return sentences.size === 1 && only !== undefined ? only : null;
}

/** The heading of one value of a breakdown: "Team: North". */
export function groupHeading(table: Table, group: RowGroup): string {
  return group.by === 'All' ? 'All' : `${keyInWords(table.by ?? '')}: ${group.by}`;
}

/** What stands where a value of a breakdown has no rows. */
export function emptyGroupSentence(group: RowGroup): string {
  return group.by === null || group.cohort?.n === 0 ? 'Nothing to count.' : 'Withheld: too few to show.';
}

/**
 * The cohort of one value of a breakdown, or null where there is nothing to say: the whole is said of the table,
 * and of a value without rows no number may be shown.
 */
export function partSentence(table: Table, group: RowGroup): string | null {
  if (group.by === 'All' || group.cohort === null || group.rows.length === 0) return null;
  return cohortSentence(table, group.cohort);
}

/** For each value of a breakdown but the whole: its cohort, as "North: 88 children; left out: 4 closed". */
export function partSentences(table: Table): string[] {
  return groupRows(table)
    .filter((group) => group.by !== null && group.by !== 'All')
    .filter((group) => group.cohort !== null || group.rows.length === 0)
    .map((group) => `${group.by}: ${partSentence(table, group) ?? emptyGroupSentence(group)}`);
}
