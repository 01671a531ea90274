/** Facts about who the children, or cases, are. */
import { isNumber, type Report, type Row, WITHHELD } from '../../report/report.ts';
import { formatCount, formatShare } from '../format-cell.ts';
import { monthInWords, type Shown, say, shownTable } from './finding.ts';

/** Metrics whose cohort is the children with an open case at the as-at date. */
const OF_OPEN_CHILDREN = [
  'ethnicity-mix',
  'age-bands',
  'sex-mix',
  'disproportionality',
  'needs-profile',
  'transitions',
];

/** How many children have an open case, and had at the month-end before; with the first metric that is about them. */
export function openChildren(report: Report): { metric: string; sentence: string } | null {
  const metric = report.metrics.find(
    ({ name, status }) => OF_OPEN_CHILDREN.includes(name) && status === 'ok',
  );
  const cohort = metric?.tables.at(0)?.cohort;
  if (metric === undefined || cohort === undefined || !isNumber(cohort.n)) return null;
  return { metric: metric.name, sentence: `${haveOpen(cohort.n, report)}${earlier(report)}.` };
}

function haveOpen(number: number, { provenance: { unit } }: Report): string {
  const isOne = number === 1;
  if (unit === 'cases') return `${formatCount(number)} ${isOne ? 'case is' : 'cases are'} open`;
  return `${formatCount(number)} ${isOne ? 'child has' : 'children have'} an open case`;
}

/** "; 193 at the end of September 2026": the latest month-end before that of the as-at date. */
function earlier(report: Report): string {
  const { asAt } = report.provenance;
  const shown = shownTable(report, 'caseload-trend', 'month_ends');
  const before = shown?.rows.filter(({ month }) => String(month) < (asAt ?? '').slice(0, 7)).at(-1);
  const number = before?.[report.provenance.unit];
  return before === undefined || !isNumber(number)
    ? ''
    : `; ${formatCount(number)} ${monthEndInWords(before, report)}`;
}

/** "at the end of September 2026"; of a file for each month it is the month that the file is given for. */
export function monthEndInWords({ month }: Row, { provenance: { options } }: Report): string {
  const isFile = ['month', '--month'].some((name) => Object.hasOwn(options, name));
  return `${isFile ? 'in the file of' : 'at the end of'} ${monthInWords(String(month))}`;
}

interface Mix {
  readonly table: string;
  readonly key: string;
  /** What the largest is the largest of. */
  readonly noun?: string;
  readonly are?: string;
}

const MIXES: Readonly<Record<string, readonly Mix[]>> = {
  'ethnicity-mix': [
    { table: 'groups', key: 'group', noun: 'ethnic group' },
    { table: 'categories', key: 'category', noun: 'ethnic category' },
  ],
  'age-bands': [{ table: 'bands', key: 'band', noun: 'age band', are: 'aged ' }],
  'sex-mix': [{ table: 'sexes', key: 'sex' }],
  'disposal-mix': [{ table: 'groups', key: 'group', noun: 'disposal group' }],
};

/** The largest group of a mix with its share: of the first table that is there. */
export function factsOfChildren(report: Report, metric: string): string[] {
  const mixes = MIXES[metric] ?? [];
  for (const mix of mixes) {
    const shown = shownTable(report, metric, mix.table);
    const sentence = shown === null ? null : largestOf(shown, mix, report);
    if (sentence !== null) return [sentence];
  }
  return [];
}

const OF_THE_RECORD = ['Not known', 'Not mapped'];

function largestOf(shown: Shown, mix: Mix, report: Report): string | null {
  const { table, rows } = shown;
  const { known } = table.cohort;
  const numberOf = (row: Row) => row[table.unit];
  const answers = rows.filter((row) => !OF_THE_RECORD.includes(String(row[mix.key])));
  const counts = answers.map(numberOf).filter(isNumber);
  const most = Math.max(0, ...counts);
  const row = answers.find((one) => numberOf(one) === most);
  if (row === undefined || most === 0 || !isNumber(known) || !isNumber(row.share)) return null;
  // What is withheld may be larger than what is shown; it is not where all of it together is smaller.
  const hidden = answers.some((one) => numberOf(one) === WITHHELD)
    ? known - counts.reduce((sum, count) => sum + count, 0)
    : 0;
  const isLargest = hidden < most && counts.filter((count) => count === most).length === 1;
  const whose = table.known === undefined ? `open ${table.unit}` : `${table.unit} ${table.known}`;
  const is = most === 1 ? 'is' : 'are';
  const head = `${formatCount(most)} of the ${formatCount(known)} ${whose} ${is} ${mix.are ?? ''}${say(shown, row, mix.key)} (${formatShare(row.share)})`;
  return `${head}${isLargest && mix.noun !== undefined ? `, the largest ${mix.noun}` : ''}${residents(row, mix, report)}.`;
}

/** "; of residents aged 10 to 17 it is 39.5%", where the report has them. */
function residents(row: Row, { noun, key }: Mix, report: Report): string {
  if (noun !== 'ethnic group') return '';
  const shown = shownTable(report, 'disproportionality', 'groups');
  const share = shown?.rows.find(({ group }) => group === row[key])?.population_share;
  return isNumber(share) ? `; of residents aged 10 to 17 ${formatShare(share)} are` : '';
}
