/** Today's figure of an action: what the report shows of it, and why where it shows none. */
import type { Headline, HeadlineFigure } from '../metrics/define-metric.ts';
import { metricNamed } from '../metrics/index.ts';
import { shorten } from '../render/measure-text.ts';
import {
  type Cell,
  type MetricReport,
  NOT_APPLICABLE,
  NOT_AVAILABLE,
  type Report,
  type Row,
  type Table,
  WITHHELD,
} from '../report/report.ts';
import type { NamedFigure } from './actions.ts';
import { type Figure, figureAt } from './figure-at.ts';
import { type Place, placesNamed, readText, rowsOfAll } from './find-row.ts';

const LONGEST_LABEL = 60;

/** @param report as it is shown: a figure that is withheld in it is withheld here */
export function findFigure(named: NamedFigure, report: Report): Figure {
  const metric = report.metrics.find(({ name }) => name === named.metric);
  if (metric === undefined) return without(named, NOT_AVAILABLE, `${named.metric} is not in this report.`);
  if (metric.status === 'withheld')
    return without(
      named,
      WITHHELD,
      `${metric.title}: ${metric.message ?? 'withheld whole, as it is about too few.'}`,
    );
  if (metric.status !== 'ok') return without(named, NOT_AVAILABLE, `${metric.title}: ${whyNot(metric)}`);
  return named.row.length === 0 ? headlineFigure(named, metric) : rowFigure(named, metric);
}

/** A figure of which there is no more than the code in its place. */
function without(named: NamedFigure, code: Cell, note: string, headline?: HeadlineFigure): Figure {
  return {
    kind: named.target?.kind ?? 'share',
    words: headline?.words ?? rowWords(named),
    ...{ value: code, lower: code, upper: code, of: code },
    better: headline?.better ?? null,
    note,
  };
}

function rowWords({ row }: NamedFigure): string {
  return row.map((part) => part.trim()).join(', ');
}

function whyNot({ status, missing = [], message = '' }: MetricReport): string {
  return status === 'missing-columns'
    ? `the files have no column for ${missing.join(', nor for ')}.`
    : message;
}

function headlineOf(metric: string): Headline | undefined {
  return metricNamed(metric)?.headline;
}

function headlineFigure(named: NamedFigure, metric: MetricReport): Figure {
  const { share, number } = headlineOf(named.metric) ?? {};
  const headline = named.target === null ? (share ?? number) : { share, number }[named.target.kind];
  const table = metric.tables.find(({ name }) => name === headline?.table);
  if (headline === undefined || table === undefined)
    return without(named, NOT_AVAILABLE, `${metric.title}: this report has no such figure.`, headline);
  if (isWithheld(table)) return without(named, WITHHELD, withheldWords(table), headline);
  const place = placeOfHeadline(headline, table);
  if (place === WITHHELD) return without(named, WITHHELD, someWithheld(metric, headline), headline);
  if (place === null) return without(named, NOT_APPLICABLE, nothingThere(metric, headline), headline);
  const chosen = typeof headline.row === 'string' ? ` (${textsOf(place)})` : '';
  return figureAt(place, `${headline.words}${chosen}`, headline.better);
}

/** Its row, or the first of those with the least or most. Where one is withheld, which has the least is not known. */
function placeOfHeadline(
  { column: key, row: wanted }: HeadlineFigure,
  table: Table,
): Place | typeof WITHHELD | null {
  const column = table.columns.find((one) => one.key === key);
  const rows = rowsOfAll(table);
  if (column === undefined) return null;
  if (typeof wanted !== 'string') {
    const row = rows.find((one) => isRow(one, wanted));
    return row === undefined ? null : { table, column, row };
  }
  if (rows.some((row) => row[key] === WITHHELD)) return WITHHELD;
  const sign = wanted === 'lowest' ? 1 : -1;
  const [first] = rows
    .filter((row) => typeof row[key] === 'number')
    .sort((one, other) => sign * (Number(one[key]) - Number(other[key])));
  return first === undefined ? null : { table, column, row: first };
}

/** The texts of a row as people read them. */
function textsOf({ table, row }: Place): string {
  const texts = table.columns.filter(({ type }) => type === 'text');
  return texts.map(({ key }) => readText(key, row)).join(', ');
}

function isRow(row: Row, texts: Readonly<Record<string, string>>): boolean {
  return Object.entries(texts).every(([key, text]) => row[key] === text);
}

/** Without a target a share is looked for, then a number. */
function rowFigure(named: NamedFigure, metric: MetricReport): Figure {
  const kinds = named.target === null ? (['share', 'number'] as const) : [named.target.kind];
  const found = kinds.map((kind) => placesNamed(metric, named.row, kind)).find(({ length }) => length > 0);
  if (found?.length === 1) return figureAt(found[0], found[0].words, betterAt(named.metric, found[0]));
  const quoted = `"${shorten(rowWords(named), LONGEST_LABEL, '...')}"`;
  if (found !== undefined)
    return without(
      named,
      NOT_AVAILABLE,
      `${metric.title}: several rows fit ${quoted}; name the table or the other words of its row too.`,
    );
  const withheld = metric.tables.find(isWithheld);
  return withheld === undefined
    ? without(named, NOT_AVAILABLE, `${metric.title}: no row of this report fits ${quoted}.`)
    : without(named, WITHHELD, withheldWords(withheld));
}

/** What is well of a headline is so of all figures it is chosen from, and of their like in other tables. */
function betterAt(metric: string, { table, column, row }: Place): Figure['better'] {
  const { share, number } = headlineOf(metric) ?? {};
  const known = [share, number].find((headline) => {
    if (headline === undefined || headline.column !== column.key) return false;
    return typeof headline.row === 'string' || (headline.table === table.name && isRow(row, headline.row));
  });
  return known?.better ?? null;
}

function isWithheld({ withheld, withheldParts = [] }: Table): boolean {
  return withheld === true || withheldParts.includes('All');
}

function withheldWords({ title }: Table): string {
  return `${title}: the table is withheld whole, so its figures are not known.`;
}

function someWithheld({ title }: MetricReport, { words }: HeadlineFigure): string {
  return `${title}: the ${words} is not known, as a figure it is chosen from is withheld.`;
}

function nothingThere({ title }: MetricReport, { words }: HeadlineFigure): string {
  return `${title}: there is nothing to take the ${words} from.`;
}
