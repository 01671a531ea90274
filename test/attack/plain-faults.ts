/** What needs no equations: small counts shown, figures left standing beside withheld counts, words with figures. */
import { unknownPart } from './asked.ts';
import { allParts, type Book, isPartShown } from './book.ts';
import { isRecord } from './counts.ts';
import type { Finding, FindingKind } from './finding.ts';
import { type PublishedMetric, type PublishedTable, rowsOfPart } from './published.ts';
import { standingFigures } from './standing-figures.ts';
import { standingFurther } from './standing-further.ts';
import type { Place } from './system.ts';

export function plainFaults(book: Book, threshold: number): Finding[] {
  return [
    ...smallCounts(book, threshold),
    ...standingFurther(book),
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
  // Months, quarters, days and years of what is counted.
  /\b20\d\d(?:-\d\d(?:-\d\d)?|Q[1-4]|\/\d\d)?\b/g,
  /\bThe \d+ months after\b/g,
  // What the statistics are called by, and when nothing is said.
  /\b(?:95|99\.8)%/g,
  /\b(?:under|fewer than|is under) (?:5|0\.05|0\.025|0\.001)\b/g,
  /\bat 99\.8% under 0\.001\b/g,
  /\b[Oo]f 20 (?:teams|in which)\b/g,
  /\bleaves? out [01]\b/g,
  /\bof 4 groups\b|\bfor 4 comparisons\b/g,
  /\b0\.8 to 1\.25\b/g,
  // What the service has set, of which no case tells.
  /\bThe limit of \d+ open cases for a worker is the service's own\b/g,
  // Ages, residents, days.
  /\b10 to 17\b|\bage of 18\b|\bsomebody turns 18\b|\bare 18\b|\b18 (?:and|or) over\b/g,
  /\bper 1,000\b|\bRM032\b|\bv3\.0\b/g,
  /\b90th percentile\b|\bthe 1st of the month\b/g,
  /\bday 1\b|\bbelow 0\b|-3 is three days/g,
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
