/** What case file audits ask of a case, and how the answers are counted. */
import type { Values } from '../caseload/caseload.ts';
import { type ColumnName, JUDGEMENTS } from '../caseload/columns.ts';
import type { ColumnSpec, View } from './define-metric.ts';

/** The answers as codes; 0 is blank. NA and blank are not judged. */
export const YES = 1;
export const NO = 2;
const NA = 3;

export interface AuditQuestion {
  readonly standard: string;
  readonly question: string;
  readonly column: ColumnName;
}

/** The twelve questions of the framework in its order, then whether the child's diversity needs were met. */
export const AUDIT_QUESTIONS: readonly AuditQuestion[] = [
  ...JUDGEMENTS,
  { standard: 'diversity', question: 'needs_met', column: 'diversity_needs_met' },
];

/** Of a question how many cases were judged, and how many of them sufficient, with its share and interval. */
export const QUESTION_COLUMNS: readonly ColumnSpec[] = [
  { key: 'standard', label: 'Standard', type: 'text' },
  { key: 'question', label: 'Question', type: 'text' },
  { key: 'judged', label: 'Judged', type: 'count' },
  { key: 'sufficient', label: 'Sufficient', type: 'count' },
  { key: 'share', label: 'Share sufficient', type: 'share', numerator: 'sufficient', denominator: 'judged' },
  { key: 'share_lower', label: '95% lower', type: 'lower', of: 'share' },
  { key: 'share_upper', label: '95% upper', type: 'upper', of: 'share' },
];

/** The rows that have a Yes or No to any of the questions: of a caseload a part, which is all that need be counted. */
export function judgedRows(view: View, rows: Uint32Array): Uint32Array {
  const columns = AUDIT_QUESTIONS.map(({ column }) => view.column(column)?.values).filter(
    (values) => values !== undefined,
  );
  return rows.filter((row) => isJudged(columns, row));
}

export function isJudged(columns: readonly Values[], row: number): boolean {
  for (const answers of columns) if (answers[row] === YES || answers[row] === NO) return true;
  return false;
}

/** Per group: how many cases were judged, and how many of them sufficient. */
export interface AnswerCounts {
  readonly judged: Uint32Array;
  readonly sufficient: Uint32Array;
}

/**
 * The answers to each of some questions, counted by group.
 * @param groups of each of the rows, in their order, the group it belongs to, from 0 to `size` - 1
 */
export function countAnswers(
  view: View,
  questions: readonly Pick<AuditQuestion, 'column'>[],
  rows: Uint32Array,
  groups: Values,
  size: number,
): AnswerCounts[] {
  return questions.map(({ column }) => answersByGroup(view.column(column)?.values, rows, groups, size));
}

/** Of a question that the files do not ask nothing was judged. */
function answersByGroup(
  answers: Values | undefined,
  rows: Uint32Array,
  groups: Values,
  size: number,
): AnswerCounts {
  const counts = new Uint32Array(size * (NA + 1));
  if (answers !== undefined) {
    for (let index = 0; index < rows.length; index++)
      counts[groups[index] * (NA + 1) + answers[rows[index]]]++;
  }
  const judged = new Uint32Array(size);
  const sufficient = new Uint32Array(size);
  for (let group = 0; group < size; group++) {
    sufficient[group] = counts[group * (NA + 1) + YES];
    judged[group] = sufficient[group] + counts[group * (NA + 1) + NO];
  }
  return { judged, sufficient };
}
