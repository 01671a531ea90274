/** Which figures a shareable report withholds and why, with their numbers: for the desk of the analyst alone. */

import type { Sharing } from '../disclosure.ts';
import { type Cell as Figure, type InternalReport, NOT_AVAILABLE, type Row, WITHHELD } from '../report.ts';
import type { Basis, Rules } from './rules.ts';
import { type TableDecision, withholdTable } from './withhold.ts';
import { decideMetrics } from './withhold-metrics.ts';

type Reason = 'primary' | 'secondary' | 'derived' | 'table' | 'too small' | 'internal';

export interface LoggedFigure {
  readonly metric: string;
  readonly table: string;
  /** The value of the breakdown. */
  readonly by?: Figure;
  /** The texts of the row. */
  readonly row: string;
  readonly figure: string;
  readonly value: Figure;
  readonly reason: Reason;
}

/** In words, what each reason means. */
const REASONS: Readonly<Record<Reason, string>> = {
  primary:
    'a count from 1 to below the threshold, or one as telling: a zero that would tell of others, a bound below twice the threshold',
  secondary: 'would reveal a withheld count to somebody who adds and subtracts',
  derived: 'follows from a withheld count',
  internal: 'its row tells of counts that other metrics protect: it is in no report that is shared',
  table: 'its table is withheld whole: withholding single counts was not enough',
  'too small': 'its cohort is too small, or would reveal the size of one that is',
};

/** The log as JSON. */
export function renderDisclosureLog(
  report: InternalReport,
  basis: Basis,
  { threshold, zeros }: Sharing,
): string {
  const figures = disclosureLog(report, basis, { threshold, hidesZeros: zeros === 'hide' });
  const log = { schema: 'yos-caseload/disclosure-log/1', threshold, zeros, reasons: REASONS, figures };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** All figures that are withheld, in the order of the report. */
export function disclosureLog(report: InternalReport, basis: Basis, rules: Rules): LoggedFigure[] {
  const decided = decideMetrics(report, basis, rules);
  return report.metrics.flatMap((metric) => {
    const decisions = decided.get(metric);
    return metric.tables.flatMap((table, index) => {
      const logged = (row: Row, key: string, reason: Reason): LoggedFigure => ({
        metric: metric.name,
        table: table.name,
        ...('by' in row ? { by: row.by } : {}),
        row: textOf(row, table),
        figure: key,
        value: row[key],
        reason,
      });
      const figures = table.columns.filter(({ type }) => type !== 'text').map(({ key }) => key);
      return table.rows.flatMap((row) =>
        figures
          .filter((key) => row[key] !== NOT_AVAILABLE)
          .flatMap((key) => {
            const reason =
              decisions === undefined ? 'too small' : reasonOf(row, key, decisions[index], decisions);
            return reason === null ? [] : [logged(row, key, reason)];
          }),
      );
    });
  });
}

function textOf(row: Row, { columns }: InternalReport['metrics'][number]['tables'][number]): string {
  return columns
    .filter(({ type }) => type === 'text')
    .map(({ key }) => String(row[key]))
    .join(' / ');
}

function reasonOf(
  row: Row,
  key: string,
  decision: TableDecision,
  all: readonly TableDecision[],
): Reason | null {
  const { plan, parts, about, table } = decision;
  const part = typeof row.by === 'string' ? row.by : null;
  if (part !== null && (parts.hidden.includes(part) || parts.unnamed.has(part))) return 'too small';
  if (plan.gone.get(table.name)?.has(part) || plan.removed?.rows.has(row)) return 'table';
  if (decision.isInternal(row)) return 'internal';
  const own = plan.alone?.get(row)?.get(key);
  if (own !== undefined) return own;
  const why = plan.cells.get(row)?.why;
  if (why && about.alone?.counts.includes(key)) return 'secondary';
  if (why) return key === about.count ? why : 'derived';
  const shown = withholdTable({ ...decision, table: { ...table, rows: [row] } }, all).rows[0];
  return shown?.[key] === WITHHELD ? 'derived' : null;
}
