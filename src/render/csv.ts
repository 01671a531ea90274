import {
  type MetricReport,
  NOT_APPLICABLE,
  type Report,
  type Row,
  type ShownColumn,
  type Table,
} from '../report/report.ts';
import { csvLine, type Field } from './csv-line.ts';
import { CODE_MEANINGS } from './format-cell.ts';
import { cohortOf } from './group-rows.ts';

/** The columns of the long table, in their order. */
const HEADER = [
  'metric',
  'table',
  'by',
  'group',
  'measure',
  'value',
  'unit',
  'numerator',
  'denominator',
  'lower',
  'upper',
  'note',
  'as_at',
  'disclosure',
] as const;

type Line = Readonly<Partial<Record<(typeof HEADER)[number], Field>>>;

const COUNTED_UNITS = new Set(['children', 'cases', 'workers', 'judgements']);

/**
 * The report as one long CSV table (RFC 4180, CRLF): a line for each figure of each row, unrounded, with its
 * interval, numerator and denominator where they are known. Safe to open in a spreadsheet: text that would be
 * taken for a formula gets an apostrophe in front.
 */
export function renderCsv(report: Report): string {
  const lines = report.metrics.flatMap(metricLines);
  const common: Line = { as_at: report.provenance.asAt ?? '', disclosure: report.provenance.disclosure };
  const records = lines.map((line) => HEADER.map((name) => common[name] ?? line[name] ?? ''));
  return [HEADER, ...records].map(csvLine).join('');
}

/** What belongs beside a CSV: where its figures come from and what was wrong with the data, as JSON. */
export function renderProvenance(report: Report): string {
  const { schema, provenance, problems } = report;
  return `${JSON.stringify({ schema, provenance, problems }, null, 2)}\n`;
}

/** A metric without tables is one line that says why. */
function metricLines(metric: MetricReport): Line[] {
  if (metric.status === 'ok') {
    return metric.tables.flatMap((table) => table.rows.flatMap((row) => rowLines(metric.name, table, row)));
  }
  const missing = metric.missing === undefined ? '' : `no column for ${metric.missing.join(', nor for ')}`;
  return [{ metric: metric.name, measure: 'status', value: metric.status, note: metric.message ?? missing }];
}

function rowLines(metric: string, table: Table, row: Row): Line[] {
  const by = table.by === null ? '' : (row.by ?? '');
  const key = keyOf(table, row);
  return table.columns
    .filter((column) => isFigure(column, row))
    .map((column) => ({
      metric,
      table: table.name,
      by,
      group: key.group,
      measure: key.measure || column.key,
      value: row[column.key] ?? '',
      unit: unitOf(table, column),
      ...shareParts(table, row, column),
      note: CODE_MEANINGS.get(String(row[column.key])) ?? '',
    }));
}

/** What names a row: its texts. In a table whose rows each are a measure of their own, they name the measure. */
function keyOf(table: Table, row: Row): { group: string; measure?: string } {
  const texts = table.columns.filter((column) => column.type === 'text' || isMeasureName(column, row));
  const name = texts.map((column) => String(row[column.key] ?? '')).join(' / ');
  const hasMeasures = table.columns.some((column) => column.type === 'measure');
  return hasMeasures ? { group: '', measure: name } : { group: name };
}

/** A column of measures may hold their names or their numbers. */
function isMeasureName(column: ShownColumn, row: Row): boolean {
  const value = row[column.key];
  return column.type === 'measure' && typeof value === 'string' && !CODE_MEANINGS.has(value);
}

/** Bounds are no figures of their own: they stand on the line of their share. */
function isFigure(column: ShownColumn, row: Row): boolean {
  if (column.type === 'text' || isMeasureName(column, row)) return false;
  return column.type !== 'lower' && column.type !== 'upper';
}

function unitOf(table: Table, column: ShownColumn): string {
  if (column.type === 'share') return 'share';
  if (column.type !== 'count') return '';
  return COUNTED_UNITS.has(column.key) ? column.key : table.unit;
}

function shareParts(table: Table, row: Row, column: ShownColumn): Line {
  if (column.type !== 'share') return {};
  const bound = (type: 'lower' | 'upper') => {
    const found = table.columns.find((other) => other.type === type && other.of === column.key);
    return found === undefined ? '' : (row[found.key] ?? '');
  };
  return { ...fractionOf(table, row, column), lower: bound('lower'), upper: bound('upper') };
}

/** Left empty for a share that does not apply: beside it, a numerator would read as part of that denominator. */
function fractionOf(table: Table, row: Row, column: ShownColumn): Line {
  if (column.numerator === undefined || row[column.key] === NOT_APPLICABLE) return {};
  return { numerator: row[column.numerator] ?? '', denominator: denominatorOf(table, row, column) };
}

function denominatorOf(table: Table, row: Row, column: ShownColumn): Field {
  const name = column.denominator ?? 'known';
  if (Object.hasOwn(row, name)) return row[name] ?? '';
  const cohort = table.by === null ? table.cohort : cohortOf(table.cohort, String(row.by));
  return (name === 'n' ? cohort?.n : cohort?.known) ?? '';
}
