/** Looking things up in a report as `--format json` gives it. */
import type { Cell, Count, MetricReport, Report, Row, ShownType, Table } from '../../src/report/report.ts';

type Metrics<C extends Count> = Pick<Report<C>, 'metrics'>;

export function metricOf<C extends Count>(report: Metrics<C>, name: string): MetricReport<C> {
  const found = report.metrics.find((metric) => metric.name === name);
  if (found === undefined) throw new Error(`no metric ${name}`);
  return found;
}

export function tableOf<C extends Count>(report: Metrics<C>, metric: string, table: string): Table<C> {
  const found = metricOf(report, metric).tables.find(({ name }) => name === table);
  if (found === undefined) throw new Error(`no table ${table} in ${metric}`);
  return found;
}

/** Some cells of every row, in the order of the rows. */
export function cellsOf(
  report: Metrics<Count>,
  metric: string,
  table: string,
  ...keys: readonly string[]
): (Cell | undefined)[][] {
  return tableOf(report, metric, table).rows.map((row: Row) => keys.map((key) => row[key]));
}

/** The rows in which a column holds something else than 0. */
export function filledRows(
  report: Metrics<Count>,
  metric: string,
  table: string,
  ...keys: readonly string[]
): (Cell | undefined)[][] {
  return cellsOf(report, metric, table, ...keys).filter((cells) => cells[cells.length - 1] !== 0);
}

/** A figure of a report and where it stands. */
export interface PlacedFigure {
  readonly metric: string;
  readonly table: string;
  /** The value of the breakdown; null without one. */
  readonly by: Cell | null;
  /** The texts of its row, as the disclosure log joins them. */
  readonly row: string;
  readonly figure: string;
  readonly type: ShownType;
  readonly value: Cell;
}

/** Every figure of every row: all cells but the texts. */
export function figuresOf({ metrics }: Metrics<Count>): PlacedFigure[] {
  return metrics.flatMap(({ name: metric, tables }) =>
    tables.flatMap(({ name: table, columns, rows }) =>
      rows.flatMap((row) => {
        const texts = columns.filter(({ type }) => type === 'text').map(({ key }) => String(row[key]));
        const place = { metric, table, by: row.by ?? null, row: texts.join(' / ') };
        return columns
          .filter(({ type }) => type !== 'text')
          .map(({ key, type }) => ({ ...place, figure: key, type, value: row[key] }));
      }),
    ),
  );
}

/** About the record and not about a child: shown however few. */
const OF_THE_RECORD = /^(?:Not known|Not mapped)\b/;

/** The counts that small numbers are withheld from: of children, and of cases by what is known of children. */
export function protectedCounts(report: Metrics<Count>): PlacedFigure[] {
  return figuresOf(report).filter(
    ({ metric, row, figure, type }) =>
      type === 'count' && metric !== 'workload' && figure !== 'sufficient' && !OF_THE_RECORD.test(row),
  );
}
