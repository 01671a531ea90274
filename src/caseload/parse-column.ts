import { type ColumnName, columnDefinitions, compact } from './columns.ts';
import { UserError } from './errors.ts';
import { nearest } from './nearest.ts';

/** One of our columns, however it is written. @throws UserError naming the option and the nearest column */
export function parseColumn(text: string, option: string): ColumnName {
  const words = compact(text);
  const names = columnDefinitions().map(({ name }) => name);
  const name = names.find((one) => compact(one) === words);
  if (name !== undefined) return name;
  const guess = nearest(text.trim().toLowerCase(), names);
  const hint = guess === null ? 'see yos-caseload columns' : `did you mean ${guess}?`;
  throw new UserError(`${option}: there is no column "${text.trim()}"; ${hint}`);
}
