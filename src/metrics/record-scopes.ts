/** Of which cases a column can be asked: a release date that no case but those of Custody can have is not missing. */
import type { Values } from '../caseload/caseload.ts';
import { type ColumnName, JUDGEMENTS } from '../caseload/columns.ts';
import { DISPOSALS, type Disposal } from '../reference/disposals.ts';
import { openCases, selectRows } from './cohorts.ts';
import { courtCases } from './court-cases.ts';
import type { View } from './define-metric.ts';
import { AUDIT_QUESTIONS, NO } from './quality-answers.ts';

export type Scope =
  | 'all cases'
  | 'open cases'
  | 'open home cases'
  | 'court cases'
  | 'court cases audited'
  | 'court cases judged'
  | 'referral orders'
  | 'cases with a court report'
  | 'cases with a review due by now'
  | 'Custody cases'
  | 'Custody cases released';

const AUDIT_COLUMNS = AUDIT_QUESTIONS.map(({ column }) => column);

const SCOPE_OF_COLUMN: Partial<Record<ColumnName, Scope>> = {
  worker_id: 'open cases',
  likelihood_of_reoffending: 'open cases',
  safety_wellbeing: 'open cases',
  risk_to_others: 'open cases',
  first_hearing_date: 'court cases',
  sentence_date: 'court cases',
  panel_date: 'referral orders',
  report_requested_date: 'cases with a court report',
  report_due_date: 'cases with a court report',
  report_submitted_date: 'cases with a court report',
  review_due_date: 'open cases',
  review_date: 'cases with a review due by now',
  audit_date: 'court cases judged',
  ...Object.fromEntries(AUDIT_COLUMNS.map((column) => [column, 'court cases audited'])),
  release_date: 'Custody cases',
  resettlement_plan_date: 'Custody cases released',
  release_accommodation_suitable: 'Custody cases released',
  release_ete_suitable: 'Custody cases released',
};

export function scopeOf(column: ColumnName): Scope {
  return SCOPE_OF_COLUMN[column] ?? 'all cases';
}

/** The rows of each scope of a view, each found once. */
export function scopesOf(view: View): RowsOf {
  const found = new Map<Scope, Uint32Array>();
  const rowsOf = (scope: Scope): Uint32Array => {
    const before = found.get(scope);
    if (before !== undefined) return before;
    const rows = FINDERS[scope](view, rowsOf);
    found.set(scope, rows);
    return rows;
  };
  return rowsOf;
}

const NOTHING = new Uint32Array();
const REPORT_COLUMNS = [
  'report_type',
  'report_requested_date',
  'report_due_date',
  'report_submitted_date',
] as const;

export type RowsOf = (scope: Scope) => Uint32Array;

/** A scope within another is looked for in it alone. */
const FINDERS: Readonly<Record<Scope, (view: View, rowsOf: RowsOf) => Uint32Array>> = {
  'all cases': (view) => view.rows,
  'open cases': (view) => openCases(view, false).rows,
  'open home cases': (view) => openCases(view, true).rows,
  'court cases': (view) => (view.column('disposal') === null ? NOTHING : courtCases(view).rows),
  'court cases audited': (view, rowsOf) =>
    withAny(view, rowsOf('court cases'), ['audit_date', ...AUDIT_COLUMNS]),
  'court cases judged': (view, rowsOf) =>
    withAny(
      view,
      rowsOf('court cases audited'),
      JUDGEMENTS.map(({ column }) => column),
      NO,
    ),
  'referral orders': (view) => rowsOfDisposals(view, ({ label }) => label === 'Referral order'),
  'cases with a court report': (view) => withAny(view, view.rows, REPORT_COLUMNS),
  'cases with a review due by now': (view) => withAny(view, view.rows, ['review_due_date'], view.asAt ?? 0),
  'Custody cases': (view) => rowsOfDisposals(view, ({ group }) => group === 'Custody'),
  'Custody cases released': (view, rowsOf) =>
    withAny(view, rowsOf('Custody cases'), ['release_date'], view.asAt ?? 0),
};

/**
 * The rows with something in any of some columns.
 * @param most the largest value that counts: of answers Yes and No without NA, of dates those up to a day
 */
export function withAny(
  view: View,
  rows: Uint32Array,
  columns: readonly ColumnName[],
  most = Number.POSITIVE_INFINITY,
): Uint32Array {
  const has = new Uint8Array(rows.length);
  for (const column of columns) markFilled(has, rows, view.column(column)?.values, most);
  const kept = new Uint32Array(rows.length);
  let length = 0;
  for (let index = 0; index < rows.length; index++) if (has[index] === 1) kept[length++] = rows[index];
  return kept.subarray(0, length);
}

/** Column by column: a loop over the columns within one over the rows costs several times as much. */
function markFilled(has: Uint8Array, rows: Uint32Array, values: Values | undefined, most: number): void {
  if (values === undefined) return;
  for (let index = 0; index < rows.length; index++) {
    const value = values[rows[index]];
    if (value !== 0 && value <= most) has[index] = 1;
  }
}

/** The rows of some disposals, by their labels or groups. */
export function rowsOfDisposals(view: View, isOne: (disposal: Disposal) => boolean): Uint32Array {
  const disposals = view.column('disposal')?.values;
  if (disposals === undefined) return NOTHING;
  const ranks = Uint8Array.of(1, ...DISPOSALS.map((disposal) => (isOne(disposal) ? 0 : 1)));
  return selectRows(view.rows, 1, (row) => ranks[disposals[row]]).kept;
}
