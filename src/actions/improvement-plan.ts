/** The recommendations of a service beside today's figures, as a part of the report like its metrics. */
import { type Day, MISSING, readDay } from '../caseload/read-dates.ts';
import { metricNamed } from '../metrics/index.ts';
import type { MetricReport, Report } from '../report/report.ts';
import type { Action, Actions } from './actions.ts';
import { findFigure } from './find-figure.ts';
import { planNotes } from './plan-notes.ts';
import { type PlannedAction, planColumns, planRow } from './plan-rows.ts';

/**
 * All actions, overdue ones first, each with the figure that it names as the report shows it.
 *
 * @param report as it is shown, after small numbers are withheld: what follows from a withheld figure is withheld too
 */
export function improvementPlan({ actions }: Actions, report: Report): MetricReport {
  const asAt = dayOf(report.provenance.asAt);
  const planned = actions.map((action): PlannedAction => {
    const figure = action.figure === null ? null : findFigure(action.figure, report);
    return { action, metric: titleOf(action), figure, daysOverdue: daysOverdue(action, asAt) };
  });
  const columns = planColumns(planned);
  const isRounded = report.provenance.round !== undefined;
  const rows = [...planned].sort(compareActions).map((one) => planRow(one, columns, isRounded));
  const n = actions.length;
  return {
    name: 'improvement-plan',
    title: 'Improvement plan',
    question: 'What was recommended, and how far is it?',
    unit: 'actions',
    status: 'ok',
    tables: [
      {
        name: 'actions',
        title: 'Recommendations, overdue ones first',
        unit: 'actions',
        by: null,
        cohort: { n, known: n, leftOut: [] },
        columns,
        rows,
      },
    ],
    notes: planNotes(planned, report, asAt),
  };
}

function titleOf({ figure }: Action): string {
  return figure === null ? '' : (metricNamed(figure.metric)?.title ?? figure.metric);
}

function dayOf(asAt: string | null): Day | null {
  const read = asAt === null ? 'unreadable' : readDay(asAt, false);
  return typeof read === 'object' ? read.day : null;
}

/** By how many days; 0 when it is not, null when that cannot be told. Due on the day of the report is not overdue. */
function daysOverdue({ due, completion }: Action, asAt: Day | null): number | null {
  if (completion !== 'open' || due === MISSING) return 0;
  return asAt === null ? null : Math.max(0, asAt - due);
}

const OVERDUE = 0;
const OPEN = 1;
const ENDED = 2;

/** Overdue ones first, then those still to be done, then those done or dropped; each by due date, then by line. */
function compareActions(one: PlannedAction, other: PlannedAction): number {
  const [first, second] = [one, other].map(({ action, daysOverdue: days }) => {
    const rank = action.completion !== 'open' ? ENDED : days !== null && days > 0 ? OVERDUE : OPEN;
    return { rank, due: action.due === MISSING ? Number.POSITIVE_INFINITY : action.due, line: action.line };
  });
  if (first.rank !== second.rank) return first.rank - second.rank;
  return first.due === second.due ? first.line - second.line : first.due - second.due;
}
