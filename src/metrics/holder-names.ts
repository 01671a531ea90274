import type { Column } from '../caseload/caseload.ts';
import { groupingOf } from '../caseload/groups.ts';
import type { EthnicityList } from '../reference/ethnicity.ts';

/**
 * What each worker or team is called, by code, and its position in the order of names; those without one come last.
 * One called as we call the lack of one is told apart from it.
 * @param nobody what the lack of one is called
 */
export function holderNames(column: Column, list: EthnicityList, nobody: string) {
  const { labels, of: position } = groupingOf(column, list);
  const of = (value: number) => {
    const name = labels[position(value)];
    return value !== 0 && name === nobody ? `${name} (${column.name})` : name;
  };
  return { of, position };
}
