/** What is said where no figures are shown, since they are withheld. */
import type { MetricReport, Table } from '../report/report.ts';
import { groupRows } from './group-rows.ts';

export interface WithheldWords {
  /** What holds for all tables of the metric that are shown. */
  readonly metric: string | null;
  /** What is to be said of one table besides. */
  readonly table: (table: Table) => string | null;
}

/** Of a table without any rows. */
export const WITHHELD_WHOLE = 'withheld whole: small numbers';

/** Whether nothing of the table is shown. */
export function isWithheldWhole({ withheld, rows }: Table): boolean {
  return withheld === true && rows.length === 0;
}

/** Why values of a breakdown are withheld. */
export function tooFew({ unit }: Table): string {
  return `too few ${unit}, or they would reveal them`;
}

/** The words for a metric and its tables: a line naming the values withheld, not a table for each. */
export function withheldWords({ tables }: MetricReport, shorten = (name: string) => name): WithheldWords {
  const say = (table: Table) => valuesSentence(table, shorten);
  const shown = tables.filter((table) => !isWithheldWhole(table));
  const sentences = new Set(shown.map(say));
  const [first = null] = sentences;
  const isOnce = sentences.size < 2;
  return {
    metric: isOnce ? first : null,
    table: (table) => {
      if (isWithheldWhole(table)) return WITHHELD_WHOLE;
      return isOnce ? null : say(table);
    },
  };
}

/** "withheld for Mixed and Other: too few children, or they would reveal them", or null where no value is. */
function valuesSentence(table: Table, shorten: (name: string) => string): string | null {
  const names = groupRows(table).flatMap(({ name, isWithheld }) => (isWithheld ? [shorten(name)] : []));
  return names.length === 0 ? null : `withheld for ${listed(names)}: ${tooFew(table)}`;
}

/** "North, South and West". */
function listed(names: readonly string[]): string {
  const [last = '', ...others] = [...names].reverse();
  return others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`;
}
