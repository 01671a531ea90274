/** What the status of an action says of whether it is still to be done. */
import { compact } from '../caseload/columns.ts';
import type { Completion } from './actions.ts';

/** Compared without case, spaces and punctuation. */
const DONE = ['done', 'complete', 'completed', 'closed', 'achieved', 'finished', 'implemented'];
const DROPPED = ['dropped', 'cancelled', 'canceled', 'withdrawn', 'superseded', 'nolongerneeded'];
const GOING_ON = [
  ...['notstarted', 'inprogress', 'open', 'ongoing', 'ontrack', 'atrisk', 'delayed', 'overdue'],
  ...['onhold', 'planned', 'started'],
];

/** A status that is none of these, or none at all, ends nothing. */
export function completionOf(status: string): { completion: Completion; isUnusual: boolean } {
  const word = compact(status);
  if (DONE.includes(word)) return { completion: 'done', isUnusual: false };
  if (DROPPED.includes(word)) return { completion: 'dropped', isUnusual: false };
  return { completion: 'open', isUnusual: status !== '' && !GOING_ON.includes(word) };
}
