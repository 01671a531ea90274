/** The figure that a metric stands for where an action names no row of it. */
import type { Headline, HeadlineFigure } from '../metrics/define-metric.ts';
import { metricNamed } from '../metrics/index.ts';
import {
  type Cell,
  type MetricReport,
  NOT_APPLICABLE,
  NOT_AVAILABLE,
  ROUNDS_TO_ZERO,
  type Row,
  type Table,
  WITHHELD,
} from '../report/report.ts';
import type { NamedFigure } from './actions.ts';
import { type Figure, figureAt, figureWithout, kindOfColumn } from './figure-at.ts';
import { type Place, readText, rowsOfAll } from './find-row.ts';

export function headlineOf(metric: string): Headline | undefined {
  return metricNamed(metric)?.headline;
}

/** @param isRounded whether the counts of the report are: then which figure is the lowest cannot be told */
export function headlineFigure(named: NamedFigure, metric: MetricReport, isRounded: boolean): Figure {
  const { share, number } = headlineOf(named.metric) ?? {};
  const headline = named.target === null ? (share ?? number) : { share, number }[named.target.kind];
  const table = metric.tables.find(({ name }) => name === headline?.table);
  if (headline === undefined || table === undefined) {
    const note = `${metric.title}: this report has no such figure.`;
    return figureWithout(named, NOT_AVAILABLE, note, headline);
  }
  if (isWithheld(table)) {
    const figure = figureWithout(named, WITHHELD, withheldWords(table), headline);
    return { ...figure, kind: kindOf(headline, table) };
  }
  const place = placeOfHeadline(headline, table, isRounded);
  if (typeof place === 'string') {
    const note = `${metric.title}: ${whyNoPlace(place, headline, isRounded)}.`;
    return { ...figureWithout(named, place, note, headline), kind: kindOf(headline, table) };
  }
  const chosen = typeof headline.row === 'string' ? ` (${textsOf(place)})` : '';
  return figureAt(place, `${headline.words}${chosen}`, headline.better);
}

/** So that a figure that is not shown stands in the column in which it would. */
function kindOf({ column: key }: HeadlineFigure, { columns }: Table): Figure['kind'] {
  const column = columns.find((one) => one.key === key);
  return column === undefined ? 'number' : kindOfColumn(column);
}

/** Its row, or the first of those with the least or most; where there is none, the code that stands for the figure. */
function placeOfHeadline(
  { column: key, row: wanted }: HeadlineFigure,
  table: Table,
  isRounded: boolean,
): Place | string {
  const column = table.columns.find((one) => one.key === key);
  const rows = rowsOfAll(table);
  if (column === undefined) return NOT_APPLICABLE;
  if (typeof wanted !== 'string') {
    const row = rows.find((one) => isRow(one, wanted));
    return row === undefined ? NOT_APPLICABLE : { table, column, row };
  }
  const unknown = codeOfUnknown(
    rows.map((row) => row[key]),
    isRounded,
  );
  if (unknown !== null) return unknown;
  const sign = wanted === 'lowest' ? 1 : -1;
  const [first] = rows
    .filter((row) => typeof row[key] === 'number')
    .sort((one, other) => sign * (Number(one[key]) - Number(other[key])));
  return first === undefined ? NOT_APPLICABLE : { table, column, row: first };
}

/** Where a figure is not known, neither is which has the least; null where all are. */
function codeOfUnknown(cells: readonly Cell[], isRounded: boolean): string | null {
  if (cells.includes(WITHHELD)) return WITHHELD;
  const isUnknown = isRounded || cells.includes(ROUNDS_TO_ZERO) || cells.includes(NOT_AVAILABLE);
  return isUnknown ? NOT_AVAILABLE : null;
}

function whyNoPlace(code: string, { words }: HeadlineFigure, isRounded: boolean): string {
  if (code === NOT_APPLICABLE) return `there is nothing to take the ${words} from`;
  if (code === WITHHELD) return `the ${words} is not known, as a figure it is chosen from is withheld`;
  return isRounded
    ? `the ${words} cannot be told from rounded counts`
    : `the ${words} is not known, as a figure it is chosen from is not available`;
}

/** The texts of a row as people read them. */
function textsOf({ table, row }: Place): string {
  const texts = table.columns.filter(({ type }) => type === 'text');
  return texts.map(({ key }) => readText(key, row)).join(', ');
}

export function isRow(row: Row, texts: Readonly<Record<string, string>>): boolean {
  return Object.entries(texts).every(([key, text]) => row[key] === text);
}

export function isWithheld({ withheld, withheldParts = [] }: Table): boolean {
  return withheld === true || withheldParts.includes('All');
}

export function withheldWords({ title }: Table): string {
  return `${title}: the table is withheld whole, so its figures are not known.`;
}
