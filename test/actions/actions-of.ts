/** Files of actions as tests write them. */
import { readActions } from '../../src/actions/read-actions.ts';
import { UserError } from '../../src/caseload/errors.ts';

const HEADER = 'recommendation,owner,due_date,status,metric,target';

/** The actions of a file `actions.csv`. */
export function actionsIn(content: string) {
  return readActions({ name: 'actions.csv', bytes: new TextEncoder().encode(content) });
}

/** The actions of lines below the usual header: the first is on line 2. */
export function actionsOf(...lines: readonly string[]) {
  return actionsIn([HEADER, ...lines].join('\n'));
}

/** What is said of a file that is refused, line by line; nothing of one that is read. */
export function mistakesIn(content: string): readonly string[] {
  try {
    actionsIn(content);
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.lines;
    throw error;
  }
}

export function mistakesOf(...lines: readonly string[]): readonly string[] {
  return mistakesIn([HEADER, ...lines].join('\n'));
}
