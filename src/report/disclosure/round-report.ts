/** Counts rounded in place of withheld: each on its own, totals too, so that they may not add. */
import type { Metric, TableSpec } from '../../metrics/define-metric.ts';
import { wilsonInterval } from '../../stats/wilson-interval.ts';
import {
  type Cell,
  type Cohort,
  type Count,
  isNumber,
  type LeftOut,
  type MetricReport,
  NOT_APPLICABLE,
  NOT_AVAILABLE,
  ROUNDS_TO_ZERO,
  type Row,
  type ShownColumn,
  type Table,
} from '../report.ts';

export type RoundingBase = 5 | 10;

/** A count to the nearest multiple, halves up; one that is not 0 but becomes it has a code of its own. */
export function roundCount(count: number, base: RoundingBase): Count {
  const multiple = Math.floor((2 * count + base) / (2 * base)) * base;
  return multiple === 0 && count > 0 ? ROUNDS_TO_ZERO : multiple;
}

/**
 * The metrics with rounded counts; shares and intervals are of these, what else would follow is not available.
 * @param isWork whether figures of the work are about the work alone
 */
export function roundMetrics(
  metrics: readonly MetricReport<number>[],
  specs: readonly Metric[],
  base: RoundingBase,
  isWork: boolean,
): MetricReport[] {
  return metrics.map((metric) => {
    const tables = specs.find(({ name }) => name === metric.name)?.tables ?? [];
    return {
      ...metric,
      tables: metric.tables.map((table) => {
        const spec = tables.find(({ name }) => name === table.name);
        const rounded = roundTable(table, spec, base);
        return spec?.about.rowsTell && !isWork ? { ...rounded, rows: [], withheld: true } : rounded;
      }),
    };
  });
}

function roundTable(table: Table<number>, spec: TableSpec | undefined, base: RoundingBase): Table {
  const cohort = roundCohort(table.cohort, base);
  // As in any shareable report, the work is counted in cases.
  const columns = table.columns.filter(({ key }) => spec?.about.subject !== 'work' || key !== 'children');
  const measures = (spec?.columns ?? []).flatMap((column) =>
    'counts' in column ? (column.counts ?? []) : [],
  );
  return {
    ...table,
    columns,
    cohort,
    rows: table.rows.map((row) => ({
      ...roundRow(row, { ...table, columns }, cohort, measures, base),
      ...publicFigures(row, spec),
    })),
  };
}

/** Figures that are known without the caseload stay as they are. */
function publicFigures(row: Row, spec: TableSpec | undefined): Row {
  const keys = (spec?.columns ?? []).filter((column) => 'isPublic' in column).map(({ key }) => key);
  return Object.fromEntries(keys.map((key) => [key, row[key]]));
}

function roundCohort({ n, known, leftOut, parts }: Cohort<number>, base: RoundingBase): Cohort {
  const sizes = (size: { n: number; known: number; leftOut: readonly LeftOut<number>[] }) => ({
    n: roundCount(size.n, base),
    known: roundCount(size.known, base),
    leftOut: size.leftOut.map((one) => ({ ...one, n: roundCount(one.n, base) })),
  });
  const all = sizes({ n, known, leftOut });
  return parts === undefined
    ? all
    : { ...all, parts: parts.map((part) => ({ by: part.by, ...sizes(part) })) };
}

function roundRow(
  row: Row,
  { columns }: Table<number>,
  cohort: Cohort,
  measures: readonly string[],
  base: RoundingBase,
): Row {
  const counts = new Map(
    columns
      .filter(({ type }) => type === 'count')
      .map(({ key }) => [key, isNumber(row[key]) ? roundCount(row[key], base) : row[key]] as const),
  );
  const size = cohort.parts?.find(({ by }) => by === row.by) ?? cohort;
  const figureOf = (column: ShownColumn): Cell => {
    const { key, type } = column;
    const value = row[key];
    if (type === 'text' || value === NOT_APPLICABLE) return value;
    if (type === 'count') return counts.get(key) ?? value;
    if (type === 'measure' && isNumber(value) && measures.includes(String(row[columns[0].key]))) {
      return roundCount(value, base);
    }
    const share = columns.find((one) => one.key === (column.of ?? key));
    const fraction = share === undefined ? null : fractionOf(share, counts, size);
    return fraction === null ? notAFigure(column, value) : figureOfFraction(column, fraction);
  };
  const figures = columns.map((column) => [column.key, figureOf(column)] as const);
  return { ...('by' in row ? { by: row.by } : {}), ...Object.fromEntries(figures) };
}

/** What names a measure stays; a figure that does not follow from rounded counts goes. */
function notAFigure({ type }: ShownColumn, value: Cell): Cell {
  return type === 'measure' && !isNumber(value) ? value : NOT_AVAILABLE;
}

function fractionOf(
  { numerator, denominator = 'known' }: ShownColumn,
  counts: ReadonlyMap<string, Cell>,
  { n, known }: Pick<Cohort, 'n' | 'known'>,
): { numerator: Cell; denominator: Cell } | null {
  if (numerator === undefined) return null;
  const over = counts.get(denominator) ?? (denominator === 'n' ? n : known);
  return { numerator: counts.get(numerator) ?? NOT_AVAILABLE, denominator: over };
}

function figureOfFraction(
  { type }: ShownColumn,
  { numerator, denominator }: { numerator: Cell; denominator: Cell },
): Cell {
  if (numerator === ROUNDS_TO_ZERO) return ROUNDS_TO_ZERO;
  if (!isNumber(numerator) || !isNumber(denominator) || denominator === 0) return NOT_APPLICABLE;
  if (type === 'share') return numerator / denominator;
  return type === 'lower' || type === 'upper' ? wilsonInterval(numerator, denominator)[type] : NOT_AVAILABLE;
}
