/** The columns of an improvement plan and its rows. */
import { isoDate } from '../caseload/read-dates.ts';
import { type Cell, NOT_APPLICABLE, NOT_AVAILABLE, type Row, type ShownColumn } from '../report/report.ts';
import type { Action } from './actions.ts';
import type { Figure } from './figure-at.ts';
import { readingOf, targetWords } from './judge-target.ts';

export interface PlannedAction {
  readonly action: Action;
  /** The title of its metric, and the figure that it names. */
  readonly metric: string;
  readonly figure: Figure | null;
  /** 0 when it is not overdue, null when that cannot be told. */
  readonly daysOverdue: number | null;
}

const NOT_RECORDED = 'Not recorded';

/** Only the recommendation names its row: a text would be repeated with every figure where a table is divided. */
const ALWAYS: readonly ShownColumn[] = [
  { key: 'recommendation', label: 'Recommendation', type: 'text' },
  { key: 'owner', label: 'Owner', type: 'verdict' },
  { key: 'due_date', label: 'Due', type: 'verdict' },
  { key: 'status', label: 'Status', type: 'verdict' },
  { key: 'days_overdue', label: 'Days overdue', type: 'number' },
];
const METRIC: ShownColumn = { key: 'metric', label: 'Figure', type: 'verdict' };
const TARGET: ShownColumn = { key: 'target', label: 'Target', type: 'verdict' };
const READING: ShownColumn = { key: 'reading', label: 'Reading', type: 'verdict' };
const OF_KIND: Readonly<Record<Figure['kind'], readonly ShownColumn[]>> = {
  share: [
    { key: 'share', label: 'Share today', type: 'share' },
    { key: 'share_lower', label: '95% lower', type: 'lower', of: 'share' },
    { key: 'share_upper', label: '95% upper', type: 'upper', of: 'share' },
    { key: 'share_of', label: 'Of how many', type: 'number' },
  ],
  number: [{ key: 'number', label: 'Number today', type: 'number' }],
  rate: [
    { key: 'rate', label: 'Rate today', type: 'rate' },
    { key: 'rate_lower', label: '95% lower of rate today', type: 'lower', of: 'rate' },
    { key: 'rate_upper', label: '95% upper of rate today', type: 'upper', of: 'rate' },
  ],
};
const KINDS = ['share', 'number', 'rate'] as const;

/** Columns for figures only where an action names one of their kind. */
export function planColumns(planned: readonly PlannedAction[]): ShownColumn[] {
  const kinds = KINDS.filter((kind) => planned.some(({ figure }) => figure?.kind === kind));
  const hasTarget = planned.some(({ action }) => action.target !== '');
  const isJudged = planned.some(({ action }) => action.figure?.target);
  return [
    ...ALWAYS,
    ...(kinds.length > 0 ? [METRIC] : []),
    ...(hasTarget ? [TARGET] : []),
    ...kinds.flatMap((kind) => OF_KIND[kind]),
    ...(isJudged ? [READING] : []),
  ];
}

/** @param isRounded whether the counts of the report are */
export function planRow(planned: PlannedAction, columns: readonly ShownColumn[], isRounded: boolean): Row {
  const cells: Readonly<Record<string, Cell>> = {
    ...wordCells(planned),
    ...figureCells(planned, isRounded),
  };
  return Object.fromEntries(columns.map(({ key }) => [key, cells[key] ?? NOT_APPLICABLE]));
}

function wordCells({ action, daysOverdue }: PlannedAction): Record<string, Cell> {
  const { recommendation, owner, due, status } = action;
  return {
    recommendation,
    owner: owner || NOT_RECORDED,
    due_date: isoDate(due) || NOT_RECORDED,
    status: status || NOT_RECORDED,
    days_overdue: daysOverdue === null ? NOT_AVAILABLE : daysOverdue || NOT_APPLICABLE,
  };
}

/** A figure stands in the columns of its kind alone. */
function figureCells({ action, metric, figure }: PlannedAction, isRounded: boolean): Record<string, Cell> {
  if (figure === null) return { target: action.target || NOT_APPLICABLE };
  const { kind, words, value, lower, upper, of, better } = figure;
  const target = action.figure?.target ?? null;
  return {
    metric: words === '' ? metric : `${metric}: ${words}`,
    target: targetWords(action.target, target, better) || NOT_APPLICABLE,
    [kind]: value,
    [`${kind}_lower`]: lower,
    [`${kind}_upper`]: upper,
    [`${kind}_of`]: of,
    reading: readingOf(value, target, { better, isRounded }),
  };
}
