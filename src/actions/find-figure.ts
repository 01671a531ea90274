/** Today's figure of an action: what the report shows of it, and why where it shows none. */
import { shorten } from '../render/measure-text.ts';
import { type MetricReport, NOT_AVAILABLE, type Report, WITHHELD } from '../report/report.ts';
import type { NamedFigure } from './actions.ts';
import { type Figure, figureAt, figureWithout, rowWords } from './figure-at.ts';
import { headlineFigure, headlineOf, isRow, isWithheld, withheldWords } from './find-headline.ts';
import { type NamedPlace, type Place, placesNamed } from './find-row.ts';

const LONGEST_LABEL = 60;

/** @param report as it is shown: a figure that is withheld in it is withheld here */
export function findFigure(named: NamedFigure, report: Report): Figure {
  const metric = report.metrics.find(({ name }) => name === named.metric);
  if (metric === undefined)
    return figureWithout(named, NOT_AVAILABLE, `${named.metric} is not in this report.`);
  if (metric.status === 'withheld') {
    const why = metric.message ?? 'withheld whole, as it is about too few.';
    return figureWithout(named, WITHHELD, `${metric.title}: ${why}`);
  }
  if (metric.status !== 'ok')
    return figureWithout(named, NOT_AVAILABLE, `${metric.title}: ${whyNot(metric)}`);
  return named.row.length === 0
    ? headlineFigure(named, metric, report.provenance.round !== undefined)
    : rowFigure(named, metric);
}

function whyNot({ status, missing = [], message = '' }: MetricReport): string {
  return status === 'missing-columns'
    ? `the files have no column for ${missing.join(', nor for ')}.`
    : message;
}

function rowFigure(named: NamedFigure, metric: MetricReport): Figure {
  const places = placesOf(named, metric);
  const quoted = `"${shorten(rowWords(named), LONGEST_LABEL, '...')}"`;
  const without = (note: string) => figureWithout(named, NOT_AVAILABLE, `${metric.title}: ${note}`);
  if (places.length > 1)
    return without(`several rows fit ${quoted}; name the table or the other words of its row too.`);
  if (places.length === 1) {
    const [place] = places;
    return isPartOfCount(named, place)
      ? without(
          `${place.words} is a count, of which ${named.target?.value} is no target; name another column, or write a share as 70%.`,
        )
      : figureAt(place, place.words, betterAt(named.metric, place));
  }
  const withheld = metric.tables.find(isWithheld);
  return withheld === undefined
    ? without(`no row of this report fits ${quoted}.`)
    : figureWithout(named, WITHHELD, withheldWords(withheld));
}

/** Without a target a share is looked for, then a number. A number with a fraction is likelier a rate than a count. */
function placesOf({ metric: name, row, target }: NamedFigure, metric: MetricReport): readonly NamedPlace[] {
  const kinds = target === null ? (['share', 'number'] as const) : [target.kind];
  const rateFirst = target?.kind === 'number' && !Number.isInteger(target.value);
  const headline = headlineOf(name)?.number?.column;
  const found = kinds.map((kind) => placesNamed(metric, row, kind, rateFirst ? { headline } : null));
  return found.find(({ length }) => length > 0) ?? [];
}

/** 0.7 of a count: a share was meant. */
function isPartOfCount({ target }: NamedFigure, { column }: Place): boolean {
  return target?.kind === 'number' && column.type === 'count' && target.value > 0 && target.value < 1;
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
