import type { Commentary } from '../report/commentary.ts';
import {
  type MetricReport,
  NOT_APPLICABLE,
  type Report,
  type Row,
  type ShownColumn,
  type Table,
  WITHHELD,
} from '../report/report.ts';
import { cleanText } from './clean-report.ts';
import { commentarySentence } from './commentary/lines.ts';
import { csvLine, type Field } from './csv-line.ts';
import { CODE_MEANINGS } from './format-cell.ts';
import { groupRows, type RowGroup } from './group-rows.ts';
import { isWithheldWhole, tooFew, WITHHELD_WHOLE } from './withheld-words.ts';

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
  const lines = [
    ...commentaryLine('summary', report.commentary),
    ...report.metrics.flatMap((metric) => [
      ...commentaryLine(metric.name, metric.commentary),
      ...metricLines(metric),
    ]),
  ];
  const common: Line = { as_at: report.provenance.asAt ?? '', disclosure: report.provenance.disclosure };
  const records = lines.map((line) => HEADER.map((name) => common[name] ?? line[name] ?? ''));
  return [HEADER, ...records].map(csvLine).join('');
}

/**
 * What belongs beside a CSV: where its figures come from, what must be said of them and what was wrong with the data,
 * as JSON.
 */
export function renderProvenance(report: Report): string {
  const { schema, title, service, provenance, problems, disclosure } = report;
  const notes = Object.fromEntries(
    report.metrics.map(({ name, caveat, notes }) => [name, { caveat, notes }]),
  );
  return `${JSON.stringify({ schema, title, service, provenance, disclosure, notes, problems }, null, 2)}\n`;
}

/** What the service says of a metric, or in the summary of all, as one line. */
function commentaryLine(metric: string, commentary: Commentary = []): Line[] {
  const value = cleanText(commentarySentence(commentary, '- '));
  return value === '' ? [] : [{ metric, measure: 'commentary', value }];
}

/** A metric without tables is one line that says why. */
function metricLines(metric: MetricReport): Line[] {
  if (metric.status === 'ok') return metric.tables.flatMap((table) => tableLines(metric, table));
  const missing = metric.missing === undefined ? '' : `no column for ${metric.missing.join(', nor for ')}`;
  const note = noteOf(metric, metric.message ?? missing);
  return [{ metric: metric.name, measure: 'status', value: metric.status, note }];
}

/** What is to be said of a figure, and of all figures of the metric. */
function noteOf({ caveat = '' }: MetricReport, note = ''): string {
  return [note, caveat].filter((text) => text !== '').join('; ');
}

function tableLines(metric: MetricReport, table: Table): Line[] {
  if (isWithheldWhole(table)) return [withheldLine(metric, table, '', WITHHELD_WHOLE)];
  return groupRows(table).flatMap((group) =>
    group.isWithheld
      ? [withheldLine(metric, table, group.name, tooFew(table))]
      : group.rows.flatMap((place) => rowLines(metric, table, group, table.rows[place])),
  );
}

/** Figures that are not there, as one line that says so. */
function withheldLine(metric: MetricReport, table: Table, by: string, why: string): Line {
  const note = noteOf(metric, why);
  return { metric: metric.name, table: table.name, by, measure: 'status', value: 'withheld', note };
}

function rowLines(metric: MetricReport, table: Table, group: RowGroup, row: Row): Line[] {
  const key = keyOf(table, row);
  return table.columns
    .filter((column) => isFigure(column, row))
    .map((column) => ({
      metric: metric.name,
      table: table.name,
      by: group.name,
      group: key.group,
      measure: key.measure || column.key,
      value: row[column.key] ?? '',
      unit: unitOf(table, column),
      ...shareParts(table, group, row, column),
      note: noteOf(metric, CODE_MEANINGS.get(String(row[column.key]))),
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

/** Bounds are no figures of their own: they stand on the line of the figure they bound. */
function isFigure(column: ShownColumn, row: Row): boolean {
  if (column.type === 'text' || isMeasureName(column, row)) return false;
  return column.type !== 'lower' && column.type !== 'upper';
}

function unitOf(table: Table, column: ShownColumn): string {
  if (column.type === 'share') return 'share';
  if (column.type === 'difference') return 'difference of shares';
  if (column.type !== 'count') return '';
  return column.unit ?? (COUNTED_UNITS.has(column.key) ? column.key : table.unit);
}

function shareParts(table: Table, group: RowGroup, row: Row, column: ShownColumn): Line {
  if (column.type !== 'share' && column.type !== 'difference' && column.type !== 'rate') return {};
  const bound = (type: 'lower' | 'upper') => {
    const found = table.columns.find((other) => other.type === type && other.of === column.key);
    return found === undefined ? '' : (row[found.key] ?? '');
  };
  return { ...fractionOf(group, row, column), lower: bound('lower'), upper: bound('upper') };
}

/**
 * Left empty for a share that does not apply: beside it, a numerator would read as part of that denominator. A share
 * that is withheld has no numerator, whatever the row holds.
 */
function fractionOf(group: RowGroup, row: Row, column: ShownColumn): Line {
  if (column.numerator === undefined || row[column.key] === NOT_APPLICABLE) return {};
  const isWithheld = row[column.key] === WITHHELD;
  return {
    numerator: isWithheld ? WITHHELD : (row[column.numerator] ?? ''),
    denominator: denominatorOf(group, row, column),
  };
}

function denominatorOf({ cohort }: RowGroup, row: Row, column: ShownColumn): Field {
  const name = column.denominator ?? 'known';
  if (Object.hasOwn(row, name)) return row[name] ?? '';
  return (name === 'n' ? cohort?.n : cohort?.known) ?? '';
}
