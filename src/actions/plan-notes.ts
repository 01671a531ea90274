/** What is said below an improvement plan. */

import type { Day } from '../caseload/read-dates.ts';
import { isoDate } from '../caseload/read-dates.ts';
import { shorten } from '../render/measure-text.ts';
import type { Report } from '../report/report.ts';
import type { PlannedAction } from './plan-rows.ts';

const LONGEST_LABEL = 60;

export function planNotes(planned: readonly PlannedAction[], report: Report, asAt: Day | null): string[] {
  return [
    countsNote(planned),
    overdueNote(planned, asAt),
    ...unusualNote(planned),
    ...figureNotes(planned, report, asAt),
    ...caveats(planned, report),
    ...new Set(planned.flatMap(({ figure }) => figure?.note ?? [])),
  ];
}

/** "12 actions: 3 overdue, 5 other open, 3 done, 1 dropped." */
function countsNote(planned: readonly PlannedAction[]): string {
  const count = (test: (one: PlannedAction) => boolean) => planned.filter(test).length;
  const open = count(({ action }) => action.completion === 'open');
  const done = count(({ action }) => action.completion === 'done');
  const overdue = count(({ daysOverdue }) => daysOverdue !== null && daysOverdue > 0);
  const cannotTell = planned.some(({ daysOverdue }) => daysOverdue === null);
  const counts = [
    `${open} still to be done${cannotTell ? '' : ` (${overdue} of them overdue)`}`,
    `${done} done`,
    `${planned.length - open - done} dropped`,
  ];
  return `${actionsOf(planned.length)}: ${counts.join(', ')}.`;
}

function actionsOf(count: number): string {
  return count === 1 ? '1 action' : `${count} actions`;
}

function overdueNote(planned: readonly PlannedAction[], asAt: Day | null): string {
  if (asAt === null)
    return 'Which actions are overdue cannot be told, as the report has no as-at date: --as-at sets the day.';
  const undated = planned.filter(({ action }) => action.completion === 'open' && action.due === 0).length;
  const without =
    undated === 0
      ? ''
      : ` ${actionsOf(undated)} still to be done ${undated === 1 ? 'has' : 'have'} no due date.`;
  return `Overdue is what was due before ${isoDate(asAt)}, the as-at date, and is neither done nor dropped.${without}`;
}

/** Each status that is none of the usual ones, once. */
function unusualNote(planned: readonly PlannedAction[]): string[] {
  const statuses = planned.filter(({ action }) => action.isUnusual).map(({ action }) => action.status);
  const listed = [...new Set(statuses)].map(
    (status) =>
      `${shorten(status, LONGEST_LABEL, '...')} (${actionsOf(statuses.filter((one) => one === status).length)})`,
  );
  if (listed.length === 0) return [];
  return [`Counted as still to be done, as their status is none that is known: ${listed.join(', ')}.`];
}

function figureNotes(
  planned: readonly PlannedAction[],
  { provenance: { round } }: Report,
  asAt: Day | null,
): string[] {
  if (planned.every(({ figure }) => figure === null)) return [];
  const on = asAt === null ? '' : `, as at ${isoDate(asAt)}`;
  const judged =
    round === undefined
      ? 'Reached or not is judged on the figure unrounded; a 95% range that holds the target leaves it open. Neither says that an action brought it about.'
      : `Its counts are rounded to the nearest ${round}, so whether a target is reached cannot be told from them, nor which figure is the lowest or highest.`;
  return [`Figures are those of this report${on}. ${judged}`];
}

/** What must be said wherever a metric's figures are shown. */
function caveats(planned: readonly PlannedAction[], report: Report): string[] {
  const named = new Set(planned.flatMap(({ action }) => action.figure?.metric ?? []));
  return report.metrics
    .filter(({ name, caveat }) => named.has(name) && caveat !== undefined)
    .map(({ title, caveat }) => `${title}: ${caveat}.`);
}
