import { isNumber, type Report, type Row } from '../../report/report.ts';
import { textInWords } from '../shown-words.ts';
import { counted, countedAs, type Finding, isHidden, type Shown, say, shownTable } from './finding.ts';

/** Smaller gaps are in the table. */
const LARGE = 0.1;
const MOST = 3;
const GAPS = ['gap in the data shown', 'gaps in the data shown'] as const;

interface Gap {
  readonly shown: Shown;
  readonly row: Row;
  readonly share: number;
}

/** Where most is not known: of at least a tenth of those a figure is about. */
export function largestGaps(report: Report): Finding {
  const tables = ['gaps', 'case_gaps'].flatMap((name) => shownTable(report, 'data-quality', name) ?? []);
  if (tables.length === 0) return {};
  const gaps = tables.flatMap(gapsOf);
  const large = gaps.filter(({ share }) => share >= LARGE).sort((one, other) => other.share - one.share);
  const { title } = tables[0].metric;
  // A tenth of rounded counts is not a tenth of those that they stand for.
  const isRounded = report.provenance.round !== undefined;
  const withheld = tables.flatMap(({ rows }) =>
    rows.filter(({ share }) => isHidden(share, report.provenance)),
  );
  return {
    missing: large.length > 0 ? sentencesOf(large, title) : isRounded ? [] : noneOf(gaps.length),
    withheld: countedAs(title, withheld.length, ['gap in the data', 'gaps in the data']),
  };
}

function gapsOf(shown: Shown): Gap[] {
  return shown.rows.flatMap((row) =>
    isNumber(row.share) && row.share > 0 ? [{ shown, row, share: row.share }] : [],
  );
}

function sentencesOf(large: readonly Gap[], title: string): string[] {
  const more = large.length - MOST;
  const sentences = large.slice(0, MOST).map(sentenceOf);
  return more <= 0
    ? sentences
    : [
        ...sentences,
        `${counted(more, ['more gap', 'more gaps'])} of a tenth or more ${more === 1 ? 'is' : 'are'} in ${title}.`,
      ];
}

function noneOf(gaps: number): string[] {
  if (gaps === 0) return [];
  const none = gaps === 1 ? `The 1 ${GAPS[0]} does not take` : `None of the ${counted(gaps, GAPS)} takes`;
  return [`${none} a tenth or more of those its figure is about.`];
}

/** It says what is missing and who needs it, which is so whatever a figure makes of what is missing. */
function sentenceOf({ shown, row }: Gap): string {
  const unit = shown.table.columns.find(({ type }) => type === 'count')?.key ?? '';
  const who = String(row.of_what ?? unit).replace(/^all /, '');
  const figures = String(row.figure);
  // A target may have a comma in its name; the names of metrics have none.
  const names = figures.includes(': ') ? figures : figures.replaceAll(', ', ' and ');
  return `${columnInWords(String(row.column_name))} is missing for ${say(shown, row, unit)} of ${say(shown, row, 'of')} ${who} (${say(shown, row, 'share')}); it is needed for ${names}.`;
}

const COLUMN_WORDS: ReadonlyMap<string, string> = new Map([
  ['worker_id', 'worker'],
  ['birth_month', 'month of birth'],
  ['birth_month or age', 'month of birth or age'],
  ['ete_suitable', 'suitability of education, training or employment'],
  ['accommodation_suitable', 'suitability of accommodation'],
  ['release_ete_suitable', 'suitability of education, training or employment at release'],
  ['release_accommodation_suitable', 'suitability of accommodation at release'],
]);

/** "suitability of accommodation", "Likelihood of reoffending", "SEND", "resettlement plan date". */
function columnInWords(name: string): string {
  return COLUMN_WORDS.get(name) ?? textInWords('need', name).replaceAll('_', ' ');
}
