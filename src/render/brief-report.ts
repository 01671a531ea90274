import { type MetricReport, type Report, type Table, WITHHELD } from '../report/report.ts';

/**
 * A report as people read it: of a table with hundreds of rows, those that stand out. A metric asked for alone has all
 * its rows, and so have the formats for data.
 */
export function briefReport(report: Report): Report {
  if (report.metrics.length < 2) return report;
  return { ...report, metrics: report.metrics.map(briefMetric) };
}

function briefMetric(metric: MetricReport): MetricReport {
  const briefs = metric.tables.map(briefTable);
  if (briefs.every(({ left }) => left === null)) return metric;
  return {
    ...metric,
    tables: briefs.flatMap(({ table, left }) => (left !== null && table.rows.length === 0 ? [] : [table])),
    notes: [...briefs.flatMap(({ left }) => left ?? []), ...metric.notes],
  };
}

/** The table with the rows that stand out, and in words what is left out of it. */
function briefTable(table: Table): { table: Table; left: string | null } {
  const { highlights, rows, title } = table;
  if (highlights === undefined || table.withheld) return { table, left: null };
  const { column, words } = highlights;
  const shown = rows.filter((row) => words.includes(String(row[column])));
  if (shown.length === rows.length) return { table, left: null };
  const withheld = rows.filter((row) => row[column] === WITHHELD).length;
  const what = shown.length === 0 ? 'no row is' : 'shown are the rows that are';
  const all = `all ${rows.length} rows${withheld === 0 ? '' : ` (${withheld} withheld)`}`;
  const left = `${title}: ${what} ${words.join(' or ')}; ${all} are in the CSV, the JSON and the report of this metric alone.`;
  return { table: { ...table, rows: shown }, left };
}
