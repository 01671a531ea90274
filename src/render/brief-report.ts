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
  return { ...metric, tables: metric.tables.map(briefTable) };
}

/** The table with the rows that stand out, and in words what is left out of it. */
function briefTable(table: Table): Table {
  const { highlights, rows, columns } = table;
  if (highlights === undefined || table.withheld) return table;
  const { column, words } = highlights;
  const shown = rows.filter((row) => words.includes(String(row[column])));
  if (shown.length === rows.length) return table;
  const withheld = rows.filter((row) => row[column] === WITHHELD).length;
  const name = columns.find(({ key }) => key === column)?.label.toLowerCase() ?? column;
  const which = `whose ${name} is ${words.join(' or ')}`;
  const open = `${rows.length - withheld} rows that can be shown`;
  const listed =
    shown.length === 0 ? `Of the ${open} there is none` : `Listed are the ${shown.length} of the ${open}`;
  const unseen = withheld === 0 ? '' : `; of the ${withheld} that are withheld nothing is said`;
  const brief = `${listed} ${which}${unseen}. All rows are in the workbook, the CSV, the JSON and the report of this metric alone.`;
  return { ...table, rows: shown, brief };
}
