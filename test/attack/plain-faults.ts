/** What needs no equations: small counts shown, figures left standing beside withheld counts, words with figures. */
import { unknownPart } from './asked.ts';
import { allParts, type Book, isPartShown } from './book.ts';
import { isRecord } from './counts.ts';
import type { Finding, FindingKind } from './finding.ts';
import { type PublishedMetric, type PublishedTable, rowsOfPart } from './published.ts';
import { standingFigures } from './standing-figures.ts';
import type { Place } from './system.ts';

export function plainFaults(book: Book, threshold: number): Finding[] {
  return [
    ...smallCounts(book, threshold),
    ...book.metrics.flatMap((metric) => [
      ...strayRows(book, metric),
      ...standingFigures(book, metric),
      ...unreadWords(metric, threshold),
    ]),
  ];
}

function fault(kind: FindingKind, place: Place, because: string, value: number | null = null): Finding {
  return { kind, place, low: value, high: value, because: [because] };
}

/** Counts under the threshold that are about children and shown; cohorts under twice the threshold that are. */
function smallCounts({ system, asked }: Book, threshold: number): Finding[] {
  const { quantities } = system;
  return quantities.flatMap(({ published, isPublic, place }) => {
    if (published === null || isPublic || isRecord(place) || published === 0) return [];
    if (place.part === unknownPart(asked) && place.table === 'cohort') return [];
    const isTotal = place.table === 'cohort' && place.row === 'n';
    const isOther = place.table.includes(' ') || (place.table === 'cohort' && !isTotal);
    const least = isTotal ? 2 * threshold : threshold;
    if (isOther || published >= least || published < 0) return [];
    const why = isTotal ? `a cohort of fewer than ${least}` : `a count of 1 to ${least - 1}`;
    return [fault('small', place, `${why} is shown`, published)];
  });
}

/** Rows of what is withheld whole. */
function strayRows(book: Book, { name, status, tables }: PublishedMetric): Finding[] {
  const place = (table: string, part: string): Place => ({ metric: name, table, part, row: '' });
  if (status === 'withheld')
    return tables.map((table) => fault('stands', place(table.name, ''), 'a table of a withheld metric'));
  return tables.flatMap((table) =>
    allParts(book)
      .filter((part) => rowsOfPart(table, part).length > 0 && isWithheldWhole(book, name, table, part))
      .map((part) => fault('stands', place(table.name, part), 'rows of a table or part withheld whole')),
  );
}

function isWithheldWhole(book: Book, metric: string, table: PublishedTable, part: string): boolean {
  const isNamed = table.withheld === true || (table.withheldParts ?? []).includes(part);
  return isNamed || !isPartShown(book, metric, part);
}

/** Sentences whose figures are read elsewhere, or tell nothing of a count. */
const READ = [
  /(?:\d+|\[c\]) (?:child|children) counts? in more than one value of/g,
  /\b(?:2001|2011|2021) Census\b/g,
  /\b2018-2024\b/g,
];

/** Figures in words that the attack cannot account for: whoever writes such a note writes its equation, too. */
function unreadWords({ name, notes, message }: PublishedMetric, threshold: number): Finding[] {
  const rule = [threshold, threshold - 1, 2 * threshold].map(String);
  return [...notes, ...(message === undefined ? [] : [message])].flatMap((text) => {
    const rest = READ.reduce((words, pattern) => words.replace(pattern, ''), text);
    const figures = (rest.match(/\d+(?:\.\d+)?/g) ?? []).filter((figure) => !rule.includes(figure));
    const place = { metric: name, table: 'notes', part: '', row: figures.join(' ') };
    return figures.length === 0 ? [] : [fault('unread', place, text)];
  });
}
