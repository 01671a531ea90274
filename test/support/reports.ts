/** Looking things up in a report as `--format json` gives it. */
import type { About } from '../../src/metrics/define-metric.ts';
import { metrics } from '../../src/metrics/index.ts';
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

/** Texts of rows about the record and not about a child: shown however few. */
const OF_THE_RECORD = [
  'Not known',
  'Not mapped',
  'Unknown',
  'not recorded',
  'does not apply',
  'due outside the period',
];

/**
 * The counts of which none may be small in what is shared: of children, of cases by what is known of children, and of
 * judgements, but for how many were sufficient, which tells of the work.
 */
export function protectedCounts(report: Metrics<Count>): PlacedFigure[] {
  return figuresOf(report).filter(({ metric, table, row, figure, type }) => {
    const { subject } = declaredOf(metric, table);
    return (
      type === 'count' &&
      (subject === 'children' || subject === 'judgements') &&
      !/sufficient$/.test(figure) &&
      !row.split(' / ').some((text) => OF_THE_RECORD.includes(text))
    );
  });
}

/** Those of them that are protected in their own right; others follow from them, as the number of known answers does. */
export function countsInTheirOwnRight(report: Metrics<Count>): PlacedFigure[] {
  return protectedCounts(report).filter(({ metric, table, figure }) => {
    const { count, alone } = declaredOf(metric, table);
    return figure === count || alone?.counts.includes(figure);
  });
}

/** The counts that bound others, which are withheld below twice the threshold: of rows that are shared at all. */
export function boundingCounts(report: Metrics<Count>): PlacedFigure[] {
  return figuresOf(report).filter(({ metric, table, figure, row }) => {
    const { alone } = declaredOf(metric, table);
    const isOfAll = / \/ (?:all|open) cases \/ /.test(row) && !/_date \//.test(row);
    return alone?.areBounds === true && alone.counts.includes(figure) && isOfAll;
  });
}

function declaredOf(metric: string, table: string): About {
  const tables = metrics.find(({ name }) => name === metric)?.tables;
  const about = tables?.find(({ name }) => name === table)?.about;
  if (about === undefined) throw new Error(`${metric} declares no table ${table}`);
  return about;
}
