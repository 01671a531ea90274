import { UserError } from './errors.ts';
import { type Day, readDay } from './read-dates.ts';

/** A date as the user types it. @throws UserError naming the option */
export function parseDay(text: string, option: string): Day {
  const read = readDay(text.trim(), false);
  if (typeof read === 'object') return read.day;
  throw new UserError(`${option} ${text}: not a date; write it as 2026-10-31`);
}
