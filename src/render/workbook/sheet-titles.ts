/** What the sheet of a table is called: after the titles above it, as far as a tab has room. */
import type { MetricReport, Table } from '../../report/report.ts';
import { MOST } from './sheet-names.ts';

/**
 * The first of these that fits: the title of the metric where it has one table, else with that of the table, with the
 * beginning of that, or with the table's name.
 */
export function sheetTitle(metric: MetricReport, table: Table): string {
  if (metric.tables.length === 1) return metric.title;
  const parts = [table.title, ...table.title.split(/[,:]/, 1), table.name.replaceAll(/[-_]/g, ' ')];
  const titles = [', ', ' '].flatMap((between) =>
    parts.map((part) => `${metric.title}${between}${withinTitle(part)}`),
  );
  return titles.find(({ length }) => length <= MOST) ?? metric.title;
}

/** "The four standards" is "four standards", "KPI-like" stays as it is. */
function withinTitle(title: string): string {
  const words = title.replace(/^The /, '');
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
