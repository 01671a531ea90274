import { isNumber, type Report, type Row, type Table } from '../../report/report.ts';
import { wholeRows } from '../charts/chart-rows.ts';
import { keyInWords, textInWords } from '../shown-words.ts';
import { type Finding, NOTHING, say, shownTable } from './finding.ts';

/** Smaller gaps are in the table. */
const LARGE = 0.1;
const MOST = 3;

interface Gap {
  readonly table: Table;
  readonly row: Row;
  readonly share: number;
}

/** The figures from which most is missing: at least a tenth of those they are about. */
export function largestGaps(report: Report): Finding {
  const gaps = ['gaps', 'case_gaps'].flatMap((name) => gapsOf(shownTable(report, 'data-quality', name)));
  if (gaps.length === 0) return NOTHING;
  const large = gaps
    .filter(({ share }) => share >= LARGE)
    .sort((one, other) => other.share - one.share)
    .slice(0, MOST);
  return {
    sentences: large.map((gap) => sentenceOf(gap, report)),
    lookedAt: `${gaps.length} gaps in the data that take something from a figure`,
  };
}

function gapsOf(table: Table | null): Gap[] {
  if (table === null) return [];
  return wholeRows(table).flatMap((row) =>
    isNumber(row.share) && row.share > 0 ? [{ table, row, share: row.share }] : [],
  );
}

function sentenceOf({ table, row }: Gap, { metrics }: Report): string {
  const names = String(row.figure)
    .split(', ')
    .map((name) => metrics.find((metric) => metric.name === name)?.title ?? name);
  const counted = table.columns.find(({ type }) => type === 'count')?.key ?? '';
  return `Missing data: ${say(table, row, counted)} of ${say(table, row, 'of')} ${counted} (${say(table, row, 'share')}) are missing from ${names.join(' and ')}, because of ${columnInWords(String(row.column_name))}.`;
}

/** "Education, training or employment suitable" for ete_suitable. */
function columnInWords(name: string): string {
  const words = textInWords('need', name);
  return words === name ? keyInWords(name) : words;
}
